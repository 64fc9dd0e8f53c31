"""« Prendre page par page »: the pages that differ between a file and a draft, ticked one by one, and what comes of
it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.json_text import contract_text, to_json
from pid_rules.dossier.paths import get
from pid_rules.dossier.seal import borne, in_signs, sealed_text
from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM
from pid_rules.form.etablissement import REVISION
from pid_rules.judgement.evaluate import evaluate
from pid_rules.judgement.summary import ready
from pid_rules.questions.schema import ENVOI
from pid_rules.rules import CATALOGUE
from pid_rules.suivi.page_by_page import by_page, kept_beside, misnamed, signed_otherwise, united
from pid_rules.words.visible import NBSP
from ui.draft.dossier_file import file_text
from ui.draft.draft import title_of
from ui.draft.file_differences import in_one_line
from ui.draft.migration import digests
from ui.kit import dom
from ui.kit.clock import today
from ui.kit.data import page_data
from ui.kit.lasting import on_lasting_action

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event, Failed

    from pid_rules.shapes import Dossier
    from ui.opening.replacing import Replacing

NONE = "Cochez au moins une page, ou ne changez rien."
SIGNED_OTHERWISE = "Les signatures sont celles d’un autre contrat : elles resteront notées, et la vérification " \
                   "demandera de faire signer de nouveau."
SEALED_OTHERWISE = "L’empreinte de l’envoi n’est plus celle de ce contenu : ce qui est réuni n’a pas été envoyé."


class PageByPage:
    """The part of the page that opens files where pages are chosen; ``asked`` grows with each thing to say."""

    def __init__(self, replacing: Replacing, failed: Failed) -> None:
        self.replacing = replacing
        self.failed = failed
        self.alike: Any = None
        self.chosen: Any = None
        self.pages: list[Any] = []
        self.asked = 0
        dom.by_id("par-page-liste").bind("change", self.ticked)
        dom.on_action({"laisser-pages": self.leave})
        on_lasting_action({"prendre-pages": self.take})

    def ask(self, alike: Any, chosen: Any) -> None:
        """Show the pages that differ between a draft and a file."""
        self.alike, self.chosen = alike, chosen
        self.pages = by_page(FORM, alike.found)
        dom.fill(dom.by_id("par-page-liste"), *[self._row(slug, title, found) for slug, title, found in self.pages])
        dom.fill(dom.by_id("par-page-resultat"))
        dom.hide(dom.by_id("par-page-erreur"))
        dom.hide(dom.by_id("apercu"))
        dom.by_id("par-page").hidden = False
        dom.focus(dom.by_id("par-page"))

    def _row(self, slug: str, title: str, found: list[Any]) -> Element:
        name = "prendre-" + slug
        box = dom.make("div", "", dom.make("input", type="checkbox", id=name, name="prendre", value=slug),
                       dom.make("label", title, for_=name))
        count = "Une différence" if len(found) == 1 else str(len(found)) + " différences"
        lines = dom.make("ul", "", *[dom.make("li", in_one_line(one)) for one in found])
        said = dom.make("details", "", dom.also_heard(dom.make("summary", count), title), lines)
        return dom.make("div", "", dom.make("div", "", box, class_="choix"), said, class_="regle")

    def slugs(self) -> list[str]:
        """The pages that are ticked."""
        return [box.value for box in dom.by_id("par-page-liste").select("[name=prendre]") if box.checked]

    def ticked(self, event: Event) -> None:
        """Say what would come of the pages that are ticked now."""
        dom.hide(dom.by_id("par-page-erreur"))
        self.asked += 1
        asked, slugs = self.asked, self.slugs()
        if not slugs:
            dom.fill(dom.by_id("par-page-resultat"))
            return
        made = self.made(slugs)

        def known(found: Any) -> None:
            if asked == self.asked:
                dom.fill(dom.by_id("par-page-resultat"), *self._told(made, slugs, found[0], found[1]))

        whole = ordered(FORM, made)
        digests([contract_text(whole), sealed_text(whole)], known)

    def made(self, slugs: list[str]) -> Dossier:
        return united(FORM, self.alike.dossier, self.chosen.dossier, slugs)

    def _told(self, made: Dossier, slugs: list[str], contract: str, content: str) -> list[Element]:
        """The united dossier in a few lines, before anything is changed."""
        titles = ["« " + title + " »" for slug, title, _ in self.pages if slug in slugs]
        said = ["Du fichier : " + ", ".join(titles) + ". Tout le reste est de cet ordinateur."]
        for title, before, now in misnamed(FORM, self.alike.dossier, self.chosen.dossier, made, slugs):
            said.append("Page « " + title + " » : « " + before + " » "
                        + ("deviendrait « " + now + " »" if now else "ne serait plus dans le dossier")
                        + ". Les deux pages viennent-elles du même côté ?")
        if contract and signed_otherwise(made, contract):
            said.append(SIGNED_OTHERWISE)
        if content and borne(made) and in_signs(content) != borne(made):
            said.append(SEALED_OTHERWISE)
        revision = get(made, REVISION.path)
        if revision != get(self.alike.dossier, REVISION.path):
            said.append("Le dossier devient la révision" + NBSP + str(revision) + ".")
        report = evaluate(FORM, CATALOGUE, made, ENVOI, today(), page_data("profil"), contract)
        said.append("État : " + ("prêt à envoyer." if ready(report, made) else "incomplet ou à vérifier."))
        return [dom.make("h3", "Le dossier réuni"), dom.make("ul", "", *[dom.make("li", one) for one in said])]

    def take(self, button: Element) -> Any:
        """Write the united dossier in the place of the draft."""
        slugs = self.slugs()
        if not slugs:
            dom.say(dom.by_id("par-page-erreur"), dom.ERREUR + NONE)
            return dom.nothing()
        before, made, theirs = self.alike.record, self.made(slugs), ordered(FORM, self.chosen.dossier)
        record = {"json": file_text(made), "titre": title_of(made), "etat": "Réuni page par page",
                  "demonstration": before.demonstration}
        count = "Une page" if len(slugs) == 1 else str(len(slugs)) + " pages"
        words = count + (" du fichier est" if len(slugs) == 1 else " du fichier sont") \
            + " dans le dossier « " + record["titre"] + " »."
        return self.replacing.write(before, record, "pages", lambda kept: to_json(kept_beside(
            kept, theirs, self.chosen.contract, made, slugs)), words, lambda: dom.hide(dom.by_id("par-page")))

    def leave(self, button: Element) -> None:
        """Nothing changes: back to what the file holds."""
        dom.hide(dom.by_id("par-page"))
        dom.by_id("apercu").hidden = False
        dom.focus(dom.by_id("apercu"))
        dom.announce("Rien n’a été changé.")
