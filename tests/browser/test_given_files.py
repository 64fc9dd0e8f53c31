"""Files as people give them to the page that opens them: dropped without file, several, a folder, an e-mail, several
dossiers in one."""

import base64
import io
import json
import zipfile

import pytest

from tests.campaigns.hostile_table import pdf
from tests.support.browsers.firefox import both_engines_at_length
from tests.support.examples import DATA, EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.steps import ready, until

pytestmark = pytest.mark.without_worker

DOSSIER = (DATA / "complet.json").read_bytes()
OTHER = json.dumps(EXAMPLES["clos"], ensure_ascii=False).encode()
PICTURE = b"\xff\xd8\xff\xe0" + bytes(100)
DROP = """([files, text]) => {
  const transfer = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
  }
  if (text) transfer.setData('text/plain', text);
  const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer });
  document.querySelector('h1').dispatchEvent(event);
  return event.defaultPrevented;
}"""


@pytest.fixture
def opening(site, server):
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    return site


def drop(page, *files, text=""):
    """Drop files beside the place made for them: a browser would leave the page for the file."""
    assert page.evaluate(DROP, [[[name, base64.b64encode(content).decode()] for name, content in files], text])


def give(page, name, content):
    page.set_input_files("#fichier", {"name": name, "mimeType": "", "buffer": content})


def seen(page, place):
    until(lambda: page.locator(place).is_visible())
    return page.locator(place).inner_text().replace("\u00a0", " ")


TAKEN_OVER = """window.takenOver = false;
document.addEventListener('dragover', (event) => setTimeout(() => { window.takenOver = event.defaultPrevented; }),
                          { once: true });"""
"""Remembers that the page has accepted what is dragged over it."""


def archive(**files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name + ".json", content)
    return made.getvalue()


@both_engines_at_length
def test_a_drop_without_file_says_what_to_do(opening):
    drop(opening, text="https://messagerie.example/piece-jointe")
    assert "enregistrez d’abord la pièce jointe" in seen(opening, "#fichier-erreur")
    assert opening.get_attribute("#fichier-erreur", "role") == "alert"


@both_engines_at_length
def test_of_two_files_dropped_the_one_read_is_named(opening):
    drop(opening, ("photo.jpg", PICTURE), ("dossier.json", DOSSIER))
    assert "« dossier.json » a été lu" in seen(opening, "#fichier-lu")
    assert "Un seul fichier à la fois" in seen(opening, "#fichier-lu")
    assert "0490000J-2026-K7QF" in seen(opening, "#contenu-fichier")
    give(opening, "dossier.json", DOSSIER)
    until(lambda: opening.locator("#fichier-lu").is_hidden())


def test_a_dropped_folder_is_looked_into(opening, tmp_path):
    (tmp_path / "envoi" / "sous").mkdir(parents=True)
    (tmp_path / "envoi" / "sous" / "dossier.json").write_bytes(DOSSIER)
    (tmp_path / "envoi" / "lisez-moi.txt").write_bytes(b"bonjour")
    (tmp_path / "vide").mkdir()
    opening.bring_to_front()
    protocol = opening.context.new_cdp_session(opening)

    def drag(kind, name):
        data = {"items": [], "files": [str(tmp_path / name)], "dragOperationsMask": 1}
        protocol.send("Input.dispatchDragEvent", {"type": kind, "x": 300, "y": 200, "data": data})

    def drop_folder(name):
        opening.evaluate(TAKEN_OVER)
        drag("dragEnter", name)

        def accepted():  # else the browser takes the drop for one that nobody wants
            drag("dragOver", name)
            return opening.evaluate("window.takenOver")
        until(accepted)
        drag("drop", name)

    drop_folder("envoi")
    assert "« dossier.json » a été lu" in seen(opening, "#fichier-lu") and opening.locator("#apercu").is_visible()
    drop_folder("vide")
    assert "Aucun fichier" in seen(opening, "#fichier-erreur")


@both_engines_at_length
def test_several_dossiers_of_one_pdf_are_named_and_one_is_chosen_by_keyboard(opening):
    give(opening, "fusion.pdf", pdf([DOSSIER, OTHER]))
    names = seen(opening, "#choix-liste").split("\n")
    assert len(names) == 2 and "0.json" in names[0] and "1.json" in names[1] and all("0490000J-2026-K7QF" in name
                                                                                     for name in names)
    assert opening.evaluate("document.activeElement.id") == "choix-titre" and opening.locator("#apercu").is_hidden()
    check(opening, "choice")
    opening.keyboard.press("Tab")
    opening.keyboard.press("Tab")
    opening.keyboard.press("Enter")
    assert "0490000J-2026-K7QF" in seen(opening, "#contenu-fichier")
    opening.click("#apercu [data-action=nouveau]")
    opening.wait_for_url("**/dossier/**")
    until(lambda: opening.locator("#reference").inner_text() != "")
    record = opening.evaluate("pidStore.list().then((all) => pidStore.get(all[0].id))")
    assert json.loads(record["json"])["decision"] == EXAMPLES["clos"]["decision"]


@both_engines_at_length
def test_a_plain_archive_opens_at_once_and_its_truth_is_told_in_place(opening):
    opening.evaluate("""() => {
      window.asked = 0;
      const protection = document.getElementById('protection');
      new MutationObserver(() => { asked += !protection.hidden; }).observe(protection, { attributes: true });
    }""")
    give(opening, "recu.zip", archive(dossier=DOSSIER))
    assert "0490000J-2026-K7QF" in seen(opening, "#contenu-fichier")
    give(opening, "recu.zip", archive(lisez_moi=b"bonjour"))
    assert "Cette archive n’est pas protégée" in seen(opening, "#fichier-erreur")
    assert opening.evaluate("asked") == 0


def test_a_function_that_the_browser_lacks_is_told(opening):
    opening.evaluate("() => { delete window.DecompressionStream; }")
    give(opening, "dossier.pdf", pdf([DOSSIER]))
    assert "Ce navigateur est trop ancien pour lire un PDF" in seen(opening, "#fichier-erreur")
    opening.evaluate("() => { Object.defineProperty(crypto, 'subtle', { value: undefined }); }")
    give(opening, "dossier.json", DOSSIER)
    assert "0490000J-2026-K7QF" in seen(opening, "#contenu-fichier")
