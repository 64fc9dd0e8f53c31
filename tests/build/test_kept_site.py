"""The site that the tests share is that of the present sources, never of former ones."""

from tests.support import built


def test_the_key_follows_every_source_and_the_day(tmp_path, monkeypatch):
    (tmp_path / "site" / "node_modules").mkdir(parents=True)
    (tmp_path / "site" / "a.css").write_text("a{}", encoding="utf-8")
    (tmp_path / "build.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(built, "ROOT", tmp_path)
    first = built.key("2026-11-30")
    (tmp_path / "site" / "node_modules" / "b.js").write_text("", encoding="utf-8")
    assert built.key("2026-11-30") == first != built.key("2026-12-01")
    (tmp_path / "site" / "a.css").write_text("a{color:red}", encoding="utf-8")
    second = built.key("2026-11-30")
    (tmp_path / "site" / "a.css").rename(tmp_path / "site" / "b.css")
    assert len({first, second, built.key("2026-11-30")}) == 3
