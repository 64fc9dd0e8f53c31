"""What somebody who does not see does with the keyboard, what must be heard, and how both are told."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Step:
    """One gesture: ``keys`` as xdotool names them, or a ``text`` to type, done as ``doing`` tells in French."""

    doing: str
    keys: tuple[str, ...] = ()
    text: str = ""
    heard: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()
    seeks: bool = False
    """Whether the keys stop once what must be heard is: two readers do not count alike what is around."""


@dataclass
class Journey:
    """A way through the site; ``begin`` takes a room and the address of the site to where its steps start."""

    name: str
    title: str
    begin: Callable
    steps: list[Step]


def press(doing, *keys, heard=(), unheard=()):
    """Keys one after the other, each heard out before the next."""
    return Step(doing, keys, heard=_several(heard), unheard=_several(unheard))


def seek(doing, key, most, heard):
    """One key again and again, until what must be heard is."""
    return Step(f"{doing}, jusque-là", (key,) * most, heard=_several(heard), seeks=True)


def tab(*heard, times=1, doing="Tabulation"):
    return Step(doing if times == 1 else f"{doing}, {times} fois", ("Tab",) * times, heard=heard)


def enter(*heard, doing="Entrée"):
    return press(doing, "Return", heard=heard)


def write(text, unheard=(), heard=()):
    return Step(f"Taper « {text} »", text=text, heard=_several(heard), unheard=_several(unheard))


def _several(words):
    return (words,) if isinstance(words, str) else words


def missing(step, utterances):
    """The words that must be heard and are not."""
    return [one for one in step.heard if not _said(one, utterances)]


def unwanted(step, utterances):
    """The words that are heard and must not be."""
    return [one for one in step.unheard if _said(one, utterances)]


def _said(words, utterances):
    return words.casefold() in " ".join(" ".join(utterances).split()).casefold()


def told(number, step, utterances):
    """The line of a transcript, and how many faults it tells."""
    faults = [f"n’est pas dit : « {one} »" for one in missing(step, utterances)]
    faults += [f"est dit à tort : « {one} »" for one in unwanted(step, utterances)]
    said = " · ".join(utterances) or "*(rien)*"
    return f"{number}. {step.doing} — {said}" + "".join(f" **{one}**" for one in faults), len(faults)
