"""Sheet of one stage, in the order of the paper conventions: A organisme, B établissement, C élève, D dates, E, F."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, mentions, signatures
from pid_rules.documents.contrat import quoted
from pid_rules.dossier.paths import get
from pid_rules.form import options, stages
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
    kind = get(answers.dossier, place + ".type")
    if kind in MODELS:
        made.append(blocks.paragraph("Modèle du ministère : annexe {0} de la circulaire du 12 juillet 2024 "
                                     "(MENE2407449C), que cite la fiche F1882 de Service-Public.".format(MODELS[kind]),
                                     "note"))
    made += blocks.pairs(answers.rows(place, "stages[].id", "stages[].type", "etablissement.deliberation_ca",
                                      "stages[].convention.statut", "stages[].convention.date_signature"))
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
    organisme = rows(lieu, "lieux[].nom", "lieux[].type", "lieux[].siret", "lieux[].activite") \
        + together("Adresse", lieu, "lieux[].adresse", "lieux[].code_postal", "lieux[].ville", "lieux[].pays") \
        + _contact(answers, lieu, "Représenté par", "representant") + _contact(answers, lieu, "Tuteur", "tuteur")
    college = rows("", "etablissement.nom") \
        + together("Adresse", "", "etablissement.adresse", "etablissement.code_postal", "etablissement.ville") \
        + together("Contact", "", "etablissement.telephone", "etablissement.courriel") \
        + together("Représenté par", "", "etablissement.chef.prenom", "etablissement.chef.nom",
                   "etablissement.chef.fonction") \
        + together("Référent", "", "referent.prenom", "referent.nom", "referent.fonction") \
        + together("Contact du référent", "", "referent.telephone", "referent.courriel")
    pupil = rows("", "eleve.nom", "eleve.prenom", "eleve.date_naissance", "eleve.classe") \
        + together("Adresse", "", "eleve.adresse", "eleve.code_postal", "eleve.ville") \
        + rows("", "eleve.telephone", "eleve.courriel")
    for index in range(signatures.representatives(answers)):
        of = "responsables." + str(index)
        label = "Responsable légal " + str(index + 1)
        pupil += _of(label, together(label, of, "responsables[].prenom", "responsables[].nom")
                     + together(label + ", contact", of, "responsables[].telephone", "responsables[].courriel")
                     + rows(of, "responsables[].adresse"))
    purpose = rows(place, "stages[].objectifs", "stages[].activites", "stages[].competences", "stages[].concertation",
                   "stages[].utilise_machines", "stages[].effectue_travaux",
                   "stages[].service_bar") + _exposure(answers, place)
    return (
        ("A. Organisme d’accueil", blocks.pairs(organisme)),
        ("B. Établissement", blocks.pairs(college)),
        ("C. Élève", blocks.pairs(pupil)),
        ("D. Dates et horaires", blocks.pairs(rows(place, "stages[].debut", "stages[].fin")) + hours(answers, place)
         + visits(answers, place)),
        ("E. Finalités pédagogiques", blocks.pairs(purpose)),
        ("F. Prise en charge et assurances", blocks.pairs(
            rows(place, "stages[].restauration", "stages[].transport", "eleve.deplacement", "stages[].hebergement",
                 "stages[].assurance.etablissement", "stages[].assurance.organisme",
                 "stages[].attestation_remise_le"))),
    )


def _of(label: str, rows: Rows) -> list[list[str]]:
    """The rows of one person, each saying whose it is where the answers fell apart into several."""
    return [[row[0] if row[0].startswith(label) else label + ", " + row[0][:1].lower() + row[0][1:], row[1]]
            for row in rows]


def _exposure(answers: Answers, place: str) -> list[list[str]]:
    """The forbidden works; that there is none is said once the questions of safety are answered."""
    known = answers.held(place + "." + stages.TRAVAUX_INTERDITS.name)
    if known or not answers.held(place + "." + stages.UTILISE_MACHINES.name):
        return answers.row(stages.TRAVAUX_INTERDITS, place)
    return [[stages.TRAVAUX_INTERDITS.label,
             "Non, à aucun des {0} travaux interdits avant 18 ans".format(len(stages.TRAVAUX_INTERDITS.kind.options))]]


def _contact(answers: Answers, lieu: str, label: str, key: str) -> list[list[str]]:
    prefix = "lieux[]." + key
    return answers.together(label, lieu, prefix + ".prenom", prefix + ".nom", prefix + ".fonction") \
        + answers.together("Contact", lieu, prefix + ".telephone", prefix + ".courriel")


def hours(answers: Answers, place: str) -> list[Printed]:
    """The hours of the stage day by day; by hand, a line for each day of the week but Sunday."""
    rows: Rows = []
    path = place + ".horaires"
    for index in range(answers.count(path)):
        item = path + "." + str(index)
        rows.append([day_words(answers, item)] + [answers.text(item + "." + key)
                                                  for key in ("debut", "fin", "pause_debut", "pause_fin")])
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
    words = [answers.text(item + ".jour"), answers.text(item + ".semaine").replace("Semaine", "semaine")]
    return ", ".join([word for word in words if word])


def visits(answers: Answers, place: str) -> list[Printed]:
    """The visits of the stage, planned and done."""
    path = place + ".visites"
    rows = [[answers.text(path + "." + str(index) + "." + key) for key in ("date", "visiteur", "faite_le")]
            for index in range(answers.count(path))]
    if not rows:
        return blocks.pairs([["Visites prévues", ""]])
    return [blocks.table("Visites", ("Date prévue", "Visiteur", "Faite le"), rows, (20, 26, 20))]


def _boxes(answers: Answers, lieu: str) -> Printed:
    tutor = answers.full_name(lieu + ".tuteur")
    host = (signatures.ACCUEIL, "", answers.full_name(lieu + ".representant"), answers.text(lieu + ".nom"))
    pupil, rest = signatures.expected(answers)[:1], signatures.expected(answers)[1:]
    head = [one for one in rest if one[0] == "chef_etablissement"]
    others = [one for one in rest if one[0] != "chef_etablissement"]
    return signatures.boxes(answers, head + [host] + pupil + others
                            + [("Tuteur dans l’organisme d’accueil", "", tutor, "")], [])
