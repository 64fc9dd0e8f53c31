"""Brython ahead of time: a run time without compiler or ``eval``, and the Python modules compiled into one script.

``runtime`` patches the pinned ``brython.js``: each substitution must be found exactly as often as expected, so that
another version of Brython stops the build instead of breaking the page. ``application`` compiles modules in Node.
"""

import hashlib
from importlib.resources import files
from pathlib import Path

from pipeline.node import BuildError, run

SHA256 = "686eb4ef3fbb5dfa6acf932469a6a6e6c105fc9ad074f1bc5053e53f98ee3198"
BEGIN, END = "// >>> brython compiler chain\n", "// <<< brython compiler chain\n"

AST_CLASS = "ast[kl]=Function(...arg_list,body)"
AST_CLASS_WITHOUT_EVAL = (
    "ast[kl]=(function(names,starred){return function(...given){names.forEach((name,i)=>{"
    "this[name]=starred[i]&&given[i]===undefined?$B.$list([]):given[i]})}})(arg_list.slice(),"
    "typeof args=='string'&&args.length>0?args.split(',').map(x=>x.split(/\\s+/)[0].endsWith('*')):[])"
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
SUBSTITUTIONS = (
    ('eval("async function* f(){}")', "void 0", 1),
    (AST_CLASS, AST_CLASS_WITHOUT_EVAL, 1),
    ("new Function(", "$B.no_eval(", 7),
    ("Function('cl_dict','bases',body)", "$B.no_eval('cl_dict','bases',body)", 1),
    ("\neval(content)}", "\n$B.no_eval(content)}", 2),
    ("var __BRYTHON__=globalThis.__BRYTHON__ ||{}", REFUSAL, 1),
    ("function import_engine(mod_name,_path,from_stdlib){", IMPORT, 1),
)

# Brython's generated code is sloppy-mode JavaScript: only the prelude is strict.
PRELUDE = """(function ($B) {
  "use strict";
  const modules = Object.create(null);
  $B.pid_register = function (name, file, isPackage, body) {
    modules[name] = { file, isPackage, body };
  };
  $B.pid_import = function (name, Module) {
    const found = modules[name];
    if (found === undefined) return undefined;
    $B.url2name[found.file] = name;
    $B.file_cache[found.file] = "";
    const made = Module.$factory(name, undefined, found.isPackage);
    $B.imported[name] = made;
    made.$is_package = found.isPackage;
    $B.module_setattr(made, "__file__", found.file);
    $B.module_setattr(made, "__package__", found.isPackage ? name : name.split(".").slice(0, -1).join("."));
    if (found.isPackage) $B.module_setattr(made, "__path__", name);
    const names = found.body(made);
    for (const key in names) if (!key.startsWith("$")) $B.module_setattr(made, key, names[key]);
    return made;
  };
  $B.pid_call = function (module, name, ...given) {
    if (!$B.options_parsed) $B.parse_options({ debug: 0 });
    try {
      if ($B.imported[module] === undefined) $B.$__import__(module, $B.builtins.None, {}, []);
      return $B.$call($B.module_getattr($B.imported[module], name), ...given);
    } catch (error) {
      throw $B.pid_error(error);
    }
  };
  $B.pid_error = function (error) {
    if (!$B.is_exc || !error || error.ob_type === undefined) return error;
    const readable = Error($B.error_trace ? $B.error_trace(error) : String(error));
    readable.name = "Python";
    return readable;
  };
})(__BRYTHON__);
"""


def source() -> str:
    """The text of the pinned brython.js; BuildError for another one."""
    text = (files("brython") / "data" / "brython.js").read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest != SHA256:
        raise BuildError(f"brython.js n'est pas celui attendu (SHA-256 {digest}).")
    return text


def runtime(compiler: bool = False) -> str:
    """brython.js without ``eval``, and without its compiler unless asked for."""
    text = source()
    if not compiler:
        before, begin, rest = text.partition(BEGIN)
        _, end, after = rest.partition(END)
        if not (begin and end):
            raise BuildError("Le compilateur n'a pas été trouvé dans brython.js.")
        text = before + after
    for old, new, count in SUBSTITUTIONS:
        found = text.count(old)
        if found != count:
            raise BuildError(f"brython.js : {found} occurrence(s) de « {old} » au lieu de {count}.")
        text = text.replace(old, new)
    return text


def modules(root: Path) -> list[dict]:
    """The Python modules of the page: every one of ``pid_rules`` but its command line, and those of ``site/ui``."""
    found = []
    for base, package in ((root, "pid_rules"), (root / "site", "ui")):
        for path in sorted((base / package).rglob("*.py")):
            parts = path.relative_to(base).with_suffix("").parts
            if parts[-1] == "__main__":
                continue
            is_package = parts[-1] == "__init__"
            found.append({"name": ".".join(parts[:-1] if is_package else parts), "package": is_package,
                          "file": "/".join(parts) + ".py", "source": path.read_text(encoding="utf-8")})
    return found


def application(sources: list[dict]) -> str:
    """One script that registers the modules, each run at its first import."""
    brython = files("brython") / "data" / "brython.js"
    compiled = run(Path(__file__).with_name("compile.js"), {"brython": str(brython), "modules": sources})
    pieces = [PRELUDE]
    for module in compiled["modules"]:
        flag = "true" if module["package"] else "false"
        pieces.append(f'__BRYTHON__.pid_register("{module["name"]}","{module["file"]}",{flag},'
                      f'function({module["locals"]}){{\n{module["js"]}\nreturn {module["locals"]}\n}});\n')
    return "".join(pieces)
