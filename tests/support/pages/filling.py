"""Somebody who types a whole dossier: on each page, acts only where the answer shown is not yet the one expected."""

from pid_rules.dossier.paths import get, is_blank, pattern_of
from pid_rules.form import FORM
from pid_rules.form.stages import HORAIRE_DEBUT, HORAIRE_FIN, PAUSE_DEBUT, PAUSE_FIN
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.time_of_day import Time
from pid_rules.words import dates
from tests.support.pages.expected import MATCHED_BY, differs, key_of, paired
from tests.support.pages.gestures import CHOSEN, GESTURES, OFFERED
from tests.support.pages.grid_filling import hour
from tests.support.pages.line_typing import LineTypist
from tests.support.pages.steps import until
from tests.support.pages.week_filling import WEEKS, WeekTypist

WRITTEN = ("text", "textarea", "search", "tel", "email", "number", "date")
PATIENCE = 2
"""Times that an answer is given, where the page does not take it as expected."""


def parts_of(iso):
    """The three boxes of a date: « 4 », « 1 », « 2027 »."""
    day = dates.parse_iso(iso) if iso else None
    return [str(part) for part in reversed(dates.parts(day))] if day is not None else ["", "", ""]


def held(field, boxes):
    """The answer that the boxes of a question hold."""
    if isinstance(field.kind, Date):
        return field.kind.accept("/".join(box["value"] for box in boxes))
    if field.kind.control == "checkboxes":
        return sorted(box["value"] for box in boxes if box["checked"])
    if boxes[0]["type"] == "radio":
        chosen = [box["value"] for box in boxes if box["checked"]]
        return field.kind.accept(chosen[0]) if chosen else field.kind.blank
    return field.kind.accept(boxes[0]["value"])


def as_text(field, value):
    """An answer as it is typed, or as the value of its radio button or option."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(field.kind, Time) and value:
        return hour(value)
    return "" if is_blank(value) else str(value)


class Typist:
    """Fills the pages of a new dossier as ``dossier`` by ``hand``; ``refused`` lists what no page took."""

    def __init__(self, hand, dossier, gestures=GESTURES):
        self.hand, self.dossier, self.gestures = hand, dossier, gestures
        self.refused, self.tried, self.done, self.shown = [], {}, set(), {}
        self.week = WeekTypist(self)
        self.lines = LineTypist(self)

    def wanted(self, path):
        return get(self.dossier, path)

    def expected_place(self, path):
        """Where the file expected has the item that the page shows at ``path``, None for one too many."""
        made = ""
        for part in path.split("."):
            if part.isdigit():
                rank = self._rank(path[:self._end(path, made)], made, int(part))
                if rank is None:
                    return None
                part = str(rank)
            made += "." + part if made else part
        return made

    def _end(self, path, made):
        """The length of as many parts of ``path`` as ``made`` has."""
        return len(".".join(path.split(".")[:len(made.split("."))]))

    def _rank(self, shown, expected, rank):
        names = MATCHED_BY.get(pattern_of(expected + ".0")[:-2])
        if names is None:
            return rank
        items = sorted({int(path[len(shown) + 1:].split(".")[0]) for path in self.shown
                        if path.startswith(shown + ".")})
        keys = [key_of(self.shown.get, f"{shown}.{one}", names) for one in items]
        there = [key_of(self.wanted, f"{expected}.{one}", names) for one in range(len(self.wanted(expected) or []))]
        return dict(zip(items, paired(keys, there))).get(rank)

    def is_right(self, path):
        """Whether what the page shows at ``path`` is what is expected there."""
        place = self.expected_place(path)
        return place is not None and not differs(FORM.field[pattern_of(path)], self.shown[path], self.wanted(place))

    def look(self):
        """The questions and lists of the page, its answers noted."""
        things = [one for one in self.hand.look("things") if "list" in one or pattern_of(one["path"]) in FORM.field]
        self.shown = {one["path"]: held(FORM.field[pattern_of(one["path"])], one["boxes"])
                      for one in things if "path" in one}
        return things

    def lacks_items(self, address):
        """Whether the list of the item at an address is to have more items than it has."""
        block = next(one for one in FORM.page(address.partition("/")[0]).blocks() if one.paged)
        return self.hand.page.locator(f'.liste[data-path="{block.path}"] > .items > .item').count() \
            < len(self.wanted(block.path) or [])

    def fill(self):
        """Do everything that the page lets one do."""
        while self._step():
            pass

    def _step(self):
        """Do the first thing that is to be done; whether there was one."""
        things = self.look()
        return self._gesture() or any(self._question(one) if "path" in one else self._list(one) for one in things)

    def _gesture(self):
        for one in self.gestures:
            place = self.hand.page.locator(f"main {one.selector} >> visible=true")
            if one.name not in self.done and place.count() and one.helps(self):
                if one.everywhere:
                    self.hand.tally.answer(one.name)
                else:
                    self.done.add(one.name)
                self._write_day(one)
                self.hand.click(place.first)
                if one.done is not None:
                    until(lambda done=one.done: done(self))
                return True
        return False

    def _write_day(self, gesture):
        """Write the date that a gesture gives to several answers, where it gives one."""
        if gesture.day is None:
            return
        self.hand.tally.answer(gesture.boxes, gesture.day(self))
        for rank, text in zip(self.hand.look("named", gesture.boxes), parts_of(gesture.day(self))):
            self.hand.write(rank, self.short("annee", text))

    def _question(self, one):
        path = one["path"]
        place = self.expected_place(path)
        if place is None or self.is_right(path):
            return False
        self.tried[path] = self.tried.get(path, 0) + 1
        if self.tried[path] > PATIENCE:
            if path not in self.refused:
                self.refused.append(path)
            return False
        self._answer(FORM.field[pattern_of(path)], path, one["boxes"], self.wanted(place))
        return True

    def _taken(self, path, value):
        """Whether the answer was taken from those that the page offers under its question."""
        offers = self.hand.page.locator(f'main [data-path="{path}"] {OFFERED.selector} >> visible=true')
        values = offers.evaluate_all("(all) => all.map((one) => one.dataset.valeur)")
        if OFFERED not in self.gestures or value not in values:
            return False
        self.hand.tally.answer(path)
        self.hand.click(offers.nth(values.index(value)))
        return True

    def _answer(self, field, path, boxes, value):
        if self._taken(path, value) or self.lines.step(field, path, boxes) \
                or field is HORAIRE_DEBUT and self._presence(path, boxes[0]["rank"]):
            return
        if CHOSEN in self.gestures and value in boxes[0]["listed"]:
            self.hand.tally.answer(path)
            self.hand.pick(boxes[0]["rank"], value, boxes[0]["listed"])
            return
        if isinstance(field.kind, Date) or boxes[0]["type"] in WRITTEN:
            self.hand.tally.answer(path, value, own=field.kind.control == "textarea")
            for box, text in zip(boxes, parts_of(value) if boxes[0]["part"] else [as_text(field, value)]):
                if box["part"] == "annee" and not box["value"] and self.lines.year_comes(field, path, value):
                    self.hand.press("Enter")  # the month is left, and the page writes the year
                elif box["value"] != text:
                    self.lines.write(path, box, text)
            return
        self.hand.tally.answer(path)
        if field.kind.control == "checkboxes":
            for box in boxes:
                if box["checked"] != (box["value"] in (value or [])):
                    self.hand.click(self.hand.element(box["rank"]))
        elif boxes[0]["type"] == "radio":
            self._radio(path, boxes, as_text(field, value))
        else:
            self.hand.choose(boxes[0]["rank"], as_text(field, value))

    def short(self, part, text):
        """A text as it is typed: the site understands « 27 » as a year."""
        known = part == "annee" and text[:2] == "20" and text[2:] not in ("19", "20") and text[2:3] < "5"
        return text[2:] if known and self.gestures is GESTURES else text

    def _presence(self, path, rank):
        """Write « 8h30-12h 13h30-17h » in the first hour of a day of stage, where the page spreads it; whether so."""
        place = self.expected_place(path).rpartition(".")[0]
        hours = [self.wanted(one.at(place)) for one in (HORAIRE_DEBUT, PAUSE_DEBUT, PAUSE_FIN, HORAIRE_FIN)]
        spread = self.gestures is GESTURES and self.hand.page.locator(".horaires > .coches").count()
        if not spread or not all(hours):
            return False
        start, pause, again, end = [hour(one) for one in hours]
        text = f"{start}-{pause} {again}-{end}"
        self.hand.tally.answer(path, text)
        self.hand.write(rank, text)
        self.hand.press("Tab")  # the box is left, and the others show their hour
        return True

    def _radio(self, path, boxes, value):
        ranks = [box["rank"] for box in boxes if box["value"] == value]
        self.hand.click(self.hand.element(ranks[0]) if ranks else
                        self.hand.page.locator(f'[data-path="{path}"] .effacer'))

    def _list(self, one):
        """An item is missing, or one is too many."""
        path = one["list"]
        if path == WEEKS:
            return self.week.step(one)
        place = self.expected_place(path)
        wanted = self.wanted(place) or [] if place is not None else []
        if one["shown"] < len(wanted) and self._tick(path, one["ticks"], wanted):
            return True
        if one["shown"] < len(wanted) and one["last"]:
            self.hand.press("Enter")
            return True
        if one["shown"] < len(wanted):
            self.hand.click(self.hand.element(one["rank"]))
            return True
        surplus = [rank for rank in range(one["shown"]) if self.expected_place(f"{path}.{rank}") is None]
        if one["shown"] > len(wanted) and surplus:
            self._remove(path, surplus[0])
            return True
        return False

    def _tick(self, path, boxes, wanted):
        """Tick the first box above a list whose item is missing; whether there was one. All of them are one answer."""
        name = FORM.block[pattern_of(path)].ticked
        for box in boxes:
            if not box["checked"] and box["value"] in [one[name] for one in wanted]:
                if not [one for one in boxes if one["checked"]]:
                    self.hand.tally.answer(path)
                self.hand.click(self.hand.element(box["rank"]))
                until(lambda: self.hand.page.locator(f'[data-path^="{path}."]').count() > 0)
                return True
        return False

    def _remove(self, path, rank):
        item = self.hand.page.locator(f'[data-path="{path}"] > .items > .item').nth(rank)
        self.hand.click(item.locator("[data-action=supprimer]").first)
