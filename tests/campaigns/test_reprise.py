"""What other software holds is taken alike by both engines, and no text of it makes the core fail."""

import copy
import csv
import inspect
import json
import random

import pytest

from pid_rules.reprise import annuaire_rows
from pid_rules.reprise.table import cells_of
from tests.support import taken_all
from tests.support.drawn_agendas import Drawn
from tests.support.examples import EXAMPLES
from tests.support.naughty import strings
from tests.support.reprise_files import DATA, events, lessons_of_edt, siecle

REPLAY = inspect.getsource(taken_all) + '''
from javascript import JSON

def reports(text):
    return JSON.stringify([taken(case) for case in JSON.parse(text)])
'''
SIGNS = "\t\n;\"'<>&?:-()[]/ 0123456789hHAaBbéŒ\u00a0\u2028😀"


def text_of(name):
    return (DATA / name).read_bytes().decode()


def samples():
    """The samples, each as a reader gives it."""
    with (DATA / "annuaire.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter=";"))
    schools = [{column: row[column] for column in annuaire_rows.READ} for row in rows]
    both = [siecle("ElevesAvecAdresses.xml"), siecle("ResponsablesAvecAdresses.xml")]
    return [{"opened": both, "typed": "exe"}, {"opened": both[1:], "typed": ""}, {"opened": [], "typed": "exe"},
            {"pasted": text_of("liste-classe.tsv")}, {"pasted": "CŒUR\tLoïc\t14/05/2012\t3 B\t0639980001\tPAP\n"},
            {"table": cells_of(text_of("semaine-grille.tsv"))}, {"table": cells_of(text_of("semaine-liste.tsv"))},
            {"table": [["", "Lundi", "Mardi", "Jeudi"], ["M1", "SVT (A)", "", ""], ["M2", "PC", "", ""]]},
            {"table": [["", "Lundi", "Mardi", "Jeudi"], ["8h-9h", "BIDULE", "10", ""]]},
            {"lessons": lessons_of_edt("EXP_COURS.xml")},
            {"events": events(text_of("Calendrier_EXEMPLE_Loic_14052012.ics")), "zone": "B"},
            {"rows": schools, "typed": "angers"}, {"tags": ["eleve.nom MAJ", "#responsables", "prenon", "eleve.sexe"]},
            *[{"dossier": dossier} for dossier in EXAMPLES.values()]]


def texts_within(value, found):
    """[(holder, key)] of each text of plain data."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        if isinstance(value[key], str):
            found.append((value, key))
        texts_within(value[key], found)
    return found


def mutated(case, draw):
    """The same case, in which some texts are other ones: naughty, cut, with a sign more, or of another place."""
    made = copy.deepcopy(case)
    places = texts_within(made, [])
    for holder, key in draw.sample(places, min(len(places), draw.randint(1, 12))):
        text = holder[key]
        rank = draw.randint(0, len(text))
        other, at = draw.choice(places)
        holder[key] = draw.choice((draw.choice(strings()), text[:rank] + draw.choice(SIGNS) + text[rank:],
                                   text[:rank] + text[rank + 3:], str(other[at]), "", text * 3))
    return made


def same(brython, cases):
    """The positions of the cases that both engines take otherwise, or on which one fails."""
    brython.ask(cases)
    here = [json.loads(json.dumps(taken_all.taken(copy.deepcopy(case)))) for case in cases]
    return [(rank, mine, other) for rank, (mine, other) in enumerate(zip(here, brython.answer(), strict=True))
            if mine != other or isinstance(mine, dict)]


def test_both_engines_take_the_samples_alike(brython):
    cases = [*samples(), *[{"events": Drawn(seed, 10, 8).events, "zone": "B"} for seed in range(3)]]
    assert same(brython, cases) == []


def take_mutated(seed, count):
    """Have CPython take mutated cases; one on which it fails fails the test."""
    draw, cases = random.Random(seed), samples()
    for _ in range(count):
        case = mutated(draw.choice(cases), draw)
        made = taken_all.taken(copy.deepcopy(case))
        assert not isinstance(made, dict), (made, case)


def test_no_text_makes_the_core_fail():
    take_mutated(17, 400)


def test_control_what_fails_is_seen():
    assert "raised" in taken_all.taken({"pasted": 3})


@pytest.mark.campaign
def test_both_engines_take_mutated_cases_alike(brython):
    draw, cases = random.Random(1), samples()
    for _ in range(100):
        made = [mutated(draw.choice(cases), draw) for _ in range(40)]
        found = same(brython, made)
        assert found == [], (found[0], made[found[0][0]])


@pytest.mark.campaign
def test_no_text_of_many_makes_the_core_fail():
    take_mutated(3, 20_000)
