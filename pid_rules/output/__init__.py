"""What a dossier becomes: JSON text, JSON Schema, document blocks, file names. No rule is known here by name."""
