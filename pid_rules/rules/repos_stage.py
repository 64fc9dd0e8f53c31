"""Rest around stages: from one day to the next, in the week, on public holidays.

The limits apply to every presence outside the collège, as in ``horaires_stage``; hours at the collège are no rest. A
rest is judged by the age on the day when it begins, so that a birthday never shortens a protection already begun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import stages
from pid_rules.judgement.rule import Theme
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.rules.presences import AGED, TOUTE_PRESENCE, Found, is_young, presence_paths, weekday_of, when, when_week
from pid_rules.seuils import reperes
from pid_rules.sources.travail import L3164_1, L3164_2, L3164_5, L3164_6
from pid_rules.words import dates
from pid_rules.words.dates import SATURDAY, SUNDAY
from pid_rules.words.horaires import DAY, HOUR, in_words

if TYPE_CHECKING:
    from pid_rules.judgement.rule import Verdict
    from pid_rules.planning.timeline import Timeline
    from pid_rules.seuils.seuil import Seuil

THEME = Theme("repos-stage", "Repos et jours fériés")
DIMANCHE = L3164_5.quoting("L'interdiction de travail le dimanche prévue à l'article L. 3132-3 n'est pas applicable "
                           "aux apprentis âgés de moins de dix-huit ans employés dans les secteurs pour lesquels les "
                           "caractéristiques particulières de l'activité le justifient")


@THEME.rule("ST-19", "Repos d’un jour à l’autre",
            reads=AGED + (reperes.AGE_PROTEGE, reperes.REPOS_QUOTIDIEN_MOINS_DE_16, reperes.REPOS_QUOTIDIEN,
                          reperes.REPOS_DES_CONVENTIONS),
            severity=BLOQUANT,
            source=L3164_1.quoting("La durée minimale du repos quotidien des jeunes travailleurs ne peut être "
                "inférieure à douze heures consécutives."),
            message="Entre le {soir} et le {matin} (dès le {date}), l’élève n’a que {repos} de repos : il lui en "
                    "faut {limite} à son âge, heures de collège comprises.",
            advice="Faites commencer la seconde journée plus tard, ou finir la première plus tôt." + TOUTE_PRESENCE)
def repos_quotidien_insuffisant(plan: Timeline, born: int, majority: Seuil, protected: Seuil, before: Seuil,
                                least: Seuil, agreed: Seuil) -> Verdict:
    found = Found(plan.together())
    for week in plan.weeks:
        for weekday in range(7):
            one, following = week[weekday], week[weekday + 1]
            if one.day.is_free() or following.day.is_free() or one.segment.age >= majority.on(one.date):
                continue
            if not one.day.presences and not following.day.presences:
                continue
            ended, resumed = one.day.closing, following.day.opening
            if not plan.known and (ended[2] is None or resumed[2] is None):
                continue
            needed = before if one.segment.age < protected.on(one.date) else least
            rest, limit, wished = DAY - ended[0] + resumed[0], needed.on(one.date) * HOUR, agreed.version_on(one.date)
            said = {"repos": in_words(rest), "soir": weekday_of(one.date), "matin": weekday_of(following.date),
                    "date": when(one)}
            if rest < limit:
                found.add([ended[1], resumed[1]], BLOQUANT, limite=in_words(limit), **said)
            elif rest < wished.value * HOUR:
                found.add([ended[1], resumed[1]], AVERTISSEMENT, citation=wished.citation,
                          limite=in_words(wished.value * HOUR),
                          message="Entre le {soir} et le {matin} (dès le {date}), l’élève n’a que {repos} de "
                                  "repos : la convention nationale d’observation en demande {limite}, heures de "
                                  "collège comprises.", **said)
    return found.verdict()


@THEME.rule("ST-20", "Repos de la semaine", reads=AGED, severity=BLOQUANT,
            source=L3164_2.quoting("Les jeunes travailleurs ont droit à deux jours de repos consécutifs par semaine."),
            message="Semaine du {date} : l’élève n’a pas deux jours de repos de suite, collège et lieux d’accueil "
                    "réunis.",
            advice="Gardez libres deux jours qui se suivent, de préférence samedi et dimanche." + TOUTE_PRESENCE)
def repos_hebdomadaire_absent(plan: Timeline, born: int, majority: Seuil) -> Verdict:
    found = Found(plan.together())
    for week in plan.weeks:
        days = [dated for dated in week[:7] if is_young(dated, majority)]
        if not days:
            continue
        busy = [bool(dated.day.presences) if not plan.known else not dated.day.is_free() for dated in week]
        said = {"date": when_week(week)}
        if not [weekday for weekday in range(6) if not busy[weekday] and not busy[weekday + 1]]:
            at_fault = [dated for dated in days if dates.weekday(dated.date) >= SATURDAY] or days
            found.add(presence_paths(at_fault), BLOQUANT, **said)
        elif is_young(week[SUNDAY], majority):
            found.add(presence_paths([week[SUNDAY]]), BLOQUANT, citation=DIMANCHE,
                      message="L’élève est présent le dimanche sur son lieu d’accueil (semaine du {date}) : ce "
                              "jour est celui du repos, et seuls des apprentis de certains secteurs en sont exceptés.",
                      **said)
    return found.verdict()


@THEME.rule("ST-21", "Jour férié", reads=AGED, severity=BLOQUANT,
            source=L3164_6.quoting("Les jeunes travailleurs ne peuvent travailler les jours de fête reconnus par la "
                                   "loi."),
            message="Le {jour} {date} est un jour férié : l’élève ne peut pas être présent sur son lieu "
                    "d’accueil.",
            advice="Arrêtez ce stage la veille et ajoutez-en la suite comme un autre stage." + TOUTE_PRESENCE)
def presence_un_jour_ferie(plan: Timeline, born: int, majority: Seuil) -> Verdict:
    found = Found(plan.complete_stays and (plan.holidays_known or not plan.stays))
    for dated in plan.days:
        if is_young(dated, majority) and dated.segment.holiday:
            for presence in dated.day.presences:
                found.add([stages.HORAIRE_JOUR.at(presence.path)], BLOQUANT, jour=weekday_of(dated.date),
                          date=dates.in_words(dated.date))
    return found.verdict()
