"""A browser killed while the schema changes finds the old database or the new one, whole."""

from tests.campaigns.migration_kills import DRAFTS, Migration


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
