"""How a dossier is judged: its answers read once, the rules asked, their findings gathered in a report."""
