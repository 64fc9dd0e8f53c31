"""What is said while somebody types: neither of a page nobody has come to, nor of an item being typed, and once."""

import copy

import pytest

from pid_rules.dossier.paths import put
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import Inquiry
from pid_rules.judgement.report import Finding
from pid_rules.judgement.timely import (
    in_one,
    is_being_typed,
    is_early,
    items_around,
    pages_read,
    words_by_answer,
)
from pid_rules.questions.kinds import BLOQUANT
from pid_rules.questions.schema import AVANT, ENVOI
from pid_rules.rules import CATALOGUE
from tests.support.examples import EXAMPLES
from tests.support.judging import PROFILE_49

EVERY = [page.slug for page in FORM.pages]


def judged(dossier):
    return Inquiry(FORM, CATALOGUE, ENVOI, 740111, PROFILE_49).load(dossier)


def example(**changes):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    for path, value in changes.items():
        put(dossier, path.replace("__", "."), value)
    return dossier


def said(dossier, visited=(), typed=""):
    """The rules that speak while somebody types at a path."""
    inquiry = judged(dossier)
    found = []
    for finding in inquiry.spoken():
        read = pages_read(FORM, CATALOGUE.by_id[finding.rule])
        patterns = [pattern for slug in read for pattern in read[slug]]
        if not is_early(read, dossier, list(visited)) and not (
                typed and is_being_typed(FORM, finding, patterns, dossier, typed, inquiry.reading.entry)):
            found.append(finding.rule)
    return set(found)


def test_a_rule_that_reads_a_page_not_visited_and_blank_waits_for_it():
    blank = example(signatures=[], stages=[], lieux=[], emploi_du_temps={"semaines": []})
    early = {rule.id for rule in CATALOGUE.rules if is_early(pages_read(FORM, rule), blank, [])}
    assert "SI-06" in early and early
    assert {rule.id for rule in CATALOGUE.rules if is_early(pages_read(FORM, rule), blank, EVERY)} == set()


def test_a_stage_typed_before_the_timetable_and_the_signatures_says_nothing_of_them():
    dossier = example(signatures=[], emploi_du_temps={"reference": "", "semaines": [], "lundis_a": []})
    everything = said(dossier, EVERY)
    waiting = everything - said(dossier, ["stages"])
    assert waiting and everything - waiting == said(dossier, ["stages"])
    assert said(dossier, ["stages", "emploi-du-temps", "signatures"]) == everything


def test_one_answer_given_in_a_page_not_visited_makes_it_speak():
    read = {"parcours": ["parcours.debut", "parcours.fin"]}
    assert is_early(read, {"parcours": {"debut": "", "fin": None}}, [])
    assert not is_early(read, {"parcours": {"debut": "2027-01-05", "fin": None}}, [])
    assert not is_early(read, {"parcours": {"debut": "", "fin": None}}, ["parcours"])


def test_what_follows_the_sending_silences_nothing():
    read = {slug for rule in CATALOGUE.rules for slug in pages_read(FORM, rule)}
    assert read <= {page.slug for page in FORM.pages if page.phase == AVANT} and len(read) > 8


def test_nothing_waits_in_a_dossier_that_is_complete():
    for name in ("complet", "desordre"):
        dossier = EXAMPLES[name]
        begun = [page.slug for page in FORM.pages if page.phase == AVANT]
        assert said(dossier, begun) == {finding.rule for finding in judged(dossier).spoken()}


def test_an_answer_stands_in_the_items_around_it():
    assert items_around("stages.0.horaires.1.fin") == ["stages.0", "stages.0.horaires.1"]
    assert items_around("eleve.nom") == [] and items_around("") == []


TOO_LONG = {"stages__0__horaires__0__debut": "07:00", "stages__0__horaires__0__fin": "17:00"}


@pytest.mark.parametrize(("typed", "pause", "speaks"), [
    ("stages.0.horaires.0.fin", "", False), ("stages.0.horaires.0.fin", "12:00", True),
    ("stages.0.horaires.1.fin", "", True), ("stages.1.debut", "", True), ("", "", True)])
def test_the_hours_of_a_day_are_judged_once_its_break_is_given_or_its_row_left(typed, pause, speaks):
    dossier = example(**TOO_LONG, stages__0__horaires__0__pause_debut=pause,
                      stages__0__horaires__0__pause_fin=pause and "12:30")
    finding = next(one for one in judged(dossier).spoken() if "stages.0.horaires.0.fin" in one.paths)
    pages = pages_read(FORM, CATALOGUE.by_id[finding.rule]).values()
    read = [pattern for patterns in pages for pattern in patterns]
    inquiry = judged(dossier)
    silent = bool(typed) and is_being_typed(FORM, finding, read, dossier, typed, inquiry.reading.entry)
    assert silent is not speaks


def test_an_item_that_lacks_an_answer_is_not_spoken_of_while_it_is_typed():
    dossier = example(situation__mesures=[{"id": "A1", "type": "", "debut": "", "fin": "", "effet": ""}])
    finding = Finding("X", BLOQUANT, ["situation.mesures"], "Aucune mesure n’est indiquée.", "")
    entry = judged(dossier).reading.entry
    assert is_being_typed(FORM, finding, [], dossier, "situation.mesures.0.type", entry)
    assert not is_being_typed(FORM, finding, [], dossier, "situation.constats", entry)
    put(dossier, "situation.mesures.0.type", "ppre")
    assert not is_being_typed(FORM, finding, [], dossier, "situation.mesures.0.effet", judged(dossier).reading.entry)


def finding(path, message="Une phrase.", rule="X"):
    return Finding(rule, BLOQUANT, path.split(), message, "")


def test_the_same_sentence_of_several_answers_is_said_once_with_their_number():
    paths = [f"signatures.{index}.date" for index in range(4)]
    dossier = EXAMPLES["complet"]
    said_of = words_by_answer(FORM, dossier, [finding(path) for path in paths])
    assert said_of == {paths[0]: "Une phrase. (4\u00a0fois sur cette page)"}
    two = words_by_answer(FORM, dossier, [finding(path) for path in paths[:2]])
    assert two == dict.fromkeys(paths[:2], "Une phrase.")
    apart = words_by_answer(FORM, dossier, [finding(path, path) for path in paths])
    assert apart == {path: path for path in paths}


def test_one_finding_is_said_at_each_of_its_answers_and_a_blank_waits():
    dossier = example(eleve__classe="")
    assert words_by_answer(FORM, dossier, [finding("eleve.nom eleve.prenom eleve.niveau eleve.classe inconnu")]) == \
        dict.fromkeys(["eleve.nom", "eleve.prenom", "eleve.niveau"], "Une phrase.")


def test_what_a_rule_says_several_times_of_one_answer_is_one_sentence():
    dossier = example(parcours__dispenses=[])
    put(dossier, "parcours.dispenses", [{"id": "D1", "discipline": "Latin", "compensation": ""}])
    found = [one for one in judged(dossier).spoken() if one.rule == "PR-08" and one.paths == ["parcours.dispenses"]]
    assert len(found) > 3
    words = words_by_answer(FORM, dossier, found)["parcours.dispenses"].replace("\u00a0", " ")
    weeks = {one.message.partition("semaine type")[2] for one in found}
    assert words.count("De même :") == 1 and words.count("de moins par semaine") == len(weeks) < len(found)
    assert words.startswith(found[0].message.replace("\u00a0", " ")) and words.count(" ; ") == len(found) - 2


@pytest.mark.parametrize(("messages", "words"), [
    (["Seul."], "Seul."),
    (["A : 1 h de moins, et rien.", "B : 2 h de moins, et rien."], "A : 1 h de moins, et rien. De même : B : 2 h."),
    (["Tout autre chose.", "Rien de commun ici."], "Tout autre chose. Rien de commun ici.")])
def test_messages_in_one(messages, words):
    assert in_one([one.replace(" :", "\u00a0:").replace(" h", "\u00a0h") for one in messages]).replace(
        "\u00a0", " ") == words
