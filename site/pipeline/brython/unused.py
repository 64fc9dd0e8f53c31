"""What ``brython.js`` holds for other programs: the Python of the pages neither writes it nor calls it.

A third of its bytes are here: bytes, coroutines, patterns, modules of the standard library, texts of
help. ``refuse`` stops the build at Python that would need them.
"""

import ast
import re

from pipeline.node import BuildError

DOCUMENTED = re.compile(r'(init_type\([^`\[]+\[[^`\[]+,)`[^`]*`')
"""The text of help() of a type, which stands among what makes it."""

CUTS = (
    # classes of characters for the methods of texts that we do not call
    ("$B.unicode_casefold={", "$B.unicode_bidi_whitespace="),
    ("$B.unicode_titles={", ";\n\"use strict\";\n__BRYTHON__.implementation="),
    ("var unprintable_re=/", "$B.in_unicode_category=function("),
    # tokens of a source, and scripts that wait for their turn
    ("(function($B){const tokens=['ENDMARKER'",
     "\n\"use strict\";\n(function($B){var _b_=$B.builtins\nfunction is_whi"),
    ("(function($B){var _b_=$B.builtins\nif($B.VFS_timestamp",
     ";\n\"use strict\";\n;(function($B){var _b_=$B.builtins,_window=globalThis,isWebWorker"),
    ("$B.update_VFS=function(scripts){",
     "})(__BRYTHON__);\n;\n\n(function($B){var _b_=$B.builtins\n$B.builtin_types={}"),
    ("\nvar ast=$B.ast\nfunction get_line(", "\n$B.parse_options=function("),
    ("\nif(!($B.isWebWorker ||$B.isNode)){var startup_observer=", "\nvar brython_options=$B.brython_options={}"),
    ("\nvar python_scripts=[]", "\nconst default_option="),
    ("\nfunction run_scripts(_scripts){", "})(__BRYTHON__);\nglobalThis.brython="),
    # compile, eval, exec, help, input
    ("\n_b_.compile=function(){", "\n_b_.debug=$B.debug"),
    ("\nvar help=_b_.help=function(", "\n_b_.hex=function("),
    ("(function($B){var _b_=$B.builtins\nvar code=$B.code\n", ";\n(function($B){var _b_=$B.builtins\nvar $$eval="),
    ("(function($B){var _b_=$B.builtins\nvar $$eval=",
     ";\n\"use strict\";\n;(function($B){var _b_=$B.builtins\nvar DEF"),
    # positions in a source, syntax errors and groups of exceptions
    ("\nif(src){var lines=src.split('\\n')\nvar positions=false", "\ntb=tb.tb_next}\nif(count_repeats > 1)"),
    ("\nfunction make_report(lines,positions){", "\nfunction trace_from_stack(err){"),
    ("\nvar python_keywords\nfunction _find_keyword_typos(", "\n$B.error_trace=function("),
    ("if($B.is_exc(err,[_b_.SyntaxError,_b_.IndentationError])){trace+=", "if($B.get_class(err)!==$B.JSObj){var name="),
    ("\nif($B.is_exc(err,_b_.NameError)){let suggestion=", "}else{\ntrace=err+\"\"}\nif(err.$js_exc)"),
    ("\n_b_.SyntaxError.tp_init=function(", "\n_b_.EnvironmentError=_b_.OSError"),
    ("\nconst unicode_error_members=[", "\n$B.name_error=function("),
    ("\n$B.offer_suggestions_for_attribute_error=function(", "\n$B.offer_suggestions_for_name_error="),
    ("\n$B.offer_suggestions_for_modulenotfound=function(", "\n_b_.JavascriptError=$B.make_builtin_class("),
    # bytes, and texts made as C prints them, or by f""
    ("(function($B){var _b_=$B.builtins\nvar from_unicode={}",
     "(function($B){var _b_=$B.builtins,$N=_b_.None\nfunction make_new_set("),
    ("\nvar number_check=function(s,flags){", "\nvar roundDownToFixed=$B.roundDownToFixed="),
    ("\nvar floating_point_decimal_format=function(", "\nvar combining=[]"),
    ("\nfunction fstring_expression(start){", "\n$B.codepoint2jsstring="),
    ("\nvar Interpolation=$B.make_builtin_class(",
     "})(__BRYTHON__);\n;\n\"use strict\";\n(function($B){var _b_=$B.builtins\nvar int="),
    ("\n_b_.str.nb_remainder=function(", "\n_b_.str.tp_repr=function("),
    ("\nstr_funcs.casefold=function(", "\nstr_funcs.center=function("),
    ("\nstr_funcs.encode=function(", "\nstr_funcs.endswith=function("),
    ("\nstr_funcs.isidentifier=function(", "\nstr_funcs.islower=function("),
    ("\nstr_funcs.title=function(", "\nstr_funcs.translate=function("),
    # numbers written by float() and read from bytes, whatever is asked of a pickle, parameters of types
    ("\nfunction preformat(self,fmt){var value=self.value", "\nfloat.$getnewargs="),
    ("\nfloat_funcs.__format__=function(", "\nfloat_funcs.__getnewargs__=function("),
    ("\nfloat_funcs.as_integer_ratio=function(", "\nfloat_funcs.imag_get=function("),
    ("\nint_funcs.from_bytes=function(", "\nint_funcs.imag_get=function("),
    ("\nint_funcs.to_bytes=function(", "\n_b_.int.tp_methods="),
    ("\nfunction getNewArguments(", "\nobject.$factory=function("),
    ("\nobject_funcs.__reduce__=function(", "\nobject_funcs.__sizeof__=function("),
    ("\nfunction _Py_make_parameters(args){",
     "})(__BRYTHON__);\n;\n(function($B){var _b_=$B.builtins\nvar method_wrapper="),
    # coroutines and patterns
    ("\n$B.async_generator=$B.make_builtin_class(",
     "})(__BRYTHON__);\n;\n\"use strict\";\n(function($B){var _b_=$B.builtins,object=_b_.object,_window=globalThis"),
    ("\n$B.pattern_match=function(",
     "})(__BRYTHON__);\n;\n;(function($B){\"use strict\";\nvar _b_=$B.builtins\nvar corou"),
    ("(function($B){\"use strict\";\nvar _b_=$B.builtins\nvar coroutine=",
     "\n\"use strict\";\n(function($B){var _b_=$B.builtins,_window=globalThis\n$B.namespace="),
    # the modules « browser » and « javascript », but for what is imported of them
    ("bind:function(){\nvar $=$B.args(\"bind\",3,{elt:null", "scope:globalThis,self:win"),
    ("\"alert\":function(message){", "\"document\":$B.DOMNode"),
    ("doc:$B.DOMNode.$factory(document),", "})\nmodules['browser.html']="),
    ("\nvar super_class=$B.make_builtin_class(", "\nmodules['javascript']={"),
    ("\"this\":function(){", "JSObject:$B.JSObj,JSON:"),
    ("load:function(script_url){console.log('\"javascript.load\"", "Math:self.Math &&"),
    ("py2js:function(src,module_name){", "pyobj2jsobj:function(obj){return $B.pyobj2jsobj"),
    ("\"super\":super_class,", "UNDEFINED:undefined"),
    ("_getframe :function(){", "stderr:console.error"),
    (",stdin:{__get__:function(){", "}\nvar WarningMessage="),
    ("\nvar WarningMessage=", "\nfunction load(name,module_obj){"),
    ("\nvar builtins_doc=", "\n$B.imported.builtins=$B.module.tp_new("),
    ("$B.module_setattr($B.imported.builtins,'__doc__',", "$B.module_setattr($B.imported.builtins,'__package__',"),
    ("\nvar copyright=`", "})(__BRYTHON__);\n;\n\n(function($B){\"use strict\";"),
    ("\nvar Query=$B.make_builtin_class(", "\nvar TagSum=$B.make_builtin_class("),
)

REPLACED = (
    # lists of the methods that a type has
    ('tp_methods=["encode",', 'tp_methods=[', 1), ('"casefold","title",', '', 1), ('"isidentifier",', '', 1),
    ('"to_bytes",', '', 1), ('classmethods=["from_bytes"]', 'classmethods=[]', 1),
    ('tp_methods=["__reduce_ex__","__reduce__","__getstate__"', 'tp_methods=["__getstate__"', 1),
    ('classmethods=["from_number","fromhex","__getformat__"]', 'classmethods=[]', 1),
    ('tp_methods=["conjugate","__trunc__","__floor__","__ceil__","__round__","as_integer_ratio","hex","is_integer",'
     '"__getnewargs__","__format__"\n]',
     'tp_methods=["__trunc__","__floor__","__ceil__","__round__","is_integer","__getnewargs__"]', 1),
    ("$B.imported.builtins,'builtins',builtins_doc)", "$B.imported.builtins,'builtins','')", 1),
    # no other name is proposed for one that is wrong
    ("{return $B.module_getattr($B.imported._suggestions,'_generate_suggestions')(list,name)}", "{return null}", 1),
)
"""(passage, what replaces it, how often it stands), of what calls what is not there."""


def without_documentation(text: str) -> str:
    """``brython.js`` whose types have no text of help."""
    return DOCUMENTED.sub(r"\1$B.NULL", text)


STATEMENTS = (ast.Match, ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await, ast.TryStar)
NAMES = ("bytes", "bytearray", "compile", "eval", "exec")
METHODS = ("casefold", "isidentifier", "from_bytes", "to_bytes", "fromhex", "as_integer_ratio", "from_number")


def refuse(module: dict) -> None:
    """Stop at the first thing in the source of a module that this Brython has not; BuildError says it."""
    for node in ast.walk(ast.parse(module["source"])):
        absent = _absent(node)
        if absent:
            line = getattr(node, "lineno", 0)
            raise BuildError(f"{module['file']}, ligne {line} : le Brython des pages n'a pas « {absent} » "
                             "(site/pipeline/brython/unused.py).")


def _absent(node: ast.AST) -> str:
    """What a node needs that was cut away, "" for nothing."""
    if isinstance(node, STATEMENTS) or isinstance(node, ast.Constant) and isinstance(node.value, bytes):
        return ast.unparse(node).partition("\n")[0]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant):
        return ast.unparse(node) if isinstance(node.left.value, str) else ""
    if isinstance(node, ast.Name) and node.id in NAMES:
        return node.id
    return node.attr if isinstance(node, ast.Attribute) and node.attr in METHODS else ""
