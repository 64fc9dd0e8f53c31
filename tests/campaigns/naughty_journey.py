"""One dossier through every page of the built site and every file that it makes: what a text may never change."""

import datetime
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pid_rules.documents.answers import Answers
from pid_rules.documents.catalogue import DOCUMENTS
from pid_rules.dossier.paths import concrete, get, is_blank, pattern_of
from pid_rules.dossier.structure import ordered
from pid_rules.files import read_profile
from pid_rules.form import FORM
from pid_rules.handover import transmission
from pid_rules.judgement.addresses import addresses
from pid_rules.suivi.calendrier_ics import calendar
from pid_rules.suivi.echeances import deadlines
from pid_rules.words import dates
from pid_rules.words.typography import french
from tests.campaigns import naughty_files
from tests.support.examples import EXAMPLES
from tests.support.pages.steps import download, ready, until

PROFILE = read_profile("49")
WAIT = 60
TODAY = "2026-11-20"
NOW = TODAY + "T10:00"
PHONE, DESK = 360, 1280
LOOK = Path(__file__).with_name("naughty_look.js").read_text(encoding="utf-8")
ORDINARY = "ordinary dossier"
"""Name of the dossier that shows what the others may."""
PAGES = "[...document.querySelectorAll('section.page')].map((section) => section.id)"


def squeezed(text):
    return "".join(unicodedata.normalize("NFC", text).split())


def as_in_a_control(kind, text):
    """A text as the control of its question holds it: nothing for blanks alone, and HTML takes line ends for its
    own."""
    if is_blank(text):
        return ""
    one = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return one if kind.control == "textarea" else one.replace("\n", "")


def title_of(dossier):
    """What the list calls a dossier."""
    return f"{get(dossier, 'eleve.prenom') or ''} {get(dossier, 'eleve.nom') or ''}".strip() or "Élève sans nom"


@dataclass
class Record:
    """What the journeys looked at (``counts``), what was wrong (``faults``), and what an ordinary dossier shows:
    signatures of its elements that act and names of all its elements (``ordinary``), keys of its files (``shapes``)."""

    counts: Counter = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    ordinary: set[str] = field(default_factory=set)
    shapes: dict[str, object] = field(default_factory=dict)


class Journey:
    """One page of a fresh profile of ``browser`` on the site at ``root``; what it finds goes to ``record``."""

    def __init__(self, browser, root, record):
        self.root, self.record, self.name = root, record, ""
        self.context = browser.new_context(locale="fr-FR", viewport={"width": PHONE, "height": 900})
        self.page = self.context.new_page()
        self.page.clock.set_fixed_time(NOW)
        self.page.add_init_script(LOOK)
        self.page.on("dialog", lambda dialog: (self.fault("dialog", dialog.message), dialog.dismiss()))
        self.page.on("pageerror", lambda error: self.fault("error", str(error)))
        self.page.on("request",
                     lambda one: None if one.url.startswith((root, "blob:")) else self.fault("request", one.url))
        self.page.on("response", lambda one: None if one.status < 400 else self.fault("nothing at", one.url))

    def fault(self, *words):
        self.record.faults.append(f"{self.name}: " + " ".join(words))

    def expect(self, sound, *words):
        if not sound:
            self.fault(*words)

    def judge(self, place, state):
        """One screen: is it what the ordinary dossier showed there, but for its texts?"""
        self.record.counts["screens"] += 1
        made = {*state["made"], *state["tags"]}
        if self.name == ORDINARY:
            self.record.ordinary |= made
        self.expect(made <= self.record.ordinary, place, "elements made:", str(made - self.record.ordinary))
        self.expect(state.get("handlers", 0) == 0, place, "attributes that act:", str(state.get("handlers")))
        self.expect(state.get("links", []) == [], place, "links:", str(state.get("links")))
        self.expect(state["wide"] <= 0, place, "scrolls sideways by", str(state["wide"]))
        self.expect(state["banner"] == "", place, "unexpected error:", state["banner"])
        self.expect(state["refused"] == [], place, "refused by the policy:", str(state["refused"]))

    def here(self, place):
        self.judge(place, self.page.evaluate("naughty.state()"))

    def choose(self, dossier):
        """Give a file to « Ouvrir un fichier »; the preview."""
        content = json.dumps(dossier, ensure_ascii=False).encode()
        self.page.set_input_files("#fichier", {"name": "recu.json", "mimeType": "", "buffer": content})
        until(lambda: self.page.locator("#apercu").is_visible() or self.page.locator("#fichier-erreur").is_visible(),
              WAIT)
        said = self.page.locator("#fichier-erreur").text_content()
        assert self.page.locator("#apercu").is_visible(), said

    def go_to_open(self):
        self.page.goto(self.root + "ouvrir/index.html")
        until(lambda: ready(self.page), WAIT)

    def open(self, dossier):
        """Open a file as a new draft, its preview looked at."""
        self.choose(dossier)
        self.here("preview")
        shown = squeezed(self.page.locator("#contenu-fichier").text_content())
        self.expect(squeezed(title_of(dossier)) in shown, "preview without the text")
        self.page.click("[data-action=nouveau]")
        self.page.wait_for_url(re.compile(r"/dossier/"))
        until(lambda: self.page.evaluate("'juge' in document.documentElement.dataset"), WAIT)

    def compare(self, dossier):
        """A file of the same reference as the draft: what would change is said."""
        self.choose(dossier)
        said = self.page.locator("#differences").text_content()
        if get(dossier, "dossier.reference"):
            self.expect("différence" in said, "no differences")
        self.here("differences")

    def screens(self, dossier, width, on_screen):
        """Every page at a width, every item and step at its own address, then documents on screen."""
        self.page.set_viewport_size({"width": width, "height": 900})
        slugs = self.page.evaluate(PAGES)
        self.expect(len(slugs) >= 20, "pages:", str(slugs))
        whole = width == PHONE
        beneath = [one for page in FORM.pages if page.editable for one in addresses(FORM, dossier, page.slug)[1:]]
        seen = self.page.evaluate("([all, whole]) => naughty.walk(all, whole)", [slugs + beneath, whole])
        if on_screen:
            self.page.evaluate("() => naughty.walk(['documents'], false)")
            seen |= self.page.evaluate("(slugs) => naughty.sheets(slugs)", on_screen)
        for place, state in seen.items():
            self.judge(f"{place}, {width}", state)
        if whole:
            self.texts(dossier, seen)

    def texts(self, dossier, seen):
        """Every text is in its control, in the summary and in the complete document."""
        held = 0
        for path, values in [pair for state in seen.values() for pair in state.get("fields", ())]:
            field = FORM.field[pattern_of(path)]
            if field.kind.control in ("text", "textarea"):
                held += 1
                expected = as_in_a_control(field.kind, get(dossier, path))
                self.expect(values == [expected], path, "is not in its field:", repr(values), "for", repr(expected))
        self.expect(held > 100, "fields:", str(held))
        self.record.counts["fields"] += held
        answers = Answers(FORM, dossier)
        summary = "".join(seen["verifier"]["text"].split())  # not composed anew: a text may begin with an accent
        for field in FORM.field.values():
            if field.kind.control in ("text", "textarea") and not field.computed:
                for path in concrete(dossier, field.path):
                    shown = squeezed(answers.text(path)) if self.name == ORDINARY else squeezed(get(dossier, path)
                                                                                                or "")
                    self.expect(shown in summary, path, "is not in the summary")
        for path in ("situation.constats", "etablissement.nom") if "sheet complet" in seen else ():
            shown = squeezed(french(get(dossier, path)))
            self.expect(shown in squeezed(seen["sheet complet"]["text"]), path, "is not in the document")

    def send(self, dossier):
        """The files of an e-mail and its draft, made from « Vérifier et envoyer »."""
        page = self.page
        page.evaluate("() => naughty.walk(['verifier'], false)")
        page.click("[data-action=envoi-preparer]")
        until(lambda: page.locator("#envoi-etat").inner_text().startswith("Fichiers prêts"), WAIT)
        self.here("files to send")
        seal = page.locator("#envoi-empreinte").inner_text()
        message, body, files = naughty_files.read_eml(self.taken("envoi-eml"))
        sent = unicodedata.normalize("NFC", transmission.mail_subject(dossier, PROFILE, seal))
        self.expect(squeezed(message["Subject"]) == squeezed(sent), "subject:", message["Subject"])
        self.expect(squeezed(body) == squeezed(transmission.mail_body(dossier, PROFILE, seal)), "body:", body)
        self.expect(message["To"] == transmission.recipient(PROFILE), "to:", message["To"])
        pdf, inside = files.values()
        self.expect(self.taken("envoi-fichier") == pdf, "the PDF of the draft is another")
        shape, attached, pages = naughty_files.read_pdf(pdf)
        self.expect(shape == self.record.shapes.setdefault("pdf", shape), "shape of the PDF:", str(shape))
        self.expect(attached == json.loads(inside) and pages > 5, "the dossier inside is another")
        kept = ordered(FORM, json.loads(unicodedata.normalize("NFC", json.dumps(dossier, ensure_ascii=False))))
        self.expect({**attached, "transmission": kept["transmission"]} == kept,
                    "the dossier inside is not the one opened:",
                    str({key: (attached.get(key), kept.get(key)) for key in kept | attached
                         if attached.get(key) != kept.get(key)}))
        self.record.counts["documents"] += 2

    def taken(self, action):
        """The bytes of a download; its name is safe, and is the one that the page says."""
        made = download(self.page, action)
        name = made.suggested_filename
        self.record.counts["names"] += 1
        self.expect(naughty_files.NAME.fullmatch(name), "name of file:", name)
        until(lambda: name in self.page.locator(".remise").inner_text(), WAIT)
        return Path(made.path()).read_bytes()

    def follow(self, dossier):
        """The calendar of a dossier that has dates."""
        self.page.evaluate("() => naughty.walk(['suivi'], false)")
        self.here("suivi with dates")
        content = self.taken("suivi-agenda")
        today = dates.parse_iso(TODAY)
        expected = calendar(dossier, deadlines(dossier, today, PROFILE),
                            int(datetime.datetime.fromisoformat(NOW).timestamp()))
        self.expect(content.decode() == expected, "calendar of the page:", repr(content))
        events, properties = naughty_files.read_ics(content)
        self.expect(events > 0 and properties <= self.record.shapes.setdefault("ics", properties), "calendar:",
                    str(properties))
        self.record.counts["documents"] += 1

    def clear(self, dossiers):
        """The list of dossiers, with their titles; then none is left."""
        page = self.page
        page.goto(self.root)
        until(lambda: ready(page) and page.locator("#dossiers li").count() == len(dossiers), WAIT)
        self.here("list of dossiers")
        titles = sorted(squeezed(title).replace("(démonstration)", "")
                        for title in page.locator("#dossiers .ouvrir").all_text_contents())
        self.expect(titles == sorted(squeezed(title_of(one)) for one in dossiers), "titles:", str(titles))
        for left in range(len(dossiers) - 1, -1, -1):
            page.locator("#dossiers [data-action=supprimer]").first.click()
            until(lambda: page.locator("#dossiers li").count() == left, WAIT)
        self.here("draft deleted")

    def walk(self, name, dossier, with_dates, widths):
        """One dossier through everything, and the same with its dates."""
        self.name = name
        try:
            self.go_to_open()
            self.open(dossier)
            for width in widths:
                self.screens(dossier, width, [one.slug for one in DOCUMENTS] if len(widths) > 1 else [])
            self.page.set_viewport_size({"width": PHONE, "height": 900})
            self.send(dossier)
            self.go_to_open()
            other = json.loads(json.dumps(EXAMPLES["complet"]))
            other["dossier"]["reference"] = dossier["dossier"]["reference"]
            self.compare(other)
            self.open(with_dates)
            self.follow(with_dates)
            self.clear([dossier, with_dates])
        except Exception as error:  # the other strings are tried all the same
            self.fault(type(error).__name__, str(error)[:300])
        self.record.counts["dossiers"] += 1
