"""What the site keeps of the directory of schools of the ministry, when it is built: no page runs this.

A row is given as {column: text} of the columns of ``READ``, and no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.questions.formats import Email, Phone, Uai, compact
from pid_rules.reprise.annuaire import CFA, COLLEGE, LYCEE, School, town_of
from pid_rules.reprise.candidates import words_of
from pid_rules.words.alike import plain
from pid_rules.words.dates import is_number, parse_iso, parts
from pid_rules.words.declared import declared
from pid_rules.words.visible import one_line

if TYPE_CHECKING:
    Row = dict[str, str]

READ = ("Identifiant_de_l_etablissement", "Nom_etablissement", "Type_etablissement", "Statut_public_prive",
        "Type_contrat_prive", "Adresse_1", "Adresse_2", "Adresse_3", "Code_postal", "Nom_commune", "Code_departement",
        "Telephone", "Mail", "Voie_professionnelle", "Apprentissage", "Lycee_Agricole", "SIREN_SIRET", "etat",
        "code_nature", "date_maj_ligne")
OF_COLLEGE = "340"
OF_LYCEE_PRO = "320"
"""The nature of a collège and of a lycée professionnel; a SEGPA has a row of its own, of another nature."""
PROFESSIONAL = ("Voie_professionnelle", "Apprentissage", "Lycee_Agricole")
BAD_UAI = declared("{0} : la lettre de l’UAI n’est pas la bonne.")
BAD_PHONE = declared("{0} : ce téléphone n’en est pas un.")
BAD_MAIL = declared("{0} : cette adresse électronique n’en est pas une.")


def faults(school: School) -> list[str]:
    """What the directory says of a school that cannot be right, a sentence each."""
    found = [BAD_UAI] if Uai().judge(school.uai)[1] is not None else []
    found += [BAD_PHONE] if school.phone and Phone().judge(school.phone)[1] is not None else []
    found += [BAD_MAIL] if school.mail and Email().judge(school.mail)[1] is not None else []
    return [sentence.format(school.uai) for sentence in found]


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
    return town_of(school), plain(school.name), school.uai


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
