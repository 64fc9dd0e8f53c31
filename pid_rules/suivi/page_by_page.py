"""Two copies of a dossier united page by page: each page is that of one copy, whole, lists with all their items.

The identity of the dossier stays that of this computer. What was signed keeps its fingerprint, which then says whether
the united contract is what was signed; what left under a revision never leaves again with another content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.items import identify
from pid_rules.dossier.json_text import contract_content
from pid_rules.dossier.paths import concrete, get, is_blank, pattern_of, put
from pid_rules.dossier.references import bare_names
from pid_rules.dossier.seal import borne, sent_on
from pid_rules.dossier.structure import VERSION, ordered, unknown_keys
from pid_rules.dossier.versions import HIGHEST_REVISION, sending, signatures_of
from pid_rules.form.etablissement import COPIE, REFERENCE, REVISION
from pid_rules.form.suites import TRANSMISSION, TRANSMISSION_REVISION
from pid_rules.judgement.summary import page_of
from pid_rules.questions.designations import ItemReference
from pid_rules.questions.schema import Block, Field

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Content, Form, Page
    from pid_rules.shapes import Dossier, Json, Versions
    from pid_rules.suivi.differences import Difference

OTHERS = "autres"
"""What stands for a page where no page asks: assumed warnings, and what the format does not name."""
JUSTIFICATIONS = "justifications"
IDENTITY = (REFERENCE.path, REVISION.path, COPIE.path)
"""Never taken from the other copy."""


def by_page(form: Form, found: list[Difference]) -> list[tuple[str, str, list[Difference]]]:
    """[(slug, title, its differences)] of the pages that may be taken, in the order of the screen, then the rest."""
    apart: dict[str, list[Difference]] = {}
    for one in found:
        if one.path not in IDENTITY:
            apart.setdefault(_slug(form, one.path), []).append(one)
    pages = [(page.slug, page.title) for page in form.pages] + [(OTHERS, "Autres informations")]
    return [(slug, title, apart[slug]) for slug, title in pages if slug in apart]


def united(form: Form, ours: Dossier, theirs: Dossier, slugs: list[str]) -> Dossier:
    """A copy of ``ours`` whose pages of these slugs are those of ``theirs``."""
    made, given = ordered(form, ours), ordered(form, theirs)
    for slug in slugs:
        if slug == OTHERS:
            _take_others(form, made, given)
        else:
            _take_page(form, form.page(slug), made, given)
    made[REVISION.path.split(".")[0]][REVISION.name] = _revision(ours, theirs, TRANSMISSION.slug in slugs)
    made = ordered(form, made)
    identify(form, made)
    return made


def misnamed(form: Form, ours: Dossier, theirs: Dossier, made: Dossier, slugs: list[str]) -> list[tuple[str, str, str]]:
    """[(title of a page, what an answer of it designated, what it would designate)], "" for nothing any more: two
    copies may give one identifier to two things."""
    called = {"": bare_names(form, ours), "theirs": bare_names(form, theirs)}
    now = bare_names(form, made)
    found: list[tuple[str, str, str]] = []
    for pattern, field in form.field.items():
        if not isinstance(field.kind, ItemReference):
            continue
        page = form.page_of[pattern]
        before = called["theirs" if page.slug in slugs else ""]
        for identifier in [get(made, path) for path in concrete(made, pattern)]:
            if isinstance(identifier, str) and identifier in before and now.get(identifier) != before[identifier]:
                one = (page.title, before[identifier], now.get(identifier, ""))
                if one not in found:
                    found.append(one)
    return found


def kept_beside(versions: Versions, theirs: Dossier, contract: str, made: Dossier, slugs: list[str]) -> Versions:
    """What is kept beside the united draft: what was signed and sent of the other copy is noted as it was there.

    ``contract`` is the fingerprint of the contract of ``theirs``, "" where unknown.
    """
    kept = dict(versions, version=VERSION)
    if TRANSMISSION.slug in slugs and (borne(theirs) or sent_on(theirs)):
        kept["envoi"] = sending(theirs, contract, sent_on(theirs))
    if contract and contract in [get(one, "empreinte") for one in signatures_of(made)]:
        kept["signees"] = dict(kept.get("signees", {}))
        kept["signees"][contract] = contract_content(theirs)
    return kept


def signed_otherwise(dossier: Dossier, fingerprint: str) -> int:
    """How many signatures bear the fingerprint of another contract than this one."""
    marks = [get(one, "empreinte") for one in signatures_of(dossier)]
    return len([mark for mark in marks if not is_blank(mark) and mark != fingerprint])


def _slug(form: Form, path: str) -> str:
    """The page on which an answer is taken: what the format does not name goes with the list that holds it."""
    page = page_of(form, path)
    return OTHERS if page is None else page.slug


def _take_page(form: Form, page: Page, made: Dossier, given: Dossier) -> None:
    for content in page.contents:
        if isinstance(content, (Field, Block)) and content.path not in IDENTITY:
            _take(form, content, made, given)


def _take(form: Form, content: Content, made: Dossier, given: Dossier) -> None:
    path = cast("Any", content).path
    key = path.split(".")[0]
    if key in form.nullable and (given[key] is None or made[key] is None):
        made[key] = None if given[key] is None else dict(given[key])
    if given[key] is not None:
        put(made, path, get(given, path))


def _take_others(form: Form, made: Dossier, given: Dossier) -> None:
    """Assumed warnings, and the keys without a page that stand in no list."""
    made[JUSTIFICATIONS] = given[JUSTIFICATIONS]
    for dossier in (made, given):
        for path in unknown_keys(form, dossier):
            if "[]" not in pattern_of(path) and page_of(form, path) is None:
                _take_key(made, path, get(given, path))


def _take_key(made: Dossier, path: str, value: Json) -> None:
    holder, _, key = path.rpartition(".")
    if value is not None:
        put(made, path, value)
    else:
        cast("Dossier", get(made, holder) if holder else made).pop(key, None)


def _revision(ours: Dossier, theirs: Dossier, theirs_was_sent: bool) -> int:
    """The greater of both; above that which left from the other copy than the one whose sending is kept."""
    kept, other = (theirs, ours) if theirs_was_sent else (ours, theirs)
    numbers = [_number(one, REVISION.path) for one in (ours, theirs)]
    if (borne(other) or sent_on(other)) and (borne(other), sent_on(other)) != (borne(kept), sent_on(kept)):
        numbers.append((_number(other, TRANSMISSION_REVISION.path, 0) or _number(other, REVISION.path)) + 1)
    return min(max(numbers), HIGHEST_REVISION)


def _number(dossier: Dossier, path: str, blank: int = 1) -> int:
    found = get(dossier, path)
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else blank
