"""The same minutes in the rules, the documents and the screen; a document parses no day and no hour a second time."""

from collections import Counter

import pytest

from pid_rules.documents.catalogue import BY_SLUG, COMPLET, DOCUMENTS
from pid_rules.documents.document import Composition, Edition, compose
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import Inquiry
from pid_rules.planning.draft import stay_at
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.schema import ENVOI
from pid_rules.questions.time_of_day import Time
from pid_rules.rules import CATALOGUE
from pid_rules.seuils import accueil, temps_de_travail
from pid_rules.seuils.seuil import Version
from pid_rules.words import dates, horaires
from tests.support.cases_replay import bases
from ui.week.totals import presence_words

TODAY = dates.parse_iso("2026-11-20")
TABLE = (
    ("a break", ("09:00", "17:00", "12:00", "13:00"), 420),
    ("no break", ("09:00", "17:00", "", ""), 480),
    ("a break at the beginning", ("09:00", "17:00", "09:00", "10:00"), 420),
    ("a break all day", ("09:00", "17:00", "09:00", "17:00"), 0),
    ("a break backwards", ("09:00", "17:00", "13:00", "12:00"), 0),
    ("a break without an end", ("09:00", "17:00", "12:00", ""), 0),
    ("a break without a beginning", ("09:00", "17:00", "", "13:00"), 0),
    ("a break outside", ("09:00", "12:00", "14:00", "15:00"), 0),
    ("a break half outside", ("09:00", "12:00", "11:30", "12:30"), 0),
    ("a break that lasts nothing", ("09:00", "17:00", "12:00", "12:00"), 0),
    ("a day backwards", ("17:00", "09:00", "", ""), 0),
    ("a day that lasts nothing", ("09:00", "09:00", "", ""), 0),
    ("no end", ("09:00", "", "", ""), 0),
    ("no beginning", ("", "17:00", "", ""), 0),
    ("an hour that is none", ("9h", "17:00", "", ""), 0),
)
"""(what, hours of one Tuesday, minutes that all state): ADR 0014."""


STATED = {"ST-14": "l’élève est présent ", "ST-25": "l’élève passe "}


@pytest.fixture(autouse=True)
def every_minute_is_too_much(monkeypatch):
    """The rules on sums speak from the first minute on, and so state what they count."""
    for threshold in (temps_de_travail.SEMAINE, temps_de_travail.GRATIFICATION, accueil.MOIS_PAR_ORGANISME):
        monkeypatch.setattr(threshold, "history", (Version(0, "2003-09-08", threshold.citation),))


def with_lines(*lines, first="2027-01-05", last="2027-01-05", mondays=()):
    """The complete example with one stage, whose lines of hours are these (day, letter, start, end, break)."""
    dossier = bases()["complet"]
    names = ("jour", "semaine", "debut", "fin", "pause_debut", "pause_fin")
    hours = [dict(zip(names, line)) for line in lines]
    dossier["stages"] = [{**dossier["stages"][0], "debut": first, "fin": last, "horaires": hours}]
    dossier["emploi_du_temps"]["lundis_a"] = list(mondays)
    return dossier


def judged(dossier):
    return Inquiry(FORM, CATALOGUE, ENVOI, TODAY, {"departement": {"zone": "B"}}).load(dossier)


def said_by_rules(inquiry):
    """{rule: hours that it states} of the rules on a week, on a year and on a place."""
    said = {}
    for finding in inquiry.report().findings:
        words = finding.message.replace("\u00a0", " ")
        if finding.rule in STATED:
            following = words.partition(STATED[finding.rule])[2].split()[:3]
            said[finding.rule] = " ".join([word for word in following if word == "h" or word.isdigit()])
        elif finding.rule == "ST-26":
            said["ST-26"] = words.partition("comptent ")[2].partition(" heures")[0]
    return said


def said_by_convention(dossier):
    """(hours of a week, hours of the whole stage) that the convention states, on paper and in its preview."""
    edition = Edition(FORM, CATALOGUE, {}, TODAY, None)
    described = compose(BY_SLUG["convention"], dossier, edition, "stages.0")["blocks"]
    caption = [block["caption"] for block in described if block.get("caption", "").startswith("Horaires")][0]
    cells = [cell for block in described if block["t"] == "table" for row in block["rows"] for cell in row]
    whole = "".join([cell for cell in cells if "Durée totale" in cell])
    return (caption.partition("\u00a0: ")[2].partition(" par semaine")[0],
            whole.partition("Durée totale prévue\u00a0: ")[2].partition(" de présence")[0])


@pytest.mark.parametrize("hours, minutes", [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_same_minutes_are_stated_everywhere(hours, minutes):
    dossier = with_lines(("mardi", "", *hours))
    inquiry = judged(dossier)
    plan, words = inquiry.derived["plan"], horaires.in_words(minutes)
    assert sum(dated.day.outside for dated in plan.days) == plan.stays[0].weekly(0) == minutes
    assert presence_words(stay_at(dossier, "stages.0")) == words
    plain = words.replace("\u00a0", " ")
    assert said_by_rules(inquiry) == ({"ST-14": plain, "ST-25": plain, "ST-26": str(minutes // 60)} if minutes else {})
    assert said_by_convention(dossier) == (words if minutes else "", words if plan.stays[0].complete else "")
    blocking = {finding.rule for finding in inquiry.report().findings if finding.severity == "bloquant"}
    assert plan.stays[0].counted or blocking & {"ST-32", "FMT", "REQ"}  # nothing leaves uncounted


@pytest.mark.parametrize("letter, mondays, hours", [
    ("A", ("2026-12-28", "2027-01-11", "2027-01-25"), "14 h"),
    ("B", ("2026-12-28", "2027-01-11", "2027-01-25"), "21 h"),
    ("A", ("2027-01-04", "2027-01-18", "2027-02-01"), "21 h")])
def test_one_week_in_two_the_rules_count_the_days_of_the_convention(letter, mondays, hours):
    line = ("mardi", letter, "09:00", "17:00", "12:00", "13:00")
    dossier = with_lines(line, first="2027-01-04", last="2027-02-05", mondays=mondays)
    found = said_by_rules(judged(dossier))
    assert (found["ST-25"], found["ST-26"]) == (hours, hours.split()[0])
    assert said_by_convention(dossier)[1].replace("\u00a0", " ") == hours


@pytest.fixture
def parsed(monkeypatch):
    """Counts the texts that are parsed as days and hours, none being known yet."""
    counts = Counter()

    def counting(module, name):
        parse = getattr(module, name)
        monkeypatch.setattr(module, name, lambda text: (counts.update([text]), parse(text))[1])

    counting(horaires, "parse_time")
    counting(dates, "parse_iso")
    for kind in (Time, Date):
        monkeypatch.setattr(kind, "known", {})
    monkeypatch.setattr(FORM, "tree", None)
    return counts


@pytest.mark.parametrize("document", (*DOCUMENTS, COMPLET), ids=repr)
def test_a_document_parses_each_day_and_each_hour_once(document, parsed):
    dossier = bases()["clos"]
    for place in document.places(dossier):
        composition = Composition(document, dossier, Edition(FORM, CATALOGUE, {}, TODAY, None), place)
        once = dict(parsed)
        while composition.go_on():
            pass
        composition.described()
        assert parsed == once and max(once.values(), default=1) == 1
