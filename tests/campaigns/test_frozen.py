"""Two versions are compared by all that they make; the negative control is a version that says one word otherwise."""

from tests.campaigns import frozen


def test_another_text_one_more_and_one_less_are_told():
    before = {"contrat": frozen.hash_of("a"), "convention": frozen.hash_of("b"), "famille": frozen.hash_of("c")}
    assert frozen.different(before, dict(before)) == []
    assert frozen.different(before,
                            {"contrat": frozen.hash_of("a"), "convention": frozen.hash_of("B"), "bilan": ""}) == [
        "bilan", "convention", "famille"]


def test_every_kind_of_file_of_every_example_is_compared(monkeypatch):
    monkeypatch.chdir(frozen.ROOT)
    made = frozen.made_of(frozen.EXAMPLES[0])
    name = frozen.EXAMPLES[0].stem
    for what in ("contrat signé", "scellé", "JSON", "rapport envoi", "document complet ",
                 "document convention stages.0 --by-hand"):
        assert made[f"{name} {what}"]
