"""How wide and in which colours a page is looked at."""

import pytest

LOOKS = [("light", 1280), ("dark", 320)]
looks = pytest.mark.parametrize("scheme, width", [LOOKS[1], pytest.param(*LOOKS[0], marks=pytest.mark.campaign)],
                                ids=["dark-320", "light-1280"])
"""Looks of a state that lasts: the campaigns read the wide and light one."""


def look(page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
