"""What the rules say: how it is shown on every screen, and without a dossier."""
