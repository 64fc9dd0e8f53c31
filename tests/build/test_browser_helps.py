"""No page of the form asks the browser for a help that may send texts away: translation, spelling, proposals of
words."""

import re
from html.parser import HTMLParser

ASKED = {"translate": "no", "spellcheck": "false", "writingsuggestions": "false"}
"""What the root of a page says for all that is in it, whatever is made later included."""
TYPED = ("search", "text", "email", "tel", "url", "password", None)


class _Page(HTMLParser):
    """What a page asks of its browser: ``root`` by its root, ``elsewhere`` by the other elements; whether one may type
    in it."""

    def __init__(self, text):
        super().__init__()
        self.root, self.elsewhere, self.has_texts, self.named = {}, [], False, set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        asked = {name: given[name] for name in ASKED if name in given}
        if tag == "html":
            self.root = asked
        elif asked:
            self.elsewhere.append((tag, given.get("id"), asked))
        if tag == "meta" and given.get("name") == "google":
            self.named.add(given["content"])
        typed_in = tag == "textarea" or tag == "input" and given.get("type") in TYPED
        self.has_texts |= typed_in or "contenteditable" in given


def faults(text):
    """What is wrong in a page, [] for one in which nobody types."""
    page = _Page(text)
    if not page.has_texts:
        return []
    wrong = [name for name, value in ASKED.items() if page.root.get(name) != value]
    wrong += [one for one in page.elsewhere if any(ASKED[name] != value for name, value in one[2].items())]
    return wrong + ([] if page.named == {"notranslate"} else ["notranslate"])


def test_no_page_with_texts_asks_for_them(built):
    pages = {path.relative_to(built).as_posix(): path.read_text(encoding="utf-8") for path in built.rglob("*.html")}
    assert {name: faults(text) for name, text in pages.items() if faults(text)} == {}
    typed = {name for name, text in pages.items() if _Page(text).has_texts}
    assert typed >= {"dossier/index.html", "etablissement/index.html", "eligibilite/index.html", "cles/index.html",
                     "dossier-pid.html"}


def test_no_script_asks_for_them_either(built):
    asks = re.compile(r"spellcheck|writingsuggestions|\.translate\b")
    # it knows every attribute of HTML, and asks for none
    ours = [path for path in built.glob("*.js") if path.name != "brython.js"]
    assert [path.name for path in ours if asks.search(path.read_text(encoding="utf-8"))] == []


def test_control_a_text_that_asks_is_seen(built):
    page = (built / "dossier" / "index.html").read_text(encoding="utf-8")
    assert faults(page.replace("<textarea ", '<textarea spellcheck="true" ', 1))
    assert faults(page.replace(' translate="no"', "", 1)) == ["translate"]
    assert faults("<html><textarea></textarea>")
