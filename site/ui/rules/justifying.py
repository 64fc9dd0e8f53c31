"""The findings of a dossier, each warning with the box in which somebody says why it is assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.judgement.repairs import repairs_of
from pid_rules.judgement.report import justification_of, motives
from pid_rules.words.visible import paragraphs
from ui.kit import dom
from ui.questions import binding
from ui.rules.spoken import answer_of, link_to_answer, link_to_repair, sentence, source_of, spoken

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.judgement.report import Finding


class Justifying:
    """Shows findings of the open ``draft``, and keeps what is typed beside them."""

    def __init__(self, draft: Any) -> None:
        self.draft = draft

    def listed(self, findings: list[Finding]) -> Any:
        """The items of a list of findings; those of one rule share the box of their motive."""
        keys = motives(findings, self.draft.dossier)
        rules = [finding.rule for finding in findings]
        return [self._finding(findings[index], keys[index], findings[index].rule not in rules[:index])
                for index in range(len(findings))]

    def _finding(self, finding: Finding, key: str, first: bool) -> Any:
        """What a rule says, what to do otherwise, the answer, the source, and under ``key`` the motive of a warning; at
        the ``first`` place where the rule speaks, where the gestures that answer it are."""
        path = answer_of(finding)
        rest = [dom.make("p", "", link_to_answer(path, self.draft.dossier))] if path else []
        rest += [link_to_repair(repair, path) for repair in repairs_of(finding.rule) if first]
        rest.append(source_of(finding))
        if key:
            rest.append(self._box(finding, key))
        return spoken(finding, [dom.make("p", "", *sentence(finding))], *rest)

    def _box(self, finding: Finding, key: str) -> Any:
        identifier = "justification-" + dom.element_id(key.replace("@", "-"))
        control = dom.make("textarea", "", id=identifier, rows="2", autocomplete="off", data_justification=key,
                           data_etape="")
        control.value = justification_of(finding, self.draft.dossier)
        assumed = "cet avertissement" if key == finding.key() else \
            "cet avertissement et les autres de la même règle"
        label = dom.make("label", "Si vous assumez " + assumed + ", écrivez pourquoi (imprimé dans le dossier)",
                         for_=identifier)
        return dom.make("div", "", label, control, class_="champ")

    def typed(self, control: Element) -> bool:
        """Keep what is typed as the justification of a warning; whether the control is for that."""
        key = dom.attribute(control, "data-justification")
        if not key:
            return False
        texts = self.draft.dossier.get("justifications")
        if not isinstance(texts, dict):
            texts = {}
            self.draft.dossier["justifications"] = texts
        text = paragraphs(binding.typed(control))
        if text.strip():
            texts[key] = text
        elif key in texts:
            del texts[key]
        self.draft.changed()
        return True
