"""``docs/format.md`` names each key that a version added, and no other."""

import re
from pathlib import Path

from pid_rules.dossier.structure import VERSION
from pid_rules.form import FORM

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


def section(version):
    return TEXT.partition(f"### Version {version} ")[2].partition("\n### ")[0]


def test_every_version_has_its_section():
    assert all(section(number) for number in range(1, VERSION + 1)) and not section(VERSION + 1)


def test_each_added_key_is_told_in_the_version_in_which_it_came():
    for pattern, field in FORM.field.items():
        if field.since > 1 and field.name != "id":
            block = pattern.rpartition("[].")[0]
            told = f"`{pattern}`" in section(field.since) or (
                block and FORM.block[block].since == field.since and f"`{block}[]`" in section(field.since)
                and f"`{field.name}`" in section(field.since))
            assert told, pattern


def test_each_list_whose_items_received_an_identifier_is_told():
    numbered = [block for block in FORM.block.values() if block.ids and not block.designated and block.since == 1]
    line = re.search(r"^\| `…\[\]\.id`.*$", section(2), re.MULTILINE)[0]
    for block in numbered:
        name = block.path.split(".")[-1]
        assert f"{name}`" in line or block.path.startswith(("bilans[]", "bilan_final")), block.path


def test_the_control_finds_a_key_that_is_not_told():
    assert "`emploi_du_temps.duree_inventee`" not in TEXT
