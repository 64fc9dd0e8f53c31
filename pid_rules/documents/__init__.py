"""What a dossier becomes on paper and on screen, as blocks. No rule is known here by name."""
