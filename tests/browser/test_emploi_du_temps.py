"""The timetable in the page, by keyboard: hours typed, days and weeks copied, totals, undo, views, references."""

import json
from datetime import date, timedelta

import pytest

from pid_rules.dossier.items import as_new
from pid_rules.form.emploi_du_temps import CRENEAUX, SEMAINES
from tests.support.pages.axe import check
from tests.support.pages.steps import go, open_demonstration, open_new, ready, saved, until
from tests.support.pages.week_steps import choose, enter_week, fill_row, press, see_rows
from tests.support.pages.week_timetables import COMPLET, WEEK, exported, lesson, opened, short, slots_of, with_lessons

pytestmark = pytest.mark.without_worker



def shown(site):
    """What each row of the open week holds as its activity, by the place of its slot in the file."""
    return site.evaluate("""Object.fromEntries([...document.querySelectorAll('.creneau[data-rang]')].map((row) =>
        [row.dataset.rang, row.querySelector('[data-colonne=activite] input').value]))""")


def stored(site):
    """The open draft as this computer keeps it, once nothing is left to save."""
    saved(site)
    return json.loads(site.evaluate("pidStore.get(new URLSearchParams(location.search).get('d')).then((one) => "
                                    "one.json)"))


def heads(site):
    return [text.split("– ")[-1] for text in site.locator(f"{WEEK} .semaine-nom .aide").all_inner_texts()]


@pytest.fixture
def one_week(site):
    """A new dossier with one week model, whose name has the focus."""
    open_new(site)
    go(site, "emploi-du-temps")
    site.focus("[data-action=semaine-ajouter]")
    press(site, "Enter")
    assert site.evaluate("document.activeElement.id") == "emploi_du_temps-semaines-0-nom"
    see_rows(site)
    return site


def test_hours_are_typed_in_usual_writings_row_after_row(one_week):
    one_week.focus("#nouveau-lundi-debut")
    fill_row(one_week, "8h30-10h30", "", "college", "Français")
    assert one_week.evaluate("document.activeElement.id") == "nouveau-lundi-debut"
    assert one_week.evaluate("document.activeElement.value") == "10:30"
    fill_row(one_week, "10.45", "midi", "college", "Maths")
    fill_row(one_week, "1330", "15 h", "college", "EPS")
    assert short(slots_of(one_week)) == [
        ("lundi", "08:30", "10:30", "college", "Français"), ("lundi", "10:45", "12:00", "college", "Maths"),
        ("lundi", "13:30", "15:00", "college", "EPS")]


@pytest.mark.campaign
def test_a_row_only_proposed_is_not_in_the_file(one_week):
    one_week.focus("#nouveau-lundi-debut")
    fill_row(one_week, "8h", "9h", "college", "Français")
    press(one_week, "Enter")
    assert one_week.evaluate("document.activeElement.id") == "nouveau-mardi-debut"
    assert len(slots_of(one_week)) == 1


def test_what_is_no_time_stays_and_is_said(one_week):
    one_week.focus("#nouveau-lundi-debut")
    fill_row(one_week, "tôt", "9h", "college", "Français")
    one_week.click("#emploi-du-temps [data-action=continuer]")
    error = one_week.locator("#emploi_du_temps-semaines-0-creneaux-0-debut-erreur")
    assert "Indiquez une heure" in error.inner_text()
    assert one_week.locator("#emploi_du_temps-semaines-0-creneaux-0-debut").input_value() == "tôt"


def test_totals_are_shown_while_typing_and_said_after_a_rest(one_week):
    one_week.focus("#nouveau-lundi-debut")
    fill_row(one_week, "8h30-10h30", "", "college", "Français")
    one_week.keyboard.type("10h30-12h")
    assert one_week.locator(".jour[data-jour=lundi] .jour-total").inner_text() == "3\u00a0h\u00a030"
    assert "3\u00a0h\u00a030 au collège" in one_week.locator(f"{WEEK} .totaux").inner_text()
    until(lambda: one_week.locator("#annonce").inner_text()
          == "Lundi\u00a0: 3\u00a0h\u00a030. Semaine type\u00a0: 3\u00a0h\u00a030 au collège.")


def test_a_day_is_copied_to_others_and_that_is_undone(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    see_rows(site)
    before = slots_of(site)
    site.focus(".jour[data-jour=lundi] [data-action=jour-copier]")
    press(site, "Enter", "Space", "Tab", "Space")
    site.get_by_role("button", name="Copier", exact=True).focus()
    press(site, "Enter")
    after = slots_of(site)
    monday = [slot[1:] for slot in short(before) if slot[0] == "lundi"]
    for day in ("mardi", "mercredi"):
        assert [slot[1:] for slot in short(after) if slot[0] == day] == monday
    assert "créneaux remplacés\u00a0: 4" in site.locator("#annuler").inner_text()
    site.focus("#annuler button")
    press(site, "Enter")
    assert site.evaluate("document.activeElement.closest('.jour').dataset.jour") == "mercredi"
    assert slots_of(site) == before


@pytest.mark.campaign
def test_a_day_is_not_copied_where_the_week_would_hold_too_much(site, server):
    """A file that holds more could not be opened again."""
    full = json.loads(json.dumps(COMPLET))
    week = full["emploi_du_temps"]["semaines"][0]
    week["creneaux"] = week["creneaux"][:1] * (CRENEAUX.maximum // 2 + 1)
    made = site.evaluate("(json) => pidStore.create({json, titre: '', etat: '', demonstration: true})",
                         json.dumps(full))
    site.goto(f"{server.address}dossier/?d={made['id']}")
    go(site, "emploi-du-temps")
    see_rows(site)
    site.click(".jour[data-jour=lundi] [data-action=jour-copier]")
    site.check(".copie [value=mardi]")
    site.get_by_role("button", name="Copier", exact=True).click()
    assert site.locator(".jour[data-jour=lundi] > .constat").inner_text() == \
        f"Rien n’est copié\u00a0: la semaine aurait plus de {CRENEAUX.maximum} créneaux."
    assert site.evaluate("document.activeElement.dataset.action") == "jour-copier"
    assert slots_of(site) == week["creneaux"]


@pytest.mark.campaign
def test_copying_to_no_day_asks_for_one(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    see_rows(site)
    site.click(".jour[data-jour=lundi] [data-action=jour-copier]")
    site.get_by_role("button", name="Copier", exact=True).click()
    assert site.locator(".copie .erreur").inner_text() == "Choisissez au moins un jour."
    site.get_by_role("button", name="Fermer").click()
    assert site.locator(".copie").count() == 0
    assert site.evaluate("document.activeElement.dataset.action") == "jour-copier"


def test_a_slot_is_removed_with_undo_and_moved_in_its_day(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    see_rows(site)
    before = slots_of(site)
    site.focus(".creneau[data-rang='1'] [data-action=creneau-supprimer]")
    press(site, "Enter")
    assert slots_of(site) == before[:1] + before[2:]
    # The page was left and shown again: the rows were made anew since the slot was removed.
    site.focus("#annuler button")
    press(site, "Enter")
    assert shown(site) == {str(rank): slot["activite"] for rank, slot in enumerate(before)}
    assert site.evaluate("document.activeElement.id") == "emploi_du_temps-semaines-0-creneaux-1-debut"
    assert slots_of(site) == before
    said = site.locator(".creneau[data-rang='0'] > .constat")
    site.click(".creneau[data-rang='0'] [data-action=creneau-monter]")
    assert said.inner_text() == "Ce créneau est déjà le premier du jour."
    site.focus(".creneau[data-rang='4'] [data-action=creneau-descendre]")
    press(site, "Enter")
    assert site.evaluate("document.activeElement.dataset.action") == "creneau-descendre"
    moved = before[:4] + [before[5], before[4]] + before[6:]
    assert slots_of(site) == moved
    site.focus(".creneau[data-rang='8'] [data-action=creneau-monter]")
    press(site, "Enter", "Enter")
    site.click("#annuler button")
    assert slots_of(site) == moved[:7] + [moved[8], moved[7]] + moved[9:]


@pytest.mark.campaign
def test_a_cell_that_is_left_is_shown_once(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    see_rows(site)
    made = site.evaluate("""async () => {
      const list = document.querySelector(".creneau[data-rang='1'] [name=lieu]");
      const seen = new MutationObserver(() => {});
      seen.observe(list, { childList: true });
      list.value = 'L1';
      list.dispatchEvent(new Event('change', { bubbles: true }));
      return seen.takeRecords().length;
    }""")
    assert made == 0 and slots_of(site)[1]["lieu"] == "L1"


@pytest.mark.campaign
@pytest.mark.parametrize("toggled", [0, 1], ids=["closed", "another open"])
def test_a_slot_comes_back_to_its_week_when_that_is_no_longer_open(site, toggled):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    see_rows(site)
    site.click(".creneau[data-rang='1'] [data-action=creneau-supprimer]")
    saved(site)
    site.locator("[data-action=semaine-ouvrir]").nth(toggled).click()
    site.click("#annuler button")
    expected = COMPLET["emploi_du_temps"]["semaines"]
    assert shown(site) == {str(rank): slot["activite"] for rank, slot in enumerate(expected[0]["creneaux"])}
    assert stored(site)["emploi_du_temps"]["semaines"] == expected


@pytest.mark.campaign
def test_a_list_of_weeks_that_is_full_says_so_where_it_was_asked_for_more(site, server):
    week = {**COMPLET["emploi_du_temps"]["semaines"][0], "creneaux": []}
    full = {**COMPLET, "emploi_du_temps": {**COMPLET["emploi_du_temps"], "semaines": [week] * SEMAINES.maximum}}
    made = site.evaluate("(json) => pidStore.create({json, titre: '', etat: '', demonstration: true})",
                         json.dumps(full))
    site.goto(f"{server.address}dossier/?d={made['id']}")
    go(site, "emploi-du-temps")
    until(lambda: site.locator(WEEK).count() == SEMAINES.maximum)
    beside = site.locator(f"{WEEK} .item-tete + .constat")
    site.locator("[data-action=semaine-monter]").first.click()
    assert beside.inner_text() == "Cette semaine type est déjà la première."
    said = f"La liste est pleine\u00a0: {SEMAINES.maximum} au plus."
    site.locator("[data-action=semaine-copier]").first.click()
    assert beside.inner_text() == said
    site.click("[data-action=semaine-ajouter]")
    assert site.locator("[data-action=semaine-ajouter] + .constat").inner_text() == said
    assert beside.count() == 0
    assert site.locator(WEEK).count() == SEMAINES.maximum


def test_a_week_is_copied_moved_and_removed_with_undo(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    see_rows(site)
    before = COMPLET["emploi_du_temps"]["semaines"]
    site.locator("[data-action=semaine-copier]").first.focus()
    press(site, "Enter")
    site.keyboard.type("Semaine B")
    after = exported(site)["emploi_du_temps"]["semaines"]
    assert as_new(after[1]) == {"id": "", "nom": "Semaine B", "du": "", "au": "",
                                "creneaux": as_new(before[0]["creneaux"])}
    site.locator("[data-action=semaine-monter]").nth(1).focus()
    press(site, "Enter")
    after = exported(site)["emploi_du_temps"]["semaines"]
    assert [week["nom"] for week in after][:2] == ["Semaine B", before[0]["nom"]]
    site.locator("[data-action=semaine-supprimer]").first.focus()
    press(site, "Enter")
    assert exported(site)["emploi_du_temps"]["semaines"] == before
    go(site, "emploi-du-temps")
    site.locator("#annuler button").click()
    assert len(exported(site)["emploi_du_temps"]["semaines"]) == 4


def test_one_week_is_open_at_a_time_and_a_finding_opens_its_week(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    see_rows(site)
    site.locator("[data-action=semaine-ouvrir]").nth(2).click()
    third = COMPLET["emploi_du_temps"]["semaines"][2]
    assert site.locator(f"{WEEK} .creneau[data-rang]").count() == len(third["creneaux"])
    assert [button.get_attribute("aria-expanded") for button in site.locator("[data-action=semaine-ouvrir]").all()] == \
        ["false", "false", "true"]
    site.fill("#emploi_du_temps-semaines-2-creneaux-3-activite", "")
    site.locator("[data-action=semaine-ouvrir]").first.click()
    site.click("#emploi-du-temps [data-action=continuer]")
    site.locator("#emploi-du-temps .resume-erreurs [data-reponse]").click()
    until(lambda: site.evaluate("document.activeElement.id") == "emploi_du_temps-semaines-2-creneaux-3-activite")
    assert site.locator("#emploi_du_temps-semaines-2-creneaux-3-activite-erreur").is_visible()


def test_the_grid_and_the_dispenses_show_the_same_week(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    site.locator("[data-action=semaine-ouvrir]").nth(1).click()
    grid = site.locator("table.saisie")
    assert [words.split("\n")[0] for words in grid.locator("thead th").all_inner_texts()] == [
        "Heures", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"]
    outside = grid.locator("td.ailleurs").first
    assert outside.inner_text() == "9\u00a0h – 16\u00a0h\u00a030\nMenuiserie de l'Exemple"
    assert outside.locator("textarea").input_value() == "Stage"
    assert grid.locator("td.college, td.ailleurs").count() == 9
    rows = [row.split("\t") for row in site.locator(".vue[data-vue=dispenses] tbody tr").all_inner_texts()]
    assert ["LV2", "2\u00a0h\u00a030", "0\u00a0h", "2\u00a0h\u00a030"] in rows
    assert "EPS" not in [row[0] for row in rows]
    site.get_by_text("Voir comment c’est compensé").click()
    until(lambda: site.locator("section#dispenses").is_visible())


def test_a_place_is_chosen_by_its_name_and_its_loss_is_an_error(site):
    open_demonstration(site)
    go(site, "stages/S1/ou-et-quand")
    control = site.locator("#stages-0-lieu")
    assert control.locator("option").all_inner_texts() == [
        "Choisissez", "Collège", "Menuiserie de l'Exemple", "Lycée professionnel de démonstration"]
    go(site, "lieux/L1")
    site.fill("#lieux-0-nom", "Scierie")
    go(site, "stages/S1/ou-et-quand")
    assert control.locator("option").nth(2).inner_text() == "Scierie"
    go(site, "lieux")
    site.locator("#lieux [data-action=supprimer]").first.click()
    site.get_by_role("button", name="Supprimer quand même").click()
    go(site, "stages/S1/ou-et-quand")
    assert control.locator("option:checked").inner_text() == "Ce lieu n’existe plus"
    site.click("#stages [data-action=continuer]")
    assert "Ce lieu n’existe plus" in site.locator("#stages .resume-erreurs").inner_text()
    go(site, "verifier")
    site.click("#deplier")
    assert "Mini-stage" in site.locator("#recapitulatif").inner_text()


def test_the_hours_of_a_stage_are_typed_copied_and_counted(site):
    open_demonstration(site)
    go(site, "stages/S1/ou-et-quand")
    block = site.locator("#stages .horaires").first
    assert block.locator(".totaux").inner_text() == "Présence par semaine, pauses déduites\u00a0: 13\u00a0h"
    site.focus("#stages-0-horaires-1-debut")
    press(site, "Control+a")
    site.keyboard.type("8h30-midi")
    press(site, "Tab")
    assert site.locator("#stages-0-horaires-1-fin").input_value() == "12:00"
    site.focus("#stages-0-horaires-1-pause_debut")
    press(site, "Control+a", "Delete", "Tab", "Control+a", "Delete", "Enter")
    assert site.evaluate("document.activeElement.id") == "stages-0-horaires-2-jour"
    assert site.locator("#stages-0-horaires-2-jour").input_value() == "vendredi"
    assert block.locator(".totaux").inner_text().endswith("13\u00a0h\u00a030")
    block.locator("[data-action=horaires-copier]").first.focus()
    press(site, "Enter", "Space")
    site.get_by_role("button", name="Copier", exact=True).focus()
    press(site, "Enter")
    stage = exported(site)["stages"][0]
    assert [(day["jour"], day["debut"], day["fin"], day["pause_debut"]) for day in stage["horaires"]] == [
        ("lundi", "09:00", "16:30", "12:00"), ("mardi", "09:00", "16:30", "12:00"), ("jeudi", "08:30", "12:00", ""),
        ("vendredi", "08:30", "12:00", "")]
    site.focus("#annuler button")
    press(site, "Enter")
    assert len(exported(site)["stages"][0]["horaires"]) == 3


@pytest.mark.parametrize("width", [1280, 360])
def test_what_the_rules_say_of_an_hour_is_wide_enough_to_be_read(site, width):
    site.set_viewport_size({"width": width, "height": 900})
    open_demonstration(site)
    go(site, "stages/S1/ou-et-quand")
    site.fill("#stages-0-horaires-0-fin", "18h01")
    site.fill("#stages-0-horaires-1-pause_debut", "8h")
    press(site, "Tab")
    go(site, "emploi-du-temps")
    site.locator("#emploi-du-temps .semaine-nom .lien", has_text="Semaines de stage").click()
    see_rows(site)
    for slug, identifier in (("stages/S1/ou-et-quand", "stages-0-horaires-0-fin"),
                             ("stages/S1/ou-et-quand", "stages-0-horaires-1-pause_debut"),
                             ("emploi-du-temps", "emploi_du_temps-semaines-1-creneaux-3-fin")):
        go(site, slug)
        said, control = site.locator(f"#{identifier}-constat"), site.locator(f"#{identifier}")
        until(said.is_visible)
        row = control.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' creneau ') or @class='item'][1]")
        assert said.bounding_box()["width"] >= row.bounding_box()["width"] * 0.8
        assert control.bounding_box()["width"] <= 330


def test_forbidden_works_say_how_many_and_are_unticked_together(site):
    open_demonstration(site)
    go(site, "stages/S1/securite")
    works = site.locator("#stages-0-travaux_interdits")
    assert works.locator("legend").inner_text().startswith("L’élève sera-t-il exposé à…")
    assert works.locator("input").count() == 23
    site.check("#stages-0-travaux-oui")
    assert works.locator(".aucun span").inner_text() == "Aucun de ces travaux"
    site.check("#stages-0-travaux_interdits-D4153-17")
    site.check("#stages-0-travaux_interdits-D4153-30")
    assert works.locator(".aucun span").inner_text() == "2 de ces travaux sont cochés"
    assert exported(site)["stages"][0]["travaux_interdits"] == ["D4153-17", "D4153-30"]
    works.locator("[data-action=travaux-aucun]").click()
    assert works.locator("input:checked").count() == 0
    site.check("#stages-0-travaux-non")
    assert exported(site)["stages"] == COMPLET["stages"]


@pytest.mark.campaign
def test_the_timetable_of_the_example_is_typed_and_exported_equal(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    see_rows(site)
    while site.locator(WEEK).count():
        site.locator("[data-action=semaine-supprimer]").first.focus()
        press(site, "Enter")
    for week in COMPLET["emploi_du_temps"]["semaines"]:
        enter_week(site, week)
    assert exported(site)["emploi_du_temps"] == COMPLET["emploi_du_temps"]


LESSONS = [lesson("lundi", "08:05", "09:00", "FRANCAIS"), lesson("lundi", "09:00", "09:55", "MATHS"),
           lesson("mardi", "08:05", "09:55", "EPS"), lesson("mardi", "10:10", "11:05", "SVT")]


def test_most_lessons_say_how_long_one_is_and_it_is_proposed_never_imposed(site, server):
    opened(site, server, with_lessons(LESSONS))
    proposal = site.locator("#seance-proposee")
    assert heads(site)[0] == "4\u00a0h\u00a035 au collège"
    assert proposal.locator("p").inner_text() == "La plupart des créneaux durent 55\u00a0minutes."
    site.focus("[data-action=seance-proposee]")
    press(site, "Enter")
    assert heads(site)[0] == "5\u00a0h au collège"
    assert site.locator(f"{WEEK} .totaux").inner_text() == "Cette semaine\u00a0: 5\u00a0h au collège"
    assert site.locator("#emploi_du_temps-duree_seance").input_value() == "55"
    until(proposal.is_hidden)
    assert exported(site)["emploi_du_temps"]["duree_seance"] == 55
    site.locator("#annuler button").click()
    assert heads(site)[0] == "4\u00a0h\u00a035 au collège"
    assert site.evaluate("document.activeElement.id") == "emploi_du_temps-duree_seance"
    assert exported(site)["emploi_du_temps"]["duree_seance"] is None


@pytest.mark.campaign
def test_another_length_than_that_of_most_lessons_is_said(site, server):
    opened(site, server, with_lessons(LESSONS))
    site.fill("#emploi_du_temps-duree_seance", "50")
    until(lambda: heads(site)[0] == "5\u00a0h au collège")
    assert site.locator("#seance-proposee").is_visible()
    site.fill("#emploi_du_temps-duree_seance", "55")
    until(site.locator("#seance-proposee").is_hidden)


def test_the_length_of_lessons_is_that_of_the_college_in_a_new_dossier(site, server):
    site.goto(server.address + "etablissement/")
    length = site.locator("#emploi_du_temps-duree_seance")
    until(lambda: length.input_value() == "55")
    length.fill("50")
    site.click("[data-action=enregistrer-etablissement]")
    site.reload()
    until(lambda: length.input_value() == "50")
    site.goto(server.address)
    until(lambda: ready(site))
    open_new(site)
    go(site, "emploi-du-temps")
    until(lambda: length.input_value() == "50")
    assert exported(site)["emploi_du_temps"]["duree_seance"] == 50
    assert "duree_seance" not in exported(site)["etablissement"]


def test_weeks_a_and_b_are_typed_by_keyboard_and_follow_the_row_before(one_week):
    letters = one_week.locator(".creneau [data-colonne=semaine]:visible")
    assert letters.count() == 0
    one_week.focus("[data-action=alternance]")
    press(one_week, "Enter")
    assert one_week.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert one_week.locator("[data-action=alternance]").is_hidden()
    assert letters.count() > 0
    one_week.focus("#nouveau-lundi-debut")
    fill_row(one_week, "8h05-9h", "", "college", "Français", "A")
    assert one_week.locator("#nouveau-lundi-semaine").input_value() == "A"
    fill_row(one_week, "9h-9h55", "", "college", "EPS", "B")
    fill_row(one_week, "10h-11h", "", "college", "SVT", "")
    assert [slot["semaine"] for slot in slots_of(one_week)] == ["A", "B", ""]
    assert one_week.locator(f"{WEEK} .totaux").inner_text() == "Cette semaine\u00a0: 1\u00a0h\u00a055 au collège"
    one_week.click(".jour[data-jour=lundi] [data-action=jour-copier]")
    one_week.check(".copie [value=mardi]")
    one_week.get_by_role("button", name="Copier", exact=True).click()
    assert [slot["semaine"] for slot in slots_of(one_week)] == ["A", "B", ""] * 2


def test_weeks_a_and_b_stand_side_by_side_where_they_differ(site, server):
    opened(site, server, with_lessons([
        lesson("lundi", "08:05", "09:00", "SVT", "A"), lesson("lundi", "08:05", "09:00", "TECHNOLOGIE", "B"),
        lesson("lundi", "09:00", "09:55", "EPS", "A")], duree_seance=55))
    assert heads(site)[0] == \
        "semaine\u00a0A\u00a0: 2\u00a0h, semaine\u00a0B\u00a0: 1\u00a0h, en moyenne 1\u00a0h\u00a030 au collège"
    assert site.locator(".jour[data-jour=lundi] .jour-total").inner_text() == \
        "semaine\u00a0A\u00a0: 2\u00a0h\u00a0; semaine\u00a0B\u00a0: 1\u00a0h"
    site.click("[data-action=vue-grille]")
    halves = site.evaluate("""[...document.querySelectorAll('.case[data-jour=lundi]')].map((one) =>
        [one.dataset.lettre, one.dataset.debut, one.value, one.getBoundingClientRect().top])""")
    assert [one[:3] for one in halves] == [["A", "485", "SVT"], ["B", "485", "TECHNOLOGIE"], ["A", "540", "EPS"],
                                           ["B", "540", ""]]
    assert halves[0][3] == halves[1][3]
    assert site.locator("[data-action=alternance]").is_hidden()
    site.locator("[data-action=semaine-copier]").first.click()
    assert [slot["semaine"] for slot in exported(site)["emploi_du_temps"]["semaines"][1]["creneaux"]] == ["A", "B", "A"]


def test_mondays_of_weeks_a_follow_the_first_one_until_the_end(site, server):
    opened(site, server, with_lessons([lesson("lundi", "08:05", "09:00", "SVT", "A")]))
    site.click(".lundis summary")
    site.click("[data-action=lundis-remplir]")
    assert "Indiquez d’abord le premier lundi" in site.locator(".lundis .constat:visible").inner_text()
    site.click(".lundis [data-action=ajouter]")
    for part, value in (("jour", "7"), ("mois", "12"), ("annee", "2026")):
        site.fill(f"#emploi_du_temps-lundis_a-0-{part}", value)
    site.focus("[data-action=lundis-remplir]")
    press(site, "Enter")
    mondays = exported(site)["emploi_du_temps"]["lundis_a"]
    assert mondays == [str(date(2026, 12, 7) + timedelta(days=14 * rank)) for rank in range(9) if rank not in (1, 6)]
    assert site.locator("#emploi_du_temps-lundis_a-6-mois").input_value() == "3"
    site.locator("#annuler button").click()
    assert exported(site)["emploi_du_temps"]["lundis_a"] == ["2026-12-07"]


def test_weeks_a_begin_on_one_of_two_mondays_in_one_gesture(site, server):
    opened(site, server, with_lessons([lesson("lundi", "08:05", "09:00", "SVT", "A")]))
    offered = site.locator("[data-action=lundis-depuis]")
    assert offered.all_inner_texts() == ["7\u00a0décembre\u00a02026", "14\u00a0décembre\u00a02026"]
    offered.nth(1).click()
    assert exported(site)["emploi_du_temps"]["lundis_a"][:3] == ["2026-12-14", "2027-01-11", "2027-01-25"]
    assert not offered.first.is_visible()


@pytest.mark.campaign
def test_an_error_of_a_monday_opens_the_folded_list(site, server):
    opened(site, server, with_lessons(LESSONS, lundis_a=["2026-12-07", "le 21"]))
    assert not site.locator(".lundis [data-action=ajouter]").is_visible()
    site.click("#emploi-du-temps [data-action=continuer]")
    site.locator("#emploi-du-temps .resume-erreurs a").first.click()
    until(lambda: site.evaluate("document.activeElement.id") == "emploi_du_temps-lundis_a-1-jour")
    assert site.locator("#emploi_du_temps-lundis_a-1-erreur").is_visible()


NAMED = [lesson("lundi", "08:05", "09:00", "Enquêtes"), lesson("mardi", "08:05", "09:00", "Enquêtes"),
         lesson("jeudi", "08:05", "09:00", "FRANCAIS"), lesson("jeudi", "13:00", "16:00", "Enquêtes", place="L1")]
ASKED = "emploi_du_temps-semaines-0-creneaux-{}-discipline"


def disciplines(site):
    return [[slot["discipline"] for slot in week["creneaux"]]
            for week in exported(site)["emploi_du_temps"]["semaines"][:2]]


def test_a_name_that_designates_nothing_is_asked_once_for_all_its_slots(site, server):
    opened(site, server, with_lessons(NAMED, NAMED[:1], duree_seance=55))
    assert [site.locator("#" + ASKED.format(rank)).is_visible() for rank in range(4)] == [True, True, False, False]
    until(lambda: "ne désigne aucune ligne de la grille" in
          site.locator("#emploi_du_temps-semaines-0-creneaux-0-activite-constat").inner_text())
    said = site.locator(".vue[data-vue=dispenses]")
    assert "Par semaine, en tout\u00a0: à préciser" in said.inner_text()
    assert "0\u00a0h\u00a030" not in said.locator("td:last-child").all_inner_texts()
    site.focus("#" + ASKED.format(0))
    choose(site, "SVT")
    assert site.evaluate("document.activeElement.id") == ASKED.format(0)
    words = "4 créneaux «\u00a0Enquêtes\u00a0» comptés en SVT."
    assert site.locator("#annuler p").inner_text() == site.locator("#annonce").inner_text() == words
    assert site.locator(f"label[for={ASKED.format(1)}]").inner_text() == "Compté en"
    assert disciplines(site) == [["SVT", "SVT", "", "SVT"], ["SVT"]]
    until(lambda: "à préciser" not in said.inner_text())
    until(site.locator("#emploi_du_temps-semaines-0-creneaux-0-activite-constat").is_hidden)
    site.locator("#annuler button").click()
    assert disciplines(site) == [["", "", "", ""], [""]]


def test_a_choice_belongs_to_its_name(site, server):
    opened(site, server, with_lessons(NAMED, duree_seance=55))
    site.select_option("#" + ASKED.format(0), "hors_grille")
    name = site.locator("#emploi_du_temps-semaines-0-creneaux-1-activite")
    name.fill("Maths")
    press(site, "Tab")
    assert site.locator("#" + ASKED.format(1)).is_hidden()
    assert disciplines(site)[0] == ["hors_grille", "", "", "hors_grille"]
    name.fill("Enquêtes")
    press(site, "Tab")
    assert site.locator("#" + ASKED.format(1)).input_value() == "hors_grille"
    site.select_option("#" + ASKED.format(0), "")
    assert site.locator("#annuler p").inner_text() == \
        "3 créneaux «\u00a0Enquêtes\u00a0» de nouveau lus d’après l’intitulé."
    assert site.locator(f"label[for={ASKED.format(0)}]").inner_text() == "Compter en"
    assert disciplines(site)[0] == ["", "", "", ""]


@pytest.mark.campaign
def test_a_language_without_its_rank_is_asked_with_both_first(site, server):
    opened(site, server, with_lessons([lesson("lundi", "08:05", "09:00", "Anglais")]))
    options = site.locator(f"#{ASKED.format(0)} option").all_inner_texts()
    assert options[:4] == ["Choisissez", "LV1", "LV2", "Français"] and len(options) == 13


@pytest.mark.campaign
def test_a_week_that_dispenses_from_nothing_says_what_it_counts(site, server):
    hours = {"Français": 4, "Maths": 4, "HG": 4, "LV1": 3, "LV2": 3, "EPS": 3, "Arts plastiques": 1, "Musique": 1,
             "SVT": 2, "Technologie": 2, "Physique-chimie": 2}
    slots = [lesson(day, f"{8 + hour:02}:05", f"{9 + hour:02}:00", name) for (day, hour), name in zip(
        [(day, hour) for day in ("lundi", "mardi", "jeudi", "vendredi") for hour in range(9)],
        [name for name in hours for _ in range(hours[name])])]
    opened(site, server, with_lessons(slots, duree_seance=55))
    assert site.locator(".vue[data-vue=dispenses] p").inner_text() == \
        "Cette semaine compte 29\u00a0h\u00a0: aucune heure dispensée."


def test_a_stage_may_hold_one_week_in_two(site):
    open_demonstration(site)
    go(site, "stages/S1/ou-et-quand")
    block = site.locator("#stages .horaires").first
    letter = site.locator("#stages-0-horaires-1-semaine")
    assert letter.locator("option").all_inner_texts() == ["Chaque semaine", "Semaine A", "Semaine B"]
    letter.select_option("A")
    assert block.locator(".totaux").inner_text() == (
        "Présence par semaine, pauses déduites\u00a0: semaine\u00a0A\u00a0: 13\u00a0h, semaine\u00a0B\u00a0: "
        "6\u00a0h\u00a030, en moyenne 9\u00a0h\u00a045")
    block.locator("[data-action=horaires-copier]").nth(1).click()
    site.check(".copie [value=vendredi]")
    site.get_by_role("button", name="Copier", exact=True).click()
    assert [(day["jour"], day["semaine"]) for day in exported(site)["stages"][0]["horaires"]] == [
        ("mardi", ""), ("jeudi", "A"), ("vendredi", "A")]


@pytest.mark.parametrize("scheme, width", [pytest.param("light", 1280, marks=pytest.mark.campaign), ("dark", 360)])
def test_axe_on_the_timetable_and_the_stages(site, server, scheme, width):
    site.emulate_media(color_scheme=scheme)
    site.set_viewport_size({"width": width, "height": 800})
    opened(site, server, with_lessons(NAMED + [lesson("lundi", "09:00", "09:55", "SVT", "A"),
                                               lesson("lundi", "09:00", "09:55", "Technologie", "B")],
                                      lundis_a=["2026-12-07"]))
    for slug in ("emploi-du-temps", "stages", "stages/S1/ou-et-quand", "lieux"):
        go(site, slug)
        if slug == "emploi-du-temps":
            site.click(".jour[data-jour=lundi] [data-action=jour-copier]")
            site.click(".lundis summary")
            site.click(".fin-de-semaine summary")
            assert site.evaluate("document.documentElement.scrollWidth") <= width
        check(site, slug)
        small = site.evaluate("""[...document.querySelectorAll('button, input, select, summary')]
            .filter((one) => one.offsetParent).filter((one) => {
              const box = one.getBoundingClientRect();
              return Math.min(box.width, box.height) < 22;
            }).map((one) => one.outerHTML.slice(0, 120))""")
        assert small == []
