"""The skeletons of sentences that a person may begin an answer by, read from ``formulations.toml``."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from pid_rules.dossier.guard import advice
from pid_rules.form.formulations import PATTERNS
from pid_rules.form.parcours import INDICATEUR, OBJECTIF, STRATEGIE
from pid_rules.words.brackets import blank_in
from pid_rules.words.typography import french
from pipeline.node import BuildError

FILE = Path(__file__).with_name("formulations.toml")
TOGETHER = {"objectif": OBJECTIF, "indicateur": INDICATEUR, "strategie": STRATEGIE}
"""What an objective comes with, in the order in which the page shows it."""
LONGEST = 140
"""Characters beyond which a skeleton is no longer read in one glance on a telephone."""


def read(text: str | None = None) -> dict:
    """``objectifs``: [theme, [[objective, indicator, strategy]…]]…; ``phrases``: {pattern of a question: sentences}.

    Raises BuildError with a sentence for each thing to mend.
    """
    try:
        held = tomllib.loads(FILE.read_text(encoding="utf-8") if text is None else text)
    except tomllib.TOMLDecodeError as error:
        raise BuildError(f"{FILE.name} n'est pas un fichier TOML : {error}.") from error
    wrong = list(problems(held))
    if wrong:
        raise BuildError(f"{FILE.name} :\n  " + "\n  ".join(wrong))
    themes: dict = {}
    for one in held["objectif"]:
        themes.setdefault(one["theme"], []).append([one[name] for name in TOGETHER])
    return {"objectifs": list(themes.items()), "phrases": held["phrases"]}


def problems(held: dict) -> Iterator[str]:
    """What is to be mended in the file, in sentences."""
    objectives, phrases = held.get("objectif", []), held.get("phrases", {})
    alone = [pattern for pattern in PATTERNS if pattern not in [field.path for field in TOGETHER.values()]]
    yield from (f"« {key} » : seuls [[objectif]] et [phrases] sont lus."
                for key in held if key not in ("objectif", "phrases"))
    yield from (f"[phrases] : ajoutez « {pattern} », et une phrase." for pattern in alone if not phrases.get(pattern))
    yield from (f"[phrases] : « {pattern} » n'est pas une question à laquelle on propose des phrases."
                for pattern in phrases if pattern not in alone)
    yield from (f"[[objectif]] n° {number} : écrivez theme, objectif, indicateur et strategie, et rien d'autre."
                for number, one in enumerate(objectives, 1) if one.keys() != {"theme", *TOGETHER})
    sentences = [one[name] for one in objectives for name in TOGETHER if name in one]
    sentences += [sentence for pattern in phrases for sentence in phrases[pattern]]
    yield from (f"« {sentence} » : {words}" for sentence in sentences for words in faults(sentence))
    yield from (f"« {sentence} » : cette phrase est écrite deux fois."
                for sentence in dict.fromkeys(sentences) if sentences.count(sentence) > 1)


def faults(sentence: str) -> Iterator[str]:
    """What is wrong in one skeleton, in words."""
    rest, blanks = sentence, 0
    while len(blank_in(rest)) > 2:
        rest = rest.replace(blank_in(rest), "", 1)
        blanks += 1
    if not blanks:
        yield "il faut un blanc au moins, par exemple [date]."
    if blank_in(rest):
        yield "un crochet n'a pas l'autre, ou rien entre les deux."
    if french(sentence) != sentence or '"' in sentence or "'" in sentence:
        yield "mettez ’ pour les apostrophes, et une espace insécable avant « : ; ? ! »."
    if sentence != sentence.strip() or "  " in sentence or len(sentence) > LONGEST:
        yield f"pas d'espace en trop, et {LONGEST} caractères au plus."
    if advice(sentence):
        yield advice(sentence)
