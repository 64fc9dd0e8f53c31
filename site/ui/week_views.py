"""One week model as a grid, as a list, and the lessons from which it dispenses; all of them are read, not typed in."""

from pid_rules import horaires
from pid_rules.form import FORM, parcours
from pid_rules.form.emploi_du_temps import REFERENCE
from pid_rules.form.options import COLLEGE, JOURS
from pid_rules.kinds import NBSP
from pid_rules.paths import get, is_blank
from pid_rules.planning.dispense import dispenses
from pid_rules.planning.draft import plan_of
from pid_rules.references import names
from ui import dom

REM_PER_HOUR = 2.6
"""Height of an hour in the grid."""


def views(body, dossier, index):
    """Draw again the views of the open week that are unfolded."""
    plan = plan_of(dossier)
    week = plan.models[index]
    called = names(FORM, dossier)
    for view in body.select(".vue"):
        if view.open:
            place = view.select_one(".vue-corps")
            name = dom.attribute(view, "data-vue")
            if name == "grille":
                dom.fill(place, _grid(week, called))
            elif name == "liste":
                dom.fill(place, *_list(week, called))
            else:
                dom.fill(place, *_dispenses(plan, week, dossier))


def _words(slot, called):
    """« Français », « Stage, Menuiserie de l’Exemple (L1) »."""
    place = "" if slot.place == COLLEGE[0] else called[slot.place] if slot.place in called else slot.place
    return ", ".join([word for word in (slot.activity or "", place) if word]) or "Sans nom"


def _times(slot):
    return horaires.in_words(slot.start) + " – " + horaires.in_words(slot.end)


def _shown(week):
    """(label, slots) of Monday to Friday, and of the other days that hold something."""
    days = [[slot for slot in week.slots if slot.complete and slot.day == rank] for rank in range(7)]
    return [(label, sorted(days[rank], key=lambda slot: slot.start)) for rank, (_, label) in enumerate(JOURS)
            if rank < 5 or days[rank]]


def _groups(slots):
    """The slots of a day in groups, each in one cell of the grid: those that overlap stand together."""
    groups = []
    for slot in slots:
        if groups and slot.start < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(groups[-1][1], slot.end), groups[-1][2] + [slot])
        else:
            groups.append((slot.start, slot.end, [slot]))
    return groups


def _grid(week, called):
    days = [(label, _groups(slots)) for label, slots in _shown(week)]
    bounds = sorted(set([bound for _, groups in days for group in groups for bound in group[:2]]))
    if not bounds:
        return dom.make("p", "Aucun créneau n’a encore ses deux heures.", class_="aide")
    head = dom.make("tr", "", dom.make("th", "Heures", scope="col"),
                    *[dom.make("th", label, scope="col") for label, _ in days])
    rows = []
    for rank in range(len(bounds) - 1):
        row = dom.make("tr", "", dom.make("th", horaires.in_words(bounds[rank]), scope="row"))
        row.style.height = str((bounds[rank + 1] - bounds[rank]) / 60 * REM_PER_HOUR) + "rem"
        for _, groups in days:
            _cell(row, bounds, rank, groups, called)
        rows.append(row)
    table = dom.make("table", "", dom.make("caption", "Grille de la semaine", class_="invisible"),
                     dom.make("thead", "", head), dom.make("tbody", "", *rows), class_="grille")
    return dom.make("div", "", table, class_="defile", tabindex="0", role="region", aria_label="Grille de la semaine")


def _cell(row, bounds, rank, groups, called):
    """The cell of one day in one row: none where a group that began above goes on."""
    for start, end, slots in groups:
        if start == bounds[rank]:
            outside = any([slot.place != COLLEGE[0] for slot in slots])
            cell = dom.make("td", "", rowspan=str(bounds.index(end) - rank),
                            class_="ailleurs" if outside else "college")
            for slot in slots:
                cell.appendChild(dom.make("span", _times(slot), class_="heures"))
                cell.appendChild(dom.make("span", _words(slot, called)))
            row.appendChild(cell)
            return
        if start < bounds[rank] < end:
            return
    row.appendChild(dom.make("td"))


def _list(week, called):
    made = []
    for label, slots in _shown(week):
        made.append(dom.make("h5", label))
        if slots:
            made.append(dom.make("ul", "", *[dom.make("li", _times(slot) + NBSP + ": " + _words(slot, called)
                                                      + (" (collège)" if slot.place == COLLEGE[0] else ""))
                                             for slot in slots]))
        else:
            made.append(dom.make("p", "Aucun créneau", class_="aide"))
    if not week.complete:
        made.append(dom.make("p", "Les créneaux dont une réponse manque ne sont pas montrés.", class_="aide"))
    return made


def _dispenses(plan, week, dossier):
    reference = get(dossier, REFERENCE.path)
    found = None if is_blank(reference) else dispenses(plan, week, reference)
    if found is None:
        return [dom.make("p", "La dispense se calcule dès que la grille horaire de référence est choisie parmi celles "
                              "dont les heures sont connues.", class_="aide")]
    listed = [one for one in found if one.dispensed]
    if not listed:
        return [dom.make("p", "Cette semaine ne dispense d’aucune heure de la grille.")]
    head = dom.make("tr", "", *[dom.make("th", words, scope="col") for words in (
        "Discipline", "Grille", "Au collège", "Dispense")])
    rows = [dom.make("tr", "", dom.make("th", one.name, scope="row"), dom.make("td", horaires.in_words(one.grid)),
                     dom.make("td", horaires.in_words(one.college)), dom.make("td", horaires.in_words(one.dispensed)))
            for one in listed]
    table = dom.make("table", "", dom.make("caption", "Par semaine, en tout" + NBSP + ": " + horaires.in_words(
        sum([one.dispensed for one in listed]))), dom.make("thead", "", head), dom.make("tbody", "", *rows))
    box = dom.make("div", "", table, class_="defile", tabindex="0", role="region", aria_label="Heures dispensées")
    link = dom.make("a", "Voir comment c’est compensé", href="#" + parcours.DISPENSES_PAGE.slug)
    return [box, dom.make("p", "", link)]
