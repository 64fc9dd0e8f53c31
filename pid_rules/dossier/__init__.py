"""The file of one dossier: its tree, its text, its fingerprint, its versions, and what may not stand in it."""
