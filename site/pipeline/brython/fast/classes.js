// The class of a primitive value, told without looking for it.
(function ($B) {
  "use strict";
  const { str, int, bool } = $B.builtins;
  const slow = $B.get_class;
  $B.get_class = function (value) {
    switch (typeof value) {
      case "string": return str;
      case "boolean": return bool;
      case "number": return Number.isInteger(value) ? int : slow(value);
      default: return value?.ob_type ?? slow(value);
    }
  };
})(__BRYTHON__);
