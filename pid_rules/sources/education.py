"""Code de l'éducation: the basis of the parcours, stages and presence in a professional environment."""

from pid_rules.sources.source import FOURTH_READING, THIRD_READING, read, read_in_part
from pid_rules.words.declared import declared

TITLE = "Code de l’éducation"
STATE_2015 = declared("Texte lu dans une copie de mai 2015 ; à confirmer dans la version en vigueur.")

L114_1 = read("education-l114-1", TITLE, "L114-1", "En vigueur depuis la rentrée 2020.")
D122_3 = read("education-d122-3", TITLE, "D122-3", "Rédaction applicable depuis septembre 2016, lue chez un éditeur.",
              FOURTH_READING)
L124_5 = read("education-l124-5", TITLE, "L124-5", STATE_2015)
L124_6 = read("education-l124-6", TITLE, "L124-6", STATE_2015)
L124_8 = read("education-l124-8", TITLE, "L124-8", STATE_2015, THIRD_READING)
D124_3 = read("education-d124-3", TITLE, "D124-3",
              "Rédaction de 2014 ; le nombre a changé en décembre 2017, et la rédaction actuelle n’a pas été lue.")
D124_4 = read("education-d124-4", TITLE, "D124-4", STATE_2015)
D124_6 = read("education-d124-6", TITLE, "D124-6", STATE_2015)
R124_10 = read_in_part("education-r124-10", TITLE, "R124-10", "Cité par une page d’avocats ; le code n’a pas été lu.",
                       THIRD_READING)
L131_1 = read("education-l131-1", TITLE, "L131-1", "Rédaction en vigueur depuis septembre 2019.")
R131_7 = read_in_part("education-r131-7", TITLE, "R131-7", STATE_2015)
R222_19_3 = read("education-r222-19-3", TITLE, "R222-19-3", STATE_2015)
D331_1 = read("education-d331-1", TITLE, "D331-1", STATE_2015)
D331_3 = read("education-d331-3", TITLE, "D331-3", STATE_2015)
D331_4 = read("education-d331-4", TITLE, "D331-4", STATE_2015)
D331_5 = read("education-d331-5", TITLE, "D331-5", STATE_2015)
D331_6 = read("education-d331-6", TITLE, "D331-6 (avant 2019)", "Rédaction remplacée en juin 2019.")
D331_6_2019 = read("education-d331-6-2019", TITLE, "D331-6",
                   "Rédaction du décret n° 2019-636 du 24 juin 2019.", THIRD_READING)
D331_9 = read("education-d331-9", TITLE, "D331-9", STATE_2015)
D331_10 = read("education-d331-10", TITLE, "D331-10", STATE_2015)
D331_11 = read("education-d331-11", TITLE, "D331-11", STATE_2015)
D331_12 = read("education-d331-12", TITLE, "D331-12", STATE_2015)
D331_13 = read("education-d331-13", TITLE, "D331-13", STATE_2015)
D331_14 = read("education-d331-14", TITLE, "D331-14", STATE_2015)
D331_15 = read("education-d331-15", TITLE, "D331-15", STATE_2015)
L332_3 = read("education-l332-3", TITLE, "L332-3", STATE_2015)
D332_6 = read("education-d332-6", TITLE, "D332-6", "Version du 31 août 2015 ; aucune version plus récente n’a été lue.")
D332_14 = read("education-d332-14", TITLE, "D332-14", STATE_2015)
D337_177 = read_in_part("education-d337-177", TITLE, "D337-177", "Abrogé en 2019 : simple repère.")
R421_20 = read_in_part("education-r421-20", TITLE, "R421-20", STATE_2015)
L511_1 = read("education-l511-1", TITLE, "L511-1", STATE_2015)
R511_11 = read("education-r511-11", TITLE, "R511-11", STATE_2015)
L521_1 = read("education-l521-1", TITLE, "L521-1", STATE_2015)

SOURCES = (
    L114_1, D122_3, L124_5, L124_6, L124_8, D124_3, D124_4, D124_6, R124_10, L131_1, R131_7, R222_19_3, D331_1, D331_3,
    D331_4, D331_5, D331_6, D331_6_2019, D331_9, D331_10, D331_11, D331_12, D331_13, D331_14, D331_15, L332_3, D332_6,
    D332_14, D337_177, R421_20, L511_1, R511_11, L521_1,
)
