"""What is said of the items of a list: what each holds, what is missing in it, and in the steps of the one that is
shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.answers import Answers
from pid_rules.documents.items import line_of
from pid_rules.form import FORM
from pid_rules.judgement.addresses import address_of, screen_address
from pid_rules.judgement.lacking import lacking_there
from pid_rules.judgement.summary import page_of, step_of
from pid_rules.questions.schema import ENVOI
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.shapes import Dossier
    from ui.questions.watch import Watch


def _findings(watch: Watch, shown: Any) -> Any:
    """What is said of the items of the list, at the step of their page."""
    step = step_of(shown.page)
    report = watch.report() if step == ENVOI else watch.report_at(step)
    return [finding for finding in report.findings
            if finding.paths and page_of(FORM, finding.paths[0]) is shown.page]


def draw_lines(rows: Any, dossier: Dossier, watch: Watch, shown: Any) -> None:
    """Write the line of each item."""
    answers, findings = Answers(FORM, dossier), _findings(watch, shown)
    for row in rows:
        place = shown.block.path + "." + dom.attribute(row, "data-index")
        row.select_one(".resume").textContent = line_of(answers, shown.block.path, place)
        row.select_one(".manque").textContent = lacking_there(FORM, dossier, [
            finding for finding in findings if finding.paths[0][:len(place) + 1] == place + "."])


def draw_steps(nav: Element, watch: Watch, shown: Any) -> None:
    """Lead to each step of an item, and say what is missing there."""
    findings = _findings(watch, shown)
    rows = []
    for step in shown.holder.steps:
        address = screen_address(shown.page, shown.items, shown.index, step)
        here = [finding for finding in findings if address_of(FORM, watch.dossier, finding.paths[0]) == address]
        link = dom.make("a", step.title, href="#" + address)
        if step is shown.step:
            link.setAttribute("aria-current", "step")
        lacks = dom.make("span", lacking_there(FORM, watch.dossier, here), class_="manque")
        rows.append(dom.make("li", "", link, lacks))
    dom.fill(nav, dom.make("ol", "", *rows))
