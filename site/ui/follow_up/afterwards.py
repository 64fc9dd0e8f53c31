"""What is known of a stage only afterwards, in « Suivi »: when each visit was made, what was observed, the attestation
given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.answers import Answers
from pid_rules.documents.items import after_of, visit_of
from pid_rules.form import FORM
from pid_rules.form.stages import STAGES, VISITES
from pid_rules.judgement.naming import called
from ui.kit import dom
from ui.questions import binding
from ui.questions.blocks import number

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from ui.draft.draft import Draft
    from ui.questions.watch import Watch


class Afterwards:
    """The stages, each folded with its line."""

    def __init__(self, draft: Draft, watch: Watch) -> None:
        self.draft = draft
        self.watch = watch
        self.place = dom.by_id("suivi-stages")

    def draw(self, answer: str) -> None:
        """The stages as the answers are now; the one of ``answer`` is unfolded, and those that somebody has
        unfolded."""
        answers = Answers(FORM, self.draft.dossier)
        unfolded = [dom.attribute(stage, "data-stage") for stage in self.place.select("details") if stage.open]
        stages = [STAGES.path + "." + str(index) for index in range(answers.count(STAGES.path))]
        dom.fill(self.place, *[self._stage(answers, path) for path in stages])
        if not stages:
            self.place.appendChild(dom.make("p", STAGES.none + "."))
        binding.fill_questions(self.place, self.draft.dossier)
        for stage in self.place.select("details"):
            path = dom.attribute(stage, "data-stage")
            stage.open = path in unfolded or answer[:len(path) + 1] == path + "."
        self.watch.repeat()

    def _stage(self, answers: Any, path: str) -> Element:
        """A stage: its name, what is noted of it, then the questions of each visit and of the attestation."""
        index = path.split(".")[-1]
        made = _copy("modele-stage", index)
        stage = made.select_one("details")
        stage.setAttribute("data-stage", path)
        name = called(self.draft.dossier, path)
        stage.select_one("h3").textContent = "Stage " + str(int(index) + 1) + (" : " + name if name else "")
        stage.select_one(".resume").textContent = after_of(answers, path)
        listed = VISITES.at(path)
        for rank in range(answers.count(listed)):
            visit = _copy("modele-visite", index, str(rank))
            visit.select_one("h4").textContent = visit_of(answers, listed + "." + str(rank))
            stage.select_one(".visites").appendChild(visit)
        return made

    def left(self, control: Element) -> bool:
        """An answer is finished: its fault is said, as « Continuer » says it elsewhere."""
        champ = dom.closest(control, "#suivi-stages .champ")
        if champ is not None:
            self.watch.mark(dom.attribute(champ, "data-path"))
        return False


def _copy(template: str, *places: str) -> Any:
    """What a template holds, for the items at these places."""
    made = dom.by_id(template).content.cloneNode(True)
    for depth in range(len(places)):
        number(made, "__" + str(depth) + "__", places[depth])
    return made
