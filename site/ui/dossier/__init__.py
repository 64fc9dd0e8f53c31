"""The open dossier: its list of pages, going from one to another, what is typed there, which pages are special."""
