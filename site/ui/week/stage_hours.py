"""The page of the stages: hours typed day after day, copied to other days, counted; works to which none is exposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import window

from pid_rules.dossier.items import as_new, identify
from pid_rules.dossier.paths import get, put
from pid_rules.form import FORM
from pid_rules.form.options import JOURS
from pid_rules.form.stages import (
    HORAIRE_DEBUT,
    HORAIRE_FIN,
    HORAIRE_JOUR,
    HORAIRES,
    PAUSE_DEBUT,
    PAUSE_FIN,
    STAGE_DEBUT,
    STAGE_FIN,
    STAGE_LIEU,
    STAGES_PAGE,
    TRAVAUX_INTERDITS,
)
from pid_rules.planning.draft import stay_at
from pid_rules.words import horaires
from ui.kit import copy_panel, dom
from ui.kit.part import Part
from ui.questions import binding
from ui.week.stage_works import StageWorks
from ui.week.totals import presence_words

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event

    from pid_rules.questions.schema import Field
    from ui.questions.watch import Watch

ENDS = {HORAIRE_DEBUT.path: HORAIRE_FIN, PAUSE_DEBUT.path: PAUSE_FIN}
DAY = (HORAIRE_DEBUT, PAUSE_DEBUT, PAUSE_FIN, HORAIRE_FIN)
"""The answers of a day, in the order of the hours."""
PLACED = (STAGE_LIEU, STAGE_DEBUT, STAGE_FIN)
"""With the hours, what the weeks of a stage are drawn from."""
DAYS = [value for value, _ in JOURS]


def _rank(day: Any) -> int:
    """The place of a day in the week; one without a name comes after all of them."""
    return DAYS.index(day[HORAIRE_JOUR.name]) if day[HORAIRE_JOUR.name] in DAYS else len(DAYS)


class StageHours(Part):
    """What the page of the stages does more than ask."""

    def __init__(self, draft: Any, watch: Watch, blocks: Any, stage_weeks: Any) -> None:
        self.stage_weeks = stage_weeks
        self.draft = draft
        self.watch = watch
        self.blocks = blocks
        self.works = StageWorks(draft, watch)
        self.section = dom.by_id(STAGES_PAGE.slug)
        self.section.bind("keydown", self._key)
        dom.on_action({"horaires-copier": self.ask_days, "travaux-aucun": self.untick,
                       "quel-type": lambda button: self.types(button, lambda help, panel: help.propose(
                           draft.dossier, panel)),
                       "repondre-type": lambda button: self.types(button, lambda help, panel: help.answer(
                           draft.dossier, watch.profile, panel)),
                       "choisir-type": self.choose_type})

    def restructured(self) -> None:
        self.stage_weeks.later()
        self._write("")

    def typed(self, control: Element) -> bool:
        """Whether the one answer on works was given."""
        return self.works.typed(control)

    def draw(self, answer: Any) -> None:
        """Somebody comes to the page: what follows from its hours is noted as it stands."""
        self.stage_weeks.settle()
        self._write(answer)

    def _write(self, answer: Any) -> None:
        """Write the totals and the state of the list of works of every stage."""
        self.works.draw(self.section, answer)
        for block in self.section.select(".horaires"):
            self._total(block)
        for champ in self.section.select(".champ"):
            self._works(champ)

    def _total(self, block: Any) -> None:
        stage = dom.attribute(block, "data-path").rpartition(".")[0]
        block.select_one(".totaux").textContent = "Présence par semaine, pauses déduites : " \
            + presence_words(stay_at(self.draft.dossier, stage))

    def _works(self, champ: Element) -> None:
        state = champ.select_one(".aucun span")
        if state is not None:
            count = len(cast("Any", get(self.draft.dossier, dom.attribute(champ, "data-path"))) or [])
            state.textContent = "Aucun de ces travaux" if count == 0 else \
                "1 de ces travaux est coché" if count == 1 else str(count) + " de ces travaux sont cochés"

    def answered(self, field: Field, champ: Element, control: Element) -> bool:
        """An answer of the page is being typed."""
        path = dom.attribute(champ, "data-path")
        self._spread(field, path, control.value)
        block = dom.closest(champ, ".horaires")
        if block is not None or field in PLACED:
            self.stage_weeks.later()
        if block is not None:
            self._total(block)
        elif field is TRAVAUX_INTERDITS:
            self._works(champ)
        return False

    def _spread(self, field: Field, path: str, typed: str) -> None:
        """« 9h-16h30 » in a first hour fills the second, « 8h30-12h 13h30-17h » the whole day."""
        day = horaires.read_presence(typed) if field is HORAIRE_DEBUT else None
        both = horaires.read_range(typed) if field.path in ENDS and day is None else None
        filled: Any = zip(DAY, day) if day is not None else zip((field, ENDS[field.path]), both) if both else ()
        for one, value in filled:
            place = path[:len(path) - len(field.name)] + one.name
            put(self.draft.dossier, place, value)
            if one is not field:
                binding.fill_question(dom.closest(dom.by_id(dom.element_id(place)), ".champ"), self.draft.dossier)
                self.watch.changed(place)

    def types(self, button: Element, then: Any) -> None:
        """Call ``then(help, panel)`` with the help that tells the types of stage apart, once it is here."""
        panel = dom.closest(button, "details")

        def here(*_: Any) -> None:
            from ui.rules import stage_type
            then(stage_type, panel)

        window.pidScripts.load("gestes.js").then(here, dom.refuse)

    def choose_type(self, button: Element) -> None:
        """Answer the type of the stage by the one of this line."""
        control = dom.closest(button, ".item").select_one("select[name$='.type']")
        control.value = dom.attribute(button, "data-type")
        control.dispatchEvent(window.Event.new("input", {"bubbles": True}))
        control.dispatchEvent(window.Event.new("change", {"bubbles": True}))
        dom.closest(button, "details").open = False
        dom.focus(control)

    def untick(self, button: Element) -> None:
        """None of these works."""
        champ = dom.closest(button, ".champ")
        path = dom.attribute(champ, "data-path")
        put(self.draft.dossier, path, [])
        binding.fill_question(champ, self.draft.dossier)
        self._works(champ)
        self.watch.changed(path)
        self.draft.changed()

    def _row(self, element: Element) -> Any:
        item = dom.closest(element, ".item")
        block = dom.closest(item, ".bloc")
        path = dom.attribute(block, "data-path")
        return block, path, get(self.draft.dossier, path), int(dom.attribute(item, "data-index"))

    def _key(self, event: Event) -> None:
        """Enter goes to the next day; from the last one it adds the following day with the same hours."""
        if event.key != "Enter" or event.target.type != "text" or dom.closest(event.target, ".horaires") is None:
            return
        event.preventDefault()
        event.target.blur()
        block, path, days, index = self._row(event.target)
        if index + 1 == len(days) and len(days) < HORAIRES.maximum:
            following = as_new(days[index])
            rank = _rank(following) + 1
            following[HORAIRE_JOUR.name] = DAYS[rank] if rank < len(DAYS) else ""
            self._put(block, path, days + [following])
        control = dom.by_id(dom.element_id(HORAIRE_JOUR.at(path + "." + str(min(index + 1, len(days))))))
        dom.focus(control)

    def ask_days(self, button: Element) -> None:
        """Ask to which days the hours of this one are copied."""
        block, path, days, index = self._row(button)
        day = days[index][HORAIRE_JOUR.name]
        words = HORAIRE_JOUR.kind.show(day).lower() if day else "ce jour"
        copy_panel.ask(button, day, "Copier les horaires de " + words + " vers",
                       lambda chosen: self._copy(block, path, index, chosen))

    def _copy(self, block: Any, path: str, index: int, chosen: Any) -> None:
        before: Any = get(self.draft.dossier, path)
        made = [day for day in before if day[HORAIRE_JOUR.name] not in chosen]
        for jour in chosen:
            made.append(as_new(before[index]))
            made[-1][HORAIRE_JOUR.name] = jour
        made.sort(key=_rank)
        self._put(block, path, made)
        self.blocks.offer_undo("Horaires copiés vers " + copy_panel.words(chosen) + ".")

    def _put(self, block: Any, path: str, days: Any) -> None:
        put(self.draft.dossier, path, days)
        identify(FORM, self.draft.dossier, path)
        self.blocks.redraw(block)
