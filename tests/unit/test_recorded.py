"""The benchmark says what became slower by more than a fifth, and nothing else."""

from tests.bench import recorded


def test_a_figure_that_grew_by_more_than_a_fifth_is_said():
    assert recorded.regressions({"a": 0.49, "b": 0.47},
                                {"a": 0.40, "b": 0.40}) == ["régression : a, 0.49 au lieu de 0.40"]


def test_a_figure_measured_for_the_first_time_is_not_compared():
    assert recorded.regressions({"new": 9.0}, {}) == []


def test_what_is_written_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "FILE", tmp_path / "recorded.toml")
    assert recorded.read() == {}
    recorded.write({"cold, site / stock, x1": 0.34})
    assert recorded.read() == {"cold, site / stock, x1": 0.34}
