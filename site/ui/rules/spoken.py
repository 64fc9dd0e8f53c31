"""A rule that speaks, as every screen shows it: its title, what it says, what to do otherwise, the answer it is about."""

from browser import document

from pid_rules.form import FORM
from pid_rules.judgement.labels import SEVERITIES
from pid_rules.judgement.summary import named, page_of
from pid_rules.rules import CATALOGUE
from ui.kit import dom
from ui.questions.watch import link_to


def rule_of(finding):
    """The rule of a finding, None for what the form itself asks."""
    return CATALOGUE.by_id[finding.rule] if finding.rule in CATALOGUE.by_id else None


def spoken(finding, heading, *rest):
    """The item of a list in which a rule speaks: its heading, what to do otherwise, the rest."""
    rule = rule_of(finding)
    advice = [dom.make("p", rule.advice)] if rule is not None and rule.advice else []
    return dom.make("li", "", *heading, *advice, *rest, class_="regle")


def titled(tag, finding):
    """A heading with the title of the rule and how severely it speaks, then what it says."""
    severity = dom.make("span", SEVERITIES[finding.severity], class_="severite " + finding.severity)
    return [dom.make(tag, "", link_to_rule(rule_of(finding)), dom.make("span", " "), severity), dom.make("p", finding.message)]


def source_of(finding):
    """On what the rule rests."""
    return dom.make("p", finding.source, class_="aide")


def link_to_rule(rule, text=""):
    """A link to the page of a rule, by its title or by another text."""
    address = dom.attribute(document.documentElement, "data-regle").replace("@", rule.id.lower())
    return dom.make("a", text or rule.id + " – " + rule.title, href=address)


def answer_of(finding):
    """The first answer that the finding is about and that somebody can change, "" without any."""
    for path in finding.paths:
        if page_of(FORM, path) is not None and page_of(FORM, path).editable:
            return path
    return ""


def link_to_answer(path):
    """A link by which the answer is seen."""
    return link_to(path, "Voir la réponse\u00a0: " + named(FORM, path))
