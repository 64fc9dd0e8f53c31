"""A carnet of follow-up that is opened: its lines beside those of the dossier, chosen, then merged into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.answers import Answers
from pid_rules.dossier.copies import is_moment
from pid_rules.dossier.json_text import contract_text, to_json
from pid_rules.dossier.paths import get
from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM, etablissement, stages, suites
from pid_rules.suivi import carnet_taken as beside
from pid_rules.words.horaires import moment_in_words
from ui.draft.dossier_file import file_text
from ui.draft.migration import digests
from ui.kit import dom
from ui.kit.data import parse
from ui.kit.lasting import on_lasting_action
from ui.opening.drafts_alike import each_of_reference

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Failed

    from ui.opening.replacing import Replacing

UNCHANGED = " Rien n’a été modifié."
ELSEWHERE = "Ce carnet est celui du dossier {0}, qui n’est pas sur cet ordinateur : ouvrez d’abord ce dossier, " \
            "puis de nouveau le carnet."
OTHER_CONTRACT = " Il a été tenu sur un autre état du contrat que celui d’ici : vérifiez les lieux."
NOTHING = "Rien n’est à prendre : le dossier reste tel qu’il est."
FULL = "Le journal aurait plus de {0} notes : décochez des lignes.".format(suites.JOURNAL.maximum)
TITLES = ((beside.NEW, "À ajouter"), (beside.OTHERWISE, "À choisir"), (beside.ABSENT, "Sans place dans ce dossier"),
          (beside.SAME, "Déjà dans le dossier"))


class ReceivedCarnet:
    """The part of the page that opens files where a carnet is shown."""

    def __init__(self, replacing: Replacing, failed: Failed) -> None:
        self.replacing = replacing
        self.failed = failed
        self.carnet: Any = None
        self.record: Any = None
        self.dossier: Any = None
        self.lines: list[Any] = []
        self.drafts: list[Any] = []
        dom.on_action({"laisser-carnet": self.leave, "dossier-du-carnet": self.choose})
        on_lasting_action({"prendre-carnet": self.take})

    def forget(self) -> None:
        """Another file is given."""
        self.carnet = None

    def understood(self, answer: Any) -> None:
        """A carnet was read: show it beside the dossier whose reference it bears, or refuse it."""
        carnet = parse(answer.text)

        def found(drafts: list[Any]) -> None:
            if self.carnet is not carnet:
                return
            self.drafts = drafts
            if not drafts:
                dom.say(dom.by_id("fichier-erreur"), ELSEWHERE.format(carnet["reference"]) + UNCHANGED)
            else:
                dom.fill(dom.by_id("carnet-dossiers"), *self._drafts())
                self.show(0)

        self.carnet = carnet
        each_of_reference(carnet["reference"], found, self.failed)

    def _drafts(self) -> list[Element]:
        """Where several drafts bear the reference, a button for each."""
        if len(self.drafts) == 1:
            return []
        rows = [dom.make("li", "", dom.make("button", self._called(index), type="button", class_="lien",
                                            data_action="dossier-du-carnet", data_index=str(index)))
                for index in range(len(self.drafts))]
        return [dom.make("p", "Plusieurs dossiers ont cette référence ; choisissez celui qui le prend :"),
                dom.make("ul", "", *rows)]

    def _called(self, index: int) -> str:
        """A draft by its title; of several, which may bear the same, by its place, its revision and its state too."""
        record, dossier = self.drafts[index]
        words, several = "« " + record.titre + " »", len(self.drafts) > 1
        if several:
            words = str(index + 1) + " sur " + str(len(self.drafts)) + ", " + words
        if record.demonstration:
            words += " (démonstration)"
        if several:
            words += ", révision {0}, {1}".format(get(dossier, etablissement.REVISION.path) or 1, record.etat)
        return words + ", modifié le " + moment_in_words(record.modifie)

    def choose(self, button: Element) -> None:
        self.show(int(dom.attribute(button, "data-index")))

    def show(self, index: int) -> None:
        """Show each line of the carnet beside what a draft holds."""
        self.record, self.dossier = self.drafts[index]
        carnet, record = self.carnet, self.record
        self.lines = beside.lines(self.dossier, carnet)

        def known(found: Any) -> None:
            if self.carnet is carnet and self.record is record:
                differs = found[0] and carnet["empreinte"] and found[0] != carnet["empreinte"]
                dom.by_id("carnet-resume").textContent = "Carnet du {0}, pour le dossier {1}.".format(
                    moment_in_words(carnet["le"]) if is_moment(carnet["le"]) else "« " + carnet["le"] + " »",
                    self._called(index)) + (OTHER_CONTRACT if differs else "")
                dom.fill(dom.by_id("carnet-lignes"), *self._parts())
                dom.hide(dom.by_id("carnet-erreur"))
                dom.by_id("carnet").hidden = False
                dom.focus(dom.by_id("carnet"))

        digests([contract_text(ordered(FORM, self.dossier))], known)

    def _parts(self) -> list[Element]:
        names = Answers(FORM, self.dossier)
        parts = []
        for state, title in TITLES:
            rows = [self._row(index, line, names) for index, line in enumerate(self.lines) if line.state == state]
            title += " (" + str(len(rows)) + ")"
            if rows and state == beside.SAME:
                parts.append(dom.make("details", "", dom.make("summary", title), *rows))
            elif rows:
                parts.append(dom.make("fieldset", "", dom.make("legend", title), *rows, class_="champ"))
        return parts

    def _row(self, index: int, line: Any, names: Any) -> Element:
        words, name = self._words(line.item, line.kind, names), "carnet-" + str(index)
        if line.state == beside.NEW:
            box = dom.make("input", type="checkbox", id=name, name=name, checked="checked")
            return dom.make("div", "", dom.make("div", "", box, dom.make("label", words, for_=name)), class_="choix")
        if line.state != beside.OTHERWISE:
            return dom.make("p", words, class_="regle")
        held = self._words(get(self.dossier, line.path), line.kind, names, line.item)
        offered = [(beside.HERE, "Garder ce que dit le dossier : " + held),
                   (beside.THEIRS, "Prendre le carnet : " + words)]
        offered += [(beside.BOTH, "Garder les deux notes")] if line.kind == beside.NOTE else []
        return dom.make("div", "", *[self._radio(name, value, label, value == line.choice) for value, label in offered],
                        class_="choix regle", role="radiogroup", aria_label="Même repère, textes différents")

    def _radio(self, name: str, value: str, label: str, checked: bool) -> Element:
        box = dom.make("input", type="radio", id=name + "-" + value, name=name, value=value, autocomplete="off")
        box.checked = checked
        return dom.make("div", "", box, dom.make("label", label, for_=name + "-" + value))

    def _words(self, item: Any, kind: str, names: Any, of: Any = None) -> str:
        """A line in words; a visit of the dossier is called as that ``of`` the carnet."""
        if kind == beside.NOTE:
            place: Any = get(item, suites.JOURNAL_LIEU.name) or ""
            words = [_shown(suites.JOURNAL_DATE, item) or "Sans date", _shown(suites.JOURNAL_TYPE, item),
                     names.called(place), _shown(suites.JOURNAL_TEXTE, item)]
        else:
            words = ["Visite, " + names.called((of or item)["stage"]), _shown(stages.VISITE_DATE, item, "prévue le "),
                     _shown(stages.VISITE_FAITE, item, "faite le "), _shown(stages.VISITE_OBSERVATION, item)]
        return " – ".join([word for word in words if word])

    def take(self, button: Element) -> Any:
        """Write the dossier with the lines that are chosen."""
        chosen = [(line, self._choice(index, line)) for index, line in enumerate(self.lines)]
        made = beside.merged(FORM, self.dossier, chosen)
        wrong = FULL if beside.is_full(made) else NOTHING if made == ordered(FORM, self.dossier) else ""
        dom.say(dom.by_id("carnet-erreur"), dom.ERREUR + wrong if wrong else "")
        if wrong:
            return dom.nothing()
        before = self.record
        record = {"json": file_text(made), "titre": before.titre, "etat": before.etat,
                  "demonstration": before.demonstration}
        return self.replacing.write(before, record, "carnet", to_json, "Le carnet est dans le dossier « "
                                    + before.titre + " » ; le reste n’a pas changé.",
                                    lambda: dom.hide(dom.by_id("carnet")))

    def _choice(self, index: int, line: Any) -> str:
        name = "carnet-" + str(index)
        if line.state == beside.NEW:
            return beside.THEIRS if dom.by_id(name).checked else beside.HERE
        chosen = [box.value for box in dom.by_id("carnet-lignes").select("[name=" + name + "]") if box.checked]
        return chosen[0] if chosen else line.choice

    def leave(self, button: Element) -> None:
        dom.hide(dom.by_id("carnet"))
        dom.by_id("fichier").value = ""
        dom.by_id("fichier").focus()
        dom.announce("Rien n’a été changé.")


def _shown(field: Any, item: Any, before: str = "") -> str:
    value = get(item, field.name)
    return before + field.kind.show(value) if isinstance(value, str) and value.strip() else ""
