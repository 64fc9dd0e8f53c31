"""``docs/format.md`` names each key that a version added, and no other."""

import re
from pathlib import Path

from pid_rules.dossier.structure import VERSION
from pid_rules.form import FORM

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


def section(version):
    return TEXT.partition(f"### Version {version} ")[2].partition("\n### ")[0]


def told(field):
    """Whether the section of its version names a question, alone or with the list that came with it."""
    block = FORM.block.get(field.within)
    with_its_list = block and block.since == field.since and f"`{block.path}[]`" in section(field.since)
    return f"`{field.path}`" in section(field.since) or with_its_list and f"`{field.name}`" in section(field.since)


def test_every_version_has_its_section_and_the_next_one_where_keys_wait_for_it():
    newest = max(field.since for field in FORM.field.values())
    assert VERSION <= newest <= VERSION + 1, f"the next version is {VERSION + 1}"
    assert all(section(number)
               for number in range(1, newest + 1)), f"docs/format.md: begin « ### Version {newest} (to come) »"
    assert not section(newest + 1)


def test_each_added_key_is_told_in_the_version_in_which_it_came():
    untold = [field.path for field in FORM.field.values() if field.since > 1 and field.name != "id" and not told(field)]
    assert untold == [], f"docs/format.md: add a line to the section of the version that brings {untold}"


def test_each_list_whose_items_received_an_identifier_is_told():
    numbered = [block for block in FORM.block.values() if block.ids and not block.designated and block.since == 1]
    line = re.search(r"^\| `…\[\]\.id`.*$", section(2), re.MULTILINE)[0]
    for block in numbered:
        name = block.path.split(".")[-1]
        assert f"{name}`" in line or block.path.startswith(("bilans[]", "bilan_final")), block.path


def test_the_control_finds_a_key_that_is_not_told():
    assert "`emploi_du_temps.duree_inventee`" not in TEXT
