"""The lessons from which one week model dispenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.dispenses import TO_TELL
from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import parcours
from pid_rules.form.emploi_du_temps import REFERENCE
from pid_rules.planning.dispense import dispenses
from pid_rules.words import horaires
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.planning.timeline import Timeline
    from pid_rules.planning.weeks import Week
    from pid_rules.shapes import Dossier


def show_dispenses(body: Element, dossier: Dossier, plan: Timeline, week: Week) -> None:
    """Draw again the lessons from which the open week dispenses, where they are unfolded."""
    view = body.select_one(".vue")
    if view.open:
        dom.fill(view.select_one(".vue-corps"), *_dispenses(plan, week, dossier))


def _dispenses(plan: Timeline, week: Week, dossier: Dossier) -> Any:
    reference: Any = get(dossier, REFERENCE.path)
    found = None if is_blank(reference) else dispenses(plan, week, reference)
    if found is None:
        return [dom.make("p", "La dispense se calcule dès que la grille horaire de référence est choisie parmi celles "
                              "dont les heures sont connues.", class_="aide")]
    listed = [one for one in found if one.dispensed]
    if not listed:
        return [dom.make("p", "Cette semaine compte " + ("en moyenne " if week.alternates else "")
                         + horaires.in_words(week.college) + " : aucune heure dispensée.")]
    head = dom.make("tr", "", *[dom.make("th", words, scope="col") for words in (
        "Discipline", "Grille", "Au collège", "Dispense")])
    rows = [dom.make("tr", "", dom.make("th", one.name, scope="row"), dom.make("td", horaires.in_words(one.grid)),
                     dom.make("td", horaires.in_words(one.college)), dom.make("td", _dispensed(week, one.dispensed)))
            for one in listed]
    table = dom.make("table", "", dom.make("caption", "Par semaine, en tout : " + _dispensed(
        week, sum([one.dispensed for one in listed]))), dom.make("thead", "", head), dom.make("tbody", "", *rows))
    made = [dom.make("div", "", table, class_="defile", tabindex="0", role="region", aria_label="Heures dispensées"),
            dom.make("p", "", dom.make("a", "Voir comment c’est compensé", href="#" + parcours.DISPENSES_PAGE.slug))]
    if week.unread:
        made.insert(0, dom.make("p", "Des intitulés ne disent pas en quoi compter leurs heures : choisissez-le "
                                     "sous leurs créneaux.", class_="constat"))
    return made


def _dispensed(week: Week, minutes: int) -> Any:
    """The hours dispensed, never of a week of which some names may hold them."""
    return TO_TELL if week.unread else horaires.in_words(minutes)
