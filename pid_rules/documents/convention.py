"""Sheet of one stage, in the order of the paper conventions: A organisme, B établissement, C élève, D dates, E, F."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, mentions, signatures
from pid_rules.documents.contrat import quoted
from pid_rules.dossier.paths import get
from pid_rules.form import eleve, etablissement, options, parcours, stages
from pid_rules.sources.circulaires import CONVENTION_2024
from pid_rules.sources.education import D331_3, D331_4

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed, Rows
    from pid_rules.documents.document import Edition

STATUS = (
    D331_3.quoting("Dans tous les cas, une convention est passée entre l'établissement d'enseignement scolaire dont "
                   "relève l'élève et l'entreprise ou l'organisme d'accueil intéressé"),
    D331_4.quoting("Les élèves demeurent sous statut scolaire durant la période où ils sont en milieu professionnel."),
)
MODELS = {"sequence_observation": 1, "visite_information": 2, "stage_initiation": 3, "stage_application": 4}
"""The annex that holds the model for each type, as numbered in the addresses that the sheet F1882 gives."""

CLAUSES = (
    "Accident, sur place ou en chemin : l’organisme alerte sans délai le collège et lui adresse la déclaration "
    "d’accident dans la même journée.",
    "Agissements sexistes, harcèlement, violences : l’organisme en préserve l’élève et lui dit dès son arrivée comment "
    "les signaler. L’élève peut s’adresser au collège, au tuteur ou à la personne référente de l’organisme.",
    "Trousse d’urgence : si l’état de santé de l’élève en demande une (PAI), la famille s’assure qu’il l’emporte.",
    "L’élève ne peut prétendre à aucune rémunération.",
    "Initiation ou application : ni poste permanent, ni surcroît d’activité, ni emploi saisonnier, ni remplacement "
    "(L124-7) ; l’organisme tient un décompte des présences et ne confie aucune tâche dangereuse (L124-14).",
    "L’élève reste sous l’autorité du chef d’établissement. Suspension ou rupture : dire qui la décide et qui en est "
    "prévenu.",
)
"""What the convention says besides."""


def convention(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the sheet of the stage at ``place``."""
    lieu = answers.lieu_of(place)
    made = [blocks.heading(1, "Fiche de convention de stage"),
            blocks.paragraph("Cette fiche réunit ce que la convention demande. La convention reste celle votée par le "
                             "conseil d’administration.", "lead")]
    kind = get(answers.dossier, stages.STAGE_TYPE.at(place))
    if kind in MODELS:
        made.append(blocks.paragraph("Modèle du ministère : annexe {0} de la circulaire du 12 juillet 2024 "
                                     "(MENE2407449C), que cite la fiche F1882 de Service-Public.".format(MODELS[kind]),
                                     "note"))
    made += blocks.pairs(answers.rows(place, stages.STAGE_TYPE, etablissement.DELIBERATION_CA,
                                      stages.CONVENTION_STATUT, stages.CONVENTION_DATE))
    for title, rows in _frames(answers, place, lieu):
        made.append(blocks.heading(2, title))
        made += rows
    if mentions.are_required(answers, place):
        made += mentions.table(answers, place, lieu)
    made.append(blocks.heading(2, "Clauses à retrouver dans la convention"))
    made += blocks.bullets(CLAUSES)
    made.append(blocks.paragraph("D’après : " + CONVENTION_2024.label() + " ; à adapter à un autre type.", "note"))
    made += [blocks.paragraph(quoted(citation), "legal") for citation in STATUS]
    made.append(blocks.heading(2, "Signatures"))
    made.append(_boxes(answers, lieu))
    return made


def _frames(answers: Answers, place: str, lieu: str) -> tuple[tuple[str, list[Printed]], ...]:
    """(title, blocks) of the frames A to F."""
    rows = answers.rows
    together = answers.together
    organisme = rows(lieu, stages.LIEU_NOM, stages.LIEU_TYPE, stages.SIRET, stages.LIEU_ACTIVITE) \
        + together("Adresse", lieu, stages.LIEU_ADRESSE, stages.LIEU_CODE_POSTAL, stages.LIEU_VILLE, stages.LIEU_PAYS) \
        + together("Représenté par", lieu, stages.REPRESENTANT_PRENOM, stages.REPRESENTANT_NOM,
                   stages.REPRESENTANT_FONCTION) \
        + together("Contact", lieu, stages.REPRESENTANT_TELEPHONE, stages.REPRESENTANT_COURRIEL) \
        + together("Tuteur", lieu, stages.TUTEUR_PRENOM, stages.TUTEUR_NOM, stages.TUTEUR_FONCTION) \
        + together("Contact", lieu, stages.TUTEUR_TELEPHONE, stages.TUTEUR_COURRIEL)
    college = rows("", etablissement.NOM) \
        + together("Adresse", "", etablissement.ADRESSE, etablissement.CODE_POSTAL, etablissement.VILLE) \
        + together("Contact", "", etablissement.TELEPHONE, etablissement.COURRIEL) \
        + together("Représenté par", "", etablissement.CHEF_PRENOM, etablissement.CHEF_NOM,
                   etablissement.CHEF_FONCTION) \
        + together("Référent", "", parcours.REFERENT_PRENOM, parcours.REFERENT_NOM, parcours.REFERENT_FONCTION) \
        + together("Contact du référent", "", parcours.REFERENT_TELEPHONE, parcours.REFERENT_COURRIEL)
    pupil = rows("", eleve.NOM, eleve.PRENOM, eleve.DATE_NAISSANCE, eleve.CLASSE) \
        + together("Adresse", "", eleve.ADRESSE, eleve.CODE_POSTAL, eleve.VILLE) \
        + rows("", eleve.TELEPHONE, eleve.COURRIEL)
    for index in range(signatures.representatives(answers)):
        of = eleve.RESPONSABLES.path + "." + str(index)
        label = "Responsable légal " + str(index + 1)
        pupil += _of(label, together(label, of, eleve.RESPONSABLE_PRENOM, eleve.RESPONSABLE_NOM)
                     + together(label + ", contact", of, eleve.RESPONSABLE_TELEPHONE, eleve.RESPONSABLE_COURRIEL)
                     + rows(of, eleve.RESPONSABLE_ADRESSE))
    purpose = rows(place, stages.STAGE_OBJECTIFS, stages.STAGE_ACTIVITES, stages.STAGE_COMPETENCES, stages.CONCERTATION,
                   stages.UTILISE_MACHINES, stages.EFFECTUE_TRAVAUX,
                   stages.SERVICE_BAR) + _exposure(answers, place)
    return (
        ("A. Organisme d’accueil", blocks.pairs(organisme)),
        ("B. Établissement", blocks.pairs(college)),
        ("C. Élève", blocks.pairs(pupil)),
        ("D. Dates et horaires", blocks.pairs(rows(place, stages.STAGE_DEBUT, stages.STAGE_FIN)) + hours(answers, place)
         + visits(answers, place)),
        ("E. Finalités pédagogiques", blocks.pairs(purpose)),
        ("F. Prise en charge et assurances", blocks.pairs(
            rows(place, stages.RESTAURATION, stages.TRANSPORT, eleve.DEPLACEMENT, stages.HEBERGEMENT,
                 stages.ASSURANCE_ETABLISSEMENT, stages.ASSURANCE_ORGANISME,
                 stages.ATTESTATION))),
    )


def _of(label: str, rows: Rows) -> list[list[str]]:
    """The rows of one person, each saying whose it is where the answers fell apart into several."""
    return [[row[0] if row[0].startswith(label) else label + ", " + row[0][:1].lower() + row[0][1:], row[1]]
            for row in rows]


def _exposure(answers: Answers, place: str) -> list[list[str]]:
    """The forbidden works; that there is none is said once the questions of safety are answered."""
    known = answers.held(stages.TRAVAUX_INTERDITS.at(place))
    if known or not answers.held(stages.UTILISE_MACHINES.at(place)):
        return answers.row(stages.TRAVAUX_INTERDITS, place)
    return [[stages.TRAVAUX_INTERDITS.label,
             "Non, à aucun des {0} travaux interdits avant 18 ans".format(len(stages.TRAVAUX_INTERDITS.kind.options))]]


def hours(answers: Answers, place: str) -> list[Printed]:
    """The hours of the stage day by day; by hand, a line for each day of the week but Sunday."""
    rows: Rows = []
    for item in answers.places(stages.HORAIRES, place):
        rows.append([day_words(answers, item)] + [answers.text(field.at(item)) for field in (
            stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.PAUSE_DEBUT, stages.PAUSE_FIN)])
    if answers.blank_form and not any([row[0] for row in rows]):
        rows = [[label, "", "", "", ""] for day, label in options.JOURS if day != "dimanche"]
    if not rows:
        return blocks.pairs([["Horaires", ""]])
    total = mentions.weekly_words(answers, place)
    caption = "Horaires" + (" : " + total + ", pauses déduites" if total else "")
    return [blocks.table(caption, ("Jour", "Début", "Fin", "Pause, de", "Pause, à"), rows, (24, 18, 18, 18, 18))] \
        + blocks.pairs(mentions.weeks_of_letter(answers, place))


def day_words(answers: Answers, item: str) -> str:
    """« Mardi », « Mardi, semaine A » of a line of the hours."""
    letter = answers.text(stages.HORAIRE_SEMAINE.at(item)).replace("Semaine", "semaine")
    return ", ".join([word for word in (answers.text(stages.HORAIRE_JOUR.at(item)), letter) if word])


def visits(answers: Answers, place: str) -> list[Printed]:
    """The visits of the stage, planned and done."""
    rows = [[answers.text(field.at(visit)) for field in (stages.VISITE_DATE, stages.VISITEUR, stages.VISITE_FAITE)]
            for visit in answers.places(stages.VISITES, place)]
    if not rows:
        return blocks.pairs([["Visites prévues", ""]])
    return [blocks.table("Visites", ("Date prévue", "Visiteur", "Faite le"), rows, (20, 26, 20))]


def _boxes(answers: Answers, lieu: str) -> Printed:
    tutor = answers.full_name(stages.TUTEUR_PRENOM, stages.TUTEUR_NOM, lieu)
    head = answers.full_name(stages.REPRESENTANT_PRENOM, stages.REPRESENTANT_NOM, lieu)
    host = (signatures.ACCUEIL, "", head, answers.text(stages.LIEU_NOM.at(lieu)))
    pupil, rest = signatures.expected(answers)[:1], signatures.expected(answers)[1:]
    chef = [one for one in rest if one[0] == "chef_etablissement"]
    others = [one for one in rest if one[0] != "chef_etablissement"]
    return signatures.boxes(answers, chef + [host] + pupil + others
                            + [("Tuteur dans l’organisme d’accueil", "", tutor, "")], [])
