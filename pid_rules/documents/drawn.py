"""The drawings of a dossier as blocks, each with what it cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents import blocks
from pid_rules.dossier.paths import get
from pid_rules.drawings.frise import Frise

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition


def zone_of(edition: Edition) -> str:
    """The zone of the school calendar of the département, "" for an unknown one."""
    return cast("str", get(edition.profile, "departement.zone") or "")


def calendar(answers: Answers, edition: Edition) -> list[Printed]:
    """The timeline; a sentence where its dates are not given, nothing on a form to fill by hand without them."""
    frise = Frise(answers.root(), edition.today, zone_of(edition))
    if frise.known:
        return [blocks.figure(frise.wide())]
    return [] if answers.blank_form else [blocks.paragraph(frise.text, "note")]
