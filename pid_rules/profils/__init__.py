"""The profiles of the départements, a folder each, and what makes one right; the build hands one to the page."""
