"""A hand that fills a page with a mouse and a keyboard, and counts what it does.

What is counted, the same in every version:

- an **answer**: a question, or a cell of the timetable, whose answer the hand had to give or to change; the three boxes
  of a date are one, so are the boxes ticked of one question;
- a **click**: a press of the mouse, on a button, a link, a radio button, a box to tick, or in a field to write there;
  two for a drop-down list, which is opened, then chosen from;
- a **keystroke**: a character typed, a Tab, an Enter, a Ctrl+A before what is there is replaced;
- **text**: of these, the characters of answers of several lines, which somebody composes and no interface spares.

The hand goes from field to field by Tab or by Enter where three or fewer lead there, from a row or a cell of the
timetable to another by Enter likewise, else by a click; to « Continuer », after a key, by Enter where one leads
there. A long text counts for all its characters, though it is put at once.
"""

from collections import Counter
from pathlib import Path

from tests.support.pages.steps import until

SHOWN = Path(__file__).with_name("shown.js").read_text(encoding="utf-8")
ALL = "main input, main select, main textarea, main button, main summary, main a[href]"
"""Every element that the hand may reach, as ``shown.js`` ranks them."""
NEAR = 3
LONG = 30
ANSWERS, CLICKS, KEYS, TEXT = "answers", "clicks", "keystrokes", "text"
WHAT = (ANSWERS, CLICKS, KEYS, TEXT)


class Tally:
    """What was counted, page by page, and what was typed where: (path, answer)."""

    def __init__(self):
        self.page = ""
        self.pages = {}
        self.typed = []
        self.actions = []
        """Each answer, click and text, in order: (page, what, number, where)."""

    def answer(self, path, value="", own=False):
        """An answer is given at ``path``; ``value`` where it is typed, ``own`` where it is a text that is composed."""
        self.add(ANSWERS, where=f"{path} = {value}" if value else path)
        self.add(TEXT, len(value) if own else 0)
        if value:
            self.typed.append((path, value))

    def add(self, what, number=1, where=""):
        self.pages.setdefault(self.page, Counter())[what] += number
        if number:
            self.actions.append((self.page, what, number, where))

    def total(self):
        """{what: number} of all pages together."""
        return {what: sum(one[what] for one in self.pages.values()) for what in WHAT}


class Hand:
    """The mouse and the keyboard of one page; ``tally`` counts."""

    has_keys = True
    """Whether it has Ctrl, the arrows and F2."""
    long = LONG
    """From which length a text is put at once."""

    def __init__(self, page, tally):
        self.page, self.tally = page, tally
        page.add_init_script(SHOWN)

    def look(self, what, *given):
        """What ``shown.js`` says."""
        return self.page.evaluate("([what, given]) => window.shown[what](...given)", [what, list(given)])

    def element(self, rank):
        return self.page.locator(ALL).nth(rank)

    def click(self, element):
        self.tally.add(CLICKS, where=element.evaluate("(one) => shown.told(one)"))
        element.click()

    def press(self, key, times=1):
        self.tally.add(KEYS, times, key)
        for _ in range(times):
            self.page.keyboard.press(key)

    def reach(self, rank):
        """Put the focus in a field; gives its rank then, which what is left may change."""
        self.look("aim", rank)
        far, rows, moves, waits = [self.look(what, rank) for what in ("tabs", "enters", "moves", "waits")]
        near = [(times, key) for key, times in moves.items() if times <= NEAR and (far < 0 or times <= far)]
        if near:
            self.press(min(near)[1], min(near)[0])
        elif 0 < waits <= NEAR and not 0 <= far <= waits:
            self.press("Enter", waits)
        elif 0 <= far <= NEAR:
            self.press("Tab", far)
        elif rows and rows["enter"] + rows["tab"] <= NEAR:
            self.press("Enter", rows["enter"])
            self.press("Tab", rows["tab"])
        if self.look("focus")["rank"] != self.look("aimed"):
            self.click(self.element(self.look("aimed")))
        return self.look("aimed")

    def write(self, rank, text):
        """Put a text in a field instead of what is there, or after it where the text begins so."""
        rank = self.reach(rank)
        held = self.element(rank).input_value()
        if self.has_keys and held and text.startswith(held) and text != held:
            self.press("End")
            text = text[len(held):]
        elif held and not self.look("focus")["selected"]:
            self.press("Control+a")
        self.tally.add(KEYS, len(text) or 1, text or "Delete")
        if not text:
            self.page.keyboard.press("Delete")
        elif len(text) < self.long:
            self.page.keyboard.type(text)
        else:
            self.page.keyboard.insert_text(text)

    def begin(self, rank, text):
        """Write the first letters of a text in a field that completes it, until it is there. What is proposed is kept
        by → where the text goes on after it, and taken away where the text ends before it."""
        rank = self.reach(rank)
        if self.element(rank).input_value() and not self.look("focus")["selected"]:
            self.press("Control+a")
        held, typed = "", ""
        while self.look("focus")["value"] != text and held != text:
            self.page.keyboard.type(text[len(held)])
            typed += text[len(held)]
            held += text[len(held)]
            shown = self.look("focus")["value"]
            if len(shown) > len(held) and shown != text and text.startswith(shown):
                self.press("ArrowRight")
                held = shown
        self.tally.add(KEYS, len(typed), typed)
        if self.look("focus")["value"] != text:
            self.press("Delete")

    def pick(self, rank, text, listed):
        """Write in a field with a list the few characters that single out one of its values, then go down to it and
        take it: the list is the browser's, what it would put is put here."""
        rank = self.reach(rank)
        typed = [length for length in range(len(text) + 1)
                 if [one for one in listed if one.lower().startswith(text[:length].lower())][0] == text]
        self.tally.add(KEYS, typed[0] + 2)
        self.element(rank).fill(text)

    def choose(self, rank, value):
        """Open a drop-down list and choose from it."""
        self.tally.add(CLICKS, 2, value)
        self.element(rank).focus()
        self.element(rank).select_option(value)

    def was_typing(self):
        """Whether the keyboard was used last, rather than the mouse."""
        return [what for _, what, _, _ in self.tally.actions if what in (CLICKS, KEYS)][-1:] == [KEYS]

    def reaches(self, element):
        """Whether the focus is on a button, by one Enter at most."""
        rank = element.evaluate("(one) => [...document.querySelectorAll(shown.ALL)].indexOf(one)")
        if self.look("focus")["rank"] != rank and self.look("waits", rank) == 1:
            self.press("Enter")
        return self.look("focus")["rank"] == rank

    def go(self, element):
        """Press what leads to another page, and wait until it is another, or until errors are shown."""
        before = self.page.url
        if self.has_keys and self.was_typing() and self.reaches(element):
            self.press("Enter")
        else:
            self.click(element)
        errors = self.page.locator(".resume-erreurs:visible")
        until(lambda: self.page.url != before or errors.count())
        return self.page.url != before
