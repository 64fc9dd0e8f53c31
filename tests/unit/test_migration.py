"""Version 1 to version 2: what was signed stays signed, what was sealed is verified once, each item has its
identifier."""

import copy

import pytest

from pid_rules.dossier import migration, seal
from pid_rules.dossier.json_text import contract_text, to_json
from pid_rules.dossier.paths import concrete, get, pattern_of, put
from pid_rules.dossier.structure import ordered
from pid_rules.dossier.versions import follow_sending, remember, sending
from pid_rules.files import PROFILE, dossier_of, read_profile
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.questions.kinds import Text
from pid_rules.questions.schema import ENVOI, Form
from pid_rules.rules import CATALOGUE
from pid_rules.words.dates import parse_iso
from tests.support.kept_formats import FIRST, digest, kept_by_version_1, signed

DAY = parse_iso("2026-11-20")


@pytest.fixture(params=sorted(FIRST))
def former(request):
    return copy.deepcopy(FIRST[request.param])


def with_another_question():
    """A copy of the form, to which a later version has added a question."""
    pages = list(FORM.pages)
    pages[3] = copy.copy(pages[3])
    pages[3].contents = [*pages[3].contents]
    pages[3].ask("eleve.lv2_suivie", "Langue vivante 2 suivie", Text(), since=3)
    return Form(pages, FORM.nullable, FORM.keys)


def si_08(form, dossier):
    """What SI-08 says of a dossier judged with that form."""
    report = evaluate(form, CATALOGUE, dossier, ENVOI, DAY, read_profile(PROFILE),
                      digest(contract_text(ordered(form, dossier))))
    return [finding for finding in report.findings if finding.rule == "SI-08"]


def test_what_was_signed_under_version_1_stays_signed(former):
    made = migration.at_present(FORM, signed(former), digest)
    assert made["version"] == 2
    assert {one["empreinte"] for one in made["signatures"]} == {digest(contract_text(made))}
    assert si_08(FORM, made) == [] and si_08(with_another_question(), made) == []


def test_a_change_after_the_migration_is_heard_once(former):
    made = migration.at_present(FORM, signed(former), digest)
    put(made, "parcours.fin", "2027-04-02")
    found = si_08(with_another_question(), made)
    assert [one.paths for one in found] == [concrete(made, "signatures[].date")] and len(made["signatures"]) == 7
    assert "ces 7\u00a0signatures" in found[0].message


def test_a_change_before_the_migration_is_heard_after_it(former):
    put(signed(former), "eleve.classe", "3e C")
    former_prints = [one["empreinte"] for one in former["signatures"]]
    made = migration.at_present(FORM, former, digest)
    assert [one["empreinte"] for one in made["signatures"]] == former_prints and len(si_08(FORM, made)) == 1


def test_the_text_of_version_1_left_two_keys_out_while_blank(former):
    text = migration.texts(FORM, former)[0]
    former["responsables"][0]["adresse"] = ""
    assert migration.texts(FORM, former)[0] == text
    former["responsables"][0]["adresse"] = "5 rue de l’Exemple"
    assert migration.texts(FORM, former)[0] != text


def test_the_text_of_version_1_is_frozen():
    assert {name: digest(migration.texts(FORM, FIRST[name])[0]) for name in FIRST} == dict.fromkeys(
        FIRST, "3b9f5ff8718b2c4c99c3a0e099b16330dfa3df227cbd7b6ac9ebefaa3e6e0af3")
    assert {name: digest(migration.texts(FORM, FIRST[name])[1]) for name in FIRST} == {
        "complet": "2279092bc295e3f80ad033920098ddf5af4968ecc8b0d22ab422a73aaff6ae0c",
        "clos": "16be13bb874de4a76b1141c9952bf23f9a1777036aade086e2d50748a9e170c8"}


@pytest.mark.parametrize("change, conform",
                         [(lambda dossier: None, True), (lambda dossier: put(dossier, "eleve.classe", "3e C"), False)])
def test_the_seal_is_verified_on_the_text_of_version_1(former, change, conform):
    mark = seal.in_signs(digest(migration.texts(FORM, former)[1]))
    former["transmission"] = {"date": "2026-11-20", "destinataire": "", "empreinte": mark}
    change(former)
    made, verdict = migration.migrated(FORM, former, [digest(text) for text in migration.texts(FORM, former)])
    assert verdict == {"empreinte": mark, "conforme": conform}
    assert made["transmission"]["empreinte"] == mark and made["transmission"]["revision"] == (1 if conform else None)


def test_without_digests_nothing_is_verified(former):
    made, verdict = migration.migrated(FORM, signed(former), ("", "", ""))
    assert verdict is None and made["signatures"][0]["empreinte"] == former["signatures"][0]["empreinte"]


def test_each_item_has_its_identifier_and_always_the_same(former):
    made = migration.at_present(FORM, former, digest)
    found = [get(made, path) for pattern,
             field in FORM.field.items() if field.name == "id" for path in concrete(made, pattern)]
    assert len(found) > 60 and "" not in found and len(set(found)) == len(found)
    assert migration.at_present(FORM, former, digest) == made == ordered(FORM, made)
    assert [one["id"] for one in made["lieux"]] == [one["id"] for one in former["lieux"]]


def test_answers_whose_meaning_moved():
    former = copy.deepcopy(FIRST["complet"])
    former["situation"]["mesures"][0]["type"] = "pap"
    former["stages"][0]["utilise_machines"] = True
    made = migration.at_present(FORM, former, digest)
    assert made["situation"]["mesures"][0]["type"] == "dispositif_accompagnement"
    assert [(one["utilise_machines"], one["effectue_travaux"]) for one in made["stages"]] == [(True, True),
                                                                                              (False, False)]
    assert migration.to_confirm(made) == ["stages.0.effectue_travaux"]
    assert made["emploi_du_temps"]["duree_seance"] is None


def test_the_same_findings_before_and_after(former):
    """Version 1 knew none of the added questions: blank, they change no verdict."""
    made = dossier_of(to_json(former).encode())
    for field in [field for field in FORM.field.values() if field.since == 2 and not field.computed]:
        for path in concrete(made, field.path):
            assert get(made, path) in ("", None, []) or pattern_of(path) == "stages[].effectue_travaux"
    assert evaluate(FORM, CATALOGUE, made, ENVOI, DAY, read_profile(PROFILE)).summary()["bloquant"] == 0


def test_what_is_kept_beside_a_draft_follows_it():
    former = signed(copy.deepcopy(FIRST["clos"]))
    versions = kept_by_version_1(former)
    prints = [digest(text) for text in migration.texts(FORM, former)]
    made, verdict = migration.migrated(FORM, former, prints)
    archived = [migration.at_present(FORM, one, digest) for one in versions["anterieures"]]
    digests = [digest(text) for text in migration.kept_texts(FORM, versions)]
    kept = migration.kept_migrated(FORM, versions, digests, former, made, (prints[0], prints[2]), (archived, verdict))
    assert kept["version"] == 2 and kept["recus"] == versions["recus"] and kept["anterieures"][0]["version"] == 2
    assert kept["envoi"] == sending(made, prints[2], "2026-11-20")
    assert set(kept["signees"]) == {prints[0], digests[0]}
    remember(kept, made, prints[2])
    assert prints[0] not in kept["signees"]
    assert follow_sending(kept, made, prints[2]) == (False, False)
    put(made, "parcours.fin", "2027-04-02")
    assert follow_sending(kept, made, digest(contract_text(made))) == (False, True)
