"""Freezes the Flask site into a folder of static files, with relative links."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from flask_frozen import Freezer

from pipeline.node import BuildError

if TYPE_CHECKING:
    from flask import Flask


def freeze(app: Flask, scripts: dict[str, str], version: str, out: Path) -> None:
    """Write every page of the site and its scripts under ``out``, which is emptied first.

    Scripts are written here and not by a route, for some are asked for by another script and by no page.

    Raises BuildError when a page fails or when Flask reports anything unusual.
    """
    shutil.rmtree(out, ignore_errors=True)
    app.config.update(FREEZER_DESTINATION=str(out.resolve()), FREEZER_RELATIVE_URLS=True,
                      FREEZER_DEFAULT_MIMETYPE="text/html", SCRIPTS=scripts, VERSION=version)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            Freezer(app).freeze()
        except (Warning, ValueError, RuntimeError) as error:
            raise BuildError(f"La page n'a pas pu être figée : {error}") from error
    for name, text in scripts.items():
        (out / name).write_text(text, encoding="utf-8")
