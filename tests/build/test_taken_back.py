"""Every control of every page has its way back to « no answer »: read in the built pages, so that a kind added later is
asked for its own."""

from html.parser import HTMLParser

import pytest

from pid_rules.form import FORM

EMPTIED = {"", "text", "search", "textarea"}
UNTICKED = {"checkbox"}
GIVEN_BACK = {"file"}
"""Another file may be chosen, or none: nothing is kept of it."""
SETTINGS = {"envoi-protection", "remplissage"}
"""Choices of which one is always made: what the page does next, not an answer of the dossier."""
FILLED = {"note-lieu", "modele-creneau-lieu", "modele-creneau-discipline"}
"""Lists whose options are made in the page, by ``binding.fill_options``: the first is that of no answer."""
PAGES = ("dossier", "eligibilite", "regles", "etablissement", "ouvrir", "cles", "")


class Controls(HTMLParser):
    """The controls of a page with the group they stand in; what is inside templates counts."""

    def __init__(self, text):
        super().__init__()
        self.found, self.groups = [], [{"erased": False}]
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "fieldset":
            self.groups.append({"erased": False})
        elif tag in ("input", "select", "textarea"):
            kind = given.get("type", "") if tag == "input" else tag
            self.found.append({"kind": kind, "id": given.get("id", ""), "name": given.get("name", ""),
                               "group": self.groups[-1],
                               "reference": "data-reference" in given, "options": [], "checked": "checked" in given})
        elif tag == "option" and self.found and self.found[-1]["kind"] == "select":
            self.found[-1]["options"].append(given.get("value"))
        elif tag == "button" and "effacer" in given.get("class", "").split():
            self.groups[-1]["erased"] = True

    def handle_endtag(self, tag):
        if tag == "fieldset":
            self.groups.pop()


def without_way_back(text):
    """The controls that nothing takes back, or of a kind of which nobody has said how."""
    ways = {**dict.fromkeys(EMPTIED | UNTICKED | GIVEN_BACK, lambda one: True),
            "radio": lambda one: one["group"]["erased"] or one["name"] in SETTINGS,
            "select": lambda one: one["reference"] or one["id"] in FILLED or one["options"][:1] == [""]}
    return [one["id"] for one in Controls(text).found if not ways.get(one["kind"], lambda one: False)(one)]


def read(built, page):
    return (built / page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_its_way_back(built, page):
    assert Controls(read(built, page)).found
    assert without_way_back(read(built, page)) == []


def test_every_question_of_the_catalogue_is_in_the_page_that_was_read(built):
    text = read(built, "dossier")
    asked = [field for field in FORM.field.values() if not field.computed and FORM.page_of[field.path].editable]
    missing = [field.path for field in asked
               if f'data-path="{placed(field.path)}"' not in text and "creneaux" not in field.path]
    assert len(asked) > 150 and missing == []


def placed(pattern):
    pieces = pattern.split("[]")
    return "".join(piece + (f".__{rank}__" if rank < len(pieces) - 1 else "") for rank, piece in enumerate(pieces))


def test_settings_are_always_made(built):
    chosen = {one["name"] for page in PAGES for one in Controls(read(built, page)).found if one["checked"]}
    assert SETTINGS <= chosen


@pytest.mark.parametrize("control", ['<input type="range" id="a">', '<input type="date" id="a">',
                                     '<select id="a"><option value="x">',
                                     '<fieldset><input type="radio" name="a" id="a"></fieldset><button '
                                     'class="effacer">'])
def test_control_a_control_without_way_back_is_seen(control):
    assert without_way_back(control) == ["a"]
