#!/usr/bin/env python3
"""An output module of Speech Dispatcher that writes what would be spoken, one utterance a line, at once.

It reads commands on its standard input and answers on its standard output, as the modules of Speech Dispatcher do:
https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/speech-dispatcher.html (« Output
modules »). The file is named by ``SPOKEN_TO``.
"""

import html
import os
import re
import sys

OPENED = {"AUDIO": ("207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"),
          "LOGLEVEL": ("207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"),
          "SET": ("203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED")}
SPOKEN = {"SPEAK", "CHAR", "KEY", "SOUND_ICON"}
ANSWERS = {"INIT": ("299-written", "299 OK LOADED SUCCESSFULLY"), "QUIT": ("210 OK QUIT",),
           "LIST VOICES": ("200-written\tfr\tnone", "200 OK VOICE LIST SENT")}
TAG = re.compile(r"<[^>]*>")


def say(*lines):
    for line in lines:
        print(line, flush=True)


def body():
    """The lines that follow a command, to the one that is a full stop."""
    lines = []
    for line in sys.stdin:
        line = line.rstrip("\r\n")
        if line == ".":
            break
        lines.append(line.removeprefix(".") if line.startswith("..") else line)
    return lines


def spoken(lines):
    """The words of a message without their marks, on one line."""
    return " ".join(html.unescape(TAG.sub("", " ".join(lines))).split())


def main():
    for line in sys.stdin:
        command = line.strip()
        if command in SPOKEN:
            say("202 OK RECEIVING MESSAGE")
            words = spoken(body())
            with open(os.environ["SPOKEN_TO"], "a", encoding="utf-8") as file:
                file.write(words + "\n")
            say("200 OK SPEAKING", "701 BEGIN", "702 END")
        elif command in OPENED:
            before, after = OPENED[command]
            say(before)
            body()
            say(after)
        else:
            say(*ANSWERS.get(command, ()))
        if command == "QUIT":
            return


if __name__ == "__main__":
    main()
