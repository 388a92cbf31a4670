"""A descriptor that asks for what the loader does not check is refused, with the place named."""

import json
from typing import Any

import pytest

from loaders.descriptor import parse
from tests.fixtures.small_package import SCHEMAS, descriptor

PLACES, VISITS = SCHEMAS["places"], SCHEMAS["visits"]


def visits(**properties: Any) -> str:
    return descriptor({"places": PLACES, "visits": {**VISITS, **properties}})


def field(**properties: Any) -> str:
    return descriptor({"places": {"fields": [{"name": "a", "type": "integer", **properties}]}})


def resource(**properties: Any) -> str:
    return descriptor(resources=[{"name": "places", "path": "places.csv", "schema": PLACES, **properties}])


def test_a_sound_descriptor_is_read_as_it_stands() -> None:
    package, problems = parse(descriptor().encode())
    assert problems == []
    assert package == json.loads(descriptor())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[]", ""),
        (descriptor(as_of="November 2026"), "as_of"),
        (descriptor(resources=[]), "resources"),
        (descriptor(resources=["places"]), "resources[0]"),
        (resource(name=""), "resources[0].name"),
        (resource(path=["a.csv", "b.csv"]), "resources[0].path"),
        (resource(encoding="gb18030"), "resources[0].encoding"),
        (resource(schema={"fields": []}), "resources[0].schema.fields"),
        (resource(schema={**PLACES, "missingValues": ["", "NA"]}), "resources[0].schema.missingValues"),
        (resource(schema={"fields": ["a"]}), "resources[0].schema.fields[0]"),
        (field(type="integr"), "resources[0].schema.fields[0].type"),
        (field(format="%d/%m/%Y"), "resources[0].schema.fields[0].format"),
        (field(constraints={"maxLength": 3}), "resources[0].schema.fields[0].constraints.maxLength"),
        (field(constraints={"pattern": "("}), "resources[0].schema.fields[0].constraints.pattern"),
        (field(constraints={"minimum": "low"}), "resources[0].schema.fields[0].constraints.minimum"),
        (field(constraints={"required": "yes"}), "resources[0].schema.fields[0].constraints.required"),
        (field(constraints={"enum": [1, 2]}), "resources[0].schema.fields[0].constraints.enum"),
        (field(constraints=[]), ""),
        (visits(primaryKey=["code"]), "resources[1].schema.primaryKey"),
        (visits(primaryKey=["place_id"]), "resources[1].schema.primaryKey"),
        (visits(exactlyOneOf=["place"]), "resources[1].schema.exactlyOneOf"),
        (visits(uniqueKeys=[[]]), "resources[1].schema.uniqueKeys"),
        (visits(uniqueKeys=[["place"]]), "resources[1].schema.uniqueKeys"),
        (visits(fields=[*VISITS["fields"], VISITS["fields"][0]]), "resources[1].schema.fields"),
    ],
)
def test_what_cannot_be_used_is_named_by_its_place(text: str, place: str) -> None:
    package, problems = parse(text.encode())
    assert package == {}
    assert [(problem.code, problem.file, problem.column) for problem in problems] == [
        ("descriptor", "datapackage.json", place)
    ]


@pytest.mark.parametrize(
    "reference",
    [
        {"resource": "nowhere", "fields": ["id"]},
        {"resource": "places", "fields": ["code"]},
        {"resource": "places", "fields": ["id", "name"]},
        {},
    ],
)
def test_a_reference_to_what_is_not_described_is_refused(reference: dict[str, Any]) -> None:
    _, problems = parse(visits(foreignKeys=[{"fields": ["place_id"], "reference": reference}]).encode())
    assert [problem.column for problem in problems] == ["resources[1].schema.foreignKeys"]


def test_two_resources_never_share_a_name_or_a_file() -> None:
    one = {"name": "places", "path": "places.csv", "schema": PLACES}
    _, problems = parse(descriptor(resources=[one, one]).encode())
    assert {problem.column for problem in problems} == {"resources.name", "resources.path"}


def test_broken_json_is_named_by_its_line() -> None:
    _, (problem,) = parse(b'{\n"name": "small",\n"as_of" "2026"}')
    assert (problem.code, problem.row) == ("json", 3)
