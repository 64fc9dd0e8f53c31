"""Stages and what follows the sending, typed in the page: nested lists, hours, works, and blocks that were null."""

from tests.support.pages.steps import file_of, go, open_demonstration, saved, set_date, until


def test_a_stage_is_completed_in_the_page(site):
    open_demonstration(site)
    go(site, "stages/S1/ou-et-quand")
    assert site.locator("#stages-0-horaires-0-debut").input_value() != ""
    assert site.locator("#stages-0-type").input_value() == "stage_initiation"
    site.locator("[data-path='stages.0.horaires'] > [data-action=ajouter]").click()
    site.select_option("#stages-0-horaires-2-jour", "vendredi")
    site.fill("#stages-0-horaires-2-debut", "9h")
    site.fill("#stages-0-horaires-2-fin", "11 h 30")
    go(site, "stages/S1/securite")
    site.check("#stages-0-travaux-oui")
    site.check("#stages-0-travaux_interdits-D4153-30")
    go(site, "stages/S1/convention")
    site.locator("[data-path='stages.0.visites'] > [data-action=ajouter]").click()
    site.fill("#stages-0-visites-1-visiteur", "Ada Exemple")
    saved(site)
    go(site, "verifier")
    until(lambda: "ST-22" in site.locator("#constats").inner_text())
    go(site, "taches")
    stage = file_of(site, "telecharger-copie")["stages"][0]
    assert stage["horaires"][2] == {"id": "S1H3", "semaine": "", "jour": "vendredi", "debut": "09:00", "fin": "11:30",
                                    "pause_debut": "", "pause_fin": ""}
    assert stage["travaux_interdits"] == ["D4153-30"]
    assert stage["visites"][1]["visiteur"] == "Ada Exemple"


def test_what_was_null_is_begun_by_typing(site):
    open_demonstration(site)
    go(site, "decision")
    site.check("#decision-sens-valide_sous_conditions")
    set_date(site, "decision-date", "3", "12", "2026")
    go(site, "bilans")
    site.locator("#bilans > .bloc > [data-action=ajouter]").click()
    go(site, "bilans/B1/objectifs")
    site.locator(".evaluation:visible [name$='.efficacite'][value='3']").first.check()
    go(site, "bilan-final/suite")
    site.fill("#bilan_final-synthese", "Présence rétablie.")
    saved(site)
    go(site, "taches")
    exported = file_of(site, "telecharger-copie")
    assert (exported["decision"]["sens"], exported["decision"]["date"]) == ("valide_sous_conditions", "2026-12-03")
    assert exported["bilans"][0]["objectifs"][0]["efficacite"] == 3
    assert exported["bilan_final"]["synthese"] == "Présence rétablie."
    assert exported["prepam"] is None
