"""In which script each Python module of the pages arrives: what a dossier starts with, needs next, or only in some of
its parts."""

from pipeline.brython.imports import needed_at_once, needed_ever

DOSSIER = "ui.page_dossier"
LATER = {"documents.js": ("ui.documents.listing", "ui.documents.composing", "ui.dossier.frise_shown",
                         "ui.week.dispense_bars"), "suivi.js": ("ui.follow_up.suivi",),
         "gestes.js": ("ui.draft.elsewhere", "ui.questions.skeletons", "ui.questions.proposals",
                        "ui.rules.stage_type", "ui.week.dispense_lines", "ui.week.timetable", "ui.signatures.signing",
                        "ui.signatures.agreements", "ui.signatures.pieces", "ui.follow_up.bilan_rows")}
"""Scripts that the dossier loads when one of these modules is asked for."""
SELDOM = ("ui.draft.migration", "ui.draft.former_states", "ui.dossier.habituel")
"""Modules for which the page of the dossier loads « pages.js »."""


def distributed(modules: list[dict]) -> dict[str, set[str]]:
    """{script: names of modules}.

    « app.js » holds what the dossier imports when it starts. « suite.js » holds what it needs next, or what several of
    the others share. Those of ``LATER`` are on their own. « pages.js » holds what only other pages need, or the dossier
    seldom. A module that no page imports is in none of them.
    """
    first = needed_at_once(modules, DOSSIER)
    apart = (*SELDOM, *(root for roots in LATER.values() for root in roots))
    dossier = needed_ever(modules, DOSSIER, apart)
    pages = [module["name"] for module in modules
             if module["name"].startswith("ui.page_") and module["name"] != DOSSIER]
    later = {**LATER, "pages.js": (*pages, *SELDOM)}
    needs = {script: _needed_by(modules, roots, apart) for script, roots in later.items()}
    shared = {name for script,
              names in needs.items() for other in needs if other != script for name in names & needs[other]}
    following = (dossier | shared) - first
    return {"app.js": first, "suite.js": following,
            **{script: names - first - following for script, names in needs.items()}}


def _needed_by(modules: list[dict], roots: tuple, without: tuple) -> set[str]:
    """What these modules need, but for what others have loaded when they are asked for."""
    kept = tuple(name for name in without if name not in roots)
    return set().union(*(needed_ever(modules, root, kept) for root in roots))
