"""« Vérifier et envoyer »: findings by severity, warnings to justify, missing answers, every answer, downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.copies import copy_text
from pid_rules.dossier.guard import to_reread
from pid_rules.form import FORM
from pid_rules.handover.names import plain_name
from pid_rules.judgement.report import REQ
from pid_rules.judgement.summary import progress, ready
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from ui.documents import complete
from ui.kit import dom
from ui.kit.clock import now
from ui.kit.data import parse
from ui.kit.part import Part
from ui.questions.watch import link_to, said
from ui.rules.justifying import Justifying
from ui.rules.spoken import link_to_answer
from ui.sending.envoi import Sending
from ui.sending.protection import Protection
from ui.sending.recapitulatif import Recapitulatif

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.judgement.report import Report
    from ui.draft.draft import Draft
    from ui.questions.watch import Watch

TITLES = ((BLOQUANT, "Ce qui bloque"), (AVERTISSEMENT, "Avertissements"), (INFORMATION, "Bon à savoir"))


class Verification(Part):
    """The last page of a dossier before it leaves."""

    def __init__(self, draft: Draft, watch: Watch, versions: Any, rewriting: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.justifying = Justifying(draft)
        self.protection = Protection(watch.profile)
        self.sending = Sending(draft, watch, versions, rewriting, self.protection)
        self.recapitulatif = Recapitulatif(draft)
        dom.on_action({"telecharger-json": self.download_json, "telecharger-pdf": self.download_pdf})

    def new_day(self) -> None:
        self.draw("")

    def typed(self, control: Element) -> bool:
        """A justification may be typed: the verdict follows."""
        kept = self.justifying.typed(control)
        if kept:
            self._verdict(self.watch.report())
            self.sending.check()
        return kept

    def draw(self, answer: Any) -> None:
        """Show the judgement and the answers as they are now."""
        report = self.watch.report()
        self._verdict(report)
        dom.fill(dom.by_id("constats"), *self._findings(report))
        dom.fill(dom.by_id("manquants"), *self._missing(report))
        dom.fill(dom.by_id("relecture"), *self._to_reread())
        self.recapitulatif.draw(report)
        self.sending.draw()
        self.protection.draw()
        complete.foresee(self.draft, dom.by_id("verifier-signes"))

    def _verdict(self, report: Report) -> None:
        """Whether the dossier can be sent; written again while a justification is typed."""
        n, m = progress(FORM, self.draft.dossier, report)
        verdict = "Prêt à envoyer : " + str(n) + " sur " + str(m) + ". "
        verdict += "Rien ne s’oppose à l’envoi." if ready(report, self.draft.dossier) else \
            "Vous pouvez déjà télécharger le dossier ; il portera la mention « BROUILLON »."
        dom.by_id("verdict").textContent = verdict

    def _findings(self, report: Report) -> Any:
        parts = []
        for severity, title in TITLES:
            listed = [finding for finding in report.findings if finding.severity == severity and finding.rule != REQ]
            if listed:
                parts.append(dom.make("h2", title + " (" + str(len(listed)) + ")"))
                parts.append(dom.make("ul", "", *self.justifying.listed(listed),
                                      class_="regles bref" if severity == INFORMATION else "regles"))
        return parts

    def _missing(self, report: Report) -> Any:
        listed = [finding for finding in report.findings if finding.rule == REQ]
        if not listed:
            return []
        items = [dom.make("li", "", link_to(finding.paths[0], said(finding, self.draft.dossier))) for finding in listed]
        return [dom.make("h2", "Réponses qui manquent (" + str(len(listed)) + ")"), dom.make("ul", "", *items)]

    def _to_reread(self) -> Any:
        """The words that do not belong in the dossier: said, never in the way."""
        listed = to_reread(FORM, self.draft.dossier)
        if not listed:
            return []
        dossier = self.draft.dossier
        items = [dom.make("li", "", dom.make("p", advice), dom.make("p", "", link_to_answer(path, dossier)),
                          class_="regle") for path, advice in listed]
        return [dom.make("h2", "Mots à relire (" + str(len(items)) + ")"),
                dom.make("p", "Ils n’empêchent pas l’envoi : à vous de juger s’ils ont leur place dans le "
                              "dossier.", class_="intro"),
                dom.make("ul", "", *items, class_="regles")]

    def download_json(self, button: Element) -> None:
        """Give the dossier file."""
        moment = now()
        window.pidFiles.download(button, self._name("json", moment), "application/json",
                                 copy_text(FORM, self.draft.dossier, moment), "", self.draft.text())

    def download_pdf(self, button: Element) -> None:
        """Compose the document, with the dossier inside, and give it."""
        status = dom.by_id("telechargement")
        status.textContent = "Composition du PDF…"
        moment = now()
        name = self._name("pdf", moment)

        def done(data: Any, missing: Any) -> None:
            status.textContent = ""
            window.pidFiles.download(button, name, "application/pdf", data, complete.replaced(missing))

        def failed() -> None:
            status.textContent = complete.NOT_MADE

        text = copy_text(FORM, self.draft.dossier, moment)  # a copy is described: the person may go on typing
        complete.make(self.watch.judged(), self.draft.demonstration, parse(text), "", text, done, failed)

    def _name(self, extension: str, moment: str) -> Any:
        brouillon = not ready(self.watch.report(), self.draft.dossier)
        return plain_name(self.draft.dossier, extension, brouillon, self.draft.demonstration, moment)
