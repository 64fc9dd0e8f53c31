"""What a person can see of a text: signs without ink come along with a paste and would make the file suspect."""

NO_INK = tuple([chr(code) for first, last in (
    (0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F), (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2066, 0x2069), (0xFEFF, 0xFEFF)) for code in range(first, last + 1)])
"""Controls but tab and line ends, bidirectional controls, zero-width signs: the importer refuses each of them."""


def visible(typed):
    """The text without the signs that nobody can see."""
    for sign in NO_INK:
        if sign in typed:
            typed = typed.replace(sign, "")
    return typed
