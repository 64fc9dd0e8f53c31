"""Figures that the law or practice may change, each with its text and the day from which it was read to hold.

A new version of a figure is added to its history; the old one stays, so that an old dossier is judged as it was.
"""

from pid_rules.dates import parse_iso
from pid_rules.sources.circulaires import CIRCULAIRE_2013_060, CONCEPTION
from pid_rules.sources.education import L114_1, L131_1
from pid_rules.sources.lettre import LETTRE_2018
from pid_rules.sources.travail import L3163_1, L3164_1


class Version:
    """One value of a figure, its citation, and the ISO day since which the text read is known to say so."""

    def __init__(self, value, since, citation):
        self.value = value
        self.since = since
        self.first_day = parse_iso(since)
        self.citation = citation

    @property
    def checked(self):
        """ISO day on which the text was read."""
        return self.citation.source.checked


class Seuil:
    """A figure with its history, oldest first."""

    def __init__(self, label, unit, *history):
        self.label = label
        self.unit = unit
        self.history = history

    def version_on(self, day):
        """The version in force on a day number; before the first one, the oldest that was read."""
        found = self.history[0]
        for version in self.history:
            if version.first_day <= day:
                found = version
        return found

    def on(self, day):
        """The value in force on a day number."""
        return self.version_on(day).value


STATE_READ = "2016-01-01"
"""The consolidated codes were read in their state of that time; earlier states were not looked for."""

AGE_PRIORITAIRE = Seuil(
    "Âge atteint dans l’année scolaire par le public prioritaire", "ans",
    Version(16, "2018-09-14", LETTRE_2018.quoting(
        "ceux qui atteindront l'âge de 16 ans, soit la limite légale de scolarité, au cours de l'année scolaire")))
FIN_INSTRUCTION = Seuil(
    "Fin de l’instruction obligatoire", "ans",
    Version(16, "2019-09-01", L131_1.quoting("dès l'âge de trois ans et jusqu'à l'âge de seize ans")))
MAJORITE = Seuil(
    "Majorité, fin de l’obligation de formation", "ans",
    Version(18, "2020-09-01", L114_1.quoting("les jeunes âgés de seize à dix-huit ans")))
AGE_ALTERNANCE = Seuil(
    "Âge avant lequel l’alternance est déconseillée", "ans",
    Version(15, "2013-04-10", CIRCULAIRE_2013_060.quoting("les élèves de collège de moins de 15 ans")))
AGE_PLAUSIBLE_MINIMUM = Seuil(
    "Âge au 31 décembre au-dessous duquel la date de naissance est à relire", "ans",
    Version(12, "2026-09-01", CONCEPTION.quoting("Un âge inhabituel pour la classe")))
AGE_PLAUSIBLE_MAXIMUM = Seuil(
    "Âge au 31 décembre au-dessus duquel la date de naissance est à relire", "ans",
    Version(17, "2026-09-01", CONCEPTION.quoting("Un âge inhabituel pour la classe")))
REPOS_QUOTIDIEN_MOINS_DE_16 = Seuil(
    "Repos quotidien avant 16 ans", "heures",
    Version(14, STATE_READ, L3164_1.quoting("portée à quatorze heures consécutives s'ils ont moins de seize ans")))
REPOS_QUOTIDIEN = Seuil(
    "Repos quotidien de 16 à 18 ans", "heures",
    Version(12, STATE_READ, L3164_1.quoting("ne peut être inférieure à douze heures consécutives")))
DEBUT_NUIT_MOINS_DE_16 = Seuil(
    "Heure à partir de laquelle le travail est de nuit avant 16 ans", "heures",
    Version(20, STATE_READ, L3163_1.quoting("tout travail entre 20 heures et 6 heures")))
DEBUT_NUIT = Seuil(
    "Heure à partir de laquelle le travail est de nuit de 16 à 18 ans", "heures",
    Version(22, STATE_READ, L3163_1.quoting("tout travail entre 22 heures et 6 heures")))

SEUILS = (AGE_PRIORITAIRE, FIN_INSTRUCTION, MAJORITE, AGE_ALTERNANCE, AGE_PLAUSIBLE_MINIMUM, AGE_PLAUSIBLE_MAXIMUM,
          REPOS_QUOTIDIEN_MOINS_DE_16, REPOS_QUOTIDIEN, DEBUT_NUIT_MOINS_DE_16, DEBUT_NUIT)
