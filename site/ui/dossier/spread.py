"""What was typed or pasted whole in one box and belongs in several: spread into them, or told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import fill, get, is_blank, put
from pid_rules.form import FORM, eleve
from pid_rules.judgement.one_line import completed, level_of_class, school_year, spread
from pid_rules.judgement.proposals import in_words
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import Phone
from pid_rules.questions.pasted import address, phones
from ui.dossier.answering import ADDRESS
from ui.kit import dom
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.questions.schema import Field


def pasted(answering: Any, champ: Element, control: Element, text: str) -> None:
    """A text has just been pasted in the control of a question that ``answering`` hears."""
    path = dom.attribute(champ, "data-path")
    place, name = path.rpartition(".")[0], path.split(".")[-1]
    field = binding.field_of(path)
    found = address(text) if name in ADDRESS else None
    if found is not None and field.path[:-len(name)] + eleve.CODE_POSTAL.name in FORM.field:
        given = [(place + "." + key, part) for key, part in zip(ADDRESS, found) if part]
        if name != eleve.ADRESSE.name or found[0]:  # without a street, « Adresse » would keep the whole text
            _write(answering, given)
        return
    numbers = phones(text) if isinstance(field.kind, Phone) else []
    if len(numbers) > 1:
        control.value = " / ".join(numbers)
        answering.typed_in(champ, control)
        answering.blocks.say_after(control, "Cette case attend un seul numéro : en voici {0}, gardez-en un."
                                   .format(len(numbers)))


def left(answering: Any, champ: Element, control: Element) -> None:
    """A control is left: what it holds may answer other questions too."""
    path = dom.attribute(champ, "data-path")
    field = binding.field_of(path)
    made = spread(answering.draft.dossier, path, control.value)
    if made.piece:
        answering.blocks.say_after(control, "Cette ligne n’est pas répartie : « " + made.piece + " » n’a pas de place "
                                   "libre. Elle reste telle quelle : corrigez-la, ou remplissez chaque case.")
    elif len(made.given) > 1:
        _give(answering, path, made.given, "Réparti : " + in_words([one for one, _ in made.given]) + ".")
    elif isinstance(field.kind, Date):
        _complete_year(answering, champ, field, control)
    else:
        _complete(answering, path, field, control.value)


def _complete(answering: Any, path: str, field: Field, text: str) -> None:
    """The domain of an address of the collège, the level of a class."""
    dossier = answering.draft.dossier
    whole = completed(dossier, path, text)
    level = level_of_class(text) if field is eleve.CLASSE and is_blank(get(dossier, eleve.NIVEAU.path)) else ""
    if whole:
        _give(answering, path, [(field, whole)], "Adresse électronique complétée : " + whole + ".")
    elif level:
        _give(answering, path, [(eleve.NIVEAU, level)], "Niveau : " + level + ", d’après la classe.")


def _complete_year(answering: Any, champ: Element, field: Field, control: Element) -> None:
    """The year of a day of which the day and the month are written: that of the school year, which typing replaces."""
    day, month, year = binding.controls(champ)
    known = school_year(answering.draft.dossier, field, day.value + "/" + month.value)
    if known and year.value == "" and dom.attribute(control, "data-part") != "annee":
        year.value = known
        year.classList.add("propose")
        answering.typed_in(champ, year)
        dom.announce("Année : " + known + ", d’après l’année scolaire.")


def _give(answering: Any, path: str, given: Any, words: str) -> None:
    """Answer several questions; taking it back gives what was typed."""
    answering.draft.note()
    for field, value in given:
        champ = dom.closest(dom.by_id(dom.element_id(fill(field.path, path))), ".champ")
        answering.give(champ, binding.controls(champ)[0], value)
        binding.fill_question(champ, answering.draft.dossier)
    answering.blocks.forget_words()
    answering.draft.step(words)
    answering.draft.history.say(words)
    dom.announce(words)


def _write(answering: Any, given: Any) -> None:
    """Put each part in its box."""
    draft = answering.draft
    for path, text in given:
        champ = dom.closest(dom.by_id(dom.element_id(path)), ".champ")
        put(draft.dossier, path, binding.field_of(path).kind.accept(text))
        binding.fill_question(champ, draft.dossier)
        answering.watch.changed(path)
    draft.changed()
    named = ", ".join([binding.field_of(path).label.lower() for path, _ in given])
    answering.blocks.offer_undo("Adresse répartie : " + named + ".", draft.control)
