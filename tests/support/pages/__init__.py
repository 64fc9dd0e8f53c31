"""Gestures and checks on the pages of the site."""
