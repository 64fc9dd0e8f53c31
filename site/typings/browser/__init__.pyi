"""What Brython gives of the page: objects of JavaScript, of which ``site/js/interface.d.ts`` declares ours."""

from typing import Any

document: Any
window: Any
console: Any
