"""What differs between two states of a contract, or between two files, answer by answer, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents.answers import Answers
from pid_rules.dossier.json_text import answered, canonical, contract_content
from pid_rules.dossier.paths import get, is_blank
from pid_rules.dossier.structure import unknown_keys
from pid_rules.questions.schema import Block, Field

if TYPE_CHECKING:
    from pid_rules.questions.schema import Content, Form
    from pid_rules.shapes import Dossier, Json


class Difference:
    """One answer that changed: ``path`` leads to it, ``before`` and ``after`` are in words, "" where blank.

    ``whole``: it is a whole item of a list, and its label says whether it was added or removed.
    """

    def __init__(self, path: str, label: str, before: str, after: str, whole: bool = False) -> None:
        self.path = path
        self.label = label
        self.before = before
        self.after = after
        self.whole = whole


def differences(form: Form, before: Dossier, after: Dossier) -> list[Difference]:
    """What differs between two states of the contract's content, in the order of the screen; [] when it is the same.

    Either may be a whole dossier: what the parties do not sign is left out.
    """
    compared = _Comparison(form, contract_content(before), contract_content(after))
    compared.pages()
    return compared.found


def all_differences(form: Form, before: Dossier, after: Dossier) -> list[Difference]:
    """What differs between two whole dossiers, signed or not: a block not begun is the same as one left blank."""
    compared = _Comparison(form, before, after)
    compared.pages()
    compared.justifications()
    return compared.found


class _Comparison:
    """Walks what is answered in two contents, side by side."""

    def __init__(self, form: Form, before: Dossier, after: Dossier) -> None:
        self.form = form
        self.before = Answers(form, cast("Dossier", answered(before)))
        self.after = Answers(form, cast("Dossier", answered(after)))
        self.found: list[Difference] = []

    def pages(self) -> None:
        """Compare the whole of both."""
        for page in self.form.pages:
            self.contents(page.contents, "", "", "")
        self.unknown()

    def contents(self, listed: list[Content], old: str, new: str, name: str) -> None:
        """Compare the questions of a page, or of an item that stands at two places; ``name`` says which item."""
        for content in listed:
            if isinstance(content, Field):
                self.answer(content, old + _tail(content, old), new + _tail(content, new), name)
            elif isinstance(content, Block):
                self.items(content, old + _tail(content, old), new + _tail(content, new), name)

    def answer(self, field: Field, old: str, new: str, name: str) -> None:
        held, holds = get(self.before.dossier, old), get(self.after.dossier, new)
        if not _same(held, holds):
            self.found.append(Difference(new, name + field.label, self.before.text(old), self.after.text(new)))

    def items(self, block: Block, old: str, new: str, name: str) -> None:
        """Compare two lists: items changed or added in their order, then those that are gone, then the order."""
        held, holds = _list(self.before.dossier, old), _list(self.after.dossier, new)
        if _same(held, holds):
            return
        pairs = _pairs(held, holds, block.designated)
        for index in range(len(holds)):
            place = new + "." + str(index)
            called = name + _called(block, index)
            former = old + "." + str(pairs[index])
            if pairs[index] is None:
                words = _words(self.after, block, place)
                self.found.append(Difference(place, called + _gender(block, " (ajouté)"), "", words, True))
            elif not _same(held[cast("int", pairs[index])], holds[index]):
                if _is_text(block):
                    self.found.append(Difference(place, called, self.before.text(former), self.after.text(place)))
                else:
                    self.contents(block.contents, former, place, called + ", ")
        for index in range(len(held)):
            if index not in pairs:
                words = _words(self.before, block, old + "." + str(index))
                called = name + _called(block, index) + _gender(block, " (supprimé)")
                self.found.append(Difference(new, called, words, "", True))
        kept = [index for index in pairs if index is not None]
        if kept != sorted(kept):
            self.found.append(Difference(new, name + block.label + " (ordre)", _numbers(sorted(kept)), _numbers(kept)))

    def unknown(self) -> None:
        """Keys that the format does not name are kept, so they are signed too."""
        paths = unknown_keys(self.form, self.before.dossier)
        for path in paths + [path for path in unknown_keys(self.form, self.after.dossier) if path not in paths]:
            old, new = get(self.before.dossier, path), get(self.after.dossier, path)
            if not _same(old, new):
                self.found.append(Difference(path, "Information inconnue de cette version, " + path,
                                             "" if old is None else canonical(old),
                                             "" if new is None else canonical(new)))

    def justifications(self) -> None:
        """Warnings that the collège assumes, whose words stand under the rule or under « rule@path »."""
        held, holds = [cast("dict[str, str]", get(answers.dossier, "justifications") or {})
                       for answers in (self.before, self.after)]
        for key in list(held) + [key for key in holds if key not in held]:
            old, new = [texts[key] or "" if key in texts else "" for texts in (held, holds)]
            if old != new:
                self.found.append(Difference("justifications", "Justification écrite, règle " + key.partition("@")[0],
                                             old, new))


def _tail(content: Field | Block, place: str) -> str:
    """The path of a question or list below an item, its whole path outside of any."""
    return content.path.rpartition("[]")[2] if place else content.path


def _list(dossier: Dossier, path: str) -> list[Json]:
    held = get(dossier, path)
    return held if isinstance(held, list) else []


def _same(one: Json, other: Json) -> bool:
    return canonical(one) == canonical(other)


def _is_text(block: Block) -> bool:
    """Whether each item of a list is a single text, as commitments are."""
    return len(block.contents) == 1 and isinstance(block.contents[0], Field) and block.contents[0].name == ""


def _called(block: Block, index: int) -> str:
    """« Objectif 2 », or with the words of the list where its item alone says too little."""
    number = " " + str(index + 1)
    if _is_text(block):
        return block.label + ", " + block.item + number
    return block.item[:1].upper() + block.item[1:] + number


def _gender(block: Block, participle: str) -> str:
    return participle.replace("é)", "ée)") if block.feminine else participle


def _numbers(indices: list[int]) -> str:
    return ", ".join([str(index + 1) for index in indices])


def _words(answers: Answers, block: Block, place: str) -> str:
    """An item in a few words, one answer after the other."""
    words: list[str] = []
    for content in block.contents:
        if isinstance(content, Block):
            count = len(_list(answers.dossier, place + _tail(content, place)))
            words += [str(count) + " × " + content.item] if count else []
        elif isinstance(content, Field) and not content.computed:
            text = answers.text(place + _tail(content, place))
            words += [text] if text else []
    return ", ".join(words)


def _pairs(held: list[Json], holds: list[Json], by_identifier: bool) -> list[int | None]:
    """For each present item the index of the former item that it was, or None: by identifier, else by likeness."""
    pairs: list[int | None] = [None] * len(holds)
    keys = [_key(item, by_identifier) for item in held]
    for index in range(len(holds)):
        key = _key(holds[index], by_identifier)
        for former in range(len(held)):
            if keys[former] == key and former not in pairs:
                pairs[index] = former
                break
    if not by_identifier:
        left = [former for former in range(len(held)) if former not in pairs]
        for index in range(len(holds)):
            if pairs[index] is None and left:
                pairs[index] = left.pop(0)
    return pairs


def _key(item: Json, by_identifier: bool) -> Json:
    identifier = get(item, "id") if by_identifier else None
    return canonical(item) if is_blank(identifier) else identifier
