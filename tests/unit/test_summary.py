"""The task list: state of each page, readiness, progress."""

import copy

import pytest

from pid_rules.dossier.paths import put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.judgement import summary
from pid_rules.judgement.catalogue import Catalogue
from pid_rules.judgement.evaluate import evaluate
from pid_rules.judgement.report import CLE, Finding, Report
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.questions.schema import APRES, AVANT, BILAN, CLOTURE, DEMARRAGE, ENVOI, PREPAM
from pid_rules.rules import CATALOGUE
from pid_rules.suivi.bilan_draft import begin_bilan
from pid_rules.words import dates
from tests.support.examples import EXAMPLES
from tests.support.judging import PROFILE_49

NO_RULES = Catalogue(())


def judged(dossier):
    return evaluate(FORM, NO_RULES, dossier, "envoi", 739000, {})


@pytest.fixture(params=["complet", "desordre"])
def complet(request):
    return copy.deepcopy(EXAMPLES[request.param])


def state(slug, dossier, report=None):
    return summary.page_state(FORM, FORM.page(slug), dossier, report or judged(dossier))


def test_a_blank_dossier_is_not_begun_and_not_ready():
    blank = blank_dossier(FORM)
    assert [page.slug for page in FORM.pages if state(page.slug, blank) != summary.PAS_COMMENCE] == []
    assert not summary.ready(judged(blank), blank)


def test_what_the_site_computes_does_not_begin_a_page():
    dossier = blank_dossier(FORM)
    dossier["dossier"]["reference"] = "0490000J-2026-K7QF"
    assert state("dossier", dossier) == summary.PAS_COMMENCE


def test_a_no_is_an_answer(complet):
    dossier = blank_dossier(FORM)
    dossier["desaccord_connu"] = False
    assert state("responsables", dossier) == summary.INCOMPLET


def test_a_complete_dossier_is_finished_and_ready(complet):
    report = judged(complet)
    editable = [page.slug for page in FORM.pages if page.editable and page.phase == AVANT]
    assert [slug for slug in editable if state(slug, complet, report) != summary.TERMINE] == []
    assert summary.ready(report, complet)
    assert summary.progress(FORM, complet, report) == (len(editable), len(editable))


def test_an_absent_answer_makes_its_page_alone_incomplete(complet):
    complet["eleve"]["nom"] = " "
    report = judged(complet)
    done, asked = summary.progress(FORM, complet, report)
    assert state("eleve", complet, report) == summary.INCOMPLET
    assert state("responsables", complet, report) == summary.TERMINE
    assert done == asked - 1
    assert not summary.ready(report, complet)


def test_what_follows_the_sending_neither_delays_it_nor_counts_for_it(complet):
    before = summary.progress(FORM, complet, judged(complet))
    for path, value in (("decision.sens", "valide"), ("bilan_final.synthese", "Présence rétablie."),
                        ("prepam.motif", "autre"), ("transmission.date", "2026-11-20")):
        put(complet, path, value)
    assert summary.progress(FORM, complet, judged(complet)) == before
    assert summary.ready(judged(complet), complet)


@pytest.mark.parametrize("slug, step",
                         [("eleve", ENVOI), ("pieces", ENVOI), ("transmission", ENVOI), ("decision", DEMARRAGE),
                          ("journal", BILAN), ("bilans", BILAN), ("bilan-final", CLOTURE), ("prepam", PREPAM)])
def test_a_page_is_judged_at_the_step_that_requires_its_answers(slug, step):
    assert summary.step_of(FORM.page(slug)) == step


def at_its_step(slug, dossier):
    page = FORM.page(slug)
    return state(slug, dossier, evaluate(FORM, CATALOGUE, dossier, summary.step_of(page), 740111, PROFILE_49))


@pytest.mark.parametrize("slug, path, blank", [
    ("transmission", "transmission.date", ""), ("decision", "decision.signataire.nom", ""),
    ("journal", "journal.0.texte", ""),
    ("bilans", "bilans.0.decision", ""), ("bilans", "bilans.0.objectifs.0.degre", ""),
    ("bilan-final", "bilan_final.suite", ""), ("prepam", "prepam.motif", "")])
def test_a_page_after_the_sending_is_not_done_without_what_its_step_requires(slug, path, blank):
    dossier = copy.deepcopy(EXAMPLES["clos"])
    assert at_its_step(slug, dossier) == summary.TERMINE
    put(dossier, path, blank)
    assert at_its_step(slug, dossier) == summary.INCOMPLET


def test_a_bilan_that_the_site_has_prepared_is_not_done(complet):
    begin_bilan(FORM, complet, 740111)
    assert at_its_step("bilans", complet) == summary.INCOMPLET


@pytest.mark.parametrize("changes, unsaid", [
    ({}, False), ({"decision.sens": "valide"}, True), ({"transmission.destinataire": "a@b.fr"}, True),
    ({"journal": [{"date": "2027-01-05"}]}, True),
    ({"decision.sens": "valide", "transmission.date": "2026-11-20"}, False),
    ({"journal": [{"date": "2027-01-05"}], "dossier.nature": "avenant"}, False),
    ({"decision.sens": "valide", "dossier.nature": "avenant"}, True)])
def test_what_follows_a_sending_that_has_no_date_is_noticed(complet, changes, unsaid):
    complet["transmission"] = None
    for path, value in changes.items():
        put(complet, path, value)
    assert summary.sending_is_unsaid(FORM, complet) is unsaid


def proposed():
    """A dossier as the site creates it, before anybody answers."""
    dossier = blank_dossier(FORM)
    for path, value in zip(summary.PROPOSED, ("2026-2027", "premiere_demande", "2026-11-20"), strict=True):
        put(dossier, path, value)
    put(dossier, "dossier.reference", "0490000J-2026-K7QF")
    put(dossier, "dossier.revision", 1)
    return dossier


def test_a_dossier_that_nobody_has_begun_has_no_page_done():
    dossier = proposed()
    assert summary.progress(FORM, dossier, judged(dossier))[0] == 0
    assert state("dossier", dossier) == summary.PAS_COMMENCE
    put(dossier, "eleve.nom", "Doğan")
    assert (state("dossier", dossier), state("eleve", dossier)) == (summary.TERMINE, summary.INCOMPLET)
    assert summary.progress(FORM, dossier, judged(dossier))[0] == 1


def test_the_pages_done_grow_with_the_answers_up_to_all_of_them(complet):
    """As many as are shown as done, at every moment; those left blank become optional at the end."""
    complet["pieces"] = []
    dossier, counts = proposed(), []
    for key in complet:
        dossier[key] = complet[key]
        report = judged(dossier)
        counts.append(summary.progress(FORM, dossier, report)[0])
        shown = [state(page.slug, dossier, report) for page in FORM.pages if page.phase == AVANT]
        assert counts[-1] == len([one for one in shown if one in (summary.TERMINE, summary.FACULTATIF)])
        assert summary.ready(report, dossier) == (counts[-1] == len(shown)) or summary.FACULTATIF not in shown
    assert counts == sorted(counts) and counts[-1] == len([page for page in FORM.pages if page.phase == AVANT])
    assert state("pieces", dossier) == summary.FACULTATIF
    assert {state(page.slug, blank_dossier(FORM)) for page in FORM.pages
            if page.phase == APRES} == {summary.PAS_COMMENCE}


def test_a_wrong_answer_is_to_be_checked(complet):
    complet["parcours"]["objectifs"][1]["echeance"] = "31/11/2026"
    assert state("objectifs", complet) == summary.A_VERIFIER


@pytest.mark.parametrize("path, slug", [("signatures", "signatures"), ("signatures.0", "signatures"),
                                        ("parcours.objectifs.1.strategies.0.intitule", "objectifs"),
                                        ("engagements.eleve.0", "engagements"), ("eleve.nom", "eleve")])
def test_a_finding_belongs_to_the_page_of_its_path(path, slug):
    assert summary.page_of(FORM, path) is FORM.page(slug)


def test_an_unknown_path_belongs_to_no_page():
    assert summary.page_of(FORM, "inconnu.0.cle") is None


@pytest.mark.parametrize("severity, justified, is_ready", [
    (BLOQUANT, False, False), (BLOQUANT, True, False), (AVERTISSEMENT, False, False), (AVERTISSEMENT, True, True),
    (INFORMATION, False, True)])
def test_a_warning_no_longer_stands_in_the_way_once_justified(complet, severity, justified, is_ready):
    complet["justifications"] = {"T-1": "Motif écrit."} if justified else {}
    report = Report([Finding("T-1", severity, ["eleve.niveau"], "Attention.", "Source")], [])
    assert summary.ready(report, complet) is is_ready
    assert state("eleve", complet, report) == (summary.TERMINE if is_ready else summary.A_VERIFIER)


@pytest.mark.parametrize("path, words", [
    ("eleve.nom", "Nom"), ("parcours.objectifs.1.echeance", "Échéance, objectif 2"),
    ("parcours.objectifs", "Objectifs"),
    ("parcours.objectifs.0.strategies.2.intitule", "Stratégie, objectif 1, stratégie 3"),
    ("engagements.famille.1", "Engagement, La famille s’engage à…\u00a0: engagement 2"), ("inconnu.0.x", "")])
def test_an_answer_is_named_with_the_items_around_it(path, words):
    assert summary.named(FORM, path) == words


def test_what_has_a_wrong_form_says_which_question(complet):
    put(complet, "eleve.date_naissance", "27//2011")
    assert [finding.message for finding in judged(complet).findings if finding.rule != CLE] == [
        "Date de naissance – Complétez la date\u00a0: il manque le mois."]


@pytest.mark.parametrize(("changes", "followed"), [
    ({}, False), ({"transmission.date": "2026-11-20"}, True), ({"decision.sens": "valide"}, True),
    ({"decision.date": "2026-12-03"}, True), ({"parcours.debut": "2026-11-24"}, True),
    ({"parcours.debut": "2026-11-25"}, False), ({"parcours.debut": ""}, False), ({"parcours.debut": "bientôt"}, False)])
def test_a_dossier_is_followed_once_sent_decided_or_begun(changes, followed):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    assert dossier["parcours"]["debut"] > "2026-11-25"
    for path, value in changes.items():
        put(dossier, path, value)
    assert summary.is_followed(dossier, dates.parse_iso("2026-11-24")) is followed
