"""What uses an item about to be removed, told before it goes, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import concrete, get, is_blank
from pid_rules.form import FORM
from pid_rules.form.eleve import NOM, PRENOM
from pid_rules.judgement.summary import page_of, place_in_words
from pid_rules.questions.kinds import Name
from pid_rules.words.alike import plain
from ui.kit import dom
from ui.questions.watch import link_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Event

    from pid_rules.questions.schema import Block, Page
    from pid_rules.shapes import Dossier

MOST = 4
"""Places named at most under one page: beyond, they are counted."""


def references_to(dossier: Dossier, path: str) -> list[Any]:
    """The answers, outside of an item, that designate it or an item inside it."""
    found = []
    for pattern in FORM.field:
        kind = FORM.field[pattern].kind
        if kind.control == "reference" and not FORM.field[pattern].computed:
            gone = [get(dossier, one) for one in concrete(dossier, cast("Block", kind.target).path + "[].id")
                    if _is_in(one, path)]
            found += [one for one in concrete(dossier, pattern) if get(dossier, one) in gone and not _is_in(one, path)]
    return found


def namesakes_of(dossier: Dossier, path: str) -> list[str]:
    """The answers, outside of an item, that are the name of the person that it tells of."""
    first: Any = get(dossier, path + "." + PRENOM.name)
    last: Any = get(dossier, path + "." + NOM.name)
    if is_blank(first) or is_blank(last):
        return []
    names = [plain(first + " " + last), plain(last + " " + first)]
    return [one for pattern in FORM.field if isinstance(FORM.field[pattern].kind, Name)
            for one in concrete(dossier, pattern)
            if isinstance(cast("Any", get(dossier, one)), str) and plain(cast("Any", get(dossier, one))) in names
            and not _is_in(one, path)]


def _is_in(one: Any, path: str) -> Any:
    return one[:len(path) + 1] == path + "."


def _places(paths: list[str]) -> Any:
    """[« Stages : stage 1, stage 2 » as a link] for each page where these answers stand."""
    pages = {}
    for path in paths:
        page = cast("Page", page_of(FORM, path))
        if page.editable:
            pages.setdefault(page.slug, []).append(path)
    rows = []
    for slug in pages:
        words = []
        for path in pages[slug]:
            said = place_in_words(FORM, path).split(", ")[0]
            if said and said not in words:
                words.append(said)
        told = ", ".join(words) if len(words) <= MOST else str(len(words)) + " endroits"
        rows.append(dom.make("li", "",
                             link_to(pages[slug][0], FORM.page(slug).title + (" : " + told if told else ""))))
    return rows


def ask(button: Element, dossier: Dossier, path: str, remove: Callable[..., Any]) -> None:
    """Remove an item at once where nothing uses it; else say what does, and remove it when that is confirmed."""
    references, names = references_to(dossier, path), namesakes_of(dossier, path)
    if not references and not names:
        remove()
        return
    head = dom.closest(button, ".item-tete")
    title = dom.make("p", head.select_one(".item-nom").textContent.strip() + " : une suppression change aussi "
                                                                             "d’autres pages.",
                     class_="item-nom", tabindex="-1")
    parts = [title]
    for said, paths in (("Ces réponses le désignent. Elles restent, marquées « n’existe plus » : il "
                         "faudra y choisir autre chose.",
                         references), ("Son nom reste écrit ici : à vous de l’y garder ou non.", names)):
        if paths:
            parts += [dom.make("p", said), dom.make("ul", "", *_places(paths))]
    sure = dom.make("button", "Supprimer quand même", type="button", class_="bouton")
    keep = dom.make("button", "Ne pas supprimer", type="button", class_="bouton secondaire", data_touche="Escape")
    panel = dom.make("div", "", *parts, dom.make("p", "", sure, keep, class_="actions"), class_="carte")

    def close(event: Event) -> None:
        panel.remove()
        button.focus()

    keep.bind("click", close)
    sure.bind("click", lambda event: remove())
    following = head.nextElementSibling
    if following is not None and following.className == "carte":
        following.remove()
    head.after(panel)
    dom.focus(title)
