"""A dossier whose every answer holds its own marker."""

import re

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import concrete, get, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM

ITEMS = 2
MARKER = re.compile("M[0-9]{4}")
LINKS = {"stages[].lieu": "lieux[].id", "bilan_final.objectifs[].objectif": "parcours.objectifs[].id",
         "bilan_final.strategies[].strategie": "parcours.objectifs[].strategies[].id",
         "bilan_final.stages[].stage": "stages[].id"}
"""Answers that name another: they hold its identifier, which has the marker."""


def _grow(dossier, block):
    for path in concrete(dossier, block.path):
        for _ in range(ITEMS):
            if block.fields()[0].name == "" and len(block.fields()) == 1:
                put(dossier, path, [""] * ITEMS)
            else:
                add_item(FORM, dossier, block.path, path)
                if len(get(dossier, path)) == ITEMS:
                    break


def marked():
    """(dossier, {marker: concrete path}): two items in each list, a marker in each answer, stages linked to places."""
    dossier = blank_dossier(FORM)
    for page in FORM.pages:
        for block in page.blocks():
            _grow(dossier, block)
    markers = {}
    for field in FORM.field.values():
        for path in concrete(dossier, field.path):
            marker = f"M{len(markers):04}"
            markers[marker] = path
            put(dossier, path, [marker] if field.kind.blank == [] else marker)
    for pattern, named in LINKS.items():
        for path, identifier in zip(concrete(dossier, pattern), concrete(dossier, named) * ITEMS):
            markers.pop(get(dossier, path))
            put(dossier, path, get(dossier, identifier))
    return dossier, markers


DOSSIER, MARKERS = marked()
