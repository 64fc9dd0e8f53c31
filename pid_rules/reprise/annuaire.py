"""The schools of the directory of the ministry that the site ships: how one is sought, what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import etablissement, stages
from pid_rules.judgement.one_line import same_town
from pid_rules.questions.formats import Uai
from pid_rules.reprise.candidates import SHORTEST, words_of
from pid_rules.reprise.proposal import Given, Proposal
from pid_rules.words.dates import is_number
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field
    from pid_rules.shapes import Dossier


COLLEGE, LYCEE, CFA = "college", "lycee_professionnel", "cfa"
MOST = 8
UAI_DIGITS = 7
UNKNOWN = declared("Ce code est bien formé mais n’est pas dans la liste du {0} : vérifiez-le, puis continuez.")
ATTRIBUTION = declared("Annuaire de l’éducation, ministère de l’Éducation nationale (data.education.gouv.fr, "
                       "fr-en-annuaire-education), mise à jour du {0}, Licence Ouverte 2.0.")


class School:
    """One school that is kept: what a dossier asks of it, as texts."""

    def __init__(self, uai: str, kind: str, name: str, status: str, street: str, code: str, town: str, phone: str,
                 mail: str, siret: str) -> None:
        self.uai = uai
        self.kind = kind
        self.name = name
        self.status = status
        self.street = street
        self.code = code
        self.town = town
        self.phone = phone
        self.mail = mail
        self.siret = siret

    def texts(self) -> list[str]:
        """What the site ships of it: ``School(*texts)`` makes it again."""
        return [self.uai, self.kind, self.name, self.status, self.street, self.code, self.town, self.phone, self.mail,
                self.siret]

    def line(self) -> str:
        """« Collège de l’Exemple, Angers (0490000J) »."""
        return self.name + ", " + self.town + " (" + self.uai + ")"


def town_of(school: School) -> str:
    """The town of a school, without its CEDEX."""
    town = school.town.upper()
    return same_town(town[:town.find(" CEDEX")] if " CEDEX" in town else town)


def sought(schools: list[School], typed: str, kinds: tuple[str, ...]) -> list[School]:
    """The schools of these kinds, a few at most, whose UAI begins so, or in whose town and name each word is begun."""
    among = [school for school in schools if school.kind in kinds]
    code = Uai().accept(typed)
    if is_number(code[:UAI_DIGITS]) and len(code) >= SHORTEST:
        return [school for school in among if school.uai[:len(code)] == code][:MOST]
    wanted = words_of(same_town(typed))
    if sum([len(word) for word in wanted]) < SHORTEST:
        return []
    found = [school for school in among
             if all([_begins(words_of(town_of(school) + " " + school.name), word) for word in wanted])]
    first = [school for school in found if _begins(words_of(town_of(school)), wanted[0])]
    return (first + [school for school in found if school not in first])[:MOST]


def _begins(words: list[str], begun: str) -> bool:
    return any([word[:len(begun)] == begun for word in words])


def unknown(schools: list[School], typed: str, day: str) -> str:
    """The sentence about a UAI that is well formed and that no school of the list has, "" for another text."""
    code = Uai().accept(typed)
    sound = Uai().judge(code)[1] is None
    return UNKNOWN.format(day) if sound and code not in [school.uai for school in schools] else ""


def of_college(dossier: Dossier, school: School) -> list[Proposal]:
    """What a collège proposes to « Établissement »; its head and the council's day are not public."""
    return _proposals(dossier, "", (
        (etablissement.UAI, school.uai), (etablissement.NOM, school.name), (etablissement.ADRESSE, school.street),
        (etablissement.CODE_POSTAL, school.code), (etablissement.VILLE, school.town),
        (etablissement.TELEPHONE, school.phone), (etablissement.COURRIEL, school.mail),
        (etablissement.STATUT, school.status)))


def of_place(dossier: Dossier, school: School, place: str) -> list[Proposal]:
    """What a lycée or a CFA proposes to the item of « Lieux » at a place."""
    return _proposals(dossier, place, (
        (stages.LIEU_TYPE, school.kind), (stages.LIEU_NOM, school.name), (stages.SIRET, school.siret),
        (stages.LIEU_ADRESSE, school.street), (stages.LIEU_CODE_POSTAL, school.code), (stages.LIEU_VILLE, school.town)))


def _proposals(dossier: Dossier, place: str, said: tuple[tuple[Field, str], ...]) -> list[Proposal]:
    return [Proposal(dossier, field.at(place), Given(field, text)) for field, text in said if text]
