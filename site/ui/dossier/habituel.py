"""What a dossier gives « Mon établissement » to keep for the next ones, and takes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.form import FORM
from pid_rules.form.emploi_du_temps import DUREE_SEANCE
from pid_rules.form.habituel import INSURER, UNITS
from pid_rules.form.stages import LIEUX
from pid_rules.handover import habituel
from pid_rules.judgement.addresses import address_of
from pid_rules.words.alike import plain
from ui.kit import dom, profile
from ui.questions import binding

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element

MANY = 6
"""Number of usual places from which they can be searched."""
NOTHING = "« Mon établissement » n’a encore rien gardé pour ces réponses. Une fois un dossier rempli, « Garder pour " \
    "les prochains dossiers », sur la page « Établissement », le propose."
NO_PLACE = "Aucun lieu n’est encore gardé. Une fois un lieu rempli ici, « Garder pour les prochains dossiers », sur " \
    "la page « Établissement », le propose."
ALREADY = "« Mon établissement » a déjà tout ce que ce dossier peut lui donner."
OF_A_DEMONSTRATION = "Ce dossier est une démonstration : rien n’en est gardé pour les prochains dossiers."
KEPT_WHERE = "Dans « Mon établissement », sur cet ordinateur, chiffré s’il est dit partagé : rien de l’élève ni de " \
    "sa famille. Ne gardez un lieu que s’il accueille d’autres élèves, et une assurance que si c’est celle du collège."


class Usual:
    """One panel at a time, unfolded under the button that asked for it, folded when it is used again."""

    def __init__(self, page: Any) -> None:
        self.draft = page.draft
        self.watch = page.watch
        self.blocks = page.blocks
        self.passages = page.passages
        self.panel: Any = None
        self.does = {"reprendre-habituel": self.take, "garder-habituel": self.offer, "lieu-habituel": self.places}

    def asked(self, button: Element) -> None:
        """A button is used: read what is kept now, then do what it says."""
        if not self._fold(button):
            does = self.does[dom.attribute(button, "data-action")]
            profile.read(lambda known: does(button, known), dom.refuse)

    def _fold(self, button: Element) -> bool:
        """Take the panel away; whether it was that of this button."""
        panel, self.panel = self.panel, None
        self.blocks.forget_words()
        if panel is None:
            return False
        panel[0].setAttribute("aria-expanded", "false")
        panel[1].remove()
        return bool(panel[0].isSameNode(button))

    def _unfold(self, button: Element, *parts: Any) -> None:
        shown = dom.make("div", "", *parts, class_="carte", tabindex="-1")
        button.setAttribute("aria-expanded", "true")
        self.panel = [button, shown]
        (dom.closest(button, "p") or button).after(shown)
        dom.focus(shown)

    def _ticks(self, button: Element, words: tuple[str, str, str], rows: Any, done: Callable[..., Any]) -> None:
        """A panel of ``rows``, (words, ticked): ``done(ranks)`` with those that are ticked once its button is used."""
        boxes = [dom.make("input", type="checkbox", id="habituel-" + str(rank)) for rank in range(len(rows))]
        lines = []
        for rank, (said, ticked) in enumerate(rows):
            boxes[rank].checked = ticked
            lines.append(dom.make("div", "", boxes[rank], dom.make("label", said, for_="habituel-" + str(rank))))
        use = dom.make("button", words[2], type="button", class_="bouton")
        nothing = dom.make("p", "", class_="constat", role="status")
        nothing.hidden = True

        def used(event: Any) -> None:
            chosen = [rank for rank in range(len(boxes)) if boxes[rank].checked]
            dom.say(nothing, "" if chosen else "Cochez au moins une ligne.")
            if chosen:
                done(chosen)

        use.bind("click", used)
        self._unfold(button, dom.make("fieldset", "", dom.make("legend", words[0]),
                                      *([dom.make("p", words[1], class_="aide")] if words[1] else []),
                                      dom.make("div", "", *lines, class_="choix"), class_="champ"),
                     dom.make("p", "", use, class_="actions"), nothing)

    def offer(self, button: Element, known: Any) -> None:
        """What of this dossier may be kept, to be ticked."""
        found = habituel.offers(self.draft.dossier, known.kept)
        if self.draft.demonstration or not found:
            self.blocks.say_after(dom.closest(button, "p"), OF_A_DEMONSTRATION if self.draft.demonstration else ALREADY)
            return
        rows = [(one.label + " : " + one.words
                 + (" (remplace : " + one.replaced + ")" if one.replaced else ""), one.assumed) for one in found]
        self._ticks(button, ("Que garder pour les prochains dossiers ?", KEPT_WHERE, "Garder ce qui est coché"), rows,
                    lambda ranks: self._keep(button, [found[rank] for rank in ranks]))

    def _keep(self, button: Element, chosen: Any) -> None:
        """Another tab may have kept something meanwhile: what is kept is read again."""
        def write(known: Any) -> None:
            habituel.keep(known.kept, self.draft.dossier, chosen)
            lesson = get(self.draft.dossier, DUREE_SEANCE.path)
            if is_blank(get(known.kept, DUREE_SEANCE.path)) and not is_blank(lesson):
                put(known.kept, DUREE_SEANCE.path, lesson)
            known.write(kept, dom.refuse)

        def kept() -> None:
            self._fold(button)
            self.blocks.say_after(dom.closest(button, "p"), "Gardé dans « Mon établissement » : "
                                  + ", ".join([one.words for one in chosen]) + ".")
            dom.focus(button)

        profile.read(write, dom.refuse)

    def take(self, button: Element, known: Any) -> None:
        """Fill what is blank from what is kept; what is otherwise is to be ticked."""
        champ, section = dom.closest(button, ".champ"), dom.closest(button, "section.page")
        place = "" if champ is None else ".".join(dom.attribute(champ, "data-path").split(".")[:2])
        units = [INSURER] if place else [
            unit for unit in UNITS if FORM.page_of[unit.fields[0].path].slug == section.id]
        blank, differing, there = {}, [], False
        for unit in units:
            there = there or habituel.words_of(known.kept, unit, habituel.STAGE) != ""
            filled, others = habituel.proposed(self.draft.dossier, known.kept, unit, place)
            blank.update(filled)
            differing += others
        if blank:
            self._write(section, blank)
        if differing:
            rows = [(one.label + " : ici " + one.here + " ; dans « Mon établissement » " + one.there, False)
                    for one in differing]
            self._ticks(button, ("Ce dossier dit autre chose : que faut-il remplacer ?", "",
                                 "Remplacer ce qui est coché"), rows,
                        lambda ranks: self._replace(button, section, [differing[rank] for rank in ranks]))
        elif not blank:
            self.blocks.say_after(dom.closest(button, "p"),
                                  "Ces réponses sont déjà celles de « Mon établissement »." if there else NOTHING)

    def _replace(self, button: Element, section: Element, chosen: Any) -> None:
        self._fold(button)
        values: dict[str, Any] = {}
        for one in chosen:
            values.update(one.values)
        self._write(section, values)

    def _write(self, section: Element, values: Any) -> None:
        """Write answers of the page that is shown, as one step of the history."""
        self.draft.note()
        for path in values:
            put(self.draft.dossier, path, values[path])
        self.draft.refer("")  # the UAI may have changed
        binding.fill_questions(section, self.draft.dossier)
        self.watch.reload()
        self.watch.mark_again(section)
        self.passages.again(section)
        self.draft.changed()
        self.blocks.offer_undo("Repris de « Mon établissement » : "
                               + (str(len(values)) + " réponses." if len(values) > 1 else "1 réponse."))

    def places(self, button: Element, known: Any) -> None:
        """The usual places, each to be added to this dossier."""
        held: Any = known.kept[LIEUX.path]
        if not held:
            self.blocks.say_after(button, NO_PLACE)
            return
        lines = dom.make("ul", "", *[self._line(button, place) for place in held], class_="choix")
        search = []
        if len(held) >= MANY:
            box = dom.make("input", type="search", id="habituel-filtre", autocomplete="off")
            box.bind("input", lambda event: _search(lines, box.value))
            search = [dom.make("div", "", dom.make("label", "Chercher", for_="habituel-filtre"), box, class_="champ")]
        self._unfold(button, *search, lines)

    def _line(self, button: Element, place: Any) -> Any:
        words = habituel.words_of_place(place)
        dossier: Any = self.draft.dossier
        if [one for one in dossier[LIEUX.path] if habituel.is_same_place(one, place)]:
            return dom.make("li", words + " : déjà dans ce dossier")
        add = dom.make("button", "Ajouter", type="button", class_="bouton discret")
        add.bind("click", lambda event: self._add(button, place))
        return dom.make("li", words + " ", dom.also_heard(add, words))

    def _add(self, button: Element, place: Any) -> None:
        block = dom.closest(button, ".bloc")
        if self.blocks.is_full(block, button):
            return
        self._fold(button)
        self.draft.note()
        path = habituel.add_place(FORM, self.draft.dossier, place)
        self.blocks.redraw(block)
        words = "Lieu ajouté : " + habituel.words_of_place(place) + "."
        self.draft.step(words)
        self.draft.history.say(words)
        dom.announce(words)
        window.location.hash = "#" + address_of(FORM, self.draft.dossier, LIEUX.identifier.at(path))


def _search(lines: Element, typed: str) -> None:
    """Show the lines that hold every word."""
    words = plain(typed).split()
    for line in lines.select("li"):
        said = plain(line.textContent)
        line.hidden = bool([word for word in words if word not in said])
