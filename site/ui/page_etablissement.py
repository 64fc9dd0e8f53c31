"""The establishment's profile, which fills new dossiers: kept as it is typed, checked on « Enregistrer »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.form.emploi_du_temps import DUREE_SEANCE
from pid_rules.questions.kinds import BLOQUANT
from ui.kit import dom
from ui.kit.clock import now, saved_in_words
from ui.kit.data import parse
from ui.kit.rest import Rest
from ui.questions import binding, errors
from ui.questions.watch import anchor_of
from ui.sending.reception import Reception

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Error, Event, News

SETTING = "etablissement"
LESSON = 55
"""Minutes of a lesson, proposed where nothing was kept: those of most collèges."""
DELAY = 400
"""Milliseconds of rest after which what was typed is kept."""


def start() -> None:
    ProfilePage()


class ProfilePage:
    """The answers of the page. ``known`` tells whether those kept before have been read: nothing is written over
    them."""

    def __init__(self) -> None:
        self.dossier = blank_dossier(FORM)
        self.known = False
        self.refusal: Any = None
        self.saved_at = ""
        self.rest = Rest(DELAY, self.write)
        window.pidStore.getSetting(SETTING).then(self.read, self.failed)
        dom.by_id("questions").bind("input", self.typed)
        dom.by_id("questions").bind("change", self.left)
        window.bind("pagehide", lambda event: self.keep())
        document.bind("pid-jour", self.say_saved)
        document.bind("pid-enregistrer", self.save_now)
        document.bind("visibilitychange", lambda event: self.keep())
        dom.on_action({"enregistrer-etablissement": self.check})
        Reception(self.failed)
        window.pidStore.onChange(self.written_elsewhere)

    def failed(self, error: Error) -> None:
        self.refusal = error
        dom.tell(error)

    def read(self, text: str) -> None:
        held = parse(text) if text else {}
        put(self.dossier, DUREE_SEANCE.path, held.pop(DUREE_SEANCE.name) if DUREE_SEANCE.name in held else LESSON)
        self.dossier["etablissement"].update(held)
        self.known = True
        binding.fill_questions(dom.by_id("questions"), self.dossier)

    def written_elsewhere(self, news: News) -> None:
        """Another tab has kept the profile: show it, unless something waits here. What has the focus keeps it."""
        if news.type == "reglage" and news.id == SETTING and self.rest.timer is None:
            window.pidStore.getSetting(SETTING).then(lambda text: self.read(text) if self.rest.timer is None else None,
                                                     self.failed)

    def typed(self, event: Event) -> None:
        """An answer is being typed: keep it once the person rests."""
        champ = dom.closest(event.target, ".champ[data-path]")
        if champ is None or not self.known:
            return
        path = dom.attribute(champ, "data-path")
        value = binding.typed_in(champ, binding.field_of(path))
        if value != get(self.dossier, path):
            put(self.dossier, path, value)
            self.rest.restart()

    def left(self, event: Event) -> None:
        """An answer is finished: show it as it was understood."""
        self.typed(event)
        champ = dom.closest(event.target, ".champ[data-path]")
        if champ is not None:
            binding.show_understood(champ, event.target, self.dossier)

    def keep(self) -> None:
        """Keep the answers if any has changed since they were kept."""
        if self.rest.timer is not None:
            self.write()

    def write(self, then: Callable[..., Any] | None = None) -> None:
        """Keep the answers now, and call ``then()`` once they are."""
        self.rest.stop()
        kept = dict(self.dossier["etablissement"])
        kept[DUREE_SEANCE.name] = get(self.dossier, DUREE_SEANCE.path)
        text = to_json(kept)

        def saved(_: Any) -> None:
            dom.hide(dom.by_id("alerte-enregistrement"))
            self.saved_at = now()
            self.say_saved()
            if then is not None:
                then()

        window.pidStore.putSetting(SETTING, text).then(saved, self.failed)

    def say_saved(self, *_: Any) -> None:
        """Say when the answers were kept, with the day where it is over."""
        if self.saved_at:
            dom.by_id("etat-enregistrement").textContent = saved_in_words(self.saved_at) + " sur cet ordinateur"

    def save_now(self, event: Event) -> None:
        """Ctrl+S: keep the answers, and say that it is done."""
        event.preventDefault()
        dom.announce("")
        if self.known:
            self.write(lambda: dom.announce(dom.by_id("etat-enregistrement").textContent))

    def check(self, button: Element) -> None:
        """Keep the answers, and say what is wrong in them; it is kept all the same."""
        found = []
        for champ in dom.by_id("questions").select(".champ[data-path]"):
            path = dom.attribute(champ, "data-path")
            field, value = binding.field_of(path), get(self.dossier, path)
            problem = None if is_blank(value) else field.kind.read(value)[1]
            message = field.label + " – " + problem.message if problem is not None else ""
            blocking = problem is not None and problem.severity == BLOQUANT
            errors.mark(path, message if blocking else "")
            errors.warn(path, "" if blocking else message)
            if blocking:
                found.append(dom.make("a", message, href="#" + anchor_of(path).id))
        if self.known:
            self.write()
        elif self.refusal is not None:
            dom.refuse(self.refusal)
        errors.summarise(dom.by_id("contenu"), found)
