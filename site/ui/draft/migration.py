"""Dossiers of version 1 of the format, read in the page as version 2: what the core converts, with the SHA-256 of the
browser.

Loaded when such a dossier is met. See ``pid_rules.dossier.migration``, and docs/adr/0004 for what is kept beside a
draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.documents.answers import Answers
from pid_rules.dossier import migration
from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.migration import kept_migrated, kept_texts, migrated, texts, to_confirm
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.versions import signatures_of
from pid_rules.form import FORM, contrat, etablissement, stages
from pid_rules.handover.names import reference_of_college
from pid_rules.words.typography import french
from ui.draft.dossier_file import file_text
from ui.draft.versions import CONVERTED
from ui.kit import dom
from ui.kit.data import is_former, parse
from ui.kit.fingerprint import digest, is_there
from ui.questions.binding import field_of
from ui.questions.watch import link_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Error, Record

    from pid_rules.shapes import Dossier

def digests(listed: Any, then: Callable[..., Any]) -> None:
    """Call ``then`` with the SHA-256 of these texts, made one after the other; "" for each where there is no
    WebCrypto."""
    found = []

    def next_one(*digits: str) -> None:
        found.extend(digits)
        if len(found) == len(listed):
            then(found)
        else:
            digest(listed[len(found)], next_one)

    if is_there():
        next_one()
    else:
        then(["" for _ in listed])


def present(dossier: Dossier, then: Callable[..., Any]) -> None:
    """Call ``then(dossier, verdict, digests)`` once the dossier is in the present version.

    ``verdict`` is what its seal was worth, ``digests`` are those of its texts; both are None where it was not of
    version 1.
    """
    def known(found: Any) -> None:
        made, verdict = migrated(FORM, dossier, found)
        # the reference is part of what is signed
        if all([is_blank(get(one, contrat.SIGNATURE_EMPREINTE.name)) for one in signatures_of(made)]):
            put(made, etablissement.REFERENCE.path, reference_of_college(made))
        then(made, verdict, found)

    if migration.is_former(dossier):
        digests(texts(FORM, dossier), known)
    else:
        then(dossier, None, None)


def all_present(dossiers: Any, then: Callable[..., Any]) -> None:
    """Call ``then`` with these dossiers in the present version."""
    made = []

    def next_one(*converted: Dossier) -> None:
        made.extend(converted[:1])
        if len(made) == len(dossiers):
            then(made)
        else:
            present(dossiers[len(made)], next_one)

    next_one()


def with_kept(former: Dossier, versions: Any, then: Callable[..., Any]) -> None:
    """Call ``then(dossier, what is kept beside it)``, both in version 2, for a draft of version 1.

    What is kept is written first: after a sudden end it may already be of version 2, and is then taken as it is.
    """
    if "version" in versions:
        present(former, lambda made, verdict, found: then(made, versions))
        return

    def converted(made: Any, verdict: Any, found: Any) -> None:
        def archived(before: Any) -> None:
            def digested(signed: Any) -> None:
                kept = kept_migrated(FORM, versions, signed, former, made, (found[0], found[2]), (before, verdict))
                kept[CONVERTED] = True
                then(made, kept)

            digests(kept_texts(FORM, versions), digested)

        all_present(versions["anterieures"] if "anterieures" in versions else [], archived)

    present(former, converted)


def text_present(text: str) -> Any:
    """The promise of the text of a stored dossier in the present version."""
    return window.Promise.new(
        lambda resolve, reject: present(parse(text), lambda made, verdict, found: resolve(file_text(made))))


def kept_present(record: Record) -> Any:
    """The promise of the text of what is kept beside a stored draft, written first where it has to be converted."""
    versions = kept_beside(record)

    def ask(resolve: Any, reject: Any) -> None:
        def converted(made: Any, kept: Any) -> None:
            text = to_json(kept)
            window.pidStore.keepVersions(record.id, text).then(lambda *_: resolve(text), reject)

        if is_former(record.json):
            with_kept(parse(record.json), versions, converted)
        else:
            resolve(to_json(versions))
    return window.Promise.new(ask)


def kept_beside(record: Record) -> Any:
    """What is kept beside a stored draft, as it is."""
    text = getattr(record, "versions", "")
    return parse(text) if isinstance(text, str) and text else {}


def draft_present(record: Record, then: Callable[..., Any]) -> None:
    """Bring a stored draft of version 1, and what is kept beside it, to version 2, then call ``then(record)``.

    The draft itself is written at its next save.
    """
    def converted(made: Any, kept: Any) -> None:
        record.json = to_json(made)
        record.versions = to_json(kept)
        window.pidStore.keepVersions(record.id, record.versions).then(lambda *_: then(record), failed)

    def failed(error: Error) -> None:
        then(record)  # nothing prevents from reading it, and what is kept is written again after the first save
        dom.show(dom.by_id("alerte-enregistrement"), error.message)

    with_kept(parse(record.json), kept_beside(record), converted)


def tell(dossier: Dossier) -> None:
    """Say in the open page that its dossier was converted, and which answers are to be confirmed."""
    names = Answers(FORM, dossier)
    place = dom.by_id("conversion")
    place.hidden = False
    paths = to_confirm(dossier)
    place.appendChild(dom.make("p", "Ce dossier vient d’une version précédente du site : il est converti, et rien "
                                    "de ce que vous "
                               "avez répondu n’est perdu." + (" À confirmer :" if paths else "")))
    if paths:
        links = [link_to(path, _question(names, path)) for path in paths]
        place.appendChild(dom.make("ul", "", *[dom.make("li", "", link) for link in links]))


def _question(names: Any, path: str) -> Any:
    """« L’élève effectuera-t-il des travaux légers ? – Menuiserie de l’Exemple » for an answer of a stage."""
    stage = names.called(get(names.dossier, stages.STAGE_ID.at(path.rpartition(".")[0])))
    return french(field_of(path).label + (" – " + stage.rstrip(".") if stage else ""))
