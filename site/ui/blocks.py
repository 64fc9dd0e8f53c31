"""Repeated blocks: items added, removed with undo, moved by buttons; names and ids follow the order."""

from browser import document

from pid_rules.dates import is_number
from pid_rules.paths import get, put
from pid_rules.form import FORM
from pid_rules.structure import add_item
from ui import binding, dom

NUMBERED = "[id],[name],[for],[aria-describedby],[data-path]"
NAMES = ("id", "name", "for", "aria-describedby", "data-path")


def depth(path):
    """How many lists a path stands in."""
    return len([part for part in path.split(".") if is_number(part)])


def _number(root, token, index):
    """Write the index of an item wherever its place is held, templates inside it included."""
    for element in root.querySelectorAll(NUMBERED):
        for name in NAMES:
            if element.hasAttribute(name):
                text = element.getAttribute(name)
                if token in text:
                    element.setAttribute(name, text.replace(token, str(index)))
    for template in root.querySelectorAll("template"):
        _number(template.content, token, index)


def draw(block, dossier):
    """Make the items of a block, and of the blocks inside it, from the dossier."""
    path = dom.attribute(block, "data-path")
    holder = block.select_one("ol.items")
    holder.textContent = ""  # before looking for the template: the items hold templates of their own
    template = block.select_one("template")
    items = get(dossier, path)
    for index in range(len(items) if isinstance(items, list) else 0):
        copy = template.content.cloneNode(True)
        _number(copy, "__" + str(depth(path)) + "__", index)
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
        self.removed = None

    def handlers(self):
        """Functions by action name, for ``dom.on_action``."""
        return {"ajouter": self.add, "supprimer": self.remove, "annuler": self.undo,
                "monter": lambda button: self.move(button, -1), "descendre": lambda button: self.move(button, 1)}

    def add(self, button):
        block = dom.closest(button, ".bloc")
        path = dom.attribute(block, "data-path")
        items = get(self.draft.dossier, path) or []
        if len(items) >= int(dom.attribute(block, "data-maximum")):
            dom.announce("La liste est pleine : " + dom.attribute(block, "data-maximum") + " au plus.")
            return
        self.forget_removal()
        added = add_item(FORM, self.draft.dossier, dom.attribute(block, "data-block"), path)
        self._redraw(block)
        self._focus_item(block, int(added.split(".")[-1]))
        dom.announce(dom.attribute(block, "data-item") + " " + str(len(items) + 1) + " : ajout fait.")

    def _place(self, button):
        item = dom.closest(button, ".item")
        block = dom.closest(item, ".bloc")
        path = dom.attribute(block, "data-path")
        return block, path, int(dom.attribute(item, "data-index")), get(self.draft.dossier, path)

    def remove(self, button):
        block, path, index, items = self._place(button)
        self.removed = (path, index, items[index])
        put(self.draft.dossier, path, items[:index] + items[index + 1:])
        self._redraw(block)
        name = dom.attribute(block, "data-item") + " " + str(index + 1)
        dom.show(dom.by_id("annuler"), "Suppression faite : " + name + ".")
        dom.by_id("annuler").select_one("button").focus()

    def undo(self, button):
        if self.removed is None:
            return
        path, index, item = self.removed
        items = get(self.draft.dossier, path) or []
        put(self.draft.dossier, path, items[:index] + [item] + items[index:])
        self.forget_removal()
        block = self._block_at(path)
        if block is not None:
            self._redraw(block)
            self._focus_item(block, index)
        dom.announce("La suppression est annulée.")

    def move(self, button, step):
        block, path, index, items = self._place(button)
        target = index + step
        if not 0 <= target < len(items):
            dom.announce("Cet élément est déjà " + ("le premier." if step < 0 else "le dernier."))
            return
        self.forget_removal()
        order = items[:]
        order[index], order[target] = order[target], order[index]
        put(self.draft.dossier, path, order)
        self._redraw(block)
        action = dom.attribute(button, "data-action")
        for moved in block.select(".item"):
            if dom.closest(moved.parentElement, ".bloc") == block and dom.attribute(moved, "data-index") == str(target):
                moved.select_one("[data-action=" + action + "]").focus()
        dom.announce("Déplacé en position " + str(target + 1) + " sur " + str(len(items)) + ".")

    def forget_removal(self):
        """The undo names an item by its place: another change of the lists makes that place wrong."""
        self.removed = None
        dom.hide(dom.by_id("annuler"))

    def _redraw(self, block):
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
