"""« Éligibilité » in the browser: it concludes, names what is still to be answered, and hands its answers to a new
dossier."""

import pytest

from tests.support.pages.axe import check
from tests.support.pages.shared_steps import is_locked, raw, share, unlock
from tests.support.pages.steps import answer_eligibility, file_of, go, ready, until

pytestmark = pytest.mark.without_worker

STAGE_2027 = (("eleve-date_naissance", "4 3 2012"), ("parcours-debut", "11 1 2027"), ("parcours-fin", "5 3 2027"))


@pytest.fixture
def asked(site, server):
    """The page, ready."""
    site.goto(server.address + "eligibilite/")
    until(lambda: ready(site))
    return site


def answer(page, level="3e", days=STAGE_2027, **more):
    answer_eligibility(page, level, days, **more)


def concluded(page):
    page.click("[data-action=verifier-eligibilite]")
    return page.locator("#resultat h2").inner_text()


def test_a_stage_does_not_keep_it_from_concluding(asked):
    answer(asked)
    assert "Un parcours est possible" in concluded(asked)
    later = asked.locator("#resultat section", has_text="À vérifier dans le dossier")
    assert later.locator("a").all_inner_texts() == ["Hors vacances scolaires PE-05"]
    assert "Il manque" not in asked.locator("#resultat").inner_text()
    later.locator("a").click()
    asked.wait_for_url("**/regles/pe-05/**")


def test_it_concludes_without_a_stage(asked):
    answer(asked, stage="", days=(STAGE_2027[0], STAGE_2027[1], ("parcours-fin", "29 1 2027")))
    assert "Rien ne s’oppose" in concluded(asked)
    assert "À vérifier dans le dossier" not in asked.locator("#resultat").inner_text()


def test_what_is_left_to_answer_is_named_by_its_question(asked):
    answer(asked, days=STAGE_2027[:1])
    assert "Il manque" in concluded(asked)
    left = asked.locator("#resultat a[href^='#']")
    assert left.all_inner_texts() == ["Début du parcours", "Fin du parcours"]
    left.first.click()
    assert asked.evaluate("document.activeElement.id") == "parcours-debut-jour"


def test_a_reason_against_is_a_result_whatever_is_left(asked):
    asked.select_option("#eleve-niveau", "5e")
    asked.check("#stage-stage_initiation")
    assert "n’est pas possible" in concluded(asked)
    reason = asked.locator("#resultat .regle", has_text="EL-03")
    assert reason.locator("h3 a").get_attribute("href").endswith("regles/el-03/index.html")
    assert asked.locator(".erreur:visible, .resume-erreurs:visible").count() == 0
    assert "Date de naissance" in asked.locator("#resultat a[href^='#']").all_inner_texts()
    check(asked)


def test_its_answers_go_to_a_new_dossier(asked, server):
    asked.goto(server.address + "etablissement/")
    until(lambda: ready(asked))
    asked.fill("#etablissement-uai", "0490060Z")
    asked.click("[data-action=enregistrer-etablissement]")
    until(lambda: "Enregistré" in asked.locator("#etat-enregistrement").inner_text())
    asked.goto(server.address + "eligibilite/")
    until(lambda: ready(asked))
    answer(asked)
    concluded(asked)
    asked.click("[data-action=creer-avec-ces-reponses]")
    asked.wait_for_url("**/dossier/**")
    until(lambda: asked.locator("#reference").inner_text() != "")
    go(asked, "verifier")
    made = file_of(asked)
    assert (made["eleve"]["niveau"], made["eleve"]["date_naissance"]) == ("3e", "2012-03-04")
    assert (made["parcours"]["debut"], made["parcours"]["fin"]) == ("2027-01-11", "2027-03-05")
    assert made["dossier"]["annee_scolaire"] and made["dossier"]["reference"].startswith("0490060Z-")
    assert made["etablissement"]["uai"] == "0490060Z"
    assert [(one["id"], one["type"]) for one in made["stages"]] == [("S1", "stage_initiation")]


def test_on_a_shared_computer_that_dossier_is_encrypted(site, server):
    phrase = share(site)
    site.goto(server.address + "eligibilite/")
    until(lambda: ready(site))
    answer(site)
    concluded(site)
    site.click("[data-action=creer-avec-ces-reponses]")
    until(lambda: is_locked(site) or "/dossier/" in site.url)  # the first visit has nobody to leave the key with
    if is_locked(site):
        unlock(site, phrase)
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#reference").inner_text() != "" or is_locked(site))
    stored = raw(site)
    assert "scelle" in stored["brouillons"] and "stage_initiation" not in "".join(stored.values())


def test_a_wrong_answer_makes_no_dossier(asked):
    answer(asked)
    concluded(asked)
    asked.fill("#parcours-fin-jour", "32")
    asked.click("[data-action=creer-avec-ces-reponses]")
    assert asked.locator(".resume-erreurs li").count() == 1 and "/eligibilite/" in asked.url
