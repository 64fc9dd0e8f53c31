"""What the pages say is what the sources declare: texts set at build, and nothing that would set them again."""

import ast
import json
import os
import subprocess
import sys

import pytest

import build
from pid_rules.words.visible import NBSP
from pipeline.brython import lighter
from pipeline.brython.declaring import FUNCTION, set_in_print, set_part

SAY = """
import json
from pid_rules.form import FORM
from pid_rules.judgement.report import ENTRY_RULES
from pid_rules.rules import CATALOGUE
from pid_rules.seuils import SEUILS
from pid_rules.sources.every import ALL

def texts(one, *names):
    return [getattr(one, name) for name in names]

said = [texts(rule, "title", "message", "advice") + list(rule.elsewhere or ())[1:] for rule in CATALOGUE.rules]
said += [texts(theme, "title") for theme in CATALOGUE.themes]
said += [texts(field, "label", "missing", "hint", "needed") for field in FORM.field.values()]
said += [texts(block, "label", "missing", "hint") for block in FORM.block.values()]
said += [texts(page, "title", "intro") for page in FORM.pages]
said += [texts(one, "title", "intro") for page in FORM.pages for one in page.contents if one.role == "heading"]
said += [texts(source, "title", "note") for source in ALL]
said += [texts(seuil, "label") for seuil in SEUILS]
print(json.dumps(said + [list(rule) for rule in ENTRY_RULES]))
"""
MODULES = lighter.modules(build.ROOT)


def said(folder):
    """What the rules of a folder declare, read by a Python of its own."""
    done = subprocess.run([sys.executable, "-c", SAY], env=os.environ | {"PYTHONPATH": str(folder)}, cwd=folder,
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def test_a_page_declares_the_texts_of_the_sources(tmp_path):
    for module in MODULES:
        path = tmp_path / module["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(module["source"], encoding="utf-8")
    texts = said(build.ROOT)
    assert said(tmp_path) == texts and len(texts) > 300


def test_no_page_knows_how_a_declared_text_is_set():
    named = [(module["name"], node) for module in MODULES for node in ast.walk(ast.parse(module["source"]))
             if FUNCTION in (getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", ""))]
    assert named == [] and "pid_rules.words.declared" not in [module["name"] for module in MODULES]


@pytest.mark.parametrize("source, emitted", [
    ("say(declared('Oui : {0} ans').format(age))", "say('Oui\u00a0: {0}\u00a0ans'.format(age))"),
    ("Trip(message='Oui : non', jour='a : b')", "Trip(message='Oui\u00a0: non', jour='a : b')"),
    ("THEME.rule('A', 'Oui ?', source=A.quoting('a : b'))", "THEME.rule('A', 'Oui\u00a0?', source=A.quoting('a : b'))"),
    ("self.hint = declared(hint)", "self.hint = hint"),
    ("words = 'n°' + NBSP + str(n) + NBSP + ': '", "words = 'n°\u00a0' + str(n) + '\u00a0' + ': '"),
    ("from pid_rules.words.visible import BLANKS, NBSP", "from pid_rules.words.visible import BLANKS"),
    ("say('a : b')", "say('a : b')")])
def test_a_declared_text_is_set_where_it_is_written(source, emitted):
    assert set_in_print(source).replace("\\xa0", NBSP) == emitted


@pytest.mark.parametrize("text, emitted", [
    ("Erreur : ", "Erreur\u00a0: "), (" : rien", "\u00a0: rien"), ("Le dossier « ", "Le dossier «\u00a0"),
    (" » a été lu", "\u00a0» a été lu"), (" caractères sur ", "\u00a0caractères sur "),
    ("8 h, 14 ans", "8\u00a0h, 14\u00a0ans"), ("Rien :", "Rien\u00a0:"), ("« a »", "«\u00a0a\u00a0»"),
    ("[name='a'] :is(input)", "[name='a'] :is(input)"), ("file:", "file:"), ("pid-jour", "pid-jour"), ("", "")])
def test_a_part_of_a_text_of_a_screen_is_set_beside_what_is_not_known(text, emitted):
    assert set_part(text) == emitted
    source = f"'''Un titre : non.'''\nsay({text!r} + name)"
    assert ast.literal_eval(ast.parse(set_in_print(source, everywhere=True)).body[1].value.args[0].left) == emitted
