"""Repeated blocks: items added, removed with undo, moved by buttons; names and ids follow the order."""

from browser import document, window

from pid_rules.dates import is_number
from pid_rules.paths import get, put
from pid_rules.form import FORM
from pid_rules.structure import add_item
from ui import binding, dom

NAMES = ("id", "name", "for", "aria-describedby", "data-path")


def depth(path):
    """How many lists a path stands in."""
    return len([part for part in path.split(".") if is_number(part)])


def number(root, token, index):
    """Write the index of an item wherever its place is held, templates inside it included."""
    for name in NAMES:
        for element in root.querySelectorAll("[" + name + "*=" + token + "]"):
            element.setAttribute(name, element.getAttribute(name).replace(token, str(index)))
    for template in root.querySelectorAll("template"):
        number(template.content, token, index)


def draw(block, dossier):
    """Make the items of a block, and of the blocks inside it, from the dossier."""
    path = dom.attribute(block, "data-path")
    holder = block.select_one("ol.items")
    holder.textContent = ""  # before looking for the template: the items hold templates of their own
    template = block.select_one("template")
    items = get(dossier, path)
    for index in range(len(items) if isinstance(items, list) else 0):
        copy = template.content.cloneNode(True)
        number(copy, "__" + str(depth(path)) + "__", index)
        holder.appendChild(copy)
        item = holder.lastElementChild
        item.setAttribute("data-index", str(index))
        for rank in item.select(".rang"):
            if dom.closest(rank, ".item") == item:
                rank.textContent = str(index + 1)
        for inner in item.select(".bloc"):
            draw(inner, dossier)


def draw_all(root, dossier):
    """Make every block under an element, then fill its questions."""
    for block in root.select(".bloc"):
        if dom.closest(block.parentElement, ".bloc") is None:
            draw(block, dossier)
    binding.fill_questions(root, dossier)


class Blocks:
    """The buttons of the blocks. ``restructured(block)`` is called after a list has changed."""

    def __init__(self, draft, restructured):
        self.draft = draft
        self.restructured = restructured
        self.back = None
        self.back_from = ""
        self.said = None

    def handlers(self):
        """Functions by action name, for ``dom.on_action``."""
        return {"ajouter": self.add, "supprimer": self.remove, "annuler": self.undo,
                "monter": lambda button: self.move(button, -1), "descendre": lambda button: self.move(button, 1)}

    def add(self, button):
        block = dom.closest(button, ".bloc")
        path = dom.attribute(block, "data-path")
        items = get(self.draft.dossier, path) or []
        if len(items) >= int(dom.attribute(block, "data-maximum")):
            self.say_after(button, "La liste est pleine\u00a0: " + dom.attribute(block, "data-maximum") + " au plus.")
            return
        self.forget_removal()
        added = add_item(FORM, self.draft.dossier, dom.attribute(block, "data-block"), path)
        self.redraw(block)
        self._focus_item(block, int(added.split(".")[-1]))
        dom.announce(dom.attribute(block, "data-item") + " " + str(len(items) + 1) + "\u00a0: ajout fait.")

    def _place(self, button):
        item = dom.closest(button, ".item")
        block = dom.closest(item, ".bloc")
        path = dom.attribute(block, "data-path")
        return block, path, int(dom.attribute(item, "data-index")), get(self.draft.dossier, path)

    def remove(self, button):
        block, path, index, items = self._place(button)
        item = items[index]
        put(self.draft.dossier, path, items[:index] + items[index + 1:])
        self.redraw(block)
        name = dom.attribute(block, "data-item") + " " + str(index + 1)
        self.offer_undo("Suppression faite\u00a0: " + name + ".", lambda: self._put_back(path, index, item))

    def _put_back(self, path, index, item):
        items = get(self.draft.dossier, path) or []
        put(self.draft.dossier, path, items[:index] + [item] + items[index:])
        block = self._block_at(path)
        if block is not None:
            self.redraw(block)
            self._focus_item(block, index)

    def offer_undo(self, words, back, focused=True):
        """Say what was done to a list, and let ``back()`` undo it, from the page where it was done, until another change of the lists.

        The focus goes to the button of the undo, unless what was done leaves it in its place.
        """
        self._forget_words()
        self.back = back
        self.back_from = window.location.hash
        dom.show(dom.by_id("annuler"), words)
        if focused:
            dom.by_id("annuler").select_one("button").focus()
        else:
            dom.announce(words)

    def undo(self, button):
        back = self.back
        if back is None:
            return
        self.forget_removal()
        back()
        dom.announce("C’est annulé.")

    def move(self, button, step):
        block, path, index, items = self._place(button)
        target = index + step
        if not 0 <= target < len(items):
            self.say_after(dom.closest(button, ".item-tete"),
                            "Cet élément est déjà " + ("le premier." if step < 0 else "le dernier."))
            return
        self.forget_removal()
        order = items[:]
        order[index], order[target] = order[target], order[index]
        put(self.draft.dossier, path, order)
        self.redraw(block)
        action = dom.attribute(button, "data-action")
        for moved in block.select(".item"):
            if dom.closest(moved.parentElement, ".bloc") == block and dom.attribute(moved, "data-index") == str(target):
                moved.select_one("[data-action=" + action + "]").focus()
        dom.announce("Déplacé en position " + str(target + 1) + " sur " + str(len(items)) + ".")

    def forget_removal(self):
        """The undo names items by their places: another change of the lists makes those places wrong."""
        self.back = None
        dom.hide(dom.by_id("annuler"))
        self._forget_words()

    def page_shown(self):
        """Another page is shown: what can be undone is offered on the page where it was done only."""
        dom.by_id("annuler").hidden = self.back is None or window.location.hash != self.back_from
        self._forget_words()

    def say_after(self, element, words):
        """Why a button did nothing, for everybody, where it was used."""
        self._forget_words()
        self.said = dom.make("p", words, class_="constat")
        element.after(self.said)
        dom.announce(words)

    def _forget_words(self):
        if self.said is not None:
            self.said.remove()
            self.said = None

    def redraw(self, block):
        """Make a block again from the dossier."""
        draw(block, self.draft.dossier)
        binding.fill_questions(block, self.draft.dossier)
        self.restructured(block)

    def _focus_item(self, block, index):
        for item in block.select(".item"):
            if dom.closest(item.parentElement, ".bloc") == block and dom.attribute(item, "data-index") == str(index):
                first = item.select_one("input, textarea, select")
                dom.focus(first if first else item)

    def _block_at(self, path):
        for block in document.select(".bloc"):
            if dom.attribute(block, "data-path") == path:
                return block
        return None
