"""Questions, repeated blocks, pages and the form: values from which HTML, checks, schema and documents derive.

A page is declared by asking its questions in the order of the screen:

    PAGE = Page("eleve", "Élève")
    NOM = PAGE.ask("eleve.nom", "Nom", Name(), missing="Indiquez le nom de l’élève")

A question is required when it has words for its own absence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.questions.designations import Identifier
from pid_rules.questions.when import Step
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from typing import Any, Literal, TypeAlias

    from pid_rules.questions.kinds import Kind
    from pid_rules.questions.when import When

    Content: TypeAlias = "Field | Section | Block"

CONTRAT = "contrat"
ENVOI = "envoi"
DEMARRAGE = "demarrage"
BILAN = "bilan"
CLOTURE = "cloture"
PREPAM = "prepam"
STEPS = (CONTRAT, ENVOI, DEMARRAGE, BILAN, CLOTURE, PREPAM)
BEFORE_START = (CONTRAT, ENVOI, DEMARRAGE)
AVANT = "avant"
APRES = "apres"


class Asked:
    """What has a place in the file, a question or a list, and is named by its constant alone.

    ``path`` is its pattern (``stages[].fin``), ``within`` the pattern of the list that holds it, "" for none.
    """

    path: str
    within: str

    def at(self, place: str) -> str:
        """Its concrete path in the item at a place: ``stages.STAGE_FIN.at("stages.2")`` is ``stages.2.fin``."""
        return place + self.path[len(self.within) + 2:] if self.within else self.path


class Field(Asked):
    """One question.

    - ``missing``: the sentence shown when a required answer is absent.
    - ``required_at``: the steps at which it is required.
    - ``needed_with``: a block whose presence makes it required.
    - ``needed``: when an answer that is not required is needed all the same.
    - ``guarded``: the confidentiality guard reads it.
    - ``computed``: the site writes it, nobody is asked.
    - ``hidden``: it is never shown either.
    - ``since``: the version of the format in which the key came. A question added now waits for the next one, and is
      in the file once it is answered.
    - ``frees``: a question of the same item, not judged where this one names another country. It knows it as
      ``freed_by``.
    - ``once``: a copy of the item leaves it blank.
    - ``asked_when``: the answer on which it depends. Those that depend on this one are in ``decides``.
    - ``common``: the answers that one item of a list gives for them all: a new item has it too.
    - ``each``: of a reference, a new item takes the first thing that no other item of the list designates.
    - ``afterwards``: what is known only then is asked in « Suivi ».
    - ``role``: how a rule that reads it receives it.
    """

    role: Literal["answer"] = "answer"

    def __init__(self, path: str, label: str, kind: Kind, missing: str = "", hint: str = "",
                 required_at: tuple[str, ...] = BEFORE_START, needed_with: Block | None = None, guarded: bool = False,
                 computed: bool = False, hidden: bool = False, needed: str = "", since: int = 1,
                 frees: Field | None = None, once: bool = False, asked_when: When | None = None,
                 afterwards: bool = False, common: tuple[str, ...] = (), each: bool = False) -> None:
        self.path = path
        self.each = each
        self.common = common
        self.within = path.rpartition("[]")[0]
        self.label = declared(label)
        self.kind = kind
        self.missing = declared(missing)
        self.hint = declared(hint)
        self.required_at = required_at
        self.needed_with = needed_with
        self.guarded = guarded
        self.computed = computed
        self.hidden = hidden
        self.needed = declared(needed)
        self.since = since
        self.frees = frees
        self.once = once
        self.asked_when = asked_when
        self.afterwards = afterwards
        self.decides: list[Field] = []
        for decider in (asked_when.decider, asked_when.through) if asked_when is not None else ():
            if decider is not None:
                decider.decides.append(self)
        self.freed_by: Field | None = None
        if frees is not None:
            frees.freed_by = self

    @property
    def optional(self) -> bool:
        """Whether its label says « (facultatif) », or when it is needed."""
        return self.missing == ""

    @property
    def name(self) -> str:
        """Last part of the path; "" for an item that is itself a text."""
        return "" if self.path[-2:] == "[]" else self.path.split(".")[-1]

    def __repr__(self) -> str:
        return "Field({0!r})".format(self.path)


class Section:
    """A heading inside a page or block, which groups the questions that follow it."""

    role: Literal["heading"] = "heading"

    def __init__(self, title: str, intro: str = "") -> None:
        self.title = declared(title)
        self.intro = declared(intro)


class Asking:
    """What pages and blocks share: contents declared one by one, in the version ``since`` unless they say another."""

    since = 1

    def _prefix(self) -> str:
        return ""

    def _begin(self) -> None:
        self.contents: list[Content] = []
        self.steps: list[Step] = []

    def _add(self, content: Content) -> None:
        self.contents.append(content)
        if self.steps:
            self.steps[-1].contents.append(content)

    def step(self, slug: str, title: str) -> None:
        """Begin a step: what is declared next is asked in it."""
        self.steps.append(Step(slug, title))

    def ask(self, path: str, label: str, kind: Kind, **options: Any) -> Field:
        """Declare a question and return it; inside a block the path is relative to the item, "" for the item itself."""
        options.setdefault("since", self.since)
        field = Field(self._prefix() + path if path else self._prefix()[:-1], label, kind, **options)
        self._add(field)
        return field

    def repeat(self, path: str, label: str, item: str, **options: Any) -> Block:
        """Declare a repeated block and return it, to ask its questions."""
        options.setdefault("since", self.since)
        block = Block(self._prefix() + path, label, item, **options)
        self._add(block)
        return block

    def section(self, title: str, intro: str = "") -> None:
        """Begin a group of questions."""
        self._add(Section(title, intro))

    def fields(self) -> list[Field]:
        """Every question, those of nested blocks included, in order."""
        found: list[Field] = []
        for content in self.contents:
            if isinstance(content, Field):
                found.append(content)
            elif isinstance(content, Block):
                found += content.fields()
        return found

    def blocks(self) -> list[Block]:
        """Every repeated block, nested ones included, in order."""
        found: list[Block] = []
        for content in self.contents:
            if isinstance(content, Block):
                found += [content] + content.blocks()
        return found


class Block(Asked, Asking):
    """A repeated block: a list of items, each answering the same questions.

    - ``item``: the name of one of them (« objectif »).
    - ``ids``: how the identifiers of its items begin (« O » gives O1, O2…), "" where an item is a lone answer.
    - ``designated``: other answers name its items by them. Else nobody ever sees them.
    - ``missing``: the sentence when at least one is required.
    - ``maximum``: a sane upper bound that the importer enforces.
    - ``needed_with``: another block whose presence makes it required.
    - ``computed``: the site writes its items.
    - ``paged``: each item has a screen of its own, or one for each step.
    - ``once``: a copy of the item that holds it leaves it empty.
    - ``ranked``: the name of the answer that is the place of an item in the list, "" for none.
    - ``ticked``: the name of the answer by whose boxes, ticked above the list, its items are begun, "" for none.
    - ``alike``: an item that is begun so takes the other answers of the one before.
    - ``offered``: where it has no item, the page shows a first one, blank: the file has it once something is typed.
    """

    role: Literal["items"] = "items"

    def __init__(self, path: str, label: str, item: str, missing: str = "", hint: str = "", ids: str = "",
                 designated: bool = False, maximum: int = 60, add: str = "", feminine: bool = False,
                 required_at: tuple[str, ...] = BEFORE_START, needed_with: Block | None = None, computed: bool = False,
                 since: int = 1, paged: bool = False, once: bool = False, ranked: str = "",
                 offered: bool = False, ticked: str = "", alike: bool = False) -> None:
        self.path = path
        self.within = path.rpartition("[]")[0]
        self.label = declared(label)
        self.item = item
        self.paged = paged
        self.once = once
        self.ranked = ranked
        self.offered = offered
        self.ticked = ticked
        self.alike = alike
        self.missing = declared(missing)
        self.hint = declared(hint)
        self.ids = ids
        self.designated = designated
        self.computed = computed
        self.since = since
        self.maximum = maximum
        self.add = add or ("Ajouter une " if feminine else "Ajouter un ") + item
        self.feminine = feminine
        self.required_at = required_at
        self.needed_with = needed_with
        self._begin()
        if ids:
            self.identifier = self.ask("id", "Repère", Identifier(), computed=True, hidden=not designated,
                                       since=since if designated else max(since, 2))

    @property
    def lone(self) -> bool:
        """Whether each item offered is one answer alone: they are typed as lines are."""
        asked = [content for content in self.contents if not isinstance(content, Field) or not content.computed]
        return self.offered and len(asked) == 1 and isinstance(asked[0], Field)

    @property
    def boxes(self) -> list[tuple[str, str]]:
        """The (value, label) of the boxes by which its items are begun."""
        return [option for field in self.fields() if self.ticked and field.name == self.ticked
                for option in field.kind.options]

    @property
    def none(self) -> str:
        """« Aucun stage », for a list without items."""
        return ("Aucune " if self.feminine else "Aucun ") + self.item

    def _prefix(self) -> str:
        return self.path + "[]."

    def __repr__(self) -> str:
        return "Block({0!r})".format(self.path)


class Page(Asking):
    """One page of the screen: a slug for its address, a title, an introduction, questions and blocks.

    ``editable`` is False for what this version of the site shows and keeps but does not ask yet; ``phase`` is APRES for
    what is filled once the dossier is sent. ``settled_by`` is the path of the answer without which a page that requires
    none is not done, "" for none. ``group`` is the heading under which it is listed; ``needs`` a list, without an item
    of which nothing is asked here.
    """

    def __init__(self, slug: str, title: str, intro: str = "", editable: bool = True, phase: str = AVANT,
                 settled_by: str = "", group: str = "", needs: Block | None = None) -> None:
        self.slug = slug
        self.title = declared(title)
        self.intro = declared(intro)
        self.editable = editable
        self.phase = phase
        self.settled_by = settled_by
        self.group = group
        self.needs = needs
        self._begin()

    def __repr__(self) -> str:
        return "Page({0!r})".format(self.slug)


class Form:
    """The whole dossier: pages in the order of the screen, and the order of the keys of the file."""

    def __init__(self, pages: tuple[Page, ...], nullable: dict[str, tuple[str, ...]], keys: tuple[str, ...]) -> None:
        self.pages = pages
        self.nullable = nullable
        self.keys = keys
        self.field: dict[str, Field] = {}
        self.block: dict[str, Block] = {}
        self.page_of: dict[str, Page] = {}
        self.tree: Any = None  # made by ``structure`` at first use
        for page in pages:
            self._take(page.contents, page)

    def _take(self, contents: list[Content], page: Page) -> None:
        """Note where each question and block stands; one walk, as the page does it at each start."""
        for content in contents:
            if content.role == "heading":
                continue
            path = content.path
            if path in self.page_of:
                raise ValueError("question declared twice: " + path)
            self.page_of[path] = page
            if content.role == "items":
                self.block[path] = content
                self._take(content.contents, page)
            else:
                self.field[path] = content

    def page(self, slug: str) -> Page:
        """The page of that slug; KeyError where there is none."""
        for page in self.pages:
            if page.slug == slug:
                return page
        raise KeyError(slug)
