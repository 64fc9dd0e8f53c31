"""The voice that writes: what Speech Dispatcher sends it, what it answers, what it keeps; and how words are judged."""

import os
import subprocess
import sys

from tests.campaigns.screen_reader.gestures import Step, missing, seek, told, unwanted
from tests.campaigns.screen_reader.room import Room
from tests.campaigns.screen_reader.session import MODULE


def conversation(tmp_path, *lines):
    """The answers to lines sent, and the utterances written."""
    spoken = tmp_path / "spoken.txt"
    done = subprocess.run([sys.executable, str(MODULE)], input="\n".join(lines) + "\n", text=True, encoding="utf-8",
                          capture_output=True, env=os.environ | {"SPOKEN_TO": str(spoken)}, check=True, timeout=30)
    return done.stdout.splitlines(), spoken.read_text(encoding="utf-8").splitlines() if spoken.exists() else []


def test_the_voice_starts_as_speech_dispatcher_asks_and_ends_when_told(tmp_path):
    answers, spoken = conversation(
        tmp_path, "INIT", "AUDIO", "audio_output_method=none", ".", "LOGLEVEL", "log_level=1", ".",
        "SET", "rate=0", "language=fr", ".", "LIST VOICES", "QUIT", "SPEAK", "après", ".")
    assert answers == ["299-written", "299 OK LOADED SUCCESSFULLY",
                       "207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED",
                       "207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET",
                       "203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED",
                       "200-written\tfr\tnone", "200 OK VOICE LIST SENT", "210 OK QUIT"]
    assert spoken == []


def test_what_is_spoken_is_written_without_its_marks_one_utterance_a_line(tmp_path):
    answers, spoken = conversation(
        tmp_path, "SPEAK", "<speak>Nom <mark name='1'/>zone de saisie &amp; Pr&#233;nom", "2", "</speak>", ".",
        "STOP", "CHAR", "é", ".", "SPEAK", "..", ".", "QUIT")
    assert spoken == ["Nom zone de saisie & Prénom 2", "é", "."]
    assert answers.count("701 BEGIN") == answers.count("702 END") == 3


def test_words_are_missing_or_unwanted_whatever_their_case_and_across_utterances():
    step = Step("Entrée", heard=("Il y a un problème", "élève lien"), unheard=("cliquable",))
    said = ["IL Y A UN", "problème.", "Élève lien"]
    assert missing(step, said) == [] and unwanted(step, said) == []
    assert missing(step, ["Élève"]) == list(step.heard)
    assert unwanted(step, ["Élève cliquable"]) == ["cliquable"]


def test_a_line_tells_the_gesture_what_was_said_and_each_fault():
    step = Step("Tabulation", heard=("Nom",), unheard=("cliquable",))
    assert told(2, step, ["Nom zone de saisie"]) == ("2. Tabulation — Nom zone de saisie", 0)
    line, faults = told(3, step, [])
    assert faults == 1 and line == "3. Tabulation — *(rien)* **n’est pas dit : « Nom »**"
    assert told(4, step, ["Nom", "cliquable"])[1] == 1


def test_a_key_is_pressed_again_until_what_is_sought_is_heard():
    class Answering(Room):
        def __init__(self, *answers):
            super().__init__(None, None)
            self.answers = list(answers)

        def _after(self, step, *action):
            return [self.answers.pop(0)]

    step = seek("En-tête suivant (h)", "h", 3, "Horaires")
    assert Answering("Dates", "Horaires", "Lieux").do(step) == ["Dates", "Horaires"]
    assert Answering("Dates", "Lieux", "Notes").do(step) == ["Dates", "Lieux", "Notes"]
