"""The parcours for the family: plain French, short sentences, large type. What, when, who to call, rights."""

from pid_rules.output import blocks
from pid_rules.output.contrat import quoted
from pid_rules.output.convention import day_words
from pid_rules.output.mentions import weeks_of_letter
from pid_rules.paths import get
from pid_rules.sources.administration import CRPA_L311_6
from pid_rules.sources.education import D332_6

RIGHTS = (
    D332_6.quoting("peuvent lui être proposés avec l'accord de ses représentants légaux."),
    CRPA_L311_6.quoting("Ne sont communicables qu'à l'intéressé les documents administratifs"),
)
"""The texts on which the rights rest, cited in small at the end."""


def family_sheet(answers, place, edition):
    """Blocks of the sheet."""
    name = answers.text("eleve.prenom") or ("……………" if answers.blank_form else "l’élève")
    made = [blocks.heading(1, "Le parcours en bref"), blocks.paragraph("Pour " + name + " et sa famille.", "lead"),
            blocks.heading(2, "C’est quoi ?")]
    made += [blocks.paragraph(line) for line in (
        "Le collège propose un emploi du temps différent, pour un temps limité.",
        name[:1].upper() + name[1:] + " reste élève du collège.",
        "Une partie des cours est remplacée par d’autres activités.",
        "L’inspecteur d’académie doit dire oui avant le début.")]
    made.append(blocks.heading(2, "Quand ?"))
    made += blocks.pairs(answers.rows("", "parcours.debut", "parcours.fin") + _meetings(answers))
    for index in range(answers.count("stages")):
        made += _stage(answers, "stages." + str(index))
    made.append(blocks.heading(2, "Qui appeler ?"))
    made.append(blocks.paragraph("Le référent suit " + name + " pendant tout le parcours. Appelez-le pour toute "
                                 "question, et prévenez d’une absence dès que vous la connaissez."))
    made += blocks.pairs([["Référent", answers.full_name("referent")]]
                         + answers.rows("", "referent.telephone", "referent.courriel")
                         + answers.together("Collège", "", "etablissement.nom", "etablissement.telephone"))
    made.append(blocks.heading(2, "Vos droits"))
    made += blocks.bullets((
        "Rien ne commence sans votre accord.",
        "Vous pouvez demander le retour à l’emploi du temps ordinaire à tout moment.",
        "Vous pouvez demander une copie des documents qui concernent votre enfant.",
        "Vous pouvez demander que l’on vous explique ce que vous ne comprenez pas."))
    if answers.held("parcours.retour"):
        made.append(blocks.heading(2, "Comment revenir ?"))
        made += blocks.paragraphs(answers.text("parcours.retour"))
    return made + [blocks.paragraph("Textes : " + " ; ".join([quoted(citation) for citation in RIGHTS]), "legal")]


def _meetings(answers):
    path = "evaluation.bilans_etape_prevus"
    days = [answers.text(path + "." + str(index)) for index in range(answers.count(path))]
    rows = [["Rendez-vous pour faire le point", "\n".join(days)]] if days or answers.blank_form else []
    if answers.held("evaluation.bilan_final_prevu"):
        rows.append(["Bilan de fin", answers.text("evaluation.bilan_final_prevu")])
    return rows


def _stage(answers, place):
    """Where and when a stage takes place, and whom to call there."""
    lieu = answers.lieu_of(place)
    town = " ".join([text for text in (answers.text(lieu + ".code_postal"), answers.text(lieu + ".ville")) if text])
    address = [answers.text(lieu + ".nom"), answers.text(lieu + ".adresse"), town]
    kind = get(answers.dossier, place + ".type")
    title = answers.text(place + ".type") if kind else "Stage"
    rows = [["Où", ", ".join([text for text in address if text])],
            ["Quand", _days(answers, place)],
            ["Sur place, demander", ", ".join([text for text in (answers.full_name(lieu + ".tuteur"),
                                                                 answers.text(lieu + ".tuteur.telephone")) if text])],
            ["Comment y aller", answers.text(place + ".transport")], ["Repas", answers.text(place + ".restauration")]]
    if not answers.blank_form:
        rows = [row for row in rows if row[1]]
    return [blocks.heading(3, title)] + blocks.pairs(rows)


def _days(answers, place):
    lines = []
    begin, end = answers.text(place + ".debut"), answers.text(place + ".fin")
    if begin or end:
        lines.append("Du " + begin + " au " + end)
    path = place + ".horaires"
    for index in range(answers.count(path)):
        begin, end = [answers.text(path + "." + str(index) + "." + key) for key in ("debut", "fin")]
        day = day_words(answers, path + "." + str(index))
        if day:
            lines.append(day + " : de " + begin + " à " + end)
    return "\n".join(lines + [letter + " : " + weeks for letter, weeks in weeks_of_letter(answers, place)])
