"""Names of lessons that a cell of the grid proposes before any was typed, as people write them or as software does.

Who types in capitals copies what school software shows, without accents and cut at twenty characters.
"""

from __future__ import annotations

USUAL = (
    ("Français", "FRANCAIS"), ("Mathématiques", "MATHEMATIQUES"), ("Histoire-géographie-EMC", "HISTOIRE & GEOGRAPH."),
    ("Anglais LV1", "ANGLAIS LV1"), ("Espagnol LV2", "ESPAGNOL LV2"), ("EPS", "ED.PHYSIQUE & SPORT."),
    ("Arts plastiques", "ARTS PLASTIQUES"), ("Éducation musicale", "EDUCATION MUSICALE"),
    ("SVT", "SCIENCES VIE & TERRE"), ("Technologie", "TECHNOLOGIE"), ("Physique-chimie", "PHYSIQUE-CHIMIE"),
    ("Enseignement moral et civique", "ENS. MORAL & CIVIQUE"),
    ("Vie de classe", "VIE DE CLASSE"), ("Devoirs faits", "DEVOIRS FAITS"),
    ("Accompagnement personnalisé", "ACCOMPAGNEMT. PERSO."), ("LCA latin", "LCA LATIN"))
"""(as people write it, as software does), in the order in which they are proposed. Of languages those alone whose
rank hardly varies."""
FEWEST = 2
"""Capitals from which a name is in capitals: the first letter of any name may be one."""


def is_in_capitals(typed: str) -> bool:
    """Whether a name is being typed in capitals."""
    return len(typed) >= FEWEST and typed == typed.upper() and typed != typed.lower()


def usual_names(typed: str) -> list[str]:
    """The names proposed to who types so."""
    return [pair[1 if is_in_capitals(typed) else 0] for pair in USUAL]
