"""A dossier that changes after its signatures or its sending: everything that changed is said, nothing else."""

import copy
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pid_rules.dossier import versions as kept
from pid_rules.dossier.json_text import answered, contract_text
from pid_rules.dossier.paths import concrete, get, is_blank, pattern_of, put
from pid_rules.dossier.seal import is_seal
from pid_rules.dossier.structure import blank_dossier, ordered, unknown_keys
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.judgement.summary import page_of
from pid_rules.questions.schema import ENVOI
from pid_rules.received import misshapen
from pid_rules.rules import CATALOGUE
from pid_rules.suivi import revision
from pid_rules.suivi.differences import all_differences, differences
from pid_rules.words import dates
from tests.support.examples import EXAMPLES

TODAY = dates.parse_iso("2027-01-11")
READY = ("complet", "desordre")
ANSWERS = sorted((name, path) for name in READY for field in FORM.field.values()
                 for path in concrete(EXAMPLES[name], field.path))
LISTS = sorted((name, path) for name in READY for block in FORM.block.values()
               for path in concrete(EXAMPLES[name], block.path) if get(EXAMPLES[name], path))
SLOW = settings(deadline=None)


@pytest.fixture
def before():
    return copy.deepcopy(EXAMPLES["complet"])


@pytest.fixture
def after():
    return copy.deepcopy(EXAMPLES["complet"])


def said(before, after):
    return [(one.path, one.label, one.before, one.after) for one in differences(FORM, before, after)]


def fingerprint(dossier):
    return hashlib.sha256(contract_text(ordered(FORM, dossier)).encode()).hexdigest()


def sign(dossier, *roles):
    """The dossier whose signatures of these roles, all by default, bear the fingerprint of its content."""
    for signature in dossier["signatures"]:
        if not roles or signature["role"] in roles:
            signature["empreinte"] = fingerprint(dossier)
    return dossier


def test_the_same_content_differs_in_nothing(before):
    assert said(before, EXAMPLES["clos"]) == []
    assert said(before, {key: before[key] for key in reversed(before)}) == []


def test_an_answer_is_said_in_words_before_and_after(before, after):
    after["parcours"]["fin"] = "2027-05-07"
    after["parcours"]["objectifs"][1]["strategies"][0]["intitule"] = "Deux stages"
    after["eleve"]["niveau"] = ""
    assert said(before, after) == [
        ("eleve.niveau", "Niveau", "3e", ""),
        ("parcours.fin", "Fin du parcours", "9\u00a0avril\u00a02027", "7\u00a0mai\u00a02027"),
        ("parcours.objectifs.1.strategies.0.intitule", "Objectif 2, Stratégie 1, Stratégie", "Stage en menuiserie",
         "Deux stages")]


def test_items_are_followed_by_their_identifier(before, after):
    after["stages"].reverse()
    after["stages"][1]["objectifs"] = "Travailler le bois"
    assert said(before, after) == [
        ("stages.1.objectifs", "Stage 2, Objectifs", "Découvrir le métier de menuisier", "Travailler le bois"),
        ("stages", "Stages (ordre)", "1, 2", "2, 1")]


def test_an_item_removed_does_not_change_those_that_follow(before, after):
    del after["parcours"]["objectifs"][0]
    (path, label, was, now), = said(before, after)
    assert (path, label, now) == ("parcours.objectifs", "Objectif 1 (supprimé)", "")
    assert was.startswith("Retrouver une présence régulière") and was.endswith("2 × stratégie")


def test_items_without_identifier_are_followed_by_their_likeness(before, after):
    del after["parcours"]["dispenses"][0]
    after["emploi_du_temps"]["semaines"][0]["creneaux"][2]["fin"] = "15:30"
    assert [one[:2] for one in said(before, after)] == [
        ("emploi_du_temps.semaines.0.creneaux.2.fin", "Semaine type 1, Créneau 3, Fin"),
        ("parcours.dispenses", "Dispense 1 (supprimée)")]


def test_a_commitment_is_named_by_its_list(before, after):
    after["engagements"]["eleve"][1] = "Venir"
    after["engagements"]["famille"].append("Écrire")
    assert said(before, after) == [
        ("engagements.eleve.1", "L’élève s’engage à…, engagement 2", "Tenir mon carnet de suivi", "Venir"),
        ("engagements.famille.2", "La famille s’engage à…, engagement 3 (ajouté)", "", "Écrire")]


def test_a_place_is_called_by_its_name(before, after):
    after["stages"][0]["lieu"] = "L2"
    assert said(before, after)[0][2:] == ("Menuiserie de l'Exemple",
                                          "Lycée professionnel de démonstration")


def test_two_files_differ_in_what_is_not_signed_too(before, after):
    after["dossier"]["revision"] = 2
    after["journal"] = [{"date": "2026-12-11", "type": "entretien", "lieu": "college", "texte": "Entretien."}]
    after["justifications"] = {"ED-03@stages.0.debut": "Accord du lycée."}
    after["bilan_final"] = {"date": ""}
    after["eleve"]["classe"], before["eleve"]["classe"] = " ", ""
    after["eleve"]["surnom"] = "Zed"
    assert [(one.path, one.label, one.before, one.after) for one in all_differences(FORM, before, after)] == [
        ("dossier.revision", "Révision", "1", "2"),
        ("journal.0", "Note 1 (ajoutée)", "", "11\u00a0décembre\u00a02026, Entretien, Collège, Entretien."),
        ("eleve.surnom", "Information inconnue de cette version, eleve.surnom", "", '"Zed"'),
        ("justifications", "Justification écrite, règle ED-03", "", "Accord du lycée.")]
    assert all_differences(FORM, before, before) == []


def test_an_unknown_key_is_signed_too(before, after):
    after["eleve"]["surnom"] = "Zed"
    assert said(before, after) == [("eleve.surnom", "Information inconnue de cette version, eleve.surnom", "", '"Zed"')]


@SLOW
@given(st.sampled_from(ANSWERS), st.text(max_size=8))
def test_there_is_a_difference_exactly_when_the_fingerprint_changes(answer, typed):
    name, path = answer
    before, after = EXAMPLES[name], copy.deepcopy(EXAMPLES[name])
    put(after, path, typed if isinstance(get(before, path), str) else [typed])
    if misshapen(FORM, after):
        put(after, path, get(before, path))
    found = differences(FORM, before, after)
    assert (found != []) == (contract_text(ordered(FORM, before)) != contract_text(ordered(FORM, after)))
    assert len(found) <= (2 if path.endswith(".id") else 1)
    one, other = get(before, path), get(after, path)
    hidden = FORM.field[pattern_of(path)].hidden
    assert (all_differences(FORM, before, after) != []) == (
        one != other and not (is_blank(one) and is_blank(other)) and not hidden)


@SLOW
@given(st.sampled_from(LISTS), st.data())
def test_any_change_of_a_list_is_said_and_leads_to_a_page(listed, data):
    name, path = listed
    before, after = copy.deepcopy(EXAMPLES[name]), copy.deepcopy(EXAMPLES[name])
    items = get(after, path)
    put(after, path, data.draw(st.permutations(items[:6])) + items[6:6 + data.draw(st.integers(0, 3))])
    for one, other in ((before, after), (after, before)):
        found = differences(FORM, one, other)
        assert (found != []) == (contract_text(ordered(FORM, one)) != contract_text(ordered(FORM, other)))
        assert (all_differences(FORM, one, other) != []) == (answered(one) != answered(other))
        assert all(page_of(FORM, difference.path) is not None for difference in found)


def test_from_blank_every_page_of_the_contract_is_said(before):
    pages = {page_of(FORM, one.path).slug for one in differences(FORM, blank_dossier(FORM), before)}
    assert pages == {page.slug for page in FORM.pages} - {
        "transmission", "decision", "journal", "bilans", "bilan-final", "prepam", "avis", "pieces"} - {"signatures"}


def test_the_untidy_example_was_signed_again_as_it_is_after_a_first_sending():
    untidy = EXAMPLES["desordre"]
    assert {signature["empreinte"] for signature in untidy["signatures"]} == {fingerprint(untidy)}
    assert revision.since_signatures(FORM, {}, untidy, fingerprint(untidy)) == []
    first, = untidy["envois"]
    assert untidy["dossier"]["revision"] == 2 and is_seal(first["empreinte"])
    assert untidy["transmission"] == {"date": first["le"], "destinataire": "ce.iio49@ac-nantes.fr",
                                      "empreinte": first["empreinte"], "revision": first["revision"]}
    assert max(signature["date"] for signature in untidy["signatures"]) > first["le"] and first["revision"] == 1


def test_a_change_after_the_signature_is_both_blocked_and_explained(before, after):
    signed = sign(before)
    versions = {}
    assert kept.remember(versions, signed, fingerprint(signed)) is True
    changed = copy.deepcopy(signed)
    changed["parcours"]["fin"] = "2027-05-07"
    report = evaluate(FORM, CATALOGUE, changed, ENVOI, TODAY, {}, fingerprint(changed))
    assert "SI-08" in [finding.rule for finding in report.findings]
    (signatures, found), = revision.since_signatures(FORM, versions, changed, fingerprint(changed))
    assert len(signatures) == 7 and [one.path for one in found] == ["parcours.fin"]
    assert revision.since_signatures(FORM, versions, signed, fingerprint(signed)) == []


def test_signatures_of_two_contents_are_told_apart(before):
    versions = {}
    sign(before, "eleve")
    kept.remember(versions, ordered(FORM, before), fingerprint(before))
    before["parcours"]["fin"] = "2027-04-02"
    sign(before, "referent")
    kept.remember(versions, ordered(FORM, before), fingerprint(before))
    before["parcours"]["debut"] = "2026-12-14"
    (one, first), (other, second) = revision.since_signatures(FORM, versions, before, fingerprint(before))
    assert ([signature["role"] for signature in one + other]) == ["eleve", "referent"]
    assert ([one.path for one in first], [one.path for one in second]) == (
        ["parcours.debut", "parcours.fin"], ["parcours.debut"])


@pytest.mark.parametrize("versions", [{}, {"signees": {}}, {"signees": {"0" * 64: {}}}])
def test_without_the_signed_content_only_the_fact_is_known(before, versions):
    sign(before)
    before["parcours"]["fin"] = "2027-05-07"
    (signatures, found), = revision.since_signatures(FORM, versions, before, fingerprint(before))
    assert len(signatures) == 7 and found is None


def test_a_signature_without_fingerprint_says_nothing(before):
    assert revision.since_signatures(FORM, {}, before, fingerprint(before)) == []


def test_only_what_a_signature_bears_is_kept(before):
    versions = {}
    assert kept.remember(versions, before, fingerprint(before)) is False
    assert kept.remember(versions, before, "") is False
    sign(before)
    assert kept.remember(versions, before, fingerprint(before)) is True
    assert kept.remember(versions, before, fingerprint(before)) is False
    assert list(versions["signees"]) == [fingerprint(before)]
    assert "signatures" not in versions["signees"][fingerprint(before)]
    before["signatures"] = []
    assert kept.remember(versions, before, fingerprint(before)) is True
    assert versions["signees"] == {}


def test_an_avenant_is_the_next_revision_to_sign_send_and_decide():
    clos = EXAMPLES["clos"]
    made = revision.avenant(FORM, clos, TODAY)
    assert made["dossier"] == {"reference": "0490000J-2026-K7QF", "revision": 2, "annee_scolaire": "2026-2027",
                               "nature": "avenant", "date_redaction": "2027-01-11"}
    assert (made["signatures"], made["transmission"], made["decision"]) == ([], None, None)
    assert [key for key in clos if made[key] != clos[key]] == ["dossier", "signatures", "transmission", "decision"]
    assert EXAMPLES["clos"]["signatures"] != [] and EXAMPLES["clos"]["dossier"]["revision"] == 1


@pytest.mark.parametrize("number, following",
                         [(1, 2), (41, 42), (998, 999), (999, 999), (None, 2), ("un", 2), (True, 2),
                          (0, 2), (1000, 2)])
def test_revisions_follow_one_another_within_their_bounds(before, number, following):
    before["dossier"]["revision"] = number
    assert kept.next_revision(before) == following


def test_a_renewal_is_a_new_dossier_without_date_nor_signature():
    clos = EXAMPLES["clos"]
    made = revision.renewal(FORM, clos, "0490000J-2027-AAAA", "2027-2028", TODAY)
    assert made["dossier"] == {"reference": "0490000J-2027-AAAA", "revision": 1, "annee_scolaire": "2027-2028",
                               "nature": "renouvellement", "date_redaction": "2027-01-11"}
    for key in revision.KEPT_AT_RENEWAL:
        assert made[key] == ordered(FORM, clos)[key]
    assert [objective["intitule"] for objective in made["parcours"]["objectifs"]] == \
        [objective["intitule"] for objective in clos["parcours"]["objectifs"]]
    assert {objective["echeance"] for objective in made["parcours"]["objectifs"]} == {""}
    assert (made["parcours"]["debut"], made["parcours"]["fin"], made["stages"], made["signatures"]) == ("", "", [], [])
    assert (made["transmission"], made["decision"], made["journal"], made["bilans"], made["bilan_final"],
            made["prepam"]) == (None, None, [], [], None, None)
    assert clos["parcours"]["objectifs"][0]["echeance"] == "2027-01-29"
    assert unknown_keys(FORM, made) == [] and misshapen(FORM, made) == ""


def follow(versions, dossier):
    return kept.follow_sending(versions, dossier, fingerprint(dossier))


def test_a_dossier_sent_grows_by_one_revision_at_its_first_change(before):
    versions = {}
    assert follow(versions, before) == (False, False)
    before["transmission"] = {"date": "2026-11-20"}
    assert follow(versions, before) == (True, False)
    assert follow(versions, before) == (False, False)
    before["avis"]["chef"] = "Autre avis"
    assert follow(versions, before) == (False, True)
    before["dossier"]["revision"] = 2
    before["avis"]["chef"] = "Encore un autre"
    assert follow(versions, before) == (False, False)
    before["transmission"]["date"] = "2026-12-01"
    assert follow(versions, before) == (True, False)
    before["parcours"]["fin"] = "2027-05-07"
    assert follow(versions, before) == (False, True)


@pytest.mark.parametrize("path, value, grows", [
    ("signatures.0.date", "2026-11-19", True), ("pieces.0.joint", False, True), ("avis.psyen.sens", "reserve", True),
    ("eleve.classe", "3e C", True), ("justifications", {"EV-05": "Vu."}, False),
    ("prepam", {"date": "2027-05-03"}, False),
    ("stages.0.visites.0.faite_le", "2027-01-19", False), ("transmission.destinataire", "a@exemple.fr", False)])
def test_what_was_sent_is_the_contract_its_opinions_its_signatures_and_what_was_enclosed(before, path, value, grows):
    before["transmission"] = {"date": "2026-11-20", "destinataire": ""}
    versions = {}
    follow(versions, before)
    put(before, path, value)
    assert follow(versions, before) == (False, grows)


def test_following_a_parcours_is_not_changing_what_was_sent(before):
    versions = {}
    before["transmission"] = EXAMPLES["clos"]["transmission"]
    follow(versions, before)
    assert follow(versions, EXAMPLES["clos"]) == (False, False)


@pytest.mark.parametrize("typed", ["", "20/11/", "bientôt", "2026-02-29"])
def test_a_sending_without_a_day_is_not_one(before, typed):
    before["transmission"] = {"date": typed}
    assert follow({}, before) == (False, False)


def test_a_sending_taken_back_is_forgotten(before):
    versions = {"envoi": {"date": "2026-11-20"}}
    assert follow(versions, before) == (True, False)
    assert versions == {}


def test_what_is_noted_as_sent_is_what_its_files_hold(before):
    versions, receipt = {}, {"date": "2026-11-20", "revision": 1}
    kept.note_sending(versions, before, fingerprint(before), "2026-11-20", receipt)
    before["transmission"] = {"date": "2026-11-20"}
    assert follow(versions, before) == (False, False)
    assert kept.receipts(versions) == [receipt] and kept.receipts({}) == []
    before["avis"]["chef"] = "Changé depuis que les fichiers ont été préparés"
    assert follow(versions, before) == (False, True)


@pytest.mark.parametrize(("versions", "number", "left"), [
    ({}, 1, False), ({"recus": [{"revision": 1}]}, 1, True), ({"recus": [{"revision": 1}, {"revision": 3}]}, 2, True),
    ({"recus": [{"revision": 1}]}, 2, False), ({"envoi": {"date": "", "revision": 1}}, 1, False),
    ({"envoi": {"date": "2026-11-20", "revision": 1}}, 1, True), ({"recus": [{"revision": None}]}, "une", True)])
def test_a_revision_is_known_to_have_left(versions, number, left):
    assert kept.has_left(versions, {"dossier": {"revision": number}}) is left


def test_former_dossiers_are_kept_whole(before):
    versions = {}
    kept.archive(versions, before)
    kept.archive(versions, EXAMPLES["clos"])
    assert versions["anterieures"] == [EXAMPLES["complet"], EXAMPLES["clos"]]
