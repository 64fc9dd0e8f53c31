"""The keys that Brython's dictionaries cannot hold, in the compiled core: exactly those that both importers refuse."""

import builtins
import json
import keyword
import subprocess
import types

import pytest

from pid_rules.form import FORM
from pid_rules.received import RESERVED
from tests.campaigns.engines import NODE, Brython, compile_core

REPLAY = '''
from javascript import JSON

def made_here(key):
    try:
        made = {}
        made[key] = 1
        made["a"] = 2
        known = key in made and made[key] == 1 and list(made) == [key, "a"]
        return known and "x" not in made and made.get("absent") is None
    except Exception:
        return False

def read(text, key):
    try:
        made = JSON.parse(text)
        known = list(made) == [key, "a"] and made[key]["x"] == 1 and "x" not in made
        return known and made["a"] == 2 and len(made) == 2
    except Exception:
        return False

def reports(text):
    return JSON.stringify([[made_here(case["key"]), read(case["text"], case["key"])] for case in JSON.parse(text)])
'''
ENGINE_NAMES = """
const names = new Set(), seen = new Set();
const walk = (value, depth) => {
  if (value === null || !["object", "function"].includes(typeof value) || seen.has(value) || depth > 4) return;
  seen.add(value);
  for (const key of Object.getOwnPropertyNames(value)) {
    names.add(key);
    // Only the globals are asked for: the getters of other objects act.
    walk(depth ? Object.getOwnPropertyDescriptor(value, key).value : value[key], depth + 1);
  }
  walk(Object.getPrototypeOf(value), depth + 1);
};
walk(globalThis, 0);
process.stdout.write(JSON.stringify([...names]));
"""
BRYTHON_NAMES = ("$kw", "$kw_values", "ob_type", "tp_name", "tp_mro", "tp_bases", "tp_methods", "tp_getset",
                 "mp_length", "nb_add",
                 "sq_item", "__class__", "__dict__", "$jsobj", "$factory", "$infos", "$is_class", "$strings",
                 "$all_str", "$version",
                 "_keys", "_values", "_hashes", "table", "js_hash", "$function_infos", "dict_factory", "js2py", "py2js")


def names():
    """Names that engines give a meaning to, those of Python's own objects, and those of the format: each tried as a
    key."""
    engine = json.loads(subprocess.run([NODE, "-e", ENGINE_NAMES], capture_output=True, text=True, check=True,
                                       encoding="utf-8").stdout)
    python = [name for owner in (*vars(builtins).values(), *vars(types).values(), builtins) for name in dir(owner)]
    format_keys = [part for path in FORM.field for part in path.replace("[]", "").split(".")]
    found = {*engine, *python, *keyword.kwlist, *format_keys, *BRYTHON_NAMES, *RESERVED, "", " ", "0", "-1", "é", "a.b",
             "😀"}
    return sorted(found - {"a", "absent", "x"})


def case(key):
    return {"key": key, "text": json.dumps({key: {"x": 1}, "a": 2})}


def answer(brython):
    """The answer, after what the engine prints of its own faults."""
    return next(json.loads(line) for line in brython.process.stdout if line.startswith("[["))


@pytest.mark.campaign
def test_exactly_the_reserved_keys_break_a_dictionary(tmp_path):
    compile_core(tmp_path, replay=REPLAY)
    tried = names()
    assert len(tried) >= 3_000
    brython = Brython(tmp_path)
    try:
        brython.ask([case(key) for key in tried if key not in RESERVED])
        kept = answer(brython)
        broken = []
        for key in RESERVED:
            # A key that breaks the engine must not break the list of the others.
            brython.ask([case(key)])
            broken += answer(brython)
    finally:
        brython.close()
    assert [key for key, sound in zip((key for key in tried if key not in RESERVED), kept, strict=True)
            if sound != [True, True]] == []
    assert [key for key, sound in zip(RESERVED, broken, strict=True) if all(sound)] == []
