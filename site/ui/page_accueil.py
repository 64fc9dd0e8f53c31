"""The list of the dossiers of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import document, window

from pid_rules.dossier.copies import is_moment
from pid_rules.dossier.paths import get
from pid_rules.form import etablissement
from pid_rules.judgement.summary import is_followed
from pid_rules.words import dates
from pid_rules.words.alike import plain
from pid_rules.words.horaires import moment_in_words
from pid_rules.words.visible import NBSP
from ui.draft.new_dossier import begin, copy_of, keep
from ui.home.dossier_rows import about, identifier, refill, row_of, row_with, titled
from ui.home.removed import Removed
from ui.home.sharing import Sharing
from ui.home.this_computer import give_copy_of
from ui.kit import dom, profile
from ui.kit.clock import hour_in_words, today
from ui.kit.data import is_former, page_data, parse
from ui.kit.lasting import on_lasting_action

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Error, Event, Record

JUDGED = ("Prêt", "En c")
"""How the states that are a judgement begin: « Prêt à envoyer », « En cours : 3 pages sur 12 »."""
MANY = 6
"""Number of dossiers from which they can be searched."""


def start() -> None:
    """Show at once the list and the question above it: nothing moves under a hand that aims at a button."""
    home, sharing = HomePage(), Sharing()
    window.Promise.all([home.drawn, sharing.drawn]).then(lambda drawn: dom.by_id("attente").remove())


def in_present_version(text: str) -> Any:
    """The promise of the text of a stored dossier in the present version of the format."""
    if not is_former(text):
        return window.Promise.resolve(text)
    from ui.draft.migration import text_present
    return text_present(text)


def say_state(row: Element, record: Record) -> None:
    """Where a dossier stood when it was saved, with that day once it is over, and the moment of the file that it comes
    from."""
    day = dates.parse_iso(record.modifie[:10])
    judged = record.etat[:4] in JUDGED and day is not None and day != today()
    row.querySelector(".etat-dossier").textContent = record.etat + (" au " + dates.in_words(cast("int", day)) if judged
                                                                    else "")
    copied = getattr(record, "copie", None) or ""
    row.querySelector(".modifie").textContent = "– modifié le " + moment_in_words(record.modifie) + (
        ", d’une copie du " + moment_in_words(copied) if is_moment(copied) else "")


def tell_apart(records: list[Record]) -> None:
    """Say what is inside and the reference of the dossiers that bear one title, and the second of those that were
    modified in one minute."""
    def say(record: Record) -> None:
        row = row_with("dossiers", record.id)
        if row is not None:
            dossier = parse(record.json)
            words = " – référence {0}, révision {1}".format(
                get(dossier, etablissement.REFERENCE.path) or "absente", get(dossier, etablissement.REVISION.path) or 1)
            if minutes.count(minute_of(record)) > 1:
                words += ", à " + NBSP.join([hour_in_words(record.modifie), "min", record.modifie[17:19], "s"])
            row.querySelector(".reference").textContent = about(dossier) + words

    titles, minutes = [record.titre for record in records], [minute_of(record) for record in records]
    for record in records:
        if titles.count(record.titre) > 1:
            window.pidStore.get(record.id).then(say, dom.tell)


def minute_of(record: Record) -> Any:
    """A title and the minute of its last change."""
    return record.titre + record.modifie[:16]


def offer_notes(records: list[Record]) -> None:
    """« Note du jour » in the row of each dossier that is followed, which its text alone tells."""
    def offer(record: Record) -> None:
        row = row_with("dossiers", record.id) if record else None
        if row is not None and is_followed(parse(record.json), today()):
            row.select_one(".note-du-jour").hidden = False

    for record in records:
        window.pidStore.get(record.id).then(offer, dom.tell)


class HomePage:
    """What the buttons of the list do."""

    def __init__(self) -> None:
        self.deleted: list[Any] = []
        self.duplicated: Any = None
        self.records: list[Any] = []
        self.removed = Removed(self.restored, self.erased, self.failed)
        dom.on_action({"dupliquer": self.ask_parts, "abandonner-duplication": self.give_up})
        on_lasting_action({"nouveau-dossier": self.create, "demonstration": self.demonstrate, "supprimer": self.remove,
                           "annuler": self.undo, "telecharger": self.download, "confirmer-duplication": self.duplicate})
        dom.by_id("filtre").bind("input", self.search)
        window.pidStore.onChange(lambda news: self.draw())
        document.bind("pid-jour", self.new_day)
        self.drawn = self.draw()

    def failed(self, error: Error) -> None:
        dom.tell(error)

    def draw(self) -> Any:
        """Show the dossiers, the last changed first, and those deleted; gives the promise of the first."""
        def listed(records: list[Record]) -> None:
            self.records = list(records)
            rows = [self.row(record) for record in self.records]
            refill("dossiers", rows)
            dom.by_id("liste-vide").hidden = len(rows) > 0
            dom.by_id("recherche").hidden = len(rows) < MANY
            self.search()
            tell_apart(self.records)
            offer_notes(self.records)
        self.removed.draw()
        return window.pidStore.list().then(listed, self.failed)

    def search(self, *_: Any) -> None:
        """Show the dossiers whose line holds every word typed, whatever the accents."""
        words = plain(dom.by_id("filtre").value).split() if not dom.by_id("recherche").hidden else []
        shown = 0
        for item in dom.by_id("dossiers").select("li"):
            said = plain(item.select_one("h3").textContent + " " + item.select_one("p").textContent)
            item.hidden = bool([word for word in words if word not in said])
            shown += 0 if item.hidden else 1
        count = "Aucun dossier ne contient ces mots." if shown == 0 else \
            "1 dossier" if shown == 1 else str(shown) + " dossiers"
        dom.by_id("trouves").textContent = count if words else ""

    def row(self, record: Record) -> Any:
        item = row_of("modele-dossier", record, record.titre)
        link = item.querySelector(".ouvrir")
        link.textContent = titled(record)
        link.setAttribute("href", dom.address_of_dossier(record.id))
        note = item.querySelector(".note-du-jour")
        note.setAttribute("href", dom.address_of_dossier(record.id) + "&note=1#suivi")
        dom.also_heard(note, record.titre)
        say_state(item, record)
        return item

    def new_day(self, event: Event) -> None:
        """Another day begins: what was judged before is no longer of today."""
        for record in self.records:
            row = row_with("dossiers", record.id)
            if row is not None:
                say_state(row, record)
        offer_notes(self.records)

    def create(self, button: Element) -> Any:
        return begin()

    def demonstrate(self, button: Element) -> Any:
        return keep(page_data("exemple"), True)

    def remove(self, button: Element) -> Any:
        def done(record: Record) -> None:
            self.deleted.append(record)
            self.offer_undo()
            dom.by_id("annuler").select_one("button").focus()
            self.draw()
        return window.pidStore.remove(identifier(button)).then(done, self.failed)

    def offer_undo(self) -> None:
        """Say which deletion can be taken back now: the last, then the one before."""
        dom.by_id("annuler").hidden = not self.deleted
        if self.deleted:
            dom.show(dom.by_id("annuler"),
                     "Le dossier « " + self.deleted[-1].titre + " » n’est plus dans la liste.")

    def undo(self, button: Element) -> Any:
        return window.pidStore.restore(self.deleted[-1].id).then(self.restored, self.failed)

    def restored(self, record: Record) -> Any:
        """A deleted dossier is in the list again, whatever is being searched: the focus goes to it."""
        def drawn(*_: Any) -> None:
            row = row_with("dossiers", record.id)
            if row is not None:
                dom.focus(row.select_one(".ouvrir"))

        self.erased(record.id)
        dom.by_id("filtre").value = ""
        dom.announce("Le dossier « " + record.titre + " » est de nouveau dans la liste.")
        return self.draw().then(drawn)

    def erased(self, erased: Any) -> None:
        """There is nothing left to undo for that dossier."""
        self.deleted = [record for record in self.deleted if record.id != erased]
        self.offer_undo()

    def ask_parts(self, button: Element) -> None:
        self.duplicated = identifier(button)
        panel = dom.by_id("duplication")
        panel.hidden = False
        dom.focus(panel.select_one("h3"))

    def give_up(self, button: Element) -> None:
        """No copy: the focus goes back to the button that proposed it."""
        dom.hide(dom.by_id("duplication"))
        row = row_with("dossiers", self.duplicated)
        if row is not None:
            row.select_one("[data-action=dupliquer]").focus()

    def duplicate(self, button: Element) -> Any:
        parts = [control.value for control in dom.by_id("duplication").select("[name=garder]") if control.checked]

        def opened(record: Record) -> Any:
            def with_profile(known: Any) -> Any:
                return in_present_version(record.json).then(lambda present: keep(
                    copy_of(parse(present), parts, known), record.demonstration))
            return profile.read(with_profile, self.failed)
        return window.pidStore.get(self.duplicated).then(opened, self.failed)

    def download(self, button: Element) -> Any:
        def opened(record: Record) -> Any:
            return in_present_version(record.json).then(lambda text: give_copy_of(text, record.demonstration, button))
        return window.pidStore.get(identifier(button)).then(opened, self.failed)
