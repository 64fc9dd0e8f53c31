"""What is typed, pasted and left in the questions of the dossier: stored, judged, saved soon."""

from browser import document, window

from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.structure import unbegin
from pid_rules.form import FORM, contrat, emploi_du_temps, etablissement, stages, suites
from pid_rules.handover.names import reference_as_answered
from pid_rules.questions.formats import Phone
from ui.kit import dom
from ui.questions import binding

ADDRESS = ("adresse", "code_postal", "ville")
"""The names of the questions in which an address is spread."""


def _may_hold_more(path):
    """Whether several answers may be pasted in the box of this one."""
    field = binding.field_of(path)
    return field.name in ADDRESS or isinstance(field.kind, Phone)


class Answering:
    """Hears the questions of ``page``, the ``DossierPage``."""

    def __init__(self, page):
        self.page = page
        self.draft = page.draft
        self.watch = page.watch
        self.parts = page.parts
        document.bind("input", self.typed)
        document.bind("change", self.left)
        document.bind("focusin", self.entered)
        document.bind("paste", self.pasted)

    def typed(self, event):
        """An answer is being typed: store it, judge it, save it soon."""
        if event.target.hasAttribute("data-justification"):
            self.parts.verification().justify(event.target)
            return
        if not binding.is_asked(event.target):
            return
        row = dom.closest(event.target, ".creneau")
        if row is not None:
            self.parts.timetable().typed(row, event.target)
            return
        champ = dom.closest(event.target, ".champ")
        self.typed_in(champ, event.target)

    def typed_in(self, champ, control):
        """The answer that a control of a question holds is being typed."""
        path = dom.attribute(champ, "data-path")
        field = binding.field_of(path)
        value = binding.typed_in(champ, field)
        now = get(self.draft.dossier, path)
        if value == now or is_blank(value) and is_blank(now):
            return
        put(self.draft.dossier, path, value)
        if is_blank(value):
            self.taken_back(field, path)
        if field is contrat.SIGNATURE_DATE:
            self.page.seals.dated(path)
        if field is etablissement.UAI:
            put(self.draft.dossier, "dossier.reference", reference_as_answered(self.draft.dossier))
        if field.guarded or field.kind.control == "textarea":
            binding.comment(path, field, control.value)
        if FORM.page_of[field.path] is emploi_du_temps.PAGE:
            self.watch.later(path)
            dom.once_all_is_here(lambda: self.parts.timetable().answered(field))
        else:
            if FORM.page_of[field.path] is stages.STAGES_PAGE and self.parts.stage_hours is not None:
                self.parts.stage_hours.typed(champ, field, control)
            self.watch.changed(path)
        self.draft.changed()

    def taken_back(self, field, path):
        """An answer is no longer given: what only followed from it goes too."""
        if field is suites.TRANSMISSION_DATE:
            self.page.versions.unmark()
        if unbegin(FORM, self.draft.dossier, path):
            self.watch.reload()

    def pasted(self, event):
        """A text is being pasted: once it is in its box, see whether it belongs in several."""
        champ, control = dom.closest(event.target, ".champ[data-path]"), event.target
        text = event.clipboardData.getData("text")
        if champ is None or not binding.is_asked(control) or not _may_hold_more(dom.attribute(champ, "data-path")):
            return

        def here(*_):
            from ui.questions.spread import pasted
            pasted(self.page, champ, control, text)

        window.setTimeout(lambda: window.pidScripts.load("gestes.js").then(here, lambda error: None), 0)

    def entered(self, event):
        """What is done in one question while the focus stays in it is one step of the history."""
        champ = dom.closest(event.target, "[data-path], [data-justification], #note")
        self.draft.enter("" if champ is None else dom.attribute(champ, "data-path") or champ.id)

    def left(self, event):
        """An answer is finished: show it as it was understood."""
        self.typed(event)
        row, champ = dom.closest(event.target, ".creneau"), dom.closest(event.target, ".champ[data-path]")
        if row is not None:
            self.parts.timetable().left(row)
        self.draft.save()
        if champ is not None and row is None:
            binding.show_understood(champ, event.target, self.draft.dossier)
