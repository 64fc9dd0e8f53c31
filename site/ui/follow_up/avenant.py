"""What changed since the signatures, the avenant with its undo, the renewal, the dossiers kept before."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import window

from pid_rules.documents.answers import role_label
from pid_rules.dossier.copies import copy_text
from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, is_blank
from pid_rules.dossier.structure import ordered
from pid_rules.dossier.versions import next_revision, signatures_of
from pid_rules.form import FORM, etablissement, suites
from pid_rules.form.contrat import SIGNATURE_DATE, SIGNATURE_EMPREINTE, SIGNATURE_ROLE
from pid_rules.handover.names import NO_COLLEGE, plain_name, uai
from pid_rules.judgement.summary import page_of
from pid_rules.questions.calendar_day import Date
from pid_rules.suivi.revision import avenant, renewal, since_signatures
from ui.draft.dossier_file import file_text, new_reference
from ui.draft.draft import title_of
from ui.kit import dom
from ui.kit.clock import now, school_year, today
from ui.kit.data import parse
from ui.kit.lasting import on_lasting_action
from ui.questions.watch import link_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Record

    from pid_rules.shapes import Dossier
    from ui.draft.draft import Draft

MOST = 200
"""Differences shown at most: beyond, the contract is another one."""


class Changes:
    """The last part of « Suivi ». ``draw_all()`` shows the whole section again."""

    def __init__(self, draft: Draft, versions: Any, rewriting: Any, draw_all: Callable[..., Any]) -> None:
        self.draft = draft
        self.versions = versions
        self.rewriting = rewriting
        self.draw_all = draw_all
        self.before = self.after = None
        dom.on_action({"suivi-avenant": self.ask_avenant, "suivi-avenant-confirmer": self.make_avenant,
                       "suivi-annuler-avenant": self.undo, "suivi-renouvellement": self.ask_renewal,
                       "suivi-fermer": self.close, "suivi-telecharger-version": self.download})
        on_lasting_action({"suivi-renouvellement-confirmer": self.make_renewal})

    def draw(self) -> None:
        """What changed since the signatures, and the former dossiers."""
        dom.fill(dom.by_id("suivi-differences"), *self._since())
        former = self.versions.former()
        parts = [dom.make("h3", "Versions précédentes, gardées sur cet ordinateur")] if former else []
        if former:
            parts.append(dom.make("ul", "", *[self._former(index, one) for index, one in enumerate(former)],
                                  class_="regles"))
        dom.fill(dom.by_id("suivi-anterieures"), *parts)

    def _since(self) -> Any:
        dated = [one for one in signatures_of(self.draft.dossier) if not is_blank(get(one, SIGNATURE_DATE.name))]
        if not dated:
            return [dom.make("p", "Personne n’a encore signé le contrat : il peut être modifié librement.")]
        sealed = [one for one in dated if not is_blank(get(one, SIGNATURE_EMPREINTE.name))]
        if not sealed:
            return [dom.make("p", "Les signatures ont été notées sans l’empreinte du contenu : l’outil ne peut "
                                  "pas dire si le contrat a changé depuis.")]
        if self.versions.known == "":
            return [dom.make("p", "Ce navigateur ne peut pas comparer le contrat à ce qui a été signé.")]
        parts = []
        for together, found in since_signatures(FORM, self.versions.kept, self.draft.dossier, self.versions.known):
            parts.append(dom.make("h3", "Depuis la signature : "
                                  + ", ".join([self._signature(one) for one in together])))
            parts += self._found(found)
        return parts or [dom.make("p", "Le contrat n’a pas changé depuis les signatures.")]

    def _signature(self, signature: Any) -> Any:
        date: Any = get(signature, SIGNATURE_DATE.name)
        role: Any = get(signature, SIGNATURE_ROLE.name)
        return role_label(role or "") + ("" if is_blank(date) else ", " + Date().show(date))

    def _found(self, found: Any) -> Any:
        if found is None:
            return [dom.make("p", "Le contrat a changé. Ce qui avait été signé n’est pas sur cet ordinateur : le "
                                  "détail des changements n’est pas connu.")]
        if not found:
            return [dom.make("p", "Le contrat a changé, mais aucune réponse du formulaire.")]
        rows = []
        for one in found[:MOST]:
            page = page_of(FORM, one.path)
            label = link_to(one.path, one.label) if page is not None and page.editable else dom.make("strong",
                                                                                                     one.label)
            rows.append(dom.make("li", "", label, dom.make("p", "Avant : " + (one.before or "non renseigné")),
                                 dom.make("p", "Maintenant : " + (one.after or "non renseigné")), class_="regle"))
        count = "Une réponse a changé." if len(found) == 1 else str(len(found)) + " réponses ont changé."
        if len(found) > MOST:
            count += " Voici les {0} premières.".format(MOST)
        return [dom.make("p", count), dom.make("ul", "", *rows, class_="regles")]

    def _former(self, index: int, dossier: Dossier) -> Any:
        words = "Révision " + str(get(dossier, etablissement.REVISION.path) or 1)
        sent = get(dossier, suites.TRANSMISSION_DATE.path)
        words += ", envoyée le " + Date().show(sent) if isinstance(sent, str) and not is_blank(sent) else ""
        button = dom.make("button", "Télécharger", type="button", class_="bouton discret",
                          data_action="suivi-telecharger-version", data_index=str(index))
        return dom.make("li", "", dom.make("span", words + " "), dom.also_heard(button, words), class_="regle")

    def download(self, button: Element) -> None:
        """Give the file of a former dossier."""
        dossier = self.versions.former()[int(dom.attribute(button, "data-index"))]
        moment = now()
        name = plain_name(dossier, "json", demonstration=self.draft.demonstration, moment=moment)
        window.pidFiles.download(button, name, "application/json", copy_text(FORM, dossier, moment))

    def close(self, button: Element) -> None:
        """Leave a question unanswered: nothing changes, the focus goes back to the button that asked it."""
        card = dom.closest(button, ".carte")
        card.hidden = True
        dom.by_id("suivi").select_one("[data-action=" + card.id + "]").focus()

    def _ask(self, identifier: str) -> None:
        card = dom.by_id(identifier)
        card.hidden = False
        dom.focus(card.select_one("h3"))

    def ask_avenant(self, button: Element) -> None:
        dom.by_id("suivi-revision").textContent = str(next_revision(self.draft.dossier))
        self._ask("suivi-avenant")

    def make_avenant(self, button: Element) -> None:
        """Keep the present dossier, then make the avenant in its place; it can be undone until an answer changes."""
        versions = self.versions.text()

        def kept() -> None:
            # Read now: what was typed while the former dossier was being kept is in it.
            self.before = (to_json(ordered(FORM, self.draft.dossier)), versions)
            self._replace(avenant(FORM, self.draft.dossier, today()))
            self.after = self.draft.text()
            dom.show(dom.by_id("suivi-annuler"),
                     "L’avenant est prêt : révision {0}. Modifiez les pages concernées, "
                     "puis faites signer de nouveau.".format(get(self.draft.dossier, etablissement.REVISION.path)))
            dom.by_id("suivi-annuler").select_one("button").focus()

        dom.hide(dom.by_id("suivi-avenant"))
        self.versions.keep_former(kept)

    def undo(self, button: Element) -> None:
        """Take back the dossier as it was, unless it has been changed since: nothing typed may be lost."""
        dom.hide(dom.by_id("suivi-annuler"))
        if self.draft.text() != self.after:
            dom.announce("Des réponses ont changé depuis : l’avenant est gardé. La version précédente reste dans "
                         "la liste des versions.")
            return
        dossier, versions = cast("Any", self.before)
        self.versions.replace(versions)
        self._replace(parse(dossier))
        dom.announce("L’avenant est annulé : le dossier est comme avant.")
        dom.by_id("suivi").select_one("[data-action=suivi-avenant]").focus()

    def _replace(self, dossier: Dossier) -> None:
        """Put other answers in the place of all those of the open dossier."""
        self.rewriting.replace(dossier)
        self.draft.history.forget()
        self.draft.save()
        self.draw_all()

    def ask_renewal(self, button: Element) -> None:
        self._ask("suivi-renouvellement")

    def make_renewal(self, button: Element) -> Any:
        """Make the new dossier and open its list of pages."""
        def opened(record: Record) -> Any:
            return dom.open_dossier(record.id)

        made = renewal(FORM, self.draft.dossier, new_reference(NO_COLLEGE if self.draft.demonstration
                                                               else uai(self.draft.dossier)),
                       school_year(), today())
        return window.pidStore.create({"json": file_text(made), "titre": title_of(made), "etat": "En cours",
                                       "demonstration": self.draft.demonstration}).then(
            opened, lambda error: dom.show(dom.by_id("alerte-enregistrement"), error.message))
