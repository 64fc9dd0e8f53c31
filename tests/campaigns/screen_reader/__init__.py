"""Orca reads the site in a room without a screen, and what it would say is written, judged and kept."""
