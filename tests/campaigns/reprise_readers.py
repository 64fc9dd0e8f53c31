"""Damaged exports in the readers of « Reprendre »: ``python -m tests.campaigns.reprise_readers [--count N]``.

The script of the pages runs in Node. The samples bear a mark in every answer that is on no list; each is damaged some
times, in its bytes. Exit code 1 where something is thrown, where an answer has not the form that the core takes, and
where a mark comes out.
"""

import argparse
import base64
import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from pipeline import node  # noqa: E402
from tests.campaigns.figures import rate  # noqa: E402
from tests.support.reprise_files import DATA  # noqa: E402
from tests.support.reprise_reader import LISTS, bundle  # noqa: E402

RUNNER = Path(__file__).with_suffix(".js")
MARK = "N0P4SS"
BATCH = 20_000
SLOWEST_MS = 2000
XML = ("ElevesAvecAdresses.xml", "ElevesSansAdresses.xml", "ResponsablesAvecAdresses.xml", "EXP_COURS.xml")
AGENDA = "Calendrier_EXEMPLE_Loic_14052012.ics"
LISTED = {tag for tags in LISTS["siecle"].values() for tag in tags} | set(LISTS["cours"])


def marked_xml(name):
    """A sample with the mark in every text that is on no list."""
    text = (DATA / name).read_bytes().decode("iso-8859-15")
    made = re.sub(r"<([\w.]+)>[^<>]+</\1>",
                  lambda found: found[0] if found[1] in LISTED else f"<{found[1]}>{MARK}</{found[1]}>", text)
    return made.encode("iso-8859-15")


def marked_agenda():
    """The agenda, short, with the mark in what says with whom and where."""
    head, *events = (DATA / AGENDA).read_text(encoding="utf-8").replace("\r\n ", "").split("BEGIN:VEVENT")
    text = "BEGIN:VEVENT".join([head, *events[:12]]) + "END:VCALENDAR\r\n"
    return re.sub(r"(LOCATION[^:]*:|Professeur : |Salle : |UID:|X-WR-CALNAME[^:]*:)[^\\\r\n]*", r"\g<1>" + MARK,
                  text).encode("utf-8")


def bases():
    """What is damaged: [{kind, content}]."""
    files = [("file", marked_xml(name)) for name in XML] + [("file", marked_agenda())]
    files += [("file", (DATA / f"ExportXML_{name}.zip").read_bytes())
              for name in ("ElevesAvecAdresses", "ResponsablesAvecAdresses")]
    files += [("file", (DATA / "liste-classe.tsv").read_bytes()), ("html", (DATA / "semaine-grille.html").read_bytes())]
    return [{"kind": kind, "content": base64.b64encode(content).decode()} for kind, content in files]


def damaged(count, seed, naive=False):
    """The figures of ``count`` damaged files."""
    return node.run(RUNNER, {"bundle": bundle(), "lists": LISTS, "bases": bases(), "count": count, "seed": seed,
                             "mark": MARK, "naive": naive})


def is_sound(figures):
    """Whether nothing was thrown, nothing came out that may not, and nothing lasted."""
    return not (figures["uncaught"] or figures["unsound"] or figures["leaked"] or figures["polluted"]
                or figures["slowest"] > SLOWEST_MS)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    node.install()
    start, bad, tried, slowest, said = time.monotonic(), 0, 0, 0, {}
    for rank in range(0, given.count, BATCH):
        figures = damaged(min(BATCH, given.count - rank), given.seed + rank)
        tried += figures["tried"]
        slowest = max(slowest, figures["slowest"])
        for words, times in figures["said"].items():
            said[words] = said.get(words, 0) + times
        if not is_sound(figures):
            bad += figures["uncaught"] + figures["unsound"] + figures["leaked"] + figures["polluted"]
            print(figures["first"])
            break
    for words, times in sorted(said.items(), key=lambda one: -one[1]):
        print(f"{times:8} {words}")
    control = damaged(200, given.seed, naive=True)
    print(f"faults: {rate(bad, tried)}; slowest {slowest:.0f} ms of processor; {time.monotonic() - start:.0f} s; "
          f"control, a reader that keeps all: {control['leaked']} of 200 leak")
    return 1 if bad or slowest > SLOWEST_MS or not control["leaked"] else 0


if __name__ == "__main__":
    sys.exit(main())
