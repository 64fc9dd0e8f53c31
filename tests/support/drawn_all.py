"""Every drawing of a dossier, as both engines make them: the page runs the text of this module too."""

from pid_rules.drawings import frise_narrow, semaine, svg
from pid_rules.drawings.barres import Barres
from pid_rules.drawings.frise import Frise
from pid_rules.drawings.places import Places
from pid_rules.planning.draft import read, stays_of, weeks_of


def drawn(case):
    """The drawings of {dossier, today, zone}, their texts and their tables, with what a page makes of the first."""
    root = read(case["dossier"])
    models, places = weeks_of(root), Places(root)
    frise, bars = Frise(root, case["today"], case["zone"]), Barres(case["dossier"], case["zone"])
    made = [frise.wide(), frise.narrow(), frise.narrow(frise_narrow.WIDER)] if frise.known else []
    made += [semaine.of_stage(stay) for stay in stays_of(root)]
    made += [semaine.one_week(places, week, beside=models) for week in models]
    if models:
        ordinary = semaine.ordinary_of(models)
        made.append(semaine.side_by_side(places, models[0], models[-1], ordinary))
    made += [bars.drawing()] if bars.known else []
    elements = [[name, attributes, words] for name, attributes, words in svg.elements(made[0])] if made else []
    return {"drawings": made, "text": frise.text, "rows": frise.rows(), "bars": bars.rows(), "elements": elements}
