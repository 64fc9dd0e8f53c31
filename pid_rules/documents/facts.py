"""What whoever decides reads at once of a dossier, in sentences of a few words: the page « Fiche de synthèse »."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents.drawn import zone_of
from pid_rules.dossier.paths import day_at, get
from pid_rules.form import contrat, eleve, etablissement, parcours, situation, stages
from pid_rules.form.options import FONCTIONS
from pid_rules.judgement.report import REQ, justification_of
from pid_rules.judgement.signatories import (
    ACCUEIL,
    CHEF,
    ELEVE,
    REFERENT,
    RESPONSABLE,
    lines_of,
    of_the_contract,
)
from pid_rules.judgement.summary import page_of
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.seuils.calendrier import weeks_of_class
from pid_rules.words import dates
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from pid_rules.documents.answers import Answers
    from pid_rules.documents.document import Edition
    from pid_rules.judgement.report import Finding, Report
    from pid_rules.judgement.signatories import Signatory
    from pid_rules.questions.schema import Field
    from pid_rules.shapes import Json

    Tick: TypeAlias = tuple[str, str]
    """A sign, and who it is about."""

GIVEN, AWAITED, AGAINST, WITHOUT = "✓", "☐", "✗", "–"
"""Signs of an opinion or agreement: given, not yet, against it, with none to give."""
SENSES = {"favorable": (GIVEN, "favorable"), "reserve": (GIVEN, "réservé"), "defavorable": (AGAINST, "défavorable"),
          "joint_sous_pli": (GIVEN, "pli confidentiel"), "sans_objet": (WITHOUT, "sans objet")}
HEAD = "Chef d’étab."
PEOPLE = (("PsyEN", contrat.AVIS_PSYEN), ("Prof. principal", contrat.AVIS_PP), ("CPE", contrat.AVIS_CPE),
          ("Service social", contrat.AVIS_SOCIAL), ("Infirmier", contrat.AVIS_INFIRMIER))
OTHER_FUNCTION = FONCTIONS[-1][0]
PARTED = NBSP + "· "


def identity(answers: Answers, edition: Edition) -> str:
    """« DOĞAN-LEFÈVRE Łukasz, 3e B, 15 ans »."""
    name = " ".join([answers.text(eleve.NOM.path).upper(), answers.text(eleve.PRENOM.path)]).strip()
    birth = answers.root()[eleve.DATE_NAISSANCE]
    words = [name or "Élève dont le nom manque", answers.text(eleve.CLASSE.path) or answers.text(eleve.NIVEAU.path)]
    if birth is not None and edition.today > birth:
        words.append(str(dates.age(birth, edition.today)) + NBSP + "ans")
    return ", ".join([one for one in words if one])


def birthdays(answers: Answers, edition: Edition) -> list[str]:
    """The birth, then the next birthday that changes what the rules allow, if it comes before the end."""
    birth, end = answers.root()[eleve.DATE_NAISSANCE], answers.root()[parcours.FIN]
    if birth is None:
        return []
    words = ["Naissance : " + dates.in_words(birth)]
    ages: Sequence[int] = edition.catalogue.cuts()[1] if edition.catalogue is not None else ()
    coming = [(dates.birthday(birth, years), years) for years in ages if dates.birthday(birth, years) > edition.today]
    if coming and (end is None or coming[0][0] <= end):
        words.append(str(coming[0][1]) + NBSP + "ans le " + dates.in_words(coming[0][0]))
    return words


def origin(answers: Answers, edition: Edition) -> str:
    """The birth, then where the dossier comes from: collège, reference, revision."""
    town = ", ".join(answers.texts("", etablissement.NOM, etablissement.VILLE))
    uai, reference, revision = [answers.text(field.path) for field in (
        etablissement.UAI, etablissement.REFERENCE, etablissement.REVISION)]
    words = birthdays(answers, edition) + [
        (town or "Collège dont le nom manque") + (" (" + uai + ")" if uai else ""),
        "réf. " + reference if reference else "", "révision" + NBSP + revision if revision else ""]
    return PARTED.join([one for one in words if one])


def asked(answers: Answers) -> str:
    """What is asked, and for when."""
    begin, end = [answers.text(field.path) for field in (parcours.DEBUT, parcours.FIN)]
    period = "du " + begin + " au " + end if begin and end else "dont les dates manquent"
    nature = answers.text(etablissement.NATURE.path)
    return "Demande" + NBSP + ": validation d’un PID " + period + (PARTED + nature.lower() if nature else "")


def extent(answers: Answers, edition: Edition) -> str:
    """« Le parcours : 15 semaines de classe, 2 stages »."""
    begin, end = answers.root()[parcours.DEBUT], answers.root()[parcours.FIN]
    weeks = None
    if begin is not None and end is not None:
        weeks = weeks_of_class(zone_of(edition), begin, end)
    words = ", ".join([one for one in (counted(weeks, "semaine", "semaines", " de classe") if weeks else "",
                                      counted(answers.count(stages.STAGES.path), "stage", "stages")) if one])
    return "Le parcours" + (" : " + words if words else "")


def counted(number: int, one: str, many: str, after: str = "") -> str:
    """« 3 stages », "" for none."""
    return str(number) + NBSP + (one if number == 1 else many) + after if number else ""


def why_now(answers: Answers) -> list[str]:
    """Absences and domains of difficulty, the pupil's own words, what the team observes."""
    facts: list[str] = []
    absences = get(answers.dossier, situation.ABSENCES.path)
    if isinstance(absences, int) and not isinstance(absences, bool):
        begin, end = [day_at(answers.dossier, field.path) for field in (situation.ABSENCES_DU, situation.ABSENCES_AU)]
        facts.append(str(absences) + NBSP + ("demi-journées" if absences > 1 else "demi-journée") + " d’absence"
                     + (" (" + between(begin, end) + ")" if begin and end else "") + ".")
    difficulties = answers.text(situation.DIFFICULTES.path)
    if difficulties:
        facts.append("Difficultés : " + difficulties.lower() + ".")
    said = answers.text(situation.PAROLE_ELEVE.path)
    words = [" ".join(facts), "L’élève : " + quoted(said) if said else "",
             answers.text(situation.CONSTATS.path)]
    return [one for one in words if one] or ["Rien n’est indiqué."]


def quoted(text: str) -> str:
    """What somebody wrote, on one line between quotation marks."""
    line = text.replace("\n", " ").strip()
    return line if line[:1] == "«" and line[-1:] == "»" and line.count("«") == 1 else "« " + line + " »"


def between(first: int, last: int) -> str:
    """« 14 sept.–16 oct. 2026 »."""
    same = dates.parts(first)[0] == dates.parts(last)[0]
    return (dates.short(first) if same else dated(first)) + "–" + dated(last)


def dated(day: int) -> str:
    """« 4 janv. 2027 »."""
    return dates.short(day) + NBSP + str(dates.parts(day)[0])


def tried(answers: Answers) -> list[str]:
    """Each measure with its period and its effect, then the meeting that prepared the demand."""
    found: list[str] = []
    for place in answers.places(situation.MESURES):
        begin, end = [day_at(answers.dossier, field.at(place)) for field in (situation.MESURE_DEBUT,
                                                                            situation.MESURE_FIN)]
        words = answers.text(situation.MESURE_TYPE.at(place)) or "Mesure"
        if begin:
            words += " (" + (between(begin, end) if end else "dès le " + dated(begin)) + ")"
        effect = answers.text(situation.MESURE_EFFET.at(place))
        found.append(words + " : " + (effect or "effet non indiqué"))
    meeting = day_at(answers.dossier, situation.GPDS.path)
    if meeting:
        found.append("GPDS ou équipe éducative le " + dated(meeting) + ".")
    return found or ["Aucune mesure n’est indiquée."]


def goals(answers: Answers) -> list[str]:
    """Each objective after its échéance, which no cut takes away."""
    found: list[str] = []
    for place in answers.places(parcours.OBJECTIFS):
        day = day_at(answers.dossier, parcours.ECHEANCE.at(place))
        found.append((dated(day) if day else "Sans échéance") + " : "
                     + (answers.text(parcours.OBJECTIF.at(place)) or "objectif à écrire"))
    return found or ["Aucun objectif n’est indiqué."]


def opinions(answers: Answers) -> list[Tick]:
    """A tick for each opinion, that of the head first."""
    given = answers.held(contrat.AVIS_CHEF.path)
    return [(GIVEN, HEAD + " : motivé") if given else (AWAITED, HEAD)] \
        + [_opinion(answers, who, field) for who, field in PEOPLE]


def _opinion(answers: Answers, who: str, field: Field) -> Tick:
    sense = get(answers.dossier, field.path)
    sign, words = SENSES[sense] if isinstance(sense, str) and sense in SENSES else (AWAITED, "")
    return sign, who + (" : " + words if words else "")


def agreements(answers: Answers) -> list[Tick]:
    """A tick for each person who is awaited under the contract, with the date that the collège noted."""
    awaited = of_the_contract(answers.dossier)
    lines = lines_of(awaited, cast("list[Json]", get(answers.dossier, contrat.SIGNATURES.path) or []))
    found: list[Tick] = []
    for one, line in zip(awaited, lines):
        day = None if line is None else day_at(answers.dossier,
                                               contrat.SIGNATURE_DATE.at(contrat.SIGNATURES.path + "." + str(line)))
        found.append((AWAITED, _signatory(answers, one)) if day is None
                     else (GIVEN, _signatory(answers, one) + ", " + dates.short(day)))
    return found


def _signatory(answers: Answers, one: Signatory) -> str:
    """« Mère », « Référent », « Menuiserie de l’Exemple »."""
    role, lieu = one.given[contrat.SIGNATURE_ROLE.name], one.given[contrat.SIGNATURE_LIEU.name]
    if role == ACCUEIL:
        return answers.called(lieu)
    if role[:len(RESPONSABLE)] == RESPONSABLE:
        place = eleve.RESPONSABLES.path + "." + str(int(role[len(RESPONSABLE):]) - 1)
        return answers.text(eleve.QUALITE.at(place)) or one.words
    return {ELEVE: "Élève", CHEF: HEAD, REFERENT: "Référent"}[role]


def judged_on(title: str, edition: Edition) -> str:
    """« À trancher, d’après la vérification du 20 nov. 2026 »."""
    return title + (", vérifié le " + dated(edition.today) if edition.today and edition.report is not None else "")


def to_settle(answers: Answers, edition: Edition) -> list[str]:
    """What is missing, what blocks, what nobody has justified, what is assumed with its motive."""
    report = edition.report
    if report is None:
        return ["La vérification n’a pas été faite."]
    missing = [finding for finding in report.findings if finding.rule == REQ]
    blocking = [one for one in report.findings if one.severity == BLOQUANT and one.rule != REQ]
    warned = [one for one in report.findings if one.severity == AVERTISSEMENT]
    motives = {finding.key(): justification_of(finding, answers.dossier) for finding in warned}
    found = [_missing(answers, missing)] if missing else []
    found += ["Bloquant : " + said for said in _grouped(blocking)]
    unexplained = [one for one in warned if not motives[one.key()]]
    found += ["À justifier : " + said for said in _grouped(unexplained)]
    for finding in warned:
        said = "Assumé – " + _titled(edition, finding) + " : " + quoted(motives[finding.key()])
        if motives[finding.key()] and said not in found:
            found.append(said)
    return (found or ["Aucune règle bloquante, aucun avertissement."]) + _pending(report)


def _titled(edition: Edition, finding: Finding) -> str:
    """« Durée d’un stage d’initiation (ST-12) »."""
    rules = edition.catalogue.by_id if edition.catalogue is not None else {}
    return (rules[finding.rule].title if finding.rule in rules else finding.message) + " (" + finding.rule + ")"


def _missing(answers: Answers, missing: list[Finding]) -> str:
    """« Il manque 3 réponses : Élève (2), Parcours (1) »."""
    counts: dict[str, int] = {}
    for finding in missing:
        page = page_of(answers.form, finding.paths[0])
        title = page.title if page is not None else "ailleurs"
        counts[title] = (counts[title] if title in counts else 0) + 1
    return "Il manque " + counted(len(missing), "réponse", "réponses") + " : " \
        + ", ".join([title + " (" + str(counts[title]) + ")" for title in counts]) + "."


def _grouped(findings: list[Finding]) -> list[str]:
    """The messages of some findings, those of one rule together: « … (ST-12, 4 fois) »."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    return [by_rule[rule][0].message + " (" + rule
            + (", " + str(len(by_rule[rule])) + NBSP + "fois" if len(by_rule[rule]) > 1 else "") + ")"
            for rule in by_rule]


def _pending(report: Report) -> list[str]:
    number = len(report.pending)
    if not number:
        return []
    return [("1 règle n’a" if number == 1 else str(number) + " règles n’ont") + " pas pu être "
            + ("jugée" if number == 1 else "jugées") + ", faute d’une réponse."]


def to_call(answers: Answers) -> list[str]:
    """Who follows the dossier, who follows the pupil, with how to reach each."""
    writer = _person(answers, answers.full_name(etablissement.REDACTEUR_PRENOM, etablissement.REDACTEUR_NOM),
                     etablissement.REDACTEUR_FONCTION, etablissement.REDACTEUR_COURRIEL, etablissement.TELEPHONE)
    referent = _person(answers, answers.full_name(parcours.REFERENT_PRENOM, parcours.REFERENT_NOM),
                       parcours.REFERENT_FONCTION, parcours.REFERENT_TELEPHONE, parcours.REFERENT_COURRIEL)
    return ["Dossier suivi par : " + (writer or "personne n’est indiqué."),
            "Référent : " + (referent or "personne n’est indiqué.")]


def _person(answers: Answers, name: str, function: Field, *reached: Field) -> str:
    role = "" if get(answers.dossier, function.path) == OTHER_FUNCTION else answers.text(function.path)
    words = [name, role] + answers.texts("", *reached)
    return ", ".join([one for one in words if one])
