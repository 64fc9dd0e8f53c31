"""A dossier in the browser: filled by keyboard, saved, verified, downloaded, reopened; never blocked by the policy."""

import copy
import json
import re

import pikepdf
import pytest

from tests.support.examples import DATA, EXAMPLES
from tests.support.pages.steps import (
    DAYS_OF_5E,
    answer_eligibility,
    at_home,
    download,
    duplicate,
    file_of,
    go,
    in_conflict,
    is_at,
    open_demonstration,
    open_file,
    open_new,
    ready,
    saved,
    uncopied,
    until,
)

pytestmark = pytest.mark.without_worker


def test_what_is_typed_by_keyboard_is_still_there_after_a_reload(site):
    open_new(site)
    go(site, "eleve")
    site.focus("#eleve-nom")
    for text in ("Đặng-Œuvré", "Łucja", "27", "mars", "2011"):
        site.keyboard.type(text)
        site.keyboard.press("Tab")
    saved(site)
    site.reload()
    until(lambda: site.locator("#eleve-nom").input_value() == "Đặng-Œuvré")
    assert [site.locator(f"#eleve-date_naissance-{part}").input_value() for part in ("jour", "mois", "annee")] == \
        ["27", "3", "2011"]


def test_continuing_says_what_is_missing_and_loses_nothing(site):
    open_new(site)
    go(site, "eleve")
    site.fill("#eleve-date_naissance-jour", "31")
    site.fill("#eleve-date_naissance-mois", "4")
    site.fill("#eleve-date_naissance-annee", "2011")
    site.click("#eleve [data-action=continuer]")
    summary = site.locator("#eleve .resume-erreurs")
    assert summary.is_visible() and "Indiquez le nom de l’élève" in summary.inner_text()
    assert "il n’y a pas de 31" in summary.inner_text()
    assert site.title().startswith("Erreur\u00a0: ")
    assert site.evaluate("document.activeElement.className") == "resume-erreurs"
    assert site.locator("#eleve-nom").get_attribute("aria-invalid") == "true"
    assert site.locator("#eleve-date_naissance-jour").input_value() == "31"
    summary.get_by_text("Indiquez le nom de l’élève").click()
    until(lambda: site.evaluate("document.activeElement.id") == "eleve-nom")
    site.keyboard.type("Nom")
    until(lambda: site.locator("#eleve-nom").get_attribute("aria-invalid") == "false")


def test_items_are_added_moved_and_removed_with_undo_by_keyboard(site):
    open_demonstration(site)
    go(site, "objectifs")
    first = site.locator("#parcours-objectifs-0-intitule").input_value()
    second = site.locator("#parcours-objectifs-1-intitule").input_value()
    descend = site.locator("#objectifs > .bloc > .items > .item").first.locator("[data-action=descendre]").first
    descend.focus()
    site.keyboard.press("Enter")
    assert site.locator("#parcours-objectifs-1-intitule").input_value() == first
    assert second in site.locator("#objectifs .item-nom").first.inner_text()
    assert site.evaluate("document.activeElement.dataset.action") == "descendre"
    assert site.evaluate("document.activeElement.closest('.item').dataset.index") == "1"
    site.keyboard.press("Tab")
    site.keyboard.press("Enter")
    assert site.locator("#objectifs > .bloc > .items > .item").count() == 1
    assert site.locator("#annuler").is_visible()
    site.keyboard.press("Enter")
    assert site.locator("#parcours-objectifs-1-intitule").input_value() == first
    assert site.locator("#parcours-objectifs-0-intitule").input_value() == second
    go(site, "objectifs")
    site.locator("#objectifs > .bloc > [data-action=ajouter]").click()
    until(lambda: site.evaluate("document.activeElement.textContent") == "Objectif 3 sur 3")
    site.keyboard.press("Tab")
    assert site.evaluate("document.activeElement.id") == "parcours-objectifs-2-intitule"
    site.keyboard.type("Troisième")
    saved(site)
    go(site, "taches")
    exported = file_of(site, "telecharger-copie")
    assert [objectif["intitule"] for objectif in exported["parcours"]["objectifs"]] == [second, first, "Troisième"]
    assert exported["parcours"]["objectifs"][2]["id"] == "O3"


def test_a_guarded_word_warns_and_does_not_block(site):
    open_new(site)
    go(site, "situation")
    site.fill("#situation-constats", "Il suit un traitement.")
    assert "médecin scolaire" in site.locator("#situation-constats-garde").inner_text()
    site.fill("#situation-constats", "Il suit les cours.")
    assert site.locator("#situation-constats-garde").is_hidden()
    saved(site)


def test_a_rule_speaks_while_one_types(site):
    open_demonstration(site)
    go(site, "objectifs/O1")
    site.fill("#parcours-objectifs-0-echeance-annee", "2029")
    until(lambda: site.locator("#parcours-objectifs-0-echeance-constat").is_visible())
    site.fill("#parcours-objectifs-0-echeance-annee", "2027")
    until(lambda: site.locator("#parcours-objectifs-0-echeance-constat").is_hidden())


def test_the_complete_example_is_downloaded_as_it_is_in_json_and_in_pdf(site, tmp_path):
    open_demonstration(site)
    go(site, "verifier")
    got = download(site, "telecharger-json")
    assert re.fullmatch(r"PID_0490000J_2026-2027_K7QF_v1_20\d\d(-\d\d){3}h\d\d_DEMONSTRATION.json",
                        got.suggested_filename)
    assert uncopied(open(got.path(), encoding="utf-8").read()) == EXAMPLES["complet"]
    got = download(site, "telecharger-pdf")
    assert got.suggested_filename.endswith("_DEMONSTRATION.pdf")
    got.save_as(tmp_path / "dossier.pdf")
    with pikepdf.open(tmp_path / "dossier.pdf") as pdf:
        assert uncopied(pdf.attachments["dossier.json"].get_file().read_bytes()) == EXAMPLES["complet"]
        assert pdf.Root.MarkInfo.Marked


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_file_is_previewed_then_opened_whole(site, server, name):
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    site.set_input_files("#fichier", DATA / f"{name}.json")
    until(lambda: site.locator("#apercu").is_visible())
    assert EXAMPLES[name]["dossier"]["reference"] in site.locator("#apercu").inner_text()
    assert site.locator("[data-action=remplacer]").is_hidden()
    site.click("[data-action=nouveau]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#reference").inner_text() != "")
    go(site, "verifier")
    assert file_of(site) == EXAMPLES[name]


@pytest.mark.parametrize("content, words", [
    (b"bonjour", "ne peut pas être lu"), (b"\xff\xff", "n’est pas un texte lisible"),
    (b'{"format": "autre"}', "n’est pas un dossier PID"), (b'{"format": "pid-dossier", "version": 9}', "plus récente"),
    (b'{"format": "pid-dossier", "version": 1, "eleve": {"__proto__": {"nom": "x"}}}', "nom réservé"),
    (b'{"format": "pid-dossier", "version": 1, "eleve": []}', "pas la forme attendue"),
    (b'{"format": "pid-dossier", "version": 1, "eleve": {"nom": "a\\u202eb"}}', "signes invisibles"),
    (b"[" * 50, "trop de niveaux"), (b"%PDF-1.7 rien", "ne contient pas de dossier")])
def test_a_foreign_or_damaged_file_is_refused_with_a_sentence(site, server, tmp_path, content, words):
    path = tmp_path / "recu.json"
    path.write_bytes(content)
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    site.set_input_files("#fichier", path)
    until(lambda: site.locator("#fichier-erreur").is_visible())
    assert words in site.locator("#fichier-erreur").inner_text()
    assert "Rien n’a été modifié" in site.locator("#fichier-erreur").inner_text()
    assert site.locator("#apercu").is_hidden()


def test_a_warning_is_assumed_with_a_written_reason(site):
    open_demonstration(site)
    go(site, "eleve")
    site.select_option("#eleve-niveau", "5e")
    go(site, "verifier")
    site.fill("[data-justification^=EL-02]", "Situation exceptionnelle, vue avec l’IEN-IO.")
    saved(site)
    exported = file_of(site)
    assert exported["justifications"] == {"EL-02@eleve.niveau": "Situation exceptionnelle, vue avec l’IEN-IO."}


def test_two_warnings_of_one_rule_are_assumed_by_one_motive(site, server, tmp_path):
    site.clock.set_fixed_time("2026-11-20T10:00")
    dossier = copy.deepcopy(EXAMPLES["complet"])
    for stage in dossier["stages"]:
        stage["convention"]["statut"] = "projet"
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(dossier), encoding="utf-8")
    open_file(site, server, path)
    go(site, "verifier")
    until(lambda: "il portera la mention" in site.locator("#verdict").inner_text())
    assert site.locator("[data-justification^='ST-02']").count() == 1
    site.fill("[data-justification='ST-02']", "Conventions en cours de signature.")
    until(lambda: "Rien ne s’oppose" in site.locator("#verdict").inner_text())
    saved(site)
    assert file_of(site)["justifications"] == {"ST-02": "Conventions en cours de signature."}


def test_two_tabs_never_overwrite_each_other(site, page):
    other = in_conflict(site)
    assert "rien n’a été remplacé" in other.locator("#conflit").inner_text()
    other.click("[data-action=recharger]")
    until(lambda: other.locator("#eleve-nom").input_value() == "Premier")


def test_deleting_can_be_undone_and_duplicating_keeps_the_chosen_parts(site, server):
    open_demonstration(site)
    at_home(site, server, 1)
    site.click("#dossiers [data-action=supprimer]")
    until(lambda: site.locator("#dossiers li").count() == 0)
    site.click("[data-action=annuler]")
    until(lambda: site.locator("#dossiers li").count() == 1)
    duplicate(site, "parcours")
    copy = file_of(site, "telecharger-copie")
    assert copy["parcours"] == EXAMPLES["complet"]["parcours"]
    assert (copy["eleve"]["nom"], copy["signatures"]) == ("", [])
    assert copy["dossier"]["reference"] != EXAMPLES["complet"]["dossier"]["reference"]


def test_a_copy_has_the_profile_and_no_signed_convention(site, server):
    site.goto(server.address + "etablissement/")
    until(lambda: ready(site))
    site.fill("#etablissement-nom", "Collège des Exemples")
    saved(site)
    site.goto(server.address)
    open_demonstration(site)
    at_home(site, server, 1)
    site.click("#dossiers [data-action=dupliquer]")
    site.click("[data-action=abandonner-duplication]")
    assert site.evaluate("document.activeElement.dataset.action") == "dupliquer"
    site.keyboard.press("Enter")
    site.uncheck("#garder-etablissement")
    site.check("#garder-parcours")
    site.click("[data-action=confirmer-duplication]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#reference").inner_text() != "")
    copy = file_of(site, "telecharger-copie")
    assert copy["etablissement"]["nom"] == "Collège des Exemples"
    assert [stage["convention"]["statut"] for stage in copy["stages"]] == ["", ""]
    assert copy["stages"][0]["activites"] == EXAMPLES["complet"]["stages"][0]["activites"]


def test_a_copy_of_the_demonstration_stays_one_wherever_its_file_goes(site, server, tmp_path):
    open_demonstration(site)
    at_home(site, server, 1)
    site.click("#dossiers [data-action=dupliquer]")
    site.uncheck("#garder-etablissement")
    site.click("[data-action=confirmer-duplication]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#reference").inner_text() != "")
    download(site, "telecharger-copie").save_as(tmp_path / "copie.json")
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    site.set_input_files("#fichier", tmp_path / "copie.json")
    until(lambda: site.locator("#apercu").is_visible())
    site.click("[data-action=nouveau]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#demonstration").is_visible())


@pytest.mark.campaign
def test_many_dossiers_are_searched_whatever_the_accents(site, server):
    names = ("Zoé Émile", "Œuvrard", "Đặng", "Martin", "Durand", "Petit")
    for name in names:
        assert site.locator("#recherche").is_hidden()
        open_new(site)
        go(site, "eleve")
        site.fill("#eleve-nom", name)
        saved(site)
        site.goto(server.address)
        until(lambda: ready(site))
    until(lambda: site.locator("#dossiers li").count() == len(names))
    site.fill("#filtre", "emile en cours")
    assert site.locator("#dossiers li:visible h3").all_inner_texts() == ["Zoé Émile"]
    assert site.locator("#trouves").inner_text() == "1 dossier"
    site.fill("#filtre", "personne")
    assert "Aucun dossier" in site.locator("#trouves").inner_text()


def test_the_profile_fills_new_dossiers(site, server):
    site.goto(server.address + "etablissement/")
    until(lambda: ready(site))
    site.fill("#etablissement-uai", "0490060a")
    site.click("[data-action=enregistrer-etablissement]")
    saved(site)
    assert "la lettre attendue est Z" in site.locator("#etablissement-uai-constat").inner_text()
    assert site.locator(".resume-erreurs").is_hidden()
    site.goto(server.address)
    open_new(site)
    go(site, "etablissement")
    assert site.locator("#etablissement-uai").input_value() == "0490060A"


def test_eligibility_explains_itself_without_a_dossier(site, server):
    site.goto(server.address + "eligibilite/")
    until(lambda: ready(site))
    site.click("[data-action=verifier-eligibilite]")
    assert "Il manque des réponses" in site.locator("#resultat").inner_text()
    answer_eligibility(site, "5e", DAYS_OF_5E)
    site.click("[data-action=verifier-eligibilite]")
    result = site.locator("#resultat").inner_text()
    assert "n’est pas possible" in result and "EL-03" in result and "D331-6" in result and "vérifié le" in result
    assert site.locator(".erreur:visible").count() == 0


def test_an_undo_never_puts_an_item_in_another_place(site):
    open_demonstration(site)
    go(site, "objectifs")
    names = "#objectifs .item .item textarea[id$=intitule]"
    before = [one.input_value() for one in site.locator(names).all()]
    go(site, "objectifs/O1")
    site.locator("#objectifs .item .item [data-action=supprimer]").first.click()
    assert "Suppression faite" in site.locator("#annuler").inner_text()
    go(site, "objectifs")
    site.locator("#objectifs > .bloc > .items > .item").first.locator("[data-action=descendre]").first.click()
    assert site.locator("#annuler p").inner_text() == ""
    for _ in range(2):
        site.click("#annuler button")
    assert [one.input_value() for one in site.locator(names).all()] == before


def test_a_reopened_demonstration_is_still_one(site, server):
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    site.set_input_files("#fichier", DATA / "complet.json")
    until(lambda: site.locator("#apercu").is_visible())
    site.click("[data-action=nouveau]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#demonstration").is_visible())


def test_errors_stay_marked_when_an_item_is_added_and_the_new_one_has_none(site):
    open_new(site)
    go(site, "objectifs")
    site.locator("#objectifs > .bloc > [data-action=ajouter]").click()
    until(lambda: is_at(site, "objectifs/O1"))
    site.click("#objectifs [data-action=continuer]")
    before = site.locator("#objectifs .champ.faux").count()
    go(site, "objectifs")
    site.locator("#objectifs > .bloc > [data-action=ajouter]").click()
    until(lambda: is_at(site, "objectifs/O2"))
    assert site.locator("#objectifs .champ.faux").count() == before > 0
    assert site.locator("#objectifs .champ.faux:visible").count() == 0


@pytest.mark.chromium_only(reason="Playwright cannot turn off the scripts of this Firefox")
def test_without_scripts_every_page_of_the_dossier_is_there_to_read(browser, server):
    context = browser.new_context(locale="fr-FR", java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address + "dossier/")
    assert page.locator("section.page").count() == page.locator("section.page:visible").count() > 20
    context.close()
