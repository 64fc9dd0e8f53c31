"""``brython.js`` as the pages get it: without compiler, ``eval`` and requests, mended (``fixes``), made faster
(``fast``).

Each passage that is cut or replaced must be found exactly as often as expected, so that another version of Brython
stops the build instead of breaking the page.
"""

import hashlib
from importlib.resources import files

from pipeline.brython import fast, unused
from pipeline.brython.fixes import FIXES
from pipeline.node import BuildError

SHA256 = "686eb4ef3fbb5dfa6acf932469a6a6e6c105fc9ad074f1bc5053e53f98ee3198"
# What is not needed once everything is compiled: text from the first mark up to, and without, the second.
CUTS = (
    # tokenizer
    ("const FT_START=",
     "})(__BRYTHON__);\n;\n\n\"use strict\";\n(function($B){var _b_=$B.builtins\nif($B.VFS_timestamp"),
    ("__BRYTHON__.ast_classes={", "(function($B){var _b_=$B.builtins\nfunction wrap(dunder,nb_args)"),  # syntax tree
    ("function ast_dump(", "function resolve_in_namespace("),  # tree to JavaScript, but for the search of names
    ("var $operators=$B.op2method.subset", "var exclude_from_builtins="),
    ("function mark_parents(", "})(__BRYTHON__);\n;\n// >>> brython compiler chain"),
    ("// >>> brython compiler chain\n", "// <<< brython compiler chain\n"),  # parser
    ("var docs={ArithmeticError:", "(function($B){$B.whenReady="),  # texts of help()
    ("function idb_load(evt,module){", "function report_done("),  # modules kept in IndexedDB, or asked of the host
    # finders and loaders of modules
    ("$B.make_import_paths=function(filename){", "var ModuleSpec=$B.ModuleSpec="),
    ("function parent_package(mod_name){", "function import_engine("),
    ("\nvar test=false \nvar meta_path=get_info(", "\n$B.path_importer_cache={}"),
    ("$B.$meta_path=[VFSFinder,", '})(__BRYTHON__);\n;\n"use strict";\n(function($B){var _b_=$B.builtins\n'
     "$B.imported[$B.OB_TYPE]=_b_.dict"),
    ("(function($B){var _b_=$B.builtins\n$B.memory_iterator.tp_iter=",
     '"use strict";\n(function($B){var _b_=$B.builtins,$N=_b_.None\nfunction make_new_set('),  # memoryview
    ('(function($B){"use strict";\nvar _b_=$B.builtins\nfunction make_lines(',
     '(function($B){"use strict";\nvar _b_=$B.builtins\n_b_.__debug__=false'),  # files
    # complex numbers
    ("(function($B){var _b_=$B.builtins\nfunction conv_complex(",
     "(function($B){\nvar _b_=$B.builtins\nconst VERSION="),
    *unused.CUTS,
)
REFUSAL = (
    "var __BRYTHON__=globalThis.__BRYTHON__ ||{}\n"
    "__BRYTHON__.no_eval=function(){throw Error('code non compilé à la construction')}"
)
# What replaces the finders of the import system: the modules of app.js, and nothing else. No request is ever made.
IMPORT = (
    "function import_engine(mod_name,_path,from_stdlib){"
    "var made=$B.pid_import(mod_name,Module);if(made!==undefined){return made}\n"
    "var missing=$B.EXC(_b_.ModuleNotFoundError,`No module named '${mod_name}'`)\nmissing.name=mod_name\nthrow missing}"
)
HANDLER_WITHOUT_THROW = (
    'if(err.ob_type !==undefined){$B.handle_error(err)}else{\ntry{\n'
    '$B.$getattr($B.get_stderr(),"write")(err)}catch(err1){console.log(err)}}'
)
CLOSED = (
    ('eval("async function* f(){}")', "void 0", 1),
    ("new Function(", "$B.no_eval(", 1),
    ("Function('cl_dict','bases',body)", "$B.no_eval('cl_dict','bases',body)", 1),
    ('new Scope("__builtins__")', "{locals:new Set()}", 1),
    ("var __BRYTHON__=globalThis.__BRYTHON__ ||{}", REFUSAL, 1),
    ("function import_engine(mod_name,_path,from_stdlib){", IMPORT, 1),
    # an error in a callback is thrown, as a JavaScript Error, up to window.onerror
    ("if(err.$handled){return}\nerr.$handled=true\n$B.show_error(err)\nthrow err}", "throw $B.pid_error(err)}", 1),
    (HANDLER_WITHOUT_THROW, "$B.handle_error(err)", 2),
    # no request, no window, no module of JavaScript: the page needs none, and has not the means
    ("new XMLHttpRequest(", "new $B.no_eval(", 1),
    # « open » has gone with the files: nothing is said of it at each start
    ("}else{\nconsole.log('missing builtin function',builtin_func)}}})(__BRYTHON__)", "}}})(__BRYTHON__)", 1),
)


def source() -> str:
    """The text of the pinned brython.js; BuildError for another one."""
    text = (files("brython") / "data" / "brython.js").read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest != SHA256:
        raise BuildError(f"brython.js n'est pas celui attendu (SHA-256 {digest}).")
    return text


def text(families: tuple = fast.EVERY) -> str:
    """brython.js without ``eval`` and without its compiler, mended, with these fast paths."""
    made = unused.without_documentation(source())
    for first, following in CUTS:
        made = cut(made, first, following)
    mended = tuple(pair for fix in FIXES for pair in fix.substitutions)
    for old, new, count in (*CLOSED, *unused.REPLACED, *((*pair, 1) for pair in mended + fast.substitutions(families))):
        made = _replaced(made, old, new, count)
    return made + fast.script(families)


def cut(made: str, first: str, following: str) -> str:
    """The text without what stands from the first mark up to the second; BuildError where it lacks one."""
    start = made.find(first)
    end = made.find(following, start)
    if start < 0 or end < 0:
        raise BuildError(f"brython.js : le passage « {first} » n'a pas été trouvé.")
    return made[:start] + made[end:]


def _replaced(made: str, old: str, new: str, count: int) -> str:
    found = made.count(old)
    if found != count:
        raise BuildError(f"brython.js : {found} occurrence(s) de « {old} » au lieu de {count}.")
    return made.replace(old, new)
