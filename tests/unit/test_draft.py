"""The open draft and its history, without a browser: what is one step, and what waits for the save."""

import json
import sys
from collections import defaultdict
from types import ModuleType, SimpleNamespace
from unittest.mock import MagicMock

import pytest

from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM


class Store:
    """A storage whose answers come when the test says so."""

    def __init__(self):
        self.asked = []

    def save(self, record):
        return SimpleNamespace(then=lambda saved, failed: self.asked.append((saved, failed)))

    def look(self, identifier):
        return SimpleNamespace(then=lambda seen, failed: self.asked.append((seen, failed)))

    def answer(self, error=""):
        done, failed = self.asked.pop(0)
        if error:
            failed(SimpleNamespace(name=error, message=error))
        else:
            done(SimpleNamespace(rev=2))


@pytest.fixture
def draft(monkeypatch):
    """A blank draft in a page of which every element is a stand-in."""
    page = {"browser": ModuleType("browser"), "javascript": ModuleType("javascript")}
    page["browser"].document = document = MagicMock(__contains__=lambda page, identifier: True)
    elements = defaultdict(MagicMock)
    document.__getitem__.side_effect = elements.__getitem__
    page["browser"].window = window = MagicMock()
    page["javascript"].JSON = SimpleNamespace(parse=json.loads)
    window.Reflect.apply = lambda function, text, arguments: text
    window.pidStore, window.pidDay = Store(), "2026-11-30"
    read = window.Date.new.return_value
    for name, number in (("FullYear", 2026), ("Month", 10), ("Date", 30), ("Hours", 9), ("Minutes", 5)):
        getattr(read, "get" + name).return_value = number
    for name in page:
        monkeypatch.setitem(sys.modules, name, page[name])
    forget_pages(monkeypatch)
    from ui.draft.draft import Draft
    record = SimpleNamespace(id="a", rev=1, etat="", demonstration=False, json=to_json(blank_dossier(FORM)) + "\n")
    made = Draft(record, lambda: "")
    made.store, made.elements = window.pidStore, elements
    yield made
    forget_pages(monkeypatch)


def forget_pages(monkeypatch):
    """The modules of the pages are those of this test alone."""
    for name in [name for name in sys.modules if name.split(".")[0] == "ui"]:
        monkeypatch.delitem(sys.modules, name)


def type_in(draft, path, value):
    draft.enter(path)
    put(draft.dossier, path, value)
    draft.changed()


def steps(draft):
    """The words of the steps that can be taken back."""
    return [words for _, words in draft.history.back]


def before_last(draft, path):
    """An answer as it was before the last step."""
    return get(json.loads(draft.history.back[-1][0]), path)


def test_an_answer_typed_when_something_follows_from_another_is_a_step_of_its_own(draft):
    type_in(draft, "eleve.nom", "Dupond")
    draft.save()
    type_in(draft, "eleve.prenom", "Zoé")
    put(draft.dossier, "dossier.revision", 2)
    draft.changed(follows=True)
    draft.note()
    assert len(steps(draft)) == 2
    assert (before_last(draft, "eleve.nom"), before_last(draft, "eleve.prenom")) == ("Dupond", "")


def test_what_follows_from_an_answer_is_taken_back_with_it(draft):
    type_in(draft, "eleve.nom", "Dupond")
    draft.save()
    for number in (2, 3):
        put(draft.dossier, "dossier.revision", number)
        draft.changed(follows=True)
    draft.note()
    assert len(steps(draft)) == 1 and before_last(draft, "dossier.revision") != 3


def test_everything_that_waits_for_the_save_is_called_in_turn(draft):
    done = []

    def going_back():
        done.append("retour")
        put(draft.dossier, "eleve.nom", "Autrefois")
        draft.changed()
        draft.once_saved(lambda: done.append("dit"))

    type_in(draft, "eleve.nom", "Dupond")
    draft.once_saved(going_back)
    draft.once_saved(lambda: done.append("enregistré"))
    draft.store.answer()
    assert done == ["retour"]  # what is said to be saved has to be
    draft.store.answer()
    assert done == ["retour", "enregistré", "dit"]


def test_what_changed_nothing_gives_its_name_to_no_other_step(draft):
    put(draft.dossier, "eleve.nom", "Dupond")
    draft.changed()
    draft.step("Suppression faite")
    draft.step("Lundis remplis")
    assert steps(draft) == ["Suppression faite"]


def test_a_gesture_names_the_step_that_it_has_just_made(draft):
    put(draft.dossier, "eleve.nom", "Dupond")
    draft.changed()
    draft.step()
    draft.step("Suppression faite")
    assert steps(draft) == ["Suppression faite"]


def test_where_only_steps_without_change_are_left_nothing_more_is_offered(draft):
    from ui.draft.undoing import Undoing
    draft.history.back = [(draft.text(), "")]
    draft.history.say("Suppression faite")
    assert draft.elements["annuler"].hidden is False
    Undoing(draft, None, None).undo()
    assert draft.elements["annuler"].hidden is True and draft.elements["retablir"].hidden is False


def test_a_draft_deleted_elsewhere_then_taken_back_is_saved_and_its_notice_goes(draft):
    notice = draft.elements["alerte-enregistrement"]
    type_in(draft, "eleve.nom", "Dupond")
    draft.save()
    draft.store.answer("Absent")
    assert notice.hidden is False
    draft.look()
    draft.store.answer("Absent")
    assert notice.hidden is False
    draft.look()
    draft.store.answer()
    assert notice.hidden is True and len(draft.store.asked) == 1


def test_control_a_notice_of_another_kind_stays(draft):
    notice = draft.elements["alerte-enregistrement"]
    type_in(draft, "eleve.nom", "Dupond")
    draft.save()
    draft.store.answer("Plein")
    draft.look()
    draft.store.answer()
    assert notice.hidden is False and draft.store.asked == []
