"""A rule that speaks, as every screen shows it: its title, what it says, what to do otherwise, the answer it is
about."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import document

from pid_rules.form import FORM
from pid_rules.judgement.labels import SEVERITIES
from pid_rules.judgement.summary import named, page_of
from pid_rules.rules import CATALOGUE
from ui.kit import dom
from ui.questions.watch import link_to

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.judgement.repairs import Repair
    from pid_rules.judgement.report import Finding
    from pid_rules.questions.schema import Page
    from pid_rules.shapes import Dossier

def rule_of(finding: Finding) -> Any:
    """The rule of a finding, None for what the form itself asks."""
    return CATALOGUE.by_id[finding.rule] if finding.rule in CATALOGUE.by_id else None


def spoken(finding: Finding, heading: Element, *rest: Any) -> Any:
    """The item of a list in which a rule speaks: its heading, what to do otherwise, the rest."""
    rule = rule_of(finding)
    advice = [dom.make("p", rule.advice)] if rule is not None and rule.advice else []
    return dom.make("li", "", *heading, *advice, *rest, class_="regle")


def titled(tag: str, finding: Finding) -> list[Any]:
    """A heading with the title of the rule and how severely it speaks, then what it says."""
    severity = dom.make("span", SEVERITIES[finding.severity], class_="severite " + finding.severity)
    return [dom.make(tag, "", link_to_rule(rule_of(finding)), dom.make("span", " "), severity),
            dom.make("p", finding.message)]


def source_of(finding: Finding) -> Any:
    """On what the rule rests."""
    return dom.make("p", finding.source, class_="aide")


def link_to_rule(rule: Any) -> Any:
    """A link to the page of a rule, by its title, then its code."""
    link = _to_rule(rule, rule.title + " ")
    link.appendChild(dom.make("small", rule.id))
    return link


def _to_rule(rule: Any, text: str) -> Element:
    address = dom.attribute(document.documentElement, "data-regle").replace("@", rule.id.lower())
    return dom.make("a", text, href=address)


def sentence(finding: Finding) -> list[Element]:
    """What a finding says, then the code of its rule, a link to the page of it."""
    rule = rule_of(finding)
    code = _to_rule(rule, rule.id) if rule is not None else dom.make("span", finding.rule)
    return [dom.make("span", finding.message + " "), dom.make("small", "", code)]


def answer_of(finding: Finding) -> str:
    """The first answer that the finding is about and that somebody can change, "" without any."""
    for path in finding.paths:
        if page_of(FORM, path) is not None and cast("Page", page_of(FORM, path)).editable:
            return path
    return ""


def link_to_answer(path: str, dossier: Dossier) -> Any:
    """A link by which the answer is seen."""
    return link_to(path, "Voir la réponse : " + named(FORM, path, dossier))


def link_to_repair(repair: Repair, path: str) -> Any:
    """A line that leads to the page of a gesture, at the answer at ``path`` where it stands there."""
    there = path != "" and page_of(FORM, path) is repair.page
    link = link_to(path, repair.words) if there else dom.make("a", repair.words, href="#" + repair.page.slug)
    return dom.make("p", "", dom.make("span", "D’un geste : "), link)
