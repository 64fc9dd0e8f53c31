"""How the hand types at once what several boxes ask, where the page says that it may."""

import copy

from pid_rules.dossier.paths import concrete, fill, is_blank, put
from pid_rules.form import eleve, stages
from pid_rules.form.one_line import ADDRESSES, LINES, PERIODS
from pid_rules.form.proposals import POSTCODES
from pid_rules.judgement.one_line import completed, known_town, level_of_class, school_year, understood
from pid_rules.questions.calendar_day import Date
from pid_rules.words import dates
from tests.support.pages.gestures import CHOSEN
from tests.support.pages.hand import KEYS

CUT = 4
"""Letters that are left of « professeur » in « prof principal »."""


class LineTypist:
    """Types lines for a ``Typist``."""

    def __init__(self, typist):
        self.typist = typist

    def step(self, field, path, boxes):
        """Write a line in the first of its boxes, and leave it; whether there was one to write."""
        line = LINES.get(field.path)
        if line is None or self.typist.tried[path] > 1 or not self._is_told(path, line):
            return False
        wanted = [(one, fill(one.path, path), self._wanted(one, path)) for one in line.fields]
        left = [(one, place, value) for one, place, value in wanted
                if not is_blank(value) and self.typist.shown.get(place, "") == ""]
        write = self._address if line in ADDRESSES else self._period if line in PERIODS else self._person
        text = write(left) if len(left) > 1 and left[0][0] is field else ""
        if not text:
            return False
        tally, hand = self.typist.hand.tally, self.typist.hand
        tally.answer(path)
        if not self._begun(boxes[0], left, text):
            tally.typed += [(place, value) for _, place, value in left]
            hand.write(boxes[0]["rank"], text)
        hand.press("Enter")
        return True

    def _begun(self, box, left, text):
        """Whether the name is chosen in the list of the persons already named, and what follows it written after."""
        whole = " ".join(reversed([str(value) for _, _, value in left[:2]]))
        if CHOSEN not in self.typist.gestures or whole not in box["listed"]:
            return False
        hand, rest = self.typist.hand, text[len(whole):]
        hand.tally.typed += [(place, value) for _, place, value in left[2:]]
        hand.pick(box["rank"], whole, box["listed"])
        hand.tally.add(KEYS, len(rest), rest)
        hand.page.keyboard.insert_text(rest)
        return True

    def write(self, path, box, text):
        """Write a text in a box, as short as the page understands it."""
        typed = self.typist.short(box["part"], self.without_domain(path, text))
        self.typist.hand.write(box["rank"], typed)
        if typed[-1:] == "@":
            self.typist.hand.press("Enter")  # the box is left, and the page writes the domain

    def _is_told(self, path, line):
        """Whether the page says that a line may be typed there."""
        help_of = self.typist.hand.page.locator("#" + path.replace(".", "-") + "-aide >> visible=true")
        return help_of.count() > 0 and "Ou " in help_of.inner_text()

    def _wanted(self, field, path):
        return self.typist.wanted(self.typist.expected_place(fill(field.path, path)))

    def _person(self, left):
        classe = [value for one, _, value in left if one is eleve.CLASSE]
        pieces = [self._piece(one, place, value) for one, place, value in left
                  if not (one is eleve.NIVEAU and classe and level_of_class(classe[0]) == value)]
        return ",".join(pieces) if all(pieces) and not any("," in one for one in pieces) else ""

    def _piece(self, field, place, value):
        if isinstance(field.kind, Date):
            return self._day(value)
        if hasattr(field.kind, "options"):
            return self._named(field.kind, value)
        return self.without_domain(place, value)

    def _named(self, kind, value):
        """The shortest way to name an option by whole words, the first of which may be cut."""
        ways = []
        for name in (value.replace("_", " "), kind.labels[value]):
            words = name.replace("-", " ").split()
            ways += [" ".join(words[:count]) for count in range(1, len(words) + 1)]
            ways += [" ".join([words[0][:CUT], *words[1:]])]
        return min((one for one in ways if understood(kind, one) == value), key=len, default="")

    def without_domain(self, place, text):
        """An e-mail address without the domain that the page completes."""
        begun = text.partition("@")[0] + "@"
        comes = self.typist.tried.get(place, 1) < 2 and completed(self.typist.dossier, place, begun) == text
        return begun if comes else text

    def _address(self, left):
        found = {one.name: value for one, _, value in left}
        if len(found) < 3 or left[0][0].name != eleve.ADRESSE.name:
            return ""
        code = found[eleve.CODE_POSTAL.name]
        town = "" if self._town_before(left[1]) == found[eleve.VILLE.name] else " " + found[eleve.VILLE.name]
        country = found.get(stages.LIEU_PAYS.name, "")
        if country not in ("", "France"):
            return ""
        return f"{found[eleve.ADRESSE.name]},{code}{town}" + (",France" if country else "")

    def _town_before(self, asked):
        """The town that the dossier has at this postcode before this answer."""
        field, place, code = asked
        made = copy.deepcopy(self.typist.dossier)
        places = [one for pattern in POSTCODES for one in concrete(made, pattern.path)]
        for one in places[places.index(self.typist.expected_place(place)):]:
            put(made, one, "")
        return known_town(made, code)

    def _period(self, left):
        return "-".join(self._day(value, field=one) for one, _, value in left)

    def _day(self, iso, field=None):
        """« 14/9 », « 14/9/26 » where the page would take it for a day of another year."""
        year, month, day = dates.parts(dates.parse_iso(iso))
        known = field is not None and school_year(self.typist.dossier, field, f"{day}/{month}") == str(year)
        return f"{day}/{month}" if known else f"{day}/{month}/" + self.typist.short("annee", str(year))

    def year_comes(self, field, path, value):
        """Whether the page writes the year of this day once its month is left."""
        day = dates.parse_iso(value) if value else None
        if day is None or self.typist.tried[path] > 1:
            return False
        year, month, number = dates.parts(day)
        return school_year(self.typist.dossier, field, f"{number}/{month}") == str(year)
