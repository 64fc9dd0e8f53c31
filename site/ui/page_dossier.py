"""The dossier: one page of the form at a time, the task list, saving, findings."""

from browser import document, window

from pid_rules.form import FORM
from pid_rules.form import contrat, emploi_du_temps, etablissement, stages
from pid_rules.output.names import file_name, reference_of_college
from pid_rules.output.summary import LABELS, page_state, progress, ready
from pid_rules.paths import fill, get, is_blank, put
from ui import binding, dom, fingerprint
from ui.blocks import Blocks, draw_all
from ui.data import page_data
from ui.draft import Draft, save_when_leaving, title_of
from ui.versions import Versions
from ui.watch import Watch, anchor_of

SITE = "Dossier PID"


def start():
    """Open the draft that the address names."""
    def opened(record):
        if record:
            DossierPage(record)
        else:
            missing("Ce dossier n’est pas sur cet ordinateur. Revenez à la liste des dossiers, ou ouvrez une copie.")

    window.pidStore.get(dom.search_parameter("d")).then(opened, lambda error: missing(error.message))


def missing(sentence):
    """Say that there is nothing to show, and what to do."""
    dom.show(dom.by_id("alerte-enregistrement"), sentence)
    for button in dom.by_id("alerte-enregistrement").select("button"):
        button.hidden = True
    hide_pages("taches")
    for part in dom.by_id("taches").children:
        part.hidden = part.tagName != "H1"


def hide_pages(kept):
    for section in document.select("section.page"):
        section.hidden = section.id != kept


class DossierPage:
    """The page once its draft is known."""

    def __init__(self, record):
        self.profile = page_data("profil")
        self.draft = Draft(record, self.state_words)
        self.watch = Watch(self.draft.dossier, self.profile)
        self.blocks = Blocks(self.draft, self.restructured)
        self.verified = None
        self.followed_up = None
        self.timetabled = None
        self.stage_hours = None
        self.listed = None
        self.versions = Versions(record, self.draft)
        self.drawn = []
        self.asked_answer = ""
        dom.by_id("demonstration").hidden = not self.draft.demonstration
        document.bind("input", self.typed)
        document.bind("change", self.left)
        document.bind("pid-enregistre", lambda event: self.refresh_fingerprint())
        document.bind("click", self.followed)
        handlers = self.blocks.handlers()
        handlers.update({
            "continuer": self.go_on, "telecharger-json": lambda button: self.verification().download_json(),
            "telecharger-pdf": lambda button: self.verification().download_pdf(), "telecharger-copie": self.download_copy,
            "garder-les-deux": lambda button: self.draft.save_as_new(
                lambda made: dom.open_dossier(made, window.location.hash)),
            "recharger": self.take_other})
        dom.on_action(handlers)
        window.bind("hashchange", lambda event: self.route())
        save_when_leaving(self.draft)
        self.route(first=True)
        document.documentElement.setAttribute("data-ouvert", "")
        document.dispatchEvent(window.Event.new("pid-ouvert"))
        # The page is shown, and can be typed in, before it is judged; the fingerprint reads the whole contract.
        window.setTimeout(lambda: dom.once_all_is_here(self.judge), 0)

    def judge(self):
        """Judge the dossier for the first time."""
        self.watch.settle()
        if not dom.by_id("taches").hidden:
            self.draw_states()
        document.documentElement.setAttribute("data-juge", "")
        from ui.this_computer import remind
        remind(self.draft)
        window.setTimeout(self.refresh_fingerprint, 0)

    def verification(self):
        """The last page; its documents are loaded at first use only, as they weigh on the start."""
        if self.verified is None:
            from ui.verify import Verification
            self.verified = Verification(self)
        return self.verified

    def documents(self):
        """The page « Documents », loaded at first use as well."""
        if self.listed is None:
            from ui.documents import Documents
            self.listed = Documents(self.draft, self.watch, self.profile)
        return self.listed

    def follow_up(self):
        """The page « Suivi », loaded at first use as well."""
        if self.followed_up is None:
            from ui.suivi import FollowUp
            self.followed_up = FollowUp(self)
        return self.followed_up

    def timetable(self):
        """The page of the timetable, loaded at first use as well."""
        if self.timetabled is None:
            from ui.timetable import Timetable
            self.timetabled = Timetable(self)
        return self.timetabled

    def state_words(self):
        """What the list of dossiers says of this one."""
        if not self.watch.can_judge():
            return self.draft.state
        report = self.watch.report()
        n, m = progress(FORM, self.draft.dossier, report)
        return "Prêt à envoyer" if ready(report, self.draft.dossier) else \
            "En cours\u00a0: " + str(n) + " pages sur " + str(m)

    def route(self, first=False):
        """Show the page that the hash names."""
        slug = window.location.hash[1:] or "taches"
        section = dom.by_id(slug)
        if section is None or "page" not in dom.attribute(section, "class"):
            slug, section = "taches", dom.by_id("taches")
        if slug == "taches":
            self.draw_tasks(first)
        elif slug == "verifier":
            dom.once_all_is_here(lambda: self.verification().draw())
        elif slug == "documents":
            dom.once_all_is_here(lambda: self.documents().draw())
        elif slug == "suivi":
            dom.once_all_is_here(lambda: self.follow_up().draw())
        elif slug == emploi_du_temps.PAGE.slug:
            dom.once_all_is_here(lambda: self.draw_timetable(section))
        elif slug not in self.drawn:
            draw_all(section, self.draft.dossier)
            self.drawn.append(slug)
            self.watch.repeat()
            if slug == stages.STAGES_PAGE.slug:
                dom.once_all_is_here(self.draw_hours)
        else:
            binding.refresh_references(section, self.draft.dossier)
        for summary in section.select(".resume-erreurs"):
            summary.hidden = True  # it told of the last « Continuer »; the questions keep their own errors
        self.blocks.page_shown()
        hide_pages(slug)
        title = section.select_one("h1")
        document.title = title.textContent.strip() + " – " + SITE
        target = anchor_of(self.asked_answer) if self.asked_answer else None
        self.asked_answer = ""
        if target is not None:
            dom.focus(target)
        elif not first:
            window.scrollTo(0, 0)
            title.focus()

    def draw_timetable(self, section):
        """Its weeks are made again at each visit: the places may have changed."""
        binding.fill_question(section.select_one(".champ"), self.draft.dossier)
        self.timetable().draw()
        if self.asked_answer:
            self.timetable().reveal(self.asked_answer)

    def draw_hours(self):
        """What the page of the stages does more than ask, loaded at first use as well."""
        if self.stage_hours is None:
            from ui.stage_hours import StageHours
            self.stage_hours = StageHours(self)
        self.stage_hours.show()

    def take_other(self, button):
        """Leave what this tab changed, and show the version of the other."""
        self.draft.give_up()
        window.location.reload()

    def draw_tasks(self, first):
        """The pages, with their states but at the very first time, when ``judge`` will show them."""
        dom.by_id("titre-dossier").textContent = "– " + title_of(self.draft.dossier)
        reference = get(self.draft.dossier, "dossier.reference") or ""
        dom.by_id("reference").textContent = "Référence " + reference + ", révision " \
            + str(get(self.draft.dossier, "dossier.revision") or 1)
        if not first:
            self.draw_states()

    def draw_states(self):
        """The state of each page, and how far the dossier is; ``judge`` comes back here once the rules are there."""
        if not self.watch.can_judge():
            return
        report = self.watch.report()
        for row in dom.by_id("taches").select("li[data-page-slug]"):
            state = page_state(FORM, FORM.page(dom.attribute(row, "data-page-slug")), self.draft.dossier, report)
            status = row.select_one(".statut")
            status.textContent = LABELS[state]
            status.setAttribute("data-etat", state)
        n, m = progress(FORM, self.draft.dossier, report)
        dom.by_id("avancement").textContent = "Prêt à envoyer\u00a0: " + str(n) + " sur " + str(m)

    def typed(self, event):
        """An answer is being typed: store it, judge it, save it soon."""
        if event.target.hasAttribute("data-justification"):
            self.verification().justify(event.target)
            return
        row = dom.closest(event.target, ".creneau")
        if row is not None:
            self.timetable().typed(row, event.target)
            return
        champ = dom.closest(event.target, ".champ[data-path]")
        if champ is None:
            return
        path = dom.attribute(champ, "data-path")
        field = binding.field_of(path)
        value = binding.typed_in(champ, field)
        if value == get(self.draft.dossier, path):
            return
        put(self.draft.dossier, path, value)
        if field is contrat.SIGNATURE_DATE:
            self.seal(path)
        if field is etablissement.UAI:
            put(self.draft.dossier, "dossier.reference", reference_of_college(self.draft.dossier))
        if field.guarded or field.kind.control == "textarea":
            binding.comment(path, field, event.target.value)
        if FORM.page_of[field.path] is emploi_du_temps.PAGE:
            self.watch.later(path)
            self.timetable().answered()
        else:
            if FORM.page_of[field.path] is stages.STAGES_PAGE and self.stage_hours is not None:
                self.stage_hours.typed(champ, field, event.target)
            self.watch.changed(path)
        self.draft.changed()

    def left(self, event):
        """An answer is finished: show it as it was understood."""
        self.typed(event)
        row = dom.closest(event.target, ".creneau")
        if row is not None:
            self.timetable().left(row)
            return
        self.draft.save()
        champ = dom.closest(event.target, ".champ[data-path]")
        if champ is not None:
            binding.show_understood(champ, event.target, self.draft.dossier)

    def seal(self, path):
        """A signature is dated: remember the fingerprint of what was signed."""
        place = fill(contrat.SIGNATURE_EMPREINTE.path, path)
        put(self.draft.dossier, place, "" if is_blank(get(self.draft.dossier, path)) else self.watch.fingerprint())
        self.watch.changed(place)

    def restructured(self, block):
        """A list has changed."""
        self.watch.reload()
        self.watch.mark_again(block)
        if self.stage_hours is not None:
            self.stage_hours.show()
        self.draft.changed()

    def refresh_fingerprint(self, *_):
        def known(computed, judged):
            self.watch.take_fingerprint(computed)
            self.versions.know(computed, judged)
            if self.followed_up is not None and not dom.by_id("suivi").hidden:
                self.followed_up.changes.draw()

        fingerprint.compute(self.draft.dossier, known)

    def rewritten(self, *slugs):
        """The answers of these pages, of every page by default, were written otherwise than by typing."""
        self.draw_again(*slugs)
        self.blocks.forget_removal()
        self.watch.reload()
        self.draft.changed()

    def draw_again(self, *slugs):
        """These pages, every page by default, no longer show the answers as they are: draw them at their next visit."""
        self.drawn = [slug for slug in self.drawn if slugs and slug not in slugs]

    def go_on(self, button):
        """« Continuer »: show what is wrong in the page, or go to the next one."""
        slug = dom.attribute(dom.closest(button, "section"), "data-page-slug")
        dom.once_all_is_here(lambda: self.leave(slug))

    def leave(self, slug):
        """Go to the page after this one, unless its errors are to be shown first."""
        if self.watch.check_page(slug):
            return
        slugs = [page.slug for page in FORM.pages if page.editable]
        following = slugs.index(slug) + 1
        window.location.hash = "#" + (slugs[following] if following < len(slugs) else "verifier")

    def followed(self, event):
        """A link to an answer: remember which, the change of hash shows its page."""
        link = dom.closest(event.target, "[data-reponse]")
        if link is None:
            return
        self.asked_answer = dom.attribute(link, "data-reponse")
        if dom.attribute(link, "href") == window.location.hash:
            event.preventDefault()
            self.route()

    def download_copy(self, button):
        """Give a copy of the work in progress."""
        from ui.this_computer import give_copy
        give_copy(self.draft.dossier, self.draft.text(), self.draft.demonstration)
