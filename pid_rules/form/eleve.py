"""The pupil and the legal representatives: identity, level, one way to reach them."""

from pid_rules.form.groups import ELEVE_ET_COLLEGE
from pid_rules.form.options import NIVEAUX
from pid_rules.form.stages import STAGES
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import Email, Phone, Postcode
from pid_rules.questions.kinds import Choice, Name, Text, YesNo
from pid_rules.questions.schema import Page

PAGE = Page("eleve", "Élève", group=ELEVE_ET_COLLEGE,
            intro="Ni numéro national, ni nationalité, ni diagnostic : le dossier n’en a pas besoin.")
NOM = PAGE.ask("eleve.nom", "Nom", Name(), missing="Indiquez le nom de l’élève")
PRENOM = PAGE.ask("eleve.prenom", "Prénom", Name(), missing="Indiquez le prénom de l’élève")
DATE_NAISSANCE = PAGE.ask("eleve.date_naissance", "Date de naissance", Date(), hint="Par exemple 27 3 2011",
                          missing="Indiquez la date de naissance de l’élève")
NIVEAU = PAGE.ask("eleve.niveau", "Niveau", Choice(*NIVEAUX), missing="Indiquez le niveau de l’élève")
CLASSE = PAGE.ask("eleve.classe", "Classe", Text(40), missing="Indiquez la classe de l’élève",
                  hint="Le nom de la classe seulement, par exemple 3e B")
REGIME = PAGE.ask("eleve.regime", "Régime",
                  Choice(("externe", "Externe"), ("demi_pensionnaire", "Demi-pensionnaire"), ("interne", "Interne")))
PAGE.section("Pour la convention de stage", intro="Ces réponses ne sont nécessaires que si un stage est prévu.")
ADRESSE = PAGE.ask("eleve.adresse", "Adresse", Text(), needed_with=STAGES,
                   missing="Indiquez l’adresse de l’élève : la convention de stage la demande")
CODE_POSTAL = PAGE.ask("eleve.code_postal", "Code postal", Postcode(), needed_with=STAGES,
                       missing="Indiquez le code postal de l’élève : la convention de stage le demande")
VILLE = PAGE.ask("eleve.ville", "Ville", Text(), needed_with=STAGES,
                 missing="Indiquez la ville de l’élève : la convention de stage la demande")
DEPLACEMENT = PAGE.ask("eleve.deplacement", "Moyen de transport vers le lieu de stage", Text(), needed_with=STAGES,
                       missing="Indiquez comment l’élève se rend sur le lieu de stage")
TELEPHONE = PAGE.ask("eleve.telephone", "Téléphone de l’élève", Phone(), hint="Par exemple 06 00 00 00 00")
COURRIEL = PAGE.ask("eleve.courriel", "Adresse électronique de l’élève", Email(),
                    hint="Format attendu : nom@domaine.fr")

RESPONSABLES_PAGE = Page("responsables", "Responsables légaux", group=ELEVE_ET_COLLEGE,
                         intro="Une ou deux personnes : leur nom et un moyen de les joindre suffisent.")
RESPONSABLES = RESPONSABLES_PAGE.repeat("responsables", "Responsables légaux", "responsable légal", ids="R", maximum=2,
                                        offered=True,
                                        missing="Indiquez au moins un responsable légal")
RESPONSABLE_NOM = RESPONSABLES.ask("nom", "Nom", Name(), missing="Indiquez le nom du responsable légal")
RESPONSABLE_PRENOM = RESPONSABLES.ask("prenom", "Prénom", Name(), missing="Indiquez le prénom du responsable légal")
QUALITE = RESPONSABLES.ask("qualite", "Qualité",
                           Choice(("mere", "Mère"), ("pere", "Père"), ("tuteur", "Tuteur ou tutrice"),
                                  ("delegataire", "Délégataire de l’autorité parentale"),
                                  ("ase", "Aide sociale à l’enfance"), ("autre", "Autre")),
                           missing="Indiquez la qualité du responsable légal")
AUTORITE_PARENTALE = RESPONSABLES.ask(
    "autorite_parentale", "Exercice de l’autorité parentale",
    Choice(("conjointe", "Conjointe"), ("exclusive", "Exclusive"), ("sans", "Sans exercice de l’autorité parentale")),
    missing="Indiquez comment cette personne exerce l’autorité parentale", common=("conjointe",))
RESPONSABLE_TELEPHONE = RESPONSABLES.ask("telephone", "Téléphone", Phone(), hint="Par exemple 06 00 00 00 00",
                                         needed="ou une adresse électronique")
RESPONSABLE_COURRIEL = RESPONSABLES.ask("courriel", "Adresse électronique", Email(),
                                        hint="Format attendu : nom@domaine.fr", needed="ou un téléphone")
RESPONSABLE_ADRESSE = RESPONSABLES.ask("adresse", "Adresse, si elle diffère de celle de l’élève", Text())
DESACCORD_CONNU = RESPONSABLES_PAGE.ask(
    "desaccord_connu", "Le collège connaît-il un désaccord de l’un des titulaires de l’autorité parentale ?", YesNo(),
    missing="Indiquez si un désaccord est connu")
