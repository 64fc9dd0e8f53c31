"""Every source but the letters of the départements, in a fixed order.

It is for the tests and the build: the page needs only those that it quotes.
"""

from pid_rules.sources import administration, calendriers, circulaires, education, travail, travaux_interdits
from pid_rules.sources.source import collect

ALL = collect(education.SOURCES, travail.SOURCES, travaux_interdits.SOURCES,
              administration.SOURCES, calendriers.SOURCES, circulaires.SOURCES)
