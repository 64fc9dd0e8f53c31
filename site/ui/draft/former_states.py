"""« Revenir à un état précédent »: how the open draft was left before a pause or a replacement, and taking such a state
back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.paths import get, put
from pid_rules.dossier.versions import has_left
from pid_rules.form import FORM, etablissement
from pid_rules.suivi.differences import all_differences
from pid_rules.words.horaires import moment_in_words
from ui.draft.file_differences import listed
from ui.draft.migration import present
from ui.kit import dom
from ui.kit.data import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element

    from pid_rules.shapes import Dossier
    from ui.draft.draft import Draft

INTRO = ("Le dossier tel qu’il était avant une pause de dix minutes, un remplacement par un fichier ou un retour en "
         "arrière : dix états au plus, gardés trente jours environ dans ce navigateur.")
NONE = "Aucun état précédent n’est gardé pour l’instant."
SENT = "Ce dossier a été envoyé depuis : sa révision et ce qui est noté de l’envoi restent tels quels."
KEPT_AS_IT_IS = (etablissement.REVISION.path, "transmission")
MOTIVES = {"pause": "avant une pause", "remplacement": "avant son remplacement par un fichier",
           "pages": "avant la reprise de pages d’un fichier", "carnet": "avant la reprise d’un carnet",
           "retour": "avant un retour en arrière"}


class FormerStates:
    """The part under the list of pages; ``returned()`` is called once the dossier is another."""

    def __init__(self, draft: Draft, versions: Any, rewriting: Any, returned: Callable[..., Any]) -> None:
        self.draft = draft
        self.versions = versions
        self.rewriting = rewriting
        self.returned = returned
        self.place = dom.by_id("etats").select_one("div")
        self.states: list[Any] = []
        self.chosen: Any = None
        self.taken: Any = None
        dom.on_action({"etat-voir": self.show, "etat-reprendre": self.ask, "etat-laisser": self.leave})

    def unfolded(self) -> None:
        """The list is unfolded, or folded: it is read anew each time that it is seen."""
        if dom.by_id("etats").open:
            self.draw()

    def draw(self, words: str = "") -> None:
        """List the states, the last one first, after what has just been done."""
        def read(states: Any) -> None:
            self.states = list(states)
            rows = [self._row(index) for index in range(len(self.states))]
            said = [dom.make("p", words, role="status", tabindex="-1")] if words else []
            dom.fill(self.place, *said, dom.make("p", INTRO if rows else NONE, class_="aide"),
                     dom.make("ul", "", *rows, class_="regles"))
            if words:
                dom.focus(self.place.select_one("p"))

        window.pidStore.history(self.draft.id).then(read, dom.refuse)

    def _row(self, index: int) -> Any:
        state = self.states[index]
        words = [moment_in_words(state.modifie)] + [word for word in (MOTIVES.get(state.motif), state.etat) if word]
        button = dom.make("button", "Voir ce qui changerait", type="button", class_="bouton discret",
                          data_action="etat-voir", data_index=str(index))
        return dom.make("li", "", dom.make("p", ", ".join(words)), dom.also_heard(button, words[0]), class_="regle")

    def show(self, button: Element) -> None:
        """Say what going back to a state would change in the dossier as it is now."""
        self.chosen = self.states[int(dom.attribute(button, "data-index"))]

        def known(dossier: Dossier, *_: Any) -> None:
            self.taken = dossier
            sent = self._keep_sending()
            title = dom.make("h3", "Revenir à l’état du " + moment_in_words(self.chosen.modifie) + " ?",
                             tabindex="-1")
            kept = dom.make("p", "Le dossier tel qu’il est maintenant sera gardé dans cette liste.")
            buttons = [dom.make("button", words, type="button", class_="bouton" + style, data_action=action,
                                data_touche=key) for words, style, action, key in (
                ("Revenir à cet état", "", "etat-reprendre", ""),
                ("Ne rien changer", " secondaire", "etat-laisser", "Escape"))]
            told = [dom.make("p", SENT)] if sent else []
            dom.fill(self.place, title, *listed(all_differences(FORM, self.draft.dossier, dossier)), *told, kept,
                     dom.make("p", "", *buttons, class_="actions"))
            dom.focus(title)

        present(parse(self.chosen.json), known)

    def leave(self, button: Element) -> None:
        """Nothing changes: back to the list."""
        self.draw()
        dom.by_id("etats").select_one("summary").focus()

    def ask(self, button: Element) -> None:
        """Save what is in the page, which so becomes a former state, then take the chosen one back."""
        self.draft.once_saved(self._take)

    def _take(self) -> None:
        sent = self._keep_sending()
        self.draft.motif = "retour"
        self.rewriting.replace(self.taken)
        words = "Le dossier est revenu à son état du " + moment_in_words(self.chosen.modifie) + "."
        words += " " + SENT if sent else ""
        self.draft.once_saved(lambda: self._told(words))

    def _keep_sending(self) -> Any:
        """What has left stays, or another content could leave under the same name; whether something has left."""
        sent = has_left(self.versions.kept, self.taken)
        for path in KEPT_AS_IT_IS if sent else ():
            put(self.taken, path, get(self.draft.dossier, path))
        return sent

    def _told(self, words: str) -> None:
        self.returned()
        self.draw(words)
