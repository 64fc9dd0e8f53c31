"""a list pasted from PRONOTE, SIECLE or Excel: its columns, and what it says of one pupil sought in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import eleve
from pid_rules.judgement.one_line import halves, level_of_class
from pid_rules.questions.pasted import address
from pid_rules.reprise import columns, headings
from pid_rules.reprise.candidates import Candidate
from pid_rules.reprise.codes import bare, level_of_label, level_of_mef, parent_of, regime_of_label
from pid_rules.reprise.columns import WHOLE_ADDRESS
from pid_rules.reprise.headings import FIRST, SECOND
from pid_rules.reprise.proposal import REFUSED, TOLD, Given, Notice, Person, Pupil
from pid_rules.reprise.siecle_pupil import AUTHORITY, LEVEL_ASKED, REGIME_ASKED, USUAL_NAME, options, whole
from pid_rules.reprise.table import cells_of
from pid_rules.words.dates import is_number
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field
    from pid_rules.reprise.columns import Column

LONGEST = 2000
FOOTERS = ("moyenne", "total", "effectif", "nombre")
"""How a row begins that is of nobody."""
NO_COLUMN = declared("Aucune colonne reconnue : copiez aussi la ligne des titres, ou choisissez les colonnes.")
TOO_LONG = "Plus de 2 000 lignes, c’est plus qu’un collège. Copiez les lignes d’une classe."
NOTHING = declared("Rien à lire : copiez une ligne ou une liste, puis collez-la ici.")
BARRED = "Cette colonne ({0}) ne peut pas entrer dans le dossier. Elle n’est pas reprise."
BARRED_ALL = "Ces colonnes ({0}) ne peuvent pas entrer dans le dossier. Elles ne sont pas reprises."
SHORT_YEAR = declared("{0} : l’année est ambiguë, vérifiez-la.")
WHOLE_NAME = declared("Dans la liste : « {0} ». Vérifiez où finit le nom.")
BY_CLASS = "D’après la classe."
SEVERAL = tuple([who + headings.ADRESSE for who in ("", FIRST, SECOND)])
"""What several columns may hold one after the other: the lines of an address."""
NAMES = (headings.NOM, headings.NOM_PRENOM)


class Liste:
    """What somebody pasted, text or rows of cells: ``columns`` understood or not, ``rows`` without those dropped."""

    def __init__(self, pasted: str | list[list[str]]) -> None:
        rows = cells_of(pasted) if isinstance(pasted, str) else pasted
        self.notices: list[Notice] = []
        self.columns: list[Column] = []
        self.rows: list[list[str]] = []
        self.dropped: list[str] = []
        if not rows:
            self.notices.append(Notice(REFUSED, NOTHING))
        elif len(rows) > LONGEST:
            self.notices.append(Notice(REFUSED, TOO_LONG))
        else:
            self.columns, self.rows, self.dropped = columns.read(rows)
            self._tell()

    def _tell(self) -> None:
        if self.dropped:
            words = BARRED if len(self.dropped) == 1 else BARRED_ALL
            self.notices.append(Notice(TOLD, words.format(", ".join(self.dropped))))
        if not [one for one in self.columns if one.means]:
            self.notices.append(Notice(TOLD, NO_COLUMN))

    def said(self, row: list[str], *meanings: str) -> str:
        """What a row says under the first of these meanings that it fills, "" for nothing."""
        found = [row[one.rank] for means in meanings for one in self.columns
                 if one.means == means and one.rank < len(row) and row[one.rank]]
        return (found + [""])[0]

    def everyone(self) -> list[Candidate]:
        """The pupils of the list, each known by the rank of the row; lines that are of nobody are left."""
        found: list[Candidate] = []
        for rank in range(len(self.rows)):
            row = self.rows[rank]
            named = self.said(row, *NAMES)
            lone = len(self.rows) == 1
            if lone or named and not _is_footer(named, len([cell for cell in row if cell]), len(self.columns)):
                first = self.said(row, headings.PRENOM)
                found.append(Candidate(rank, named, first, self.said(row, headings.NAISSANCE),
                                       self.said(row, headings.CLASSE), "", self.said(row, headings.NOM_USAGE)))
        return found

    def assign(self, rank: int, means: str) -> None:
        """Give a column the meaning that somebody chose, "" to leave it; another column that had it has none."""
        for one in self.columns:
            if one.means == means and means not in SEVERAL:
                one.means = ""
        self.columns[rank].means = means

    def forget(self, rank: int) -> None:
        """Keep of the rows that of one pupil."""
        self.rows = [self.rows[rank] if place == rank else [] for place in range(len(self.rows))]

    def summary(self, rank: int) -> str:
        """« 1 élève, 9 réponses reconnues, 4 colonnes laissées »."""
        pupil = self.pupil(rank)
        answers = len([one for held in [pupil.given, *[person.given for person in pupil.persons]] for one in held
                       if one.typed])
        left = len(self.dropped) + len([one for one in self.columns if not one.means])
        return ", ".join([_counted(len(self.everyone()), "élève"), _counted(answers, "réponse reconnue"),
                          _counted(left, "colonne laissée")])

    def pupil(self, rank: int, cut: int = 0) -> Pupil:
        """What a row says of a pupil; ``cut`` is after how many words a name that holds both halves is cut, 0 where its
        capitals say it."""
        row = self.rows[rank]
        street, code, town = self._address(row, "")
        given = [*self._names(row, "", eleve.NOM, eleve.PRENOM, cut), self._birth(row), *self._level(row),
                 Given(eleve.CLASSE, self.said(row, headings.CLASSE)), self._regime(row),
                 Given(eleve.ADRESSE, street), Given(eleve.CODE_POSTAL, code), Given(eleve.VILLE, town),
                 Given(eleve.TELEPHONE, self.said(row, headings.PORTABLE, headings.TELEPHONE)),
                 Given(eleve.COURRIEL, self.said(row, headings.COURRIEL))]
        persons = [self._person(row, who, (street, code, town)) for who in (FIRST, SECOND)]
        found = [person for person in persons if person is not None]
        return Pupil(given, found, [Notice(TOLD, AUTHORITY)] if found else [])

    def _names(self, row: list[str], who: str, name: Field, first: Field, cut: int = 0) -> list[Given]:
        family, usual = self.said(row, who + headings.NOM), self.said(row, who + headings.NOM_USAGE)
        given = self.said(row, who + headings.PRENOM)
        both = self.said(row, who + headings.NOM_PRENOM) or (family if who and not given else "")
        if both and not given:
            return _cut(both, name, first, cut)
        made = Given(name, family or both or usual)
        if family and usual and usual != family:
            made = Given(name, family, USUAL_NAME.format(usual), False,
                         [(family, declared("Nom de famille : {0}").format(family)),
                          (usual, declared("Nom d’usage : {0}").format(usual))])
        return [made, Given(first, given)]

    def _birth(self, row: list[str]) -> Given:
        typed = self.said(row, headings.NAISSANCE)
        years = [piece for piece in typed.replace("-", "/").replace(".", "/").replace(" ", "/").split("/")
                 if is_number(piece) and len(piece) == 4]
        short = typed != "" and not years and not (is_number(typed) and len(typed) == 8)
        return Given(eleve.DATE_NAISSANCE, typed, SHORT_YEAR.format(typed) if short else "", short)

    def _level(self, row: list[str]) -> list[Given]:
        label, code = self.said(row, headings.NIVEAU), self.said(row, headings.MEF)
        if code and is_number(code):
            level, choices = level_of_mef(code, label)
            return [Given(eleve.NIVEAU, level, LEVEL_ASKED if choices else "", False, choices)]
        level = level_of_label(label or code)
        if level:
            return [Given(eleve.NIVEAU, level)]
        return [Given(eleve.NIVEAU, level_of_class(self.said(row, headings.CLASSE)), BY_CLASS)]

    def _regime(self, row: list[str]) -> Given:
        value, among = regime_of_label(self.said(row, headings.REGIME, headings.CODE_REGIME))
        return Given(eleve.REGIME, value, REGIME_ASKED if among else "", bool(among), options(eleve.REGIME, among))

    def _address(self, row: list[str], who: str) -> tuple[str, str, str]:
        """(street, postcode, town), in columns of their own or in one."""
        lines = [row[one.rank] for one in self.columns if one.means == who + headings.ADRESSE and one.rank < len(row)]
        street = ", ".join([line for line in lines if line])
        code, town = self.said(row, who + headings.CODE_POSTAL), self.said(row, who + headings.VILLE)
        whole_one = address(self.said(row, WHOLE_ADDRESS) if not who and not street else street)
        return whole_one if whole_one is not None and not code and not town else (street, code, town)

    def _person(self, row: list[str], who: str, pupil: tuple[str, str, str]) -> Person | None:
        names = self._names(row, who, eleve.RESPONSABLE_NOM, eleve.RESPONSABLE_PRENOM)
        if not names[0].typed:
            return None
        quality = parent_of(self.said(row, who + headings.QUALITE))
        where = self._address(row, who)
        given = [*names, Given(eleve.QUALITE, quality),
                 Given(eleve.RESPONSABLE_TELEPHONE, self.said(row, who + headings.PORTABLE, who + headings.TELEPHONE)),
                 Given(eleve.RESPONSABLE_COURRIEL, self.said(row, who + headings.COURRIEL))]
        if where not in (pupil, ("", "", "")):
            given.append(Given(eleve.RESPONSABLE_ADRESSE, whole(where)))
        words = [(names[0].typed + " " + names[1].typed).strip(), eleve.QUALITE.kind.show(quality).lower()]
        return Person(", ".join([word for word in words if word]), given)


def _cut(both: str, name: Field, first: Field, cut: int) -> list[Given]:
    """The halves of « DE LA FICTION Anne Lise », by its capitals or after so many words; what to look at is said."""
    words = both.split()
    pieces = [" ".join(words[:cut]), " ".join(words[cut:])] if cut else halves(both)
    told = len(pieces) > 1
    if not told:
        pieces = [" ".join(words[:1]), " ".join(words[1:])]
    why = WHOLE_NAME.format(both)
    return [Given(name, pieces[0], why, not told), Given(first, pieces[1], "" if told else why, not told)]


def _is_footer(named: str, filled: int, width: int) -> bool:
    """Whether a line is of nobody: « Moyenne de la classe », « 28 élèves »."""
    words = bare(named).split()
    return words[:1] == [] or words[0] in FOOTERS or is_number(words[0]) or filled == 1 and width > 3


def _counted(count: int, words: str) -> str:
    """« 9 réponses reconnues »."""
    said = " ".join([word + "s" for word in words.split()]) if count > 1 else words
    return str(count) + " " + said
