"""What was pasted whole in one box and belongs in several: spread into them, or told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import put
from pid_rules.form import FORM, eleve
from pid_rules.questions.formats import Phone
from pid_rules.questions.pasted import address, phones
from ui.dossier.answering import ADDRESS
from ui.kit import dom
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element


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
