// What each family of fast paths changes in the compiler of Brython, and in the JavaScript that this one wrote. The
// functions that the changed code names are in the file of the family. See docs/brython.md.
"use strict";

/** By family: [passage of the compiler, what replaces it]; `has` says whether a family is in. */
const compiler = (has) => ({
  attributes: [
    [
      "return `$B.$getattr_pep657(${$B.js_from_ast(this.value, scopes)}, `+\n`'${attr}', ${inum})`}",
      "return `$B.${attr in {} ? '$getattr' : 'pid_get'}(${$B.js_from_ast(this.value, scopes)}, '${attr}')`}",
    ],
  ],
  calls: [
    [
      "js=`$B.call_attr(${$B.js_from_ast(this.func.value, scopes)}, `+\n`'${attr}', ${inum}, `}else{",
      "js=(attr in {} ? '$B.call_attr(' : '$B.pid_method'+arity(this)+'(')"
        + "+`${$B.js_from_ast(this.func.value, scopes)}, '${attr}'`+(attr in {} ? ', 0' : '')}else{",
    ],
    ["js=`$B.$call_with_position(${func}, ${inum}, `}", "js=`$B.pid_apply${arity(this)}(${func}`}"],
    [
      "var args=make_args.bind(this)(scopes)\nreturn js+`${args})`}",
      "var args=make_args.bind(this)(scopes)\nreturn js+(args ? ', '+args : '')+')'}\n"
        + "function arity(call){return call.keywords.length==0 && call.args.length < 4 && "
        + "!call.args.some(x => x instanceof $B.ast.Starred) ? call.args.length : ''}",
    ],
  ],
  parameters: [
    [
      "js+=`function ${name2}(${positional.map(x => '_' + x.arg).join(', ')}) {\\n`}else{",
      "js+=positional.length > 0 && defaults==='_b_.None' "
        + "&& kw_default_names.length==0 && this.args.posonlyargs.length==0 ? "
        + "`function ${name2}(${positional.map(x => '_' + x.arg).join(', ')}, ...$rest) {\\n` "
        + ": `function ${name2}(...$given) {\\n`}else{",
    ],
    ["js+=`function ${name2}() {\\n`}\nindent()", "js+=`function ${name2}(...$given) {\\n`}\nindent()"],
    ["parse_args.push('arguments')", "parse_args.push('$given')"],
    [
      "js+=prefix+`if (arguments.length !== 0) {\\n`+\nprefix+tab+`$B.args_parser(${name2}, arguments)\\n`+",
      "js+=prefix+`if ($given.length !== 0) {\\n`+\nprefix+tab+`$B.args_parser(${name2}, $given)\\n`+",
    ],
    [
      "js+=prefix+`if(arguments.length == ${positional.length} && `+\n"
        + "`! _${positional[positional.length -1].arg}?.$kw){\\n`+",
      "var last='_'+positional[positional.length-1].arg\n"
        + "js+=prefix+`if($rest.length === 0 && ${last} !== undefined && ! ${last}?.$kw){\\n`+",
    ],
    [
      "`$B.args_parser(${name2}, arguments)\\n`+\nprefix+`}\\n`}else{",
      "`$B.pid_args(${name2}, [${positional.map(x => '_' + x.arg).join(', ')}], $rest)\\n`+\nprefix+`}\\n`}else{",
    ],
    [
      "js+=prefix+`var ${locals_name} = locals = `+\n`$B.args_parser(${name2}, arguments)\\n`}",
      "js+=prefix+`var ${locals_name} = locals = $B.pid_locals(${name2}, $given)\\n`}",
    ],
    ["js+=prefix+`$B.js_this = this\\n`", ""],
  ],
  definitions: [
    // what is known of a function: the ordinary is left out, what another text of it says already too
    [
      "js+=prefix+`${name2}.$function_infos = [`+\n`'${gname}', `+\n"
        + "`'${this.$is_lambda ? '<lambda>': this.name}', `+\n`'${qualname}', `+\n"
        + "`__file__, `+\n`${defaults}, `+\n`${kw_defaults}, `+\n`${docstring}, `+\n"
        + "`[${arg_names}], `+\n`${args_vararg}, `+\n`${args_kwarg},\\n`+\n"
        + "prefix+tab+`${positional.length}, `+\n`${this.lineno}, `+\n`${flags}, `+\n`[${free_vars}], `+\n"
        + "`${this.args.kwonlyargs.length}, `+\n`${this.args.posonlyargs.length}, `+\n"
        + "`[${varnames}], `+\n`${annotations}, `+\n"
        + "`${has_type_params ? 'type_params' : '[]'}, frame]\\n`\n"
        + "js+=prefix+`$B.set_func_attrs(${name2}, frame, '${gname}')\\n`\n"
        + "js+=prefix+`${name2}.ob_type = $B.function\\n`\n",
      "var known=[`'${this.$is_lambda ? '<lambda>' : this.name}'`, `[${arg_names}]`, "
        + "defaults, args_vararg, args_kwarg, kw_defaults, "
        + "this.args.kwonlyargs.length, this.args.posonlyargs.length, flags]\n"
        + "var ordinary=[\"'<lambda>'\", '[]', '_b_.None', null, null, '_b_.None', 0, 0, 3]\n"
        + "while(known.length && String(known[known.length-1])===String(ordinary[known.length-1])){known.pop()}\n"
        + "var held=this.$is_lambda || decorated ? 'function(' : `def(${make_scope_name(scopes, func_name_scope)}, `\n"
        + "js+=prefix+`$B.pid_${held}${[name2, 'frame', ...known].join(', ')})\\n`\n",
    ],
    [
      "js+=prefix+`${scope_name}.${mangled} = ${name2}\\n`}",
      "if(this.$is_lambda){js+=prefix+`${scope_name}.${mangled} = ${name2}\\n`}}",
    ],
    ["js+=prefix+`${name2}.__annotate__ = _b_.None\\n`}", "}"],
  ],
  frames: [
    // the frame of a call, of which the function and its module say the rest
    [
      'js+=prefix+`var frame = ["${this.$is_lambda ? \'<lambda>\': this.name}", `+\n'
        + '`locals, "${gname}", ${globals_name}, ${name2}]\\n`+\n'
        + "prefix+`$B.enter_frame(frame, __file__, ${this.lineno})\\n`",
      "js+=prefix+`var frame = $B.pid_enter(${name2}, locals, ${globals_name})\\n`",
    ],
    // the number of an operation, for the positions that are not kept: Brython's own calls await one
    ["ast_obj.inum=inum\nreturn inum}", `ast_obj.inum=inum\nreturn ${has("calls") ? "''" : 0}}`],
  ],
  inspection: [
    // the hash of a key, that a dict with text keys never asks
    ["if(typeof v=='string'){item+=', '+$B.$hash(string_from_ast_value(v))}else{", "if(typeof v!='string'){"],
    // the class of a method, for super() alone
    [
      "js+=prefix+`locals.ob_type =  locals.__class__ = `+\n"
        + '`$B.get_method_class(${name2}, ${scope_ref}, "${class_ref}", [${refs}])\\n`}',
      "}",
    ],
  ],
});

/** By family: [what the compiler wrote, what replaces it]. */
const written = {
  // lines and columns, with which Brython underlines errors in sources that are not sent, and tracing
  frames: [
    [/^ *frame\.positions = \[[\d,[\]]*\]\n/gm, ""],
    [/\$B\.set_lineno\(frame, \d+\) && /g, ""],
    [/^ *\$B\.set_lineno\(frame, \d+\);?\n/gm, ";"],
    [/^ *frame\.\$lineno = \d+\n/gm, ""],
    [/^ *iterator_\d+\[\$B\.INUM\] = \d+\n/gm, ""],
    [/^ *\$B\.frame_obj\.frame\.inum = \d*\n/gm, ""],
    [/^ *\$B\.set_lineno\(frame, \d+, 'ClassDef'\)\n/gm, ""],
    [/^ *locals\.__firstlineno__ = \d+\n/gm, ""],
    [/(\$B\.enter_frame\(frame, __file__), \d+\)/g, "$1)"],
    [/, frame, \d+\)/g, ")"],
    [/^ *if \(frame\.\$f_trace !== _b_\.None\) ?\{\n *\$B\.trace_line\(\)\n *\}\n/gm, ""],
  ],
  // what ``super``, ``locals()`` and the inspection of classes ask for
  inspection: [
    [/^ *locals\.__static_attributes__ = .*\n/gm, ""],
    [/^ *\w+\.\$is_method = true\n/gm, ""],
    [/^ *Object\.defineProperty\(locals, .*\n/gm, ""],
  ],
  // a lambda is held by a name of its own, to be given at once
  definitions: [[/^ *(\w+\.lambda_\w+) = (\w+)\n\s*return \1\n/gm, "return $2\n"]],
};

/**
 * A name that the module binds further down than the function that reads it is taken from the module, without being
 * looked for.
 */
function withoutSearch(js, module) {
  const binds = (name) =>
    js.includes(`${module}.${name} = `) || RegExp(`pid_def\\(${module}, \\w+, frame, '${name}'`).test(js);
  return js.replace(/\$B\.resolve_in_scopes\('(\w+)', \[\w+,(\w+),_b_\], \d*\)/g, (search, name, outer) => (
    outer === module && binds(name) ? `${module}.${name}` : search));
}

/**
 * What compile.js does of it for these families: `compiler` changes brython.js, `written` the JavaScript of a module.
 */
module.exports = function emitted(families) {
  const has = (family) => families.includes(family);
  const chosen = (changes) => families.flatMap((family) => changes[family] ?? []);
  return {
    compiler: chosen(compiler(has)),
    written(js, module) {
      const read = chosen(written).reduce((text, [found, instead]) => text.replace(found, instead), js);
      return has("names") ? withoutSearch(read, module) : read;
    },
  };
};

/** Every family that changes the compiler or what it writes. */
module.exports.families = [...new Set([...Object.keys(compiler(() => true)), ...Object.keys(written), "names"])];
