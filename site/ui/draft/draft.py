"""The open draft: its dossier, and saving it. « Enregistré » is said only when the transaction has completed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import document, window

from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, put
from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM, eleve, etablissement
from pid_rules.handover.names import reference_as_answered
from pid_rules.words.horaires import moment_in_words
from ui.draft.history import History
from ui.kit import dom
from ui.kit.clock import now, saved_in_words
from ui.kit.data import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Error, Record

    from pid_rules.shapes import Dossier

DELAY = 400
"""Milliseconds of rest after which a change is saved."""
ANNOUNCED = 100
"""Milliseconds without which a screen reader does not say again what it has said."""
SAVING = "Enregistrement en cours…"


def title_of(dossier: Dossier) -> Any:
    """The pupil's name as the list shows it, on this computer only."""
    name = ((cast("Any", get(dossier, eleve.PRENOM.path)) or "") + " "
            + (cast("Any", get(dossier, eleve.NOM.path)) or "")).strip()
    return name or "Élève sans nom"


class Draft:
    """One draft of this browser. ``state_words`` is a function that says where the dossier stands."""

    def __init__(self, record: Record, state_words: Callable[[], str]) -> None:
        self.id = record.id
        self.rev = record.rev
        self.state = record.etat
        self.demonstration = record.demonstration
        self.dossier = parse(record.json)
        self.history = History(record.json)
        self.control = ""
        self.follows = False
        self.unnoted = False
        self.state_words = state_words
        self.timer: Any = None
        self.dirty = False
        self.saving = False
        self.conflict = False
        self.receives = False
        self.absent = False
        self.abandoned = False
        self.modified = ""
        self.saved_at = ""
        self.told = False
        self.motif = ""
        self.after: list[Any] = []
        self.where = " sur cet ordinateur"

    def text(self) -> str:
        """The dossier file of the present answers."""
        return to_json(ordered(FORM, self.dossier)) + "\n"

    def refer(self, path: str) -> None:
        """The UAI is answered, or taken back: the reference goes with it while it may."""
        put(self.dossier, etablissement.REFERENCE.path, reference_as_answered(self.dossier))

    def note(self, words: str = "") -> str:
        """Note in the history what has changed since it was noted last, under these words; gives the dossier file."""
        text = self.text()
        self.history.note(text, self.control, words, self.follows)
        self.follows = self.unnoted = False
        return text

    def step(self, words: str = "", control: Element = "") -> None:
        """What has just been done is a step of its own, or one with the last where that was in the same ``control``."""
        self.control = control
        self.note(words)

    def enter(self, control: Element) -> None:
        """The focus is in a question, or with "" in none: what is changed there is no part of the last step."""
        if control != self.control:
            if self.unnoted:
                self.note()
            self.control = control
            self.history.control = ""

    def changed(self, follows: Any = False) -> None:
        """An answer has changed, or something that only ``follows`` from the last change: save once the person
        rests."""
        # What somebody types meanwhile is no part of the step before.
        self.follows = follows and (self.follows or not self.unnoted)
        self.dirty = self.unnoted = True
        self.modified = moment_in_words(now())
        if self.conflict:
            return
        self.say(SAVING)
        if self.timer is not None:
            window.clearTimeout(self.timer)
        self.timer = window.setTimeout(self.save, DELAY)

    def save(self, *_: Any) -> None:
        """Save now what has changed; returns nothing, the status line says the outcome."""
        if self.timer is not None:
            window.clearTimeout(self.timer)
            self.timer = None
        if not self.dirty or self.conflict or self.abandoned:
            return
        text = self.note()
        if self.saving:
            return
        self.dirty = False
        self.saving = True
        window.pidStore.save(self.record(text)).then(self._saved, self._failed)

    def record(self, text: str) -> dict[str, Any]:
        """What is to be written, on the revision that this tab knows."""
        record = {"id": self.id, "expected_rev": self.rev, "json": text, "titre": title_of(self.dossier),
                  "etat": self.state_words(), "demonstration": self.demonstration}
        if self.motif:
            record["motif"] = self.motif
        return record

    def once_saved(self, then: Callable[..., Any]) -> None:
        """Save what has changed, then call ``then()``. Where it cannot be saved this is said, and nothing is called."""
        if not self.unsaved():
            then()
        elif self.conflict:
            dom.by_id("conflit").scrollIntoView()
            dom.announce(dom.by_id("conflit").select_one("p").textContent)
        else:
            self.after.append(then)
            self.save()

    def unsaved(self) -> bool:
        """Whether closing the page now would lose something."""
        return (self.dirty or self.saving) and not self.abandoned

    def give_up(self) -> None:
        """The person leaves this tab's draft for another: nothing is waiting any more."""
        self.abandoned = True

    def say(self, text: str) -> None:
        """The status line, for the eyes: it changes too often to be heard each time."""
        dom.by_id("etat-enregistrement").textContent = text

    def say_once(self, text: str) -> None:
        """The status line, also heard unless a screen reader has said that the answers are kept since something last
        went otherwise."""
        self.say(text)
        if not self.told:
            dom.by_id("dit-enregistre").textContent = text
            self.told = True

    def _saved(self, answer: Any) -> None:
        self.saving = False
        self.rev = answer.rev
        self.motif = ""
        dom.hide(dom.by_id("alerte-enregistrement"))
        if self.dirty:
            self.save()
        else:
            self.saved_at = now()
            self.say_saved()
            while self.after and not self.unsaved():
                self.after.pop(0)()
        document.dispatchEvent(window.CustomEvent.new("pid-enregistre"))

    def say_saved(self) -> None:
        """Say when the answers were saved, with the day where it is over."""
        if self.saved_at and not self.unsaved():
            self.say_once(saved_in_words(self.saved_at) + self.where)

    def tell_saved(self) -> None:
        """Say that it is saved, to who has asked for it, however often."""
        if not self.saved_at:
            self.say("Rien n’a changé depuis l’ouverture : ce dossier est enregistré" + self.where)
        dom.announce("")
        window.setTimeout(lambda: dom.announce(dom.by_id("etat-enregistrement").textContent), ANNOUNCED)

    def _failed(self, error: Error) -> None:
        self.saving = self.told = False
        self.saved_at = ""
        self.after = []
        self.dirty = True
        self.say("")
        if error.name == "Disparu":
            self._vanished(error)
        elif error.name == "Conflit":
            # Another attempt would fail as well: the person chooses first.
            self.conflict = True
            dom.show(dom.by_id("conflit"), error.message + " L’autre version a été modifiée le "
                     + moment_in_words(error.courant.modifie) + ", celle de cet onglet le " + self.modified
                     + ". Choisissez ce qu’il faut garder.")
        else:
            self._unkept(error)

    def look(self, *_: Any) -> None:
        """The browser may have lost its data: see whether the draft is still there."""
        if not (self.conflict or self.abandoned or self.saving):
            window.pidStore.look(self.id).then(self._seen, self._not_seen)

    def _seen(self, *_: Any) -> None:
        """Where it was deleted, it is there again: what waits can be saved."""
        if self.absent:
            self.absent = False
            dom.hide(dom.by_id("alerte-enregistrement"))
            self.save()

    def _not_seen(self, error: Error) -> None:
        """Other failures are those of the next save, which says them."""
        if error.name == "Absent":
            self.say("")
            self._unkept(error)
        elif error.name == "Disparu" and not self.abandoned:
            self.dirty = True
            self.saved_at = ""
            self.say("")
            self._vanished(error)

    def _unkept(self, error: Error) -> None:
        """Say why the draft is not kept."""
        self.absent = error.name == "Absent"
        dom.show(dom.by_id("alerte-enregistrement"), error.message)

    def _vanished(self, error: Error) -> None:
        """Nothing is left of the draft but what this page holds: no attempt to save can succeed."""
        self.conflict = True
        place = dom.by_id("conflit")
        dom.show(place, error.message)
        place.select_one("[data-action=recharger]").hidden = True

    def save_as_new(self, then: Callable[..., Any]) -> None:
        """Keep the present answers in a new draft, and call ``then(id)``."""
        def kept(made: Any) -> None:
            self.give_up()
            then(made.id)

        window.pidStore.create({"json": self.text(), "titre": title_of(self.dossier), "etat": self.state_words(),
                                "demonstration": self.demonstration}).then(kept, self._failed)
