// Loops over lists, texts and dicts, and unpacking.
(function ($B) {
  "use strict";
  const { isSequence, isDict } = $B.pid_tools;
  const slow = { make_js_iterator: $B.make_js_iterator, unpacker: $B.unpacker };

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
