"""The fast paths mean what Python means, and so does Brython without them: the same module run by CPython and by the
page.

Three things that Brython itself does otherwise are left out: the order of texts beyond U+FFFF, and ``strip`` of U+FEFF
and of control characters. No rule depends on them; the importer refuses such characters.
"""

import json
import subprocess

import pytest

from pipeline import javascript, node
from pipeline.brython import aot, fast, runtime
from tests.campaigns.engines import NODE
from tests.support.brython_fixes import call
from tests.support.brython_page import HTML, SPY
from tests.support.server import StaticServer

PITFALLS = """
class Base:
    control = "text"
    blank = []

    def __init__(self, name, *, size=3):
        self.name = name
        self.size = size

    @property
    def double(self):
        return self.size * 2

    def shown(self):
        return self.name + "!"

    def __len__(self):
        return self.size


class Below(Base):
    control = "date"

    def shown(self):
        return Base.shown(self) + "?"

    def __eq__(self, other):
        return self.name == other.name


class Named:
    def __init__(self):
        self.toString = "own"

    def valueOf(self):
        return "method"

    @property
    def constructor(self):
        return "property"


class Keyed:
    def __getitem__(self, key):
        return ("held", key)


class Odd:
    def __getattr__(self, name):
        return "got " + name


def defaults(first, second="two", third=None):
    return (first, second, third)


def many(*given, sep="-", **named):
    return sep.join(list(given) + [key + str(named[key]) for key in named])


def strict(first, /, second, *rest, third, fourth=4):
    return [first, second, rest, third, fourth]


def outcome(function):
    try:
        return repr(function())
    except Exception as error:
        return type(error).__name__


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def caught():
    try:
        raise ValueError("x")
    except ValueError as error:
        try:
            return [][1]
        except IndexError:
            return str(error)


def shadow():
    below = Below("a")
    before = (below.control, below.blank, below.double, below.shown())
    below.control = "own"
    below.shown = lambda: "instance"
    return (before, below.control, below.shown(), Below.control, len(below))


def set_property():
    Base("a").double = 4


def changing():
    seen = []
    numbers = [1, 2, 3]
    for number in numbers:
        seen.append(number)
        if number == 1:
            numbers.append(4)
    return seen


def loops():
    mixed = {"b": 1, 2: "x", (1, 2): None}
    texts = {"b": 1, "a": 2}
    return ([key for key in mixed], [key for key in texts], list(texts.items()), [pair for pair in enumerate(["x"])],
            [a + b for a, b in zip([1], [2])], [letter for letter in "œu"], sorted(set([3, 1])))


def written():
    kept = {}
    for key in ("b", "-1", "a", "é", "", "\\U0001f600", "b"):
        kept[key] = len(kept)
    mixed = {"a": 1}
    mixed[3] = "three"
    mixed["b"] = 2
    mixed["a"] = 0
    del kept["a"]
    kept["a"] = "again"
    return (list(kept.items()), list(mixed.items()), len(kept), len(mixed), "a" in mixed)


def growing():
    held = {"a": 1, "b": 2}
    for key, value in held.items():
        held[key + "x"] = value


def astral_keys():
    counts = {}
    for text in (" \\U0001f600 a ".strip(), "\\U0001f600 a", "é"):
        counts[text] = counts[text] + 1 if text in counts else 1
    return [(key, counts[key]) for key in counts]


def astral_length():
    return [len(text) for text in " \\U0001f600 ab \\U0001f600\\U0001f600 ".split(" ")]


def astral_cuts():
    # texts made here hold two units where a sign is beyond U+FFFF: they are cut by signs all the same
    made = "é \\U0001d4b3\\n\\U0001f600ab".replace("\\n", " ").strip()
    long = made + "x" * 120
    return [made[:3], made[3:], made[2], made[-1], made[1:4], long[:5], long[-2:], (made + "a")[4:6],
            made[2:3] == "\\U0001d4b3",
            "«" + "\\U0001d4b3\\U0001d4b3", ("«" + made).rpartition("«"), "\\U0001d4b3.a".rpartition("."),
            "".endswith("\\U0001d4b3"), made.endswith("\\U0001f600ab"), "\\U0001d4b3\\xa0".partition("\\U0001d4b3")]


def accents_apart():
    # an accent that no letter carries is one sign, and nothing is put before it
    return [[ord(sign) for sign in text] for text in (
        str("\\u0301a"), "{0} é".format("e\\u0301"), str("\\U0001f600\\u0301"))]


def deleted():
    held, named = {"a": 1, 2: 3, "b": 4}, {"a": 1, "b": 2}
    del held["a"]
    named[3] = held.pop("c", 5)
    del named["b"]
    return [held, held.pop("b"), "a" in held, "b" in held, held.get("a"), len(held), "b" in named, named.pop("a"),
            [key for key in named]]


def deleted_then_read():
    held = {"a": 1, 2: 3}
    del held["a"]
    return held["a"]


def astral_changes():
    written, made = "\\U0001f600", "\\U0001f600 ".strip()
    held = {written: 1, "a": 2}
    changed = {made: 1}
    changed[written] = 3
    del held[made]
    return [held, changed, changed.get(made), changed.setdefault(made, 4), made in changed, changed.pop(made), changed,
            {made: 1, 2: 3}[written], {2: 3, written: 1}[made], list({made: 1, written: 2})]


def astral_ends():
    made = "a\\U0001f600b".replace("a", "")
    return [made.endswith("b"), made.endswith("\\U0001f600b"), "ab".endswith("\\U0001f600b"),
            made.startswith("\\U0001f600"), made.find("b"), made.index("b"), made.count("b"), made.rfind("b"),
            made.upper()[1], (made + "c")[2], "-".join([made, "c"])[2]]


def unpacked(pair):
    first, second = pair
    return (first, second)


CASES = [
    written, growing, deleted, deleted_then_read, astral_cuts, astral_changes, astral_ends, accents_apart,
    lambda: True == 1, lambda: True + 1, lambda: 1 == "1", lambda: "a" < "b",
    lambda: None == 0, lambda: not None, lambda: bool([]), lambda: bool({}), lambda: bool({"a": 1}), lambda: bool(0),
    lambda: bool(Base("a", size=0)), lambda: bool(Odd), lambda: len("\\U0001f600é"), lambda: len({1: 2}),
    lambda: len(3),
    lambda: 7 // -2, lambda: -7 // 2, lambda: -7 % 3, lambda: 7 % -3, lambda: 1 // 0, lambda: 2 ** 70 + 1,
    lambda: 9007199254740991 + 1, lambda: 9007199254740991 * 3, lambda: "a" * 3, lambda: "a" + 1, lambda: [1] + [2],
    lambda: "  x ".strip(), lambda: "\\u00a0x\\u2003".strip(),
    lambda: "".strip(), lambda: "a b".strip(), lambda: "xax".strip("x"), lambda: "é".strip(),
    lambda: [1, 2][-1], lambda: [1, 2][5], lambda: (1, 2)[1], lambda: "abc"[1], lambda: {"a": 1}["b"],
    lambda: {1: "one"}[1], lambda: {"toString": 1}["toString"], lambda: "toString" in {}, lambda: "a" in ("b", "a"),
    lambda: "a" in [1, None], lambda: "1" in [1], lambda: 1 in [True], lambda: "b" in "abc", lambda: 1 in "abc",
    lambda: "\\U0001f600 a.b.c".partition("."), lambda: "a\\U0001f600.b".rpartition("."),
    lambda: "a.b.c".partition("."), lambda: "a.b.c".rpartition("."), lambda: "abc".rpartition("."),
    lambda: "a".partition(""),
    lambda: "a,b".split(","), lambda: "a b  c".split(), lambda: "a b".split(" ", 1), lambda: "".split(","),
    lambda: "a".split(""), lambda: "-".join(["a", "b"]), lambda: "-".join([1]), lambda: "-".join(("a",)),
    lambda: "".join("ab"), lambda: "abc".startswith("ab"), lambda: "abc".startswith(("x", "a")),
    lambda: "abc".endswith(""), lambda: "0a10".strip("01"), lambda: "aaa".strip("a"),
    lambda: "\\U0001f600a".strip("\\U0001f600"), lambda: "a-b-a".replace("a", "$&"), lambda: "ab".replace("", "-"),
    lambda: "aaa".replace("a", "b", 1), lambda: [sign for sign in "a\\U0001f600"],
    lambda: [len(sign) for sign in "\\U0001f600é"],
    lambda: "abcdef"[1:3], lambda: "abc"[-2:], lambda: "abc"[:9], lambda: "\\U0001f600bc"[1:], lambda: [1, 2, 3][-2:],
    lambda: [1, 2, 3][::2], lambda: (1, 2, 3)[1:], lambda: "abc"[2:1], lambda: "abc"["a":], lambda: int("007"),
    lambda: int(" 7 "), lambda: int("\\u0663"), lambda: int("7" * 20), lambda: int(""), lambda: str(True),
    lambda: str(1.0), lambda: str(2 ** 60), lambda: str("a"), lambda: sum([]), lambda: sum([1.5, 1]),
    lambda: sum(["a"]), lambda: sum((1, 2), 3),
    lambda: sum([2 ** 53, 1]), lambda: 1 in (True, 2), lambda: 2 in [1, "2"], lambda: 2.0 in [2], lambda: Keyed()["k"],
    lambda: Named().toString, lambda: Named().valueOf(), lambda: Named().constructor, lambda: Named().hasOwnProperty,
    lambda: Below("a").toString, lambda: Keyed()[1], lambda: Keyed().__getitem__("z"), lambda: Below("a")["x"],
    lambda: "a" in None, lambda: Below("a") in [Below("a")], lambda: "a" in {1: 2, "a": 3}, lambda: None in [None],
    lambda: isinstance(True, int), lambda: isinstance(1, bool), lambda: isinstance("a", (int, str)),
    lambda: isinstance(Below("a"), Base), lambda: isinstance([], dict), lambda: isinstance(None, dict),
    lambda: isinstance((1,), list), lambda: isinstance("a", 3), lambda: 1.5 == 1.5, lambda: 1.0 == 1, lambda: 2.0 + 1,
    lambda: defaults(1), lambda: defaults(1, third=3), lambda: defaults(second=1), lambda: defaults(1, 2, 3, 4),
    lambda: defaults(1, other=2), lambda: defaults(1, first=2), lambda: defaults(*[1, 2], **{"third": 4}),
    lambda: strict(1, 2, third=3), lambda: strict(1, 2, 5, 6, third=3, fourth=7), lambda: strict(1, 2),
    lambda: strict(first=1, second=2, third=3), lambda: strict.__name__, lambda: Base.shown.__name__,
    lambda: strict.__qualname__,
    lambda: unpacked(1, 2), lambda: unpacked(), lambda: unpacked(pair=(3, 4)), lambda: unpacked((1, 2, 3)),
    lambda: unpacked("ab"), lambda: unpacked({"k": 1, "l": 2}), lambda: many("a", "b", sep="+", c=3), lambda: many(),
    astral_keys, astral_length, shadow, set_property, changing, loops, caught, lambda: deep(200),
    lambda: Odd().anything, lambda: Odd().x(), lambda: Base("a").missing, lambda: Base(), lambda: None.x,
    lambda: "a".nothing(), lambda: CASES[0](1), lambda: [1, 2].append(), lambda: [1, 2] is [1, 2],
    lambda: None is None, lambda: "".join([str(i) for i in range(3)]), lambda: Below("a") == Below("a"),
    lambda: Below("a") != Below("b"), lambda: [1, "a", None] == [1, "a", None], lambda: {"a": [1]} == {"a": [1]},
    lambda: [x for x in [3, 1] if x > 1], lambda: list(map(str, [1])), lambda: max([1, 5]), lambda: sum([1, True]),
]


def start():
    return [outcome(case) for case in CASES]
"""


HERE = {}
exec(PITFALLS, HERE)
AWAITED = HERE["start"]()


def compiled(folder, families):
    """Write brython.js and app.js with these fast paths and the module, as they are before they are minified."""
    (folder / "brython.js").write_text(runtime.text(families), encoding="utf-8")
    module = {"name": "pieges", "package": False, "source": PITFALLS, "file": "pieges.py"}
    (folder / "app.js").write_text(aot.application([module], families), encoding="utf-8")


def differences(found):
    """(position, what Brython gives, what CPython does) of the cases that differ."""
    assert len(found) == len(AWAITED) > 100
    return [(index, one, other) for index, (one, other) in enumerate(zip(found, AWAITED)) if one != other]


def test_every_pitfall_gives_what_cpython_gives(tmp_path, page):
    compiled(tmp_path, fast.EVERY)
    for name in ("brython.js", "app.js"):
        (tmp_path / name).write_text(javascript.minify((tmp_path / name).read_text(encoding="utf-8")), encoding="utf-8")
    (tmp_path / "index.html").write_text(HTML, encoding="utf-8")
    (tmp_path / "spy.js").write_text(SPY, encoding="utf-8")
    server = StaticServer(tmp_path)
    page.goto(server.address)
    found = json.loads(page.evaluate("JSON.stringify(__BRYTHON__.pid_call('pieges', 'start'))"))
    server.kill()
    assert differences(found) == []


def test_without_any_fast_path_too(tmp_path):
    compiled(tmp_path, ())
    assert differences(call(tmp_path, "pieges")) == []


@pytest.mark.campaign
@pytest.mark.parametrize("name", fast.EVERY)
def test_with_one_family_alone_or_left_out_too(name, tmp_path):
    for families in ((name,), tuple(one for one in fast.EVERY if one != name)):
        compiled(tmp_path, families)
        assert differences(call(tmp_path, "pieges")) == []


def test_every_file_and_change_of_the_compiler_is_that_of_a_family():
    written = {path.stem for path in fast.FOLDER.glob("*.js")} - {"shared", "emitted"}
    assert written <= set(fast.EVERY)
    asked = f"console.log(require({json.dumps(str(fast.FOLDER / 'emitted.js'))}).families.join(' '))"
    emitted = subprocess.run([NODE, "-e", asked], capture_output=True, text=True, check=True).stdout.split()
    replaced = {family.name for family in fast.FAMILIES if family.substitutions}
    assert {*written, *emitted, *replaced} == set(fast.EVERY)


@pytest.mark.parametrize("source", ["class A:\n    def f(self):\n        return super().f()\n",
                                    "class A:\n    def f(self):\n        return __class__\n"])
def test_what_the_cheaper_code_cannot_run_stops_the_build(source):
    with pytest.raises(node.BuildError, match="super"):
        aot.application([{"name": "a", "package": False, "source": source, "file": "a.py"}])
