"""Code du travail: age, hours, rest and forbidden works of pupils received in a professional environment."""

from pid_rules.sources.source import THIRD_READING, read

TITLE = "Code du travail"
UNCHANGED = "Mots inchangés au 20 août 2026."

L3132_3 = read("travail-l3132-3", TITLE, "L3132-3", UNCHANGED, THIRD_READING)
L3133_1 = read("travail-l3133-1", TITLE, "L3133-1", UNCHANGED, THIRD_READING)
L3161_1 = read("travail-l3161-1", TITLE, "L3161-1", UNCHANGED, THIRD_READING)
L3162_1 = read("travail-l3162-1", TITLE, "L3162-1", UNCHANGED, THIRD_READING)
L3162_2 = read("travail-l3162-2", TITLE, "L3162-2", UNCHANGED, THIRD_READING)
L3162_3 = read("travail-l3162-3", TITLE, "L3162-3", UNCHANGED, THIRD_READING)
L3163_1 = read("travail-l3163-1", TITLE, "L3163-1", UNCHANGED, THIRD_READING)
L3163_2 = read("travail-l3163-2", TITLE, "L3163-2", UNCHANGED, THIRD_READING)
L3164_1 = read("travail-l3164-1", TITLE, "L3164-1", UNCHANGED, THIRD_READING)
L3164_2 = read("travail-l3164-2", TITLE, "L3164-2", UNCHANGED, THIRD_READING)
L3164_5 = read("travail-l3164-5", TITLE, "L3164-5", UNCHANGED, THIRD_READING)
L3164_6 = read("travail-l3164-6", TITLE, "L3164-6", UNCHANGED, THIRD_READING)
L4153_1 = read("travail-l4153-1", TITLE, "L4153-1", UNCHANGED, THIRD_READING)
L4153_1_ANCIEN = read("travail-l4153-1-2011", TITLE, "L4153-1 (avant 2019)", "Rédaction remplacée le 1er janvier 2019.")
L4153_2 = read("travail-l4153-2", TITLE, "L4153-2", UNCHANGED, THIRD_READING)
L4153_5 = read("travail-l4153-5", TITLE, "L4153-5", UNCHANGED, THIRD_READING)
L4153_6 = read("travail-l4153-6", TITLE, "L4153-6", UNCHANGED, THIRD_READING)
L4153_6_ANCIEN = read("travail-l4153-6-2008", TITLE, "L4153-6 (avant 2018)", "Rédaction remplacée en septembre 2018.")
L4153_8 = read("travail-l4153-8", TITLE, "L4153-8", UNCHANGED, THIRD_READING)
D4153_15 = read("travail-d4153-15", TITLE, "D4153-15", UNCHANGED, THIRD_READING)
R4153_39 = read("travail-r4153-39", TITLE, "R4153-39", UNCHANGED, THIRD_READING)
R4153_52 = read("travail-r4153-52", TITLE, "R4153-52", UNCHANGED, THIRD_READING)

SOURCES = (
    L3132_3, L3133_1, L3161_1, L3162_1, L3162_2, L3162_3, L3163_1, L3163_2, L3164_1, L3164_2, L3164_5, L3164_6, L4153_1,
    L4153_1_ANCIEN, L4153_2, L4153_5, L4153_6, L4153_6_ANCIEN, L4153_8, D4153_15, R4153_39, R4153_52,
)
