"""What the files of SIECLE say of one pupil and of the legal representatives; never of parental authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import eleve
from pid_rules.reprise.codes import level_of_mef, parent_of, regime_of
from pid_rules.reprise.proposal import MOST, TOLD, Given, Notice, Person, Pupil
from pid_rules.reprise.siecle import family_name, of, records
from pid_rules.words.dates import is_number
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field
    from pid_rules.reprise.proposal import Choices
    from pid_rules.reprise.siecle import Files, Opened, Record

LINES = ("LIGNE1_ADRESSE", "LIGNE2_ADRESSE", "LIGNE3_ADRESSE", "LIGNE4_ADRESSE")
LEGAL = "1"
"""The level of responsibility of a legal representative; 2 is in charge of the child, 3 is to be told."""
NUMBERS = {3: "Trois", 4: "Quatre", 5: "Cinq"}
USUAL_NAME = declared("Nom d’usage dans le fichier : {0}. Choisissez.")
LOST = declared("Un caractère a été perdu à l’export (« {0} ») : vérifiez {1}.")
ONE_DIGIT = declared("Le lien de parenté est écrit comme avant 2018 : indiquez-le vous-même.")
LEVEL_ASKED = "Le code est celui d’une 3e ou d’une 3e prépa-métiers. Choisissez."
REGIME_ASKED = "Interne-externé dans le fichier. Choisissez."
NO_LINK = declared("Ces deux fichiers ne vont pas ensemble : aucun responsable ne correspond à cet élève.")
NO_LEGAL = declared("Aucun responsable légal dans ce fichier pour cet élève : ajoutez-le vous-même.")
TOO_MANY = declared("{0} responsables légaux : choisissez-en deux au plus.")
NO_DIVISION = declared("Aucune classe dans ce fichier pour cet élève : indiquez-la vous-même.")
NO_ADDRESSES = declared("Ces fichiers sont sans adresses : l’export « avec adresses » les contient.")
AUTHORITY = declared("À indiquer vous-même : l’autorité parentale. Aucun fichier ne la dit.")


def pupil_of(files: Files, key: str) -> Pupil:
    """What the files say of the pupil of that ``ELEVE_ID``."""
    record = [one for one in records(files.eleves, "ELEVE") if of(one, "ELEVE_ID") == key][0]
    address = _address(files.eleves, record)
    given = [*_names(record, eleve.NOM, eleve.PRENOM, "le nom"),
             Given(eleve.DATE_NAISSANCE, of(record, "DATE_NAISS")), _level(files, record),
             Given(eleve.CLASSE, _division(files, key)), _regime(record),
             _checked(eleve.ADRESSE, address[0], "l’adresse"), Given(eleve.CODE_POSTAL, address[1]),
             _checked(eleve.VILLE, address[2], "la ville"), Given(eleve.TELEPHONE, _phone(record)),
             Given(eleve.COURRIEL, of(record, "MEL"))]
    links = _links(files, key)
    persons = [_person(files, link, address) for link in links]
    return Pupil(given, [person for person in persons if person is not None], _notices(files, key, len(links)))


def _notices(files: Files, key: str, legal: int) -> list[Notice]:
    """What to tell of that pupil."""
    said: list[str] = []
    if not _division(files, key):
        said.append(NO_DIVISION)
    if not records(files.eleves, "ADRESSE"):
        said.append(NO_ADDRESSES)
    if files.responsables is not None and legal == 0:
        any_link = [one for one in records(files.responsables, "RESPONSABLE_ELEVE") if of(one, "ELEVE_ID") == key]
        said.append(NO_LEGAL if any_link else NO_LINK)
    if legal > MOST:
        said.append(TOO_MANY.format(NUMBERS.get(legal, str(legal))))
    if legal:
        said.append(AUTHORITY)
    return [Notice(TOLD, text) for text in said]


def _names(record: Record, name: Field, first: Field, called: str) -> list[Given]:
    """The family name, with the usual one beside it where it is another, and the first name."""
    family, usual = family_name(record), of(record, "NOM_USAGE")
    made = _checked(name, family or usual, called)
    if family and usual and usual != family:
        made.choices = [(family, declared("Nom de famille : {0}").format(family)),
                        (usual, declared("Nom d’usage : {0}").format(usual))]
        made.why = made.why or USUAL_NAME.format(usual)
    return [made, _checked(first, of(record, "PRENOM"), "le prénom")]


def _checked(field: Field, text: str, called: str) -> Given:
    """A text in which a sign that the database does not hold may have become « ? »."""
    lost = "?" in text
    return Given(field, text, LOST.format(text, called) if lost else "", lost)


def _division(files: Files, key: str) -> str:
    """The class of a pupil; groups come before it or after."""
    return ([of(one, "CODE_STRUCTURE") for one in records(files.eleves, "STRUCTURE")
             if of(one, "ELEVE_ID") == key and of(one, "TYPE_STRUCTURE") == "D"] + [""])[0]


def _level(files: Files, record: Record) -> Given:
    code = of(record, "CODE_MEF")
    labels = [of(one, "LIBELLE_LONG") or of(one, "FORMATION") for one in records(files.nomenclature, "MEF")
              if of(one, "CODE_MEF") == code]
    level, choices = level_of_mef(code, " ".join(labels))
    return Given(eleve.NIVEAU, level, LEVEL_ASKED if choices else "", False, choices)


def _regime(record: Record) -> Given:
    value, among = regime_of(of(record, "CODE_REGIME"))
    return Given(eleve.REGIME, value, REGIME_ASKED if among else "", bool(among), options(eleve.REGIME, among))


def options(field: Field, among: list[str]) -> Choices:
    """The (value, words) of those of the options of a question among which to choose."""
    return [pair for value in among for pair in field.kind.options if pair[0] == value]


def _address(opened: Opened | None, record: Record) -> tuple[str, str, str]:
    """(street, postcode, town) of the address to which a pupil or a person refers."""
    wanted = of(record, "ADRESSE_ID")
    for one in records(opened, "ADRESSE"):
        if wanted and of(one, "ADRESSE_ID") == wanted:
            street = ", ".join([of(one, line) for line in LINES if of(one, line)])
            abroad = of(one, "COMMUNE_ETRANGERE")
            country = of(one, "LL_PAYS")
            town = abroad + (" (" + country + ")" if country else "") if abroad else of(one, "LIBELLE_POSTAL")
            return street, of(one, "CODE_POSTAL"), town
    return "", "", ""


def _phone(record: Record) -> str:
    return of(record, "TEL_PORTABLE") or of(record, "TEL_PERSONNEL")


def _links(files: Files, key: str) -> list[Record]:
    """The legal representatives of a pupil: who is to be called first, then who pays, then as in the file."""
    found = [one for one in records(files.responsables, "RESPONSABLE_ELEVE")
             if of(one, "ELEVE_ID") == key and of(one, "NIVEAU_RESPONSABILITE") == LEGAL]
    return sorted(found, key=lambda one: (of(one, "A_CONTACTER_EN_PRIORITE").lower() not in ("true", "1"),
                                          of(one, "PAIE_FRAIS_SCOLAIRES").lower() not in ("true", "1")))


def _person(files: Files, link: Record, pupil: tuple[str, str, str]) -> Person | None:
    """What the files say of a legal representative, None where the person of the link is not there."""
    wanted = of(link, "PERSONNE_ID")
    found = [one for one in records(files.responsables, "PERSONNE") if of(one, "PERSONNE_ID") == wanted]
    if not found:
        return None
    record = found[0]
    code = of(link, "CODE_PARENTE")
    old = len(code) == 1 and is_number(code)
    quality = parent_of(code)
    address = _address(files.responsables, record)
    given = [*_names(record, eleve.RESPONSABLE_NOM, eleve.RESPONSABLE_PRENOM, "le nom"),
             Given(eleve.QUALITE, quality, ONE_DIGIT if old else "", False, options(
                 eleve.QUALITE, [value for value, _ in eleve.QUALITE.kind.options]) if old else None),
             Given(eleve.RESPONSABLE_TELEPHONE, _phone(record)), Given(eleve.RESPONSABLE_COURRIEL, of(record, "MEL"))]
    if address != pupil and address != ("", "", ""):
        given.append(_checked(eleve.RESPONSABLE_ADRESSE, whole(address), "l’adresse"))
    words = [family_name(record) + " " + of(record, "PRENOM"), eleve.QUALITE.kind.show(quality).lower()]
    return Person(", ".join([word for word in words if word.strip()]), given)


def whole(address: tuple[str, str, str]) -> str:
    """An address as one line, « 14 rue des Exemples, 49124 Saint-Barthélemy »."""
    return ", ".join([part for part in (address[0], " ".join([part for part in address[1:] if part])) if part])
