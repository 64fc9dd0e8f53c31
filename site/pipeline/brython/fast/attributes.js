// value.name, and value.name = …
(function ($B) {
  "use strict";
  const { DESCRIPTOR, VALUE, attributesOf, lookUp } = $B.pid_tools;
  const { None } = $B.builtins;
  const hasOwn = Object.hasOwn, DICT = $B.DICT;

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
})(__BRYTHON__);
