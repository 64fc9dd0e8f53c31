"""What a dossier looks like, as plain data: rectangles, lines and words, which the screen and the PDF draw alike."""
