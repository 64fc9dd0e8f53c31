"""The week typed in its grid: by keyboard, mouse and finger, which give the same slots."""

import pytest

from tests.support.pages.axe import check
from tests.support.pages.steps import go, open_demonstration, open_new, until
from tests.support.pages.week_steps import press
from tests.support.pages.week_timetables import lesson, opened, short, slots_of, with_lessons

pytestmark = pytest.mark.without_worker

PROBLEM = "#grille-erreur"
MORNING = [("lundi", "08:05", "09:00", "college", "MATHEMATIQUES"), ("lundi", "09:00", "09:55", "college", "FRANCAIS")]


def opened_grid(site, server, dossier):
    opened(site, server, dossier, rows=False)


def here(page):
    return page.evaluate("document.activeElement.id")


def box(day, minutes, letter=""):
    return f"#case-{day}{letter}-{minutes}"


@pytest.fixture
def blank(site):
    """A new dossier with one week, which has no lesson."""
    open_new(site)
    go(site, "emploi-du-temps")
    site.click("[data-action=semaine-ajouter]")
    return site


def rows(page, *typed):
    """Type the hours of rows, Enter after each; "" takes what is proposed."""
    page.click(".plage >> nth=-1")
    for one in typed:
        page.keyboard.type(one)
        press(page, "Enter")


def headers(page):
    return page.locator(".plage[data-rang]").evaluate_all("(all) => all.map((one) => one.value)")


def test_a_week_is_typed_by_keyboard_names_completed_and_hours_proposed(blank):
    rows(blank, "8h05-9h", "", "10h10", "13h30-14h25")
    assert headers(blank) == ["8h05-9h", "9h-9h55", "10h10-11h05", "13h30-14h25"]
    assert here(blank) == "plage-nouvelle"
    blank.click(box("lundi", 485))
    blank.keyboard.type("MATHEMATIQUES")
    press(blank, "Enter")
    assert here(blank) == "case-lundi-540"
    blank.keyboard.type("FRANCAIS")
    press(blank, "Tab")
    assert here(blank) == "case-mardi-540"
    blank.keyboard.type("m")
    assert blank.locator(box("mardi", 540)).input_value() == "MATHEMATIQUES"
    press(blank, "Enter")
    blank.keyboard.type("svt")
    press(blank, "Backspace")
    assert blank.locator(box("mardi", 610)).input_value() == "sv"
    press(blank, "Escape", "Enter", "Enter")
    assert here(blank) == "case-mercredi-485"
    blank.keyboard.type("Éd")
    assert blank.locator(box("mercredi", 485)).input_value() == "Éducation musicale"
    press(blank, "Enter")
    assert short(slots_of(blank)) == [*MORNING, ("mardi", "09:00", "09:55", "college", "MATHEMATIQUES"),
                                      ("mercredi", "08:05", "09:00", "college", "Éducation musicale")]


def test_all_the_rows_of_a_day_come_from_the_hours_of_the_college_and_go_in_one_gesture(blank):
    blank.fill("#emploi_du_temps-duree_seance", "55")
    rows(blank, "8h05-12h 13h30-16h30")
    whole = ["8h05-9h", "9h-9h55", "10h10-11h05", "11h05-12h", "13h30-14h25", "14h25-15h20", "15h35-16h30"]
    assert headers(blank) == whole and here(blank) == "plage-nouvelle"
    assert blank.locator(".lignes-faites").inner_text().startswith("7 lignes ajoutées")
    blank.click(box("lundi", 485))
    blank.keyboard.type("fr")
    press(blank, "Enter")
    blank.click("[data-action=grille-lignes-annuler]")
    assert headers(blank) == ["8h05-9h"] and not blank.locator(".lignes-faites").is_visible()
    rows(blank, "8h30-12h")
    assert "recouvrent" in blank.locator(PROBLEM).inner_text()


def test_what_is_proposed_gives_way_however_often_one_clicks_in_it_before_typing(blank):
    rows(blank, "8h05-9h")
    last = blank.locator(".plage >> nth=-1")
    for typed in ("10h-11h", "14h-15h"):
        assert last.input_value() != ""
        for _ in range(3):
            last.click()
        blank.keyboard.type(typed)
        assert last.input_value() == typed
        press(blank, "Enter")
    last.dblclick()
    blank.keyboard.type("16h-17h")
    assert last.input_value() == "16h-17h"
    go(blank, "parcours")
    blank.click("[name='parcours.debut'][data-part=jour]")
    for typed in ("7", "12"):
        blank.keyboard.type(typed)
        press(blank, "Tab")
    year = blank.locator("[name='parcours.debut'][data-part=annee]")
    assert year.input_value() == "2026"
    year.click()
    year.click()
    blank.keyboard.type("2027")
    assert year.input_value() == "2027"


def test_a_name_is_proposed_in_capitals_to_who_types_in_capitals_and_goes_on_after_an_arrow(blank):
    rows(blank, "8h05-9h", "")
    blank.click(box("lundi", 485))
    blank.keyboard.type("AN")
    assert blank.locator(box("lundi", 485)).input_value() == "ANGLAIS LV1"
    press(blank, "ArrowRight")
    blank.keyboard.type(" GR1")
    press(blank, "Enter")
    blank.keyboard.type("vie")
    assert blank.locator(box("lundi", 540)).input_value() == "vie"
    blank.keyboard.type(" ")
    press(blank, "Enter")
    blank.keyboard.type("anglais")
    press(blank, "Enter")
    assert [slot["activite"] for slot in slots_of(blank)] == ["ANGLAIS LV1 GR1", "Vie de classe", "anglais"]


def test_a_grid_drawn_anew_keeps_what_is_being_typed(blank):
    rows(blank, "8h05-9h", "")
    for where, first, last in ((box("lundi", 485), "FRANCAIS ", "3B"), (box("lundi", 540), "MA", "THS GR1"),
                               (".plage >> nth=-1", "10", "h10")):
        blank.click(where)
        blank.evaluate("window.before = document.activeElement")
        blank.keyboard.type(first)
        blank.evaluate("document.querySelector('.fin-de-semaine').toggleAttribute('open')")
        until(lambda: blank.evaluate("document.activeElement !== window.before"))
        blank.keyboard.type(last)
        assert blank.evaluate("document.activeElement.value") == first + last
        blank.click(box("mardi", 540))


def test_a_header_changed_moves_what_stands_on_it_and_one_undo_takes_it_back(site, server):
    opened_grid(site, server, with_lessons([lesson(day, "08:05", "09:00", "SVT") for day in ("lundi", "jeudi")]
                                      + [lesson("mardi", "08:05", "10:00", "EPS")]))
    site.fill("#plage-0", "8h-8h55")
    press(site, "Enter")
    assert [slot[1:3] for slot in short(slots_of(site))] == [("08:00", "08:55")] * 2 + [("08:05", "10:00")]
    site.click("#annuler button")
    assert [slot[1:3] for slot in short(slots_of(site))] == [("08:05", "09:00")] * 2 + [("08:05", "10:00")]
    site.fill("#plage-0", "tôt")
    press(site, "Tab")
    assert "Indiquez deux heures" in site.locator(PROBLEM).inner_text()
    assert site.locator("#plage-0").input_value() == "tôt"
    site.fill("#plage-0", "")
    press(site, "Tab")
    assert "videz d’abord ses cases" in site.locator(PROBLEM).inner_text()
    assert headers(site) == ["8h05-9h"]


def stretched_by_keyboard(page):
    page.click(box("lundi", 485))
    press(page, "Shift+ArrowDown")


def handle_to(page, minutes, away):
    page.click(box("lundi", 485))
    handle = page.locator(box("lundi", 485) + " ~ .poignee").bounding_box()
    below = page.locator(box("lundi", minutes) + "-boite").bounding_box()
    start = (handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    return start, (start[0], below["y"] + below["height"] - away)


def stretched_by_mouse(page):
    start, end = handle_to(page, 540, 2)
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=4)
    page.mouse.up()


def touched(page, session, kind, *point):
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [
        {"x": point[0], "y": point[1]}] if point else []})


def stretched_by_finger(page, cancelled=False):
    start, end = handle_to(page, 540, 2)
    session = page.context.new_cdp_session(page)
    touched(page, session, "touchStart", *start)
    for step in (1, 2, 3):
        touched(page, session, "touchMove", start[0], start[1] + (end[1] - start[1]) * step / 3)
    touched(page, session, "touchCancel" if cancelled else "touchEnd")
    session.detach()


@pytest.mark.parametrize("stretch", [stretched_by_keyboard, stretched_by_mouse,
                                     pytest.param(stretched_by_finger, marks=pytest.mark.campaign)])
def test_a_slot_lasts_until_the_next_row(site, server, stretch):
    opened_grid(site, server, with_lessons([lesson("lundi", "08:05", "09:00", "EPS"),
                                            lesson("mardi", "09:00", "09:55", "SVT")]))
    stretch(site)
    until(lambda: site.locator("td:has(" + box("lundi", 485) + ")").get_attribute("rowspan") == "2")
    assert here(site) == box("lundi", 485)[1:]
    assert short(slots_of(site))[0] == ("lundi", "08:05", "09:55", "college", "EPS")
    go(site, "emploi-du-temps")
    site.click(box("lundi", 485))
    press(site, "Shift+ArrowUp")
    assert short(slots_of(site))[0][2] == "09:00"


@pytest.mark.campaign
def test_a_finger_that_is_cancelled_changes_nothing(site, server):
    slots = [lesson("lundi", "08:05", "09:00", "EPS"), lesson("mardi", "09:00", "09:55", "SVT")]
    opened_grid(site, server, with_lessons(slots))
    stretched_by_finger(site, cancelled=True)
    assert site.locator(".tiree").count() == 0
    assert short(slots_of(site)) == short(slots)


def test_a_cell_is_split_in_weeks_a_and_b(blank):
    rows(blank, "8h05-9h", "")
    blank.click(box("lundi", 485))
    blank.keyboard.type("Maths")
    press(blank, "Control+Enter")
    assert here(blank) == "case-lundiB-485"
    blank.keyboard.type("SVT")
    press(blank, "Enter")
    assert here(blank) == "case-lundi-540"
    press(blank, "Control+Enter", "Tab")
    assert here(blank) == "case-lundiB-540"
    blank.keyboard.type("Vie de classe")
    press(blank, "Enter")
    assert [(slot["debut"], slot["semaine"], slot["activite"]) for slot in slots_of(blank)] == [
        ("08:05", "A", "Maths"), ("08:05", "B", "SVT"), ("09:00", "B", "Vie de classe")]
    widths = blank.locator(".saisie thead th[data-jour]").evaluate_all("(all) => all.map((one) => one.offsetWidth)")
    assert len(widths) == 5 and max(widths) - min(widths) <= 1  # each day is as wide, of one column or of two


def test_a_cell_emptied_loses_its_slot_and_ctrl_z_gives_it_back(site, server):
    slots = [lesson("lundi", "08:05", "09:00", "EPS"), lesson("lundi", "09:00", "09:55", "SVT")]
    opened_grid(site, server, with_lessons(slots))
    site.click(box("lundi", 485))
    press(site, "Delete")
    assert "EPS retiré" in site.locator("#annuler p").inner_text()
    assert here(site) == box("lundi", 485)[1:]
    press(site, "ArrowDown")
    assert here(site) == box("lundi", 540)[1:]
    press(site, "Control+z")
    until(lambda: site.locator(box("lundi", 485)).input_value() == "EPS")
    assert short(slots_of(site)) == short(slots)
    site.click(box("lundi", 540))
    press(site, "End", "Backspace", "Backspace", "Backspace", "Tab")
    until(lambda: site.locator(box("lundi", 540)).get_attribute("data-rang") is None)
    assert here(site) == box("mardi", 540)[1:]
    assert short(slots_of(site)) == short(slots[:1])


def test_both_views_write_the_same_slots_and_a_finding_leads_to_its_row(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    site.click(box("lundi", 510))
    assert site.locator(".creneau:visible").count() == 1
    press(site, "F2")
    assert here(site) == "emploi_du_temps-semaines-0-creneaux-0-debut"
    press(site, "Escape")
    assert here(site) == box("lundi", 510)[1:]
    site.fill("#emploi_du_temps-semaines-0-creneaux-0-fin", "tard")
    site.click("#emploi-du-temps [data-action=continuer]")
    site.click(box("mardi", 510))
    site.locator("#emploi-du-temps .resume-erreurs [data-reponse]").click()
    until(lambda: here(site) == "emploi_du_temps-semaines-0-creneaux-0-fin")
    site.click("[data-action=vue-liste]")
    assert site.locator(".creneau[data-rang]:visible").count() == 12 and not site.locator(".saisie").is_visible()
    site.fill("#emploi_du_temps-semaines-0-creneaux-0-fin", "10h30")
    site.fill("#emploi_du_temps-semaines-0-creneaux-0-activite", "Latin")
    site.click("[data-action=vue-grille]")
    assert site.locator(box("lundi", 510)).input_value() == "Latin"


@pytest.mark.parametrize("scheme, width", [pytest.param("light", 1280, marks=pytest.mark.campaign), ("dark", 360)])
def test_axe_on_the_grid(site, server, scheme, width):
    site.emulate_media(color_scheme=scheme)
    site.set_viewport_size({"width": width, "height": 800})
    opened_grid(site, server, with_lessons([lesson("lundi", "09:00", "09:55", "SVT", "A"),
                                       lesson("lundi", "09:00", "09:55", "Technologie", "B"),
                                       lesson("lundi", "13:00", "16:00", "Stage", place="L1")]))
    site.click(box("lundi", 540, "A"))
    site.click(".mode-emploi summary")
    assert site.evaluate("document.documentElement.scrollWidth") <= width
    assert "Menuiserie" in site.locator("td.ailleurs:visible").inner_text()
    check(site, "emploi-du-temps")
    small = site.evaluate("""[...document.querySelectorAll('main :is(button, input, textarea, select, summary)')]
        .filter((one) => one.offsetParent).filter((one) => {
          const box = one.getBoundingClientRect();
          return Math.min(box.width, box.height) < 22;
        }).map((one) => one.outerHTML.slice(0, 120))""")
    assert small == []


def test_a_week_is_taken_away_while_its_grid_is_read(blank):
    rows(blank, "8h05-9h")
    blank.click(box("lundi", 485))
    blank.keyboard.type("Maths")
    blank.locator("[data-action=semaine-supprimer]").click()
    blank.wait_for_timeout(800)  # what a rest would still say of it is an error of the page, which fails the test
    assert blank.locator(".case").count() == 0
