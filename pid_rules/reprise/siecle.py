"""The XML exports of SIECLE: which go together, who is in them, and what they say of one pupil.

A reader gives one dict for each file: ``racine``, the name of its root, then for each block of ``READ`` the list of its
elements, as {tag: text} of the tags listed there and no other. An attribute of the element, or of one around it, is
read as a tag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get
from pid_rules.form import etablissement
from pid_rules.questions.formats import SchoolYear, Uai
from pid_rules.reprise.candidates import Candidate
from pid_rules.reprise.proposal import REFUSED, TO_CONFIRM, TOLD, Notice
from pid_rules.words.dates import is_number
from pid_rules.words.declared import declared
from pid_rules.words.visible import one_line

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier

    Record = dict[str, str]
    Opened = dict[str, Any]
    """What a reader gives for one file."""

READ = {
    "PARAMETRES": ("UAJ", "ANNEE_SCOLAIRE", "DATE_EXPORT"),
    "ELEVE": ("ELEVE_ID", "NOM_DE_FAMILLE", "NOM", "NOM_USAGE", "PRENOM", "DATE_NAISS", "DATE_SORTIE", "CODE_REGIME",
              "CODE_MEF", "ADRESSE_ID", "TEL_PORTABLE", "TEL_PERSONNEL", "MEL"),
    "STRUCTURE": ("ELEVE_ID", "CODE_STRUCTURE", "TYPE_STRUCTURE"),
    "ADRESSE": ("ADRESSE_ID", "LIGNE1_ADRESSE", "LIGNE2_ADRESSE", "LIGNE3_ADRESSE", "LIGNE4_ADRESSE", "CODE_POSTAL",
                "LIBELLE_POSTAL", "COMMUNE_ETRANGERE", "LL_PAYS"),
    "PERSONNE": ("PERSONNE_ID", "NOM_DE_FAMILLE", "NOM", "NOM_USAGE", "PRENOM", "TEL_PORTABLE", "TEL_PERSONNEL", "MEL",
                 "ADRESSE_ID"),
    "RESPONSABLE_ELEVE": ("ELEVE_ID", "PERSONNE_ID", "NIVEAU_RESPONSABILITE", "CODE_PARENTE", "A_CONTACTER_EN_PRIORITE",
                          "PAIE_FRAIS_SCOLAIRES"),
    "MEF": ("CODE_MEF", "FORMATION", "LIBELLE_LONG"),
}
"""{block: tags}: the only ones that a reader puts in a variable. Who pays and who is called first are looked at to
order two persons, and never shown."""
UNREAD = ("numéro national", "nationalité", "lieu de naissance", "bourse", "profession")
"""What the files hold besides, as people call it."""

ELEVES, RESPONSABLES, NOMENCLATURE, COMMUNS = ("BEE_ELEVES", "BEE_RESPONSABLES", "BEE_NOMENCLATURES", "BEE_COMMUNS")
NO_PUPIL = declared("Ce fichier est {0} : il ne contient pas d’élève. Choisissez ElevesAvecAdresses et "
                    "ResponsablesAvecAdresses.")
STRANGE = declared("Ce fichier n’est pas un export de SIECLE qui se lit ici. Choisissez ElevesAvecAdresses et "
                   "ResponsablesAvecAdresses.")
WITHOUT_PUPIL = {NOMENCLATURE: "une nomenclature", "STS_EDT": "un fichier STS", "EDT_STS": "un fichier STS",
                 COMMUNS: "celui des données communes"}
NO_PERSONS = declared("Il manque le fichier des responsables : l’identité seule sera reprise.")
NO_PUPILS = declared("Il manque le fichier des élèves : choisissez les deux fichiers ensemble.")
TWICE = declared("Le fichier des élèves est choisi deux fois : il faut aussi celui des responsables.")
TWICE_PERSONS = declared("Le fichier des responsables est choisi deux fois : il faut aussi celui des élèves.")
APART = declared("Ces deux fichiers ne vont pas ensemble : ils ne sont pas {0}. Exportez-les ensemble.")
OTHER_COLLEGE = "Ce fichier est celui du collège {0}, votre établissement est {1}."
OTHER_YEAR = "Ce fichier date du {0} (année {1})."


def of(record: Record, tag: str) -> str:
    """What an element says under a tag, without the blanks that fill it; "" for nothing."""
    return one_line(record[tag]) if tag in record else ""


class Files:
    """The files that somebody chose at once: ``notices`` say what is wrong with them, the rest is of nobody yet."""

    def __init__(self, opened: list[Opened], dossier: Dossier) -> None:
        self.notices: list[Notice] = []
        self.eleves = self._one(opened, ELEVES, TWICE)
        self.responsables = self._one(opened, RESPONSABLES, TWICE_PERSONS)
        self.nomenclature = self._one(opened, NOMENCLATURE, "")
        if self.eleves is None:
            self._refuse(opened)
        else:
            self._look(self.eleves, dossier)

    def _one(self, opened: list[Opened], root: str, twice: str) -> Opened | None:
        found = [one for one in opened if one["racine"] == root]
        if len(found) > 1 and twice:
            self.notices.append(Notice(REFUSED, twice))
        return (found + [None])[0]

    def _refuse(self, opened: list[Opened]) -> None:
        """Say what the files are, where none holds pupils."""
        for one in opened:
            root = one["racine"]
            if root != RESPONSABLES:
                self.notices.append(Notice(REFUSED, NO_PUPIL.format(
                    WITHOUT_PUPIL[root]) if root in WITHOUT_PUPIL else STRANGE))
        if self.responsables is not None or not opened:
            self.notices.append(Notice(REFUSED, NO_PUPILS))

    def _look(self, eleves: Opened, dossier: Dossier) -> None:
        """Say whose the files are and from when."""
        if self.responsables is None:
            self.notices.append(Notice(TOLD, NO_PERSONS))
        else:
            for tag, words in (("UAJ", "du même collège"), ("ANNEE_SCOLAIRE", "de la même année")):
                if parameter(eleves, tag) != parameter(self.responsables, tag):
                    self.notices.append(Notice(REFUSED, APART.format(words)))
        here, there = Uai().accept(str(get(dossier, etablissement.UAI.path) or "")), parameter(eleves, "UAJ")
        if here and there and here != there:
            self.notices.append(Notice(TO_CONFIRM, OTHER_COLLEGE.format(there, here)))
        year, first = parameter(eleves, "ANNEE_SCOLAIRE"), _first_year(dossier)
        if first and is_number(year) and int(year) != first:
            self.notices.append(Notice(TO_CONFIRM, OTHER_YEAR.format(parameter(eleves, "DATE_EXPORT"),
                                                                     year + "-" + str(int(year) + 1))))

    @property
    def refused(self) -> bool:
        """Whether nothing can be taken of them."""
        return any([notice.level == REFUSED for notice in self.notices])

    def everyone(self) -> list[Candidate]:
        """The pupils of the file, each known by its ``ELEVE_ID``."""
        divisions = {of(one, "ELEVE_ID"): of(one, "CODE_STRUCTURE") for one in records(self.eleves, "STRUCTURE")
                     if of(one, "TYPE_STRUCTURE") == "D"}
        return [Candidate(of(one, "ELEVE_ID"), family_name(one), of(one, "PRENOM"), of(one, "DATE_NAISS"),
                          divisions.get(of(one, "ELEVE_ID"), ""), of(one, "DATE_SORTIE"), of(one, "NOM_USAGE"))
                for one in records(self.eleves, "ELEVE")]

    def unread(self) -> str:
        """What is left in the files, in a sentence."""
        others = len(records(self.eleves, "ELEVE")) - 1
        named = list(UNREAD) + (["les {0} autres élèves".format(others)] if others > 1 else
                                ["l’autre élève"] if others == 1 else [])
        return declared("Non lu dans ces fichiers : {0}.").format(", ".join(named))

    def forget(self, key: str) -> None:
        """Keep of the files what is needed for one pupil."""
        for opened in (self.eleves, self.responsables):
            for block in ("ELEVE", "STRUCTURE", "RESPONSABLE_ELEVE"):
                if opened is not None:
                    opened[block] = [one for one in records(opened, block) if of(one, "ELEVE_ID") == key]
        persons = [of(one, "PERSONNE_ID") for one in records(self.responsables, "RESPONSABLE_ELEVE")]
        if self.responsables is not None:
            self.responsables["PERSONNE"] = [one for one in records(self.responsables, "PERSONNE")
                                             if of(one, "PERSONNE_ID") in persons]
        for opened in (self.eleves, self.responsables):
            if opened is not None:
                addresses = [of(one, "ADRESSE_ID")
                             for one in records(opened, "ELEVE") + records(opened, "PERSONNE")]
                opened["ADRESSE"] = [one for one in records(opened, "ADRESSE") if of(one, "ADRESSE_ID") in addresses]


def records(opened: Opened | None, block: str) -> list[Record]:
    """The elements of a block, none where there is no such file."""
    return opened[block] if opened is not None and block in opened else []


def parameter(opened: Opened | None, tag: str) -> str:
    """What a file says of itself: its collège, its year, its day."""
    return ([of(one, tag) for one in records(opened, "PARAMETRES")] + [""])[0]


def family_name(record: Record) -> str:
    """The family name of a pupil or of a person, under the tag of before 2016 too."""
    return of(record, "NOM_DE_FAMILLE") or of(record, "NOM")


def _first_year(dossier: Dossier) -> int | None:
    return SchoolYear().judge(SchoolYear().accept(str(get(dossier, etablissement.ANNEE_SCOLAIRE.path) or "")))[0]
