"""The journeys: what somebody who works with Orca does on the pages, and what they must hear.

In Orca's browse mode ``h`` goes to the next heading, ``b`` to the next button, ``k`` to the next link, ``t`` to the
next table and ``e`` to the next field; Tab goes from control to control, and in a field Orca lets the keys type. A
journey begins on the link of a page in the list of pages, from which Return opens it as a person does.
"""

from tests.campaigns.screen_reader.gestures import Journey, Step, enter, press, seek, tab, write
from tests.support.pages import steps

SELECT_ALL = "ctrl+a"
BROWSE = "Insert+a"
"""Orca's own key, from typing in a field to reading the page."""


def home(room, root):
    room.page.goto(root)
    steps.until(lambda: steps.ready(room.page), 60)
    steps.until(lambda: "Prêt hors connexion" in room.page.inner_text("#etat-hors-connexion"), 60)
    room.page.locator("h1:visible").click()  # the address bar had the focus of the window
    room.page.locator("a[href='#contenu']").focus()


def new(room, root):
    home(room, root)
    steps.open_new(room.page)


def demonstration(room, root):
    home(room, root)
    steps.open_demonstration(room.page)
    steps.judged(room.page)


def at_link(slug, opened):
    """Begins on the link of a page, in the list of pages."""
    def begin(room, root):
        opened(room, root)
        room.heard()
        room.page.locator(f"#groupes a[href='#{slug}'], #taches a[href='#{slug}']").first.focus()
    return begin


def arriving(title):
    return enter(f"{title} en-tête niveau 1", doing="Entrée sur le lien de la page")


def undo(heard, doing="Ctrl+Z"):
    return press(doing, "ctrl+z", heard=heard)


JOURNEYS = [
    Journey("remplir", "Commencer un dossier et remplir une page", home, [
        press("En-tête suivant (h)", "h", heard="Préparer un parcours individualisé dérogatoire en-tête niveau 1"),
        press("En-tête suivant (h)", "h", heard="Cet ordinateur est-il partagé"),
        press("Bouton suivant (b), 4 fois", "b", "b", "b", "b", heard="Créer un dossier bouton"),
        enter("Élève sans nom"),
        press("En-tête suivant (h)", "h", heard=("Dossier", "Élève sans nom en-tête niveau 1")),
        press("En-tête suivant (h)", "h", heard="L’élève et son collège en-tête niveau 2"),
        press("Lien suivant (k), 4 fois", "k", "k", "k", "k", heard="Élève lien"),
        arriving("Élève"),
        tab("Nom zone de saisie"),
        write("Martin"),
        tab("Prénom zone de saisie"),
        write("Lou"),
        tab("Date de naissance", "Jour zone de saisie"),
        write("14"),
        tab("Mois zone de saisie"),
        write("3"),
        tab("Année zone de saisie"),
        write("2012"),
        tab("Niveau liste déroulante"),
        press("Flèche bas, 4 fois", "Down", "Down", "Down", "Down", heard="3e"),
        tab("Classe zone de saisie", "Le nom de la classe seulement"),
        write("3e B"),
        tab("Régime (facultatif)", "Externe", "bouton radio"),
        press("Espace", "space", heard="sélectionné"),
        press("Flèche bas, au choix suivant", "Down", heard="Demi-pensionnaire"),
        press("En-tête suivant (h)", "h", heard="Pour la convention de stage en-tête niveau 2"),
        press("Bouton suivant (b)", "b", heard="Continuer : Responsables légaux bouton"),
        enter("Responsables légaux en-tête niveau 1"),
    ]),
    Journey("erreur", "Une erreur, et la corriger", at_link("eleve", new), [
        arriving("Élève"),
        tab("Jour zone de saisie", times=3),
        write("31"), tab("Mois zone de saisie"), write("2"), tab("Année zone de saisie"), write("2012"),
        tab("Niveau liste déroulante", doing="Tabulation, hors de la date"),
        press("Champ précédent (Maj+Tab)", "shift+Tab", heard=("Année zone de saisie",)),
        press("Mode navigation, bouton suivant (b)", BROWSE, "b",
              heard="Continuer : Responsables légaux bouton"),
        enter("Il y a un problème", "31 février"),
        tab("31 février", "lien", times=3),
        enter("Date de naissance", "zone de saisie", doing="Entrée sur le lien"),
        press("Tout choisir (Ctrl+A)", SELECT_ALL),
        write("28"),
        tab("Mois zone de saisie", times=1),
        press("Champ précédent (Maj+Tab)", "shift+Tab", heard="Jour zone de saisie 28"),
    ]),
    Journey("elements", "Une liste d’éléments : ajouter, nommer, copier, déplacer, retirer, reprendre",
            at_link("objectifs", demonstration), [
        arriving("Objectifs et stratégies"),
        tab("Objectif 1 : Retrouver une présence régulière", "lien"),
        tab("Copier : objectif 1 bouton"),
        enter("Objectif 2 sur 3", "copie faite", doing="Entrée sur « Copier »"),
        press("Lien précédent (Maj+k)", "shift+k", heard="Objectifs et stratégies lien"),
        enter("Objectifs et stratégies en-tête niveau 1"),
        press("Bouton suivant (b), 3 fois", "b", "b", "b", heard="Descendre : objectif 1 bouton"),
        enter("Déplacé en position 2", "objectif 2 bouton", doing="Entrée sur « Descendre »"),
        tab("Supprimer : objectif 2 bouton"),
        enter("Suppression faite : objectif 2", doing="Entrée sur « Supprimer »"),
        undo(("Annulé", "Objectif 2 :", "lien")),
        seek("Bouton suivant (b)", "b", 14, "Ajouter un objectif bouton"),
        enter("Objectif 4 sur 4", doing="Entrée sur « Ajouter un objectif »"),
        tab("Objectif zone de saisie"),
        write("Venir chaque matin"),
        tab("S’inspirer d’une formulation : Objectif"),
        tab("Indicateur zone de saisie", "À quoi verra-t-on"),
    ]),
    Journey("etapes", "Les étapes d’un stage", at_link("stages", demonstration), [
        arriving("Stages"),
        tab("Stage 1 : Menuiserie de l'Exemple", "lien"),
        enter("Étape 1 sur 4 : Où et quand en-tête niveau 1"),
        tab("Lieu liste déroulante", "Menuiserie"),
        tab("Type de stage liste déroulante", "Stage d’initiation"),
        press("Mode navigation, en-tête suivant (h), 2 fois", BROWSE, "h", "h", heard="Horaires en-tête niveau 2"),
        press("Bouton suivant (b)", "b", heard="Copier vers"),
        seek("Bouton suivant (b)", "b", 10, "Ajouter un jour bouton"),
        press("Bouton suivant (b)", "b", heard="Continuer : Ce qu’il y fera bouton"),
        enter("Étape 2 sur 4 : Ce qu’il y fera en-tête niveau 1"),
        tab("zone de saisie"),
    ]),
    Journey("emploi-du-temps", "L’emploi du temps", at_link("emploi-du-temps", demonstration), [
        arriving("Emploi du temps"),
        tab("Grille horaire de référence", "3e", "sélectionné bouton radio"),
        press("En-tête suivant (h)", "h", heard="Semaines types en-tête niveau 2"),
        press("Tableau suivant (t)", "t", heard="Semaine à remplir"),
        press("Cellule du dessous (Alt+Maj+bas)", "alt+shift+Down", heard="8h30-10h30"),
        press("Cellule à droite (Alt+Maj+droite)", "alt+shift+Right", heard=("Lundi", "Français")),
        press("Tableau suivant (t)", "t", heard="Par semaine, en tout"),
    ]),
    Journey("grille", "Remplir une semaine dans sa grille", at_link("emploi-du-temps", new), [
        arriving("Emploi du temps"),
        press("Bouton suivant (b)", "b", heard="Commencer la semaine ordinaire bouton"),
        enter("Durée d’une séance", "zone de saisie"),
        tab("L’emploi du temps alterne"),
        press("Tableau suivant (t)", "t", heard="Semaine à remplir"),
        press("Champ suivant (e)", "e", heard="Heures d’une ligne de plus zone de saisie"),
        press("Mode focus", BROWSE, heard="Mode focus"),
        write("8h05-12h 13h30-16h30"),
        enter("lignes ajoutées : 8 h 05 –"),
        press("Champ précédent (Maj+Tab)", "shift+Tab", heard="Vendredi, 15 h"),
        write("fran"),
        press("Flèche haut", "Up", heard="Vendredi, 14 h"),
        write("eps"),
        press("Maj+Flèche bas, plus long", "shift+Down", heard="La case ne va pas plus loin"),
        press("Flèche bas", "Down", heard=("Vendredi, 15 h", "Français")),
        press("Suppr", "Delete", heard="Français retiré"),
        undo("Annulé"),
    ]),
    Journey("frise", "Le calendrier du parcours", at_link("parcours", demonstration), [
        arriving("Parcours"),
        press("En-tête suivant (h)", "h", heard="Calendrier du parcours en-tête niveau 2"),
        Step("Image suivante (g)", ("g",), heard=("Calendrier, du 7 décembre 2026 au", "mardi et jeudi", "image"),
             unheard=("déc. 2026",)),
        tab("Les dates en tableau", "réduit"),
        enter("étendu"),
        press("Mode navigation, tableau suivant (t)", BROWSE, "t", heard="Date en-tête de colonne"),
        press("Cellule du dessous (Alt+Maj+bas)", "alt+shift+Down", heard="2026"),
        press("Cellule à droite (Alt+Maj+droite)", "alt+shift+Right", heard="Semaine type"),
        press("Cellule du dessous (Alt+Maj+bas)", "alt+shift+Down", heard="Vacances"),
    ]),
    Journey("verifier", "Vérifier et envoyer", at_link("verifier", demonstration), [
        arriving("Vérifier et envoyer"),
        press("Flèche bas, 2 fois", "Down", "Down", heard="17 sur 18"),
        press("En-tête suivant (h)", "h", heard="Avertissements (1) en-tête niveau 2"),
        press("Flèche bas, 4 fois", "Down", "Down", "Down", "Down", heard="moins de 15 jours"),
        press("Champ suivant (e)", "e", heard="Si vous assumez cet avertissement"),
        press("Mode focus", BROWSE, heard="Mode focus"),
        write("Famille prévenue"),
        press("Mode navigation", BROWSE, heard="Mode navigation"),
        seek("En-tête suivant (h)", "h", 4, "Envoyer à la DSDEN en-tête niveau 2"),
        press("Bouton suivant (b)", "b", heard="Préparer l’envoi bouton"),
        enter("Les fichiers à joindre"),
        press("Bouton suivant (b)", "b", heard="bouton"),
    ]),
    Journey("annuler", "Annuler puis rétablir", at_link("eleve", demonstration), [
        arriving("Élève"),
        tab("Nom zone de saisie"),
        press("Fin de la ligne", "End"),
        write("xyz"),
        tab("Prénom zone de saisie"),
        undo(("Annulé – Nom",)),
        press("Ctrl+Maj+Z", "ctrl+shift+z", heard="Rétabli – Nom"),
    ]),
]
