"""What is typed or pasted is what is kept: composed, with its lines, understood in its usual writings, and told where
paper lacks it."""

import unicodedata

import pytest

from tests.support.pages.steps import begin, file_of, go, saved, until
from tests.support.pages.week_steps import see_rows

pytestmark = pytest.mark.without_worker

SLIDE = "Objectifs de la se\u0301ance\u000bReprendre confiance\u2028Retrouver un rythme\u0085Suite \uf0fe 🦄"
KEPT = "Objectifs de la séance\nReprendre confiance\nRetrouver un rythme\nSuite ☑ 🦄"


def leave(page, selector, text):
    """Type in a box as a paste does, and leave it."""
    page.fill(selector, text)
    page.locator(selector).blur()


def boxes(page, name):
    return [control.input_value() for control in page.locator(f"[data-path='{name}'] input").all()]


def test_what_is_pasted_is_kept_composed_and_understood(site):
    begin(site, "Lefe\u0300vre\tde\u0301 l\u2019A\u030alma")
    leave(site, "#eleve-code_postal", "7700")
    leave(site, "#eleve-telephone", "00352 621 000 000")
    leave(site, "#eleve-courriel", "nom@ac-\u00adnantes.fr\t")
    leave(site, "[data-path='eleve.date_naissance'] input >> nth=0", "dimanche 27 mars 2011")
    assert boxes(site, "eleve.date_naissance") == ["27", "3", "2011"]
    leave(site, "[data-path='eleve.date_naissance'] input >> nth=2", "11")
    assert boxes(site, "eleve.date_naissance") == ["27", "3", "2011"]
    assert site.locator("#eleve-telephone").input_value() == "+352621000000"
    go(site, "situation")
    leave(site, "#situation-constats", SLIDE)
    assert site.locator("#situation-constats").input_value() == KEPT
    for hidden in ("🦄 T.D.A.H.", "🦄 ＴＤＡＨ", "T\u00adDA\u200bH", "привет 🦄 tdah"):
        leave(site, "#situation-parole_eleve", hidden)
        assert "«\u00a0tdah\u00a0»" in site.locator("#situation-parole_eleve-garde").inner_text(), ascii(hidden)
    leave(site, "#situation-parole_eleve", "")
    go(site, "etablissement")
    leave(site, "#etablissement-uai", "0490060Z\t")
    leave(site, "#etablissement-telephone", "02\u201141\u201100\u201100\u201100")
    assert site.locator("#etablissement-telephone").input_value() == "02 41 00 00 00"
    leave(site, "#etablissement-code_postal", "49\u2009000")
    go(site, "emploi-du-temps")
    until(lambda: site.evaluate("window.pidSuite"))
    site.click("[data-action=semaine-ajouter]")
    see_rows(site)
    until(lambda: site.locator("#nouveau-lundi-debut").is_visible())
    start = site.locator(".jour[data-jour=lundi] .creneau [data-colonne=debut] input").first
    start.fill("8h30\u221210h30")
    start.blur()
    ends = site.locator(".jour[data-jour=lundi] .creneau [data-colonne=fin] input").first
    assert (start.input_value(), ends.input_value()) == ("08:30", "10:30")
    ends.fill("16,5")
    ends.blur()
    assert ends.input_value() == "16:30"
    saved(site)
    go(site, "verifier")
    dossier = file_of(site)
    assert dossier["eleve"]["nom"] == "Lefèvre dé l’Ålma"
    assert (dossier["eleve"]["code_postal"], dossier["eleve"]["date_naissance"]) == ("7700", "2011-03-27")
    assert (dossier["eleve"]["telephone"], dossier["eleve"]["courriel"]) == ("+352621000000", "nom@ac-nantes.fr")
    assert dossier["situation"]["constats"] == KEPT
    assert [dossier["etablissement"][key] for key in ("uai", "telephone", "code_postal")] == ["0490060Z", "0241000000",
                                                                                              "49000"]
    assert unicodedata.is_normalized("NFC", str(dossier))
    told = site.locator("#verifier-signes")
    until(lambda: told.is_visible() and "🦄 [U+1F984]" in told.inner_text())
    go(site, "documents")
    until(lambda: "🦄 [U+1F984]" in site.locator("#documents-signes").inner_text())
    go(site, "situation")
    leave(site, "#situation-constats", KEPT.replace("🦄", "fin"))
    go(site, "verifier")
    until(lambda: told.is_hidden())
