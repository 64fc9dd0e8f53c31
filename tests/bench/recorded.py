"""The ratios of the last recorded run, and what has become slower since. Times depend on the machine, ratios far
less."""

import tomllib
from pathlib import Path

FILE = Path(__file__).with_name("recorded.toml")
TOLERATED = 1.2
"""A figure may grow by a fifth before it is called a regression."""


def regressions(measured: dict[str, float], recorded: dict[str, float]) -> list[str]:
    """A sentence for each figure that has grown by more than a fifth; figures measured for the first time are not
    compared."""
    return [f"régression : {name}, {value:.2f} au lieu de {recorded[name]:.2f}"
            for name, value in measured.items() if name in recorded and value > TOLERATED * recorded[name]]


def read() -> dict[str, float]:
    """The recorded figures; none without a record."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}


def write(measured: dict[str, float]) -> None:
    """Replace the recorded figures by these; those of variants left out stay."""
    lines = ["# Written by « python -m tests.bench --record »: ratios, which lower is better."]
    lines += [f'"{name}" = {value:.3f}' for name, value in (read() | measured).items()]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
