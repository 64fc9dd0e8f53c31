"""Copies of one dossier are told apart when they are opened, and so are the drafts of one reference."""

import json
from pathlib import Path

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.shared_steps import share, unlock
from tests.support.pages.steps import (
    as_file,
    choose_file,
    download,
    go,
    open_demonstration,
    preview,
    ready,
    saved,
    stored,
    until,
)

pytestmark = pytest.mark.without_worker


def preview_of(page):
    return page.locator("#contenu-fichier").inner_text(), page.locator("#differences").inner_text()


def at(page, moment):
    page.clock.set_fixed_time("2026-12-01T" + moment)


@pytest.fixture
def copies(site, tmp_path):
    """(older copy, newer copy): of one dossier, changed between them, as files."""
    at(site, "14:32:00")
    open_demonstration(site)
    made = []
    for minute, name in (("14:32:10", "Avant"), ("15:02:00", "Après")):
        at(site, minute)
        go(site, "eleve")
        site.fill("#eleve-nom", name)
        saved(site)
        go(site, "taches")
        got = download(site, "telecharger-copie")
        made.append(tmp_path / got.suggested_filename)
        got.save_as(made[-1])
    return made


def test_two_copies_have_their_moments_in_their_names_and_in_their_previews(site, server, copies):
    older, newer = copies
    assert (older.name, newer.name) == ("PID_0490000J_2026-2027_K7QF_v1_2026-12-01-14h32_DEMONSTRATION.json",
                                        "PID_0490000J_2026-2027_K7QF_v1_2026-12-01-15h02_DEMONSTRATION.json")
    assert json.loads(older.read_text(encoding="utf-8"))["copie"] == {"le": "2026-12-01T14:32"}
    preview(site, server, older)
    rows, age = preview_of(site)
    assert "1er\u00a0décembre\u00a02026 à 14\u00a0h\u00a032" in rows
    assert "plus ancien que celui de cet ordinateur" in age
    choose_file(site, newer)
    assert "même état que celui de cet ordinateur" in preview_of(site)[1]
    at(site, "16:00:00")
    changed = json.loads(newer.read_text(encoding="utf-8"))
    changed["eleve"]["nom"], changed["copie"]["le"] = "Ailleurs", "2026-12-01T15:40"
    choose_file(site, as_file(changed))
    assert "plus récent que celui de cet ordinateur" in preview_of(site)[1]


def test_a_draft_that_came_from_a_copy_is_as_old_as_it_until_it_changes(site, server, copies):
    older, newer = copies
    at(site, "18:00:00")  # opened long after both were made
    preview(site, server, older)
    site.click("#apercu [data-action=remplacer]")
    until(lambda: site.locator("#remplacement").is_visible())
    choose_file(site, newer)
    assert "plus récent que celui de cet ordinateur" in preview_of(site)[1]
    held = site.evaluate("pidStore.list().then(([one]) => pidStore.get(one.id))")
    assert held["copie"] == "2026-12-01T14:32" and json.loads(held["json"])["copie"] == {"le": ""}
    site.goto(server.address)
    until(lambda: "d’une copie du 1er" in site.locator("#dossiers").inner_text())
    site.click(".ouvrir")
    go(site, "eleve")
    site.fill("#eleve-nom", "Changé")
    saved(site)
    preview(site, server, newer)
    assert "plus ancien que celui de cet ordinateur" in preview_of(site)[1]


@pytest.mark.parametrize("kind", ["json", pytest.param("pdf", marks=pytest.mark.campaign)])
def test_what_is_downloaded_without_being_sent_says_its_moment_and_a_sealed_file_does_not(site, server, kind, tmp_path):
    at(site, "14:32:00")
    open_demonstration(site)
    go(site, "verifier")
    got = download(site, "telecharger-" + kind)
    assert "_2026-12-01-14h32_" in got.suggested_filename
    got.save_as(tmp_path / got.suggested_filename)
    site.click("[data-action=envoi-preparer]")
    until(lambda: site.locator("#envoi-fichiers li").count() == 2)
    with site.expect_download() as started:
        site.locator("[data-action=envoi-fichier]").last.click()
    sealed = json.loads(Path(started.value.path()).read_text(encoding="utf-8"))
    assert sealed["copie"] == {"le": ""} and "14h32" not in started.value.suggested_filename
    preview(site, server, tmp_path / got.suggested_filename)
    assert "à 14\u00a0h\u00a032" in preview_of(site)[0]
    choose_file(site, as_file(sealed))
    assert "Copie faite le" not in preview_of(site)[0]


@pytest.mark.campaign
def test_a_recovery_file_says_it_too(site, server, tmp_path):
    phrase = share(site)
    at(site, "14:32:00")
    site.click("[data-action=demonstration]")
    unlock(site, phrase)
    until(lambda: site.locator("#reference").inner_text() != "")
    got = download(site, "telecharger-copie")
    assert got.suggested_filename.endswith("_2026-12-01-14h32_DEMONSTRATION_reprise.json")
    got.save_as(tmp_path / "reprise.json")
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    site.set_input_files("#fichier", tmp_path / "reprise.json")
    until(lambda: site.locator("#reprise").is_visible())
    site.fill("#phrase-fichier", phrase)
    site.click("[data-action=ouvrir-reprise]")
    unlock(site, phrase)  # the drafts are looked at; without a worker, each page asks for the passphrase
    until(lambda: site.locator("#apercu").is_visible())
    assert "à 14\u00a0h\u00a032" in preview_of(site)[0]


def test_several_drafts_of_one_reference_are_named_and_one_is_chosen(site, server):
    made = []
    for name in ("Un", "Deux", "Trois"):
        dossier = json.loads(json.dumps(EXAMPLES["complet"]))
        dossier["eleve"]["nom"] = name
        made.append(dossier)
        site.evaluate("(one) => pidStore.create({ json: JSON.stringify(one), titre: one.eleve.nom, etat: 'En cours' })",
                      dossier)
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    made[0]["eleve"]["nom"] = "Reçu"
    choose_file(site, as_file(made[0]))
    said = preview_of(site)[1]
    assert [f"Dossier {index} sur 3" in said for index in (1, 2, 3)] == [True] * 3
    assert all(name + ", révision\u00a01, En cours" in said for name in ("Un", "Deux", "Trois"))
    assert site.locator("#apercu > .actions [data-action=remplacer]").is_hidden()
    assert site.locator("#differences [data-action=remplacer]:visible").count() == 3
    chosen = site.locator("#differences p", has_text="Deux, révision").locator("xpath=following-sibling::p[1]")
    chosen.locator("[data-action=remplacer]").click()
    until(lambda: site.locator("#remplacement").is_visible())
    assert "«\u00a0Deux\u00a0»" in site.locator("#remplacement").inner_text()
    assert sorted(name for _, name in stored(site)) == ["Reçu", "Trois", "Un"]


def test_two_rows_of_one_title_are_told_apart(site, server):
    for second in ("00", "07"):
        at(site, "14:32:" + second)
        dossier = json.loads(json.dumps(EXAMPLES["complet"]))
        site.evaluate("(one) => pidStore.create({ json: JSON.stringify(one), titre: 'Même nom', etat: 'En cours' })",
                      dossier)
    site.evaluate("pidStore.create({ json: '{}', titre: 'Seul' })")
    site.goto(server.address)
    until(lambda: site.locator("#dossiers .reference", has_text="référence").count() == 2)
    rows = site.locator("#dossiers li p:first-of-type").all_inner_texts()
    assert len(set(rows)) == 3
    assert any("référence 0490000J-2026-K7QF, révision\u00a01, à 14\u00a0h\u00a032\u00a0min\u00a007\u00a0s" in row
               for row in rows)
