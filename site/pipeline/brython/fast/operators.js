// Truth, identity, comparison and arithmetic of primitive values.
(function ($B) {
  "use strict";
  const { isSequence } = $B.pid_tools;
  const { None } = $B.builtins;
  const slow = {
    $bool: $B.$bool,
    $is: $B.$is,
    rich_comp: $B.rich_comp,
    rich_op: $B.rich_op,
    augm_assign: $B.augm_assign,
  };

  $B.$bool = function (value) {
    if (typeof value === "boolean") return value;
    if (value === None) return false;
    if (typeof value === "string") return value !== "";
    if (typeof value === "number") return value !== 0;
    return isSequence(value) ? value.length > 0 : slow.$bool(value);
  };
  $B.$is = function (left, right) {
    return left === None || right === None ? left === right : slow.$is(left, right);
  };
  $B.rich_comp = function (operation, left, right) {
    const type = typeof left;
    if (type === typeof right && (type === "string" || type === "number" || type === "boolean")) {
      if (operation === "__eq__") return left === right;
      if (operation === "__ne__") return left !== right;
      if (type === "number") {
        if (operation === "__lt__") return left < right;
        if (operation === "__le__") return left <= right;
        if (operation === "__gt__") return left > right;
        if (operation === "__ge__") return left >= right;
      }
    }
    return slow.rich_comp(operation, left, right);
  };
  $B.rich_op = function (operation, left, right) {
    if (typeof left === "number" && typeof right === "number") {
      let made;
      if (operation === "__add__") made = left + right;
      else if (operation === "__sub__") made = left - right;
      else if (operation === "__mul__") made = left * right;
      else if (right > 0 && operation === "__floordiv__") made = Math.floor(left / right);
      else if (right > 0 && left >= 0 && operation === "__mod__") made = left % right;
      if (Number.isSafeInteger(made)) return made;
    } else if (operation === "__add__" && typeof left === "string" && typeof right === "string") return left + right;
    return slow.rich_op(operation, left, right);
  };
  $B.augm_assign = function (left, operation, right) {
    if (operation === "+=") {
      if (typeof left === "string" && typeof right === "string") return left + right;
      if (typeof left === "number" && typeof right === "number" && Number.isSafeInteger(left + right))
        return left + right;
    }
    return slow.augm_assign(left, operation, right);
  };
})(__BRYTHON__);
