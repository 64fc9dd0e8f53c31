"""Signatures that are dated in the page bear the fingerprint of what was signed; whether they are to be dated anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, fill, get, is_blank, put
from pid_rules.dossier.versions import signatures_of
from pid_rules.form.contrat import SIGNATURE_DATE, SIGNATURE_EMPREINTE
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any


class Seals:
    """Seals each signature as it is dated, or as soon as the fingerprint is known."""

    def __init__(self, draft: Any, watch: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.waiting: list[Any] = []

    def dated(self, path: str) -> None:
        """The date at that path was just given, or taken off."""
        place, known = fill(SIGNATURE_EMPREINTE.path, path), self.watch.fingerprint()
        has_date = self._has_date(path)
        if has_date and not known:
            self.waiting.append(self._signature_at(path))
        put(self.draft.dossier, place, known if has_date else "")
        self.watch.changed(place)
        self.offer()

    def known(self) -> None:
        """The fingerprint is known: seal the signatures that were waiting for it."""
        signatures = [path for path in concrete(self.draft.dossier, SIGNATURE_DATE.path) if self._has_date(path)]
        waiting = [path for path in signatures if any([self._signature_at(path) is one for one in self.waiting])]
        self.waiting = []
        for path in waiting:
            self.dated(path)
        if waiting:
            self.draft.changed(True)
        self.offer()

    def offer(self) -> None:
        """Offer to note in one gesture that everybody has signed again, where the contract is no longer what was
        signed."""
        known = self.watch.fingerprint()
        borne = [get(one, SIGNATURE_EMPREINTE.name) for one in signatures_of(self.draft.dossier)]
        changed = known != "" and [one for one in borne if not is_blank(one) and one != known] != []
        button = dom.by_id("signer-de-nouveau")
        if button is not None:  # a page that was locked meanwhile holds nothing
            button.hidden = not changed

    def _signature_at(self, path: str) -> Any:
        """The signature itself: another may be taken out of the list before it is sealed."""
        return get(self.draft.dossier, path.rpartition(".")[0])

    def _has_date(self, path: str) -> Any:
        return not is_blank(get(self.draft.dossier, path))
