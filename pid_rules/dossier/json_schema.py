"""JSON Schema 2020-12 of the dossier file, derived from the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.structure import FORMAT, VERSION, tree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from pid_rules.dossier.structure import Node
    from pid_rules.questions.schema import Form

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(form: Form) -> dict[str, Any]:
    """The schema as a dict. Unknown keys are allowed: the format says that they are reported and kept."""
    schema: dict[str, Any] = {"$schema": DIALECT, "title": "Dossier de parcours individualisé dérogatoire"}
    schema.update(_node(tree(form), form.nullable))
    schema["properties"]["format"] = {"const": FORMAT}
    schema["properties"]["version"] = {"const": VERSION}
    schema["properties"]["justifications"] = {"type": "object", "additionalProperties": {"type": "string",
                                                                                        "maxLength": 5000}}
    schema["required"] = ["format", "version"]
    return schema


def _node(node: Node, nullable: Iterable[str] = ()) -> dict[str, Any]:
    if node.field is not None:
        described = dict(node.field.kind.schema())
        described["title"] = node.field.label
        return described
    if node.block is not None:
        return {"type": "array", "title": node.block.label, "maxItems": node.block.maximum,
                "items": _node(node.below["[]"])}
    properties: dict[str, Any] = {}
    for key, child in node.below.items():
        described = _node(child)
        if key in nullable:
            described["type"] = ["object", "null"]
        properties[key] = described
    return {"type": "object", "properties": properties}
