"""« Que dit la règle ? »: a try without a dossier, and the list of the rules that a word reduces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document

from pid_rules.dossier.paths import put
from pid_rules.form import eleve, stages
from pid_rules.questions.kinds import Integer
from pid_rules.words import dates
from pid_rules.words.alike import plain
from ui.kit import dom
from ui.kit.clock import today
from ui.kit.data import page_data
from ui.questions import binding
from ui.rules import trial
from ui.rules.spoken import link_to_rule, source_of, spoken, titled

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event

    from pid_rules.judgement.report import Finding
    from pid_rules.shapes import Dossier

AGE = Integer(3, 25)
DAY = stages.STAGE_DEBUT.at(trial.STAGE)


def start() -> None:
    dom.show(dom.by_id("essai"))
    dom.show(dom.by_id("recherche"))
    Trial()
    document["filtre"].bind("input", lambda event: filter_rules(document["filtre"].value))


class Trial:
    """The try: its day is that of the page, until somebody chooses another."""

    def __init__(self) -> None:
        self.day = dom.by_id("essai").select_one('[data-path="' + DAY + '"]')
        self.propose()
        dom.on_action({"essayer": self.judge})
        document.bind("pid-jour", self.new_day)

    def propose(self) -> None:
        self.proposed = dates.to_iso(today())
        proposed: Dossier = {}
        put(proposed, DAY, self.proposed)
        binding.fill_question(self.day, proposed)

    def judge(self, button: Element) -> None:
        show_verdict()
        dom.focus(dom.by_id("verdict").select_one("h3"))

    def new_day(self, event: Event) -> None:
        if binding.typed_in(self.day, stages.STAGE_DEBUT) == self.proposed:
            self.propose()
        if not dom.by_id("verdict").hidden:
            show_verdict()


def filter_rules(typed: str) -> None:
    """Show the rules whose text holds every word typed, and the themes that still have one."""
    words = plain(typed).split()
    shown = 0
    for theme in document.select("[data-theme]"):
        kept = 0
        for rule in theme.select(".regle"):
            text = plain(rule.textContent)
            rule.hidden = bool([word for word in words if word not in text])
            kept += 0 if rule.hidden else 1
        theme.hidden = kept == 0
        shown += kept
    dom.by_id("trouvees").textContent = "" if not words else "Aucune règle ne contient ces mots." if shown == 0 else \
        "1 règle" if shown == 1 else str(shown) + " règles"


def read_answers() -> Any:
    """({pattern: answer}, whether something was typed wrong); what is wrong is said beside its question."""
    found, wrong = {}, False
    for champ in dom.by_id("essai").select(".champ[data-path]"):
        field = binding.field_of(dom.attribute(champ, "data-path"))
        value = binding.typed_in(champ, field)
        found[field.path] = value
        wrong = say_wrong(dom.attribute(champ, "data-path"), field.kind, value) or wrong
    age = AGE.accept(document["age"].value)
    wrong = say_wrong("age", AGE, age) or wrong
    day = dates.parse_iso(found[stages.STAGE_DEBUT.path])
    if not wrong and age is not None and day is not None and found[eleve.DATE_NAISSANCE.path] == "":
        found[eleve.DATE_NAISSANCE.path] = dates.to_iso(trial.born_for(age, day))
    return found, wrong


def say_wrong(path: str, kind: Any, value: Any) -> bool:
    """Whether an answer is wrong, which its question then says."""
    problem = kind.read(value)[1] if value not in ("", None) else None
    dom.say(dom.by_id(dom.element_id(path) + "-erreur"), dom.ERREUR + problem.message if problem is not None else "")
    return problem is not None


def show_verdict() -> None:
    """What each rule says of the answers, then the rules that have nothing to say, then those that wait."""
    answers, wrong = read_answers()
    result = dom.by_id("verdict")
    result.hidden = False
    if wrong:
        dom.fill(result, dom.make("h3", "Corrigez d’abord les réponses signalées ci-dessus.", tabindex="-1"))
    else:
        findings, silent, pending = trial.judge(trial.complete(answers), today(), page_data("profil"))
        said = len(findings)
        dom.fill(result, dom.make("h3", "Aucune règle n’a d’objection." if said == 0 else "Une règle parle."
                                  if said == 1 else str(said) + " règles parlent.", tabindex="-1"))
        result.appendChild(dom.make("ul", "", *[described(finding) for finding in findings], class_="regles"))
        listed(result, "Rien à redire", silent)
        listed(result, "Il manque une réponse", pending)
        result.appendChild(dom.make("p", "Seules parlent ici les règles qui se jugent sur ces réponses, pour un "
                                    "jour en entreprise sans heures de collège ; la décision appartient à "
                                    "l’IA-DASEN.", class_="aide"))


def described(finding: Finding) -> Any:
    """One rule that speaks, with what to do and a link to its page."""
    return spoken(finding, titled("h4", finding), source_of(finding))


def listed(result: Any, title: str, rules: Any) -> None:
    """A list of rules under a heading, where there are some."""
    if rules:
        result.appendChild(dom.make("h4", title))
        result.appendChild(dom.make("ul", "", *[dom.make("li", "", link_to_rule(rule)) for rule in rules]))
