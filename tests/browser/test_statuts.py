"""Why a document is a draft, what a page owes, what speaks once the dossier is sent, and the day of today, in the
browser."""

import copy
import json

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.steps import go, judged, open_demonstration, open_dossier, open_new, preview, saved, until

pytestmark = pytest.mark.without_worker


def text(page, selector):
    return page.locator(selector).inner_text().replace("\u00a0", " ")


def state(page, slug):
    return text(page, f"#taches li[data-page-slug={slug}] .statut")


def changed(name, **changes):
    dossier = copy.deepcopy(EXAMPLES[name])
    for path, value in changes.items():
        *around, last = path.split("__")
        holder = dossier
        for key in around:
            holder = holder[int(key) if key.isdigit() else key]
        holder[last] = value
    return dossier


def why(page, slug):
    return page.locator(f"#liste-documents .brouillon[data-document={slug}]")


def test_a_document_that_would_be_a_draft_says_why_and_leads_to_the_answers(site, server, tmp_path):
    open_dossier(site, server, tmp_path, changed("complet", engagements__rupture="", avis__chef=""))
    assert text(site, "#brouillon") == \
        "Imprimé maintenant, le contrat porterait la mention « BROUILLON » : 2 raisons. Voir pourquoi"
    go(site, "documents")
    until(lambda: why(site, "contrat").locator("summary").count() == 1)
    assert "Porterait la mention « BROUILLON » : 2 raisons" in text(site, ".brouillon[data-document=contrat]")
    why(site, "contrat").locator("summary").click()
    until(lambda: why(site, "contrat").locator("li").count() == 2)
    check(site)
    why(site, "contrat").locator("a", has_text="arrêt anticipé").click()
    until(lambda: site.evaluate("document.activeElement.id") == "engagements-rupture")


def test_a_warning_delays_the_sending_and_leaves_the_contract_alone(site, server, tmp_path):
    open_dossier(site, server, tmp_path, changed("complet", situation__gpds="", justifications={}))
    assert text(site,
                "#brouillon") == "Le contrat peut être imprimé sans la mention « BROUILLON ». Documents à imprimer"
    go(site, "signatures")
    until(lambda: "sans la mention" in text(site, "#brouillon-contrat"))
    go(site, "documents")
    until(lambda: why(site, "complet").locator("summary").count() == 1)
    why(site, "complet").locator("summary").click()
    until(lambda: "AV-03" in why(site, "complet").inner_text())
    assert why(site, "contrat").locator("summary").count() == 0
    site.check("#remplissage-vierge")
    until(lambda: site.locator("#liste-documents summary").count() == 0)


def test_the_page_of_signatures_says_what_hinders_the_contract(site, server, tmp_path):
    open_dossier(site, server, tmp_path, changed("complet", engagements__rupture=""))
    site.click("#brouillon a")
    until(lambda: site.locator("#brouillon-contrat summary").is_visible())
    assert "1 raison" in text(site, "#brouillon-contrat")
    site.locator("#brouillon-contrat summary").click()
    until(lambda: site.locator("#brouillon-contrat a").is_visible())
    check(site)
    site.click("#brouillon-contrat a")
    until(lambda: site.locator("section#engagements").is_visible())


def test_a_bilan_says_what_it_lacks_and_not_what_the_sending_lacks(site, server, tmp_path):
    site.clock.set_fixed_time("2027-05-10T10:00:00")
    dossier = changed("clos", eleve__nom="", bilans__0__decision="")
    open_dossier(site, server, tmp_path, dossier)
    go(site, "documents")
    until(lambda: why(site, "bilan").locator("summary").count() == 1)
    why(site, "bilan").locator("summary").click()
    until(lambda: "Indiquez si le parcours se poursuit" in why(site, "bilan").inner_text())
    assert "1\u00a0raison" in why(site, "bilan").inner_text()
    assert why(site, "bilan-final").locator("summary").count() == 0


def test_an_empty_dossier_has_no_page_done_and_a_ready_one_has_them_all(site, server, tmp_path):
    site.clock.set_fixed_time("2026-11-20T10:00:00")
    open_new(site)
    judged(site)
    assert text(site, "#avancement") == "Prêt à envoyer : 0 sur 17"  # no place, no stage
    assert set(site.locator("#taches .statut:visible").all_inner_texts()) == {"Pas commencé"}
    open_dossier(site, server, tmp_path, changed("complet", pieces=[]))
    assert text(site, "#avancement") == "Prêt à envoyer : 18 sur 18"
    assert state(site, "pieces") == "Facultatif"


def test_a_bilan_prepared_and_not_written_is_neither_finished_nor_done(site):
    site.clock.set_fixed_time("2027-02-01T10:00:00")
    open_demonstration(site)
    go(site, "suivi")
    until(lambda: text(site, "#suivi-bilan-echeances") != "")
    before = text(site, "#suivi-bilan-echeances")
    site.click("[data-action=suivi-bilan]")
    until(lambda: site.locator("#suivi-propositions").is_visible())
    assert text(site, "#suivi-bilan-echeances") == before
    go(site, "taches")
    until(lambda: state(site, "bilans") == "Incomplet")


def test_what_was_decided_without_a_day_of_sending_says_so(site, server, tmp_path):
    site.clock.set_fixed_time("2026-12-05T10:00:00")
    dossier = changed("clos", transmission__date="", decision__signataire__nom="")
    path = tmp_path / "sans-date.json"
    path.write_text(json.dumps(dossier), encoding="utf-8")
    preview(site, server, path)
    assert "La date d’envoi n’est pas indiquée" in text(site, "#contenu-fichier")
    open_dossier(site, server, tmp_path, dossier)
    assert "La date d’envoi n’est pas indiquée" in text(site, "#envoi-sans-date")
    until(lambda: (state(site, "transmission"), state(site, "decision")) == ("Incomplet", "Incomplet"))
    check(site)
    open_dossier(site, server, tmp_path, EXAMPLES["clos"])
    go(site, "taches")  # a dossier that was sent opens on its follow-up
    assert site.locator("#envoi-sans-date").is_hidden()
    until(lambda: (state(site, "transmission"), state(site, "decision")) == ("Terminé", "Terminé"))


@pytest.mark.campaign
def test_the_steps_after_the_sending_are_folded_with_their_count(site, server, tmp_path):
    site.clock.set_fixed_time("2027-05-10T10:00:00")
    open_dossier(site, server, tmp_path,
                 changed("clos", decision__sens="valide_sous_conditions", bilans__0__strategies__0__efficacite=None))
    go(site, "suivi")
    until(lambda: "Prépam" in text(site, "#suivi-etapes"))
    shown = text(site, "#suivi-etapes")
    assert "Avant de commencer (1)" in shown and "Bilan d’étape 1 (1)" in shown
    assert "Clôture : rien à compléter." in shown
    site.locator("#suivi-etapes summary", has_text="Bilan").click()
    check(site)
    site.locator("#suivi-etapes textarea:visible").fill("La stratégie vient de commencer.")
    saved(site)
    go(site, "documents")
    until(lambda: why(site, "complet").count() == 1)
    go(site, "suivi")
    until(lambda: "Prépam" in text(site, "#suivi-etapes"))
    site.locator("#suivi-etapes summary", has_text="Bilan").click()
    assert site.locator("#suivi-etapes textarea:visible").input_value() == "La stratégie vient de commencer."
    site.locator("#suivi-etapes a:visible", has_text="Efficacité").click()
    until(lambda: site.locator("section#bilans").is_visible())


@pytest.mark.campaign
def test_words_that_do_not_belong_are_listed_and_hinder_nothing(site, server, tmp_path):
    site.clock.set_fixed_time("2026-11-20T10:00:00")
    open_dossier(site, server, tmp_path, changed("complet", situation__parole_eleve="Il dit que son TDAH le gêne."))
    assert "18 sur 18" in text(site, "#avancement")
    go(site, "verifier")
    until(lambda: "Mots à relire (1)" in text(site, "#relecture"))
    assert "« tdah »" in text(site, "#relecture") and "Rien ne s’oppose à l’envoi" in text(site, "#verdict")
    check(site)
    site.click("#relecture a")
    until(lambda: site.evaluate("document.activeElement.id") == "situation-parole_eleve")


def test_a_signature_of_tomorrow_and_a_grid_of_another_class_speak(site, server, tmp_path):
    site.clock.set_fixed_time("2026-11-19T10:00:00")
    open_dossier(site, server, tmp_path, changed("complet", signatures__0__date="2026-11-20", eleve__niveau="4e"))
    go(site, "signatures")
    until(lambda: "un jour à venir" in text(site, "#signatures-0-date-constat"))
    go(site, "emploi-du-temps")
    until(lambda: "L’élève est en 4e" in text(site, "#emploi_du_temps-reference-constat"))


@pytest.mark.parametrize("typed, day", [(False, "23"), (True, "18")])
def test_the_day_proposed_for_a_note_is_that_of_the_day_it_is_seen(site, typed, day):
    site.clock.install(time="2027-01-19T22:00:00")
    open_demonstration(site)
    go(site, "suivi")
    until(lambda: site.locator("#note-date-jour").input_value() == "19")
    if typed:
        site.fill("#note-date-jour", "18")
    site.clock.set_system_time("2027-01-23T08:00:00")
    site.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(lambda: site.locator("#note-date-jour").input_value() == day)
    go(site, "taches")
    go(site, "suivi")
    until(lambda: site.locator("#note-date-jour").input_value() == day)


def test_what_is_judged_follows_the_day(site, server, tmp_path):
    site.clock.install(time="2026-11-19T22:00:00")
    open_dossier(site, server, tmp_path, changed("complet", signatures__0__date="2026-11-20"))
    go(site, "signatures")
    until(lambda: "un jour à venir" in text(site, "#signatures-0-date-constat"))
    site.clock.set_system_time("2026-11-20T08:00:00")
    site.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(lambda: site.locator("#signatures-0-date-constat").is_hidden())
