"""Fast paths: what the page does most, done in fewer steps. Any of these families can be left out: the meaning does not
change.

A family changes the compiler (``emitted.js``), adds functions at the end of ``brython.js`` (the file of its name),
replaces passages of it (``substitutions``), or several of these. ``python -m tests.bench.families`` says what each
gains.
"""

from pathlib import Path
from typing import NamedTuple


class Family(NamedTuple):
    """One family: its name and what it does; passages of ``brython.js`` with what replaces them, each found once."""

    name: str
    says: str
    substitutions: tuple = ()


INHERITED = "['tp_descr_get','tp_descr_set','tp_iter','tp_call','tp_new','tp_init','tp_setattro']"
SYMBOLS = (("const VERSION=Symbol('VERSION')", "const VERSION=$B.pid_version=Symbol('VERSION')"),
           ("const KEYS=Symbol('KEYS')", "const KEYS=$B.pid_keys=Symbol('KEYS')"))
"""Under which a dict counts its changes and, with other keys than texts, holds them: several families read them."""
FAMILIES = (
    Family("classes", "the class of a primitive value is told without looking for it"),
    Family("attributes", "value.name is read from a plain instance, its class looked through once"),
    Family("calls", "called(…) and value.name(…) are named after their number of arguments"),
    Family("parameters", "the local names of a call, without the « arguments » object"),
    Family("definitions", "of a function, only what is not ordinary is written"),
    Family("frames", "no line, no position and no tracing: the sources are not sent, nobody debugs in the page"),
    Family("inspection",
           "nothing of what ``super``, ``locals()`` and the inspection of classes ask for, nor the hash of text keys"),
    Family("names", "a name that the module binds further down is not looked for"),
    Family("operators", "truth, identity, comparison and arithmetic of primitive values"),
    Family("items", "value in held, held[key], held[first:last] and held[key] = value of lists, texts and dicts"),
    Family("loops", "loops over lists, texts and dicts, and unpacking"),
    Family("builtins", "len, str, int, sum and isinstance of ordinary values"),
    Family("texts", "methods of texts, and append of lists"),
    Family("start",
           "nothing is made when the page starts for what it has not: name of the time zone, arguments of a command", (
        # the same test, without a list made fifteen thousand times
        (f"else if({INHERITED}.includes(slot))", "else if(INHERITED.has(slot))"),
        ("$B.finalize_type=function(cls){", f"const INHERITED=new Set({INHERITED})\n$B.finalize_type=function(cls){{"),
        # two formatters of dates, for the module « time »
        ("var formatter=new Intl.DateTimeFormat($B.language,{timeZoneName:'short'}),short=formatter.format(date)\n"
         "formatter=new Intl.DateTimeFormat($B.language,{timeZoneName:'long'})\nvar long=formatter.format(date)\n"
         "var ix=0,minlen=Math.min(short.length,long.length)\nwhile(ix < minlen && short[ix]==long[ix]){ix++}\n"
         "$B.tz_name=long.substr(ix).trim()", ""),
        # an empty list, without iterating on nothing up to an exception
        ("$B.__ARGV=_b_.list.$factory([])", "$B.__ARGV=$B.$list([])"))),
)
EVERY = tuple(family.name for family in FAMILIES)
FOLDER = Path(__file__).parent


def substitutions(families: tuple) -> tuple:
    """The passages of ``brython.js`` that these families replace."""
    own = tuple(pair for family in FAMILIES if family.name in families for pair in family.substitutions)
    return own + SYMBOLS * bool(families)


def script(families: tuple) -> str:
    """What these families add at the end of ``brython.js``."""
    files = [FOLDER / f"{name}.js" for name in ("shared",) * bool(families) + tuple(families)]
    return "".join(path.read_text(encoding="utf-8") for path in files if path.is_file())
