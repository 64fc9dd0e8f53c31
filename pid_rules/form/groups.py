"""The groups of pages in the list of a dossier, in the order of the screen."""

ELEVE_ET_COLLEGE = "L’élève et son collège"
PROJET = "Le projet"
OU_ET_QUAND = "Où et quand"
ACCORDS = "Accords"
ENVOYER = "Envoyer"
LA_SUITE = "Suite"
GROUPS = (ELEVE_ET_COLLEGE, PROJET, OU_ET_QUAND, ACCORDS, ENVOYER, LA_SUITE)
