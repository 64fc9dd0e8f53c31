"""Random answers of every kind: valid, at a boundary, wrong or blank, but always of the JSON type of the format."""

from pid_rules.form import eleve, etablissement
from pid_rules.questions import calendar_day, designations, formats, kinds, time_of_day
from pid_rules.seuils.calendrier import school_year
from pid_rules.seuils.vacances import ANNEES, FERIES
from pid_rules.words import dates, horaires

AGES = (12, 14, 15, 16, 18)
TIMES = ("00:00", "05:59", "06:00", "07:59", "08:00", "12:00", "12:29", "12:30", "12:31", "13:00", "16:59", "17:00",
         "19:59", "20:00", "20:01", "21:59", "22:00", "22:01", "23:59")
WORDS = ("Atelier bois", "Élève assidu", "LV2", "Français", "Mathématiques", "l’œuvre d’une équipe", "bar", "x",
         "é" * 40, "Ponçage\net traçage", "menuiserie 😀", " espaces ", "\u00a0", "<b>gras</b>", "{champ}")
WRONG = ("?", "non renseigné", "0", "-1", "²", "1/2", "é", " . ", "null")
WRONG_DAYS = ("2027-02-30", "2027-13-01", "0000-01-01", "9999-12-31", "31/2/2027", "//2027", "1/mai/27", "12")
GOOD = {
    formats.Uai: ("0490000J", "0490060Z", "7200012A", "0490060A"),
    formats.Phone: ("0241000000", "0600000001", "+33600000001", "+352621000000"),
    formats.Postcode: ("49000", "01000", "98799", "49047"),
    formats.Email: ("a@exemple.fr", "ce.0490000j@ac-nantes.fr"),
    formats.Siret: ("73282932000074", "35600000049837", "35600000000048", "73282932000075", "7328293200007"),
    formats.Reference: ("0490000J-2026-K7QF", "0490000J-2026-K7Q0"),
    formats.SchoolYear: ("2026-2027", "2025-2026", "2018-2019", "2027-2028", "2026-2028"),
    designations.Identifier: ("college", "L1", "L2", "L9", "S1", "S2", "O1", "O2", "O1S1", "O2S1"),
    kinds.Name: ("Doğan-Lefèvre", "Łukasz", "D’Exemple", "Exemple-Chef"),
}
FIXED_HOLIDAYS = ("11-11", "12-25", "01-01", "05-01", "05-08", "02-28", "02-29", "03-01")


class Answers:
    """Answers of one dossier, drawn from one generator: its school year, period and birth go together."""

    def __init__(self, rng, zone):
        self.rng = rng
        self.year = rng.choice((2026, 2026, 2026, 2025, 2027, 2018, rng.choice(sorted(ANNEES["B"]))))
        known = school_year(zone, self.year)
        self.first = known.start if known else dates.day_number(self.year, 9, 1)
        self.last = known.known_until if known else dates.day_number(self.year + 1, 8, 31)
        self.born = dates.day_number(self.year - rng.randint(12, 18), rng.randint(1, 12), rng.randint(1, 28))
        if rng.random() < 0.05:
            self.born = dates.day_number(2012, 2, 29)
        self.begin = rng.randint(self.first, self.last)
        self.end = min(self.last, self.begin + rng.randint(0, 200))
        self.anchors = [self.first, self.last, self.begin, self.end, self.begin + 15, self.end + 15]
        self.anchors += [dates.birthday(self.born, age) for age in AGES]
        for opening, closing in known.holidays if known else ():
            self.anchors += [opening, closing]
        for year in (self.year, self.year + 1):
            self.anchors += [dates.parse_iso(day) for day in FERIES.get(year, ())]
            self.anchors += filter(None, [dates.parse_iso(f"{year}-{day}") for day in FIXED_HOLIDAYS])

    def day(self):
        """A day number: near what matters, inside the parcours, or anywhere."""
        chance = self.rng.random()
        if chance < 0.4:
            return self.rng.choice(self.anchors) + self.rng.choice((-1, 0, 0, 1))
        if chance < 0.9:
            return self.rng.randint(self.begin, self.end)
        return self.rng.randint(dates.day_number(2000, 1, 1), dates.day_number(2040, 1, 1))

    def to(self, field, blank=0.08, wrong=0.04):
        """An answer to a question."""
        chance = self.rng.random()
        if chance < blank:
            return list(field.kind.blank) if isinstance(field.kind.blank, list) else field.kind.blank
        if chance < blank + wrong:
            return self._wrong(field.kind)
        if field is eleve.DATE_NAISSANCE:
            return dates.to_iso(self.born)
        if field is etablissement.ANNEE_SCOLAIRE:
            return f"{self.year}-{self.year + 1}"
        return self._good(field.kind)

    def _wrong(self, kind):
        rng = self.rng
        if isinstance(kind, kinds.Choices):
            return [rng.choice(WRONG)]
        if isinstance(kind, kinds.Integer):
            return rng.choice((kind.minimum - 1, kind.maximum + 1, True, "douze"))
        if isinstance(kind, kinds.YesNo):
            return rng.choice((0, 1, "oui"))
        if isinstance(kind, calendar_day.Date):
            return rng.choice(WRONG_DAYS)
        if isinstance(kind, time_of_day.Time):
            return rng.choice(("24:00", "8h30", "08:60", "8:30", "midi"))
        if rng.random() < 0.1:
            return rng.choice(("é", "a", "😀")) * (kind.max_length + rng.randint(-1, 2))
        return rng.choice(WRONG)

    def _good(self, kind):
        rng = self.rng
        if isinstance(kind, calendar_day.Date):
            return dates.to_iso(self.day())
        if isinstance(kind, time_of_day.Time):
            if rng.random() < 0.3:
                return rng.choice(TIMES)
            return horaires.to_time(rng.randrange(7 * 60, 18 * 60, 15))
        if isinstance(kind, kinds.Integer):
            return rng.choice((kind.minimum, kind.maximum, rng.randint(kind.minimum, kind.maximum)))
        if isinstance(kind, kinds.YesNo):
            return rng.random() < 0.4
        if isinstance(kind, kinds.Choice):
            return rng.choice(kind.options)[0]
        if isinstance(kind, kinds.Choices):
            values = [value for value, _ in kind.options]
            return rng.sample(values, rng.choice((0, 0, 1, 2, len(values))))
        if type(kind) in GOOD:
            return rng.choice(GOOD[type(kind)])
        return " ".join(rng.choices(WORDS, k=rng.choice((1, 1, 2, 8))))
