"""What pages of a dossier do more than ask: loaded at first use only, as it would weigh on the start."""

from browser import window

from ui.kit import dom


class Parts:
    """The parts of ``page``, a ``DossierPage``; an attribute is None until its part is used."""

    def __init__(self, page):
        self.page = page
        self.verified = None
        self.listed = None
        self.followed_up = None
        self.timetabled = None
        self.stage_hours = None
        self.resigned = None
        self.former = None
        self.undone = None

    def undoing(self):
        """« Annuler » and « Rétablir »."""
        if self.undone is None:
            from ui.draft.undoing import Undoing
            self.undone = Undoing(self.page)
        return self.undone

    def resigning(self):
        """« C’est à nouveau signé aujourd’hui »."""
        if self.resigned is None:
            from ui.signatures.resigning import Resigning
            self.resigned = Resigning(self.page)
        return self.resigned

    def verification(self):
        """The last page."""
        if self.verified is None:
            from ui.sending.verify import Verification
            self.verified = Verification(self.page)
        return self.verified

    def draw_documents(self):
        """The page « Documents »."""
        def here():
            if self.listed is None:
                from ui.documents.listing import Documents
                self.listed = Documents(self.page.draft, self.page.watch, self.page.profile)
            self.listed.draw()

        dom.once_script_is_here("documents.js", here)

    def draw_follow_up(self):
        """The page « Suivi »."""
        def here():
            if self.followed_up is None:
                from ui.follow_up.suivi import FollowUp
                self.followed_up = FollowUp(self.page)
            self.followed_up.draw()

        dom.once_script_is_here("suivi.js", here)

    def new_day(self, shown):
        """Another day begins while these pages are shown."""
        if "verifier" in shown:
            self.verification().draw()
        if "documents" in shown and self.listed is not None:
            self.listed.new_day()
        if "suivi" in shown and self.followed_up is not None:
            self.followed_up.new_day()
        if "signatures" in shown:
            self.say_of_contract()

    def draw_former_states(self):
        """« Revenir à un état précédent », once somebody unfolds it."""
        def here():
            if self.former is None:
                from ui.draft.former_states import FormerStates
                self.former = FormerStates(self.page)
            self.former.draw()

        if dom.by_id("etats").open:
            dom.once_script_is_here("pages.js", here)

    def say_of_contract(self):
        """On « Signatures »: whether the contract would be a draft."""
        from ui.documents.brouillon import say_of_contract
        say_of_contract(self.page.watch)

    def timetable(self):
        """The page of the timetable."""
        if self.timetabled is None:
            from ui.week.timetable import Timetable
            self.timetabled = Timetable(self.page)
        return self.timetabled

    def draw_timetable(self):
        """Its weeks are made again at each visit: the places may have changed."""
        self.timetable().draw_page()
        if self.page.passages.asked_answer:
            self.timetable().reveal(self.page.passages.asked_answer)

    def draw_hours(self):
        """What the page of the stages says of its hours."""
        if self.stage_hours is None:
            from ui.week.stage_hours import StageHours
            self.stage_hours = StageHours(self.page)
        self.stage_hours.show()

    def written_elsewhere(self, news):
        """Another tab has written a draft: if it is this one and nothing waits here, show it."""
        draft = self.page.draft

        def here(*_):
            window.pidStore.get(news.id).then(read, lambda error: None)

        def read(record):
            from ui.draft.elsewhere import take_in
            if record:
                take_in(self.page, record)

        if news.id != draft.id:
            return
        if news.type in ("modification", "restauration") and not draft.unsaved():
            dom.once_all_is_here(lambda: window.pidScripts.load("gestes.js").then(here, lambda error: None))
        elif news.type == "suppression":
            draft.look()
