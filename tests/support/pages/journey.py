"""A whole dossier, typed from the home page until « C’est envoyé »."""

from tests.support.pages.expected import differences, with_own_identifiers
from tests.support.pages.filling import Typist
from tests.support.pages.gestures import GESTURES
from tests.support.pages.hand import Hand, Tally
from tests.support.pages.steps import arrived, copy_of, go, ready, saved, until

HOME, CHECK, SENDING, KEEPING = "accueil", "verifier", "envoi", "garder"
MOST = 200
"""Pages gone through at most: more is going round in circles."""
SLOW = 60
KEYS = "(all) => all.map((one) => one.dataset.justification)"


class Journey:
    """Types ``dossier`` in ``page``, a fresh one of the site at ``root``, with the ``hand`` of a desk or of a phone."""

    def __init__(self, page, root, dossier, day, gestures=GESTURES, hand=Hand):
        self.page, self.root, self.given = page, root, dossier
        self.dossier = with_own_identifiers(dossier)
        self.tally = Tally()
        self.hand = hand(page, self.tally)
        self.typist = Typist(self.hand, self.dossier, gestures)
        page.clock.set_fixed_time(day)

    def run(self):
        """Do it all; gives the dossier of the page."""
        self.begin()
        for _ in range(MOST):
            if self.here() == CHECK:
                break
            self.one_page()
        self.tally.page = CHECK
        self.justify()
        saved(self.page)
        typed = copy_of(self.page)
        go(self.page, CHECK)
        self.send()
        return typed

    def here(self):
        return self.page.evaluate("location.hash.slice(1)")

    def begin(self):
        """From the home page to the first page of questions."""
        self.tally.page = HOME
        self.page.goto(self.root)
        until(lambda: ready(self.page))
        self.hand.go(self.page.locator("[data-action=nouveau-dossier]"))
        until(lambda: self.page.locator("#reference").inner_text() != "")
        self.hand.go(self.page.locator(".taches a:visible").first)

    def keep(self):
        """« Garder pour les prochains dossiers », everything, once it is sent: counted as a page."""
        self.tally.page = KEEPING
        self.hand.click(self.page.locator("#recus [data-action=garder-habituel]"))
        panel = self.page.locator("#recus .carte:has(.choix)")
        until(panel.is_visible)
        for box in [one for one in panel.locator("input").all() if not one.is_checked()]:
            self.hand.click(box)
        self.hand.click(panel.locator(".bouton"))
        until(lambda: "Gardé dans" in self.page.locator("#recus").inner_text())

    def one_page(self):
        """Fill the page that is shown, and go on."""
        slug = self.here()
        self.tally.page = slug
        arrived(self.page, slug)
        self.typist.fill()
        another = self.page.locator("[data-action=ajouter-autre]:visible")
        more = another.count() and self.typist.lacks_items(slug)
        if not self.hand.go(another if more else self.page.locator("[data-action=continuer]:visible")):
            raise AssertionError(slug + ": " + self.page.locator(".resume-erreurs:visible").inner_text())

    def justify(self):
        """Write the motive of each warning that is assumed."""
        until(lambda: self.page.locator("#verdict").inner_text() != "")
        motives = self.dossier["justifications"]
        for key in self.page.locator("[data-justification]").evaluate_all(KEYS):
            if text := motives.get(key) or motives.get(key.partition("@")[0]):
                self.tally.answer("justifications." + key, text, own=True)
                box = self.page.locator(f'[data-justification="{key}"]')
                rank = box.evaluate("(one) => [...document.querySelectorAll(shown.ALL)].indexOf(one)")
                self.hand.write(rank, text)

    def send(self):
        """Prepare the files, take the e-mail, say that it has left."""
        self.tally.page = SENDING
        self.hand.click(self.page.locator("[data-action=envoi-preparer]"))
        until(lambda: self.page.locator("#envoi-etat").inner_text().startswith("Fichiers prêts"), SLOW)
        with self.page.expect_download():
            self.hand.click(self.page.locator("[data-action=envoi-eml]"))
        self.hand.click(self.page.locator("[data-action=envoi-fait]"))
        until(lambda: self.page.locator("#recus").is_visible())

    def wrong(self, typed):
        """What the file typed has otherwise than it should, and what no page took."""
        return differences(typed, self.given) + [path + " is not taken" for path in self.typist.refused]
