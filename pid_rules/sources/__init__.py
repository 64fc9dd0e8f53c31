"""The texts that the rules cite, each with its archived words and its reading status."""

from pid_rules.sources import administration, calendriers, circulaires, education, lettre, travail, travaux_interdits
from pid_rules.sources.source import collect

ALL = collect(lettre.SOURCES, education.SOURCES, travail.SOURCES, travaux_interdits.SOURCES,
              administration.SOURCES, circulaires.SOURCES, calendriers.SOURCES)
"""Every source, in a fixed order."""
