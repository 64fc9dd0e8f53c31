"""Code du travail: the works forbidden to young people, one article each."""

from pid_rules.sources.source import read
from pid_rules.sources.travail import STATE_2016, TITLE

D4153_16 = read("travail-d4153-16", TITLE, "D4153-16", STATE_2016)
D4153_17 = read("travail-d4153-17", TITLE, "D4153-17", STATE_2016)
D4153_18 = read("travail-d4153-18", TITLE, "D4153-18", STATE_2016)
D4153_19 = read("travail-d4153-19", TITLE, "D4153-19", STATE_2016)
D4153_20 = read("travail-d4153-20", TITLE, "D4153-20", STATE_2016)
D4153_21 = read("travail-d4153-21", TITLE, "D4153-21", STATE_2016)
D4153_22 = read("travail-d4153-22", TITLE, "D4153-22", STATE_2016)
D4153_23 = read("travail-d4153-23", TITLE, "D4153-23", STATE_2016)
D4153_24 = read("travail-d4153-24", TITLE, "D4153-24", STATE_2016)
D4153_25 = read("travail-d4153-25", TITLE, "D4153-25", STATE_2016)
D4153_26 = read("travail-d4153-26", TITLE, "D4153-26", STATE_2016)
D4153_27 = read("travail-d4153-27", TITLE, "D4153-27", STATE_2016)
D4153_28 = read("travail-d4153-28", TITLE, "D4153-28", STATE_2016)
D4153_29 = read("travail-d4153-29", TITLE, "D4153-29", STATE_2016)
D4153_30 = read("travail-d4153-30", TITLE, "D4153-30", STATE_2016)
D4153_31 = read("travail-d4153-31", TITLE, "D4153-31", STATE_2016)
D4153_32 = read("travail-d4153-32", TITLE, "D4153-32", STATE_2016)
D4153_33 = read("travail-d4153-33", TITLE, "D4153-33", STATE_2016)
D4153_34 = read("travail-d4153-34", TITLE, "D4153-34", STATE_2016)
D4153_35 = read("travail-d4153-35", TITLE, "D4153-35", STATE_2016)
D4153_36 = read("travail-d4153-36", TITLE, "D4153-36", STATE_2016)
D4153_37 = read("travail-d4153-37", TITLE, "D4153-37", STATE_2016)

SOURCES = (
    D4153_16, D4153_17, D4153_18, D4153_19, D4153_20, D4153_21, D4153_22, D4153_23, D4153_24, D4153_25, D4153_26,
    D4153_27, D4153_28, D4153_29, D4153_30, D4153_31, D4153_32, D4153_33, D4153_34, D4153_35, D4153_36, D4153_37,
)
