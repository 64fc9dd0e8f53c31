"""The national calendars, one source for each school year: ``site/pipeline/calendar_texts.toml`` names them."""

from pid_rules.sources.source import THIRD_READING, read_in_part

COPIED = "Dates relues dans des copies publiques de l’arrêté, qui n’a pas été lu lui-même."

ARRETE_2025_2026 = read_in_part("arrete-calendrier-2025-2026",
                                "Arrêté du 7 décembre 2022 fixant le calendrier scolaire de 2025-2026", "",
                                COPIED, THIRD_READING)
ARRETE_2026_2027 = read_in_part("arrete-calendrier-2026-2027",
                                "Arrêté du 22 octobre 2025 fixant le calendrier scolaire de 2026-2027", "",
                                COPIED, THIRD_READING)
ARRETE_2027_2028 = read_in_part("arrete-calendrier-2027-2028",
                                "Arrêté du 21 juillet 2026 fixant le calendrier scolaire de 2027-2028", "",
                                COPIED + " La rentrée de 2028 n’y est pas.", THIRD_READING)

SOURCES = (ARRETE_2025_2026, ARRETE_2026_2027, ARRETE_2027_2028)
