"""The page of the timetable: the list of week models, of which one at a time is open."""

from pid_rules.form import FORM
from pid_rules.form.emploi_du_temps import CRENEAU_JOUR, PAGE, SEMAINES
from pid_rules.paths import get, put
from pid_rules.structure import add_item
from ui import binding, copy_panel, dom
from ui.blocks import number
from ui.rest import Rest
from ui.slots import Slots
from ui.totals import day_words, spoken, totals, week_words
from ui.week_views import views

SAY_AFTER = 1000
SHOW_AFTER = 300


class Timetable:
    """Week models added, copied, moved, removed with undo; ``page`` is the ``DossierPage``."""

    def __init__(self, page):
        self.page = page
        self.draft = page.draft
        self.section = dom.by_id(PAGE.slug)
        self.list = self.section.select_one("ol.items")
        self.open_at = None
        self.slots = None
        self.day_typed = ""
        self.say = Rest(SAY_AFTER, self._say)
        self.show = Rest(SHOW_AFTER, self._show_views)
        self.section.bind("keydown", self._key)
        dom.on_action({"semaine-ajouter": self.add, "semaine-ouvrir": self._toggle, "semaine-copier": self.copy,
                       "semaine-supprimer": self.remove, "semaine-monter": lambda button: self.move(button, -1),
                       "semaine-descendre": lambda button: self.move(button, 1),
                       "creneau-supprimer": self.remove_slot,
                       "creneau-monter": lambda button: self.move_slot(button, -1),
                       "creneau-descendre": lambda button: self.move_slot(button, 1),
                       "jour-copier": self.ask_days})

    def weeks(self):
        """The week models of the file."""
        return get(self.draft.dossier, SEMAINES.path) or []

    def draw(self, shown=None):
        """Make the list from the dossier, one week open: that of ``shown``, else the one that was, else the first."""
        if shown is None:
            shown = self.open_at if self.open_at is not None else 0
        dom.fill(self.list)
        self.slots = self.open_at = None
        for index in range(len(self.weeks())):
            self.list.appendChild(dom.by_id("modele-semaine").content.cloneNode(True))
            self.list.lastElementChild.setAttribute("data-index", str(index))
            self._head(index)
        if shown < len(self.weeks()):
            self.open(shown)

    def _head(self, index):
        """The line of one week: its name, its period, its hours."""
        row, path = self.list.children[index], SEMAINES.path + "." + str(index)
        name = get(self.draft.dossier, path + ".nom") or "Semaine sans nom"
        row.select_one("h3 button").textContent = name
        for place in row.select_one(".item-actions").select(".nom"):
            place.textContent = name
        days = [FORM.field[SEMAINES.path + "[]." + key].kind.show(get(self.draft.dossier, path + "." + key) or "")
                for key in ("du", "au")]
        words = [label + day for label, day in (("du ", days[0]), ("au ", days[1])) if day]
        words.append("– " + week_words(totals(get(self.draft.dossier, path + ".creneaux") or [])))
        row.select_one(".aide").textContent = " ".join(words)

    def open(self, index):
        """Show the questions and the slots of one week, and of no other."""
        self._close()
        path = SEMAINES.path + "." + str(index)
        row = self.list.children[index]
        body = row.select_one(".semaine-corps")
        body.appendChild(dom.by_id("modele-semaine-corps").content.cloneNode(True))
        number(body, "__0__", index)
        binding.fill_questions(body, self.draft.dossier)
        self.open_at = index
        self.slots = Slots(self.draft, path, body, self._slot_changed, self.restructured)
        self.slots.draw()
        body.hidden = False
        row.select_one("h3 button").setAttribute("aria-expanded", "true")
        for view in body.select(".vue"):
            view.bind("toggle", lambda event: self.show.restart())
        self._totals()
        self._show_views()
        self.page.watch.drawn(body)

    def _close(self):
        if self.open_at is not None:
            row = self.list.children[self.open_at]
            dom.fill(row.select_one(".semaine-corps"))
            row.select_one(".semaine-corps").hidden = True
            row.select_one("h3 button").setAttribute("aria-expanded", "false")
        self.open_at = self.slots = None

    def _toggle(self, button):
        index = self._index(button)
        if index == self.open_at:
            self._close()
        else:
            self.open(index)

    def reveal(self, path):
        """Open the week in which an answer stands."""
        parts = path.split(".")
        if path[:len(SEMAINES.path) + 1] == SEMAINES.path + "." and int(parts[2]) != self.open_at \
                and int(parts[2]) < len(self.weeks()):
            self.open(int(parts[2]))

    def _index(self, button):
        return int(dom.attribute(dom.closest(button, ".semaine"), "data-index"))

    def answered(self):
        """A question of the open week, its name or its period, is being answered."""
        if self.open_at is not None:
            self._head(self.open_at)
            self.show.restart()

    def typed(self, row, control):
        """A cell of a slot is being typed in."""
        self.slots.typed(row, control)

    def left(self, row):
        """A cell of a slot is finished."""
        self.slots.left(row)

    def _slot_changed(self, path, day):
        self.page.watch.later(path)
        self.draft.changed()
        self.day_typed = day
        self._totals()
        self.say.restart()
        self.show.restart()

    def restructured(self):
        """The list of weeks or of slots has changed."""
        self.page.blocks.forget_removal()
        self.page.watch.later()
        self.draft.changed()
        if self.slots is not None:
            self._totals()
            self.show.restart()

    def _totals(self):
        body = self.slots.body
        found = totals(self.slots.items())
        for section in body.select(".jour"):
            day = dom.attribute(section, "data-jour")
            section.select_one(".jour-total").textContent = day_words(found[day]) if day in found else ""
        body.select_one(".totaux").textContent = "Cette semaine\u00a0: " + week_words(found)
        self._head(self.open_at)

    def _say(self):
        if self.slots is not None and self.day_typed in CRENEAU_JOUR.kind.labels:
            dom.announce(spoken(self.day_typed, CRENEAU_JOUR.kind.labels[self.day_typed], totals(self.slots.items())))

    def _show_views(self):
        if self.slots is not None:
            views(self.slots.body, self.draft.dossier, self.open_at)

    def _key(self, event):
        row = dom.closest(event.target, ".creneau")
        if event.key == "Enter" and row is not None and event.target.tagName == "INPUT":
            event.preventDefault()
            self.slots.enter(row)

    def add(self, button):
        """A new week model, open."""
        if len(self.weeks()) >= SEMAINES.maximum:
            dom.announce("La liste est pleine\u00a0: " + str(SEMAINES.maximum) + " au plus.")
            return
        path = add_item(FORM, self.draft.dossier, SEMAINES.path, SEMAINES.path)
        self._listed(int(path.split(".")[-1]))
        self._focus_name()

    def _listed(self, shown):
        self.draw(shown)
        self.restructured()

    def _focus_name(self):
        dom.focus_text(self.slots.body.select_one("input"))

    def copy(self, button):
        """The same slots under another name, for another period."""
        index = self._index(button)
        weeks = self.weeks()[:]
        copied = dict(weeks[index])
        copied.update({"nom": "Copie de " + (copied["nom"] or "la semaine sans nom"), "du": "", "au": "",
                       "creneaux": [dict(slot) for slot in copied["creneaux"] or []]})
        put(self.draft.dossier, SEMAINES.path, weeks[:index + 1] + [copied] + weeks[index + 1:])
        self._listed(index + 1)
        self._focus_name()
        dom.announce("Semaine type copiée\u00a0: indiquez son nom et sa période.")

    def remove(self, button):
        """Take a week model out, with undo."""
        index, before = self._index(button), self.weeks()[:]
        put(self.draft.dossier, SEMAINES.path, before[:index] + before[index + 1:])
        self._listed(max(0, index - 1))
        self.page.blocks.offer_undo("Suppression faite\u00a0: " + (before[index]["nom"] or "semaine sans nom") + ".",
                                    lambda: self._put_back(before, index))

    def _put_back(self, weeks, index):
        put(self.draft.dossier, SEMAINES.path, weeks)
        self._listed(index)
        self._focus_name()

    def move(self, button, step):
        """Exchange a week model with the one above or below: the lower one wins where two periods overlap."""
        index, weeks = self._index(button), self.weeks()[:]
        target = index + step
        if not 0 <= target < len(weeks):
            dom.announce("Cette semaine type est déjà " + ("la première." if step < 0 else "la dernière."))
            return
        weeks[index], weeks[target] = weeks[target], weeks[index]
        put(self.draft.dossier, SEMAINES.path, weeks)
        self._listed(target)
        self.list.children[target].select_one("[data-action=" + dom.attribute(button, "data-action") + "]").focus()
        dom.announce("Déplacée en position " + str(target + 1) + " sur " + str(len(weeks)) + ".")

    def remove_slot(self, button):
        words, back = self.slots.remove(dom.closest(button, ".creneau"))
        self.page.blocks.offer_undo("Suppression faite\u00a0: " + words + ".", back)

    def move_slot(self, button, step):
        if not self.slots.move(dom.closest(button, ".creneau"), step):
            dom.announce("Ce créneau est déjà " + ("le premier" if step < 0 else "le dernier") + " du jour.")

    def ask_days(self, button):
        """Ask to which days the slots of this one are copied."""
        day = dom.attribute(dom.closest(button, ".jour"), "data-jour")
        legend = "Copier " + copy_panel.words([day]) + " vers (les créneaux de ces jours sont remplacés)"
        copy_panel.ask(button, day, legend, lambda days: self._copy_day(day, days))

    def _copy_day(self, day, days):
        replaced, back = self.slots.copy(day, days)
        words = copy_panel.LABELS[day] + " copié vers " + copy_panel.words(days)
        if replaced:
            words += "\u00a0; créneaux remplacés\u00a0: " + str(replaced)
        self.page.blocks.offer_undo(words + ".", back)
