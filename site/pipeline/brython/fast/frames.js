// Frames without lines, positions and tracing: nobody debugs in the page, and the sources are not sent.
(function ($B) {
  "use strict";
  const { None } = $B.builtins;
  const slow = { enter_frame: $B.enter_frame, leave_frame: $B.leave_frame };

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
    if (now.frame.$coroutine || now.frame.$has_generators || now.frame.$current_exception)
      return slow.leave_frame(given);
    $B.frame_obj = now.prev;
    return None;
  };
  $B.trace_return_and_leave = function (frame, result) {
    $B.leave_frame();
    return result;
  };
})(__BRYTHON__);
