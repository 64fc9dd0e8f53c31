"""The same questions, asked by the form libraries that a person would otherwise take: SurveyJS and Enketo.

Their descriptions are derived from the form, so that they ask what the site asks. Each page opens the same draft from
the same storage, shows the same page of questions, then checks the whole dossier with what the library offers.
"""

import html
import json
import re
from pathlib import Path

from pid_rules.form import FORM
from pid_rules.questions.schema import Block, Field
from pipeline.node import run, run_npm

PACKAGES = {"survey-core": "2.5.38", "survey-js-ui": "2.5.38", "enketo-core": "8.1.0"}
"""enketo-core 9.0.1 depends on a version of its XPath evaluator that was never published."""
OVERRIDES = {"leaflet-draw": "1.0.4"}
"""Enketo takes it from a repository; it serves maps only, and this form has none."""
SHOWN = "eleve"
BUNDLER = Path(__file__).resolve().parents[2] / "site" / "pipeline" / "bundle.js"

OPEN = """
const id = new URLSearchParams(location.search).get('d');
const opened = pidStore.get(id).then(({ json }) => JSON.parse(json));
const at = (value, keys) => keys.reduce((found, key) => found?.[key], value);
function mark(check) {
  document.documentElement.dataset.ouvert = '';
  setTimeout(async () => { await check(); document.documentElement.dataset.juge = ''; });
}
"""
SURVEY = """
import { Model } from 'survey-core';
import 'survey-js-ui';
""" + OPEN + """
const answers = (item, contents) => Object.fromEntries(contents.map(({ name, keys, contents: below }) => {
  const value = at(item, keys);
  return [name, below ? (value ?? []).map((one) => answers(below[0]?.keys.length ? one : [one], below)) : value];
}).filter(([, value]) => value !== null && value !== undefined && value !== ''));
document.addEventListener('DOMContentLoaded', async () => {
  const survey = new Model(MODEL);
  survey.data = answers(await opened, CONTENTS);
  survey.currentPage = SHOWN;
  survey.onAfterRenderSurvey.add(() => mark(() => survey.validate(false)));
  survey.render(document.getElementById('contenu'));
});
"""
ENKETO = """
import { Form } from 'enketo-core';
""" + OPEN + """
const escaped = (value) => String(value).replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
function xml(name, value) {
  if (Array.isArray(value)) {
    return value.map((one) => xml(name, typeof one === 'object' ? one : { texte: one })).join('');
  }
  const inside = value !== null && typeof value === 'object'
    ? Object.entries(value).map(([key, below]) => xml(key, below)).join('') : escaped(value ?? '');
  return `<${name}>${inside}</${name}>`;
}
document.addEventListener('DOMContentLoaded', async () => {
  const { format, version, justifications, ...dossier } = await opened;
  const record = xml('data', dossier).replace('<data>', '<data id="pid" xmlns:jr="http://openrosa.org/javarosa">');
  const main = document.getElementById('contenu');
  main.innerHTML = FORM_HTML;
  const form = new Form(main.querySelector('form'), { modelStr: MODEL_XML, instanceStr: record, submitted: false });
  const errors = form.init();
  if (errors.length) console.error(errors);
  mark(() => form.validate());
});
"""
SHELL = """<!doctype html><html lang="fr" data-page="dossier"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<script src="../storage.js"></script><link rel="stylesheet" href="../{style}"><script defer src="../peer.js"></script>
</head><body><main id="contenu"></main></body></html>
"""


def install(folder: Path) -> None:
    """Put the libraries in ``folder``, from the registry."""
    folder.mkdir()
    wanted = {"private": True, "dependencies": PACKAGES, "overrides": OVERRIDES}
    (folder / "package.json").write_text(json.dumps(wanted), encoding="utf-8")
    run_npm(["install", "--ignore-scripts"], folder)


def survey(folder: Path, libraries: Path) -> None:
    """Make the dossier page of ``folder`` a SurveyJS survey."""
    pages = [{"name": page.slug, "title": page.title, "elements": _elements(page.contents)} for page in FORM.pages]
    model = {"locale": "fr", "showProgressBar": True, "pages": pages}
    contents = [one for page in FORM.pages for one in _contents(page.contents)]
    constants = {"MODEL": model, "CONTENTS": contents, "SHOWN": SHOWN}
    _bundle(folder, libraries, SURVEY, constants, {})
    style = (libraries / "node_modules" / "survey-core" / "survey-core.min.css").read_text(encoding="utf-8")
    # its fonts come from another site, which no page here may ask
    (folder / "peer.css").write_text(re.sub(r"@font-face\s*\{[^}]*\}", "", style), encoding="utf-8")
    (folder / "dossier" / "index.html").write_text(SHELL.format(title="SurveyJS", style="peer.css"), encoding="utf-8")


def enketo(folder: Path, libraries: Path) -> None:
    """Make the dossier page of ``folder`` an Enketo form, without its widgets, which only slow it down."""
    markup = '<form class="or clearfix" autocomplete="off" novalidate>' + "".join(
        f'<section class="or-group" name="/data/{page.slug}"><h4><span class="question-label '
        f'active">{html.escape(page.title)}</span></h4>{_markup(page.contents)}</section>'
        for page in FORM.pages) + "</form>"
    constants = {"FORM_HTML": markup, "MODEL_XML": f"<model><instance>{_model()}</instance></model>"}
    none = libraries / "no-widgets.js"
    none.write_text("export default [];", encoding="utf-8")
    _bundle(folder, libraries, ENKETO, constants, {"enketo/widgets": str(none)})
    (folder / "dossier" / "index.html").write_text(SHELL.format(title="Enketo", style="static/site.css"),
                                                   encoding="utf-8")


def _bundle(folder: Path, libraries: Path, script: str, constants: dict, alias: dict) -> None:
    entry = libraries / f"{folder.name}.js"
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in constants.items())
    # imports come first in a module; the constants are hoisted by none
    imports = [line for line in script.splitlines() if line.startswith("import ")]
    rest = [line for line in script.splitlines() if not line.startswith("import ")]
    entry.write_text("\n".join([*imports, head, *rest]), encoding="utf-8")
    made = run(BUNDLER, {"entry": str(entry), "options": {"alias": alias, "loader": {".xsl": "text"}}, "data": {}})
    (folder / "peer.js").write_text(made["text"], encoding="utf-8")


def _keys(path: str, within: str) -> list[str]:
    """The keys from an item of the list ``within`` to the answer; [0] for an item that is itself a text."""
    inside = path[len(within) + 2:] if within else path
    return [key for key in inside.split(".") if key] or ["0"]


def _contents(contents) -> list[dict]:
    found = []
    for one in contents:
        if isinstance(one, Field) and not one.computed:
            found.append({"name": one.path.replace(".", "_").replace("[]", ""), "keys": _keys(one.path, one.within)})
        elif isinstance(one, Block):
            found.append({"name": one.path.replace(".", "_").replace("[]", ""), "keys": _keys(one.path, one.within),
                          "contents": _contents(one.contents)})
    return found


def _elements(contents) -> list[dict]:
    made = []
    for one in contents:
        if isinstance(one, Field) and not one.computed:
            made.append(_question(one))
        elif isinstance(one, Block):
            made.append({"type": "paneldynamic", "name": one.path.replace(".", "_").replace("[]", ""),
                         "title": one.label,
                         "templateElements": _elements(one.contents), "panelAddText": one.add,
                         "maxPanelCount": one.maximum})
    return made


def _question(field: Field) -> dict:
    kind = {"textarea": "comment", "radio": "radiogroup", "checkboxes": "checkbox", "select": "dropdown"}
    made = {"type": kind.get(field.kind.control, "text"), "name": field.path.replace(".", "_").replace("[]", ""),
            "title": field.label, "description": field.hint, "isRequired": not field.optional}
    if field.missing:
        made["requiredErrorText"] = field.missing
    if made["type"] in ("radiogroup", "checkbox", "dropdown"):
        made["choices"] = [{"value": value, "text": words} for value, words in field.kind.options]
    elif field.kind.control in ("date", "number"):
        made["inputType"] = field.kind.control
    return made


def _place(path: str) -> str:
    return "/data/" + path.replace(".", "/").replace("[]", "") + ("/texte" if path.endswith("[]") else "")


def _markup(contents) -> str:
    made = []
    for one in contents:
        if isinstance(one, Field) and not one.computed:
            made.append(_label(one))
        elif isinstance(one, Block):
            place = _place(one.path)
            made.append(f'<section class="or-group" name="{place}"><h4><span class="question-label '
                        f'active">{html.escape(one.label)}</span></h4><section class="or-repeat" '
                        f'name="{place}">{_markup(one.contents)}</section><div class="or-repeat-info" '
                        f'data-name="{place}"></div></section>')
    return "".join(made)


def _label(field: Field) -> str:
    words = f'<span class="question-label active">{html.escape(field.label)}</span>'
    required = "" if field.optional else ' data-required="true()"'
    common = f'name="{_place(field.path)}" data-type-xml="string"{required}'
    control = field.kind.control
    if control in ("radio", "checkboxes", "select"):
        kind = "checkbox" if control == "checkboxes" else "radio"
        options = "".join(
            f'<label><input type="{kind}" {common} data-name="{_place(field.path)}" value="{value}">'
            f'<span class="option-label active">{html.escape(label)}</span></label>' for value,
            label in field.kind.options)
        return (f'<fieldset class="question simple-select"><fieldset><legend>{words}</legend>'
                f'<div class="option-wrapper">{options}</div></fieldset></fieldset>')
    if control == "textarea":
        return f'<label class="question non-select">{words}<textarea {common}></textarea></label>'
    kind = control if control in ("date", "number") else "text"
    return f'<label class="question non-select">{words}<input type="{kind}" {common}></label>'


def _model() -> str:
    """The primary instance: every answer of the form as an empty element."""
    tree: dict = {}
    for path, field in FORM.field.items():
        if field.computed:
            continue
        node = tree
        for key in _place(path).split("/")[2:]:
            node = node.setdefault(key, {})
    return f'<data id="pid" xmlns:jr="http://openrosa.org/javarosa">{_nodes(tree)}<meta><instanceID/></meta></data>'


def _nodes(tree: dict) -> str:
    return "".join(f"<{key}>{_nodes(below)}</{key}>" for key, below in tree.items())
