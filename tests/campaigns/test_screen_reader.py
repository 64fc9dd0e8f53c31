"""Orca reads a short journey in both browsers; where labels and live regions are taken away, that is heard."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.campaigns.screen_reader.__main__ import needs, without

pytestmark = pytest.mark.campaign

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ["chromium", "firefox"]


def listened(built, browser, *arguments):
    lacking = [need for need in needs([browser]) if not need.found()]
    if lacking:
        pytest.skip(without(lacking))
    command = [sys.executable, "-m", "tests.campaigns.screen_reader", "--dist", str(built), "--browser", browser,
               "--journey", "annuler", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("browser", BROWSERS)
def test_what_must_be_heard_is(built, browser):
    done = listened(built, browser)
    assert done.returncode == 0 and "Annulé – Nom" in done.stdout, done.stdout


@pytest.mark.parametrize("browser", BROWSERS)
def test_control_a_page_without_labels_nor_live_regions_is_heard_as_such(built, browser):
    done = listened(built, browser, "--spoil")
    assert done.returncode == 1, done.stdout
    assert "n’est pas dit : « Nom zone de saisie »" in done.stdout, done.stdout
    assert "n’est pas dit : « Rétabli – Nom »" in done.stdout, done.stdout


def test_what_the_machine_lacks_is_one_sentence():
    assert without(needs(["firefox"])).startswith("Il manque à cette machine : Orca, Firefox (sous Debian « apt-get")
