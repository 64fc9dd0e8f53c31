"""What a collège's other software already holds, as proposals to a dossier; the readers of its files are scripts."""
