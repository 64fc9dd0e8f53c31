"""All that the core makes of what other software holds, as plain data: the same lines run in both engines."""

from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.reprise import (
    agenda,
    annuaire,
    annuaire_rows,
    balises,
    cours,
    grille,
    lesson,
    liste,
    publipostage,
    siecle,
    siecle_pupil,
)
from pid_rules.reprise.candidates import sought
from pid_rules.reprise.proposal import Preview, write


def _preview(dossier, pupil):
    made = Preview(dossier, pupil, pupil.assumed())
    shown = [[one.path, one.label, one.kind, one.before, one.after, one.shown(one.after), one.why, one.ticked,
              [list(pair) for pair in one.choices]] for one in made.proposals]
    write(dossier, [(one.path, one.after) for one in made.proposals if one.ticked])
    return [shown, _told(made.notices), [one.words for one in pupil.persons], dossier]


def _told(notices):
    return [[one.level, one.text] for one in notices]


def _week(found):
    return [lesson.slots(found.lessons, {}), [[one.lesson.words(), one.words] for one in found.doubts],
            _told(found.notices), [list(pair) for pair in found.mondays], found.labels, found.length,
            [list(pair) for pair in found.unread()]]


def _siecle(case):
    dossier = blank_dossier(FORM)
    files = siecle.Files(case["opened"], dossier)
    made = [_told(files.notices), files.unread(),
            [line for _, line in sought(files.everyone(), case["typed"])[0]]]
    for one in files.everyone()[:4]:
        made.append(_preview(blank_dossier(FORM), siecle_pupil.pupil_of(files, one.key)))
    if files.everyone():
        files.forget(files.everyone()[0].key)
    return made + [files.eleves, files.responsables]


def _liste(case):
    held = liste.Liste(case["pasted"])
    made = [_told(held.notices), held.dropped, held.rows,
            [[one.heading, one.means, list(one.likely)] for one in held.columns]]
    for one in held.everyone()[:3]:
        made += [one.line(True), held.summary(one.key), _preview(blank_dossier(FORM), held.pupil(one.key))]
    return made


def _agenda(case):
    held = agenda.Agenda(case["events"], case["zone"])
    week = held.week()
    made = [_told(held.notices), held.mondays(), None if week is None else _week(week)]
    return made + [_week(held.week_of(monday)) for monday in held.mondays()[:1]]


def _annuaire(case):
    schools = annuaire_rows.kept(case["rows"], "49")
    found = annuaire.sought(schools, case["typed"], (annuaire.COLLEGE, annuaire.LYCEE))
    return [[one.texts() + annuaire_rows.faults(one) for one in schools], [one.line() for one in found],
            [[one.path, one.after] for one in annuaire.of_college(blank_dossier(FORM), schools[0])] if schools else [],
            annuaire_rows.updated(case["rows"]), annuaire.unknown(schools, case["typed"], "")]


def taken(case):
    """What the case gives, by what is in it; {"raised": …} where the core fails, which is always a fault of ours."""
    try:
        if "opened" in case:
            return _siecle(case)
        if "pasted" in case:
            return _liste(case)
        if "table" in case:
            return _week(grille.read(case["table"], {"M1": "8h-9h"}))
        if "lessons" in case:
            return [cours.classes(case["lessons"]), cours.groups(case["lessons"], "3 B"),
                    _week(cours.lessons_of(cours.of_class(case["lessons"], "3 B", ["[3AGL1.GR.1]"])))]
        if "events" in case:
            return _agenda(case)
        if "rows" in case:
            return _annuaire(case)
        if "tags" in case:
            return [[one.sign, one.name, one.capitals, one.wrong] for one in balises.checked(case["tags"])]
        return publipostage.text(case["dossier"], 739585)
    except Exception as error:
        return {"raised": type(error).__name__ + " " + str(error)}
