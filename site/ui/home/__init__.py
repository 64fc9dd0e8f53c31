"""The list of dossiers, and what this computer is for them."""
