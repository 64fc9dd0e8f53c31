"""Code du patrimoine: what a collège and a DSDEN write is a public archive."""

from pid_rules.sources.administration import STATE_2026
from pid_rules.sources.source import THIRD_READING, read

TITLE = "Code du patrimoine"

R212_14 = read("patrimoine-r212-14", TITLE, "R212-14", STATE_2026, THIRD_READING)

SOURCES = (R212_14,)
