"""Every source, in a fixed order: for the tests and the build, the page needs only those that it quotes."""

from pid_rules.sources import administration, calendriers, circulaires, education, lettre, travail, travaux_interdits
from pid_rules.sources.source import collect

ALL = collect(lettre.SOURCES, education.SOURCES, travail.SOURCES, travaux_interdits.SOURCES,
              administration.SOURCES, calendriers.SOURCES, circulaires.SOURCES)
