// What the families share. Each of them answers the ordinary case (plain instances, primitive texts, integers, lists,
// dicts with text keys) and leaves every other to Brython's own function, so that the meaning does not change.
(function ($B) {
  "use strict";
  const _b_ = $B.builtins;
  const { None, str, list, tuple, dict, int, bool } = _b_;
  const hasOwn = Object.hasOwn;
  const DICT = $B.DICT, TYPE = $B.OB_TYPE, JSOBJ = $B.JSOBJ;

  const EXACT = new Set([str, list, tuple, dict, int, bool]);
  const isSequence = (value) => Array.isArray(value) && (value.ob_type === list || value.ob_type === tuple);
  const isDict = (value) => value[TYPE] === dict && value[JSOBJ] === undefined;
  /** Whether a text holds characters beyond U+FFFF: Brython, mended by fixes.py, answers for these. */
  const isAstral = (text) => /[\ud800-\udfff]/.test(text);

  // Attributes of plain classes: what the class and its bases hold under a name, sought once.

  const ABSENT = 0, FUNCTION = 1, VALUE = 2, DESCRIPTOR = 3;
  const LOOKED = Symbol("attributes");

  /** What a class holds under each name, or null for a class whose instances are not plain. */
  function attributesOf(type) {
    let known = type[LOOKED];
    if (known === undefined) {
      const plain = type.ob_type === _b_.type && (type.tp_flags & $B.TPFLAGS.HEAPTYPE)
        && type.$getattribute === _b_.object.tp_getattro && $B.search_in_mro(type, "__getattr__", $B.NULL) === $B.NULL
        && type.tp_setattro === _b_.object.tp_setattro
        && type.tp_mro.every((base) => base === _b_.object || (base.tp_flags & $B.TPFLAGS.HEAPTYPE));
      type[LOOKED] = known = plain ? new Map() : null;
      if (plain) known.hasDescriptors = type.tp_mro.some((base) => base !== _b_.object && Object.keys(base[DICT]).some(
        (name) => !name.startsWith("__") && lookUp(type, known, name).kind === DESCRIPTOR));
    }
    return known;
  }

  function lookUp(type, known, name) {
    let entry = known.get(name);
    if (entry === undefined) {
      const value = $B.search_in_mro(type, name, $B.NULL);
      let kind = DESCRIPTOR;
      if (value === $B.NULL) kind = ABSENT;
      else if (value.ob_type === $B.function) kind = FUNCTION;
      else if (value === None || EXACT.has($B.get_class(value))) kind = VALUE;
      known.set(name, entry = { kind, value });
    }
    return entry;
  }

  /** The function that a module or a plain instance holds under a name of its own, or undefined. */
  function functionOf(value, name) {
    const held = value?.[DICT];
    if (held === undefined || !hasOwn(held, name)) return undefined;
    if (value.ob_type === $B.module) return held[name];
    const known = attributesOf(value.ob_type);
    return known !== null && lookUp(value.ob_type, known, name).kind !== DESCRIPTOR ? held[name] : undefined;
  }

  /** The function that `value.name(…)` calls with the instance first, or undefined when that is not so simple. */
  function methodOf(value, name) {
    const held = value?.[DICT];
    if (held === undefined || value.ob_type === undefined) return undefined;
    const known = attributesOf(value.ob_type);
    if (known === null) return undefined;
    const entry = lookUp(value.ob_type, known, name);
    return entry.kind === FUNCTION && held[name] === undefined ? entry.value : undefined;
  }

  $B.pid_tools = { EXACT, DESCRIPTOR, VALUE, isSequence, isDict, isAstral, attributesOf, lookUp, functionOf, methodOf };
})(__BRYTHON__);
