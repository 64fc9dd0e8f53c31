"""What the fuzzer does to the Python importer: bytes as they come, or a dossier built from them, read, then judged.

``read`` and ``judge`` are what ``python -m pid_rules check`` does of a file. They must end in a sentence or in a report
that can be printed; anything else is a fault, raised as it is.
"""

import hashlib
import json

from pid_rules.dossier.json_text import contract_text, to_json
from pid_rules.dossier.paths import get, put
from pid_rules.dossier.structure import ordered
from pid_rules.files import PROFILE, Unreadable, dossier_of, read_profile
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.questions.schema import STEPS
from pid_rules.rules import CATALOGUE

PROFILE_49 = read_profile(PROFILE)
TODAY = 739940
LONGEST_SENTENCE = 300
FIELDS = list(FORM.field.values())
BLOCKS = list(FORM.block.values())
TEXTS = ("", " ", "x", "O1", "L1", "S1", "college", "2026-11-20", "2027-02-30", "9999-12-31", "0001-01-01", "08:30",
         "24:00", "8h",
         "2026-2027", "0490060Z", "0490060Z-2026-K7QF", "a@b.fr", "+33", "-1", "1e400", "²", "😀", "é" * 201, "\u2028",
         "\u200b", "\ud800", "\x00", "{0}", "%s", "=1+1", "</script>", "a\r\nb: c", "__proto__")
NUMBERS = (0, 1, 2, 4, 5, -1, 999, 1000, 2 ** 31, 2 ** 53 - 1, 2 ** 53, -2 ** 53, 10 ** 30)
KEYS = ("inconnue", "", "0", "constructor", "__proto__", "$kw", "é", "\ud800", "a.b", "toString")


class Source:
    """Decisions drawn from bytes; once they are used up, every decision is the first."""

    def __init__(self, data):
        self.data = data
        self.at = 0

    def below(self, limit):
        if self.at >= len(self.data):
            return 0
        self.at += 1
        value = self.data[self.at - 1]
        if limit > 256 and self.at < len(self.data):
            self.at += 1
            value = value * 256 + self.data[self.at - 1]
        return value % limit

    def one_of(self, listed):
        return listed[self.below(len(listed))]

    def left(self):
        return len(self.data) - self.at


def read(data):
    """The dossier of the bytes of a file, None for a file refused with a sentence."""
    try:
        dossier = dossier_of(data)
    except Unreadable as reason:
        said = str(reason)
        if not said.endswith(".") or len(said) > LONGEST_SENTENCE or not said.encode():
            raise AssertionError(f"no sentence: {said!r}") from reason
        return None
    if not isinstance(dossier, dict) or dossier["format"] != "pid-dossier":
        raise AssertionError("no dossier was taken")
    return dossier


def judge(dossier, step="envoi", today=TODAY):
    """Judge a dossier that was read, print its report, and write it again."""
    fingerprint = hashlib.sha256(contract_text(dossier).encode()).hexdigest()
    report = evaluate(FORM, CATALOGUE, dossier, step, today, PROFILE_49, fingerprint)
    json.dumps(report.as_dict(), ensure_ascii=False).encode()
    kept = ordered(FORM, dossier)
    if ordered(FORM, json.loads(to_json(kept))) != kept:
        raise AssertionError("what is written is not what was read")


def careless(data):
    """The negative control: what a reader without checks lets through to the rules."""
    try:
        dossier = json.loads(data)
    except ValueError:
        return None
    if not isinstance(dossier, dict):
        return None
    judge(dossier)
    return dossier


def built(data, bases):
    """(bytes of a dossier, step, day) built from bytes: one of ``bases`` with some answers of any kind written in
    it."""
    source = Source(data)
    dossier = json.loads(source.one_of(bases))
    step, today = source.one_of(STEPS), TODAY + source.below(600) - 300
    while source.left() > 0:
        if source.below(12) == 11:
            holder = get(dossier, source.one_of(FIELDS).path.rpartition(".")[0].partition("[]")[0])
            (holder if isinstance(holder, dict) else dossier)[source.one_of(KEYS)] = any_value(source)
            continue
        field = source.one_of(FIELDS) if source.below(8) else None
        pattern = field.path if field else source.one_of(BLOCKS).path
        path = "".join([piece + "." + str(source.below(3))
                        for piece in pattern.split("[]")[:-1]]) + pattern.split("[]")[-1]
        if not _passes(dossier, path):
            continue
        put(dossier, path, answer(source, field.kind) if field and source.below(4) else any_value(source))
    return json.dumps(dossier, ensure_ascii=source.below(2) == 0).encode("utf-8", "surrogatepass"), step, today


def _passes(dossier, path):
    """Whether the path goes through blocks and lists, or through what is still blank."""
    parts = path.split(".")
    return all(get(dossier, ".".join(parts[:count])) is None
               or isinstance(get(dossier, ".".join(parts[:count])), list if parts[count].isdigit() else dict)
               for count in range(1, len(parts)))


def answer(source, kind):
    """An answer of the type that the question awaits."""
    if kind.blank is None:
        return source.one_of((True, False, *NUMBERS))
    options = [value for value, _ in getattr(kind, "options", ())]
    if kind.blank == []:
        return [source.one_of(options) for _ in range(source.below(4))]
    return source.one_of(options) if options and source.below(8) else source.one_of(TEXTS)


def any_value(source, depth=0):
    """Any JSON value; floats, huge numbers and texts that no file may hold are among them."""
    sort = source.below(7 if depth < 14 else 5)
    if sort < 2:
        return source.one_of(TEXTS)
    if sort == 2:
        return source.one_of(NUMBERS)
    if sort == 3:
        return source.one_of((None, True, False, 0.5))
    if sort == 4:
        return bytes(source.below(256) for _ in range(source.below(40))).decode("utf-8", "replace")
    if sort == 5:
        return [any_value(source, depth + 1) for _ in range(source.below(5))]
    return {source.one_of(KEYS): any_value(source, depth + 1) for _ in range(source.below(5))}
