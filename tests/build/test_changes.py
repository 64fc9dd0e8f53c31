"""The list of what changed in the rules: no number serves twice, and every rule that it names exists."""

import pytest

import changes


@pytest.mark.parametrize("old, new, words", [
    ('id = "ST-09"', 'id = "ST-10"', "donné à une autre : ST-10"),
    ('"ST-34", "ST-35"', '"ST-34", "ST-99"', "règle inconnue dans changements.toml : ST-99")])
def test_a_number_that_serves_again_and_an_unknown_rule_are_refused(monkeypatch, tmp_path, old, new, words):
    text = changes.FILE.read_text(encoding="utf-8")
    assert old in text
    written = tmp_path / "changements.toml"
    written.write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(changes, "FILE", written)
    with pytest.raises(ValueError, match=words):
        changes.read()
