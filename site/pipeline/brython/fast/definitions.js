// What Brython knows of a function, where emitted.js writes only what is not ordinary.
(function ($B) {
  "use strict";
  const { None } = $B.builtins;

  $B.pid_function = function (
    called,
    frame,
    name = "<lambda>",
    names = [],
    defaults = None,
    rest = null,
    keywords = null,
    keywordDefaults = None,
    keywordOnly = 0,
    positionOnly = 0,
    flags = 3,
  ) {
    const module = frame[2];
    called.$function_infos = [
      module,
      name,
      name,
      frame.__file__,
      defaults,
      keywordDefaults,
      None,
      names,
      rest,
      keywords,
      names.length - keywordOnly,
      1,
      flags,
      [],
      keywordOnly,
      positionOnly,
      names,
      false,
      [],
      frame,
    ];
    $B.set_func_attrs(called, frame, module);
    called.ob_type = $B.function;
    called.__annotate__ = None;
  };
  /** A function that its module, its class or the function around it holds under its own name. */
  $B.pid_def = function (held, called, frame, name, ...more) {
    $B.pid_function(called, frame, name, ...more);
    held[name] = called;
  };
})(__BRYTHON__);
