"""Places outside the collège and stages. Shown and kept; this version does not ask them yet."""

from pid_rules.form.options import JOURS
from pid_rules.calendar_day import Date
from pid_rules.formats import Email, Identifier, Phone, Postcode, Siret
from pid_rules.kinds import Choice, Choices, LongText, Name, Text, Time, YesNo
from pid_rules.schema import Page

LIEUX_PAGE = Page("lieux", "Lieux de formation", editable=False)
LIEUX = LIEUX_PAGE.repeat("lieux", "Lieux", "lieu", ids="L")
LIEU_ID = LIEUX.ask("id", "Repère", Identifier(), computed=True)
LIEU_TYPE = LIEUX.ask("type", "Type",
                      Choice(("entreprise", "Entreprise"), ("association", "Association"),
                             ("administration", "Administration ou collectivité"),
                             ("lycee_professionnel", "Lycée professionnel"), ("cfa", "CFA"), ("autre", "Autre")))
LIEU_NOM = LIEUX.ask("nom", "Nom", Text())
SIRET = LIEUX.ask("siret", "SIRET", Siret())
LIEU_ACTIVITE = LIEUX.ask("activite", "Activité", Text())
LIEU_ADRESSE = LIEUX.ask("adresse", "Adresse", Text())
LIEU_CODE_POSTAL = LIEUX.ask("code_postal", "Code postal", Postcode())
LIEU_VILLE = LIEUX.ask("ville", "Ville", Text())
LIEU_PAYS = LIEUX.ask("pays", "Pays", Text())
DEBIT_BOISSONS = LIEUX.ask("debit_boissons", "Débit de boissons à consommer sur place", YesNo())


def _contact(key, title):
    LIEUX.section(title)
    LIEUX.ask(key + ".nom", "Nom", Name())
    LIEUX.ask(key + ".prenom", "Prénom", Name())
    LIEUX.ask(key + ".fonction", "Fonction", Text())
    LIEUX.ask(key + ".telephone", "Téléphone", Phone())
    LIEUX.ask(key + ".courriel", "Adresse électronique", Email())


_contact("representant", "Représentant de l’organisme")
_contact("tuteur", "Tuteur")

STAGES_PAGE = Page("stages", "Stages", editable=False)
STAGES = STAGES_PAGE.repeat("stages", "Stages", "stage", ids="S")
STAGE_ID = STAGES.ask("id", "Repère", Identifier(), computed=True)
STAGE_LIEU = STAGES.ask("lieu", "Repère du lieu", Identifier())
STAGE_TYPE = STAGES.ask("type", "Type",
                        Choice(("visite_information", "Visite d’information"),
                               ("sequence_observation", "Séquence d’observation"),
                               ("stage_initiation", "Stage d’initiation"),
                               ("stage_application", "Stage d’application"),
                               ("mini_stage", "Mini-stage en LP ou CFA"), ("autre_action", "Autre action"),
                               ("pfmp", "PFMP")))
STAGE_DEBUT = STAGES.ask("debut", "Du", Date())
STAGE_FIN = STAGES.ask("fin", "Au", Date())
HORAIRES = STAGES.repeat("horaires", "Horaires", "jour")
HORAIRE_JOUR = HORAIRES.ask("jour", "Jour", Choice(*JOURS))
HORAIRE_DEBUT = HORAIRES.ask("debut", "Début", Time())
HORAIRE_FIN = HORAIRES.ask("fin", "Fin", Time())
PAUSE_DEBUT = HORAIRES.ask("pause_debut", "Début de la pause", Time())
PAUSE_FIN = HORAIRES.ask("pause_fin", "Fin de la pause", Time())
STAGE_OBJECTIFS = STAGES.ask("objectifs", "Objectifs", LongText())
STAGE_ACTIVITES = STAGES.ask("activites", "Activités", LongText())
STAGE_COMPETENCES = STAGES.ask("competences", "Compétences", LongText())
CONCERTATION = STAGES.ask("concertation", "Concertation entre le référent et le tuteur", LongText())
SERVICE_BAR = STAGES.ask("service_bar", "Service du bar", YesNo())
UTILISE_MACHINES = STAGES.ask("utilise_machines", "Utilise une machine", YesNo())
TRAVAUX_INTERDITS = STAGES.ask("travaux_interdits", "Travaux interdits auxquels l’élève serait exposé",
                               Choices(*[("D4153-" + str(number), "Article D4153-" + str(number))
                                         for number in range(16, 38)]))
VISITES = STAGES.repeat("visites", "Visites", "visite", feminine=True)
VISITE_DATE = VISITES.ask("date", "Date prévue", Date())
VISITEUR = VISITES.ask("visiteur", "Visiteur", Name())
VISITE_FAITE = VISITES.ask("faite_le", "Faite le", Date())
VISITE_OBSERVATION = VISITES.ask("observation", "Observation", LongText())
CONVENTION_STATUT = STAGES.ask("convention.statut", "Convention",
                               Choice(("a_rechercher", "À rechercher"), ("pressentie", "Pressentie"),
                                      ("projet", "En projet"), ("signee", "Signée"), ("rompue", "Rompue")))
CONVENTION_DATE = STAGES.ask("convention.date_signature", "Date de signature de la convention", Date())
ASSURANCE_ETABLISSEMENT = STAGES.ask("assurance.etablissement", "Assurance de l’établissement ou de la famille", Text())
ASSURANCE_ORGANISME = STAGES.ask("assurance.organisme", "Assurance de l’organisme d’accueil", Text())
RESTAURATION = STAGES.ask("restauration", "Restauration", Text())
TRANSPORT = STAGES.ask("transport", "Transport", Text())
HEBERGEMENT = STAGES.ask("hebergement", "Hébergement", Text())
ATTESTATION = STAGES.ask("attestation_remise_le", "Attestation remise le", Date())
