"""The fifteen mentions that article D124-4 wants in the convention of a stage, with what the dossier has for each."""

from pid_rules import horaires
from pid_rules.output import blocks
from pid_rules.paths import get
from pid_rules.sources.education import D124_4

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
    (D124_4.quoting("Les dates du début et de la fin de la période de formation en milieu professionnel ou du stage "
                    "ainsi que la durée totale prévue"), ("stages[].debut", "stages[].fin")),
    (D124_4.quoting("La durée hebdomadaire de présence effective du stagiaire dans l'organisme d'accueil et sa "
                    "présence, le cas échéant, la nuit, le dimanche ou des jours fériés"), ()),
    (D124_4.quoting("Les conditions dans lesquelles l'enseignant référent de l'établissement d'enseignement et le "
                    "tuteur dans l'organisme d'accueil assurent l'encadrement et le suivi du stagiaire"),
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

DAY = (6 * 60, 20 * 60)
"""Outside these minutes of the day it is night for the youngest (Code du travail, art. L3163-1)."""

WEEKLY = 5
"""Position in ``MENTIONS`` of the weekly hours, which are added up from the hours of each day."""


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
        if times[0] is None or times[1] is None or times[1] <= times[0]:
            return 0
        total += times[1] - times[0]
        if times[2] is not None and times[3] is not None and times[2] < times[3]:
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


def are_required(answers, place):
    """Whether the type of the stage requires them; on paper to fill by hand, whether it may."""
    if not answers.held(place + ".type"):
        return answers.blank_form
    return get(answers.dossier, place + ".type") in REQUIRE_MENTIONS


def table(answers, place, lieu):
    """Blocks of the mentions of the stage at ``place``; what the dossier does not know is a line to write on."""
    rows = []
    for index, (citation, patterns) in enumerate(MENTIONS):
        rows.append([str(index + 1) + "°", citation.extract, _content(answers, index, patterns, place, lieu)])
    return [blocks.heading(2, "Mentions obligatoires de la convention"),
            blocks.paragraph(D124_4.label() + ". Ce que le dossier ne sait pas se complète à la main, sur la ligne.",
                             "note"),
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
