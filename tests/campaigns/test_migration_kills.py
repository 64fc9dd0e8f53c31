"""A browser killed while the schema, or the format of a draft, changes finds the old one or the new one, whole."""

import pytest

from pid_rules.dossier.json_text import to_json
from tests.campaigns.former_saves import SAVES, StatesChange
from tests.campaigns.migration_kills import DRAFTS, FORMER, FormatChange, Migration

pytestmark = pytest.mark.campaign


def test_the_database_is_old_or_new(built, tmp_path):
    migration = Migration(built, tmp_path, "chromium")
    migration.kill_once()
    migration.close()
    assert migration.wrong == [] and migration.found.total() == 1


def test_control_a_base_that_was_half_rewritten_would_be_seen(built, tmp_path):
    migration = Migration(built, tmp_path, "chromium", naive=True)
    for _ in range(8):
        migration.kill_once()
        if migration.wrong:
            break
    migration.close()
    assert migration.wrong, f"{DRAFTS} drafts were rewritten each time before the kill"


def test_a_draft_of_version_1_of_the_format_is_old_or_new(built, tmp_path):
    change = FormatChange(built, tmp_path, "chromium")
    for _ in range(3):
        change.kill_once()
    change.close()
    assert change.wrong == [] and change.found.total() == 3 * FORMER and "new" in change.found and "old" in change.found


def test_former_saves_are_all_there_or_all_sorted(built, tmp_path):
    change = StatesChange(built, tmp_path, "chromium")
    for _ in range(2):
        change.kill_once()
    change.close()
    assert change.wrong == [] and change.found.total() == 2
    assert change.verdict({**change.OLD, "save": DRAFTS * SAVES - 1}) == change.verdict({**change.NEW,
                                                                                         "save": 1}) == "neither"


def test_control_a_draft_without_what_was_kept_would_be_seen(built, tmp_path):
    change = FormatChange(built, tmp_path, "chromium")
    change.close()
    new, kept = to_json(change.present), {**change.kept, "version": 2, "envoi": {"sceau": ""}}
    assert change.verdict(new, kept) == "new" and change.verdict(change.text, kept) == "converted beside"
    assert change.verdict(new, change.kept) == change.verdict(new.replace("Łukasz", ""), kept) == "neither"
