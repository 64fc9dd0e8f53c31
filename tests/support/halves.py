"""Which tests are in the longer half: what is known after some minutes comes first, and both halves pass in CI.

A test is in one of three. « pytest » runs the short half, « pytest -m long » the longer one. The campaigns (« pytest -m
campaign ») bear their mark in their own file, or are ``JOURNEYS``, and stay out of CI.
"""

from types import SimpleNamespace

FOREIGN = {"firefox", "webkit", "old_chromium", "chromium_109", "chromium_119"}
"""Fixtures that open a browser which is not Chromium as it is now."""
FOLDERS = {"campaigns", "pdf"}
FILES = {
    "test_axe", "test_cases", "test_engines", "test_envoi", "test_firefox", "test_history", "test_items", "test_lock",
    "test_moment", "test_ready_rows", "test_recapitulatif", "test_shared", "test_single", "test_update",
}
"""Those of tests/browser whose journeys last, and that CI passes."""
JOURNEYS = {
    "test_cleared", "test_cles", "test_closed", "test_day", "test_dispenses", "test_double_click",
    "test_emploi_du_temps", "test_extensions", "test_given_files", "test_hands", "test_hostile", "test_kept_formats",
    "test_migration", "test_paper", "test_pocket", "test_revision", "test_stage_weeks", "test_states", "test_statuts",
    "test_suivi", "test_taken_back",
}
"""Those that twenty minutes leave no room for: they are campaigns."""
LASTING = {
    "test_axe", "test_cases", "test_differential", "test_documents", "test_emploi_du_temps", "test_engines",
    "test_envoi", "test_firefox", "test_generated", "test_handover", "test_html", "test_importer", "test_lock",
    "test_naughty", "test_planning", "test_pocket", "test_revision", "test_shared", "test_site", "test_suivi",
    "test_taken_back",
}
"""Those of which all the tests together take half a minute or more, or one of them a quarter."""
NONE = SimpleNamespace(params={})


def is_journey(item):
    """Whether a test is of a journey that stays out of CI."""
    return item.path.parent.name == "browser" and item.path.stem in JOURNEYS


def is_long(item):
    """Whether a test that is no campaign is in the longer half."""
    asked = {*item.fixturenames, getattr(item, "callspec", NONE).params.get("engine")}
    return bool(item.path.parent.name in FOLDERS or (item.path.parent.name == "browser" and item.path.stem in FILES)
                or FOREIGN & asked)
