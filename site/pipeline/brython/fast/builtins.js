// len, str, int, sum and isinstance of ordinary values.
(function ($B) {
  "use strict";
  const { EXACT, isSequence, isAstral } = $B.pid_tools;
  const { None, len, str, int, bool, sum, isinstance } = $B.builtins;
  const slow = { apply1: $B.pid_apply1, apply2: $B.pid_apply2 };
  const DIGITS = /^[0-9]{1,15}$/;

  $B.pid_apply1 = function (called, first) {
    if (called === len) {
      if (typeof first === "string" && !isAstral(first)) return first.length;
      if (isSequence(first)) return first.length;
    } else if (called === str) {
      if (typeof first === "string" || Number.isInteger(first)) return String(first);
    } else if (called === int) {
      if (typeof first === "string" && DIGITS.test(first)) return Number(first);
    } else if (called === sum && isSequence(first)) {
      let total = 0;
      for (const one of first) total += typeof one === "number" ? one : NaN;
      if (Number.isSafeInteger(total)) return total;
    }
    return slow.apply1(called, first);
  };
  $B.pid_apply2 = function (called, first, second) {
    if (called === isinstance && EXACT.has(second)) {
      const type = $B.get_class(first);
      if (type === second || (type === bool && second === int)) return true;
      if (first === None || EXACT.has(type)) return false;
    }
    return slow.apply2(called, first, second);
  };
})(__BRYTHON__);
