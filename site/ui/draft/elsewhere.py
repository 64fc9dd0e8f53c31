"""What another tab has written in the open draft, shown here without moving the focus, the caret or what is being
typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import window

from pid_rules.dossier.becoming import become
from pid_rules.form import FORM
from pid_rules.judgement.summary import page_of
from ui.kit import dom, fingerprint
from ui.kit.clock import hour_in_words, now
from ui.kit.data import parse
from ui.questions import binding
from ui.questions.blocks import draw_all

if TYPE_CHECKING:
    from typing import Any

    from browser import Record

    from pid_rules.questions.schema import Page
    from ui.draft.draft import Draft
    from ui.questions.watch import Watch

def take_in(draft: Draft, watch: Watch, versions: Any, passages: Any, record: Record) -> None:
    """Show a newer record of the open draft, unless something has been typed here meanwhile."""
    dom.hide(dom.by_id("alerte-enregistrement"))
    if draft.unsaved() or draft.conflict or record.rev <= draft.rev:
        return
    draft.rev = record.rev
    paths = become(draft.dossier, parse(record.json))
    draft.history.text = record.json
    draft.history.forget()  # its steps are those of this tab alone
    versions.read(record)
    versions.forget_growth()
    watch.reload()
    # A box that leaves the page tells once more what it held, at a place that may be another item's by now.
    draft.receives = True
    window.pidPlace.keep(lambda: _draw(draft, watch, passages, paths))
    draft.receives = False
    draft.saved_at = now()
    draft.told = False
    draft.say_once("Actualisé à " + hour_in_words(draft.saved_at) + " d’après un autre onglet")
    fingerprint.compute(draft.dossier, lambda computed, judged: watch.take_fingerprint(computed))


def _draw(draft: Draft, watch: Watch, passages: Any, paths: list[str]) -> None:
    """Write the answers that changed in the page that is shown; make it again where a list has changed. The others
    wait."""
    section = dom.shown_page()
    passages.draw_again()
    if passages.is_whole(section.id):
        passages.draw(section.id, section)
        passages.again(section)
        return
    passages.drawn.append(section.id)
    here = [path for path in paths
            if page_of(FORM, path) is not None and cast("Page", page_of(FORM, path)).slug == section.id]
    champs = [section.select_one(".champ[data-path='" + path + "']") for path in here]
    if None in champs:
        draw_all(section, draft.dossier)
        watch.drawn(section)
        passages.parts.bring(section.id, lambda part: part.restructured())
    else:
        for champ in champs:
            binding.fill_question(champ, draft.dossier)
    passages.again(section)
