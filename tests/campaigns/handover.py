"""``python -m tests.campaigns.handover [--size 5000]``.

Generated dossiers are handed over by CPython and by the core compiled for the page. Their texts hold characters beyond
U+FFFF, markup and what could inject a header. The sealed text, the e-mail, its draft, its address and the blocks of the
PDF must be the same. Each draft is read back by Python's ``email``: no defect, no header but ours, the two files.
Exit code 1 on any difference.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from pid_rules.words.visible import visible  # noqa: E402 (the paths come first)
from tests.campaigns.dossiers import case_of  # noqa: E402
from tests.campaigns.engines import Brython, compile_core  # noqa: E402
from tests.support.mail import JSON, PDF, read, wrapped  # noqa: E402
from tests.support.naughty import naughty  # noqa: E402

SEAL = "7K3F-9QXW-2MPD-HJ4T"
BATCH = 50
SOURCE = '''
from pid_rules.documents.catalogue import COMPLET
from pid_rules.documents.document import Edition, compose
from pid_rules.dossier import seal
from pid_rules.form import FORM
from pid_rules.handover import eml, transmission
from pid_rules.handover.names import file_name

def handed_over(case):
    dossier, profile = case["dossier"], case["profile"]
    subject = transmission.mail_subject(dossier, profile, case["seal"])
    body = transmission.mail_body(dossier, profile, case["seal"])
    to = transmission.recipient(profile)
    names = [file_name(dossier, "pdf", True), file_name(dossier, "json", True)]
    enclosed = [(names[0], "application/pdf", case["pdf"]), (names[1], "application/json", case["json"])]
    draft = eml.draft(to, subject, body, enclosed)
    edition = Edition(FORM, None, profile, case["today"], None, "", False, case["seal"])
    return {"sealed": seal.sealed_text(dossier), "subject": subject, "body": body, "draft": draft,
            "mailto": list(transmission.mailto(to, subject, body)),
            "blocks": compose(COMPLET, dossier, edition)["blocks"]}
'''
REPLAY = "from javascript import JSON\n" + SOURCE + '''
def reports(text):
    return JSON.stringify([handed_over(case) for case in JSON.parse(text)])
'''
_here = {}
exec(compile(SOURCE, "handover", "exec"), _here)
TOLD = (("etablissement", "nom"), ("redacteur", "nom"), ("redacteur", "prenom"), ("redacteur", "courriel"),
        ("eleve", "nom"))


def handover_of(seed):
    """The case of a seed: a generated dossier, some of whose texts are naughty strings."""
    case, rng = case_of(seed), random.Random(seed)
    dossier = case["dossier"]
    for block, key in TOLD:
        if isinstance(dossier.get(block), dict) and rng.random() < 0.7:
            dossier[block][key] = "".join(rng.choice(NAUGHTY) for _ in range(rng.choice((1, 1, 2))))
    return {"dossier": dossier, "profile": case["profile"], "today": case["today"], "seal": SEAL,
            "pdf": wrapped(PDF), "json": wrapped(JSON)}


NAUGHTY = [visible(text) for text in naughty() if text.encode("utf-8", "replace").decode() == text]
"""As an answer may hold them: signs without ink are taken from what is typed, and the importer refuses them and half
pairs."""


def compare(brython, seeds):
    """(what differs or is read back with a defect, by seed; number of drafts read)."""
    cases = [handover_of(seed) for seed in seeds]
    brython.ask(cases)
    mine = [json.loads(json.dumps(_here["handed_over"](case))) for case in cases]
    wrong = {}
    for seed, here, there in zip(seeds, mine, brython.answer(), strict=True):
        parts = [part for part in here if here[part] != there[part]]
        try:
            message, body, _ = read(there["draft"])
            if " ".join(str(message["Subject"]).split()) != " ".join(here["subject"].split()):
                parts.append("subject read back")
            # spaces at the end of a line are not kept by an e-mail
            if [line.rstrip() for line in body.rstrip().split("\n")] != [line.rstrip()
                                                                         for line in here["body"].rstrip().split("\n")]:
                parts.append("body read back")
        except AssertionError:
            parts.append("draft read back")
        if parts:
            wrong[seed] = parts
    return wrong, len(mine)


def main():
    """Run the campaign and print its outcome."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=5_000)
    size = parser.parse_args().size
    begin, wrong, seen = time.perf_counter(), {}, 0
    with tempfile.TemporaryDirectory() as folder:
        compile_core(Path(folder), replay=REPLAY)
        brython = Brython(Path(folder))
        for start in range(0, size, BATCH):
            found, count = compare(brython, range(start, min(start + BATCH, size)))
            wrong.update(found)
            seen += count
        brython.close()
    print(f"{seen - len(wrong)} of {seen} dossiers handed over alike and read back, {time.perf_counter() - begin:.0f} "
          f"s")
    for seed, parts in list(wrong.items())[:20]:
        print(f"  seed {seed}: {', '.join(parts)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
