"""The only code that touches the page: it binds the frozen HTML to ``pid_rules``.

A module ``page_…`` for each address of the site, which starts it; what they show is in folders by screen, on ``kit``
(the document, the clock) and ``questions`` (the questions of the form in a page).
``tests/architecture/test_screens.py`` draws which folder may import which. A special page of the dossier is a
``kit.part.Part``, with its line in ``dossier/special.py``.
"""
