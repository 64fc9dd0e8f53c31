"""The special pages of the dossier, a line for each: what it is made of comes when somebody first goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import contrat, emploi_du_temps, parcours, stages, suites
from pid_rules.form.bilans import BILAN_FINAL_PAGE, BILANS_PAGE
from pid_rules.questions.schema import APRES, AVANT

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier

LAST = {AVANT: "verifier", APRES: "suivi"}
"""The page that follows the last one of each phase."""
TASKS = "taches"
WHOLE = (TASKS, "verifier", "documents", "suivi", emploi_du_temps.PAGE.slug, parcours.DISPENSES_PAGE.slug)
"""The pages of which the part shows everything, their questions too if they have some."""


def entrance(dossier: Dossier) -> str:
    """What a dossier opens on: its list of pages, or once it has been sent what is to be done."""
    return TASKS if is_blank(get(dossier, suites.TRANSMISSION_DATE.path)) else "suivi"


def special(page: Any) -> dict[str, Any]:
    """What ``Parts`` needs of each, and of what is unfolded in a page; ``page`` is the ``DossierPage``."""
    followed: list[Any] = []
    judged: list[Any] = []

    def check() -> Any:
        from ui.sending.verify import Verification
        return Verification(page.draft, page.watch, page.versions, page.rewriting)

    def documents() -> Any:
        from ui.documents.listing import Documents
        return Documents(page.draft, page.watch)

    def follow_up() -> Any:
        from ui.follow_up.suivi import FollowUp
        return FollowUp(page.draft, page.watch, page.versions, page.rewriting)

    def stage_weeks() -> Any:
        """The same for both pages that change what it follows."""
        from ui.week.stage_weeks import FollowedWeeks
        if not followed:
            followed.append(FollowedWeeks(page.draft, page.watch))
        return followed[0]

    def timetable() -> Any:
        from ui.week.timetable import Timetable
        return Timetable(page.draft, page.watch, page.blocks, stage_weeks())

    def hours() -> Any:
        from ui.week.stage_hours import StageHours
        return StageHours(page.draft, page.watch, page.blocks, stage_weeks())

    def dispenses() -> Any:
        from ui.week.dispense_lines import DispenseLines
        return DispenseLines(page.draft, page.watch, page.blocks)

    def signatures() -> Any:
        from ui.signatures.signing import Signing
        return Signing(page)

    def agreements() -> Any:
        from ui.signatures.agreements import Agreements
        return Agreements(page)

    def bilan_rows() -> Any:
        """The same for both pages."""
        from ui.follow_up.bilan_rows import BilanRows
        if not judged:
            judged.append(BilanRows(page))
        return judged[0]

    def enclosed() -> Any:
        from ui.signatures.pieces import Enclosed
        return Enclosed(page)

    def former_states() -> Any:
        from ui.draft.former_states import FormerStates
        return FormerStates(page.draft, page.versions, page.rewriting, lambda: page.tasks.draw(""))

    def skeletons() -> Any:
        from ui.questions.skeletons import Skeletons
        return Skeletons(page.draft, page.blocks)

    def proposals() -> Any:
        from ui.questions.proposals import Proposals
        return Proposals(page)

    def usual() -> Any:
        from ui.dossier.habituel import Usual
        return Usual(page)

    def frise() -> Any:
        from ui.dossier.frise_shown import FriseShown
        return FriseShown(page.watch)

    return {"verifier": (None, check), "documents": ("documents.js", documents), "suivi": ("suivi.js", follow_up),
            emploi_du_temps.PAGE.slug: ("gestes.js", timetable), stages.STAGES_PAGE.slug: (None, hours),
            parcours.DISPENSES_PAGE.slug: ("gestes.js", dispenses),
            contrat.SIGNATURES_PAGE.slug: ("gestes.js", signatures), suites.PREPAM_PAGE.slug: ("gestes.js", agreements),
            BILANS_PAGE.slug: ("gestes.js", bilan_rows), BILAN_FINAL_PAGE.slug: ("gestes.js", bilan_rows),
            contrat.PIECES_PAGE.slug: ("gestes.js", enclosed),
            "etats": ("pages.js", former_states), "habituel": ("pages.js", usual),
            "frise": ("documents.js", frise),
            "formulations": ("gestes.js", skeletons), "propositions": ("gestes.js", proposals)}
