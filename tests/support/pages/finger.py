"""A finger on a phone: it scrolls to what it taps, and types on the keyboard of the screen; no mouse, no Tab."""

from tests.support.pages.hand import CLICKS, Hand

SMALL = 24
"""Pixels under which a target is too small for a finger (WCAG 2.5.8)."""
TARGET = """(one) => {
  const label = one.matches('[type=radio], [type=checkbox]') ? one.labels[0] : null;
  const seen = label ?? one;
  seen.scrollIntoView({ block: 'center' });
  const box = seen.getClientRects()[0];
  const x = box.x + Math.min(box.width / 2, 40), y = box.y + box.height / 2;
  const met = document.elementFromPoint(x, y);
  return { x, y, width: seen.getBoundingClientRect().width, height: seen.getBoundingClientRect().height,
    inside: x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight, met: Boolean(met && (seen.contains(met)
      || one.contains(met) || met.contains(one))), wide: document.documentElement.scrollWidth > innerWidth,
    told: shown.told(one) };
}"""


class Finger(Hand):
    """``faults`` is what it met on its way: targets too small, out of sight or covered, and pages wider than the
    screen."""

    has_keys = False

    def __init__(self, page, tally):
        Hand.__init__(self, page, tally)
        self.faults = set()

    def click(self, element):
        self.tally.add(CLICKS)
        self.tap(element)

    def tap(self, element):
        target = element.evaluate(TARGET)
        where = self.tally.page + " " + target["told"].strip()
        for wrong, what in ((min(target["width"], target["height"]) < SMALL, "too small: {width} × {height}"),
                            (not target["inside"], "out of the screen"), (not target["met"], "covered"),
                            (target["wide"], "the page is wider than the screen")):
            if wrong:
                self.faults.add(where + ": " + what.format(**target))
        self.page.touchscreen.tap(target["x"], target["y"])

    def reach(self, rank):
        if self.look("focus")["rank"] != rank:
            self.click(self.element(rank))
        return rank

    def press(self, key, times=1):
        """The keyboard of the screen has Enter; what replaces a text was selected by a long press."""
        if key != "Tab":
            Hand.press(self, key, times)

    def choose(self, rank, value):
        self.click(self.element(rank))
        self.element(rank).select_option(value)
