"""What Brython gives of JavaScript itself."""

from typing import Any

JSON: Any
