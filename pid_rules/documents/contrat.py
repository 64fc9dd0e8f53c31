"""The contract between the pupil, the family and the head of the collège, to be signed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, dispenses, pages, signatures
from pid_rules.documents.answers import role_label
from pid_rules.documents.timetable import week_words
from pid_rules.form import contrat, eleve, etablissement, parcours
from pid_rules.sources import lettre
from pid_rules.sources.education import D332_6

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition
    from pid_rules.shapes import Dossier, Profile
    from pid_rules.sources.source import Citation

OF_THE_LETTER = (lettre.NATURE, lettre.ORGANISATION)
"""Reminders that the contract quotes from the département's letter: the tool has none to sign in their place."""
OF_THE_CODE = D332_6.quoting(
    "des dispositifs spécifiques à vocation transitoire comportant, le cas échéant, des aménagements d'horaires et de "
    "programmes peuvent lui être proposés avec l'accord de ses représentants légaux.")


def quoted(citation: Citation) -> str:
    """The words of a source and its short reference, as one sentence."""
    return "«" + citation.extract + "» (" + citation.label() + ")"


def contract(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the contract."""
    made = [blocks.heading(1, "Contrat de parcours individualisé dérogatoire"),
            blocks.paragraph("Entre l’élève, sa famille et le chef d’établissement.", "lead")]
    made += blocks.pairs(_parties(answers))
    made.append(blocks.heading(2, "Objet"))
    made += [blocks.paragraph(quoted(reminder)) for reminder in _reminders(edition.profile)]
    made += blocks.pairs(answers.row(parcours.DEBUT) + answers.row(parcours.FIN))
    made += _changes(answers)
    made += _objectives(answers)
    made += pages.page(answers, contrat.ENGAGEMENTS)
    made.append(blocks.heading(2, parcours.RETOUR.label))
    made += blocks.paragraphs(answers.text(parcours.RETOUR.path)) or blocks.pairs(answers.row(parcours.RETOUR))
    return made + _signatures(answers, edition.fingerprint)


def _reminders(profile: Profile) -> list[Citation]:
    """What the texts say of such a parcours, the département's letter first."""
    return [reminder.under(profile) for reminder in OF_THE_LETTER if reminder.holds(profile)] + [OF_THE_CODE]


def _parties(answers: Answers) -> list[list[str]]:
    born = answers.text(eleve.DATE_NAISSANCE.path)
    pupil = answers.full_name(eleve.PRENOM, eleve.NOM)
    rows = [[role_label("eleve"), pupil + (", date de naissance : " + born if pupil and born else "")]]
    for index in range(signatures.representatives(answers)):
        rows.append([role_label("responsable_" + str(index + 1)),
                     answers.full_name(eleve.RESPONSABLE_PRENOM, eleve.RESPONSABLE_NOM,
                                       eleve.RESPONSABLES.path + "." + str(index))])
    head = [answers.full_name(etablissement.CHEF_PRENOM, etablissement.CHEF_NOM),
            answers.text(etablissement.NOM.path)]
    rows.append([role_label("chef_etablissement"), ", ".join([part for part in head if part])])
    rows.append([role_label("referent"), answers.full_name(parcours.REFERENT_PRENOM, parcours.REFERENT_NOM)])
    for place in signatures.hosts(answers):
        rows.append([role_label(signatures.ACCUEIL), answers.called(place) if place else ""])
    return rows


def _changes(answers: Answers) -> list[Printed]:
    """What the parcours takes from the ordinary weeks, with the hours of each week model."""
    found = dispenses.changes(answers)
    if not found:  # without a grid nothing is compared: the hours of each week remain
        weeks = [(week.name or "Semaine type", week_words(week)) for week in answers.plan().models]
        found = blocks.pairs([[name, words] for name, words in weeks if words])
    return [blocks.heading(2, "Ce qui change dans l’emploi du temps")] + found if found else []


def _objectives(answers: Answers) -> list[Printed]:
    columns = [parcours.OBJECTIF, parcours.INDICATEUR, parcours.ECHEANCE,
               parcours.OBJECTIF_RESPONSABLE]
    places = answers.places(parcours.OBJECTIFS)
    made = [blocks.heading(2, "Objectifs et échéances")]
    if places:
        return made + [pages.as_table(answers, parcours.OBJECTIFS, places, columns, caption="")]
    return made + blocks.pairs([[parcours.OBJECTIFS.label, ""]])


def _signatures(answers: Answers, fingerprint: str) -> list[Printed]:
    made = [blocks.heading(2, contrat.SIGNATURES_PAGE.title),
            blocks.paragraph("Le contrat se signe à la main. Une date imprimée dans un cadre est celle que le collège "
                             "a notée dans le dossier.", "note")]
    made += blocks.pairs(answers.row(contrat.MOTIF_SIGNATURE_UNIQUE))
    noted = signatures.noted(answers)
    awaited = signatures.expected(answers) + [(signatures.ACCUEIL, host, "", answers.called(host) if host else "")
                                              for host in signatures.hosts(answers)]
    made.append(signatures.boxes(answers, awaited, noted))
    marks = _marks(noted, fingerprint)
    if marks:
        made += blocks.pairs(marks)
        made.append(blocks.paragraph("L’empreinte (SHA-256) change dès que le contenu du contrat change. Elle ne "
                                     "remplace pas une signature.", "note"))
    return made


def _marks(noted: list[Dossier], present: str) -> list[list[str]]:
    """[[who signed, fingerprint]] of each content that was signed: one row for all those who signed the same.

    ``present`` is the fingerprint of what is printed, "" where unknown: none is printed twice.
    """
    signed: dict[str, list[str]] = {}
    for signature in noted:
        mark, role = signature["empreinte"], role_label(signature["role"])
        if mark and mark not in signed:
            signed[mark] = []
        if mark and role not in signed[mark]:
            signed[mark].append(role)
    rows = [[", ".join(signed[mark] + [contrat.SIGNATURE_EMPREINTE.label.lower()])
             + (", la même que celle de ce contrat" if mark == present else ""), mark] for mark in signed]
    return rows if not present or present in signed else rows + [["Empreinte du contenu de ce contrat", present]]
