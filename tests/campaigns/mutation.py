"""``python -m tests.campaigns.mutation [--module pid_rules.rules.periode] [--every 1] [--workers 2]``.

Every mutant of the rules is judged by the TOML cases, then, where none sees it, by unit tests. ``--every`` takes one in
so many, where the whole would take hours. The unit tests are those that name its rules. For ``pid_rules.planning``,
which all rules of hours use, they are those alone that import the package: some 20 s where nothing fails. Those of the
module itself come before the cases. Those that draw examples come last, the same ones each time.

What only a test of a screen or of a document would see counts there as alive. Prints how many are killed, and where the
others stand. A module whose own text, unchanged, is not left alive is not measured. ``equivalents.toml`` lists the
mutants that change nothing, and why. Exit code 1 below the target. Needs an operating system that can fork.
"""

import argparse
import importlib.abc
import importlib.util
import multiprocessing
import os
import re
import signal
import sys
import time
import tomllib
from pathlib import Path

import playwright.sync_api  # noqa: F401 (the tests will: imported once here, it is in every process)
import pytest
from hypothesis import Phase, settings

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.campaigns.mutants import mutants  # noqa: E402 (the paths come first)
from tests.support.cases_replay import load_cases  # noqa: E402

TARGET = 95
SLOW = 3
"""A mutant that takes too long is taken as one that does not end, and as killed.

Too long is so many times the processor time of the step with its module unchanged, and two seconds. A busy machine
kills none.
"""
CASES = load_cases()
ARGUMENTS = ["-q", "-x", "-n0", "-p", "no:cacheprovider", "--rootdir", str(ROOT), "--hypothesis-profile=mutants"]
# The first example that fails is enough, and the same mutant is always judged the same way.
settings.register_profile("mutants", deadline=None, database=None, derandomize=True,
                          phases=[Phase.explicit, Phase.generate])
RULE_ID = re.compile(r'"([A-Z]{2}-\d\d)"')


def modules():
    """{module name: path} of what is mutated unless said: the rules, and what computes for several of them."""
    paths = [path for path in sorted((ROOT / "pid_rules" / "rules").glob("*.py")) if path.name != "__init__.py"]
    paths += sorted((ROOT / "pid_rules").glob("planning*.py")) + sorted((ROOT / "pid_rules" / "planning").glob("*.py"))
    return {name_of(path): path for path in paths}


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def path_of(name):
    whole = ROOT / name.replace(".", "/")
    return whole / "__init__.py" if whole.is_dir() else whole.with_suffix(".py")


class Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports a mutant in the place of its module."""

    def __init__(self, mutant):
        self.mutant = mutant

    def find_spec(self, fullname, path=None, target=None):
        if fullname != self.mutant.module:
            return None
        file = path_of(fullname)
        return importlib.util.spec_from_file_location(
            fullname, file, loader=self,
            submodule_search_locations=[str(file.parent)] if file.stem == "__init__" else None)

    def exec_module(self, module):
        exec(compile(self.mutant.tree(), str(path_of(self.mutant.module)), "exec"), module.__dict__)


def killed(task):
    """Whether the cases or the unit tests see the mutant; runs in a process of its own."""
    module, number, limits = task
    signal.signal(signal.SIGPROF, _too_long)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")
    try:
        put_in_place(module, number)
        for step, seconds in zip(steps_of(module), limits):
            signal.setitimer(signal.ITIMER_PROF, seconds)
            if step():
                return True
    except Exception:
        return True
    return False


def steps_of(module):
    """What judges a mutant of a module, one step after the other: each says whether it sees it."""
    soon, late = unit_tests_of(module)
    return (lambda: seen_by_unit_tests(soon), lambda: seen_by_cases(module, True), lambda: seen_by_cases(module, False),
            lambda: seen_by_unit_tests(late))


def limits_of(module):
    """Seconds of processor after which each step is too long, or None where a step sees something in the module as it
    is."""
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")
    put_in_place(module, None)
    limits = []
    for step in steps_of(module):
        start = time.process_time()
        if step():
            return None
        limits.append(2 + SLOW * (time.process_time() - start))
    return limits


def put_in_place(module, number):
    """Have this process import everything again, with a mutant; as it is where ``number`` is None."""
    for name in [name for name in sys.modules if name.split(".")[0] in ("pid_rules", "tests", "pid_site", "ui")]:
        del sys.modules[name]
    if number is not None:
        listed = mutants(module, path_of(module).read_text(encoding="utf-8"))
        sys.meta_path.insert(0, Instead(listed[number]))


def _too_long(*_):
    raise TimeoutError


def seen_by_cases(module, near):
    """Whether a case that awaits something of the rules of the module (``near``), or another one, sees the mutant."""
    from tests.support import cases_replay  # imported again, with the mutant

    own = rules_near(module)
    return any(cases_replay.shortfalls(case, cases_replay.report_of(case))
               for case in CASES if own.isdisjoint(awaited(case)) is not near)


def rules_near(module):
    """Ids of the rules that a module declares, or of those that use it: their cases are the first to be judged."""
    text = path_of(module).read_text(encoding="utf-8")
    if not RULE_ID.search(text):
        others = [path.read_text(encoding="utf-8") for path in modules().values()]
        text = " ".join(other for other in others if "pid_rules.planning" in other)
    return set(RULE_ID.findall(text))


def awaited(case):
    return {words.split()[0] for key in ("expect", "absent", "pending", "unasked") for words in case[key]}


def seen_by_unit_tests(paths):
    """Whether a file of unit tests fails; one after the other, since a file that fails spares the collection of the
    others."""
    return any(pytest.main([*ARGUMENTS, path]) != 0 for path in paths)


def unit_tests_of(module):
    """(Files of unit tests that are quicker than the cases, those asked after the cases): the likeliest to fail come
    first."""
    texts = {str(path): path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "unit").glob("test_*.py"))
             if path.name not in ("test_cases.py", "test_generated.py")}
    if ".rules." in module:
        own = rules_near(module)
        naming = [path for path in texts if any(mention in texts[path] for mention in {module} | own)]
        return [], sorted(naming, key=lambda path: -sum(rule in texts[path] for rule in own))
    using = sorted([path for path in texts if "from pid_rules.planning" in texts[path]],
                   key=lambda path: "max_examples" in texts[path])
    # Tests that ask for many examples are the slow ones.
    itself = re.compile(rf"^from {module} import|^from pid_rules.planning import {module.rpartition('.')[2]}$",
                        re.MULTILINE)
    soon = [path for path in using if itself.search(texts[path]) and "max_examples" not in texts[path]]
    return soon, [path for path in using if path not in soon]


def judge(name, workers, every=1):
    """(Mutant of a module, whether it is killed), one in ``every``, as each is judged.

    Each has a process of its own, which dies with it.
    """
    listed = mutants(name, path_of(name).read_text(encoding="utf-8"))
    with multiprocessing.get_context("fork").Pool(workers, maxtasksperchild=1) as pool:
        limits = pool.apply(limits_of, (name,))
        if limits is None:
            raise SystemExit(f"{name}: the cases or the unit tests fail without any mutant; mend them first.")
        tasks = [(name, number, limits) for number in range(0, len(listed), every)]
        yield from zip(listed[::every], pool.imap(killed, tasks))


def equivalents():
    """{key of a mutant that changes nothing: reason}."""
    text = Path(__file__).with_name("equivalents.toml").read_text(encoding="utf-8")
    return {f"{one['module']} {one['place']}: {one['change']}": one["reason"]
            for one in tomllib.loads(text).get("mutant", [])}


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--module", action="append", help="a module such as pid_rules.rules.periode; all by default")
    parser.add_argument("--every", type=int, default=1, help="one mutant in so many")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    excused = equivalents()
    total = dead = same = 0
    for name in options.module or modules():
        made = alive = excepted = 0
        for mutant, verdict in judge(name, options.workers, options.every):
            made += 1
            alive += not verdict
            if not verdict and mutant.key() in excused:
                excepted += 1
            elif not verdict:
                place = f"{path_of(name).relative_to(ROOT)}:{mutant.line} {mutant.place}"
                print(f"  {place}: {mutant.before} → {mutant.after}", flush=True)
        print(f"{name}: {made - alive} of {made - excepted} killed, {excepted} equivalent", flush=True)
        total, dead, same = total + made, dead + made - alive, same + excepted
    rate = 100 * dead / max(1, total - same)
    seconds = time.perf_counter() - start
    print(f"{dead} of {total - same} mutants killed ({rate:.1f} %), {same} equivalent, {seconds:.0f} s.")
    return 0 if rate >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
