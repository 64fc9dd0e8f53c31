"""The founding letter of the parcours individualisé dérogatoire in Maine-et-Loire."""

from pid_rules.sources.source import read

LETTRE_2018 = read("lettre-2018", "Lettre de l’IA-DASEN de Maine-et-Loire du 14 septembre 2018", "",
                   "Le département peut l’avoir complétée depuis ; ses pièces jointes n’ont pas été retrouvées.")

SOURCES = (LETTRE_2018,)
