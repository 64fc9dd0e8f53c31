// value in held, held[key], held[first:last] and held[key] = value.
(function ($B) {
  "use strict";
  const { isSequence, isDict, isAstral, methodOf } = $B.pid_tools;
  const { None, list, dict } = $B.builtins;
  const hasOwn = Object.hasOwn;
  const slow = {
    $is_member: $B.$is_member,
    $getitem: $B.$getitem,
    getitem_slice: $B.getitem_slice,
    $setitem: $B.$setitem,
  };

  $B.$is_member = function (sought, held) {
    if (typeof sought === "string" && held !== null) {
      if (typeof held === "string") return held.includes(sought);
      if (isDict(held)) return hasOwn(held, sought);
      if (isSequence(held)) {
        if (held.includes(sought)) return true;
        if (held.every((one) => typeof one === "string" || typeof one === "number")) return false;
      }
    }
    if (typeof sought === "number" && isSequence(held)) {
      if (held.includes(sought)) return true;
      if (held.every((one) => typeof one === "string" || typeof one === "number")) return false;
    }
    return slow.$is_member(sought, held);
  };
  $B.$getitem = function (held, key) {
    if (typeof key === "number") {
      if (key >= 0 && key < held.length && isSequence(held)) return held[key];
    } else if (typeof key === "string" && isDict(held) && hasOwn(held, key)) return held[key];
    const found = methodOf(held, "__getitem__");
    return found === undefined ? slow.$getitem(held, key) : found(held, key);
  };
  $B.getitem_slice = function (held, cut, position) {
    const { start, stop, step } = cut;
    if (step === None && (start === None || typeof start === "number") && (stop === None || typeof stop === "number")) {
      const first = start === None ? 0 : start, last = stop === None ? undefined : stop;
      if (typeof held === "string" && !isAstral(held)) return held.slice(first, last);
      if (held?.ob_type === list) return $B.$list(held.slice(first, last));
    }
    return slow.getitem_slice(held, cut, position);
  };
  $B.$setitem = function (held, key, value) {
    if (typeof key === "string" && isDict(held)) {
      // a negative number written as a text is what Brython keeps apart: no such key begins with a letter
      if (key.charCodeAt(0) >= 65 && held[$B.pid_keys] === undefined && held[$B.JSOBJ] === undefined) {
        if (!hasOwn(held, key)) held[$B.pid_version] = (held[$B.pid_version] ?? 0) + 1;
        held[key] = value;
      } else dict.$setitem(held, key, value);
      return undefined;
    }
    return slow.$setitem(held, key, value);
  };
})(__BRYTHON__);
