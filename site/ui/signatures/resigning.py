"""« C’est à nouveau signé aujourd’hui »: every signature that bears a date takes that of today, in one gesture, with undo."""

from pid_rules.dossier.paths import get, is_blank
from pid_rules.dossier.versions import signatures_of
from pid_rules.form.contrat import SIGNATURES_PAGE
from pid_rules.words import dates
from ui.kit import dom, fingerprint
from ui.kit.clock import today


class Resigning:
    """The button of the page of the signatures; ``page`` is the ``DossierPage``."""

    def __init__(self, page):
        self.page = page
        self.dossier = page.draft.dossier
        dom.on_action({"signer-de-nouveau": self.ask})

    def ask(self, button):
        """The fingerprint is that of the contract as it is at this moment, saved or not."""
        fingerprint.compute(self.dossier, lambda digits, judged: self.sign(digits))

    def sign(self, digits):
        """Write the date of today and the fingerprint in each signature that bears a date."""
        given = {"date": dates.to_iso(today()), "empreinte": digits}
        dated = [one for one in signatures_of(self.dossier) if not is_blank(get(one, "date"))]
        for one in dated:
            one.update(given)
        self._show()
        words = "La signature est datée" if len(dated) == 1 else "Les {0} signatures sont datées".format(len(dated))
        self.page.blocks.offer_undo(words + " du " + dates.in_words(today()) + ".")

    def _show(self):
        block = dom.by_id(SIGNATURES_PAGE.slug).select_one(".bloc")
        if block is None:
            self.page.rewritten(SIGNATURES_PAGE.slug)
        else:
            self.page.blocks.redraw(block)
        self.page.seals.offer()
