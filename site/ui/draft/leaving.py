"""The draft and what surrounds it: the page hidden, closed or replaced, data that the browser loses, other tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Event, News

    from ui.draft.draft import Draft

SETTLING, LOOKING = 300, 60000
"""Milliseconds left to a browser that erases its data before the draft is looked for, and between two looks."""


def hear_other_tabs(draft: Draft, taken_in: Any) -> None:
    """Call ``taken_in(record)`` when another tab has written the draft and nothing waits here."""
    def heard(news: News) -> None:
        if news.id != draft.id:
            return
        if news.type in ("modification", "restauration") and not draft.unsaved():
            dom.once_all_is_here(lambda: window.pidScripts.load("gestes.js").then(read, lambda error: None))
        elif news.type == "suppression":
            draft.look()

    def read(*_: Any) -> None:
        window.pidStore.get(draft.id).then(lambda record: taken_in(record) if record else None, lambda error: None)

    window.pidStore.onChange(heard)


def save_when_leaving(draft: Draft) -> None:
    """Save without waiting when the page is hidden, and before a new version of the site takes over."""
    def hidden(event: Event) -> None:
        if document.visibilityState == "hidden":
            draft.save()

    def before_update(event: Event) -> None:
        def wait(resolve: Any, reject: Any) -> None:
            draft.save()

            def look(*_: Any) -> None:
                if draft.saving:
                    window.setTimeout(look, 50)
                elif draft.dirty:
                    reject("pas enregistré")
                else:
                    resolve(None)
            look()
        event.detail.attendre(window.Promise.new(wait))

    def before_unload(event: Event) -> None:
        if draft.unsaved():
            draft.save()
            event.preventDefault()

    def not_saved(event: Event) -> None:
        if draft.unsaved():
            event.detail.prendre(draft.record(draft.text()), draft.give_up)

    document.bind("pid-donnees-perdues", lambda event: window.setTimeout(draft.look, SETTLING))
    window.bind("focus", draft.look)
    window.setInterval(draft.look, LOOKING)
    window.bind("pid-non-enregistre", not_saved)
    document.bind("pid-efface", lambda event: draft.give_up())
    document.bind("visibilitychange", hidden)
    window.bind("beforeunload", before_unload)
    window.bind("pagehide", lambda event: draft.save())
    window.bind("pid-avant-mise-a-jour", before_update)
