"""The same dossiers are drawn alike by both engines, shape by shape."""

import copy
import inspect
import json

from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.words import dates
from tests.support import drawn_all
from tests.support.examples import EXAMPLES

REPLAY = inspect.getsource(drawn_all) + '''
from javascript import JSON

def reports(text):
    return JSON.stringify([drawn(case) for case in JSON.parse(text)])
'''


def crowded():
    """Twelve stages, thirty objectives, signs that no font has."""
    dossier = copy.deepcopy(EXAMPLES["desordre"])
    dossier["lieux"][0]["nom"] = "Établissements 🦄 Œuvré-Grandmaison"
    dossier["stages"] = [dict(copy.deepcopy(dossier["stages"][rank % 2]), id=f"S{rank}") for rank in range(1, 13)]
    objective = dossier["parcours"]["objectifs"][0]
    dossier["parcours"]["objectifs"] = [dict(objective, id=f"O{rank}", echeance=f"2027-02-{rank % 27 + 1:02}")
                                        for rank in range(30)]
    return dossier


def cases():
    return [{"dossier": dossier, "today": dates.parse_iso("2027-01-20"), "zone": zone} for dossier, zone in (
        (EXAMPLES["complet"], "B"), (EXAMPLES["clos"], ""), (EXAMPLES["desordre"], "A"), (crowded(), "B"),
        (blank_dossier(FORM), "B"))]


def test_both_engines_draw_alike(brython):
    brython.ask(cases())
    there = brython.answer()
    here = json.loads(json.dumps([drawn_all.drawn(case) for case in cases()]))
    assert [len(one["drawings"]) > 5 for one in here] == [True] * 4 + [False]
    assert there == here
