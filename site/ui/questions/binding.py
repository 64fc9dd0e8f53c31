"""Between controls and answers: fills the page from a dossier, reads what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier import asked
from pid_rules.dossier.guard import advice
from pid_rules.dossier.paths import get, is_blank, pattern_of
from pid_rules.dossier.references import options
from pid_rules.form import FORM
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import Phone
from pid_rules.questions.kinds import YesNo
from pid_rules.words import dates
from pid_rules.words.visible import NBSP
from ui.kit import dom
from ui.kit.data import composed

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.questions.schema import Field
    from pid_rules.shapes import Dossier


def field_of(path: str) -> Field:
    """The question at a concrete path."""
    return FORM.field[pattern_of(path)]


def as_typed(kind: Any, value: Any) -> str:
    """A stored value as its control shows it."""
    if is_blank(value):
        return ""
    if isinstance(kind, Phone):
        return kind.show(str(value)).replace(NBSP, " ")
    if isinstance(kind, YesNo):
        return {True: "oui", False: "non"}.get(value, "") if isinstance(value, bool) else ""
    return str(value)


def _name(champ: Element) -> Any:
    """The name of the controls of a question, or of a cell of the timetable."""
    return dom.attribute(champ, "data-colonne") or dom.attribute(champ, "data-path")


def controls(champ: Element) -> Any:
    """The controls of a question, by their name: extensions of browsers add others beside them."""
    return champ.select("[name='" + _name(champ) + "']")


def is_asked(control: Element) -> bool:
    """Whether what is typed in a control answers a question or fills a cell of the timetable."""
    champ = dom.closest(control, ".champ")
    name = dom.attribute(control, "name")
    return champ is not None and name != "" and name == _name(champ)


def fill_question(champ: Element, dossier: Dossier) -> None:
    """Show the answer of one question."""
    path = dom.attribute(champ, "data-path")
    field = field_of(path)
    value = get(dossier, path)
    if field.asked_when is not None:
        show_asked(champ, field, dossier)
    if isinstance(field.kind, Date):
        parts = field.kind.parts(value if isinstance(value, str) else "")
        for control, part in zip(controls(champ), parts):
            control.value = part
    elif field.kind.control == "checkboxes":
        for control in controls(champ):
            control.checked = isinstance(value, list) and control.value in value
    elif field.kind.control == "radio":
        for control in controls(champ):
            control.checked = control.value == as_typed(field.kind, value)
    else:
        control = controls(champ)[0]
        if field.kind.control == "reference":
            fill_options(control, reference_options(field.kind, dossier))
            keep_option(control, as_typed(field.kind, value), field.kind.lost)
        elif field.kind.control == "select" and not is_blank(value):
            keep_option(control, as_typed(field.kind, value), field.kind.show(value))
        control.value = as_typed(field.kind, value)
        if field.kind.control == "textarea" or field.guarded:
            comment(path, field, control.value)


def show_asked(champ: Element, field: Field, dossier: Dossier) -> None:
    """Show a question that depends on another answer where it is asked, and where it holds an answer given before."""
    path = dom.attribute(champ, "data-path")
    champ.hidden = not asked.is_shown(dossier, field, path)
    champ.select_one(".plus-posee").hidden = asked.is_asked(dossier, field, path)


def refresh_depending(root: Any, dossier: Dossier) -> None:
    """What some questions depend on may have changed since they were drawn."""
    for champ in root.select(".champ[data-selon]"):
        show_asked(champ, field_of(dom.attribute(champ, "data-path")), dossier)


def show_understood(champ: Element, control: Element, dossier: Dossier) -> None:
    """An answer is finished: show it as it was understood.

    The boxes of a date stay as typed, but for a whole date written in one of them and a year of two digits.
    """
    if not is_asked(control) or control.type in ("radio", "checkbox"):
        return
    if dom.attribute(control, "data-part") \
            and not is_written_otherwise(field_of(dom.attribute(champ, "data-path")).kind, controls(champ)):
        return
    fill_question(champ, dossier)


def fill_questions(root: Element, dossier: Dossier) -> None:
    """Show every answer under an element."""
    for champ in root.select(".champ[data-path]"):
        fill_question(champ, dossier)


def reference_options(kind: Any, dossier: Dossier) -> Any:
    """(value, words) of the items among which a reference is chosen now."""
    return options(FORM, dossier, kind)


def fill_options(control: Element, pairs: Any) -> None:
    """Make the options of a list again."""
    dom.fill(control, dom.make("option", "Choisissez", value=""),
             *[dom.make("option", words, value=value) for value, words in pairs])


def keep_option(control: Element, value: Any, words: str = "") -> None:
    """A value that is no longer among the options stays shown until another is chosen."""
    if value and not any([option.value == value for option in control.select("option")]):
        control.appendChild(dom.make("option", words or value + " (n’existe plus)", value=value))


def refresh_references(root: Element, dossier: Dossier) -> None:
    """The items of a list may have changed since the page was drawn: name them again."""
    for control in root.select("select[data-reference]"):
        fill_question(dom.closest(control, ".champ"), dossier)
    refresh_depending(root, dossier)


def typed(control: Element) -> Any:
    """What is written in a control, as texts are kept everywhere: composed."""
    return composed(control.value)


def whole_date(kind: Any, box: Element) -> Any:
    """The day that stands whole in one box, "" where it is less."""
    text = typed(box)
    day = kind.accept(text + "//") if len(text) > 5 else ""
    return day if dates.parse_iso(day) is not None else ""


def date_in(kind: Any, boxes: Any) -> Any:
    """The day of three boxes; written or pasted whole in one of them, it is this one."""
    whole = [day for day in [whole_date(kind, box) for box in boxes] if day]
    return whole[0] if whole else kind.accept("/".join([typed(box) for box in boxes]))


def is_written_otherwise(kind: Any, boxes: Any) -> bool:
    """Whether the boxes of a date do not show what was understood: it is whole in one, or its year has two digits."""
    year = boxes[-1].value if all([box.value != "" for box in boxes]) else ""
    whole = any([whole_date(kind, box) for box in boxes])
    return "/" not in date_in(kind, boxes) and (whole or len(year) <= 2)


def typed_in(champ: Element, field: Field) -> Any:
    """The value to store for what a question's controls hold now."""
    if isinstance(field.kind, Date):
        return date_in(field.kind, controls(champ))
    if field.kind.control == "checkboxes":
        return [control.value for control in controls(champ) if control.checked]
    if field.kind.control == "radio":
        chosen = [control.value for control in controls(champ) if control.checked]
        return field.kind.accept(chosen[0]) if chosen else field.kind.blank
    return field.kind.accept(typed(controls(champ)[0]))


def comment(path: str, field: Field, text: str) -> None:
    """The count of a long text and the confidentiality warning; both inform, neither blocks."""
    counter = dom.by_id(dom.element_id(path) + "-compteur")
    if counter is not None:
        counter.textContent = str(len(text)) + " caractères sur " + str(field.kind.max_length) if text else ""
    place = dom.by_id(dom.element_id(path) + "-garde")
    if place is not None:
        dom.say(place, advice(text) if field.guarded else "")
