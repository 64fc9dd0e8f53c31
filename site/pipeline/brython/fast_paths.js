// Last part of brython.js: shorter ways for what the page does most. Each one answers the ordinary case (plain
// instances, strings, integers, lists, dicts with text keys) and leaves every other to Brython's own function, so that
// the meaning does not change; the tests compare the reports of both interpreters.
(function ($B) {
  "use strict";
  const _b_ = $B.builtins;
  const { None, str, list, tuple, dict, int, bool } = _b_;
  const hasOwn = Object.hasOwn;
  const DICT = $B.DICT, TYPE = $B.OB_TYPE, JSOBJ = $B.JSOBJ;
  const slow = Object.fromEntries(["get_class", "enter_frame", "leave_frame", "$bool", "$is", "rich_comp", "rich_op",
    "augm_assign", "$is_member", "$getitem", "getitem_slice", "$setitem", "make_js_iterator", "unpacker"].map((name) => [name, $B[name]]));

  const EXACT = new Set([str, list, tuple, dict, int, bool]);
  const isSequence = (value) => Array.isArray(value) && (value.ob_type === list || value.ob_type === tuple);
  const isDict = (value) => value[TYPE] === dict && value[JSOBJ] === undefined;

  $B.get_class = function (value) {
    switch (typeof value) {
      case "string": return str;
      case "boolean": return bool;
      case "number": return Number.isInteger(value) ? int : slow.get_class(value);
      default: return value?.ob_type ?? slow.get_class(value);
    }
  };

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

  /** `value.name` */
  $B.pid_get = function (value, name) {
    const held = value?.[DICT];
    if (held !== undefined && value.ob_type !== undefined) {
      const known = attributesOf(value.ob_type);
      if (known !== null) {
        if (!known.hasDescriptors) {
          // compile.js sends here no name that every JavaScript object inherits
          const own = held[name];
          if (own !== undefined) return own;
        }
        const entry = lookUp(value.ob_type, known, name);
        if (entry.kind === DESCRIPTOR) return $B.$getattr(value, name);
        if (hasOwn(held, name)) return held[name];
        if (entry.kind === VALUE) return entry.value;
      } else if (value.ob_type === $B.module && hasOwn(held, name)) return held[name];
    }
    return $B.$getattr(value, name);
  };

  $B.$setattr1 = function (value, name, given) {
    const held = value?.[DICT];
    if (held !== undefined && value.ob_type !== undefined) {
      const known = attributesOf(value.ob_type);
      if (known !== null) {
        if (!known.hasDescriptors || lookUp(value.ob_type, known, name).kind !== DESCRIPTOR) {
          held[name] = given;
          return None;
        }
      }
    }
    return $B.$setattr(value, name, given);
  };

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

  /** The primitive text of what Brython may have wrapped, for it holds signs beyond U+FFFF; any other value as it is. */
  const textOf = (value) => (typeof value === "object" && value instanceof String ? value.valueOf() : value);

  function parted(text, at, mark, otherwise) {
    return $B.fast_tuple(at < 0 ? otherwise : [text.slice(0, at), mark, text.slice(at + mark.length)]);
  }

  /** Without the signs of `marks` at both ends; undefined with signs beyond U+FFFF, of which each is two here. */
  function stripped(text, marks) {
    if (/[\ud800-\udfff]/.test(marks)) return undefined;
    let first = 0, last = text.length;
    while (first < last && marks.includes(text[first])) first += 1;
    while (last > first && marks.includes(text[last - 1])) last -= 1;
    return text.slice(first, last);
  }

  /** `value.name(…)`, for none to three arguments, and for any. */
  $B.pid_method0 = function (value, name) {
    if (typeof value === "string" && name === "strip" && (value === ""
      || (isInk(value.charCodeAt(0)) && isInk(value.charCodeAt(value.length - 1))))) return value;
    const found = methodOf(value, name);
    if (found !== undefined) return found(value);
    const called = functionOf(value, name);
    return called === undefined ? $B.call_attr(value, name, undefined) : $B.pid_apply0(called);
  };
  $B.pid_method1 = function (value, name, first) {
    if (name === "append" && value?.ob_type === list) {
      value.push(first);
      return None;
    }
    // Brython's own methods cut elsewhere once a sign is beyond U+FFFF; JavaScript's never cut a pair that is whole.
    const text = textOf(value);
    if (typeof text === "string") {
      const made = ofText(text, name, textOf(first));
      if (made !== undefined) return made;
    }
    const found = methodOf(value, name);
    if (found !== undefined) return found(value, first);
    const called = functionOf(value, name);
    return called === undefined ? $B.call_attr(value, name, undefined, first) : $B.pid_apply1(called, first);
  };
  $B.pid_method2 = function (value, name, first, second) {
    const text = textOf(value), old = textOf(first), made = textOf(second);
    if (typeof text === "string" && name === "replace" && typeof old === "string" && old !== ""
      && typeof made === "string") return text.split(old).join(made);
    const found = methodOf(value, name);
    if (found !== undefined) return found(value, first, second);
    const called = functionOf(value, name);
    return called === undefined ? $B.call_attr(value, name, undefined, first, second) : $B.pid_apply2(called, first, second);
  };
  $B.pid_method3 = function (value, name, first, second, third) {
    const found = methodOf(value, name);
    if (found !== undefined) return found(value, first, second, third);
    const called = functionOf(value, name);
    return called === undefined ? $B.call_attr(value, name, undefined, first, second, third) : $B.pid_apply3(called, first, second, third);
  };
  $B.pid_method = function (value, name, ...given) {
    const found = methodOf(value, name);
    if (found !== undefined) return found(value, ...given);
    const called = functionOf(value, name);
    return called === undefined ? $B.call_attr(value, name, undefined, ...given) : $B.pid_apply(called, ...given);
  };

  // Calls.

  const length = _b_.len, isinstance = _b_.isinstance;

  const { sum } = _b_;
  const DIGITS = /^[0-9]{1,15}$/;

  /** What makes the instances of a plain class, or undefined. */
  const factoryOf = (called) => (called?.ob_type === _b_.type && called[DICT] !== undefined ? called.$factory : undefined);

  /** `called(…)`, for none to three arguments, and for any. */
  $B.pid_apply0 = function (called) {
    if (called?.ob_type === $B.function) return called();
    return $B.$call(called);
  };
  $B.pid_apply1 = function (called, first) {
    if (called?.ob_type === $B.function) return called(first);
    if (called === length) {
      if (typeof first === "string") return lengthOfText(first);
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
    return $B.$call(called, first);
  };
  $B.pid_apply2 = function (called, first, second) {
    if (called?.ob_type === $B.function) return called(first, second);
    if (called === isinstance) {
      if (EXACT.has(second)) {
        const type = $B.get_class(first);
        if (type === second || (type === bool && second === int)) return true;
        if (first === None || EXACT.has(type)) return false;
      }
    } else {
      const factory = factoryOf(called);
      if (factory !== undefined) return factory(first, second);
    }
    return $B.$call(called, first, second);
  };
  $B.pid_apply3 = function (called, first, second, third) {
    if (called?.ob_type === $B.function) return called(first, second, third);
    const factory = factoryOf(called);
    return factory === undefined ? $B.$call(called, first, second, third) : factory(first, second, third);
  };
  $B.pid_apply = function (called, ...given) {
    if (called?.ob_type === $B.function) return called(...given);
    const factory = factoryOf(called);
    return factory === undefined ? $B.$call(called, ...given) : factory(...given);
  };

  /** Code points, as Python counts; Brython counts both halves of a sign beyond U+FFFF in a text that comes from JSON. */
  function lengthOfText(text) {
    let count = text.length;
    for (let index = 1; index < text.length; index++) {
      if (text.charCodeAt(index) >= 0xdc00 && text.charCodeAt(index) <= 0xdfff
        && text.charCodeAt(index - 1) >= 0xd800 && text.charCodeAt(index - 1) <= 0xdbff) count -= 1;
    }
    return count;
  }

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

  /** What Brython knows of a function, where compile.js writes only what is not ordinary. */
  $B.pid_function = function (called, frame, name = "<lambda>", names = [], defaults = None, rest = null, keywords = null,
    keywordDefaults = None, keywordOnly = 0, positionOnly = 0, flags = 3) {
    const module = frame[2];
    called.$function_infos = [module, name, name, frame.__file__, defaults, keywordDefaults, None, names, rest, keywords,
      names.length - keywordOnly, 1, flags, [], keywordOnly, positionOnly, names, false, [], frame];
    $B.set_func_attrs(called, frame, module);
    called.ob_type = $B.function;
    called.__annotate__ = None;
  };
  /** A function that its module, its class or the function around it holds under its own name. */
  $B.pid_def = function (held, called, frame, name, ...more) {
    $B.pid_function(called, frame, name, ...more);
    held[name] = called;
  };

  // Frames, without tracing: nobody debugs in the page.

  $B.enter_frame = function (frame, file) {
    const before = $B.frame_obj;
    const count = before === null ? 0 : before.count;
    if (count > $B.recursion_limit) return slow.enter_frame(frame, file, 1);
    frame.ob_type = $B.frame;
    frame.__file__ = file;
    frame.$lineno = 1;
    frame.$f_trace = None;
    $B.frame_obj = { prev: before, frame, count: count + 1 };
  };
  /** The frame of a call of a function compiled in a module. */
  $B.pid_enter = function (called, locals, module) {
    const frame = [called.$function_infos[1], locals, module.__name__, module, called];
    $B.enter_frame(frame, module.__file__);
    return frame;
  };
  $B.leave_frame = function (given) {
    const now = $B.frame_obj;
    if (now === null) return undefined;
    if (now.frame.$coroutine || now.frame.$has_generators || now.frame.$current_exception) return slow.leave_frame(given);
    $B.frame_obj = now.prev;
    return None;
  };
  $B.trace_return_and_leave = function (frame, result) {
    $B.leave_frame();
    return result;
  };

  // Operators.

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
      if (typeof left === "number" && typeof right === "number" && Number.isSafeInteger(left + right)) return left + right;
    }
    return slow.augm_assign(left, operation, right);
  };
  // Brython wraps in an object some texts with signs beyond U+FFFF, and then does not find them in its dicts.
  const plain = (key) => (key instanceof String ? key.valueOf() : key);

  $B.$is_member = function (given, held) {
    const sought = plain(given);
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
  $B.$getitem = function (held, given) {
    const key = plain(given);
    if (typeof key === "number") {
      if (key >= 0 && key < held.length && isSequence(held)) return held[key];
      const text = textOf(held);
      if (typeof text === "string" && lengthOfText(text) !== text.length) {
        const sign = Array.from(text).at(key);
        if (sign !== undefined) return sign;
      }
    } else if (typeof key === "string" && isDict(held) && hasOwn(held, key)) return held[key];
    const found = methodOf(held, "__getitem__");
    return found === undefined ? slow.$getitem(held, key) : found(held, key);
  };
  $B.getitem_slice = function (held, { start, stop, step }, position) {
    if (step === None && (start === None || typeof start === "number") && (stop === None || typeof stop === "number")) {
      const first = start === None ? 0 : start, last = stop === None ? undefined : stop;
      const text = textOf(held);
      if (typeof text === "string") {
        return lengthOfText(text) === text.length ? text.slice(first, last) : Array.from(text).slice(first, last).join("");
      }
      if (held?.ob_type === list) return $B.$list(held.slice(first, last));
    }
    return slow.getitem_slice(held, arguments[1], position);
  };
  $B.$setitem = function (held, given, value) {
    const key = plain(given);
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

  // Loops and unpacking.

  // Over a dict, a copy of its keys: nothing is thrown at the end, as Brython does inside.
  $B.make_js_iterator = function (iterated, ...more) {
    if (typeof iterated === "string") return iterated[Symbol.iterator]();
    if (isSequence(iterated)) return iterated[Symbol.iterator]();
    if (isDict(iterated) && iterated[$B.pid_keys] === undefined) return Object.keys(iterated)[Symbol.iterator]();
    return slow.make_js_iterator(iterated, ...more);
  };

  class Unpacked {
    constructor(items) {
      this.items = items;
      this.next = 0;
    }

    read_one() {
      return this.items[this.next++];
    }
  }
  $B.unpacker = function (value, count, starred, ...more) {
    if (!starred && isSequence(value) && value.length === count) return new Unpacked(value);
    return slow.unpacker(value, count, starred, ...more);
  };
})(__BRYTHON__);
