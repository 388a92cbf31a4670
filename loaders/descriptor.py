"""`datapackage.json`: read, and refused if it asks for what the loader would not check."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from loaders.columns import listed
from loaders.problem import Problem, line_of
from loaders.values import TYPES
from loaders.values import parse as parse_value

DESCRIPTOR = "datapackage.json"

_RESOURCE = {"name": str, "path": str, "schema": dict}
_CONSTRAINTS: Mapping[str, Any] = {
    "required": bool,
    "unique": bool,
    "enum": list,
    "pattern": str,
    "minimum": (int, float, str),
    "maximum": (int, float, str),
}


Flaw = tuple[str, object, str]  # where the descriptor is wrong, what stands there, and what is needed


def parse(data: bytes) -> tuple[Mapping[str, Any], list[Problem]]:
    """Read a Data Package descriptor.

    Returns it with no problems, or an empty mapping with every problem found: a descriptor is
    used whole or not at all, as an unknown rule left unchecked would be a promise broken.
    """
    try:
        package = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return {}, [Problem("json", "", DESCRIPTOR, error.lineno, None, error.msg)]
    except UnicodeDecodeError as error:
        return {}, [Problem("encoding", "", DESCRIPTOR, line_of(error), None, "other", "UTF-8")]
    except RecursionError:
        return {}, [Problem("json", "", DESCRIPTOR)]
    try:
        flaws = list(_package(package))
    except (AttributeError, KeyError, TypeError) as error:
        # A value of quite another shape, such as a list where an object is due.
        flaws = [("", error, "Data Package")]
    problems = [
        Problem("descriptor", "", DESCRIPTOR, None, where, str(found), needed) for where, found, needed in flaws
    ]
    return ({} if problems else package), problems


def _package(package: Any) -> Iterator[Flaw]:
    if not isinstance(package, dict):
        yield "", type(package).__name__, "object"
        return
    if not _reads(package.get("as_of"), "date"):
        yield "as_of", package.get("as_of", ""), "date"
    resources = package.get("resources")
    if not isinstance(resources, list) or not resources:
        yield "resources", resources, "list"
        return
    flaws = [flaw for number, resource in enumerate(resources) for flaw in _resource(resource, f"resources[{number}]")]
    yield from flaws or _names(resources)


def _resource(resource: Any, where: str) -> Iterator[Flaw]:
    if not isinstance(resource, dict):
        yield where, resource, "object"
        return
    for key, kind in _RESOURCE.items():
        if not isinstance(resource.get(key), kind) or not resource[key]:
            yield f"{where}.{key}", resource.get(key, ""), kind.__name__
            return
    if resource.get("encoding", "utf-8").lower() != "utf-8":
        yield f"{where}.encoding", resource["encoding"], "utf-8"
    schema = resource["schema"]
    if schema.get("missingValues", [""]) != [""]:
        yield f"{where}.schema.missingValues", schema["missingValues"], '[""]'
    fields = schema.get("fields")
    if not isinstance(fields, list) or not fields:
        yield f"{where}.schema.fields", fields, "list"
        return
    for number, field in enumerate(fields):
        yield from _field(field, f"{where}.schema.fields[{number}]")


def _field(field: Any, where: str) -> Iterator[Flaw]:
    if not isinstance(field, dict) or not isinstance(field.get("name"), str):
        yield where, field, "name"
        return
    if field.get("type") not in TYPES:
        yield f"{where}.type", field.get("type", ""), ", ".join(TYPES)
        return
    if field.get("format", "default") != "default":
        yield f"{where}.format", field["format"], "default"
    constraints = field.get("constraints", {})
    for name, rule in constraints.items():
        at = f"{where}.constraints.{name}"
        kind = _CONSTRAINTS.get(name)
        if kind is None:
            yield at, name, ", ".join(_CONSTRAINTS)
        elif not isinstance(rule, kind):
            yield at, rule, name
        elif name == "pattern" and not _compiles(rule):
            yield at, rule, "regular expression"
        elif name in ("minimum", "maximum") and not _reads(rule, field["type"]):
            yield at, rule, field["type"]
        elif name == "enum" and not all(isinstance(code, str) for code in rule):
            yield at, rule, "strings"


def _names(resources: list[Any]) -> Iterator[Flaw]:
    """Check that every name a key uses is one there is, and that no name is used twice."""
    fields = {each["name"]: {field["name"]: field for field in each["schema"]["fields"]} for each in resources}
    for key in ("name", "path"):
        values = [resource[key] for resource in resources]
        yield from ((f"resources.{key}", value, "unique") for value in {v for v in values if values.count(v) > 1})
    for number, resource in enumerate(resources):
        where, schema, own = f"resources[{number}].schema", resource["schema"], fields[resource["name"]]
        if len(own) != len(schema["fields"]):
            yield f"{where}.fields", "name", "unique"
        used = [("exactlyOneOf", schema.get("exactlyOneOf", [])), ("primaryKey", schema.get("primaryKey", []))]
        used += [("uniqueKeys", key) for key in schema.get("uniqueKeys", [])]
        for foreign in schema.get("foreignKeys", []):
            reference = foreign.get("reference", {})
            target, ours, theirs = reference.get("resource"), foreign.get("fields", []), reference.get("fields", [])
            used.append(("foreignKeys", ours))
            there = own if target == "" else fields.get(target)
            if there is None or len(listed(ours)) != len(listed(theirs)) or not there.keys() >= set(listed(theirs)):
                yield f"{where}.foreignKeys", target, "resource and fields"
        for key, names in used:
            if not names and key in ("uniqueKeys", "foreignKeys"):
                yield f"{where}.{key}", names, "fields"
            yield from ((f"{where}.{key}", name, "field") for name in listed(names) if name not in own)
        for name in listed(schema.get("primaryKey", [])):
            if name in own and not own[name].get("constraints", {}).get("required"):
                yield f"{where}.primaryKey", name, "required"


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _reads(limit: object, kind: str) -> bool:
    try:
        parse_value(str(limit), kind)
    except ValueError:
        return False
    return kind not in ("string", "boolean")
