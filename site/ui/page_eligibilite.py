"""Eligibility: what the rules say of a level, an age, a period and a stage, without creating a dossier."""

from pid_rules import dates
from pid_rules.evaluate import Inquiry
from pid_rules.form import FORM
from pid_rules.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.output.labels import SEVERITIES, STATUSES
from pid_rules.paths import get, is_blank, put
from pid_rules.rule import Catalogue
from pid_rules.rules import CATALOGUE
from pid_rules.schema import CONTRAT
from pid_rules.structure import blank_dossier
from ui import binding, dom, errors
from ui.clock import school_year, today
from ui.data import page_data
from ui.watch import anchor_of


class Asked:
    """The rules of a theme that the eligibility page asks."""

    def __init__(self, theme):
        self.rules = [rule for rule in theme.rules if rule.eligibility]


def start():
    dossier = blank_dossier(FORM)
    put(dossier, "dossier.annee_scolaire", school_year())
    binding.fill_questions(dom.by_id("questions"), dossier)
    dom.by_id("questions").bind("change", lambda event: understood(event.target, dossier))
    dom.on_action({"verifier-eligibilite": check})


def understood(control, dossier):
    """An answer is finished: show it as it was understood."""
    champ = dom.closest(control, ".champ[data-path]")
    if champ is not None:
        path = dom.attribute(champ, "data-path")
        put(dossier, path, binding.typed_in(champ, binding.field_of(path)))
        binding.show_understood(champ, control, dossier)


def answers():
    """(partial dossier, a link to each answer typed wrong) from the page."""
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
    for control in dom.by_id("stage").select("input"):
        if control.checked and control.value:
            dossier["stages"] = [{"type": control.value, "debut": dossier["parcours"]["debut"],
                                  "fin": dossier["parcours"]["fin"]}]
    return dossier, wrong


def check(button):
    """Show the result; ineligibility is a result, not an error of entry."""
    dossier, wrong = answers()
    errors.summarise(dom.by_id("contenu"), wrong)
    if wrong:
        dom.hide(dom.by_id("resultat"))
        return
    asked = Catalogue([Asked(theme) for theme in CATALOGUE.themes])
    report = Inquiry(FORM, asked, CONTRAT, today(), page_data("profil")).load(dossier).report()
    # What only points at blanks is not a result: it is a question still open.
    findings = [finding for finding in report.findings if finding.rule in asked.by_id
                and [path for path in finding.paths if not is_blank(get(dossier, path))]]
    spoken = [finding.rule for finding in findings]
    open_questions = [rule.id for rule in asked.rules if rule.id in report.pending
                      or (rule.id not in spoken and rule.id in [finding.rule for finding in report.findings])]
    result = dom.by_id("resultat")
    blocking = [finding for finding in findings if finding.severity == BLOQUANT]
    warned = [finding for finding in findings if finding.severity == AVERTISSEMENT]
    if blocking:
        verdict = "Un parcours n’est pas possible ainsi. Voici pourquoi, et que faire."
    elif open_questions:
        verdict = "Il manque des réponses pour conclure."
    elif warned:
        verdict = "Un parcours est possible, à condition d’expliquer les points signalés."
    else:
        verdict = "Rien ne s’oppose à un parcours, d’après ces réponses."
    dom.fill(result, dom.make("h2", verdict, tabindex="-1"))
    result.appendChild(dom.make("ul", "", *[described(finding) for finding in findings], class_="regles"))
    if open_questions:
        result.appendChild(dom.make("h3", "À répondre pour en savoir plus"))
        result.appendChild(dom.make("ul", "", *[dom.make("li", id + " – " + asked.by_id[id].title)
                                                for id in open_questions]))
    result.appendChild(dom.make("p", "Ce résultat n’est pas un avis\u00a0: la décision appartient à l’IA-DASEN.", class_="aide"))
    result.hidden = False
    dom.focus(result.select_one("h2"))


def described(finding):
    """One rule that speaks: message, what to do otherwise, text, source and date checked."""
    rule = CATALOGUE.by_id[finding.rule]
    source = rule.citation.source
    title = dom.make("h3", finding.rule + " – " + rule.title + " ")
    title.appendChild(dom.make("span", SEVERITIES[finding.severity], class_="severite " + finding.severity))
    item = dom.make("li", "", title, dom.make("p", finding.message), class_="regle")
    if rule.advice:
        item.appendChild(dom.make("p", rule.advice))
    figure = dom.make("figure", "", dom.make("blockquote", "«\u00a0" + rule.citation.extract + "\u00a0»"))
    figure.appendChild(dom.make("figcaption", rule.citation.label() + " – " + STATUSES[source.status]
                                + ", vérifié le " + dates.in_words(dates.parse_iso(source.checked))))
    item.appendChild(figure)
    return item
