"""What Brython gives of the page. Objects of JavaScript are not looked into: see site/js/interface.d.ts for ours."""

from collections.abc import Callable
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An element of the page, with what Brython adds to it."""
Event: TypeAlias = Any
Promise: TypeAlias = Any
Record: TypeAlias = Any
"""A draft as ``pidStore`` gives it."""
News: TypeAlias = Any
"""What another tab, or this one, has just done."""
Error: TypeAlias = Any
"""What a promise was rejected with."""
Failed: TypeAlias = Callable[..., Any]
"""What is called with the error of a promise."""

document: Any
window: Any
console: Any
