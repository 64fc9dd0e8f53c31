"""``python -m tests.campaigns.mutation_cases [--module pid_rules.rules.periode]``.

The mutants of the modules that declare rules are judged in one process, by the cases that await something of these
rules and by nothing else. It is a lower bound of what ``mutation`` finds, in a few minutes even on a busy machine.
Prints those left alive.
"""

import argparse
import sys
import types

from pid_rules.judgement.catalogue import Catalogue
from pid_rules.rules import CATALOGUE
from tests.campaigns.mutants import mutants
from tests.campaigns.mutation import CASES, awaited, equivalents, modules, path_of
from tests.support.cases_replay import report_of, shortfalls


def own_cases(ids):
    """The cases that await something of these rules, without what they await of the others."""
    kept = []
    for case in CASES:
        if not ids.isdisjoint(awaited(case)):
            lists = {key: [words for words in case[key] if words.split()[0] in ids]
                     for key in ("expect", "absent", "pending", "unasked")}
            kept.append({**case, **lists})
    return kept


def seen(theme, cases):
    """Whether one of the cases is not judged as it awaits by the rules of a theme alone."""
    catalogue = Catalogue((theme,))
    for case in cases:
        judged = report_of(case, catalogue)
        own = [words for words in case["says"] if words in SAID[case["name"]]]
        if shortfalls({**case, "says": own},
                      {**judged, "findings": [one for one in judged["findings"] if one["rule"] != "REQ"]}):
            return True
    return False


SAID = {}
"""{name of a case: the texts it awaits that the rules of the theme, unchanged, do say}."""


def remember(theme, cases):
    """Note which of the texts that the cases await are said by this theme."""
    for case in cases:
        said = [finding["message"].replace("\u00a0", " ")
                for finding in report_of(case, Catalogue((theme,)))["findings"]]
        SAID[case["name"]] = [words for words in case["says"] if any(words in message for message in said)]


def theme_of(name, mutant):
    """The theme that a mutant of a module declares."""
    made = types.ModuleType(name)
    made.__file__ = str(path_of(name))
    exec(compile(mutant.tree(), made.__file__, "exec"), made.__dict__)
    return made.THEME


def judge(name):
    """(every mutant of a module, those left alive)."""
    module = sys.modules[name]
    cases = own_cases({rule.id for rule in module.THEME.rules})
    remember(module.THEME, cases)
    if seen(module.THEME, cases):
        raise SystemExit(f"{name}: the cases fail without any mutant; mend them first.")
    made = mutants(name, path_of(name).read_text(encoding="utf-8"))
    alive = []
    for mutant in made:
        try:
            if not seen(theme_of(name, mutant), cases):
                alive.append(mutant)
        except Exception:  # a mutant that cannot even judge is seen
            continue
    return made, alive


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--module", action="append", help="a module such as pid_rules.rules.periode; all by default")
    options = parser.parse_args(arguments)
    names = [name for name in modules() if any(rule.predicate.__module__ == name for rule in CATALOGUE.rules)]
    excused = equivalents()
    total = dead = same = 0
    for name in options.module or names:
        made, alive = judge(name)
        left = [mutant for mutant in alive if mutant.key() not in excused]
        for mutant in left:
            print(f"  {name}:{mutant.line} {mutant.place}: {mutant.before} → {mutant.after}")
        total, dead, same = total + len(made), dead + len(made) - len(alive), same + len(alive) - len(left)
        print(f"{name}: {len(made) - len(alive)} of {len(made) - len(alive) + len(left)} killed by the cases of its "
              f"rules alone",
              flush=True)
    print(f"{dead} of {total - same} mutants killed ({100 * dead / max(1, total - same):.1f} %), {same} equivalent.")


if __name__ == "__main__":
    main()
