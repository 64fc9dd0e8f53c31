"""Brython ahead of time: a run time without compiler or ``eval``, and the Python modules compiled into one script.

``runtime`` cuts and patches the pinned ``brython.js``: each passage must be found exactly as often as expected, so
that another version of Brython stops the build instead of breaking the page. ``application`` compiles modules in Node.
"""

import ast
import hashlib
import re
import string
from importlib.resources import files
from pathlib import Path

from pipeline.brython.distribution import distributed
from pipeline.node import BuildError, run
from pipeline.brython.unread import without_unread

SHA256 = "686eb4ef3fbb5dfa6acf932469a6a6e6c105fc9ad074f1bc5053e53f98ee3198"
# What is not needed once everything is compiled: text from the first mark up to, and without, the second.
CUTS = (
    ("const FT_START=", "})(__BRYTHON__);\n;\n\n\"use strict\";\n(function($B){var _b_=$B.builtins\nif($B.VFS_timestamp"),  # tokenizer
    ("__BRYTHON__.ast_classes={", "(function($B){var _b_=$B.builtins\nfunction wrap(dunder,nb_args)"),  # syntax tree
    ("function ast_dump(", "function resolve_in_namespace("),  # tree to JavaScript, but for the search of names
    ("var $operators=$B.op2method.subset", "var exclude_from_builtins="),
    ("function mark_parents(", "})(__BRYTHON__);\n;\n// >>> brython compiler chain"),
    ("// >>> brython compiler chain\n", "// <<< brython compiler chain\n"),  # parser
    ("var docs={ArithmeticError:", "(function($B){$B.whenReady="),  # texts of help()
    ('(function($B){"use strict";\nvar _b_=$B.builtins\nfunction make_lines(',
     '(function($B){"use strict";\nvar _b_=$B.builtins\n_b_.__debug__=false'),  # files
    ("(function($B){var _b_=$B.builtins\nfunction conv_complex(", "(function($B){\nvar _b_=$B.builtins\nconst VERSION="),  # complex numbers
)
REFUSAL = (
    "var __BRYTHON__=globalThis.__BRYTHON__ ||{}\n"
    "__BRYTHON__.no_eval=function(){throw Error('code non compilé à la construction')}"
)
# What replaces the finders of the import system: the modules of app.js, and nothing else; no request is ever made.
IMPORT = (
    "function import_engine(mod_name,_path,from_stdlib){"
    "var made=$B.pid_import(mod_name,Module);if(made!==undefined){return made}\n"
    "var missing=$B.EXC(_b_.ModuleNotFoundError,`No module named '${mod_name}'`)\nmissing.name=mod_name\nthrow missing"
)
COMMAND_LINE = ("__main__", "files", "received")
"""Modules of ``pid_rules`` that only the command line uses."""
QUOTING = ("pid_rules.rules.", "pid_rules.seuils.")
QUOTED_IN_THE_PAGE = ("pid_rules.rules.eligibilite", "pid_rules.rules.periode")
"""Modules whose quotations « Éligibilité » shows beside its findings."""
SOURCES = "pid_rules.sources."
UNSHOWN = {"Seuil": (("pid_rules.seuils.", 0),), "read": ((SOURCES, 0), (SOURCES, 3)), "read_in_part": ((SOURCES, 0), (SOURCES, 3)),
           "unconfirmed": ((SOURCES, 0), (SOURCES, 2))}
"""Calls of which arguments are for the built pages and the tests alone (name of a threshold, id and note of a source): (modules, place)."""
NOTED = ("education-d332-6", "education-l332-3", "crpa-l211-3")
"""The sources whose notes the complete dossier prints."""
RULE = "rule"
"""Every rule of a theme is found through its id: the name of its function says nothing to the page."""
SHORT = [*string.ascii_lowercase, *(first + second for first in "ab" for second in string.ascii_lowercase)]
REGISTERED = "__BRYTHON__.pid_register("
MODULE = re.compile(r'("[^"]*","[^"]*",![01],)(function\(.*\})\)([,;]?\s*)', re.DOTALL)
SUITE_IS_HERE = "window.pidSuite = true; document.dispatchEvent(new CustomEvent('pid-suite'));\n"
HANDLER_WITHOUT_THROW = (
    'if(err.ob_type !==undefined){$B.handle_error(err)}else{\ntry{\n'
    '$B.$getattr($B.get_stderr(),"write")(err)}catch(err1){console.log(err)}}'
)
SUBSTITUTIONS = (
    ('eval("async function* f(){}")', "void 0", 1),
    ("new Function(", "$B.no_eval(", 7),
    ("Function('cl_dict','bases',body)", "$B.no_eval('cl_dict','bases',body)", 1),
    ("\neval(content)}", "\n$B.no_eval(content)}", 2),
    ('new Scope("__builtins__")', "{locals:new Set()}", 1),
    ("new $B.Parser(", "new $B.no_eval(", 7),
    ("var __BRYTHON__=globalThis.__BRYTHON__ ||{}", REFUSAL, 1),
    ("function import_engine(mod_name,_path,from_stdlib){", IMPORT, 1),
    # what JavaScript gives as undefined is None for Python: a missing argument is another thing
    ("args[i]=jsobj2pyobj(arguments[i])", "args[i]=arguments[i]===undefined ? _b_.None : jsobj2pyobj(arguments[i])", 1),
    # the same test, without a list made fifteen thousand times at the start
    ("else if(['tp_descr_get','tp_descr_set','tp_iter','tp_call','tp_new','tp_init','tp_setattro'].includes(slot))",
     "else if(INHERITED.has(slot))", 1),
    ("$B.finalize_type=function(cls){", "const INHERITED=new Set(['tp_descr_get','tp_descr_set','tp_iter','tp_call','tp_new',"
     "'tp_init','tp_setattro'])\n$B.finalize_type=function(cls){", 1),
    # the symbols under which a dict counts its changes and, with other keys than texts, holds them, for fast_paths.js
    ("const VERSION=Symbol('VERSION')", "const VERSION=$B.pid_version=Symbol('VERSION')", 1),
    ("const KEYS=Symbol('KEYS')", "const KEYS=$B.pid_keys=Symbol('KEYS')", 1),
    # an error in a callback is thrown, as a JavaScript Error, up to window.onerror
    ("if(err.$handled){return}\nerr.$handled=true\n$B.show_error(err)\nthrow err}", "throw $B.pid_error(err)}", 1),
    (HANDLER_WITHOUT_THROW, "$B.handle_error(err)", 2),
    # a key with an emoji stays a text of Python's, so that a dict finds again the keys that it gives
    ("if(key instanceof String){key=key.valueOf()}\n", "", 1),
    # the name of the time zone, for the module « time » that the page has not: two formatters of dates at each start
    ("var formatter=new Intl.DateTimeFormat($B.language,{timeZoneName:'short'}),short=formatter.format(date)\n"
     "formatter=new Intl.DateTimeFormat($B.language,{timeZoneName:'long'})\nvar long=formatter.format(date)\n"
     "var ix=0,minlen=Math.min(short.length,long.length)\nwhile(ix < minlen && short[ix]==long[ix]){ix++}\n"
     "$B.tz_name=long.substr(ix).trim()", "", 1),
    # str() of a text is that text: no sign without ink is put before accents that no letter carries
    ("_b_.str.tp_str=function(self){self=to_string(self)\nvar repl=''", "_b_.str.tp_str=function(self){return to_string(self)\nvar repl=''", 1),
    # an empty list, without iterating on nothing up to an exception
    ("$B.__ARGV=_b_.list.$factory([])", "$B.__ARGV=$B.$list([])", 1),
    # no request, no window, no module of JavaScript: the page needs none, and has not the means
    ("new XMLHttpRequest(", "new $B.no_eval(", 6),
    ("globalThis.open(", "$B.no_eval(", 2),
    ("import(ref)", "$B.no_eval(ref)", 1),
    ("import(refs[0])", "$B.no_eval(refs[0])", 1),
    # no <script type="text/python"> to look for, now or at each change of the page
    ("if(!($B.isWebWorker ||$B.isNode)){var startup_observer=", "if(false){var startup_observer=", 1),
    ("if(!$B.isWebWorker){\npython_scripts=", "if(false){\npython_scripts=", 1),
)


def source() -> str:
    """The text of the pinned brython.js; BuildError for another one."""
    text = (files("brython") / "data" / "brython.js").read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest != SHA256:
        raise BuildError(f"brython.js n'est pas celui attendu (SHA-256 {digest}).")
    return text


def runtime() -> str:
    """brython.js without ``eval`` and without its compiler."""
    text = source()
    for first, following in CUTS:
        start = text.find(first)
        end = text.find(following, start)
        if start < 0 or end < 0:
            raise BuildError(f"brython.js : le passage « {first} » n'a pas été trouvé.")
        text = text[:start] + text[end:]
    for old, new, count in SUBSTITUTIONS:
        found = text.count(old)
        if found != count:
            raise BuildError(f"brython.js : {found} occurrence(s) de « {old} » au lieu de {count}.")
        text = text.replace(old, new)
    return text + Path(__file__).with_name("fast_paths.js").read_text(encoding="utf-8")


def modules(root: Path) -> list[dict]:
    """The Python modules of the page: every one of ``pid_rules`` but its command line, and those of ``site/ui``."""
    found = []
    for base, package in ((root, "pid_rules"), (root / "site", "ui")):
        for path in sorted((base / package).rglob("*.py")):
            parts = path.relative_to(base).with_suffix("").parts
            if parts[-1] in COMMAND_LINE:
                continue
            is_package = parts[-1] == "__init__"
            found.append({"name": ".".join(parts[:-1] if is_package else parts), "package": is_package,
                          "file": "/".join(parts) + ".py", "source": path.read_text(encoding="utf-8")})
    return found


def without_docstrings(source: str) -> str:
    """The same Python without its docstrings, which nothing in the page reads; a body is never left empty."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node, clean=False):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(ast.fix_missing_locations(tree))


def without_quotations(name: str, source: str) -> str:
    """The same Python without the words that its rules quote, where nothing in the page shows them: their own pages do."""
    if not name.startswith(QUOTING) or name in QUOTED_IN_THE_PAGE:
        return source
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "quoting":
            node.args = [ast.Constant("")]
    return ast.unparse(ast.fix_missing_locations(tree))


def without_unshown(name: str, source: str) -> str:
    """The same Python without the words that only the built pages show, whose place in a call stays."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            noted = node.args and getattr(node.args[0], "value", "") in NOTED
            for modules, place in UNSHOWN.get(node.func.id, ()):
                if name.startswith(modules) and len(node.args) > place and not (noted and place):
                    node.args[place] = ast.Constant("")
        elif isinstance(node, ast.FunctionDef) and any(_declares_rule(decorator) for decorator in node.decorator_list):
            node.name = RULE
            _shorten(node)
    return ast.unparse(ast.fix_missing_locations(tree))


def _shorten(function) -> None:
    """Give its own names to what a rule receives and makes, one letter or two each: it is called by position only."""
    names = [node for statement in function.body for node in ast.walk(statement) if isinstance(node, ast.Name)]
    arguments = [*function.args.args, *([function.args.vararg] if function.args.vararg else [])]
    own = list(dict.fromkeys([one.arg for one in arguments] + [node.id for node in names if isinstance(node.ctx, ast.Store)]))
    free = (short for short in SHORT if short not in {node.id for node in names} - set(own))
    shorter = dict(zip(own, free))
    for one in arguments:
        one.arg = shorter[one.arg]
    for node in names:
        node.id = shorter.get(node.id, node.id)


def _declares_rule(decorator) -> bool:
    return isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute) and decorator.func.attr == RULE


def scripts(sources: list[dict]) -> dict[str, str]:
    """{script: its text}, as ``distributed`` says what each holds."""
    names = distributed(sources)
    sources = without_unread([module for module in sources if module["name"] in set().union(*names.values())])
    held = {script: [module for module in sources if module["name"] in here] for script, here in names.items()}
    texts = {script: _registered(modules) for script, modules in held.items()}
    return {**texts, "app.js": application(held["app.js"]), "suite.js": texts["suite.js"] + SUITE_IS_HERE}


def run_at_once(minified: str) -> str:
    """The minified app.js, the function of each module between parentheses.

    V8 then compiles it while the script arrives, out of the main thread, instead of once roughly and once more when it
    runs. The minifier takes such parentheses away, hence this last step. Raises BuildError if a module is not recognised.
    """
    head, *modules = minified.split(REGISTERED)
    pieces = [head]
    for module in modules:
        found = MODULE.fullmatch(module)
        if found is None:
            raise BuildError(f"app.js : module non reconnu près de « {module[:60]} ».")
        pieces.append(f"{found[1]}({found[2]})){found[3]}")
    return REGISTERED.join(pieces)


def application(sources: list[dict]) -> str:
    """One script that registers the modules, each run at its first import."""
    return Path(__file__).with_name("modules.js").read_text(encoding="utf-8") + _registered(sources)


def _registered(sources: list[dict]) -> str:
    brython = files("brython") / "data" / "brython.js"
    lighter = [{**module, "source": without_docstrings(without_unshown(module["name"], without_quotations(module["name"], module["source"])))}
               for module in sources]
    compiled = run(Path(__file__).with_name("compile.js"), {"brython": str(brython), "modules": lighter})
    pieces = []
    for module in compiled["modules"]:
        flag = "true" if module["package"] else "false"
        pieces.append(f'__BRYTHON__.pid_register("{module["name"]}","{module["file"]}",{flag},'
                      f'function({module["locals"]}){{\n{module["js"]}\nreturn {module["locals"]}\n}});\n')
    return "".join(pieces)
