"""The dossier itself, the collège that proposes it and the person who writes it."""

from pid_rules.form.groups import ELEVE_ET_COLLEGE
from pid_rules.form.options import FONCTIONS
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import Email, Phone, Postcode, Reference, SchoolYear, Uai
from pid_rules.questions.kinds import Choice, Integer, Moment, Name, Text
from pid_rules.questions.schema import Page

DOSSIER = Page("dossier", "Dossier", group=ELEVE_ET_COLLEGE, intro="La référence ne contient jamais le nom de l’élève.")
REFERENCE = DOSSIER.ask("dossier.reference", "Référence du dossier", Reference(), computed=True,
                        missing="Indiquez la référence du dossier")
REVISION = DOSSIER.ask("dossier.revision", "Révision", Integer(1, 999), computed=True,
                       missing="Indiquez la révision du dossier")
ANNEE_SCOLAIRE = DOSSIER.ask("dossier.annee_scolaire", "Année scolaire", SchoolYear(), hint="Par exemple 2026-2027",
                             missing="Indiquez l’année scolaire")
COPIE = DOSSIER.ask("copie.le", "Copie faite le", Moment(), computed=True, since=2)
NATURE = DOSSIER.ask("dossier.nature", "Nature de la demande",
                     Choice(("premiere_demande", "Première demande"), ("renouvellement", "Renouvellement"),
                            ("avenant", "Avenant à un parcours en cours")),
                     missing="Indiquez s’il s’agit d’une première demande, d’un renouvellement ou d’un avenant")
DATE_REDACTION = DOSSIER.ask("dossier.date_redaction", "Date de rédaction", Date(), hint="Par exemple 16 11 2026",
                             missing="Indiquez la date de rédaction")

ETABLISSEMENT = Page("etablissement", "Établissement", group=ELEVE_ET_COLLEGE,
                     intro="Un nouveau dossier reprend ici ce que la page « Mon établissement » a gardé.")
UAI = ETABLISSEMENT.ask("etablissement.uai", "UAI du collège", Uai(), missing="Indiquez l’UAI du collège",
                        hint="Sept chiffres et une lettre, par exemple 0490060Z")
NOM = ETABLISSEMENT.ask("etablissement.nom", "Nom du collège", Text(), missing="Indiquez le nom du collège")
ADRESSE = ETABLISSEMENT.ask("etablissement.adresse", "Adresse", Text(), missing="Indiquez l’adresse du collège")
CODE_POSTAL = ETABLISSEMENT.ask("etablissement.code_postal", "Code postal", Postcode(),
                                missing="Indiquez le code postal du collège")
VILLE = ETABLISSEMENT.ask("etablissement.ville", "Ville", Text(), missing="Indiquez la ville du collège")
TELEPHONE = ETABLISSEMENT.ask("etablissement.telephone", "Téléphone", Phone(),
                              missing="Indiquez le téléphone du collège", hint="Par exemple 02 41 00 00 00")
COURRIEL = ETABLISSEMENT.ask("etablissement.courriel", "Adresse électronique", Email(),
                             missing="Indiquez l’adresse électronique du collège",
                             hint="Format attendu : nom@domaine.fr")
STATUT = ETABLISSEMENT.ask("etablissement.statut", "Statut",
                           Choice(("public", "Public"), ("prive_sous_contrat", "Privé sous contrat")))
ETABLISSEMENT.section("Chef d’établissement")
CHEF_NOM = ETABLISSEMENT.ask("etablissement.chef.nom", "Nom du chef d’établissement", Name(),
                             missing="Indiquez le nom du chef d’établissement")
CHEF_PRENOM = ETABLISSEMENT.ask("etablissement.chef.prenom", "Prénom du chef d’établissement", Name(),
                                missing="Indiquez le prénom du chef d’établissement")
CHEF_FONCTION = ETABLISSEMENT.ask("etablissement.chef.fonction", "Fonction du chef d’établissement",
                                  Choice(*FONCTIONS), missing="Indiquez la fonction du chef d’établissement")
DELIBERATION_CA = ETABLISSEMENT.ask(
    "etablissement.deliberation_ca", "Date de la délibération du conseil d’administration", Date(),
    hint="Celle qui autorise le chef d’établissement à signer les conventions. Par exemple 5 10 2026",
    needed="pour un stage")

REDACTEUR = Page("redacteur", "Dossier suivi par", group=ELEVE_ET_COLLEGE,
                 intro="La personne que la DSDEN peut joindre au sujet du dossier.")
REDACTEUR_NOM = REDACTEUR.ask("redacteur.nom", "Nom", Name(),
                              missing="Indiquez le nom de la personne qui suit le dossier")
REDACTEUR_PRENOM = REDACTEUR.ask("redacteur.prenom", "Prénom", Name(),
                                 missing="Indiquez le prénom de la personne qui suit le dossier")
REDACTEUR_FONCTION = REDACTEUR.ask("redacteur.fonction", "Fonction", Choice(*FONCTIONS),
                                   missing="Indiquez la fonction de la personne qui suit le dossier")
REDACTEUR_COURRIEL = REDACTEUR.ask("redacteur.courriel", "Adresse électronique professionnelle", Email(),
                                   missing="Indiquez l’adresse électronique de la personne qui suit le dossier",
                                   hint="Format attendu : nom@domaine.fr")
