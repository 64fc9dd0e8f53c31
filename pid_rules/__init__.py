"""The rules and the dossier of the « parcours individualisé dérogatoire », written once.

The package is pure: no input or output, no clock, no import but its own modules, so that the same
code runs at build on CPython and in the page on Brython. Only ``__main__`` and ``files`` use the standard library.
"""
