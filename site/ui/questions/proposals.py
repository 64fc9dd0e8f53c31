"""What the dossier already knows, proposed beside its questions: each is taken by a gesture, said, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document

from pid_rules.dossier.paths import concrete, fill, get, pattern_of, put
from pid_rules.form.proposals import OPINIONS, TAKEN
from pid_rules.judgement import proposals
from pid_rules.judgement.naming import called
from pid_rules.judgement.proposals import in_words
from ui.kit import dom
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.form.proposals import Taking

FOLLOWING = [taking for taking in TAKEN if taking.follows]
KEPT = " Ce qui était déjà écrit est gardé : "
NOTHING = "Rien à reprendre : ces réponses sont encore vides, ou déjà reprises."


class Proposals:
    """The proposals of the page that is shown. ``noted`` holds, by the item, what a following gesture takes from."""

    def __init__(self, page: Any) -> None:
        self.draft = page.draft
        self.watch = page.watch
        self.blocks = page.blocks
        self.section: Any = None
        self.noted: dict[str, Any] = {}
        page.blocks.begin = self.begin
        dom.on_action({"proposer": self.take_one, "reprendre": self.take_all})
        for opinion, _, _ in OPINIONS:
            page.answering.follow(opinion, self.opinion_given)
        for taking in FOLLOWING:
            for _, origin in taking.pairs:
                page.answering.follow(origin, self.corrected)

    def begin(self, place: str) -> str:
        """What a new item takes from the dossier, in words."""
        given = proposals.begin(self.draft.dossier, place)
        return "Repris du dossier : " + in_words(given) + "." if given else ""

    def draw(self, section: Element) -> None:
        """Show what is proposed for the questions of a page as the dossier is now."""
        self.section = section
        for shown in section.select(".propositions"):
            shown.remove()
        for champ in section.select("[data-propose]"):
            path = dom.attribute(champ, "data-path")
            self._list(champ, path)
            for taking in TAKEN:
                if pattern_of(path) in [field.path for field in taking.before]:
                    self._gesture(champ, taking, path)
            self._offer(champ, path)
        self._note()

    def _list(self, champ: Element, path: str) -> None:
        """Let one choose while typing."""
        name, values = proposals.choices(self.draft.dossier, path)
        if name == "":
            return
        listed = dom.by_id(name)
        if listed is None:
            listed = dom.make("datalist", id=name)
            self.section.parentElement.appendChild(listed)
        dom.fill(listed, *[dom.make("option", value=value) for value in values])
        binding.controls(champ)[0].setAttribute("list", name)

    def _offer(self, champ: Element, path: str) -> None:
        """Offer the days that the dossier has elsewhere for a blank date."""
        offered = proposals.offers(self.draft.dossier, path)
        if not offered:
            return
        field = binding.field_of(path)
        buttons = [dom.also_heard(dom.make("button", field.kind.show(one.value) + " (" + one.words + ")", type="button",
                                           class_="bouton discret", data_action="proposer", data_valeur=one.value),
                                  field.label) for one in offered]
        shown = dom.make("p", "", dom.make("span", "Reprendre : "), *buttons, class_="propositions")
        below = champ.select_one(".constat")
        if below is None:
            champ.appendChild(shown)
        else:
            below.before(shown)

    def _gesture(self, champ: Element, taking: Taking, path: str) -> None:
        """The button that takes several answers, before the first of them."""
        place = self._place(taking, path)
        source = proposals.source_of(self.draft.dossier, taking, place)
        if source is None:
            return
        name = called(self.draft.dossier, source) if taking.earlier else ""
        words = taking.words + (" : " + name if name else "")
        champ.before(dom.make("p", "", dom.make("button", words, type="button", class_="bouton secondaire",
                                                data_action="reprendre", data_geste=taking.name, data_de=path),
                              class_="propositions"))

    def _place(self, taking: Taking, path: str) -> str:
        """The item around a path that takes answers, "" for the dossier."""
        return "" if taking.block is None else fill(taking.block.path + "[]", path)

    def take_one(self, button: Element) -> None:
        """Answer a date by the day that this button offers."""
        path = dom.attribute(dom.closest(button, ".champ"), "data-path")
        field = binding.field_of(path)
        self.draft.note()
        put(self.draft.dossier, path, dom.attribute(button, "data-valeur"))
        self._written([path])
        self._say("Repris : " + in_words([field]) + ".")
        self.draw(self.section)
        binding.controls(dom.closest(dom.by_id(dom.element_id(path)), ".champ"))[-1].focus()

    def take_all(self, button: Element) -> None:
        """Take the answers of a gesture where nothing is written."""
        taking = [one for one in TAKEN if one.name == dom.attribute(button, "data-geste")][0]
        place = self._place(taking, dom.attribute(button, "data-de"))
        self.draft.note()
        source = proposals.source_of(self.draft.dossier, taking, place)
        given, kept = proposals.take(self.draft.dossier, taking, place, place if source is None else source)
        if not given and not kept:
            self.blocks.say_after(button, NOTHING)
            return
        self._written([field.at(place) for field in given])
        self._say((("Repris : " + in_words(given) + ".") if given else "Rien n’a été repris.")
                  + (KEPT + in_words(kept) + "." if kept else ""))
        self._note()

    def opinion_given(self, path: str) -> None:
        """An opinion is chosen: whoever is known to give it is named."""
        name = proposals.opinion_given(self.draft.dossier, path)
        if name:
            self._written([name])
            self._say(binding.field_of(name).label + " : " + str(get(self.draft.dossier, name)) + ".")

    def corrected(self, path: str) -> None:
        """An answer that was taken elsewhere is corrected where it comes from."""
        for taking in FOLLOWING:
            place = self._place(taking, path)
            if place in self.noted:
                followed = proposals.follow(self.draft.dossier, taking, place, self.noted[place])
                self._note()
                if followed:
                    self._written([field.at(place) for field in followed])
                    self._say("Le tuteur, qui est le représentant, a suivi : " + in_words(followed) + ".")

    def repair(self, button: Element) -> None:
        """Make the gesture that a finding leads to; where it needs a date, go to it."""
        gesture = document.select_one("main " + dom.attribute(button, "data-geste-de"))
        if gesture is None or not gesture.offsetParent:
            self.blocks.say_after(button, "Ce geste n’a rien à faire ici : changez la réponse.")
        elif dom.closest(gesture, ".date-commune") is not None:
            dom.focus(dom.closest(gesture, ".date-commune").select_one("[data-part]"))
        else:
            gesture.click()

    def _note(self) -> None:
        dossier = self.draft.dossier
        self.noted = {place: proposals.held_by(dossier, [origin for _, origin in taking.pairs], place)
                      for taking in FOLLOWING for place in concrete(dossier, taking.pairs[0][0].within + "[]")}

    def _written(self, paths: list[str]) -> None:
        """Answers were written: show and judge them, save them soon."""
        for path in paths:
            control = dom.by_id(dom.element_id(path))
            if control is not None:
                binding.fill_question(dom.closest(control, ".champ"), self.draft.dossier)
            self.watch.changed(path)
        self.draft.changed()

    def _say(self, words: str) -> None:
        """Say what was done, a step of the history with what is done in the same control."""
        self.blocks.forget_words()
        self.draft.step(words, self.draft.control)
        self.draft.history.say(words)
        dom.announce(words)
