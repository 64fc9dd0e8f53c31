"""Python ahead of time: the modules of the pages, compiled in Node into the scripts that register them."""

import re
from importlib.resources import files
from pathlib import Path

from pipeline.brython import fast, unused
from pipeline.brython.distribution import distributed
from pipeline.brython.lighter import lighter
from pipeline.brython.unread import without_unread
from pipeline.node import BuildError, run

REGISTERED = "__BRYTHON__.pid_register("
MODULE = re.compile(r'("[^"]*",![01],)(function\(.*\})\)([,;]?\s*)', re.DOTALL)
SUITE_IS_HERE = "window.pidSuite = true; document.dispatchEvent(new CustomEvent('pid-suite'));\n"


def scripts(sources: list[dict], families: tuple = fast.EVERY) -> dict[str, str]:
    """{script: its text}, as ``distributed`` says what each holds, compiled with these fast paths."""
    names = distributed(sources)
    sources = without_unread([module for module in sources if module["name"] in set().union(*names.values())])
    held = {script: [module for module in sources if module["name"] in here] for script, here in names.items()}
    texts = {script: _registered(modules, families) for script, modules in held.items()}
    return {**texts, "app.js": _registry() + texts["app.js"], "suite.js": texts["suite.js"] + SUITE_IS_HERE}


def run_at_once(minified: str) -> str:
    """The minified app.js, the function of each module between parentheses.

    V8 then compiles it while the script arrives, out of the main thread, instead of once roughly and once more when it
    runs. The minifier takes such parentheses away, hence this last step. Raises BuildError if a module is not
    recognised.
    """
    head, *modules = minified.split(REGISTERED)
    pieces = [head]
    for module in modules:
        found = MODULE.fullmatch(module)
        if found is None:
            raise BuildError(f"app.js : module non reconnu près de « {module[:60]} ».")
        pieces.append(f"{found[1]}({found[2]})){found[3]}")
    return REGISTERED.join(pieces)


def application(sources: list[dict], families: tuple = fast.EVERY) -> str:
    """One script that registers the modules, each run at its first import."""
    return _registry() + _registered(sources, families)


def _registry() -> str:
    return Path(__file__).with_name("modules.js").read_text(encoding="utf-8")


def _registered(sources: list[dict], families: tuple) -> str:
    for module in sources:
        unused.refuse(module)
    brython = files("brython") / "data" / "brython.js"
    request = {"brython": str(brython), "families": families,
               "modules": [{**module, "source": lighter(module)} for module in sources]}
    compiled = run(Path(__file__).with_name("compile.js"), request)
    pieces = []
    for module in compiled["modules"]:
        flag = "true" if module["package"] else "false"
        pieces.append(f'__BRYTHON__.pid_register("{module["name"]}",{flag},'
                      f'function($B,_b_,{module["locals"]},frame){{\n{module["js"]}\n}});\n')
    return "".join(pieces)
