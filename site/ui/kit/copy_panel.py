"""The choice of the days to which a day is copied, for the timetable and for the hours of a stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document

from pid_rules.form.options import JOURS
from ui.kit import dom

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Event

LABELS = dict(JOURS)


def ask(button: Element, day: Any, legend: Any, then: Callable[..., Any]) -> None:
    """Ask below ``button`` to which days ``day`` is copied, and call ``then(days)``; one panel at a time."""
    close()
    line = button.parentElement
    line.after(dom.by_id("modele-copie").content.cloneNode(True))
    panel = document.select_one(".copie")
    panel.select_one("legend").textContent = legend
    boxes = panel.select("[name=copie]")
    for control in boxes:
        control.parentElement.hidden = control.value == day

    def left(*_: Any) -> None:
        close()
        button.focus()

    def chosen(event: Event) -> None:
        days = [control.value for control in boxes if control.checked]
        if days:
            close()
            then(days)
        else:
            panel.select_one(".erreur").hidden = False

    panel.select_one("[name=copier]").bind("click", chosen)
    panel.select_one("[name=fermer]").bind("click", left)
    [control for control in boxes if control.value != day][0].focus()


def close() -> None:
    """Take the panel away."""
    panel = document.select_one(".copie")
    if panel is not None:
        panel.remove()


def words(days: Any) -> str:
    """« mardi, jeudi »."""
    return ", ".join([LABELS[day].lower() for day in days])
