// value.name(…) and called(…), named by emitted.js after their number of arguments.
(function ($B) {
  "use strict";
  const { methodOf, functionOf } = $B.pid_tools;
  const _b_ = $B.builtins, DICT = $B.DICT;

  /** `value.name(…)`, for none to three arguments, and for any. */
  $B.pid_method0 = function (value, name) {
    const found = methodOf(value, name);
    if (found !== undefined) return found(value);
    const called = functionOf(value, name);
    return called === undefined ? $B.call_attr(value, name, undefined) : $B.pid_apply0(called);
  };
  $B.pid_method1 = function (value, name, first) {
    const found = methodOf(value, name);
    if (found !== undefined) return found(value, first);
    const called = functionOf(value, name);
    return called === undefined ? $B.call_attr(value, name, undefined, first) : $B.pid_apply1(called, first);
  };
  $B.pid_method2 = function (value, name, first, second) {
    const found = methodOf(value, name);
    if (found !== undefined) return found(value, first, second);
    const called = functionOf(value, name);
    return called === undefined
      ? $B.call_attr(value, name, undefined, first, second)
      : $B.pid_apply2(called, first, second);
  };
  $B.pid_method3 = function (value, name, first, second, third) {
    const found = methodOf(value, name);
    if (found !== undefined) return found(value, first, second, third);
    const called = functionOf(value, name);
    return called === undefined
      ? $B.call_attr(value, name, undefined, first, second, third)
      : $B.pid_apply3(called, first, second, third);
  };
  $B.pid_method = function (value, name, ...given) {
    const found = methodOf(value, name);
    if (found !== undefined) return found(value, ...given);
    const called = functionOf(value, name);
    return called === undefined ? $B.call_attr(value, name, undefined, ...given) : $B.pid_apply(called, ...given);
  };

  /** What makes the instances of a plain class, or undefined. */
  const factoryOf = (called) =>
    called?.ob_type === _b_.type && called[DICT] !== undefined ? called.$factory : undefined;

  /** `called(…)`, for none to three arguments, and for any. */
  $B.pid_apply0 = function (called) {
    if (called?.ob_type === $B.function) return called();
    return $B.$call(called);
  };
  $B.pid_apply1 = function (called, first) {
    if (called?.ob_type === $B.function) return called(first);
    return $B.$call(called, first);
  };
  $B.pid_apply2 = function (called, first, second) {
    if (called?.ob_type === $B.function) return called(first, second);
    const factory = factoryOf(called);
    return factory === undefined ? $B.$call(called, first, second) : factory(first, second);
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
})(__BRYTHON__);
