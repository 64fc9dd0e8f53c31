"""What comes after the contract: its follow-up, warnings assumed, findings, texts cited, personal data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, pages
from pid_rules.documents.answers import NONE
from pid_rules.documents.contrat import quoted
from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import eleve, suites
from pid_rules.judgement.report import justification_of
from pid_rules.judgement.summary import page_of, place_in_words
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.sources.administration import CRPA_L211_3, PATRIMOINE_R212_14
from pid_rules.sources.education import D332_6, L332_3

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed, Rows
    from pid_rules.judgement.catalogue import Catalogue
    from pid_rules.judgement.report import Finding, Report
    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier, Profile

FOLLOW_UP = (suites.TRANSMISSION, suites.DECISION_PAGE, suites.JOURNAL_PAGE, suites.BILANS_PAGE,
             suites.BILAN_FINAL_PAGE, suites.PREPAM_PAGE)
SEVERITIES = ((BLOQUANT, "Points bloquants"), (AVERTISSEMENT, "Avertissements"), (INFORMATION, "Informations"))
TEXTS = (
    D332_6.quoting("Lorsqu'il apparaît à l'équipe pédagogique qu'un élève tirerait profit d'un aménagement de son "
                   "parcours scolaire, des dispositifs spécifiques à vocation transitoire comportant, le cas échéant, "
                   "des aménagements d'horaires et de programmes peuvent lui être proposés avec l'accord de ses "
                   "représentants légaux."),
    L332_3.quoting("Au cours de la dernière année de scolarité au collège, ceux-ci peuvent préparer les élèves à une "
                   "formation professionnelle et, dans ce cas, comporter éventuellement des stages contrôlés par "
                   "l'Etat et accomplis auprès de professionnels agréés."),
    CRPA_L211_3.quoting("Doivent également être motivées les décisions administratives individuelles qui dérogent aux "
                        "règles générales fixées par la loi ou le règlement."),
)
ERASED = PATRIMOINE_R212_14.quoting("Toute élimination est interdite sans ce visa.")


def follow_up(answers: Answers) -> list[Printed]:
    """What the file holds of the sending, the decision, the bilans; [] before."""
    made: list[Printed] = []
    for page in FOLLOW_UP:
        held = any([not is_blank(get(answers.dossier, content.path.split(".")[0])) for content in page.contents
                    if content.role != "heading"])
        if held:
            made += pages.page(answers, page)
    return [blocks.heading(1, "Suites du dossier")] + made if made else []


def assumed(form: Form, dossier: Dossier, catalogue: Catalogue, report: Report) -> list[Printed]:
    """The warnings that the collège assumes, each with its written justification."""
    rows: Rows
    used: list[str]
    rows, used = [], []
    for finding in report.findings:
        if _is_assumed(finding, dossier):
            used += [finding.key(), finding.rule]
            rows.append([finding.message, justification_of(finding, dossier), _place(form, finding), _source(finding)])
    held = get(dossier, "justifications")
    texts = held if isinstance(held, dict) else {}
    for key, reason in texts.items():
        if key not in used and isinstance(reason, str) and not is_blank(reason):
            rule = key.partition("@")[0]
            title = catalogue.by_id[rule].title + ". " if rule in catalogue.by_id else ""
            rows.append([title + "Cet avertissement ne se présente plus.", reason, NONE, rule])
    made = [blocks.heading(2, "Avertissements assumés par le collège")]
    if not rows:
        return made + [blocks.paragraph("Aucun.")]
    return made + [blocks.table("", ("Avertissement", "Justification écrite", "Page", "Source"), rows,
                                (34, 33, 11, 22))]


def _is_assumed(finding: Finding, dossier: Dossier) -> bool:
    return finding.severity == AVERTISSEMENT and bool(justification_of(finding, dossier))


def findings(form: Form, dossier: Dossier, catalogue: Catalogue, report: Report) -> list[Printed]:
    """Every finding but the warnings assumed, the most serious first, and the rules that could not be judged."""
    made = [blocks.heading(2, "Constats de la vérification")]
    for severity, label in SEVERITIES:
        rows = [[_place(form, finding), finding.message, _source(finding)] for finding in report.findings
                if finding.severity == severity and not _is_assumed(finding, dossier)]
        if rows:
            made.append(blocks.table(label, ("Page", "Constat", "Source"), rows, (19, 55, 26)))
    if not report.findings:
        made.append(blocks.paragraph("Aucun constat : les règles qui ont pu être jugées n’ont rien relevé."))
    elif len(made) == 1:
        made.append(blocks.paragraph("Aucun autre constat que les avertissements assumés."))
    if report.pending:
        made.append(blocks.paragraph("Règles qui n’ont pas pu être jugées, faute d’une réponse : "
                                     + ", ".join([_called(catalogue, rule) for rule in report.pending]) + ".", "note"))
    return made


def _source(finding: Finding) -> str:
    """« Code de l’éducation, art. D124-3 (PR-07) »."""
    return finding.source + " (" + finding.rule + ")"


def _called(catalogue: Catalogue, rule: str) -> str:
    """« Durée du parcours (PE-01) »."""
    return catalogue.by_id[rule].title + " (" + rule + ")" if rule in catalogue.by_id else rule


def _place(form: Form, finding: Finding) -> str:
    found = page_of(form, finding.paths[0]) if finding.paths else None
    if found is None:
        return "–"
    place = place_in_words(form, finding.paths[0])
    return found.title + (", " + place if place else "")


def fingerprint(seal: str) -> list[Printed]:
    """The fingerprint of the dossier and what it is worth; [] for a copy that is not handed over."""
    if not seal:
        return []
    return [blocks.heading(2, "Empreinte du dossier"), blocks.paragraph(
        "Les seize signes imprimés au bas de chaque page sont aussi dans le fichier JSON joint : ils disent que les "
        "deux fichiers ont le même contenu. Ils ne disent pas qui les a faits et ne remplacent aucune signature. Le "
        "site les vérifie à l’ouverture du fichier.", "note")]


def texts_cited(dossier: Dossier) -> list[Printed]:
    """The articles on which the demand rests, word for word, with what is known of the version read.

    What the law keeps for the last year of the collège is printed for a pupil of that year only.
    """
    made = [blocks.heading(2, "Textes cités")]
    texts = [one for one in TEXTS if one.source is not L332_3 or str(get(dossier, eleve.NIVEAU.path))[:2] == "3e"]
    for citation in texts + [ERASED]:
        note = " " + citation.source.note if citation.source.note else ""
        made.append(blocks.paragraph(quoted(citation) + "." + note, "legal"))
    return made


def personal_data(profile: Profile) -> list[Printed]:
    """The notice to the persons whose data the dossier holds."""
    service = get(profile, "destinataire.service")
    until = get(profile, "reperes.rappel_effacement")
    rows = [["Responsables du traitement",
             "Le chef d’établissement, pour l’exemplaire du collège ; le recteur ou le DASEN, pour "
             "celui de la DSDEN (à confirmer)"],
            ["Finalité", "Proposer, faire valider, suivre et évaluer un parcours individualisé dérogatoire"],
            ["Fondement", "Mission d’intérêt public (RGPD, article 6.1.e). L’accord des représentants légaux porte sur "
                          "le parcours, non sur le traitement des données."],
            ["Réponses", "Facultatives si la question le dit ; sans les autres, la demande peut ne pas être examinée. "
                         "Aucune décision automatisée"],
            ["Tuteurs, autre parent", "Données reçues de l’organisme, de la famille, du collège (RGPD, article 14)"],
            ["Destinataires", service if isinstance(service, str) else "La DSDEN, service IEN-IO"],
            ["Conservation", "Durée à confirmer par le DPD."
             + (" Copie de travail à effacer, repère proposé : " + until + "." if isinstance(until, str) else "")
             + " L’exemplaire officiel est une archive publique (" + ERASED.label() + ")."],
            ["Droits",
             "Accès, rectification, limitation et opposition, auprès du chef d’établissement ou du DPD de l’académie "
             "(coordonnées à compléter) ; réclamation auprès de la CNIL ; directives après le décès (à confirmer)"]]
    return [blocks.heading(2, "Données personnelles")] \
        + [blocks.paragraph(label + " : " + words.rstrip(".") + ".", "legal") for label, words in rows] + [
        blocks.paragraph("Mention à confirmer par le délégué à la protection des données (DPD) de l’académie. Les "
                         "pièces médicales et sociales ne figurent jamais dans ce dossier : elles voyagent sous pli "
                         "confidentiel.", "legal")]
