"""An item of a list in one line of the screen, beside its name: « 12 janv.–11 févr., mar. et jeu., 14 h »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import day_at, get
from pid_rules.form import bilans, parcours, stages
from pid_rules.planning.letters import mean
from pid_rules.words import dates, horaires
from pid_rules.words.dates import RANKS
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers


def line_of(answers: Answers, pattern: str, place: str) -> str:
    """What the line of an item says after its name, "" where nothing is answered."""
    return ", ".join([words for words in LINES[pattern](answers, place) if words])


def _lieu(answers: Answers, place: str) -> list[str]:
    tutor = answers.full_name(stages.TUTEUR_PRENOM, stages.TUTEUR_NOM, place)
    return [answers.text(stages.LIEU_TYPE.at(place)), answers.text(stages.LIEU_VILLE.at(place)),
            "tuteur" + NBSP + ": " + tutor if tutor else ""]


def _stage(answers: Answers, place: str) -> list[str]:
    state = answers.text(stages.CONVENTION_STATUT.at(place))
    return [_period(answers, stages.STAGE_DEBUT.at(place), stages.STAGE_FIN.at(place)), _weekdays(answers, place),
            _presence(answers, place), state[:1].lower() + state[1:]]


def _objectif(answers: Answers, place: str) -> list[str]:
    day = day_at(answers.dossier, parcours.ECHEANCE.at(place))
    count = answers.count(parcours.STRATEGIES.at(place))
    return ["Échéance" + NBSP + ": " + dates.short(day) + " " + str(dates.parts(day)[0]) if day is not None else "",
            "1 stratégie" if count == 1 else str(count) + " stratégies" if count else ""]


def _bilan(answers: Answers, place: str) -> list[str]:
    return [_period(answers, bilans.ETAPE.periode_du.at(place), bilans.ETAPE.periode_au.at(place)),
            answers.text(bilans.DECISION.at(place))]


LINES = {stages.LIEUX.path: _lieu, stages.STAGES.path: _stage, parcours.OBJECTIFS.path: _objectif,
         bilans.BILANS.path: _bilan}


def after_of(answers: Answers, place: str) -> str:
    """What is noted of a stage once it has begun: « 1 visite faite sur 2, attestation remise »."""
    listed = stages.VISITES.at(place)
    number = answers.count(listed)
    done = len([index for index in range(number)
                if answers.held(stages.VISITE_FAITE.at(listed + "." + str(index)))])
    given = answers.held(stages.ATTESTATION.at(place))
    return str(done) + (" visites faites" if done > 1 else " visite faite") + " sur " + str(number) \
        + ", attestation " + ("remise" if given else "à remettre")


def visit_of(answers: Answers, place: str) -> str:
    """« Visite prévue le 19 janvier 2027, par Ada Exemple »."""
    day, visitor = answers.text(stages.VISITE_DATE.at(place)), answers.text(stages.VISITEUR.at(place))
    return "Visite prévue" + (" le " + day if day else "") + (", par " + visitor if visitor else "")


def _period(answers: Answers, begins: str, ends: str) -> str:
    """« 12 janv.–11 févr. », of one day « 12 janv. », « dès le 12 janv. » without its end."""
    first, last = day_at(answers.dossier, begins), day_at(answers.dossier, ends)
    if first is None or last is None:
        return "" if first is None else "dès le " + dates.short(first)
    return dates.short(first) if first == last else dates.short(first) + "–" + dates.short(last)


def _weekdays(answers: Answers, place: str) -> str:
    """« mar. et jeu. », the days of the week of a stage."""
    ranks: list[int] = []
    lines = stages.HORAIRES.at(place)
    for index in range(answers.count(lines)):
        day = get(answers.dossier, stages.HORAIRE_JOUR.at(lines + "." + str(index)))
        if isinstance(day, str) and day in RANKS and RANKS[day] not in ranks:
            ranks.append(RANKS[day])
    return dates.short_days(ranks)


def _presence(answers: Answers, place: str) -> str:
    """« 14 h », the hours of a stage in a week, or their mean over weeks A and B."""
    stay = answers.stay(place)
    minutes = [stay.weekly(0), stay.weekly(1)]
    if minutes == [0, 0]:
        return ""
    return horaires.in_words(mean(minutes[0], minutes[1])) + ("" if minutes[0] == minutes[1] else " en moyenne")
