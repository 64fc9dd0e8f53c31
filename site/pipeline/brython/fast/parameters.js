// The local names of a call, from its arguments.
(function ($B) {
  "use strict";
  const { None } = $B.builtins;
  const hasOwn = Object.hasOwn;

  /** Arguments of a function that declares one by one those that it needs: `rest` is what came after them. */
  function given(declared, rest) {
    if (rest.length > 0) return [...declared, ...rest];
    while (declared.length > 0 && declared[declared.length - 1] === undefined) declared.pop();
    return declared;
  }
  $B.pid_args = function (called, declared, rest) {
    return $B.args_parser(called, given(declared, rest));
  };

  const signatures = new Map();

  /** Names and default values of a function, or null where it is better left to Brython. */
  function signatureOf(called) {
    let known = signatures.get(called);
    if (known === undefined) {
      const infos = called.$function_infos, at = $B.func_attrs;
      const names = infos[at.arg_names], defaults = infos[at.__defaults__];
      const simple = infos[at.args_vararg] === null && infos[at.args_kwarg] === null
        && infos[at.kwonlyargs_length] === 0 && !infos[at.posonlyargs_length];
      known = simple ? { names, defaults: defaults === None ? [] : defaults } : null;
      signatures.set(called, known);
    }
    return known;
  }

  /** The local names of a call, from its arguments; Brython's own function raises what must be raised. */
  $B.pid_locals = function (called, given) {
    const signature = signatureOf(called);
    if (signature === null) return $B.args_parser(called, given);
    const { names, defaults } = signature;
    const last = given[given.length - 1]?.$kw;
    const count = last === undefined ? given.length : given.length - 1;
    if (count > names.length || (last !== undefined && last.length > 1)) return $B.args_parser(called, given);
    const locals = {};
    for (let index = 0; index < count; index++) locals[names[index]] = given[index];
    let filled = count;
    if (last !== undefined) {
      for (const name in last[0]) {
        if (hasOwn(locals, name) || !names.includes(name)) return $B.args_parser(called, given);
        locals[name] = last[0][name];
        filled += 1;
      }
    }
    if (filled < names.length) {
      const first = names.length - defaults.length;
      for (let index = count; index < names.length; index++) {
        if (hasOwn(locals, names[index])) continue;
        if (index < first) return $B.args_parser(called, given);
        locals[names[index]] = defaults[index - first];
      }
    }
    return locals;
  };
})(__BRYTHON__);
