"""« Dossiers supprimés »: for thirty days a deleted dossier is taken back, or removed without waiting.

After that it is erased (test_aging.py).
"""

import datetime

import pytest

from pid_rules.words import dates
from tests.support.pages.axe import check
from tests.support.pages.shared_steps import home, raw
from tests.support.pages.steps import ready, until

pytestmark = pytest.mark.campaign

CREATE = """(title) => pidStore.create({ json: '{}', titre: title })
  .then(({ id }) => pidStore.save({ id, expected_rev: 1, json: '{}', motif: 'remplacement' }).then(() => id))"""
STATES = "(id) => pidStore.history(id).then(({ length }) => length)"
FOCUSED = "document.activeElement.id || document.activeElement.dataset.action || document.activeElement.textContent"
AGE = """async ([id, days]) => {
  const database = await new Promise((resolve) => {
    const asked = indexedDB.open('dossier-pid');
    asked.onsuccess = () => resolve(asked.result);
  });
  const bin = database.transaction('corbeille', 'readwrite').objectStore('corbeille');
  const entry = await new Promise((resolve) => { bin.get(id).onsuccess = ({ target }) => resolve(target.result); });
  const day = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  await new Promise((resolve) => { bin.put({ ...entry, supprime: day + 'T12:00:00' }).onsuccess = resolve; });
  database.close();
}"""


def shown(page):
    """Whether the part is shown, and how many dossiers it holds."""
    return page.locator("#supprimes").is_visible(), page.locator("#supprimes-liste li").count()


def day_after(moment, days):
    then = datetime.date.fromisoformat(moment[:10]) + datetime.timedelta(days)
    return dates.in_words(dates.parse_iso(then.isoformat()))


def test_a_deleted_dossier_is_taken_back_or_removed_after_a_reload(site, server):
    first, second = site.evaluate(CREATE, "Premier élève"), site.evaluate(CREATE, "Second élève")
    home(site, server)
    until(lambda: site.locator("#dossiers li").count() == 2)
    assert shown(site) == (False, 0)
    for left in (1, 0):
        site.locator("#dossiers [data-action=supprimer]").first.click()
        until(lambda left=left: site.locator("#dossiers li").count() == left)
    home(site, server)
    until(lambda: shown(site) == (True, 2))
    other = site.context.new_page()
    other.goto(server.address)
    until(lambda: ready(other) and shown(other) == (True, 2))
    site.bring_to_front()

    site.focus("#supprimes summary")
    site.keyboard.press("Enter")
    row = site.locator(f"#supprimes-liste [data-id='{first}']")
    moment = site.evaluate("(id) => pidStore.removed().then((all) => all.find((one) => one.id === id).supprime)", first)
    removed, kept_until = day_after(moment, 0), day_after(moment, 30)
    assert f"Supprimé le {removed}, gardé jusqu’au {kept_until}, modifié le " in row.inner_text()
    row.locator("[data-action=reprendre]").focus()
    site.keyboard.press("Enter")
    until(lambda: site.evaluate(FOCUSED) == "Premier élève")
    assert "«\u00a0Premier élève\u00a0» est de nouveau dans la liste" in site.locator("#annonce").inner_text()
    until(lambda: shown(site) == (True, 1) and shown(other) == (True, 1))

    site.focus("[data-action=retirer]")
    site.keyboard.press("Enter")
    assert "«\u00a0Second élève\u00a0»" in site.locator("#retrait").inner_text()
    assert site.evaluate("document.activeElement.parentElement.id") == "retrait"
    check(site, "removal asked")
    site.click("[data-action=abandonner-retrait]")
    assert site.evaluate(FOCUSED) == "retirer"
    site.keyboard.press("Enter")
    site.click("[data-action=confirmer-retrait]")
    until(lambda: site.evaluate(FOCUSED) == "titre-liste")
    assert "est supprimé de ce navigateur" in site.locator("#annonce").inner_text()
    until(lambda: shown(site) == (False, 0) and shown(other) == (False, 0))
    assert [site.evaluate(STATES, one) for one in (first, second)] == [1, 0]
    assert "Second" not in str(raw(site)) and site.locator("#alerte-enregistrement").is_hidden()


def test_what_another_tab_has_removed_is_said_and_thirty_days_are_enough(site, server):
    kept, old, gone = [site.evaluate(CREATE, title)
                       for title in ("Vingt-neuf jours", "Trente et un jours", "Retiré ailleurs")]
    for one in (kept, old, gone):
        site.evaluate("(id) => pidStore.remove(id)", one)
    said = site.evaluate("(id) => pidStore.save({ id, expected_rev: 1, json: '{}' }).catch(({ message }) => message)",
                         kept)
    assert "«\u00a0Mes dossiers\u00a0», partie «\u00a0Dossiers supprimés\u00a0»" in said
    site.evaluate(AGE, [kept, 29])
    site.evaluate(AGE, [old, 31])
    site.evaluate("(id) => pidStore.putSetting('perimes', JSON.stringify({ [id]: '2020-01-01T08:00:00' }))", old)
    home(site, server)
    until(lambda: shown(site) == (True, 3))
    site.click("#supprimes summary")
    # a page does not hear itself: as if the news of another tab were late
    site.evaluate("(id) => pidStore.erase(id)", gone)
    site.click(f"#supprimes-liste [data-id='{gone}'] [data-action=reprendre]")
    until(lambda: "repris ou retiré dans un autre onglet" in site.locator("#alerte-enregistrement").inner_text())
    until(lambda: site.evaluate("document.activeElement.tagName") == "SUMMARY")
    until(lambda: "Trente et un" not in str(raw(site)))
    assert [site.evaluate(STATES, one) for one in (kept, old, gone)] == [1, 0, 0]
    assert "Vingt-neuf" in raw(site)["corbeille"]


@pytest.mark.parametrize("width", [1280, 360])
def test_the_question_before_a_removal_is_not_behind_the_announcement_of_the_deletion(site, width):
    site.set_viewport_size({"width": width, "height": 700})
    for number in range(7):
        site.evaluate(CREATE, f"Élève {number}")
    site.reload()
    until(lambda: site.locator("#dossiers li").count() == 7)
    site.locator("#dossiers [data-action=supprimer]").first.click()
    until(lambda: site.locator("#annuler").is_visible() and shown(site) == (True, 1))
    site.click("#supprimes summary")
    site.locator("[data-action=retirer]").evaluate("(button) => { scrollTo(0, document.body.scrollHeight); "
                                                   "button.click(); }")
    site.wait_for_timeout(300)
    bottom, top = site.evaluate("['#annuler', '#retrait h3'].map((one) => "
                                "document.querySelector(one).getBoundingClientRect()).map(({ top, bottom }, which) => "
                                "(which ? top : bottom))")
    assert bottom <= top
