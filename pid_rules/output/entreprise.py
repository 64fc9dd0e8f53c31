"""One page for the host of a stage: who comes, when, who answers, what is allowed. Nothing on why the pupil comes."""

from pid_rules.output import blocks
from pid_rules.output.contrat import quoted
from pid_rules.output.convention import CLAUSES
from pid_rules.output.mentions import REQUIRE_MENTIONS
from pid_rules.paths import get
from pid_rules.sources.education import D331_9, D331_12, D331_14
from pid_rules.sources.travail import L3163_2, L3164_6, L4153_6, L4153_8

HOLDS = (
    "dossier.reference", "etablissement.nom", "etablissement.telephone", "eleve.nom", "eleve.prenom",
    "referent.nom", "referent.prenom", "referent.telephone", "referent.courriel", "lieux[].id", "lieux[].nom",
    "lieux[].adresse", "lieux[].code_postal", "lieux[].ville", "lieux[].tuteur.nom", "lieux[].tuteur.prenom",
    "lieux[].tuteur.fonction", "lieux[].tuteur.telephone", "stages[].lieu", "stages[].type", "stages[].debut",
    "stages[].fin", "stages[].horaires[].jour", "stages[].horaires[].debut", "stages[].horaires[].fin",
    "stages[].horaires[].semaine", "stages[].horaires[].pause_debut", "stages[].horaires[].pause_fin", "stages[].activites",
    "stages[].visites[].date", "stages[].visites[].visiteur",
)
"""All that the sheet may hold. Neither the class, whose name can reveal health, nor the birth date, the family, the
difficulties, the absences, the objectives or the lessons dispensed: a host has no use for them."""

OBSERVES = D331_9.quoting("Ils ne peuvent ni procéder à des manoeuvres ou manipulations sur d'autres machines, produits ou "
                          "appareils de production, ni effectuer les travaux légers")
BY_TYPE = {
    "visite_information": OBSERVES,
    "sequence_observation": OBSERVES,
    "stage_initiation": D331_12.quoting(
        "les élèves effectuent des activités pratiques variées et, sous surveillance, des travaux légers autorisés aux "
        "mineurs par le code du travail."),
    "stage_application": D331_14.quoting(
        "les élèves peuvent procéder à des manoeuvres ou manipulations sur des machines, produits ou appareils de "
        "production nécessaires à leur formation."),
}
FORBIDDEN = (
    L4153_8.quoting("Il est interdit d'employer des travailleurs de moins de dix-huit ans à certaines catégories de "
                    "travaux les exposant à des risques pour leur santé, leur sécurité, leur moralité ou excédant leurs "
                    "forces."),
    L3163_2.quoting("Le travail de nuit est interdit pour les jeunes travailleurs."),
    L3164_6.quoting("Les jeunes travailleurs ne peuvent travailler les jours de fête reconnus par la loi."),
    L4153_6.quoting("Il est interdit d'employer ou d'affecter des mineurs en stage au service du bar dans les débits de boissons "
                    "à consommer sur place."),
)
EXAMPLES = ("Par exemple : machines dangereuses, conduite d’engins, travaux en hauteur, échafaudages, opérations sous "
            "tension, amiante, agents chimiques dangereux, milieux confinés. La liste complète est aux articles "
            "D4153-16 à D4153-37 et R4153-22-1 du code du travail.")
HOURS = "Au plus 7 h par jour et 35 h par semaine{0}, entre 6 h et 20 h (Service-Public, F1882)."
LIMITS = ("Jamais plus longtemps que les adultes de l’établissement (code du travail, L3162-1).",
          "Pas de port de charges de plus de 20 % de son poids.")
TRAINEE = ("Tenez le décompte de ses heures de présence (code de l’éducation, L124-14).",
           "Il ne tient pas un poste permanent et ne remplace personne (L124-7).")
TROUBLE = ("Absence ou retard : prévenez le collège dans la journée.",
           "Secours : 15 ou 112, puis le collège, aussitôt.", CLAUSES[0], CLAUSES[1],
           "Question, difficulté, changement d’horaire : appelez le référent avant tout changement.",
           "Le chef d’établissement peut retirer l’élève, qui reste sous son autorité ; sa famille peut demander son retour.")
LONGEST = 180
MOST_DAYS = 5
MOST_VISITS = 2
FURTHER = "… La suite est dans la convention."


def host_sheet(answers, place, edition):
    """Blocks of the sheet of the stage at ``place``; what is too long for one page is left to the convention."""
    lieu = answers.lieu_of(place)
    made = [blocks.heading(1, "Accueil d’un élève en stage"),
            blocks.paragraph("À l’attention du tuteur. La convention de stage fait foi.", "lead")]
    made += blocks.pairs(
        [["Élève", _cut(answers.full_name("eleve"), 100)],
         ["Adresse du stage", _cut(", ".join(_texts(answers, lieu, ("nom", "adresse"))
                                            + [" ".join(_texts(answers, lieu, ("code_postal", "ville")))]).strip(" ,"), 200)],
         ["Tuteur", _cut(", ".join([text for text in [answers.full_name(lieu + ".tuteur")]
                                    + _texts(answers, lieu, ("tuteur.fonction", "tuteur.telephone")) if text]), 200)],
         ["Type et dates", _period(answers, place)], ["Horaires", _hours(answers, place)],
         ["Activités prévues", _cut(answers.text(place + ".activites"), LONGEST)],
         ["Visite du collège", _visits(answers, place)]])
    made.append(blocks.heading(2, "Ce qui est permis, ce qui est interdit"))
    kind = get(answers.dossier, place + ".type")
    if kind in BY_TYPE:
        made.append(blocks.paragraph(quoted(BY_TYPE[kind]), "note"))
    made.append(blocks.paragraph(" ".join([quoted(citation) for citation in FORBIDDEN]), "note"))
    made.append(blocks.paragraph(EXAMPLES))
    made += blocks.bullets(_limits(kind))
    made.append(blocks.heading(2, "En cas d’absence, d’accident ou de difficulté"))
    made += blocks.bullets(TROUBLE)
    return made + blocks.pairs(
        [["Collège", _cut(", ".join(_texts(answers, "etablissement", ("nom", "telephone"))), 200)],
         ["Référent", _cut(", ".join([text for text in [answers.full_name("referent")]
                                      + _texts(answers, "referent", ("telephone", "courriel")) if text]), 260)]])


def _limits(kind):
    """The hours, where the type has some in the text, and what a trainee is not there for."""
    trainee = kind in REQUIRE_MENTIONS
    hours = (HOURS.format(" (30 h avant 15 ans)" if trainee else ""),) if kind in BY_TYPE else ()
    return hours + LIMITS + (TRAINEE if trainee else ())


def _texts(answers, place, keys):
    found = [answers.text(place + "." + key) for key in keys]
    return [text for text in found if text]


def _cut(text, longest):
    """A text on one line, at most so long: the sheet is one page."""
    line = text.replace("\n", " ")
    return line if len(line) <= longest else line[:longest] + FURTHER


def _period(answers, place):
    words = _texts(answers, place, ("type",))
    for word, key in (("du", "debut"), ("au", "fin")):
        if answers.held(place + "." + key):
            words.append(word + " " + answers.text(place + "." + key))
    return " ".join(words)


def _hours(answers, place):
    """One line for the days that have the same hours: « Mardi, Jeudi, semaine A : 9 h – 16 h 30, pause 12 h – 13 h »."""
    days = {}
    path = place + ".horaires"
    for index in range(answers.count(path)):
        begin, end, pause, resume = [answers.text(path + "." + str(index) + "." + key)
                                     for key in ("debut", "fin", "pause_debut", "pause_fin")]
        day, letter = [answers.text(path + "." + str(index) + "." + key) for key in ("jour", "semaine")]
        if not (day or begin or end):
            continue
        hours = (", " + letter.replace("Semaine", "semaine") if letter else "") + " : " + begin + " – " + end \
            + (", pause " + pause + " – " + resume if pause or resume else "")
        if hours not in days:
            days[hours] = []
        if day not in days[hours]:
            days[hours].append(day)
    lines = [", ".join(days[hours]) + hours for hours in days]
    return "\n".join(lines[:MOST_DAYS]) + ("\n" + FURTHER if len(lines) > MOST_DAYS else "")


def _visits(answers, place):
    lines = []
    path = place + ".visites"
    for index in range(answers.count(path)):
        lines.append(", ".join(_texts(answers, path + "." + str(index), ("date", "visiteur"))))
    return " ; ".join(lines[:MOST_VISITS]) + (FURTHER if len(lines) > MOST_VISITS else "")
