"""The directory of schools of the ministry: what is kept of its rows, how one is sought, what it answers.

A reader gives a row as {column: text} of the columns of ``READ``, and no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import etablissement, stages
from pid_rules.judgement.one_line import same_town
from pid_rules.questions.formats import Email, Phone, Uai, compact
from pid_rules.reprise.candidates import SHORTEST, words_of
from pid_rules.reprise.proposal import Given, Proposal
from pid_rules.words.alike import plain
from pid_rules.words.dates import is_number, parse_iso, parts
from pid_rules.words.declared import declared
from pid_rules.words.visible import one_line

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field
    from pid_rules.shapes import Dossier

    Row = dict[str, str]

READ = ("Identifiant_de_l_etablissement", "Nom_etablissement", "Type_etablissement", "Statut_public_prive",
        "Type_contrat_prive", "Adresse_1", "Adresse_2", "Adresse_3", "Code_postal", "Nom_commune", "Code_departement",
        "Telephone", "Mail", "Voie_professionnelle", "Apprentissage", "Lycee_Agricole", "SIREN_SIRET", "etat",
        "code_nature", "date_maj_ligne")
COLLEGE, LYCEE, CFA = "college", "lycee_professionnel", "cfa"
OF_COLLEGE = "340"
OF_LYCEE_PRO = "320"
"""The nature of a collège and of a lycée professionnel; a SEGPA has a row of its own, of another nature."""
PROFESSIONAL = ("Voie_professionnelle", "Apprentissage", "Lycee_Agricole")
MOST = 8
UAI_DIGITS = 7
UNKNOWN = declared("Ce code est bien formé mais n’est pas dans la liste du {0} : vérifiez-le, puis continuez.")
ATTRIBUTION = declared("Annuaire de l’éducation, ministère de l’Éducation nationale (data.education.gouv.fr, "
                       "fr-en-annuaire-education), mise à jour du {0}, Licence Ouverte 2.0.")
BAD_UAI = declared("{0} : la lettre de l’UAI n’est pas la bonne.")
BAD_PHONE = declared("{0} : ce téléphone n’en est pas un.")
BAD_MAIL = declared("{0} : cette adresse électronique n’en est pas une.")


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

    def faults(self) -> list[str]:
        """What the directory says of it that cannot be right, a sentence each, for whoever builds the site."""
        found = [BAD_UAI] if Uai().judge(self.uai)[1] is not None else []
        found += [BAD_PHONE] if self.phone and Phone().judge(self.phone)[1] is not None else []
        found += [BAD_MAIL] if self.mail and Email().judge(self.mail)[1] is not None else []
        return [sentence.format(self.uai) for sentence in found]


def kind_of(row: Row) -> str:
    """Whether a row is a collège, or a place where a mini-stage may be; "" for another, or one that is closed."""
    if plain(row.get("etat", "")) != "ouvert":
        return ""
    nature = row.get("code_nature", "")
    if nature == OF_COLLEGE:
        return COLLEGE
    name = words_of(row.get("Nom_etablissement", "") + " " + row.get("Type_etablissement", ""))
    if "cfa" in name:
        return CFA
    professional = any([row.get(column, "") == "1" for column in PROFESSIONAL])
    return LYCEE if nature == OF_LYCEE_PRO or professional and "lycee" in name else ""


def kept(rows: list[Row], departement: str) -> list[School]:
    """The collèges of a département, and the schools where their pupils may go for a mini-stage, by town."""
    found: dict[str, School] = {}
    for row in rows:
        kind = kind_of(row)
        if kind and row.get("Code_departement", "").lstrip("0") == departement.lstrip("0"):
            school = _school(row, kind)
            found[school.uai] = school
    return sorted([found[uai] for uai in found], key=_order)


def _order(school: School) -> tuple[str, str, str]:
    return _town(school), plain(school.name), school.uai


def _town(school: School) -> str:
    """The town of a school, without its CEDEX."""
    town = school.town.upper()
    return same_town(town[:town.find(" CEDEX")] if " CEDEX" in town else town)


def _school(row: Row, kind: str) -> School:
    said = {column: one_line(row[column]) if column in row else "" for column in READ}
    code, last = said["Code_postal"], said["Adresse_3"]
    lines = [line for line in (said["Adresse_1"], said["Adresse_2"], last) if line and line[:len(code)] != code]
    town = last[len(code):].strip() if code and last[:len(code)] == code else said["Nom_commune"]
    return School(Uai().accept(said["Identifiant_de_l_etablissement"]), kind, said["Nom_etablissement"], _status(said),
                  ", ".join(lines), code, town if "CEDEX" in town.upper() else said["Nom_commune"],
                  _phone(said["Telephone"]), said["Mail"], _siret(said["SIREN_SIRET"]))


def _status(said: Row) -> str:
    """Public, or private under contract; "" for what has no contract."""
    if plain(said["Statut_public_prive"]) == "public":
        return "public"
    return "prive_sous_contrat" if plain(said["Type_contrat_prive"])[:7] == "contrat" else ""


def _phone(text: str) -> str:
    """A telephone with the zero that Excel takes away."""
    digits = compact(text)
    return "0" + digits if is_number(digits) and len(digits) == 9 else Phone().accept(text) if text else ""


def _siret(text: str) -> str:
    """The SIRET, "" where Excel has rounded it."""
    digits = compact(text)
    return digits if is_number(digits) and len(digits) == 14 else ""


def updated(rows: list[Row]) -> str:
    """« 02/10/2025 », the last day on which a row was updated; "" where none says so."""
    days = [parse_iso(row.get("date_maj_ligne", "")[:10]) for row in rows]
    known = [day for day in days if day is not None]
    if not known:
        return ""
    year, month, day = [str(number) for number in parts(max(known))]
    return "/".join([day if len(day) > 1 else "0" + day, month if len(month) > 1 else "0" + month, year])


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
             if all([_begins(words_of(_town(school) + " " + school.name), word) for word in wanted])]
    first = [school for school in found if _begins(words_of(_town(school)), wanted[0])]
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
