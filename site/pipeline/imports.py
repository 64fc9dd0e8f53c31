"""Which modules of the page are needed at once, from what each imports outside of its functions."""

import ast


def needed_at_once(modules: list[dict], roots: str) -> set[str]:
    """Names of the modules that those whose name begins with ``roots`` import, directly or not, when they are imported.

    A module imported only inside functions is not among them: it may come later.
    """
    sources = {module["name"]: module["source"] for module in modules}
    waiting = [name for name in sources if name.startswith(roots)]
    found = set()
    while waiting:
        name = waiting.pop()
        if name in found or name not in sources:
            continue
        found.add(name)
        waiting.extend(_imported(sources[name]))
        waiting.append(name.rpartition(".")[0])
    return found


def _imported(source: str) -> list[str]:
    names = []
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Import):
            names += [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom):
            names += [statement.module] + [f"{statement.module}.{alias.name}" for alias in statement.names]
    return names
