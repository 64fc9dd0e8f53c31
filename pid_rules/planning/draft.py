"""The hours of a dossier that is being filled, for the screen and the documents: the same models as those of the rules.

What is blank or cannot be read is None, and nothing is said of it: that is for the rules.
"""

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import eleve, parcours, stages
from pid_rules.form import emploi_du_temps as edt
from pid_rules.judgement.rule import Item
from pid_rules.planning.hours import Stay
from pid_rules.planning.letters import Alternation
from pid_rules.planning.timeline import Timeline
from pid_rules.planning.weeks import weeks_of_items

_STAGE = (stages.STAGE_LIEU, stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.STAGE_FIN)


def weeks_of(dossier):
    """The week models of a dossier."""
    return _weeks(dossier, _paths(dossier, edt.SEMAINES.path))


def week_at(dossier, path):
    """The week model at a concrete path."""
    return _weeks(dossier, [path])[0]


def _weeks(dossier, paths):
    items = []
    fields = edt.CRENEAUX.fields()
    for path in paths:
        item = _item(dossier, path, edt.SEMAINES, (edt.SEMAINE_NOM, edt.SEMAINE_DU, edt.SEMAINE_AU))
        item.values[edt.CRENEAUX.path] = [_item(dossier, place, edt.CRENEAUX, fields)
                                          for place in _paths(dossier, path + ".creneaux")]
        items.append(item)
    return weeks_of_items(items, length_of(dossier))


def length_of(dossier):
    """The length of a lesson, None where it is not known."""
    return _answer(dossier, edt.DUREE_SEANCE)


def stay_at(dossier, path):
    """The stay of the stage at a concrete path."""
    item = _item(dossier, path, stages.STAGES, _STAGE)
    item.values[stages.HORAIRES.path] = [_item(dossier, place, stages.HORAIRES, stages.HORAIRES.fields())
                                         for place in _paths(dossier, path + ".horaires")]
    return Stay(item)


def stays_of(dossier):
    """The stays of the stages of a dossier."""
    return [stay_at(dossier, path) for path in _paths(dossier, stages.STAGES.path)]


def alternation_of(dossier):
    """The weeks A of a dossier that are known."""
    days = [edt.LUNDI_A.kind.read(day)[0] for day in get(dossier, edt.LUNDIS_A.path) or [] if not is_blank(day)]
    return Alternation([day for day in days if day is not None])


def plan_of(dossier, zone=""):
    """The ``Timeline`` of a dossier."""
    return Timeline(weeks_of(dossier), stays_of(dossier), _answer(dossier, eleve.DATE_NAISSANCE),
                    _answer(dossier, parcours.DEBUT), _answer(dossier, parcours.FIN), alternation_of(dossier), zone)


def _paths(dossier, path):
    held = get(dossier, path)
    return [path + "." + str(index) for index in range(len(held))] if isinstance(held, list) else []


def _item(dossier, path, block, fields):
    held = get(dossier, path)
    values = {}
    for field in fields:
        known = isinstance(held, dict) and field.name in held
        values[field.path] = _read(held[field.name], field) if known else None
    return Item(path, values, block.path)


def _answer(dossier, field):
    return _read(get(dossier, field.path), field)


def _read(value, field):
    if is_blank(value) or not isinstance(value, (str, int)):
        return None
    if not isinstance(value, str) and field.kind.blank == "":
        return None
    return field.kind.read(value)[0]
