"""Generated dossiers: the same seed gives the same case, made from the form alone or from an example made different.

A case is what ``tests.support.cases_replay`` replays: dossier, step, today, profile, fingerprint. Every dossier has the
JSON types of the format, for files that have not are refused before any rule reads them.
"""

import copy
import random

from pid_rules.dossier.paths import concrete, get, put
from pid_rules.dossier.structure import FORMAT, VERSION, blank_item, tree
from pid_rules.files import PROFILE, read_profile
from pid_rules.form import FORM, stages
from pid_rules.form.options import JOURS
from pid_rules.questions.schema import STEPS
from pid_rules.seuils.grilles import GRILLES
from pid_rules.words import dates
from pid_rules.words.dates import parse_iso, to_iso
from pid_rules.words.horaires import DAY, parse_time, to_time
from tests.campaigns.answers import Answers
from tests.support.cases_replay import TESTS, bases

EXAMPLES = bases()
PROFILE_49 = read_profile(PROFILE)
ZONES = ("B", "B", "B", "B", "B", "A", "C", "Z")
COUNTS = (0, 1, 1, 1, 2, 2, 3, 5)
IN_ORDER = (("debut", "pause_debut", "pause_fin", "fin"), ("debut", "fin"), ("du", "au"))
"""Keys whose answers usually follow one another inside one item."""
DATED = ("stages", "parcours", "eleve", "emploi_du_temps", "evaluation", "bilans", "signatures", "situation")
FINGERPRINT = "a" * 64
NAMES = tuple([line.split("\t")[0]
               for line in (TESTS / "data" / "disciplines.tsv").read_text(encoding="utf-8").splitlines()[1:]]
              + ["Mme Exemple", "Français / Maths", "SOUTIEN MATHEMATIQUES", "LV1 / LV2", "?", "Stage"])
LAST_DAY = parse_iso("9999-12-31")


def case_of(seed):
    """The case of a seed."""
    rng = random.Random(seed)
    profile = copy.deepcopy(PROFILE_49)
    profile["departement"]["zone"] = rng.choice(ZONES)
    answers = Answers(rng, profile["departement"]["zone"])
    base = rng.choice(("complet", "complet", "clos", "desordre", None))
    dossier = copy.deepcopy(EXAMPLES[base]) if base else from_nothing(rng, answers)
    if base:
        for _ in range(rng.choice((1, 1, 2, 3, 6, 12))):
            rng.choice(CHANGES)(rng, answers, dossier)
    today = answers.day() if base is None or rng.random() < 0.3 else parse_iso("2026-11-20") + rng.randint(-40, 240)
    return {"dossier": dossier, "step": rng.choice(STEPS), "today": today, "profile": profile,
            "fingerprint": rng.choice(("", FINGERPRINT, "b" * 64))}


def from_nothing(rng, answers):
    """A dossier built question by question from the form."""
    dossier = {"format": FORMAT, "version": VERSION}
    root = tree(FORM)
    for key in root.below:
        if key in dossier or rng.random() < 0.04:
            continue
        if key in FORM.nullable and rng.random() < 0.4:
            dossier[key] = None
        elif root.below[key].below or root.below[key].field or root.below[key].block:
            dossier[key] = _built(root.below[key], rng, answers)
    put(dossier, "parcours.debut", to_iso(answers.begin))
    put(dossier, "parcours.fin", to_iso(answers.end))
    return dossier


def _built(node, rng, answers, identifier=""):
    if node.field is not None:
        return answers.to(node.field)
    if node.block is not None:
        item = node.below["[]"]
        count = min(rng.choice(COUNTS), node.block.maximum)
        return [_built(item, rng, answers, node.block.ids + str(index + 1)) for index in range(count)]
    made = {key: _built(child, rng, answers) for key, child in node.below.items() if rng.random() > 0.02}
    if "id" in node.below and rng.random() < 0.9:
        made["id"] = identifier
    return _in_order(rng, made)


def _in_order(rng, item):
    """The item with its days and times mostly in the order of life."""
    for keys in IN_ORDER:
        held = [item[key] for key in keys if key in item]
        if len(held) == len(keys) and rng.random() < 0.85:
            item.update(zip(keys, sorted(held)))
    return item


def _rewrite(rng, answers, dossier):
    """Other answers to a few questions."""
    for field in rng.sample(list(FORM.field.values()), 3):
        for path in concrete(dossier, field.path)[:3]:
            if _stands(dossier, path):
                put(dossier, path, answers.to(field, blank=0.2, wrong=0.1))


def _stands(dossier, path):
    """Whether the answer may be written without making the block that is null above it."""
    holder = path.rpartition(".")[0]
    return holder == "" or get(dossier, holder) is not None


def _reshape(rng, answers, dossier):
    """One list with an item more, fewer, doubled or moved."""
    block = rng.choice(list(FORM.block.values()))
    for path in concrete(dossier, block.path):
        items = get(dossier, path)
        if not isinstance(items, list):
            continue
        act = rng.choice(("add", "remove", "double", "move", "empty"))
        if act == "add" and len(items) < block.maximum:
            node = tree(FORM)
            for key in block.path.replace("[]", ".[]").split("."):
                node = node.below[key]
            items.append(rng.choice((blank_item(FORM, block.path),
                                     _built(node.below["[]"], rng, answers, block.ids + str(len(items) + 1)))))
        elif act == "empty":
            items.clear()
        elif items and act == "remove":
            items.pop(rng.randrange(len(items)))
        elif items and act == "double" and len(items) < block.maximum:
            items.append(copy.deepcopy(rng.choice(items)))
        else:
            rng.shuffle(items)


def _shift_days(rng, answers, dossier):
    """A part of the dossier some days earlier or later."""
    _each_text(dossier, rng.choice(DATED), rng.choice((-365, -7, -1, 1, 7, 28, 365)), parse_iso,
               lambda day: to_iso(max(1, min(day, LAST_DAY))))


def _shift_times(rng, answers, dossier):
    """The hours of the stages or of the timetable some minutes earlier or later."""
    shift = rng.choice((-180, -60, -31, -1, 1, 29, 60, 180, 300))
    key = rng.choice(("stages", "emploi_du_temps"))
    _each_text(dossier, key, shift, parse_time, lambda minutes: to_time(minutes % DAY))


def _each_text(holder, key, shift, read, write):
    value = holder[key] if isinstance(holder, list) else holder.get(key)
    if isinstance(value, str) and read(value) is not None:
        holder[key] = write(read(value) + shift)
    elif isinstance(value, (dict, list)):
        for below in value if isinstance(value, dict) else range(len(value)):
            _each_text(value, below, shift, read, write)


def _full_week(rng, answers, dossier):
    """A stage with the same hours on several days of the week, short or long, with or without a pause."""
    held = dossier.get("stages") or []
    if held:
        begin, length = rng.randrange(6 * 60, 14 * 60, 15), rng.choice((240, 285, 299, 330, 360, 420, 421, 480, 481))
        pause = rng.choice((None, 29, 30, 60))
        hours = {"debut": to_time(begin), "fin": to_time(begin + length + (pause or 0)), "pause_debut": "",
                 "pause_fin": ""}
        if pause:
            hours.update(pause_debut=to_time(begin + 180), pause_fin=to_time(begin + 180 + pause))
        days = rng.choice((JOURS[:5], JOURS[:5], JOURS[:6], JOURS[1:6], JOURS))
        rng.choice(held)["horaires"] = [{"jour": day, **hours} for day, _ in days]


def _ordinary_week(rng, answers, dossier):
    """One week model that holds the whole compulsory grid, or nearly, in lessons or not, sometimes without any
    stage."""
    reference = rng.choice(("4e", "3e"))
    grid = GRILLES[reference].history[-1].value
    length = rng.choice((None, 45, 50, 55, 55, 60))
    whole_grid = rng.random() < 0.4
    slots, day, start = [], 0, 8 * 60
    for discipline, minutes in grid.items():
        whole, half = divmod(minutes, 60)
        lessons = [(minutes, "")] if length is None else [(length, "")] * whole + [(length,
                                                                                    rng.choice("AB"))] * bool(half)
        for lasting, letter in lessons:
            activity, counted = discipline, ""
            if not whole_grid:
                activity = rng.choice((discipline, discipline, rng.choice(NAMES)))
                counted = rng.choice(("", "", "", "", discipline, "hors_grille"))
            slots.append({"jour": JOURS[day][0], "debut": to_time(start), "fin": to_time(start + lasting),
                          "lieu": "college", "activite": activity, "semaine": letter, "discipline": counted})
            day, start = (min(day + 1, 6), 8 * 60) if start + lasting > 17 * 60 else (day, start + lasting)
    if not whole_grid and rng.random() < 0.4:
        slots.pop(rng.randrange(len(slots)))
    week = {"nom": "A", "du": get(dossier, "parcours.debut") or "", "au": get(dossier, "parcours.fin") or "",
            "creneaux": slots}
    dossier["emploi_du_temps"] = {"reference": reference, "duree_seance": length, "semaines": [week],
                                  "lundis_a": [to_iso(answers.day()) for _ in range(rng.choice((0, 0, 2, 6)))]}
    if rng.random() < 0.6:
        dossier.update(stages=[], lieux=[])


def _letters(rng, answers, dossier):
    """Weeks A and B in the timetable and in the hours of stages, some Mondays given, lessons of another length."""
    timetable = get(dossier, "emploi_du_temps") or {}
    for week in timetable.get("semaines") or []:
        for slot in week.get("creneaux") or []:
            if rng.random() < 0.4:
                slot["semaine"] = rng.choice(("A", "B", ""))
            if rng.random() < 0.2:
                slot["activite"] = rng.choice(NAMES)
    for stage in dossier.get("stages") or []:
        for line in stage.get("horaires") or []:
            if rng.random() < 0.4:
                line["semaine"] = rng.choice(("A", "B", ""))
    put(dossier, "emploi_du_temps.duree_seance", rng.choice((None, 45, 50, 55, 60)))
    put(dossier, "emploi_du_temps.lundis_a", [to_iso(answers.day()) for _ in range(rng.choice((0, 0, 1, 3, 9)))])


def _other_year(rng, answers, dossier):
    """The whole dossier some school years earlier or later, when other figures held."""
    years = rng.choice((-8, -9, -10, -1, 1))
    for key in [key for key in dossier if key != "dossier"]:
        _each_text(dossier, key, years * 364, parse_iso, lambda day: to_iso(max(1, min(day, LAST_DAY))))
    put(dossier, "dossier.annee_scolaire", f"{2026 + years}-{2027 + years}")


def _match_ages(rng, answers, dossier):
    """A birthday that counts, one day before, on or after a day of the dossier; stages of other types."""
    path = rng.choice(("parcours.debut", "parcours.fin", "stages.0.debut", "stages.0.fin"))
    day = parse_iso(get(dossier, path) or "")
    if day is not None:
        year, month, of_month = dates.parts(day + rng.choice((-1, 0, 1)))
        born = dates.day_number(year - rng.choice((13, 14, 15, 16, 18)), month, of_month)
        put(dossier, "eleve.date_naissance", to_iso(born or dates.day_number(2012, 2, 29)))
    for stage in dossier.get("stages") or []:
        if rng.random() < 0.3:
            stage["type"] = rng.choice(stages.STAGE_TYPE.kind.options)[0]


def _forget(rng, answers, dossier):
    """A key that is missing, or one that the format does not know."""
    holder = get(dossier, rng.choice(("eleve", "parcours", "stages.0", "referent", "suivi", "decision"))) or dossier
    if rng.random() < 0.5:
        holder.pop(rng.choice(list(holder)))
    else:
        # Not « 0 »: JavaScript moves the keys that are whole numbers before the others, and nothing can be done of it.
        holder[rng.choice(("inconnue", "a.b", "toString", "__class__"))] = rng.choice((1, "x", None, [], {"y": "z"}))


CHANGES = (_rewrite, _rewrite, _rewrite, _reshape, _reshape, _shift_days, _shift_times, _full_week, _ordinary_week,
           _letters, _letters, _other_year, _match_ages, _forget)
