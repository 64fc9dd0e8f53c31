"""The open dossier: its list of pages, going from one to another, what its special pages are."""
