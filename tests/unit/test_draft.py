"""The open draft and its history, without a browser: what is one step, and what waits for the save."""

import json
import sys
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

    def answer(self):
        saved, _ = self.asked.pop(0)
        saved(SimpleNamespace(rev=len(self.asked) + 1))


@pytest.fixture
def draft(monkeypatch):
    """A blank draft in a page of which every element is a stand-in."""
    page = {"browser": ModuleType("browser"), "javascript": ModuleType("javascript")}
    page["browser"].document = MagicMock(__contains__=lambda page, identifier: True)
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
    from ui.draft import Draft
    record = SimpleNamespace(id="a", rev=1, etat="", demonstration=False, json=to_json(blank_dossier(FORM)) + "\n")
    made = Draft(record, lambda: "")
    made.store = window.pidStore
    yield made
    forget_pages(monkeypatch)


def forget_pages(monkeypatch):
    """The modules of the pages are those of this test alone."""
    for name in [name for name in sys.modules if name.startswith("ui.")]:
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
