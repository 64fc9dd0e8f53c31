// Methods of texts, and append of lists.
(function ($B) {
  "use strict";
  const { isSequence, isAstral } = $B.pid_tools;
  const { None, list } = $B.builtins;
  const slow = { method0: $B.pid_method0, method1: $B.pid_method1, method2: $B.pid_method2 };

  /** Whether a sign is a visible one of ASCII or an accented letter: it is then no space for Python either. */
  const isInk = (code) => (code > 0x20 && code < 0x7f) || (code >= 0xc0 && code < 0x250);

  /** Some methods of texts with one argument; undefined where Brython must answer. */
  function ofText(text, name, given) {
    if (name === "join") {
      return isSequence(given) && given.every((one) => typeof one === "string") ? given.join(text) : undefined;
    }
    if (typeof given !== "string" || given === "") return undefined;
    switch (name) {
      case "split": return $B.$list(text.split(given));
      case "startswith": return text.startsWith(given);
      case "endswith": return text.endsWith(given);
      case "partition": return parted(text, text.indexOf(given), given, [text, "", ""]);
      case "rpartition": return parted(text, text.lastIndexOf(given), given, ["", "", text]);
      case "strip": return stripped(text, given);
      default: return undefined;
    }
  }

  function parted(text, at, mark, otherwise) {
    return $B.fast_tuple(at < 0 ? otherwise : [text.slice(0, at), mark, text.slice(at + mark.length)]);
  }

  /** Without the signs of `marks` at both ends; undefined with signs beyond U+FFFF, of which each is two here. */
  function stripped(text, marks) {
    if (isAstral(marks)) return undefined;
    let first = 0, last = text.length;
    while (first < last && marks.includes(text[first])) first += 1;
    while (last > first && marks.includes(text[last - 1])) last -= 1;
    return text.slice(first, last);
  }

  $B.pid_method0 = function (value, name) {
    if (typeof value === "string" && name === "strip" && (value === ""
      || (isInk(value.charCodeAt(0)) && isInk(value.charCodeAt(value.length - 1))))) return value;
    return slow.method0(value, name);
  };
  $B.pid_method1 = function (value, name, first) {
    if (name === "append" && value?.ob_type === list) {
      value.push(first);
      return None;
    }
    const made = typeof value === "string" ? ofText(value, name, first) : undefined;
    return made === undefined ? slow.method1(value, name, first) : made;
  };
  $B.pid_method2 = function (value, name, first, second) {
    if (typeof value === "string" && name === "replace" && typeof first === "string" && first !== ""
      && typeof second === "string") return value.split(first).join(second);
    return slow.method2(value, name, first, second);
  };
})(__BRYTHON__);
