"""Python compiled ahead of time, run by Chromium under the Content Security Policy of the site."""

import re
import shutil
from pathlib import Path

import pytest

import build
from pipeline import javascript, node
from pipeline.brython import aot, lighter, runtime
from pipeline.brython.distribution import DOSSIER, LATER, SELDOM, distributed
from pipeline.brython.imports import needed_ever
from tests.support.brython_page import HTML, SPY
from tests.support.server import StaticServer

SOURCES = {
    "lot": (True, ""),
    "lot.nombres": (True, "from .pairs import premiers\nfrom . import impairs\n"),
    "lot.nombres.pairs": (False, "def premiers(n):\n    return [2 * i for i in range(n)]\n"),
    "lot.nombres.impairs": (False, "from ..texte import joindre\ndef premiers(n):\n    return joindre(2 * i + 1 for i "
                                   "in range(n))\n"),
    "lot.texte": (False, "def joindre(nombres, *, lien=', '):\n    return lien.join(f'{n:03d}' for n in nombres)\n"),
    "essai": (False, """
import lot.nombres.impairs
import lot.nombres.pairs as pairs
from lot import nombres, texte
from lot.nombres import premiers, impairs
from browser import document, window
from javascript import JSON

class Borne:
    def __init__(self, valeur):
        self.valeur = valeur
    @property
    def double(self):
        return self.valeur * 2
    def __lt__(self, autre):
        return self.valeur < autre.valeur

def start():
    rangees = sorted([Borne(3), Borne(1), Borne(2)])
    premiere, *_ = rangees
    texte_final = f"{premiere.double} {[b.valeur for b in rangees]!r} {premiers(3)} {impairs.premiers(2)}"
    document["resultat"].textContent = texte_final
    return texte_final

def inconnu():
    try:
        import numpy
    except ModuleNotFoundError as erreur:
        return f"{type(erreur).__name__}: {erreur} ({erreur.name})"

def attribut_inconnu():
    from lot import rien

def nom_inconnu():
    return lenn([])

def fautive(nombre):
    return [1, 2][nombre]

def panne():
    fautive(7)

def panne_differee():
    document["resultat"].bind("click", lambda evenement: fautive(8))
    window.setTimeout(lambda: fautive(9), 0)

def promesse():
    window.Promise.resolve(5).then(fautive)

def promesse_vide():
    def recu(valeur):
        document["resultat"].textContent = repr(valeur)
    window.Promise.resolve().then(recu)
"""),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A page whose only Python is ``SOURCES``."""
    node.install()
    out = tmp_path_factory.mktemp("brython")
    (out / "index.html").write_text(HTML, encoding="utf-8")
    (out / "spy.js").write_text(SPY, encoding="utf-8")
    (out / "brython.js").write_text(javascript.minify(runtime.text()), encoding="utf-8")
    (out / "app.js").write_text(javascript.minify(aot.application(sources())), encoding="utf-8")
    return out


@pytest.fixture
def ready(folder, page):
    """The page, opened; the server is watched by the tests through ``page.server``."""
    page.server = StaticServer(folder)
    page.goto(page.server.address)
    yield page
    page.server.kill()


def sources() -> list[dict]:
    return [{"name": name, "package": package, "source": source,
             "file": name.replace(".", "/") + ("/__init__.py" if package else ".py")}
            for name, (package, source) in SOURCES.items()]


def call(page, function: str):
    return page.evaluate(f"__BRYTHON__.pid_call('essai', '{function}')")


def test_packages_and_classes_work_without_any_violation(ready):
    assert call(ready, "start") == "2 [1, 2, 3] [0, 2, 4] 001, 003"
    assert ready.text_content("#resultat") == "2 [1, 2, 3] [0, 2, 4] 001, 003"
    assert ready.evaluate("violations") == []
    assert ready.evaluate("thrown") == []


def test_the_runtime_starts_without_a_word_on_the_console(ready):
    assert ready.evaluate("said") == []


def test_an_unknown_module_is_refused_without_any_request(ready):
    asked = len(ready.server.requests)
    assert call(ready, "inconnu") == "ModuleNotFoundError: No module named 'numpy' (numpy)"
    assert ready.evaluate("violations") == []
    assert len(ready.server.requests) == asked


def test_an_unknown_name_of_a_package_is_an_import_error(ready):
    message = ready.evaluate("(() => { try { __BRYTHON__.pid_call('essai', 'attribut_inconnu') } catch (e) { return "
                             "e.message } })()")
    assert "ImportError: cannot import name 'rien'" in message


def test_nothing_of_python_is_evaluated_in_the_page(ready):
    assert ready.evaluate("['eval', 'exec', 'compile'].filter((name) => name in __BRYTHON__.builtins)") == []
    assert ready.evaluate("violations") == []


def test_a_python_error_is_thrown_with_its_traceback(ready):
    message = ready.evaluate("(() => { try { __BRYTHON__.pid_call('essai', 'panne') } catch (e) { return e.message } "
                             "})()")
    assert "Traceback (most recent call last):" in message
    assert 'File "essai.py", line' in message and "in fautive" in message
    assert message.strip().endswith("IndexError: list index out of range")


def test_an_unknown_variable_is_named(ready):
    message = ready.evaluate("(() => { try { __BRYTHON__.pid_call('essai', 'nom_inconnu') } catch (e) { return "
                             "e.message } })()")
    assert "NameError: name 'lenn' is not defined" in message


@pytest.mark.parametrize("function, action", [
    ("panne_differee", "document.getElementById('resultat').click()"),
    ("promesse", "0"),
])
def test_an_error_of_a_callback_reaches_the_window(ready, function, action):
    call(ready, function)
    ready.evaluate(action)
    ready.wait_for_timeout(100)
    thrown = ready.evaluate("thrown")
    assert thrown
    assert all("Traceback" in message and "IndexError" in message for message in thrown)


def test_undefined_from_javascript_is_none(ready):
    call(ready, "promesse_vide")
    ready.wait_for_function("document.getElementById('resultat').textContent === 'None'", timeout=5000)
    assert ready.evaluate("thrown") == []


def test_the_runtime_is_found_by_its_hash(monkeypatch):
    monkeypatch.setattr(runtime, "SHA256", "0" * 64)
    with pytest.raises(node.BuildError, match="SHA-256"):
        runtime.source()


def test_a_missing_substitution_stops_the_build(monkeypatch):
    monkeypatch.setattr(runtime, "CLOSED", (("texte absent de brython.js", "", 1),))
    with pytest.raises(node.BuildError, match="texte absent"):
        runtime.text()


def test_the_runtime_holds_no_dynamic_code():
    text = runtime.text()
    assert "new Function(" not in text
    assert "\neval(" not in text and "=Function(" not in text


def test_modules_are_compiled_as_they_arrive_and_run_the_same(folder, page, tmp_path):
    eager = aot.run_at_once((folder / "app.js").read_text(encoding="utf-8"))
    assert len(re.findall(r'pid_register\("[^"]*",![01],\(function', eager)) == len(SOURCES)
    shutil.copytree(folder, tmp_path / "eager")
    (tmp_path / "eager" / "app.js").write_text(eager, encoding="utf-8")
    server = StaticServer(tmp_path / "eager")
    page.goto(server.address)
    assert call(page, "start") == "2 [1, 2, 3] [0, 2, 4] 001, 003"
    server.kill()


def test_a_module_that_is_not_recognised_stops_the_build():
    with pytest.raises(node.BuildError, match="module non reconnu"):
        aot.run_at_once('__BRYTHON__.pid_register("a",!1,autre)')


def test_two_builds_are_identical(folder):
    assert javascript.minify(aot.application(sources())) == (folder / "app.js").read_text(encoding="utf-8")


def test_words_of_the_built_pages_alone_are_left_out_and_nothing_else():
    seuils = lighter.without_unshown("pid_rules.seuils.accueil",
                                     "A = Seuil('Âge', 'ans', Version(14, '2016-01-01', X.quoting('m')))")
    assert seuils == "A = Seuil('', 'ans', Version(14, '2016-01-01', X.quoting('m')))"
    assert lighter.without_unshown("ui.page", "A = read('id', 'titre')") == "A = read('id', 'titre')"
    assert lighter.without_unshown("pid_rules.sources.travail",
                                   "A = read('id', T, 'L1', N, D)") == "A = read('', T, 'L1', '', D)"
    noted = "A = read('crpa-l211-3', T, 'L211-3', N, D)"
    assert lighter.without_unshown("pid_rules.sources.administration", noted) == "A = read('', T, 'L211-3', N, D)"
    assert lighter.without_unshown("pid_rules.sources.circulaires",
                                   "A = unconfirmed('id', T, 'note')") == "A = unconfirmed('', T, '')"


def test_the_function_of_a_rule_loses_its_names_and_no_other():
    written = ("@THEME.rule('EL-01', reads=(age, stages))\ndef majeur(age, a, *days):\n    found = [day for day in "
               "days if day > a]\n    return Trip(age=_limit(age), found=found)\n\ndef _limit(age):\n    return age")
    shorter = ("@THEME.rule('EL-01', reads=(age, stages))\ndef rule(a, b, *c):\n    d = [e for e in c if e > b]\n"
               "    return Trip(age=_limit(a), found=d)\n\ndef _limit(age):\n    return age")
    assert lighter.without_unshown("pid_rules.rules.avis", written) == shorter


def test_each_module_arrives_in_one_script_and_each_part_with_what_it_needs():
    modules = lighter.modules(build.ROOT)
    scripts = distributed(modules)
    held = [name for names in scripts.values() for name in names]
    assert len(held) == len(set(held))
    apart = {*SELDOM, *(root for roots in LATER.values() for root in roots)}
    for script, roots in LATER.items():
        for root in roots:
            assert root in scripts[script]
            needed = needed_ever(modules, root, tuple(apart - set(roots)))
            assert needed <= scripts["app.js"] | scripts["suite.js"] | scripts[script]
    assert needed_ever(modules, DOSSIER, tuple(apart)) <= scripts["app.js"] | scripts["suite.js"]
    assert "pid_rules.drawings.barres" in scripts["documents.js"]  # « Dispenses » loads it to draw its bars


def test_the_compiled_code_holds_nothing_of_lines_tracing_and_inspection():
    text = aot.application([{"name": "essai", "package": False, "file": "essai.py", "source": (
        "class C:\n    def m(self):\n        return [lambda: self for _ in after()]\n\n\ndef after():\n    return "
        "[1]\n")}])
    text = text.partition("pid_register(\"essai\"")[2]
    for unread in ("lineno", "f_trace", "static_attributes", "is_method", "defineProperty", ".lambda_",
                   "resolve_in_scopes"):
        assert unread not in text, unread
    assert "after" in text
