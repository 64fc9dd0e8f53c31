"""What the tests type in the timetable, by keyboard."""


def press(site, *keys):
    for key in keys:
        site.keyboard.press(key)


def choose(site, value):
    """Choose an option of the list that has the focus, by its keyboard."""
    values = site.evaluate("[...document.activeElement.options].map((option) => option.value)")
    press(site, "Home", *["ArrowDown"] * values.index(value))
    assert site.evaluate("document.activeElement.value") == value


def fill_row(site, start, end, place, activity, letter=None):
    """Fill the row whose first cell has the focus, and go to the next one; ``letter`` where the timetable
    alternates."""
    site.keyboard.type(start)
    press(site, "Tab")
    if end:
        site.keyboard.type(end)
    press(site, "Tab")
    if site.evaluate("document.activeElement.value") != place:
        choose(site, place)
    press(site, "Tab")
    site.keyboard.type(activity)
    if letter is not None:
        press(site, "Tab")
        choose(site, letter)
    press(site, "Enter")


def see_rows(site):
    """Choose the list, by keyboard."""
    site.focus("[data-action=vue-liste]:visible")
    press(site, "Enter")


def type_date(site, iso):
    for part in (str(int(iso[8:])), str(int(iso[5:7])), iso[:4]):
        site.keyboard.type(part)
        press(site, "Tab")


def enter_week(site, week):
    """Type one week model of a file: its name, its period, its slots day after day as they come."""
    site.focus("[data-action=semaine-ajouter]")
    press(site, "Enter")
    site.keyboard.type(week["nom"])
    press(site, "Tab")
    type_date(site, week["du"])
    type_date(site, week["au"])
    see_rows(site)
    day = ""
    for slot in week["creneaux"]:
        if slot["jour"] != day:
            day = slot["jour"]
            site.focus(f"#nouveau-{day}-debut")
        fill_row(site, slot["debut"].replace(":", "h"), slot["fin"].replace(":", "h"), slot["lieu"], slot["activite"])
