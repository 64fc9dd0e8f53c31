"""Sheet of one stage, in the order of the paper conventions, with the mentions of D124-4 where its type requires them."""

from pid_rules import horaires
from pid_rules.form import options
from pid_rules.output import blocks, signatures
from pid_rules.output.contrat import quoted
from pid_rules.paths import get
from pid_rules.sources.education import D124_4, D331_3, D331_4

REQUIRE_MENTIONS = ("stage_initiation", "stage_application")
"""Types of stage inside the chapter of article L124-1, to which D124-4 applies; an observation sequence is outside."""

MENTIONS = (
    (D124_4.quoting("L'intitulé complet du cursus ou de la formation du stagiaire et son volume horaire par année "
                    "d'enseignement"), ("eleve.niveau",)),
    (D124_4.quoting("Le nom de l'enseignant référent de l'établissement d'enseignement et le nom du tuteur dans "
                    "l'organisme d'accueil"),
     ("referent.prenom", "referent.nom", "lieux[].tuteur.prenom", "lieux[].tuteur.nom")),
    (D124_4.quoting("Les compétences à acquérir ou à développer"), ("stages[].competences",)),
    (D124_4.quoting("Les activités confiées au stagiaire"), ("stages[].activites",)),
    (D124_4.quoting("Les dates du début et de la fin de la période de formation en milieu professionnel ou du stage ainsi "
                    "que la durée totale prévue"), ("stages[].debut", "stages[].fin")),
    (D124_4.quoting("La durée hebdomadaire de présence effective du stagiaire dans l'organisme d'accueil et sa présence, "
                    "le cas échéant, la nuit, le dimanche ou des jours fériés"), ()),
    (D124_4.quoting("Les conditions dans lesquelles l'enseignant référent de l'établissement d'enseignement et le tuteur "
                    "dans l'organisme d'accueil assurent l'encadrement et le suivi du stagiaire"),
     ("stages[].concertation",)),
    (D124_4.quoting("Le montant de la gratification versée au stagiaire et les modalités de son versement, le cas "
                    "échéant"), ()),
    (D124_4.quoting("Le régime de protection sociale dont bénéficie le stagiaire, y compris la protection en cas "
                    "d'accident du travail"), ("stages[].assurance.etablissement", "stages[].assurance.organisme")),
    (D124_4.quoting("Les conditions dans lesquelles le stagiaire est autorisé à s'absenter"), ()),
    (D124_4.quoting("Les modalités de suspension et de résiliation de la convention de stage"), ()),
    (D124_4.quoting("Les modalités de validation du stage ou de la période de formation en milieu professionnel en cas "
                    "d'interruption"), ()),
    (D124_4.quoting("La liste des avantages offerts par l'organisme d'accueil au stagiaire"),
     ("stages[].restauration", "stages[].transport", "stages[].hebergement")),
    (D124_4.quoting("Les clauses du règlement intérieur de l'organisme d'accueil qui sont applicables au stagiaire, le "
                    "cas échéant"), ()),
    (D124_4.quoting("Les conditions de délivrance de l'attestation de stage"), ("stages[].attestation_remise_le",)),
)
"""The fifteen mentions, in their order, each with the answers that the dossier has for it."""

STATUS = (D331_3.quoting("Dans tous les cas, une convention est passée entre l'établissement d'enseignement scolaire dont "
                         "relève l'élève et l'entreprise ou l'organisme d'accueil intéressé"),
          D331_4.quoting("Les élèves demeurent sous statut scolaire durant la période où ils sont en milieu professionnel."))
DAY = (6 * 60, 20 * 60)
"""Outside these minutes of the day it is night for the youngest (Code du travail, art. L3163-1)."""

WEEKLY = 5
"""Position in ``MENTIONS`` of the weekly hours, which are added up from the hours of each day."""


def convention(answers, place, edition):
    """Blocks of the sheet of the stage at ``place``."""
    lieu = answers.lieu_of(place)
    made = [blocks.heading(1, "Fiche de convention de stage"),
            blocks.paragraph("Cette fiche réunit ce que la convention demande. La convention reste celle votée par le "
                             "conseil d’administration.", "lead")]
    made += blocks.pairs(answers.rows(place, "stages[].id", "stages[].type", "etablissement.deliberation_ca",
                                      "stages[].convention.statut", "stages[].convention.date_signature"))
    for title, rows in _frames(answers, place, lieu):
        made.append(blocks.heading(2, title))
        made += rows
    if get(answers.dossier, place + ".type") in REQUIRE_MENTIONS or answers.blank_form and not answers.held(place + ".type"):
        made += _mentions(answers, place, lieu)
    made += [blocks.paragraph(quoted(citation), "legal") for citation in STATUS]
    made.append(blocks.heading(2, "Signatures"))
    made.append(_boxes(answers, lieu))
    return made


def _frames(answers, place, lieu):
    """(title, blocks) of the frames A to F."""
    rows = answers.rows
    together = answers.together
    organisme = rows(lieu, "lieux[].nom", "lieux[].type", "lieux[].siret", "lieux[].activite") \
        + together("Adresse", lieu, "lieux[].adresse", "lieux[].code_postal", "lieux[].ville", "lieux[].pays") \
        + _contact(answers, lieu, "Représenté par", "representant") + _contact(answers, lieu, "Tuteur", "tuteur")
    college = rows("", "etablissement.nom") \
        + together("Adresse", "", "etablissement.adresse", "etablissement.code_postal", "etablissement.ville") \
        + together("Contact", "", "etablissement.telephone", "etablissement.courriel") \
        + together("Représenté par", "", "etablissement.chef.prenom", "etablissement.chef.nom", "etablissement.chef.fonction") \
        + together("Référent", "", "referent.prenom", "referent.nom", "referent.fonction") \
        + together("Contact du référent", "", "referent.telephone", "referent.courriel")
    pupil = rows("", "eleve.nom", "eleve.prenom", "eleve.date_naissance", "eleve.classe") \
        + together("Adresse", "", "eleve.adresse", "eleve.code_postal", "eleve.ville") \
        + rows("", "eleve.telephone", "eleve.courriel")
    for index in range(signatures.representatives(answers)):
        of = "responsables." + str(index)
        label = "Responsable légal " + str(index + 1)
        pupil += together(label, of, "responsables[].prenom", "responsables[].nom") \
            + together(label + ", contact", of, "responsables[].telephone", "responsables[].courriel") \
            + rows(of, "responsables[].adresse")
    purpose = rows(place, "stages[].objectifs", "stages[].activites", "stages[].competences", "stages[].concertation",
                   "stages[].utilise_machines", "stages[].service_bar", "stages[].travaux_interdits")
    return (
        ("A. Organisme d’accueil", blocks.pairs(organisme)),
        ("B. Établissement", blocks.pairs(college)),
        ("C. Élève", blocks.pairs(pupil)),
        ("D. Dates et horaires", blocks.pairs(rows(place, "stages[].debut", "stages[].fin")) + hours(answers, place)
         + visits(answers, place)),
        ("E. Finalités pédagogiques", blocks.pairs(purpose)),
        ("F. Prise en charge et assurances", blocks.pairs(
            rows(place, "stages[].restauration", "stages[].transport", "eleve.deplacement", "stages[].hebergement",
                 "stages[].assurance.etablissement", "stages[].assurance.organisme", "stages[].attestation_remise_le"))),
    )


def _contact(answers, lieu, label, key):
    prefix = "lieux[]." + key
    return answers.together(label, lieu, prefix + ".prenom", prefix + ".nom", prefix + ".fonction") \
        + answers.together("Contact", lieu, prefix + ".telephone", prefix + ".courriel")


def hours(answers, place):
    """The hours of the stage day by day; by hand, a line for each day of the week but Sunday."""
    rows = []
    path = place + ".horaires"
    for index in range(answers.count(path)):
        item = path + "." + str(index)
        rows.append([answers.text(item + "." + key) for key in ("jour", "debut", "fin", "pause_debut", "pause_fin")])
    if answers.blank_form and not any([row[0] for row in rows]):
        rows = [[label, "", "", "", ""] for day, label in options.JOURS if day != "dimanche"]
    if not rows:
        return blocks.pairs([["Horaires", ""]])
    total = weekly_minutes(answers, place)
    caption = "Horaires" + (" : " + horaires.in_words(total) + " par semaine, pauses déduites" if total else "")
    return [blocks.table(caption, ("Jour", "Début", "Fin", "Pause, de", "Pause, à"), rows, (24, 18, 18, 18, 18))]


def weekly_minutes(answers, place):
    """Minutes of presence in a week, breaks left out; 0 where an hour is missing."""
    total = 0
    path = place + ".horaires"
    for index in range(answers.count(path)):
        item = path + "." + str(index)
        times = []
        for key in ("debut", "fin", "pause_debut", "pause_fin"):
            value = get(answers.dossier, item + "." + key)
            times.append(horaires.parse_time(value) if isinstance(value, str) else None)
        if times[0] is None or times[1] is None:
            return 0
        total += times[1] - times[0]
        if times[2] is not None and times[3] is not None:
            total -= times[3] - times[2]
    return total


def _by_day(answers, place):
    """Says that no presence is planned at night or on Sunday, where the hours show it."""
    path = place + ".horaires"
    for index in range(answers.count(path)):
        item = path + "." + str(index)
        times = [horaires.parse_time(get(answers.dossier, item + "." + key)) for key in ("debut", "fin")]
        if get(answers.dossier, item + ".jour") == "dimanche" or times[0] < DAY[0] or times[1] > DAY[1]:
            return ""
    return "\nAucune présence la nuit, le dimanche ni un jour férié"


def visits(answers, place):
    """The visits of the stage, planned and done."""
    path = place + ".visites"
    rows = [[answers.text(path + "." + str(index) + "." + key) for key in ("date", "visiteur", "faite_le")]
            for index in range(answers.count(path))]
    if not rows:
        return blocks.pairs([["Visites prévues", ""]])
    return [blocks.table("Visites", ("Date prévue", "Visiteur", "Faite le"), rows, (20, 26, 20))]


def _mentions(answers, place, lieu):
    rows = []
    for index, (citation, patterns) in enumerate(MENTIONS):
        rows.append([str(index + 1) + "°", citation.extract, _content(answers, index, patterns, place, lieu)])
    return [blocks.heading(2, "Mentions obligatoires de la convention"),
            blocks.paragraph(D124_4.label() + ". Ce que le dossier ne sait pas se complète à la main, sur la ligne.", "note"),
            blocks.table("", ("N°", "Mention", "Contenu"), rows, (5, 26, 28))]


def _content(answers, index, patterns, place, lieu):
    """What the dossier has for a mention, "" where it leaves a line to write on."""
    if index == WEEKLY:
        total = weekly_minutes(answers, place)
        return horaires.in_words(total) + " par semaine" + _by_day(answers, place) if total else ""
    held = []
    for pattern in patterns:
        value = answers.text(_placed(pattern, place, lieu))
        if value:
            held.append((pattern, value))
    if index == 1:
        names = [("Référent", answers.full_name("referent")), ("Tuteur", answers.full_name(lieu + ".tuteur"))]
        return "\n".join([label + " : " + name for label, name in names if name])
    if len(patterns) == 1:
        return held[0][1] if held else ""
    return "\n".join([answers.form.field[pattern].label + " : " + value for pattern, value in held])


def _placed(pattern, place, lieu):
    if pattern[:6] == "lieux[":
        return lieu + pattern[7:]
    return place + pattern[8:] if pattern[:7] == "stages[" else pattern


def _boxes(answers, lieu):
    tutor = answers.full_name(lieu + ".tuteur")
    host = (signatures.ACCUEIL, "", answers.full_name(lieu + ".representant"), answers.text(lieu + ".nom"))
    pupil, rest = signatures.expected(answers)[:1], signatures.expected(answers)[1:]
    head = [one for one in rest if one[0] == "chef_etablissement"]
    others = [one for one in rest if one[0] != "chef_etablissement"]
    return signatures.boxes(answers, head + [host] + pupil + others
                            + [("Tuteur dans l’organisme d’accueil", "", tutor, "")], [])
