"""The Python of the pages: compiled ahead of time, with Brython mended and made faster. See docs/brython.md."""
