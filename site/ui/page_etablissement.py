"""« Mon établissement », which fills new dossiers: kept as it is typed, checked on « Enregistrer »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.form.emploi_du_temps import DUREE_SEANCE
from pid_rules.form.habituel import UNITS
from pid_rules.form.stages import LIEUX
from pid_rules.handover.habituel import STAGE, words_of, words_of_place
from pid_rules.questions.kinds import BLOQUANT
from ui.kit import dom, profile
from ui.kit.clock import now, saved_in_words
from ui.kit.data import parse
from ui.kit.rest import Rest
from ui.questions import binding, errors
from ui.questions.blocks import number
from ui.questions.watch import anchor_of
from ui.sending.reception import Reception

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Error, Event, News

LESSON = 55
"""Minutes of a lesson, proposed where nothing was kept: those of most collèges."""
DELAY = 400
"""Milliseconds of rest after which what was typed is kept."""


def start() -> None:
    ProfilePage()


class ProfilePage:
    """The answers of the page. ``known`` is what is kept, None until it has been read: nothing is written over it.

    ``before`` is what was kept before the last removal."""

    def __init__(self) -> None:
        self.known: Any = None
        self.before = ""
        self.refusal: Any = None
        self.saved_at = ""
        self.rest = Rest(DELAY, self.write)
        profile.read(self.read, self.failed)
        dom.by_id("questions").bind("input", self.typed)
        dom.by_id("questions").bind("change", self.left)
        window.bind("pagehide", lambda event: self.keep())
        window.bind("pid-avant-mise-a-jour", self.keep_first)
        document.bind("pid-jour", self.say_saved)
        document.bind("pid-enregistrer", self.save_now)
        document.bind("visibilitychange", lambda event: self.keep())
        dom.on_action({"enregistrer-etablissement": self.check, "retirer-habituel": self.remove, "annuler": self.undo,
                       "retirer-lieu": self.remove_place, "ajouter-lieu": self.add_place})
        Reception(self.failed)
        window.pidStore.onChange(self.written_elsewhere)

    def failed(self, error: Error) -> None:
        self.refusal = error
        dom.tell(error)

    def read(self, known: Any) -> None:
        if is_blank(get(known.kept, DUREE_SEANCE.path)):
            put(known.kept, DUREE_SEANCE.path, LESSON)
        self.known = known
        self.draw()

    def draw(self) -> None:
        """Show everything that is kept."""
        template, places = dom.by_id("modele-lieu"), self.places()
        dom.fill(dom.by_id("lieux-habituels"))
        for index in range(len(places)):
            made = template.content.cloneNode(True)
            number(made, "__0__", index)
            dom.by_id("lieux-habituels").appendChild(made)
        self.name()
        binding.fill_questions(dom.by_id("questions"), self.known.kept)

    def places(self) -> Any:
        return self.known.kept[LIEUX.path]

    def name(self) -> None:
        """Say whose the folded answers are."""
        for part in dom.by_id("questions").select("summary .nom"):
            unit = UNITS[int(dom.attribute(part, "data-rang"))]
            part.textContent = words_of(self.known.kept, unit, STAGE) or "personne"
        for place, part in zip(self.places(), dom.by_id("lieux-habituels").select("details")):
            part.select_one("summary").textContent = words_of_place(place) or "Nouveau lieu"

    def written_elsewhere(self, news: News) -> None:
        """Another tab has kept something: show it, unless something waits here. What has the focus keeps it."""
        if news.type == "reglage" and news.id in profile.SETTINGS and self.rest.timer is None:
            profile.read(lambda known: self.read(known) if self.rest.timer is None else None, self.failed)

    def typed(self, event: Event) -> None:
        """An answer is being typed: keep it once the person rests."""
        champ = dom.closest(event.target, ".champ[data-path]")
        if champ is None or self.known is None:
            return
        path = dom.attribute(champ, "data-path")
        field = binding.field_of(path)
        value = binding.typed_in(champ, field)
        now = get(self.known.kept, path)
        if value != now and not (is_blank(value) and is_blank(now)):
            put(self.known.kept, path, value)
            if field.decides:
                binding.refresh_depending(document, self.known.kept)
            self.name()
            self.rest.restart()

    def left(self, event: Event) -> None:
        """An answer is finished: show it as it was understood."""
        self.typed(event)
        champ = dom.closest(event.target, ".champ[data-path]")
        if champ is not None and self.known is not None:
            binding.show_understood(champ, event.target, self.known.kept)

    def keep(self) -> None:
        """Keep the answers if any has changed since they were kept."""
        if self.rest.timer is not None:
            self.write()

    def keep_first(self, event: Event) -> None:
        """The page is about to be loaded anew, or locked: what waits is kept before."""
        if self.rest.timer is not None:
            event.detail.attendre(window.Promise.new(
                lambda resolve, reject: self.write(lambda: resolve(None), lambda error: reject(error))))

    def write(self, then: Callable[..., Any] | None = None, failed: Callable[..., Any] | None = None) -> None:
        """Keep the answers now, and call ``then()`` once they are."""
        self.rest.stop()

        def saved() -> None:
            dom.hide(dom.by_id("alerte-enregistrement"))
            self.saved_at = now()
            self.say_saved()
            if then is not None:
                then()

        def refused(error: Error) -> None:
            self.failed(error)
            if failed is not None:
                failed(error)

        self.known.write(saved, refused)

    def say_saved(self, *_: Any) -> None:
        """Say when the answers were kept, with the day where it is over."""
        if self.saved_at:
            dom.by_id("etat-enregistrement").textContent = saved_in_words(self.saved_at) + " sur cet ordinateur"

    def save_now(self, event: Event) -> None:
        """Ctrl+S: keep the answers, and say that it is done."""
        event.preventDefault()
        dom.announce("")
        if self.known is not None:
            self.write(lambda: dom.announce(dom.by_id("etat-enregistrement").textContent))

    def remove(self, button: Element) -> None:
        """Take a person away."""
        unit = UNITS[int(dom.attribute(button, "data-rang"))]
        self._removed(words_of(self.known.kept, unit, STAGE) or unit.label,
                      lambda: [put(self.known.kept, field.at(STAGE), "") for field in unit.fields])

    def remove_place(self, button: Element) -> None:
        index = int(dom.attribute(dom.closest(button, "details"), "data-rang"))
        self._removed(words_of_place(self.places()[index]) or "Nouveau lieu", lambda: self.places().pop(index))

    def _removed(self, words: str, remove: Callable[..., Any]) -> None:
        """Remove something of what is kept, and offer to take it back."""
        if self.known is None:
            return
        self.before = to_json(self.known.kept)
        remove()
        self.draw()
        self.write()
        dom.show(dom.by_id("annuler"), "Retiré : " + words + ".")
        dom.by_id("annuler").select_one("button").focus()

    def undo(self, button: Element) -> None:
        """Take the last removal back."""
        self.known.kept = parse(self.before)
        dom.hide(dom.by_id("annuler"))
        self.draw()
        self.write()
        dom.focus(dom.by_id("habituels"))

    def add_place(self, button: Element) -> None:
        if self.known is not None:
            self.places().append({})
            self.draw()
            made = list(dom.by_id("lieux-habituels").select("details"))[-1]
            made.open = True
            dom.focus(made.select_one("[name]"))

    def check(self, button: Element) -> None:
        """Keep the answers, and say what is wrong in them; it is kept all the same."""
        found = []
        kept = {} if self.known is None else self.known.kept
        for champ in dom.by_id("questions").select(".champ[data-path]"):
            path = dom.attribute(champ, "data-path")
            field, value = binding.field_of(path), get(kept, path)
            problem = None if is_blank(value) else field.kind.read(value)[1]
            message = field.label + " – " + problem.message if problem is not None else ""
            blocking = problem is not None and problem.severity == BLOQUANT
            errors.mark(path, message if blocking else "")
            errors.warn(path, "" if blocking else message)
            if blocking:
                folded = dom.closest(champ, "details")
                if folded is not None:
                    folded.open = True
                found.append(dom.make("a", message, href="#" + anchor_of(path).id))
        if self.known is not None:
            self.write()
        elif self.refusal is not None:
            dom.refuse(self.refusal)
        errors.summarise(dom.by_id("contenu"), found)
