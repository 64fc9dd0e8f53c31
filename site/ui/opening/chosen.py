"""A file that was opened, once it is read: its dossier in the present version of the format, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.copies import copied_on
from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.seal import borne, sent_on
from pid_rules.dossier.structure import VERSION, ordered
from pid_rules.dossier.versions import follow_sending
from pid_rules.form import FORM, etablissement, suites
from pid_rules.judgement.evaluate import evaluate
from pid_rules.judgement.summary import UNSAID_SENDING, ready, sending_is_unsaid
from pid_rules.questions.schema import ENVOI
from pid_rules.rules import CATALOGUE
from pid_rules.words.horaires import moment_in_words
from ui.draft.draft import title_of
from ui.draft.versions import CONVERTED
from ui.kit.clock import today
from ui.kit.data import page_data

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier


def worth(dossier: Dossier, seal: str) -> str:
    """What the fingerprint that a file bears says of its content, of which ``seal`` is the fingerprint."""
    if borne(dossier) == seal:
        return ", celle du contenu : rien n’a changé depuis que ce fichier a été préparé pour l’envoi."
    sent = suites.TRANSMISSION_DATE.kind.show(sent_on(dossier))
    return ", qui n’est plus celle du contenu ({0}) : ".format(seal) + (
        "le dossier a été complété ou modifié depuis son envoi du " + sent + "." if sent else
        "le fichier a été modifié depuis qu’il a été préparé pour l’envoi. Comparez-le au PDF, ou demandez un nouvel "
        "envoi.")


class Chosen:
    """A file that was read: its dossier in the present version of the format, the PDF that came with it or None.

    ``unknown`` is how many keys the format does not name. ``seal`` is the fingerprint of what the file holds,
    ``contract`` that of its contract, "" where they were not made. ``former`` says that the file was of version 1,
    whose seal gave ``verdict``. ``copied`` is the moment that the file says, and its dossier then says no longer.
    ``alike`` are the drafts of the same reference.
    """

    def __init__(self, dossier: Dossier, pdf: Any, unknown: Any) -> None:
        self.dossier = dossier
        self.pdf = pdf
        self.unknown = unknown
        self.seal = self.contract = ""
        self.former = False
        self.verdict: Any = None
        self.copied = copied_on(dossier)
        if not is_blank(get(dossier, etablissement.COPIE.path)):
            put(dossier, etablissement.COPIE.path, "")
        self.alike: list[Any] = []

    def kept(self, before: Any) -> str:
        """What is to be kept beside the draft that is made of it, where ``before`` was: its content is what was given
        to be sent."""
        kept = {key: before[key] for key in before if key != CONVERTED}
        kept["version"], kept["sceau"] = VERSION, self.verdict
        if self.former:
            kept[CONVERTED] = True
        follow_sending(kept, ordered(FORM, self.dossier), self.contract)
        return to_json(kept)

    def rows(self) -> Any:
        """[(label, words)] of what the file is, as the rules judge it today."""
        dossier = self.dossier
        report = evaluate(FORM, CATALOGUE, dossier, ENVOI, today(), page_data("profil"))
        rows = [("Élève", title_of(dossier)), ("Référence", get(dossier, etablissement.REFERENCE.path) or "sans"),
                ("Révision", str(get(dossier, etablissement.REVISION.path) or 1)),
                ("Date de rédaction", etablissement.DATE_REDACTION.kind.show(
                    get(dossier, etablissement.DATE_REDACTION.path) or "")),
                ("État", "Prêt à envoyer" if ready(report, dossier) else "Incomplet ou à vérifier")]
        if self.copied:
            rows.append(("Copie faite le", moment_in_words(self.copied)))
        if sending_is_unsaid(FORM, dossier):
            rows.append(("Envoi", UNSAID_SENDING))
        elif isinstance(get(dossier, "transmission"), dict):
            sent = sent_on(dossier)
            rows.append(("Envoi", "noté le " + suites.TRANSMISSION_DATE.kind.show(sent) if sent else "non noté"))
        if borne(dossier) and self.seal:
            rows.append(("Empreinte", borne(dossier) + worth(dossier, self.seal)))
        if self.unknown:
            rows.append(("Informations inconnues", str(self.unknown) + ", conservées telles quelles"))
        return rows
