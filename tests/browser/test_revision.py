"""What was signed or sealed, then changed, wherever the file is opened: the next revision, signatures dated anew, names
of files."""

import json
import re

import pytest

from tests.support.examples import DATA, identifiers
from tests.support.pages.axe import check
from tests.support.pages.looks import look, looks
from tests.support.pages.sending import files, opened, prepare
from tests.support.pages.steps import (
    copy_of,
    download,
    go,
    open_demonstration,
    open_file,
    open_new,
    ready,
    saved,
    set_date,
    until,
)
from tests.support.pages.week_steps import see_rows

pytestmark = pytest.mark.without_worker

DAY = "2026-11-20T10:00"
MINUTE = "2026-11-20-10h00"
SEALED = re.compile(r"PID_0490000J_2026-2027_K7QF_v(\d)_([0-9A-Z]{4})_DEMONSTRATION\.(pdf|json)")


@pytest.fixture
def received(site, server, tmp_path):
    """(page, path): a file prepared for the sending on another computer, of which this one knows nothing."""
    site.clock.set_fixed_time(DAY)
    open_demonstration(site)
    prepare(site)
    name, content = files(site)["json"]
    (tmp_path / name).write_bytes(content)
    site.goto(server.address)
    until(lambda: ready(site))
    site.click("#dossiers [data-action=supprimer]")
    until(lambda: site.locator("#dossiers li").count() == 0)
    return site, tmp_path / name


def edit_class(page, text):
    go(page, "eleve")
    page.fill("#eleve-classe", text)
    saved(page)


@pytest.mark.campaign
def test_a_sealed_file_changed_elsewhere_becomes_the_next_revision_once(received, server, tmp_path):
    site, path = received
    open_file(site, server, path)
    assert site.locator("#revision-nouvelle").is_hidden()
    go(site, "journal")
    site.locator("#journal > .bloc > [data-action=ajouter]").click()
    site.fill("#journal-0-texte", "Ce qui suit l’envoi ne le change pas.")
    saved(site)
    assert copy_of(site)["dossier"]["revision"] == 1
    edit_class(site, "3e C")
    until(lambda: site.locator("#revision-nouvelle").is_visible())
    assert site.locator("#revision-nouvelle").inner_text() == (
        "Ce dossier a été préparé pour l’envoi et il vient de changer\u00a0: il devient la révision\u00a02. Envoyez-le "
        "de nouveau quand il est prêt.")
    until(lambda: copy_of(site)["dossier"]["revision"] == 2)
    site.click("#annuler button")
    until(lambda: site.locator("#revision-nouvelle").is_hidden())
    assert copy_of(site)["dossier"]["revision"] == 1
    edit_class(site, "3e D")
    until(lambda: copy_of(site)["dossier"]["revision"] == 2)
    made = copy_of(site)
    assert (made["dossier"]["revision"], made["transmission"]["revision"]) == (2, 1)
    (tmp_path / "encore.json").write_text(json.dumps(made), encoding="utf-8")
    open_file(site, server, tmp_path / "encore.json")
    edit_class(site, "3e E")
    saved(site)
    assert copy_of(site)["dossier"]["revision"] == 2 and site.locator("#revision-nouvelle").is_hidden()
    mark = prepare(site)
    dossier = json.loads(files(site)["json"][1])
    assert dossier["transmission"]["revision"] == 2 and dossier["transmission"]["empreinte"] == mark


def test_a_change_typed_before_the_page_is_judged_counts(received, server):
    """What was given to be sent is what the file held, not what the page holds when the rules come."""
    site, path = received
    site.add_init_script("""if (location.pathname.includes('/dossier/') && !sessionStorage.again) {
        SubtleCrypto.prototype.digest = () => new Promise(() => {});
    }""")
    open_file(site, server, path)
    edit_class(site, "3e C")
    assert copy_of(site)["dossier"]["revision"] == 1
    site.evaluate("sessionStorage.again = 'oui'")
    site.reload()
    until(lambda: site.locator("#revision-nouvelle").is_visible())


def test_a_sealed_file_that_replaces_a_draft_is_followed_too(received, server):
    site, path = received
    open_file(site, server, DATA / "complet.json")
    opened(site, server, path)
    site.click("[data-action=remplacer]")
    until(lambda: site.locator("#remplacement").is_visible())
    site.click("[data-action=ouvrir-remplace]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#reference").inner_text() != "")
    edit_class(site, "3e C")
    until(lambda: site.locator("#revision-nouvelle").is_visible())
    until(lambda: copy_of(site)["dossier"]["revision"] == 2)


@pytest.mark.campaign
def test_two_contents_never_share_a_name(site):
    site.clock.set_fixed_time(DAY)
    open_demonstration(site)
    names = {}
    for classe in ("3e X", "3e C"):
        edit_class(site, classe)
        mark = prepare(site)
        for name, content in files(site).values():
            assert SEALED.fullmatch(name)[2] == mark[:4] and names.setdefault(name, content) == content
    assert len(names) == 4
    eml = download(site, "envoi-eml").suggested_filename
    assert eml == f"PID_0490000J_2026-2027_K7QF_v1_{mark[:4]}_DEMONSTRATION.eml"
    site.check("#envoi-protection-code")
    prepare(site)
    assert mark[:4] in files(site)["zip"][0]


@pytest.mark.campaign
def test_what_is_given_after_the_sending_is_not_named_as_what_was_sent(site):
    site.clock.set_fixed_time(DAY)
    open_demonstration(site)
    before = download(site_at(site), "telecharger-json").suggested_filename
    prepare(site)
    site.click("[data-action=envoi-fait]")
    until(lambda: site.locator("#recus").is_visible())
    saved(site)
    assert copy_of(site)["transmission"]["revision"] == 1
    after = [download(site_at(site), f"telecharger-{kind}").suggested_filename for kind in ("json", "pdf")]
    assert before == f"PID_0490000J_2026-2027_K7QF_v1_{MINUTE}_DEMONSTRATION.json"
    assert after == [f"PID_0490000J_2026-2027_K7QF_v1_apres-envoi_{MINUTE}_DEMONSTRATION.{kind}"
                     for kind in ("json", "pdf")]
    edit_class(site, "3e C")
    until(lambda: site.locator("#revision-nouvelle").is_visible())
    given = download(site_at(site), "telecharger-json").suggested_filename
    assert given == f"PID_0490000J_2026-2027_K7QF_v2_{MINUTE}_DEMONSTRATION.json"


def site_at(page):
    """The last page, ready."""
    go(page, "verifier")
    until(lambda: page.locator("#verdict").inner_text() != "")
    return page


def test_the_mark_of_a_sending_is_taken_back_with_it(site):
    open_demonstration(site)
    prepare(site)
    site.click("[data-action=envoi-fait]")
    until(lambda: site.locator("#envoi-annulation").is_visible())
    site.click("[data-action=envoi-annuler]")
    saved(site)
    assert copy_of(site)["transmission"] is None


@looks
def test_everybody_has_signed_again_in_one_gesture(site, scheme, width):
    look(site, scheme, width)
    site.clock.set_fixed_time("2026-11-20T23:50:00")
    open_demonstration(site)
    offered = site.locator("#signer-de-nouveau")
    go(site, "signatures")
    for index in range(2):
        set_date(site, f"signatures-{index}-date", "17", "11", "2026")
    saved(site)
    assert offered.is_hidden()
    edit_class(site, "3e C")
    go(site, "signatures")
    until(lambda: offered.is_visible())
    check(site, "offered")
    before = copy_of(site)["signatures"]
    go(site, "signatures")
    site.clock.set_fixed_time("2026-11-21T00:05:00")
    site.click("[data-action=signer-de-nouveau]")
    until(lambda: offered.is_hidden())
    assert "signatures sont datées du 21 novembre 2026" in site.locator("#annuler").inner_text().replace("\u00a0", " ")
    assert site.locator("#signatures-0-date-jour").input_value() == "21"
    site.click("#annuler button")
    until(lambda: offered.is_visible())
    saved(site)
    assert copy_of(site)["signatures"] == before
    go(site, "signatures")
    site.click("[data-action=signer-de-nouveau]")
    until(lambda: offered.is_hidden())
    saved(site)
    after = copy_of(site)["signatures"]
    assert {one["date"] for one in after} == {"2026-11-21"} and len({one["empreinte"] for one in after}) == 1
    assert after[0]["empreinte"] not in {one["empreinte"] for one in before}
    go(site, "verifier")
    until(lambda: site.locator("#verdict").inner_text() != "")
    assert "a changé depuis" not in site.locator("#constats").inner_text()


@pytest.mark.campaign
def test_each_copy_of_an_item_has_an_identifier_of_its_own(site, server):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    site.locator("[data-action=semaine-copier]").first.click()
    weeks = json.loads((DATA / "complet.json").read_text())["emploi_du_temps"]["semaines"]
    until(lambda: site.locator(".semaine").count() == len(weeks) + 1)
    see_rows(site)
    site.click(".jour[data-jour=lundi] [data-action=jour-copier]")
    site.locator(".copie label", has_text="Mardi").click()
    site.locator(".copie label", has_text="Mercredi").click()
    site.locator(".copie button").first.click()
    site.fill("#nouveau-vendredi-activite", "Aide aux devoirs")
    go(site, "stages/S1/ou-et-quand")
    block = site.locator(".horaires").first
    block.locator("[data-action=horaires-copier]").first.click()
    site.locator(".copie label", has_text="Jeudi").click()
    site.locator(".copie button").first.click()
    block.locator(".item").last.locator("input").last.focus()
    site.keyboard.press("Enter")
    go(site, "suivi")
    until(lambda: site.locator("#suivi-bilan-echeances").inner_text() != "")
    for action in ("suivi-bilan", "suivi-bilan", "suivi-bilan-final"):
        site.click(f"[data-action={action}]")
    site.fill("#note-texte", "Une note")
    saved(site)
    found = identifiers(copy_of(site))
    assert len(found) > 80 and "" not in found and len(set(found)) == len(found)


def test_the_reference_follows_the_uai_until_the_sending(site, server):
    open_new(site)
    go(site, "etablissement")
    site.fill("#etablissement-uai", "0490842k")
    saved(site)
    site.fill("#etablissement-uai", "0490842Z")
    saved(site)
    go(site, "taches")
    assert re.match(r"Référence 0490842Z-\d{4}-[A-Z0-9]{4},", site.locator("#reference").inner_text())
    mark = prepare(site)
    subject = site.locator("#envoi-objet").input_value()
    assert "0490842Z-" in subject and "0490842K" not in subject
    assert all("_0490842Z_" in name and mark[:4] in name for name, _ in files(site).values())
    site.click("[data-action=envoi-fait]")
    until(lambda: site.locator("#recus").is_visible())
    assert "0490842Z-" in site.locator("#recus").inner_text()
    go(site, "etablissement")
    site.fill("#etablissement-uai", "0490060Z")
    saved(site)
    assert copy_of(site)["dossier"]["reference"].startswith("0490842Z-")


def test_the_uai_of_the_profile_that_is_not_one_gives_no_reference_that_cannot_follow(site, server):
    site.evaluate("pidStore.putSetting('etablissement', JSON.stringify({uai: '049'}))")
    open_new(site)
    assert "0000000A-" in site.locator("#reference").inner_text()
    go(site, "etablissement")
    site.fill("#etablissement-uai", "0490842Z")
    saved(site)
    assert copy_of(site)["dossier"]["reference"].startswith("0490842Z-")
