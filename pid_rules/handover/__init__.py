"""What leaves with a dossier: its names of files, its e-mail, its receipt."""
