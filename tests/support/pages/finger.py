"""A finger on a phone: it scrolls to what it taps, and types on the keyboard of the screen; no mouse, no Tab."""

from tests.support.pages.hand import CLICKS, Hand
from tests.support.pages.steps import until

SMALL = 24
"""Pixels under which a target is too small for a finger (WCAG 2.5.8)."""
RISES = 250
"""Milliseconds that the keyboard of the screen takes to come: Chromium drops the letters that are typed before."""
TRIES = 4
TARGET = """async (one) => {
  const label = one.matches('[type=radio], [type=checkbox]') ? one.labels[0] : null;
  const seen = label ?? one;
  seen.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (let still = null, y = null; still === null || y !== still;) {
    still = y;
    await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
    y = seen.getBoundingClientRect().y;
  }
  shown.tapped = false;
  document.addEventListener('click', () => { shown.tapped = true; }, { once: true, capture: true });
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
    long = 0  # the keyboard of a phone gives texts, not keys

    def __init__(self, page, tally):
        Hand.__init__(self, page, tally)
        self.faults = set()

    def click(self, element):
        self.tally.add(CLICKS)
        self.tap(element)

    def tap(self, element):
        target = self.aim(element)
        self.page.touchscreen.tap(target["x"], target["y"])
        # the click of a tap comes after it, or the page is another
        until(lambda: self.page.evaluate("window.shown?.tapped !== false"))

    def aim(self, element):
        """Scroll to what is to be tapped, and say where it is; what is wrong with it is kept."""
        for _ in range(TRIES):  # a page that has just come may still scroll to its beginning
            target = element.evaluate(TARGET)
            if target["inside"] and target["met"]:
                break
            self.page.wait_for_timeout(RISES)
        where = self.tally.page + " " + target["told"].strip()
        for wrong, what in ((min(target["width"], target["height"]) < SMALL, "too small: {width} × {height}"),
                            (not target["inside"], "out of the screen"), (not target["met"], "covered"),
                            (target["wide"], "the page is wider than the screen")):
            if wrong:
                self.faults.add(where + ": " + what.format(**target))
        return target

    def reach(self, rank):
        if self.look("focus")["rank"] != rank:
            self.click(self.element(rank))
            self.page.wait_for_timeout(RISES)
        return rank

    def press(self, key, times=1):
        """The keyboard of the screen has Enter; what replaces a text was selected by a long press. Instead of Tab it is
        put away."""
        if key == "Tab":
            self.page.evaluate("document.activeElement.blur()")
        else:
            Hand.press(self, key, times)

    def choose(self, rank, value):
        """The list of a drop-down is the system's, over the page: here it would stay open and take the keys."""
        self.tally.add(CLICKS, 2, value)
        element = self.element(rank).element_handle()  # what is left may change its rank
        self.aim(element)
        element.focus()
        element.select_option(value)
