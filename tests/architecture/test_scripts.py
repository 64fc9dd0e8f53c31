"""What ruff holds for Python, held for JavaScript: lines of 120 characters, and modules that one reads at a sitting."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WIDEST, LONGEST = 120, 250
FOLDERS = ("site/js", "site/pipeline", "tests")
SCRIPTS = sorted(path for folder in FOLDERS for ending in ("*.js", "*.d.ts") for path in (ROOT / folder).rglob(ending)
                 if "node_modules" not in path.parts)


def wide(text):
    """Numbers of the lines that are too long."""
    return [number for number, line in enumerate(text.split("\n"), 1) if len(line) > WIDEST]


def test_no_line_of_a_script_is_too_long():
    found = [f"{path.relative_to(ROOT)}:{number}" for path in SCRIPTS
             for number in wide(path.read_text(encoding="utf-8"))]
    assert SCRIPTS and found == [], f"break these lines before {WIDEST} characters: {', '.join(found)}"


def test_no_script_is_too_long():
    found = [str(path.relative_to(ROOT)) for path in SCRIPTS
             if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST]
    assert found == [], f"split these modules by purpose, they have more than {LONGEST} lines: {', '.join(found)}"


def test_control_a_line_is_counted_in_characters():
    assert wide("é" * WIDEST + "\n" + "é" * (WIDEST + 1)) == [2]
