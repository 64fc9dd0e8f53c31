"""Hostile files: each is refused with a sentence, or opens as plain text. The page and the drafts stay as they were."""

import base64
import json

import pytest

from tests.campaigns import hostile_table
from tests.support.browsers.firefox import both_engines_at_length
from tests.support.pages import hostile
from tests.support.pages.steps import open_demonstration, ready, until

pytestmark = pytest.mark.without_worker

SLOWEST_MS = 2000
FEW = 50
"""Files that Firefox takes, all along the table."""
READ = """async (files) => {
  const answers = {};
  for (const [name, content] of Object.entries(files)) {
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    const start = performance.now();
    const answer = await pidImport.readAll([new File([bytes], 'recu')], '');
    const ms = performance.now() - start;
    answers[name] = { ok: answer.ok, said: answer.message ?? '', text: answer.text ?? '', ms };
  }
  return answers;
}"""
NAIVE = """(content) => {
  const found = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))));
  return found?.format === 'pid-dossier';
}"""
DRAFTS = "pidStore.list().then((all) => Promise.all(all.map((one) => pidStore.get(one.id))))"
POLLUTED = "[({}).nom, ({}).a, ({}).x, window.harm].some((value) => value !== undefined)"
# The expression that used to find the dictionary of an embedded file.
OLD_EXPRESSION = """(text) => new Promise((resolve) => {
  const code = 'onmessage = ({ data }) => {'
    + ' /<<(?:[^<>]|<<[^]*?>>|<[0-9A-Fa-f\\\\s]*>)*>>\\\\s*stream\\\\r?\\\\n/g.exec(data); postMessage(0); }';
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  const late = setTimeout(() => { worker.terminate(); resolve('late'); }, 2000);
  worker.onmessage = () => { clearTimeout(late); resolve('done'); };
  worker.postMessage(text);
})"""


def encoded(content):
    return base64.b64encode(content).decode()


@pytest.fixture(scope="module")
def corpus():
    return hostile.corpus()


@pytest.fixture
def opening(site, server):
    """The page that opens files, with one draft already on this computer."""
    open_demonstration(site)
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    return site


def answers(page, corpus):
    found, batch, size = {}, {}, 0
    for name, content in corpus.items():
        batch[name] = encoded(content)
        size += len(content)
        if size > 5_000_000 or len(batch) == 100:
            found |= page.evaluate(READ, batch)
            batch, size = {}, 0
    return found | page.evaluate(READ, batch)


@pytest.mark.campaign
@both_engines_at_length
def test_every_hostile_file_is_refused_with_a_sentence_or_is_shown_as_plain_text(opening, corpus, engine):
    assert len(corpus) >= 300
    if engine == "firefox":
        corpus = dict(list(corpus.items())[::len(corpus) // FEW])
    before = opening.evaluate(DRAFTS)
    found = answers(opening, corpus)
    assert {name: answer["ms"] for name, answer in found.items() if answer["ms"] > SLOWEST_MS} == {}
    refused = {name: answer["said"] for name, answer in found.items() if not answer["ok"]}
    assert len(refused) > len(corpus) / 2
    for name, said in refused.items():
        assert said.endswith("Rien n’a été modifié.") and len(said) < 300, name
        assert not any(sign in said for sign in hostile.REFUSED), name
    for name, answer in found.items():
        if answer["ok"]:
            assert json.loads(answer["text"])["format"] == "pid-dossier", name
            assert not any(f'"{key}":' in answer["text"] for key in hostile.RESERVED), name
            assert not any(sign in answer["text"] for sign in hostile.REFUSED), name
    accepted = [name for name, answer in found.items() if answer["ok"]]
    assert len(accepted) > len(corpus) / 10
    # The judgement of one file takes a third of a second: one in sixteen, and every third null.
    accepted = sorted({*accepted[::16], *[name for name in accepted if name.startswith("null")][::3]})
    preview, refusal = opening.locator("#apercu"), opening.locator("#fichier-erreur")
    for name in accepted:
        opening.set_input_files("#fichier", {"name": "recu", "mimeType": "", "buffer": corpus[name]})
        until(lambda: preview.is_visible() or refusal.is_visible())
        assert refusal.is_hidden(), name
        opening.click("#apercu [data-action=annuler]")
    assert opening.evaluate(POLLUTED) is False
    assert opening.locator("#erreur-inattendue").is_hidden()
    assert opening.evaluate(DRAFTS) == before


@pytest.mark.campaign
def test_a_sample_of_the_files_made_by_hand_through_the_page(opening):
    """One in eighty; the judgement of those that open takes a third of a second each."""
    table = hostile_table.table()
    sample = sorted(table)[::len(table) // 30]
    before = opening.evaluate(DRAFTS)
    preview, refusal = opening.locator("#apercu"), opening.locator("#fichier-erreur")
    said = {}
    for name in sample:
        content, outcome = table[name]
        # that of the file before is not the one awaited
        refusal.evaluate("(sentence) => { sentence.textContent = ''; }")
        opening.set_input_files("#fichier", {"name": "recu", "mimeType": "", "buffer": content})
        until(lambda: preview.is_visible() if outcome == hostile_table.OPENED
              else refusal.is_visible() and outcome in refusal.inner_text())
        said[name] = refusal.is_visible()
        if preview.is_visible():
            opening.click("#apercu [data-action=annuler]")
    assert len(sample) >= 30 and said == {name: table[name][1] != hostile_table.OPENED for name in sample}
    assert opening.evaluate("window.harm ?? ({}).polluted ?? null") is None
    assert opening.locator("#erreur-inattendue").is_hidden()
    assert opening.evaluate(DRAFTS) == before


@pytest.mark.parametrize("size", [2_000_001, 9_000_000])
def test_a_json_too_large_is_refused_before_it_is_read(opening, size):
    asked = opening.evaluate("""async (size) => {
      const file = new File([new Uint8Array(size).fill(32)], 'gros.json');
      let whole = 0;
      file.arrayBuffer = () => { whole++; return Promise.resolve(new ArrayBuffer(0)); };
      const { ok, message } = await pidImport.readAll([file], '');
      return [ok, message.includes('trop gros'), whole];
    }""", size)
    assert asked == [False, True, 0]


def test_a_file_that_cannot_be_read_is_said(opening):
    opening.evaluate("() => { File.prototype.arrayBuffer = () => Promise.reject(new DOMException('x', "
                     "'NotReadableError')); }")
    opening.set_input_files("#fichier", {"name": "recu", "mimeType": "", "buffer": b"{}"})
    until(lambda: opening.locator("#fichier-erreur").is_visible())
    assert "Rien n’a été modifié" in opening.locator("#fichier-erreur").inner_text()


def test_control_a_naive_reader_takes_hostile_files(opening, corpus):
    names = ["key '__proto__' inside", "key '$kw' inside", "sign 202e", "text at eleve", "escaped \\ud800"]
    assert [opening.evaluate(NAIVE, encoded(corpus[name])) for name in names] == [True] * len(names)
    assert not any(answer["ok"] for answer in answers(opening, {name: corpus[name] for name in names}).values())


def test_control_the_former_expression_never_ended(page):
    page.goto("about:blank")
    assert page.evaluate(OLD_EXPRESSION, hostile.BACKTRACKING.decode()) == "late"
    assert page.evaluate(OLD_EXPRESSION, "<< /Type /EmbeddedFile >>\nstream\n") == "done"
