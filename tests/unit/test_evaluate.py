"""The engine: reading once, pending rules, severities by step, incremental judgement."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pid_rules.dossier.paths import concrete, get, put
from pid_rules.dossier.structure import VERSION, blank_dossier
from pid_rules.form import FORM, eleve, parcours, situation
from pid_rules.judgement.catalogue import Catalogue
from pid_rules.judgement.evaluate import Inquiry, evaluate
from pid_rules.judgement.report import FILE_FORMAT, justification_of, motives
from pid_rules.judgement.rule import TODAY, UNKNOWN, Derived, Part, Theme, Trip, optional, profile
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.sources import travail
from pid_rules.words import dates
from tests.support.examples import EXAMPLES

TODAY_NUMBER = dates.parse_iso("2026-11-20")
CITATION = travail.L3163_1.quoting("")


def catalogue(**options):
    """A catalogue of one rule, made from a predicate and the options of Theme.rule."""
    theme = Theme("essai", "Essai")
    predicate = options.pop("predicate")
    arguments = {"id": "T-1", "title": "Essai", "severity": AVERTISSEMENT, "source": CITATION, "message": "Attention."}
    theme.rule(**{**arguments, **options})(predicate)
    return Catalogue((theme,))


def judge(rules, dossier, step="envoi", departement=None):
    return evaluate(FORM, rules, dossier, step, TODAY_NUMBER, departement or {})


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


def test_a_rule_receives_days_and_never_a_blank(complet):
    seen = []
    rules = catalogue(reads=(parcours.DEBUT, eleve.REGIME, TODAY), predicate=lambda *values: seen.append(values))
    assert judge(rules, complet).pending == []
    assert seen == [(dates.parse_iso("2026-12-07"), "demi_pensionnaire", TODAY_NUMBER)]
    complet["eleve"]["regime"] = "  "
    assert judge(rules, complet).pending == ["T-1"]
    assert len(seen) == 1


def test_a_wrong_answer_makes_the_rule_pending_and_speaks_for_itself(complet):
    complet["parcours"]["debut"] = "31/11/2026"
    report = judge(catalogue(reads=(parcours.DEBUT,), predicate=lambda debut: True), complet)
    assert report.pending == ["T-1"]
    assert [(finding.rule, finding.paths) for finding in report.findings] == [("FMT", ["parcours.debut"])]


def test_an_optional_answer_may_be_blank(complet):
    complet["eleve"]["regime"] = ""
    report = judge(catalogue(reads=(optional(eleve.REGIME),), predicate=lambda regime: regime is None), complet)
    assert report.summary()[AVERTISSEMENT] == 1


def test_a_rule_over_a_block_points_at_the_exact_answer(complet):
    rules = catalogue(reads=(parcours.ECHEANCE, parcours.FIN), over=parcours.OBJECTIFS, at=(parcours.ECHEANCE,),
                      message="Le {jour}.", predicate=lambda echeance, fin: Trip(jour=dates.to_iso(echeance)))
    report = judge(rules, complet)
    assert [finding.paths for finding in report.findings] == [["parcours.objectifs.0.echeance"],
                                                              ["parcours.objectifs.1.echeance"]]
    assert report.findings[0].message == "Le 2027-01-29."
    complet["parcours"]["objectifs"] = []
    assert judge(rules, complet).pending == []


def test_a_block_is_read_as_items(complet):
    rules = catalogue(reads=(parcours.OBJECTIFS,), predicate=lambda objectifs: Trip(
        message="/".join(str(len(objectif[parcours.STRATEGIES])) for objectif in objectifs)))
    assert judge(rules, complet).findings[0].message == "2/2"


def test_severity_follows_the_step(complet):
    rules = catalogue(reads=(parcours.DEBUT,), severity_at={"demarrage": BLOQUANT}, predicate=lambda debut: True)
    assert judge(rules, complet).findings[0].severity == AVERTISSEMENT
    assert [finding.severity for finding in judge(rules, complet, "demarrage").findings
            if finding.rule == "T-1"] == [BLOQUANT]
    assert [finding.rule for finding in judge(rules, complet, "bilan").findings if finding.rule == "T-1"] == []


def test_a_value_of_the_profile_that_is_missing_makes_the_rule_pending(complet):
    rules = catalogue(reads=(profile("delais.jours"),), predicate=lambda jours: jours > 3)
    assert judge(rules, complet).pending == ["T-1"]
    assert judge(rules, complet, departement={"delais": {"jours": 4}}).summary()[AVERTISSEMENT] == 1


def test_a_missing_required_answer_is_req_with_its_words():
    report = judge(Catalogue(()), blank_dossier(FORM))
    words = {finding.paths[0]: finding.message for finding in report.findings}
    assert words["eleve.nom"] == eleve.NOM.missing
    assert words["parcours.objectifs"] if parcours.OBJECTIFS.missing else "parcours.objectifs" not in words
    assert "eleve.adresse" not in words


def test_the_address_of_the_pupil_is_required_with_a_stage(complet):
    complet["eleve"]["adresse"] = ""
    assert [finding.paths for finding in judge(Catalogue(()), complet).findings] == [["eleve.adresse"]]
    complet["stages"] = []
    assert judge(Catalogue(()), complet).findings == []


@pytest.mark.parametrize("path, identifier, wrong", [
    ("lieux.1.id", "L1", True), ("stages.1.id", "S1", True), ("parcours.objectifs.1.id", "O1", True),
    ("lieux.0.id", "college", True),
    ("parcours.objectifs.1.strategies.0.id", EXAMPLES["complet"]["parcours"]["objectifs"][0]["strategies"][0]["id"],
     True),
    ("lieux.1.id", "O1", False)])
def test_an_identifier_designates_one_item_of_its_lists(complet, path, identifier, wrong):
    put(complet, path, identifier)
    report = judge(catalogue(reads=(eleve.NIVEAU,), predicate=lambda level: None), complet)
    twins = [(finding.rule, finding.severity, finding.paths) for finding in report.findings
             if "déjà ce repère" in finding.message]
    assert twins == ([("FMT", BLOQUANT, [path])] if wrong else [])


def test_the_source_of_what_is_said_of_the_file_is_the_present_format():
    assert FILE_FORMAT.endswith("version " + str(VERSION))


def test_an_unknown_key_is_an_information(complet):
    complet["eleve"]["surnom"] = "x"
    finding, = judge(Catalogue(()), complet).findings
    assert (finding.rule, finding.severity, finding.paths) == ("CLE", INFORMATION, ["eleve.surnom"])


def test_two_rules_of_one_id_are_refused():
    one = catalogue(reads=(), predicate=lambda: True)
    with pytest.raises(ValueError):
        Catalogue(one.themes + one.themes)


def test_a_justification_is_found_by_path_or_by_rule(complet):
    rules = catalogue(reads=(parcours.ECHEANCE,), over=parcours.OBJECTIFS, predicate=lambda echeance: True)
    first, second = judge(rules, complet).findings
    complet["justifications"] = {"T-1@parcours.objectifs.1.echeance": "Vu."}
    assert (justification_of(first, complet), justification_of(second, complet)) == ("", "Vu.")
    complet["justifications"] = {"T-1": "Tous."}
    assert justification_of(first, complet) == "Tous."


@pytest.mark.parametrize(("held", "asked"), [
    ({}, ["", "T-1"]), ({"T-1": "Tous."}, ["", "T-1"]), ({"T-1": ""}, ["", "T-1"]),
    ({"T-1@parcours.objectifs.0.echeance": "Premier."}, ["T-1@parcours.objectifs.0.echeance", "T-1"]),
    ({"T-1@parcours.objectifs.0.echeance": "Un.", "T-1@parcours.objectifs.1.echeance": "Deux."},
     ["T-1@parcours.objectifs.0.echeance", "T-1@parcours.objectifs.1.echeance"])])
def test_the_findings_of_a_rule_have_one_motive_but_those_that_the_file_gives_apart(complet, held, asked):
    rules = catalogue(reads=(parcours.ECHEANCE,), over=parcours.OBJECTIFS, predicate=lambda echeance: True)
    complet["justifications"] = held
    assert motives(judge(rules, complet).findings, complet) == asked


def test_a_finding_alone_keeps_the_motive_where_it_is(complet):
    rules = catalogue(reads=(parcours.DEBUT,), predicate=lambda debut: True)
    finding, = judge(rules, complet).findings
    assert motives([finding], complet) == ["T-1@parcours.debut"]
    assert motives([finding], {"justifications": {"T-1": "Tous."}}) == ["T-1"]
    assert motives([finding], {"justifications": "illisible"}) == ["T-1@parcours.debut"]


def test_a_motive_is_asked_of_warnings_only(complet):
    rules = catalogue(reads=(parcours.ECHEANCE,), over=parcours.OBJECTIFS, severity=BLOQUANT,
                      predicate=lambda echeance: True)
    assert motives(judge(rules, complet).findings, complet) == ["", ""]


WRITABLE = sorted(path for path, field in FORM.field.items() if field.kind.blank == "")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_changing_one_answer_gives_the_report_of_reading_everything(data):
    from pid_rules.rules import CATALOGUE
    dossier = copy.deepcopy(EXAMPLES["complet"])
    inquiry = Inquiry(FORM, CATALOGUE, "envoi", TODAY_NUMBER, {"departement": {"zone": "B"}}).load(dossier)
    for _ in range(4):
        pattern = data.draw(st.sampled_from([path for path in WRITABLE if concrete(dossier, path)
                                             and "bilan_final" not in path and "transmission" not in path
                                             and "decision." not in path and "prepam" not in path]))
        path = data.draw(st.sampled_from(concrete(dossier, pattern)))
        put(dossier, path, data.draw(st.sampled_from(["", "2027-01-15", "2026-12-01", "4e", "oui", "conjointe",
                                                      get(dossier, path) or "x"])))
        inquiry.changed(path)
    expected = Inquiry(FORM, CATALOGUE, "envoi", TODAY_NUMBER, {"departement": {"zone": "B"}}).load(dossier).report()
    assert inquiry.report().as_dict() == expected.as_dict()


def test_a_derived_value_is_computed_once_and_again_only_when_what_it_reads_changes():
    computed = []

    def count(mesures, debut):
        computed.append(debut)
        return len(mesures)

    number = Derived("count", count, situation.MESURES, optional(parcours.DEBUT))
    theme = Theme("essai", "Essai")
    for identifier in ("XX-01", "XX-02"):
        theme.rule(identifier, "Essai", reads=(number,), severity=INFORMATION, source=CITATION,
                   message="Il y a {nombre} mesures.")(lambda mesures: Trip(nombre=mesures))
    dossier = copy.deepcopy(EXAMPLES["complet"])
    inquiry = Inquiry(FORM, Catalogue((theme,)), "envoi", TODAY_NUMBER, {}).load(dossier)
    assert [finding.message for finding in inquiry.spoken()] == ["Il y a 2 mesures."] * 2
    assert len(computed) == 1
    inquiry.changed("eleve.nom")
    assert len(computed) == 1
    put(dossier, "situation.mesures.0.type", "")
    assert inquiry.changed("situation.mesures.0.type") == ["XX-01", "XX-02"]
    assert len(computed) == 2


def test_a_value_derived_from_another_follows_its_answers_and_only_the_questions_that_matter():
    number = Derived("number", len, Part(situation.MESURES, situation.MESURE_TYPE))
    doubled = Derived("doubled", lambda count, debut: 2 * count, number, optional(parcours.DEBUT))
    theme = Theme("essai", "Essai")
    theme.rule("XX-01", "Essai", reads=(doubled,), severity=INFORMATION, source=CITATION,
               message="{nombre}")(lambda count: Trip(nombre=count))
    dossier = copy.deepcopy(EXAMPLES["complet"])
    inquiry = Inquiry(FORM, Catalogue((theme,)), "envoi", TODAY_NUMBER, {}).load(dossier)
    assert [finding.message for finding in inquiry.spoken()] == ["4"]
    assert inquiry.changed("situation.mesures.0.effet") == []
    inquiry.derived["number"] = 5
    inquiry.changed("parcours.debut")
    assert [finding.message for finding in inquiry.spoken()] == ["10"]
    inquiry.changed("situation.mesures.0.type")
    assert [finding.message for finding in inquiry.spoken()] == ["4"]


def test_a_rule_may_say_several_things_each_with_its_citation_and_be_pending_too():
    other = travail.L3163_1.quoting("travail de nuit")
    report = judge(catalogue(reads=(), predicate=lambda: [Trip(paths=["a"]), UNKNOWN, None,
                                                          Trip(paths=["b"], citation=other)]), blank_dossier(FORM))
    said = [finding for finding in report.findings if finding.rule == "T-1"]
    assert [(finding.paths, finding.source) for finding in said] == [(["a"], CITATION.label()), (["b"], other.label())]
    assert report.pending == ["T-1"]
