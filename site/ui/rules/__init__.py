"""What the rules say without a dossier."""
