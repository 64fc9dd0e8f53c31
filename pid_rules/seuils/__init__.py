"""Figures of the rules, each with its source and the day since which it holds, and the school calendar."""

from pid_rules.seuils import accueil, grilles, reperes, temps_de_travail

SEUILS = reperes.SEUILS + temps_de_travail.SEUILS + grilles.SEUILS + accueil.SEUILS
"""Every dated figure, by module."""
