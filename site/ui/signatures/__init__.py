"""Signatures dated in the page, and dated anew."""
