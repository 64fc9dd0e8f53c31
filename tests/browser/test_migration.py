"""Drafts and files of version 1 of the format in the page: converted when they are opened, and nothing of what was kept
is lost."""

import copy
import json
import shutil

import pytest

from pid_rules.dossier import migration
from pid_rules.dossier.json_text import contract_text, to_json
from pid_rules.dossier.seal import in_signs
from pid_rules.dossier.structure import ordered
from pid_rules.files import digest, read_dossier
from pid_rules.form import FORM
from pipeline import javascript, node
from tests.support.examples import identifiers
from tests.support.kept_formats import FIRST, FOLDER, kept_by_version_1, signed
from tests.support.pages.sending import opened
from tests.support.pages.shared_steps import home, lock, raw, share, unlock
from tests.support.pages.steps import download, file_of, go, ready, saved, until, versions

pytestmark = pytest.mark.without_worker

DAY = "2026-11-20T10:00"
LAST_MIGRATION = "  () => {},\n"
CREATE = "(json) => pidStore.create({json, titre: 'Ancien', etat: '', demonstration: false}).then((made) => made.id)"
RECEIPT = {"date": "2026-11-20", "heure": "", "reference": "0490000J-2026-K7QF", "revision": 1, "empreinte": "",
           "destinataire": "ce.iio49@ac-nantes.fr", "fichiers": [["PID.pdf", 1000]]}
STORED = "(id) => pidStore.get(id)"


def former(name="complet"):
    return copy.deepcopy(FIRST[name])


def kept_then(dossier):
    """What version 1 kept beside a draft signed and sent, with a whole receipt."""
    return {**kept_by_version_1(dossier), "recus": [RECEIPT]}


def text_of(dossier):
    return to_json(dossier) + "\n"


def keep(page, dossier, kept=None):
    """A draft of version 1 of this browser, with what was kept beside it; its identifier."""
    identifier = page.evaluate(CREATE, text_of(dossier))
    if kept is not None:
        page.evaluate("([id, text]) => pidStore.keepVersions(id, text)", [identifier, to_json(kept)])
    return identifier


def open_draft(page, server, identifier):
    page.goto(f"{server.address}dossier/index.html?d={identifier}")
    until(lambda: page.locator("#reference").inner_text() != "")
    until(lambda: "juge" in page.evaluate("({...document.documentElement.dataset})"))


def change(page):
    go(page, "eleve")
    page.fill("#eleve-telephone", "06 00 00 00 12")
    saved(page)


def stored(page, identifier):
    """(text, what is kept beside) of a draft."""
    record = page.evaluate(STORED, identifier)
    return record["json"], json.loads(record["versions"]) if record.get("versions") else {}


def test_a_stored_draft_is_converted_said_once_and_written_at_its_next_save(site, server):
    site.clock.set_fixed_time(DAY)
    before = former("clos")
    before["stages"][0]["utilise_machines"] = True
    signed(before)
    identifier = keep(site, before, kept_then(before))
    open_draft(site, server, identifier)
    said = site.locator("#conversion")
    until(lambda: said.is_visible())
    assert "À confirmer" in said.inner_text() and said.locator("li").count() == 1
    text, kept = stored(site, identifier)
    assert text == text_of(before) and kept["version"] == 2 and kept["recus"] == [RECEIPT]
    assert [one["version"] for one in kept["anterieures"]] == [2]
    said.locator("a").click()
    reached = "document.activeElement.closest('.champ')?.dataset.path"
    until(lambda: site.evaluate(reached) == "stages.0.effectue_travaux")
    go(site, "verifier")
    until(lambda: site.locator("#verdict").inner_text() != "")
    assert "a changé depuis" not in site.locator("#constats").inner_text()
    change(site)
    until(lambda: "convertie" not in stored(site, identifier)[1])
    made = json.loads(stored(site, identifier)[0])
    assert made["version"] == 2 and "" not in identifiers(made)
    assert made["stages"][0]["effectue_travaux"] is True
    open_draft(site, server, identifier)
    assert said.is_hidden()


@pytest.mark.parametrize("is_signed, expected", [(False, "0490842Z-2026-VQ9A"), (True, "0490842K-2026-VQ9A")])
def test_a_reference_that_kept_a_mistyped_uai_is_corrected_unless_it_is_signed(site, server, is_signed, expected):
    before = former()
    before["dossier"]["reference"], before["etablissement"]["uai"] = "0490842K-2026-VQ9A", "0490842Z"
    open_draft(site, server, keep(site, signed(before) if is_signed else before))
    assert f"Référence {expected}" in site.locator("#reference").inner_text()


@pytest.mark.campaign
def test_what_is_kept_that_was_converted_before_a_kill_is_taken_as_it_is(site, server):
    before = signed(former("clos"))
    identifier = keep(site, before, kept_then(before))
    open_draft(site, server, identifier)
    once = stored(site, identifier)
    assert once[1]["version"] == 2 and '"version": 1,' in once[0]
    open_draft(site, server, identifier)
    until(lambda: site.locator("#conversion").is_visible())
    assert stored(site, identifier) == once
    change(site)
    assert '"version": 2,' in stored(site, identifier)[0]


def test_what_version_1_kept_beside_a_draft_of_version_2_is_understood(site, server):
    """The disk was full when what is kept was to be converted, then was not."""
    before = signed(former("clos"))
    present = migration.at_present(FORM, before, digest)
    identifier = keep(site, present, kept_then(before))
    open_draft(site, server, identifier)
    until(lambda: stored(site, identifier)[1].get("version") == 2)
    assert stored(site, identifier)[1]["envoi"]["sceau"] == "" and site.locator("#revision-nouvelle").is_hidden()


def test_my_dossiers_give_the_present_version(site, server):
    identifier = keep(site, former())
    home(site, server)
    copied = file_of(site, "telecharger")
    assert copied["version"] == 2 and "" not in identifiers(copied)
    site.click("#dossiers [data-action=dupliquer]")
    for part in ("eleve", "situation", "parcours", "engagements"):
        site.check(f"#garder-{part}")
    site.click("[data-action=confirmer-duplication]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#reference").inner_text() != "")
    made = file_of(site, "telecharger-copie")
    found = identifiers(made)
    assert made["version"] == 2 and len(found) > 40 and "" not in found and len(set(found)) == len(found)
    assert '"version": 1,' in stored(site, identifier)[0]


def test_a_deleted_draft_is_converted_once_it_is_taken_back(site, server):
    identifier = keep(site, former())
    home(site, server)
    site.click("#dossiers [data-action=supprimer]")
    until(lambda: site.locator("#annuler").is_visible())
    site.click("#annuler button")
    until(lambda: site.locator("#dossiers .ouvrir").count() == 1)
    open_draft(site, server, identifier)
    until(lambda: site.locator("#conversion").is_visible())
    change(site)
    assert '"version": 2,' in stored(site, identifier)[0]


def sealed():
    """A file of version 1 as it was given to be sent, and its fingerprint."""
    dossier = former()
    mark = in_signs(digest(migration.texts(FORM, dossier)[1]))
    dossier["transmission"] = {"date": "", "destinataire": "ce.iio49@ac-nantes.fr", "empreinte": mark}
    return dossier, mark


def write(folder, dossier):
    path = folder / "recu.json"
    path.write_text(text_of(dossier), encoding="utf-8")
    return path


def test_the_seal_of_a_file_of_version_1_is_verified_on_its_own_text(site, server, tmp_path):
    dossier, mark = sealed()
    seen = opened(site, server, write(tmp_path, dossier))
    assert f"{mark}, celle du contenu" in seen and "La date d’envoi n’est pas indiquée" in seen
    site.click("[data-action=nouveau]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#conversion").is_visible())
    assert versions(site)["sceau"] == {"empreinte": mark, "conforme": True} and versions(site)["envoi"]["sceau"] == mark
    dossier["eleve"]["classe"] = "3e Z"
    assert f"{mark}, qui n’est plus celle du contenu" in opened(site, server, write(tmp_path, dossier))


def test_a_file_is_compared_to_the_draft_of_version_1_that_it_replaces(site, server, tmp_path):
    before = signed(former())
    identifier = keep(site, before, kept_then(before))
    opened(site, server, write(tmp_path, before))
    assert "Ils sont identiques" in site.locator("#differences").inner_text()
    changed = migration.at_present(FORM, before, digest)
    changed["eleve"]["nom"] = "Autre"
    opened(site, server, write(tmp_path, changed))
    assert site.locator("#differences li").count() == 1
    site.click("[data-action=remplacer]")
    until(lambda: site.locator("#remplacement").is_visible())
    text, kept = stored(site, identifier)
    assert json.loads(text)["version"] == 2 and kept["version"] == 2 and kept["recus"] == [RECEIPT]
    site.click("[data-action=annuler-remplacement]")
    until(lambda: site.locator("#remplacement").is_hidden())
    assert stored(site, identifier)[0] == text_of(before)
    open_draft(site, server, identifier)
    until(lambda: site.locator("#conversion").is_visible())
    assert file_of(site, "telecharger-copie") == ordered(FORM, migration.at_present(FORM, before, digest))


def test_missing_identifiers_are_given_when_a_file_is_opened(site, server, tmp_path):
    dossier = read_dossier(FOLDER / "2" / "complet.json")
    for slot in dossier["emploi_du_temps"]["semaines"][0]["creneaux"]:
        slot["id"] = ""
    dossier["signatures"][0].pop("id")
    opened(site, server, write(tmp_path, dossier))
    site.click("[data-action=nouveau]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#reference").inner_text() != "")
    found = identifiers(file_of(site, "telecharger-copie"))
    assert "" not in found and len(set(found)) == len(found)


@pytest.mark.campaign
def test_an_encrypted_draft_is_converted_once_it_is_unlocked(site, server):
    phrase = share(site)
    before = signed(former("clos"))
    identifier = keep(site, before, kept_then(before))
    lock(site)
    site.goto(f"{server.address}dossier/index.html?d={identifier}")
    unlock(site, phrase)
    until(lambda: site.locator("#conversion").is_visible())
    assert stored(site, identifier)[1]["version"] == 2
    change(site)
    assert '"version": 2,' in stored(site, identifier)[0]
    assert not [store for store, text in raw(site).items() if "Lefèvre" in text or "Menuiserie" in text]


def test_the_single_file_converts_too(built, tmp_path, page):
    shutil.copy(built / "dossier-pid.html", tmp_path)
    page.goto((tmp_path / "dossier-pid.html").as_uri())
    until(lambda: ready(page))
    identifier = keep(page, signed(former("clos")))
    page.goto((tmp_path / "dossier-pid.html").as_uri() + f"?page=dossier&d={identifier}")
    until(lambda: page.locator("#reference").inner_text() != "")
    until(lambda: page.locator("#conversion").is_visible())
    page.evaluate("location.hash = '#taches'")
    made = json.loads(open(download(page, "telecharger-copie").path(), encoding="utf-8").read())
    assert {one["empreinte"] for one in made["signatures"]} == {digest(contract_text(made))}


def test_without_webcrypto_a_draft_opens_all_the_same(site, server):
    site.add_init_script("Object.defineProperty(window, 'isSecureContext', {value: false})")
    identifier = keep(site, signed(former()))
    open_draft(site, server, identifier)
    until(lambda: site.locator("#conversion").is_visible())
    change(site)
    assert '"version": 2,' in stored(site, identifier)[0]


def storage_of_version_1(folder):
    """The storage of the site as it was before its schema grew with the format."""
    sources = shutil.copytree(javascript.JS, folder / "js")
    path = sources / "storage" / "database.js"
    text = path.read_text(encoding="utf-8")
    assert text.count(LAST_MIGRATION) == 1
    path.write_text(text.replace(LAST_MIGRATION, ""), encoding="utf-8")
    return javascript.bundle(str(sources / "storage.js"), {"nodePaths": [str(node.NODE_MODULES)]}, {})


def test_a_page_of_the_former_schema_cannot_write_beside(server, page, tmp_path):
    former_script = storage_of_version_1(tmp_path)
    page.route("**/storage.js", lambda route: route.fulfill(body=former_script, content_type="text/javascript"))
    page.goto(server.address)
    until(lambda: ready(page))
    identifier = keep(page, former())
    save = """([id, json]) => pidStore.save({id, expected_rev: 1, json})
      .then(() => '', (error) => `${error.name}: ${error.message}`)"""
    other = page.context.new_page()
    open_draft(other, server, identifier)
    assert page.evaluate(save,
                         [identifier, "{}"]).startswith("VersionRecente: Une version plus récente du site est ouverte")
    change(other)
    assert page.evaluate(save, [identifier, "{}"]).startswith("VersionRecente")
    assert '"version": 2,' in stored(other, identifier)[0]


@pytest.mark.parametrize("newest, refused", [(1, True), (2, False)])
def test_a_reader_of_version_1_refuses_version_2_in_words(site, server, newest, refused):
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    text = (FOLDER / "2" / "complet.json").read_text(encoding="utf-8")
    said = site.evaluate("([text, newest]) => pidImport.readAll([new File([text], 'dossier.json')], '', newest)",
                         [text, newest])
    assert said["ok"] is not refused
    if refused:
        assert said["message"] == ("Ce dossier a été fait avec une version plus récente du site (version 2)\u00a0: "
                                   "mettez le site à jour, puis ouvrez-le de nouveau. Rien n’a été modifié.")
