"""Places outside the collège, and stages, in the order of the paper conventions that staff know."""

from pid_rules.form.groups import OU_ET_QUAND
from pid_rules.form.options import AU_COLLEGE, JOURS, LETTRES
from pid_rules.form.travaux import TRAVAUX
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.designations import ItemReference
from pid_rules.questions.formats import Email, Phone, Postcode, Siret
from pid_rules.questions.kinds import Choice, Choices, LongText, Name, Text, YesNo
from pid_rules.questions.schema import DEMARRAGE, Page
from pid_rules.questions.time_of_day import Time
from pid_rules.questions.when import When

LIEUX_PAGE = Page("lieux", "Lieux de formation", group=OU_ET_QUAND,
                  intro="Les lieux où l’élève va en dehors du collège. Il peut n’y en avoir aucun.")
LIEUX = LIEUX_PAGE.repeat("lieux", "Lieux", "lieu", ids="L", designated=True, paged=True)
LIEUX.section("A. Organisme d’accueil")
LIEU_ID = LIEUX.identifier
LIEU_TYPE = LIEUX.ask("type", "Type de lieu",
                      Choice(("entreprise", "Entreprise"), ("association", "Association"),
                             ("administration", "Administration ou collectivité"),
                             ("lycee_professionnel", "Lycée professionnel"), ("cfa", "CFA"), ("autre", "Autre")),
                      missing="Indiquez le type de lieu")
LIEU_NOM = LIEUX.ask("nom", "Nom ou raison sociale", Text(), missing="Indiquez le nom du lieu")
SIRET = LIEUX.ask("siret", "SIRET", Siret(), hint="Quatorze chiffres, si l’organisme en a un")
LIEU_ACTIVITE = LIEUX.ask("activite", "Domaine d’activité", Text(), hint="Par exemple Menuiserie, agencement",
                          missing="Indiquez le domaine d’activité du lieu")
LIEU_ADRESSE = LIEUX.ask("adresse", "Adresse", Text(), missing="Indiquez l’adresse du lieu")
LIEU_CODE_POSTAL = LIEUX.ask("code_postal", "Code postal", Postcode(), hint="Cinq chiffres, pour un lieu en France")
LIEU_VILLE = LIEUX.ask("ville", "Ville", Text(), missing="Indiquez la ville du lieu")
LIEU_PAYS = LIEUX.ask("pays", "Pays", Text(), hint="Si le lieu n’est pas en France", frees=LIEU_CODE_POSTAL)
DEBIT_BOISSONS = LIEUX.ask("debit_boissons", "Est-ce un débit de boissons à consommer sur place ?", YesNo(),
                           hint="Licence III ou IV : café, bar, certains restaurants",
                           missing="Indiquez si le lieu est un débit de boissons à consommer sur place",
                           asked_when=When(LIEU_TYPE, ("lycee_professionnel", "cfa"), other=True, unasked=False,
                                           words="sauf dans un lycée professionnel ou un CFA"))
LIEUX.section("Représentant de l’organisme", "La personne qui signe la convention pour l’organisme d’accueil.")
REPRESENTANT_NOM = LIEUX.ask("representant.nom", "Nom du représentant", Name(),
                             missing="Indiquez le nom du représentant de l’organisme")
REPRESENTANT_PRENOM = LIEUX.ask("representant.prenom", "Prénom du représentant", Name(),
                                missing="Indiquez le prénom du représentant de l’organisme")
REPRESENTANT_FONCTION = LIEUX.ask("representant.fonction", "Fonction du représentant", Text(),
                                  hint="Par exemple gérante", missing="Indiquez la fonction du représentant")
REPRESENTANT_TELEPHONE = LIEUX.ask("representant.telephone", "Téléphone du représentant", Phone(),
                                   hint="Par exemple 02 41 00 00 00", missing="Indiquez le téléphone du représentant")
REPRESENTANT_COURRIEL = LIEUX.ask("representant.courriel", "Adresse électronique du représentant", Email(),
                                  hint="Format attendu : nom@domaine.fr")
LIEUX.section("Tuteur", "La personne qui encadre l’élève sur place. Un téléphone ou une adresse électronique suffit.")
TUTEUR_NOM = LIEUX.ask("tuteur.nom", "Nom du tuteur", Name(), missing="Indiquez le nom du tuteur")
TUTEUR_PRENOM = LIEUX.ask("tuteur.prenom", "Prénom du tuteur", Name(), missing="Indiquez le prénom du tuteur")
TUTEUR_FONCTION = LIEUX.ask("tuteur.fonction", "Fonction du tuteur", Text(), hint="Par exemple cheffe d’atelier",
                            missing="Indiquez la fonction du tuteur")
TUTEUR_TELEPHONE = LIEUX.ask("tuteur.telephone", "Téléphone du tuteur", Phone(), hint="Par exemple 02 41 00 00 00",
                             needed="ou une adresse électronique")
TUTEUR_COURRIEL = LIEUX.ask("tuteur.courriel", "Adresse électronique du tuteur", Email(),
                            hint="Format attendu : nom@domaine.fr", needed="ou un téléphone")

STAGES_PAGE = Page("stages", "Stages", group=OU_ET_QUAND, needs=LIEUX,
                   intro="Un stage par lieu et par période, dans l’ordre de la convention. Les rubriques B et C, "
                         "établissement et élève, se remplissent avec les réponses déjà données.")
STAGES = STAGES_PAGE.repeat("stages", "Stages", "stage", ids="S", designated=True, paged=True)
STAGES.step("ou-et-quand", "Où et quand")
STAGES.section("A. Organisme d’accueil et type de stage")
STAGE_ID = STAGES.identifier
STAGE_LIEU = STAGES.ask("lieu", "Lieu", ItemReference(LIEUX, "Ce lieu", (AU_COLLEGE,)), each=True,
                        hint="Un des lieux de la page « Lieux de formation »", missing="Indiquez le lieu du stage")
STAGE_TYPE = STAGES.ask("type", "Type de stage",
                        Choice(("visite_information", "Visite d’information"),
                               ("sequence_observation", "Séquence d’observation"),
                               ("stage_initiation", "Stage d’initiation"),
                               ("stage_application", "Stage d’application"),
                               ("mini_stage", "Mini-stage en LP ou CFA"), ("autre_action", "Autre action"),
                               ("pfmp", "PFMP")),
                        hint="En visite ou en séquence d’observation, l’élève observe. Le stage d’initiation s’adresse "
                             "aux élèves dont le programme comporte une initiation aux activités professionnelles.",
                        missing="Indiquez le type de stage")
STAGES.section("D. Dates et horaires")
STAGE_DEBUT = STAGES.ask("debut", "Premier jour", Date(), hint="Par exemple 5 1 2027",
                         missing="Indiquez le premier jour du stage")
STAGE_FIN = STAGES.ask("fin", "Dernier jour", Date(), hint="Par exemple 29 1 2027",
                       missing="Indiquez le dernier jour du stage")
HORAIRES = STAGES.repeat("horaires", "Horaires", "jour", ids="H", ticked="jour", alike=True,
                         hint="Cochez le premier jour et donnez ses heures, « 8h30-12h 13h30-17h » dans la première "
                              "case : les jours cochés ensuite les reprennent.",
                         missing="Indiquez les horaires du stage, jour par jour")
HORAIRE_JOUR = HORAIRES.ask("jour", "Jour", Choice(*JOURS), missing="Indiquez le jour de la semaine")
HORAIRE_DEBUT = HORAIRES.ask("debut", "Arrivée", Time(), hint="Par exemple 8h30", missing="Indiquez l’heure d’arrivée")
HORAIRE_FIN = HORAIRES.ask("fin", "Départ", Time(), hint="Par exemple 16h30", missing="Indiquez l’heure de départ")
PAUSE_DEBUT = HORAIRES.ask("pause_debut", "Début de la pause", Time(), hint="Par exemple 12h")
PAUSE_FIN = HORAIRES.ask("pause_fin", "Fin de la pause", Time(), hint="Par exemple 13h")
HORAIRE_SEMAINE = HORAIRES.ask("semaine", "Semaine", Choice(*LETTRES, control="select", unanswered="Chaque semaine"),
                               since=2, hint="Pour un stage une semaine sur deux ; sans réponse, chaque semaine")
STAGES.step("activites", "Ce qu’il y fera")
STAGES.section("E. Finalités pédagogiques")
STAGE_OBJECTIFS = STAGES.ask("objectifs", "Objectifs", LongText(), guarded=True,
                             missing="Indiquez les objectifs du stage")
STAGE_ACTIVITES = STAGES.ask("activites", "Activités prévues", LongText(), guarded=True,
                             missing="Indiquez les activités prévues pendant le stage")
STAGE_COMPETENCES = STAGES.ask("competences", "Compétences à acquérir ou à développer", LongText(), guarded=True,
                               missing="Indiquez les compétences à acquérir ou à développer")
CONCERTATION = STAGES.ask("concertation", "Concertation entre le référent et le tuteur", LongText(), guarded=True,
                          hint="Appel, courriel, visite… et à quel rythme",
                          missing="Indiquez comment le référent et le tuteur se concertent")
STAGES.step("securite", "Sécurité")
STAGES.section("Santé et sécurité")
SERVICE_BAR = STAGES.ask("service_bar", "L’élève participera-t-il au service du bar ?", YesNo(),
                         missing="Indiquez si l’élève participera au service du bar",
                         asked_when=When(DEBIT_BOISSONS, (True,), through=STAGE_LIEU, unasked=False,
                                         words="si le lieu est un débit de boissons"))
UTILISE_MACHINES = STAGES.ask("utilise_machines", "L’élève utilisera-t-il une machine ?", YesNo(),
                              missing="Indiquez si l’élève utilisera une machine")
EFFECTUE_TRAVAUX = STAGES.ask("effectue_travaux", "L’élève effectuera-t-il des travaux légers ?", YesNo(), since=2)
TRAVAUX_INTERDITS = STAGES.ask("travaux_interdits", "L’élève sera-t-il exposé à… ?", Choices(*TRAVAUX),
                               hint="Cochez ce qui le concerne ; ne cochez rien si aucun de ces travaux n’est prévu. "
                                    "Pas de port de charges de plus de 20 % de son poids.")
STAGES.step("convention", "Visites, convention, repas")
STAGES.section("Suivi par le collège")
VISITES = STAGES.repeat("visites", "Visites", "visite", ids="V", feminine=True,
                        hint="Au moins une visite du collège pendant le stage.")
VISITE_DATE = VISITES.ask("date", "Date prévue", Date(), hint="Par exemple 19 1 2027",
                          missing="Indiquez la date prévue de la visite")
VISITEUR = VISITES.ask("visiteur", "Visiteur", Name(), hint="Prénom et nom",
                       missing="Indiquez qui fait la visite")
VISITE_FAITE = VISITES.ask("faite_le", "Visite faite le", Date(), hint="Par exemple 19 1 2027", needed="pour le bilan",
                           once=True, afterwards=True)
VISITE_OBSERVATION = VISITES.ask("observation", "Observation", LongText(), guarded=True, once=True, afterwards=True,
                                 hint="Des faits observés, que la famille peut lire")
STAGES.section("Convention et assurances")
CONVENTION_STATUT = STAGES.ask("convention.statut", "Où en est la convention ?",
                               Choice(("a_rechercher", "Lieu à chercher"), ("pressentie", "Lieu pressenti"),
                                      ("projet", "Convention en projet"), ("signee", "Convention signée"),
                                      ("rompue", "Convention rompue")),
                               missing="Indiquez où en est la convention", once=True)
CONVENTION_DATE = STAGES.ask("convention.date_signature", "Date de la dernière signature de la convention", Date(),
                             hint="Par exemple 19 11 2026", needed="avant le stage", once=True)
ASSURANCE_ETABLISSEMENT = STAGES.ask(
    "assurance.etablissement", "Responsabilité civile de l’établissement ou de la famille", Text(),
    hint="Assureur et numéro de contrat", required_at=(DEMARRAGE,),
    missing="Indiquez l’assurance de l’établissement ou de la famille")
ASSURANCE_ORGANISME = STAGES.ask(
    "assurance.organisme", "Responsabilité civile de l’organisme d’accueil", Text(),
    hint="Assureur et numéro de contrat", required_at=(DEMARRAGE,),
    missing="Indiquez l’assurance de l’organisme d’accueil")
STAGES.section("F. Prise en charge")
RESTAURATION = STAGES.ask("restauration", "Repas", Text(), hint="Où l’élève déjeune, et qui paie",
                          needed="pour l’envoi")
TRANSPORT = STAGES.ask("transport", "Transport", Text(), hint="Comment l’élève se rend sur place, et qui paie",
                       needed="pour l’envoi")
HEBERGEMENT = STAGES.ask("hebergement", "Hébergement", Text())
ATTESTATION = STAGES.ask("attestation_remise_le", "Attestation remise le", Date(), hint="Par exemple 29 1 2027",
                         once=True, afterwards=True)
