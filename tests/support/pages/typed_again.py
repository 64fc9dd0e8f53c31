"""Data typed more than once: the same text of four characters or more, or the same date, in several questions."""

from pid_rules.dossier.paths import pattern_of
from pid_rules.form import FORM
from pid_rules.questions.time_of_day import Time
from pid_rules.words.alike import plain

SHORT = 4


def typed_again(typed):
    """{text: [paths]} of what is typed in several places, of [(path, answer)].

    A name is also told where its two halves were typed: « Nadia BELKACEM » after « Nadia » and « BELKACEM ». The slots
    of the week are one place for each column, since every lesson has its own; hours, which many days share, are no
    datum of their own.
    """
    places, texts = {}, {}
    for path, value in typed:
        field = FORM.field.get(pattern_of(path))
        if len(str(value)) >= SHORT and not (field is not None and isinstance(field.kind, Time)):
            key = plain(str(value))
            texts.setdefault(key, str(value))
            if path not in places.setdefault(key, []):
                places[key].append(path)
    whole = {key: halves(key, places) + found for key, found in places.items()}
    return {texts[key]: found for key, found in whole.items() if len(found) > 1}


def halves(text, places):
    """Where both halves of a text were typed, [] where they were not."""
    words = text.split(" ")
    for middle in range(1, len(words)):
        first, second = " ".join(words[:middle]), " ".join(words[middle:])
        if first in places and second in places:
            return places[first][:1] + places[second][:1]
    return []
