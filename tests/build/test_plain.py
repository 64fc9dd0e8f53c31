"""``build.py --plain``: the site without any fast path shows the same dossier."""

import shutil

import pytest

import build
from tests.bench.measure import Bench, until

SHOWN = "document.getElementById('verifier').innerText"


def judged(browser, folder):
    """What the page says of the example once it is judged, and its errors."""
    (folder / "blank.html").write_text('<!doctype html><script src="storage.js"></script>', encoding="utf-8")
    bench = Bench(browser, folder, 1)
    errors = []
    bench.page.on("pageerror", lambda error: errors.append(str(error)))
    bench.open(True)
    bench.page.evaluate("location.hash = '#verifier'")
    until(bench.page, "document.getElementById('verdict').textContent.trim()")
    shown = bench.page.evaluate(SHOWN)
    bench.close()
    return shown, errors


@pytest.mark.campaign
def test_the_site_without_fast_paths_judges_a_dossier_alike(chromium, built, tmp_path):
    shutil.copytree(built, tmp_path / "fast")
    build.build(tmp_path / "plain", families=())
    assert "pid_get" not in (tmp_path / "plain" / "app.js").read_text(encoding="utf-8")
    shown, errors = judged(chromium, tmp_path / "plain")
    assert errors == []
    assert len(shown) > 200
    assert shown == judged(chromium, tmp_path / "fast")[0]


def test_the_command_line_leaves_them_out_on_demand(monkeypatch):
    asked = []
    monkeypatch.setattr(build, "build", lambda out, families, *others: asked.append(families))
    for arguments in ([], ["--plain"]):
        build.main(arguments)
    assert asked == [build.fast.EVERY, ()]
