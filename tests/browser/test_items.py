"""Lists whose items have screens of their own: addresses, « Continuer » from step to step, copies, questions that
depend on others."""

import time

import pytest

from tests.support.pages.axe import check
from tests.support.pages.looks import look, looks
from tests.support.pages.steps import (
    copy_of,
    go,
    is_at,
    open_demonstration,
    open_new,
    saved,
    set_date,
    until,
)

pytestmark = pytest.mark.without_worker
WRITTEN = 0.6
"""Seconds after which what one tab has typed is saved."""
FIRST = "stages/S1/ou-et-quand"


def title(page):
    return page.locator("section.page:visible h1").inner_text().replace("\u00a0", " ").replace("\n", " ")


def focused(page):
    return page.evaluate("document.activeElement.tagName")


def go_on(page, address):
    page.locator("section.page:visible [data-action=continuer]").click()
    until(lambda: is_at(page, address))


def test_an_item_and_a_step_have_their_address_title_and_focus(site):
    open_demonstration(site)
    go(site, "stages")
    assert title(site) == "Stages" and site.locator("#stages .item:visible").count() == 2
    lines = site.locator("#stages .resume")
    until(lambda: lines.first.inner_text().replace("\u00a0", " ") ==
          "5 janv.–29 janv., mar. et jeu., 13 h, convention signée")
    site.click("#stages .item-nom a >> nth=0")
    until(lambda: is_at(site, FIRST))
    assert "Stage 1 sur 2 : Menuiserie de l'Exemple" in title(site) and "Étape 1 sur 4 : Où et quand" in title(site)
    assert site.title().replace("\u00a0", " ").startswith("Stage 1 sur 2 : Menuiserie de l'Exemple – Étape 1 sur 4")
    assert focused(site) == "H1" and site.locator("#stages .volet:visible").count() == 1
    site.click("#stages .etapes a >> nth=2")
    until(lambda: is_at(site, "stages/S1/securite"))
    assert site.locator("#stages .etapes [aria-current=step]").inner_text() == "Sécurité"
    site.reload()
    until(lambda: is_at(site, "stages/S1/securite") and "Étape 3 sur 4" in title(site))
    for address in (FIRST, "stages"):
        site.go_back()
        until(lambda address=address: is_at(site, address))
    assert title(site) == "Stages" and focused(site) == "H1" and site.title().startswith("Stages – ")
    site.go_forward()
    until(lambda: is_at(site, FIRST))


@pytest.mark.parametrize("address", ["stages/S9", "stages/S1/autre", "stages/S9/securite", "lieux/L1/securite",
                                     "stages/%C3%A9", "objectifs/1"])
def test_an_address_that_leads_nowhere_leads_to_the_list_and_says_so(site, address):
    open_demonstration(site)
    site.evaluate("(address) => { location.hash = '#' + address }", address)
    slug = address.partition("/")[0]
    until(lambda: is_at(site, slug))
    assert "Rien ne se trouve à l’adresse demandée" in site.locator(f"#{slug} .perdu").inner_text()
    assert site.locator(f"#{slug} > .bloc > .items > .item:visible").count() == 2
    assert site.evaluate("location.hash") == "#" + slug, "a link to what is restored leads there again"
    go(site, "taches")
    go(site, slug)
    assert site.locator(f"#{slug} .perdu").is_hidden()


def test_continue_goes_step_by_step_then_back_to_the_list(site):
    open_demonstration(site)
    go(site, FIRST)
    for step in ("activites", "securite", "convention"):
        go_on(site, "stages/S1/" + step)
    site.click("#stages .precedent")
    until(lambda: is_at(site, "stages/S1/securite"))
    for address in ("stages/S1/convention", "stages"):
        go_on(site, address)
    go_on(site, "emploi-du-temps")
    go(site, FIRST)
    site.click("#stages .precedent")
    until(lambda: is_at(site, "stages"))


def test_a_step_says_its_own_errors_and_the_list_those_of_each_item(site):
    open_demonstration(site)
    go(site, "stages")
    site.click("#stages > .bloc > [data-action=ajouter]")
    until(lambda: is_at(site, "stages/S3/ou-et-quand"))
    assert title(site).startswith("Stage 3 sur 3") and focused(site) == "H1"
    site.click("#stages [data-action=continuer]")
    errors = site.locator("#stages .resume-erreurs li")
    until(lambda: errors.count() > 0)
    assert errors.count() == 5 and all("(stage 3)" in one for one in errors.all_inner_texts())
    assert site.title().startswith("Erreur")
    go(site, "stages")
    row = site.locator("#stages > .bloc > .items > .item").last
    until(lambda: "Il manque\u00a0: lieu, type de stage, premier jour et" in row.inner_text())
    site.click("#stages [data-action=continuer]")
    until(lambda: errors.count() > 10)
    errors.get_by_text("Indiquez où en est la convention").click()
    until(lambda: is_at(site, "stages/S3/convention"))
    until(lambda: site.evaluate("document.activeElement.name") == "stages.2.convention.statut")
    missing = site.locator("#stages .etapes .manque").all_inner_texts()
    assert [bool(words) for words in missing] == [True] * 4 and "Visites" not in missing[0]


def test_a_link_to_an_answer_bears_the_address_of_its_step_and_leads_back(site):
    open_demonstration(site)
    go(site, "verifier")
    site.click("#reponses-stages summary")
    link = site.locator("#recapitulatif [data-reponse='stages.1.objectifs']")
    link.hover()
    site.mouse.down()
    assert link.get_attribute("href") == "#stages/S2/activites"
    site.mouse.up()
    until(lambda: is_at(site, "stages/S2/activites"))
    until(lambda: site.evaluate("document.activeElement.id") == "stages-1-objectifs")
    go_on(site, "verifier")
    until(lambda: site.evaluate("document.activeElement.dataset.reponse") == "stages.1.objectifs")


def test_an_item_is_copied_opened_and_taken_back(site):
    open_demonstration(site)
    go(site, "stages")
    site.locator("#stages [data-action=copier]").first.click()
    until(lambda: is_at(site, "stages/S3/ou-et-quand"))
    assert "Stage 2 sur 3 : Menuiserie de l'Exemple" in title(site)
    site.fill("#stages-1-fin-jour", "30")
    saved(site)
    first, made, _ = copy_of(site)["stages"]
    assert made["id"] == "S3" and {one["id"] for one in made["horaires"]} == {"S3H1", "S3H2"}
    assert made["convention"] == {"statut": "", "date_signature": ""} and made["attestation_remise_le"] == ""
    assert (made["fin"], made["activites"]) == ("2027-01-30", first["activites"])
    for _ in range(2):
        site.keyboard.press("Control+z")
    until(lambda: is_at(site, "stages") and site.locator("#stages .item:visible").count() == 2)
    go(site, "stages")
    site.locator("#stages > .bloc > .items > .item").last.locator("[data-action=supprimer]").first.click()
    until(lambda: site.locator("#annuler p").inner_text() != "")
    site.keyboard.press("Enter")
    until(lambda: site.locator("#stages > .bloc > .items > .item:visible").count() == 2)


def test_what_another_tab_does_to_the_item_that_is_shown(site):
    open_demonstration(site)
    go(site, "lieux/L2")
    other = site.context.new_page()
    other.goto(site.url)
    until(lambda: is_at(other, "lieux/L2") and "juge" in other.evaluate("({...document.documentElement.dataset})"))
    go(other, "lieux")
    rows = other.locator("#lieux > .bloc > .items > .item")
    rows.first.locator("[data-action=descendre]").first.click()
    until(lambda: title(site).startswith("Lieu 1 sur 2"))
    assert is_at(site, "lieux/L2") and site.locator("#lieux-0-nom").is_visible()
    site.fill("#lieux-0-nom", "Lycée des Métiers")
    until(lambda: "Lycée des Métiers" in rows.first.inner_text())
    rows.first.locator("[data-action=supprimer]").first.click()
    other.get_by_role("button", name="Supprimer quand même").click()
    until(lambda: is_at(site, "lieux"))
    assert "a pu être supprimé" in site.locator("#lieux .perdu").inner_text()
    time.sleep(WRITTEN)
    assert site.locator("#lieux-0-nom").input_value() == "Menuiserie de l'Exemple", "the box that left wrote nothing"
    other.click("#annuler button")
    until(lambda: site.locator("#lieux > .bloc > .items > .item").count() == 2)


def test_a_question_is_asked_where_another_answer_makes_it_useful(site):
    open_demonstration(site)
    go(site, "lieux/L1")
    bar = site.locator("#lieux-0-debit_boissons")
    assert bar.is_visible()
    site.check("#lieux-0-type-cfa")
    assert bar.is_hidden(), "the answer given says what is understood without it"
    site.check("#lieux-0-type-entreprise")
    site.check("#lieux-0-debit_boissons-oui")
    site.check("#lieux-0-type-cfa")
    assert bar.is_visible() and "ne se pose plus" in bar.inner_text()
    go(site, "stages/S1/securite")
    assert site.locator("#stages-0-service_bar").is_visible()
    go(site, "stages/S2/securite")
    assert site.locator("#stages-1-service_bar").is_hidden()
    go(site, "stages/S2/ou-et-quand")
    site.select_option("#stages-1-lieu", "L1")
    go(site, "stages/S2/securite")
    assert site.locator("#stages-1-service_bar").is_visible()
    saved(site)
    copy = copy_of(site)
    assert copy["lieux"][0]["debit_boissons"] is True and copy["stages"][0]["service_bar"] is False


def test_no_machine_and_no_works_is_one_gesture_with_the_list_to_read(site):
    open_new(site)
    go(site, "stages")
    site.click("#stages > .bloc > [data-action=ajouter]")
    until(lambda: is_at(site, FIRST))
    go(site, "stages/S1/securite")
    assert site.locator("#stages .ouvert .champ:visible").count() == 1
    site.click("#stages .ouvert .geste summary")
    assert site.locator("#stages .ouvert .geste li").count() == 23
    site.click("#stages [data-action=continuer]")
    until(lambda: site.locator("#stages .resume-erreurs li").count() == 1)
    site.click("#stages .resume-erreurs a")
    until(lambda: site.evaluate("document.activeElement.name") == "stages.0.utilise_machines")
    site.check("#stages-0-travaux-non")
    go_on(site, "stages/S1/convention")
    assert site.locator("#stages-0-travaux_interdits").is_hidden()
    saved(site)
    stage, = copy_of(site)["stages"]
    assert (stage["utilise_machines"], stage["effectue_travaux"], stage["travaux_interdits"]) == (False, False, [])
    go(site, "stages/S1/securite")
    assert site.is_checked("#stages-0-travaux-non")
    site.check("#stages-0-travaux-oui")
    assert site.locator("#stages-0-travaux_interdits").is_visible()
    assert site.locator("[name='stages.0.utilise_machines']:checked").count() == 0, "to be answered anew"
    site.check("#stages-0-utilise_machines-oui")
    site.keyboard.press("Tab")
    saved(site)
    assert copy_of(site)["stages"][0]["utilise_machines"] is True
    go(site, "stages/S1/securite")
    site.click("#stages .ouvert .geste .effacer")
    until(lambda: site.locator("#stages-0-travaux_interdits").is_hidden())
    assert site.locator("#stages-0-utilise_machines-erreur").is_visible(), "« Continuer » asked for it"
    saved(site)
    assert copy_of(site)["stages"][0]["utilise_machines"] is None


def test_the_rules_say_which_type_of_stage_fits(site):
    open_demonstration(site)
    go(site, FIRST)
    panel = site.locator("#stages .ouvert details").first
    panel.locator("summary").click()
    until(lambda: site.input_value("#stages-0-quel-age") == "15")
    assert site.input_value("#stages-0-quel-niveau") == "3e"
    panel.locator("[data-action=repondre-type]").click()
    until(lambda: "Indiquez la classe" in panel.inner_text())
    site.fill("#stages-0-quel-jours", "8")
    panel.locator("[data-action=repondre-type]").click()
    rows = panel.locator("li.regle")
    until(lambda: rows.count() == 7)
    assert "ST-11" in rows.filter(has_text="Séquence d’observation").first.inner_text()
    assert "ST-34" in panel.inner_text()
    rows.filter(has_text="Séquence d’observation").first.locator("button").click()
    assert site.input_value("#stages-0-type") == "sequence_observation"
    assert site.evaluate("document.activeElement.id") == "stages-0-type"
    assert panel.get_attribute("open") is None


def test_what_is_known_afterwards_is_asked_in_the_follow_up(site):
    site.clock.set_fixed_time("2027-01-20T10:00:00")
    open_demonstration(site)
    go(site, "stages/S1/convention")
    assert site.locator("#stages [data-path$=faite_le], #stages [data-path$=attestation_remise_le]").count() == 0
    go(site, "suivi")
    stages = site.locator("#suivi-stages details")
    until(lambda: stages.count() == 2)
    assert "0 visite faite sur 1, attestation à remettre" in stages.first.inner_text()
    site.locator("#suivi-echeances a[data-reponse='stages.0.visites.0.faite_le']").click()
    until(lambda: site.evaluate("document.activeElement.id") == "stages-0-visites-0-faite_le-jour")
    assert stages.first.get_attribute("open") is not None and stages.last.get_attribute("open") is None
    set_date(site, "stages-0-visites-0-faite_le", "31", "2", "2027")
    site.keyboard.press("Tab")
    until(lambda: "il n’y a pas de 31 février" in site.locator("#stages-0-visites-0-faite_le-erreur").inner_text())
    set_date(site, "stages-0-visites-0-faite_le", "19", "1", "2027")
    site.fill("#stages-0-visites-0-observation", "Il a monté une étagère.")
    set_date(site, "stages-0-attestation_remise_le", "29", "1", "2027")
    site.keyboard.press("Tab")
    saved(site)
    stage = copy_of(site)["stages"][0]
    assert (stage["visites"][0]["faite_le"], stage["attestation_remise_le"]) == ("2027-01-19", "2027-01-29")
    assert stage["visites"][0]["observation"] == "Il a monté une étagère."
    go(site, "suivi")
    until(lambda: "1 visite faite sur 1, attestation remise" in stages.first.inner_text())


@looks
def test_axe_on_a_list_an_item_and_a_step(site, scheme, width):
    look(site, scheme, width)
    open_demonstration(site)
    for address in ("stages", "lieux/L1"):
        go(site, address)
        check(site, address)
    go(site, "stages")
    site.click("#stages > .bloc > [data-action=ajouter]")
    until(lambda: is_at(site, "stages/S3/ou-et-quand"))
    site.click("#stages [data-action=continuer]")
    until(lambda: site.locator("#stages .resume-erreurs").is_visible())
    site.click("#stages .ouvert details summary")
    site.fill("#stages-2-quel-age", "15")
    site.fill("#stages-2-quel-jours", "8")
    site.select_option("#stages-2-quel-niveau", "3e")
    site.click("#stages .ouvert [data-action=repondre-type]")
    until(lambda: site.locator("#stages .ouvert li.regle").count() == 7)
    check(site, "errors of a step, types of stage")
    go(site, "stages/S3/securite")
    site.click("#stages .ouvert .geste summary")
    check(site, "works")
    go(site, "suivi")
    until(lambda: site.locator("#suivi-stages summary").count() == 3)
    site.locator("#suivi-stages summary").first.click()
    check(site, "visits")


@pytest.mark.parametrize("width, most", [(1280, 4000), (360, 9000)])
def test_no_screen_of_an_item_is_long(site, width, most):
    site.set_viewport_size({"width": width, "height": 800})
    open_demonstration(site)
    go(site, "bilans")
    site.click("#bilans > .bloc > [data-action=ajouter]")
    until(lambda: is_at(site, "bilans/B1/seance"))
    for address in ("lieux", "lieux/L1", "objectifs", "objectifs/O1", "stages", FIRST, "stages/S1/activites",
                    "stages/S1/securite", "stages/S1/convention", "bilans", "bilans/B1/seance", "bilans/B1/objectifs",
                    "bilans/B1/stages", "bilans/B1/suite"):
        go(site, address)
        assert site.evaluate("document.documentElement.scrollHeight") <= most, address
    go(site, "suivi")
    until(lambda: site.locator("#suivi-stages details").count() == 2)
    assert site.evaluate("document.documentElement.scrollHeight") <= most
