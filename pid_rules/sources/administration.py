"""Decisions of the administration, how they are contested, its documents and archives, and parental authority."""

from pid_rules.sources.source import THIRD_READING, read
from pid_rules.words.declared import declared

CRPA = "Code des relations entre le public et l’administration"
CIVIL = "Code civil"
CJA = "Code de justice administrative"
STATE_2026 = "Texte lu dans une copie à jour du 3 avril 2026."
STATE_2024 = declared("Texte lu dans une copie de 2024 ou postérieure ; à confirmer dans la version en vigueur.")

CRPA_L211_3 = read("crpa-l211-3", CRPA, "L211-3", STATE_2024)
CRPA_L211_5 = read("crpa-l211-5", CRPA, "L211-5", STATE_2024)
CRPA_L212_1 = read("crpa-l212-1", CRPA, "L212-1", STATE_2024)
CRPA_L221_8 = read("crpa-l221-8", CRPA, "L221-8", STATE_2024)
CRPA_L231_1 = read("crpa-l231-1", CRPA, "L231-1", STATE_2024)
CRPA_L231_4 = read("crpa-l231-4", CRPA, "L231-4", STATE_2024)
CRPA_L311_1 = read("crpa-l311-1", CRPA, "L311-1", STATE_2026, THIRD_READING)
CRPA_L311_6 = read("crpa-l311-6", CRPA, "L311-6", STATE_2024)
CIVIL_372_2 = read("civil-372-2", CIVIL, "372-2", STATE_2024)
CIVIL_373_2 = read("civil-373-2", CIVIL, "373-2", STATE_2024)
CIVIL_373_2_1 = read("civil-373-2-1", CIVIL, "373-2-1", STATE_2024)
CIVIL_373_4 = read("civil-373-4", CIVIL, "373-4", STATE_2026, THIRD_READING)
CIVIL_377 = read("civil-377", CIVIL, "377", STATE_2026, THIRD_READING)
CIVIL_388 = read("civil-388", CIVIL, "388", STATE_2026, THIRD_READING)
CIVIL_414 = read("civil-414", CIVIL, "414", STATE_2026, THIRD_READING)
CJA_R421_5 = read("cja-r421-5", CJA, "R421-5", STATE_2026, THIRD_READING)
PATRIMOINE_R212_14 = read("patrimoine-r212-14", "Code du patrimoine", "R212-14", STATE_2026, THIRD_READING)

SOURCES = (
    CRPA_L211_3, CRPA_L211_5, CRPA_L212_1, CRPA_L221_8, CRPA_L231_1, CRPA_L231_4, CRPA_L311_6, CIVIL_372_2,
    CIVIL_373_2, CIVIL_373_2_1, CIVIL_373_4, CIVIL_377, CIVIL_388, CIVIL_414, CJA_R421_5,
    CRPA_L311_1, PATRIMOINE_R212_14,
)
