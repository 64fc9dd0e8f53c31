"""Two copies united page by page: what is taken is whole, the rest stays, and no fingerprint says more than it did."""

import copy
import hashlib

import pytest

from pid_rules.dossier.items import identify
from pid_rules.dossier.json_text import answered, contract_text
from pid_rules.dossier.paths import put
from pid_rules.dossier.structure import VERSION, ordered
from pid_rules.dossier.versions import follow_sending
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE
from pid_rules.suivi.differences import all_differences
from pid_rules.suivi.page_by_page import IDENTITY, OTHERS, by_page, kept_beside, misnamed, signed_otherwise, united
from pid_rules.words import dates
from tests.campaigns.dossiers import case_of
from tests.support.examples import EXAMPLES
from tests.support.judging import PROFILE_49

SLUGS = [page.slug for page in FORM.pages]
SEAL = "7K3F-9QXW-2MPD-HJ4T"


def changed(name, **changes):
    dossier = copy.deepcopy(EXAMPLES[name])
    for path, value in changes.items():
        put(dossier, path.replace("__", "."), value)
    return dossier


def fingerprint(dossier):
    return hashlib.sha256(contract_text(ordered(FORM, dossier)).encode()).hexdigest()


def signed(dossier):
    for signature in dossier["signatures"]:
        signature["empreinte"] = fingerprint(dossier)
    return dossier


def differing(one, other):
    """The slugs of the pages that differ."""
    return [slug for slug, _, _ in by_page(FORM, all_differences(FORM, one, other))]


def pair(seed):
    """Two dossiers, made at random or the examples: nothing in common, or much."""
    names = ("complet", "clos", "desordre")
    if seed % 4 == 0:
        return EXAMPLES[names[seed // 4 % 3]], EXAMPLES[names[(seed // 4 + 1) % 3]]
    pair = [ordered(FORM, case_of(one)["dossier"]) for one in (seed, seed + 1000)]
    for dossier in pair:
        identify(FORM, dossier)  # as whatever is opened is
    return tuple(pair)


@pytest.mark.parametrize("seed", range(40))
def test_each_page_that_is_taken_is_that_of_the_other_copy_and_no_other_page_changes(seed):
    ours, theirs = pair(seed)
    before = copy.deepcopy((ours, theirs))
    found = differing(ours, theirs)
    half = found[seed % 2::2]
    made = united(FORM, ours, theirs, half)
    assert differing(ours, made) == half
    assert differing(made, theirs) == [slug for slug in found if slug not in half]
    assert (ours, theirs) == before
    assert united(FORM, made, theirs, half) == made


@pytest.mark.parametrize("seed", range(40))
def test_none_taken_changes_nothing_and_all_taken_is_the_other_copy_under_our_identity(seed):
    ours, theirs = pair(seed)
    whole = ordered(FORM, ours)
    made = united(FORM, ours, theirs, [])
    assert differing(whole, made) == []
    made = united(FORM, ours, theirs, [*SLUGS, OTHERS])
    beside = {"dossier": {}, "copie": {}}
    assert answered({**made, **beside}) == answered({**ordered(FORM, theirs), **beside})
    assert made["dossier"]["reference"] == whole["dossier"]["reference"]


def test_the_identity_is_never_proposed():
    other = changed("complet", dossier__reference="0490842Z-2026-ABCD", dossier__revision=4,
                    copie__le="2026-11-29T14:32")
    assert {one.path for one in all_differences(FORM, EXAMPLES["complet"], other)} == set(IDENTITY)
    assert differing(EXAMPLES["complet"], other) == []


def test_the_pages_come_in_the_order_of_the_screen_with_their_titles():
    note = {"id": "J1", "date": "2027-01-19", "type": "", "lieu": "", "texte": "Une note."}
    other = changed("complet", eleve__nom="Autre", stages__0__debut="2027-01-06", journal=[note],
                    justifications={"PR-08": "Vu."}, couleur="bleu")
    listed = by_page(FORM, all_differences(FORM, EXAMPLES["complet"], other))
    assert [title for _, title, _ in listed] == ["Élève", "Stages", "Journal de suivi", "Autres informations"]
    assert [len(found) for _, _, found in listed] == [1, 1, 1, 2]
    made = united(FORM, EXAMPLES["complet"], other, [OTHERS])
    assert (made["justifications"], made["couleur"]) == ({"PR-08": "Vu."}, "bleu")
    assert made["eleve"]["nom"] == EXAMPLES["complet"]["eleve"]["nom"]
    assert "couleur" not in united(FORM, other, EXAMPLES["complet"], [OTHERS])


def test_what_was_signed_stays_signed_where_everything_that_was_signed_is_taken():
    ours = changed("complet", eleve__nom="Ancien", stages__0__debut="2027-01-06")
    theirs = signed(changed("complet"))
    ours["signatures"] = []
    whole = united(FORM, ours, theirs, differing(ours, theirs))
    assert signed_otherwise(whole, fingerprint(whole)) == 0
    assert whole["signatures"] == theirs["signatures"]


def test_a_fingerprint_never_stands_for_a_contract_that_nobody_has_signed():
    ours = changed("complet", eleve__nom="Ancien", stages__0__debut="2027-01-06")
    ours["signatures"] = []
    theirs = signed(changed("complet"))
    made = united(FORM, ours, theirs, ["signatures"])
    assert made["signatures"] == theirs["signatures"]
    assert signed_otherwise(made, fingerprint(made)) == len(theirs["signatures"])
    report = evaluate(FORM, CATALOGUE, made, "envoi", dates.parse_iso("2026-11-20"), PROFILE_49, fingerprint(made))
    assert "SI-08" in [finding.rule for finding in report.findings]
    ours = signed(changed("complet"))
    mixed = united(FORM, ours, changed("complet", eleve__nom="Autre"), ["eleve"])
    assert mixed["signatures"] == ours["signatures"]
    assert signed_otherwise(mixed, fingerprint(mixed)) == len(ours["signatures"])


def sent(dossier, revision, day="2026-11-20", seal=SEAL):
    dossier["transmission"] = {"date": day, "destinataire": "", "empreinte": seal, "revision": revision}
    dossier["dossier"]["revision"] = revision
    return dossier


def test_what_has_left_never_leaves_again_under_its_revision_with_another_content():
    draft, left = changed("complet", eleve__nom="Ancien"), sent(changed("complet"), 2)
    assert united(FORM, draft, left, ["eleve"])["dossier"]["revision"] == 3
    assert united(FORM, left, draft, ["eleve"])["dossier"]["revision"] == 2  # grows when it is opened, as below
    elsewhere = sent(changed("complet"), 2, seal="0000-0000-0000-0000")
    assert united(FORM, elsewhere, left, ["eleve"])["dossier"]["revision"] == 3
    same = sent(changed("complet", eleve__nom="Ancien"), 2)
    assert united(FORM, same, left, ["eleve"])["dossier"]["revision"] == 2
    made = united(FORM, draft, left, ["transmission"])
    assert made["transmission"] == ordered(FORM, left)["transmission"]
    noted = kept_beside({}, ordered(FORM, left), fingerprint(left), made, ["transmission"])
    assert follow_sending(noted, made, fingerprint(made)) == (False, True)


def test_what_was_signed_elsewhere_is_known_here_and_what_was_kept_stays():
    ours, theirs = changed("complet", eleve__nom="Ancien"), signed(changed("complet"))
    made = united(FORM, ours, theirs, ["signatures"])
    before = {"recus": [{"revision": 1}], "signees": {"ab": {}}}
    kept = kept_beside(before, ordered(FORM, theirs), fingerprint(theirs), made, ["signatures"])
    assert kept["recus"] == before["recus"] and list(before["signees"]) == ["ab"]
    assert kept["signees"][fingerprint(theirs)]["eleve"]["nom"] == theirs["eleve"]["nom"]
    assert kept_beside(before, ordered(FORM, theirs), "", made, ["eleve"]) == {**before, "version": VERSION}


def test_an_identifier_that_two_copies_gave_to_two_places_is_told():
    ours = changed("complet", lieux__1__nom="Garage de l’Exemple")
    theirs = changed("complet", lieux__1__nom="Fleuriste de l’Exemple", stages__0__lieu="L2")
    made = united(FORM, ours, theirs, ["stages"])
    assert ("Stages", "Fleuriste de l’Exemple", "Garage de l’Exemple") in misnamed(
        FORM, ours, theirs, made, ["stages"])
    both = ["stages", "lieux"]
    made = united(FORM, ours, theirs, both)
    assert [one for one in misnamed(FORM, ours, theirs, made, both) if one[0] == "Stages"] == []


def test_a_place_that_is_not_taken_is_told():
    ours, theirs = changed("complet"), changed("complet")
    theirs["lieux"].append({**theirs["lieux"][0], "id": "L7", "nom": "Nouveau lieu"})
    theirs["stages"][0]["lieu"] = "L7"
    made = united(FORM, ours, theirs, ["stages"])
    assert ("Stages", "Nouveau lieu", "") in misnamed(FORM, ours, theirs, made, ["stages"])
    assert misnamed(FORM, ours, ours, united(FORM, ours, ours, ["stages"]), ["stages"]) == []
