"""Page one of the dossier: each part is there whatever the dossier, nothing is dropped without saying so, each figure
is that of the answers and of the rules."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.documents import synthese
from pid_rules.documents.catalogue import BY_SLUG, COMPLET
from pid_rules.documents.document import blank
from pid_rules.documents.fitting import CUT, cut, fitted, lines, shared
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.planning.dispense_table import DispenseTable
from pid_rules.planning.draft import plan_of, read
from pid_rules.rules import CATALOGUE
from pid_rules.seuils.calendrier import weeks_of_class
from pid_rules.words import dates, horaires
from pid_rules.words.typography import french
from tests.bench.vast import vast
from tests.support.examples import EXAMPLES
from tests.support.papers import NB, outspread, plain, texts
from tests.support.pdf_documents import PROFILE, TODAY, described

ONE = BY_SLUG["fiche-de-synthese"]
DOSSIERS = {**EXAMPLES, "vide": blank_dossier(FORM), "vaste": vast()}
PARTS = ["Ce que l’élève perd, par semaine", "Avis et accords", "Pourquoi maintenant", "Déjà essayé", "Objectifs",
         "À trancher"]
AFTER_SIGNATURES = dates.parse_iso("2026-12-18")
EVERY = pytest.mark.parametrize("name", DOSSIERS)


def dates_of(dossier):
    return [dates.parse_iso(dossier["parcours"][bound]) for bound in ("debut", "fin")]


def sheet(dossier, day=TODAY):
    return described(dossier, document=ONE, day=day)["blocks"][0]


def said(dossier, day=TODAY):
    """{title of a part: its words}."""
    found, title = {}, ""
    for block in outspread([sheet(dossier, day)]):
        if block["t"] == "h" and block["level"] == 2:
            title = plain(block["text"]).partition(", vérifié")[0]
        words = [block.get("text", ""), block.get("alt", ""), *block.get("items", []),
                 *[" ".join(item) for one in block.get("lists", ()) for item in one["items"]]]
        found[title] = plain(found.get(title, "") + " " + " ".join(words))
    return found


@EVERY
def test_each_part_is_there_whatever_the_dossier(name):
    found = said(DOSSIERS[name])
    assert [title for title in found if title in PARTS] == PARTS
    assert all(found[title].removeprefix(title).strip() for title in PARTS)
    assert "Demande : " in found[""] and "Dossier suivi par : " in found[""] and "Référent : " in found[""]
    assert any(title.startswith("Le parcours") for title in found)


def drawings(dossier):
    """Texts that tell the drawings."""
    return [plain(block["alt"]) for block in outspread([sheet(dossier)]) if block["t"] == "figure"]


def test_the_timeline_both_weeks_and_the_hours_are_drawn():
    calendar, ordinary, hours, with_stage = drawings(EXAMPLES["complet"])
    assert calendar.startswith("Calendrier, du 7 décembre 2026 au ")
    assert ordinary.startswith("Semaine ordinaire") and with_stage.startswith("Semaines de stage en menuiserie")
    assert "LV2 : 2 h 30 avant, 0 h pendant" in hours
    assert drawings(DOSSIERS["vide"]) == []
    assert "Aucune semaine type n’est décrite." in said(DOSSIERS["vide"])["La semaine"]


def test_the_hours_lost_are_those_of_the_rules():
    dossier = EXAMPLES["complet"]
    rows = DispenseTable(dossier, "B").rows
    lost = [row.lesson for row in rows if row.lesson.dispensed]
    told = [drawing for drawing in drawings(dossier) if drawing.startswith("Heures par semaine")][0]
    for lesson in lost:
        hours = plain(horaires.in_words(lesson.grid - lesson.dispensed))
        assert f"{lesson.name} : {plain(horaires.in_words(lesson.grid))} avant, {hours} pendant" in told
    plan = plan_of(read(dossier), "B")
    assert f"{weeks_of_class('B', *dates_of(dossier))} semaines de classe" in " ".join(said(dossier))
    assert f"{plan.models[0].college // 60} h au collège" in " ".join(texts(sheet(dossier)["left"])).replace(NB, " ")


@EVERY
def test_it_is_the_first_page_of_the_complete_dossier_and_alone(name):
    first, after = described(DOSSIERS[name])["blocks"][:2]
    assert first == sheet(DOSSIERS[name]) and after["t"] == "pagebreak"


def test_a_form_to_fill_by_hand_has_none():
    assert all(block["t"] != "sheet" for block in blank(COMPLET, FORM)["blocks"])
    assert ONE.places(EXAMPLES["complet"], by_hand=True) == [] and ONE.places(EXAMPLES["complet"]) == [""]


def test_it_says_who_and_what_is_asked():
    head = said(EXAMPLES["complet"])[""]
    for words in ("DOĞAN-LEFÈVRE Łukasz, 3e B, 15 ans", "Naissance : 4 mars 2011 · 16 ans le 4 mars 2027",
                  "Collège de démonstration", "réf. 0490000J-2026-K7QF · révision 1",
                  "validation d’un PID du 7 décembre 2026 au 9 avril 2027 · première demande"):
        assert words in head, words


def test_a_birthday_after_the_end_changes_nothing_and_is_not_said():
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["parcours"]["fin"] = "2027-02-19"
    assert "16 ans" not in said(dossier)[""]


def test_it_says_why_in_facts_and_in_the_words_of_the_pupil():
    why = said(EXAMPLES["complet"])["Pourquoi maintenant"]
    assert "23 demi-journées d’absence (1er sept.–13 nov. 2026)." in why
    assert "Difficultés : motivation, assiduité, apprentissages." in why
    assert "« J’aime fabriquer des choses. En classe je décroche vite. »" in why


def test_what_was_tried_has_its_result_and_an_objective_its_echeance():
    found = said(EXAMPLES["complet"])
    assert "PPRE (14 sept.–16 oct. 2026) : Progrès en calcul, pas d’effet sur l’assiduité." in found["Déjà essayé"]
    assert "29 janv. 2027 : Retrouver une présence régulière" in found["Objectifs"]


def test_opinions_and_dates_noted_are_ticked_and_what_is_awaited_is_not():
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["avis"]["cpe"]["sens"], dossier["avis"]["psyen"]["sens"] = "", "defavorable"
    dossier["avis"]["infirmier"]["sens"] = "joint_sous_pli"
    dossier["signatures"] = [one for one in dossier["signatures"] if one["role"] != "eleve"]
    ticked = said(dossier)["Avis et accords"]
    for words in ("✗ PsyEN : défavorable", "☐ CPE", "✓ Infirmier : pli confidentiel", "☐ Élève", "✓ Mère, 18 nov."):
        assert words in ticked, words


def test_what_the_rules_say_is_to_settle():
    dossier = copy.deepcopy(EXAMPLES["desordre"])
    report = evaluate(FORM, CATALOGUE, dossier, "envoi", AFTER_SIGNATURES, PROFILE)
    warned = {finding.rule for finding in report.findings if finding.severity == "avertissement"}
    settled = said(dossier, AFTER_SIGNATURES)["À trancher"]
    assert warned == {"ST-02", "ST-12", "ST-13"} and all(f"({rule}) : « " in settled for rule in warned)
    assert settled.count("Assumé – ") == 3 and "À justifier" not in settled
    dossier["justifications"] = {}
    settled = said(dossier, AFTER_SIGNATURES)["À trancher"]
    assert settled.count("À justifier : ") == 3 and "Assumé" not in settled


def test_what_is_missing_is_counted_page_by_page():
    report = evaluate(FORM, CATALOGUE, DOSSIERS["vide"], "envoi", TODAY, PROFILE)
    missing = [finding for finding in report.findings if finding.rule == "REQ"]
    assert f"Il manque {len(missing)} réponses : Dossier (5)" in said(DOSSIERS["vide"])["À trancher"]


def test_a_decision_that_is_known_is_ticked():
    for name, ticked in (("clos", 1), ("complet", 0)):
        frames = [one for one in outspread([sheet(EXAMPLES[name])]) if one["t"] == "frames"][0]["frames"]
        assert [one["title"] for one in frames] == ["Avis de l’IEN-IO", "Décision de l’IA-DASEN"]
        assert [sum(line.count("☑") for line in one["lines"]) for one in frames] == [ticked, ticked]


def test_what_is_left_out_is_counted_and_the_page_says_where_the_rest_is():
    objectives = said(DOSSIERS["vaste"])["Objectifs"]
    assert f"et {40 - objectives.count('29 janv. 2027')} autres objectifs" in objectives
    assert synthese.MORE in said(DOSSIERS["vaste"])["À trancher"]
    assert synthese.MORE not in said(DOSSIERS["vide"])["À trancher"]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=400)


@given(TEXT, st.integers(600, 3000), st.integers(1, 5))
def test_a_text_is_cut_at_so_many_lines_and_says_it(text, across, most):
    kept = cut(text, across, most)
    assert len(lines(kept, across)) <= most
    assert "".join(kept.split()) == "".join(french(text).split()) or CUT in kept


@given(st.lists(TEXT, max_size=12), st.integers(1, 12), st.integers(1, 3))
def test_texts_are_shared_out_and_those_left_out_are_counted(texts, most, least):
    kept = fitted(texts, 2600, most, lambda number: f"et {number}", least)
    assert sum(len(lines(one, 2600)) for one in kept) <= most
    assert len(kept) == len(texts) or kept[-1] == f"et {len(texts) - len(kept) + 1}"


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(0, 40))
def test_lines_are_shared_up_to_what_is_wanted(wanted, room):
    given_lines = shared(wanted, [1] * len(wanted), room)
    assert all(1 <= some <= want for some, want in zip(given_lines, wanted))
    assert sum(given_lines) == min(sum(wanted), max(room, len(wanted)))
