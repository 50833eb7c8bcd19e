"""For programs: what the desk answers as JSON, drawn from its own description (OpenAPI 3.1), without scripts."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from sayso.web.guard import Reader
from sayso.web.render import page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing to ask by: its name, where it goes, what it may be, and what for."""

    name: str
    place: str
    kind: str
    needed: bool
    told: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that may be asked: `GET /claims.json`."""

    method: str
    path: str
    told: str
    parameters: tuple[Parameter, ...]
    answers: tuple[tuple[str, str], ...]


@router.get("/openapi.json", include_in_schema=False)
def openapi(request: Request, person: Reader) -> JSONResponse:
    """The description, for programs that make others."""
    return JSONResponse(request.app.openapi())


@router.get("/api", include_in_schema=False)
def api(request: Request, person: Reader) -> Response:
    """The description, for people."""
    return page(request, "api.html", operations=operations(request.app.openapi()))


def operations(described: dict[str, Any]) -> tuple[Operation, ...]:
    """Every operation of a description, in the order of the paths."""
    schemas = described.get("components", {}).get("schemas", {})
    return tuple(
        Operation(
            method.upper(),
            path,
            str(each.get("description") or each.get("summary") or ""),
            (
                *(_parameter(given, schemas) for given in each.get("parameters", ())),
                *_fields(each.get("requestBody", {}), schemas),
            ),
            tuple((code, str(answer.get("description", ""))) for code, answer in each.get("responses", {}).items()),
        )
        for path, methods in sorted(described.get("paths", {}).items())
        for method, each in methods.items()
    )


def _parameter(given: dict[str, Any], schemas: dict[str, Any]) -> Parameter:
    told = str(given.get("description") or given.get("schema", {}).get("description") or "")
    kind = _kind(given.get("schema", {}), schemas)
    return Parameter(given["name"], given["in"], kind, bool(given.get("required")), told)


def _fields(body: dict[str, Any], schemas: dict[str, Any]) -> tuple[Parameter, ...]:
    """The fields of what is sent along."""
    for media, content in body.get("content", {}).items():
        schema = _resolved(content.get("schema", {}), schemas)
        needed = schema.get("required", ())
        place = "JSON" if "json" in media else "form"
        return tuple(
            Parameter(name, place, _kind(each, schemas), name in needed, str(each.get("description", "")))
            for name, each in schema.get("properties", {}).items()
        )
    return ()


def _kind(schema: dict[str, Any], schemas: dict[str, Any]) -> str:
    """What a value may be, in a few words: "one of figure, denial, account", "day", "whole number, at most 200"."""
    schema = _resolved(schema, schemas)
    if "anyOf" in schema:
        kinds = dict.fromkeys(_kind(each, schemas) for each in schema["anyOf"] if each.get("type") != "null")
        return " or ".join(kinds)
    if "enum" in schema:
        return f"one of {', '.join(map(str, schema['enum']))}"
    if "const" in schema:
        return str(schema["const"])
    if schema.get("type") == "array":
        return f"several: {_kind(schema.get('items', {}), schemas)}"
    kind = str(schema.get("format") or schema.get("type") or "anything")
    named = {"string": "words", "integer": "whole number", "number": "number", "boolean": "yes or no", "date": "day"}
    bounds = [
        f"{word} {schema[key]}" for key, word in (("minimum", "at least"), ("maximum", "at most")) if key in schema
    ]
    return ", ".join([named.get(kind, kind), *bounds])


def _resolved(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    name = str(schema.get("$ref", "")).rsplit("/", 1)[-1]
    found: dict[str, Any] = schemas.get(name, {}) if name else schema
    return found
