"""Eligibility: what the rules say of a level, an age, a period and a stage, and a dossier that begins with these
answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import document, window

from pid_rules.dossier.paths import put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM, etablissement, stages
from pid_rules.judgement.labels import STATUSES
from pid_rules.sources.source import CHOIX
from pid_rules.words import dates
from ui.draft.new_dossier import begin
from ui.kit import dom
from ui.kit.clock import school_year, today
from ui.kit.data import page_data
from ui.kit.lasting import on_lasting_action
from ui.questions import binding, errors
from ui.questions.watch import anchor_of
from ui.rules import eligibility
from ui.rules.spoken import link_to_rule, rule_of, spoken, titled

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.judgement.report import Finding
    from pid_rules.shapes import Dossier

STAGE_ASKED = "Un stage est-il envisagé ?"
CHECKED: list[Any] = []
"""The answers of which the page says what the rules think, [] while it says nothing."""


def start() -> None:
    dossier = blank_dossier(FORM)
    put(dossier, etablissement.ANNEE_SCOLAIRE.path, school_year())
    binding.fill_questions(dom.by_id("questions"), dossier)
    dom.by_id("questions").bind("change", lambda event: understood(event.target, dossier))
    dom.on_action({"verifier-eligibilite": check})
    document.bind("pid-jour", lambda event: [conclude(*checked) for checked in CHECKED])
    on_lasting_action({"creer-avec-ces-reponses": create})
    # Whether this browser keeps anything is learnt now, not when a dossier is to be created.
    window.pidStore.isShared().then(lambda shared: None, dom.tell)


def understood(control: Element, dossier: Dossier) -> None:
    """An answer is finished: show it as it was understood."""
    champ = dom.closest(control, ".champ[data-path]")
    if champ is not None:
        path = dom.attribute(champ, "data-path")
        put(dossier, path, binding.typed_in(champ, binding.field_of(path)))
        binding.show_understood(champ, control, dossier)


def answers() -> Any:
    """(partial dossier, type of stage, whether all that is answered is well written); what is not is said and
    linked."""
    dossier = blank_dossier(FORM)
    wrong = []
    for champ in dom.by_id("questions").select(".champ[data-path]"):
        path = dom.attribute(champ, "data-path")
        field = binding.field_of(path)
        value = binding.typed_in(champ, field)
        put(dossier, path, value)
        problem = field.kind.read(value)[1] if value else None
        message = field.label + " – " + problem.message if problem is not None else ""
        errors.mark(path, message)
        if message:
            wrong.append(dom.make("a", message, href="#" + anchor_of(path).id))
    errors.summarise(dom.by_id("contenu"), wrong)
    chosen = [control.value for control in dom.by_id("stage").select("[name=stage]") if control.checked]
    return dossier, chosen[0] if chosen else "", not wrong


def check(button: Element) -> None:
    """Show the result; ineligibility is a result, not an error of entry."""
    dossier, stage, well_written = answers()
    dom.by_id("resultat").hidden = not well_written
    CHECKED[:] = [(dossier, stage)] if well_written else []
    if well_written:
        conclude(dossier, stage)
        dom.focus(dom.by_id("conclusion").select_one("h2"))


def conclude(dossier: Dossier, stage: Any) -> None:
    """What the rules say today of these answers."""
    conclusion = eligibility.conclude(dossier, stage, today(), page_data("profil"))
    dom.fill(dom.by_id("conclusion"), dom.make("h2", conclusion.sentence(), tabindex="-1"),
             *([dom.make("ul", "", *[described(finding) for finding in conclusion.findings], class_="regles")]
               if conclusion.findings else []),
             *(listed("Encore à répondre ici", [to_question(path) for path in conclusion.left])
               + listed("À vérifier dans le dossier", [link_to_rule(rule) for rule in conclusion.later])
               + listed("À vérifier par vous-même", [link_to_rule(rule) for rule in conclusion.unjudged])))


def listed(title: str, links: Any) -> list[Any]:
    """[a section of links], [] without any."""
    if not links:
        return []
    return [dom.make("section", "", dom.make("h3", title),
                     dom.make("ul", "", *[dom.make("li", "", link) for link in links]))]


def to_question(path: str) -> Any:
    if path == stages.STAGE_TYPE.path:
        return dom.make("a", STAGE_ASKED, href="#stage-" + eligibility.NO_STAGE)
    return dom.make("a", binding.field_of(path).label, href="#" + anchor_of(path).id)


def create(button: Element) -> Any:
    """Begin a dossier in which what was answered here is already answered."""
    found, stage, well_written = answers()
    if not well_written:
        return window.Promise.resolve(None)
    return begin(lambda dossier: eligibility.with_answers(dossier, found, stage))


def described(finding: Finding) -> Any:
    """One rule that speaks: message, what to do otherwise, text, source and date checked."""
    citation = rule_of(finding).citation.under(page_data("profil"))
    source = citation.source
    read = " – " + STATUSES[source.status] + ", vérifié le " + dates.in_words(cast("int",
                                                                                   dates.parse_iso(source.checked)))
    figure = dom.make("figure", "", dom.make("blockquote", "« " + citation.extract + " »"))
    figure.appendChild(dom.make("figcaption", citation.label() + ("" if source.status == CHOIX else read)))
    return spoken(finding, titled("h3", finding), figure)
