"""The map of claims: where they are said to be, by a basemap that needs no network."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from sayso.export.words import counted
from sayso.ledger.maps import Cell, Maps, Spot
from sayso.model.mercator import degrees_at, point
from sayso.web.guard import Reader
from sayso.web.pictures.map import Spotted, drawn
from sayso.web.render import page
from sayso.web.view import NEAREST, View

router = APIRouter()

GATHERED = 2
"""How much deeper the cells are than the zoom: marks nearer than 64 pixels are one."""

EDGE = 12
"""Pixels beyond the edge up to which a disc is drawn, so that one half seen is not missing."""

WIDE, NOWHERE = 40, 30
"""Regions drawn at once, and places listed that nobody can place."""

IDS = 20
"""Claims named of each mark in the JSON; `/claims.json?place=` has them all."""

GEOJSON = "application/geo+json"

At = Annotated[str, Query(max_length=60)]
Zoom = Annotated[int, Query(ge=0, le=30)]


@router.get("/map.json")
def map_json(request: Request, person: Reader, at: At = "", zoom: Zoom = 6) -> JSONResponse:
    """A GeoJSON FeatureCollection (RFC 7946) of what a view shows; places that nobody can place have no geometry.

    A settlement, or several that lie together, is a point; so is the middle of a region, a state or a river, by its
    `precision`.
    """
    maps: Maps = request.app.state.desk.workspace.maps
    view, cells, wide = _seen(maps, at, zoom)
    features = [_feature(maps, cell.top, cell) for cell in cells] + [_feature(maps, spot) for spot in wide]
    unplaced = [_feature(maps, spot) for spot in maps.nowhere(NOWHERE)]
    return JSONResponse(
        {"type": "FeatureCollection", "features": features + unplaced, "view": {"at": view.at, "zoom": view.zoom}},
        media_type=GEOJSON,
    )


@router.get("/map", include_in_schema=False)
def map_page(request: Request, person: Reader, at: At = "", zoom: Zoom = 6) -> Response:
    """The map, the ways to move it, and the same as a table."""
    desk = request.app.state.desk
    maps: Maps = desk.workspace.maps
    view, cells, wide = _seen(maps, at, zoom)
    marks = [mark for mark in (_gathered(view, cell) for cell in cells) if _within(view, mark)]
    marks += [_ring(view, spot) for spot in wide]
    moves = {
        "in": view.nearer(1),
        "out": view.nearer(-1),
        "north": view.moved(0, -1),
        "south": view.moved(0, 1),
        "west": view.moved(-1, 0),
        "east": view.moved(1, 0),
    }
    return page(
        request,
        "map.html",
        picture=drawn(view, marks, desk.palette().of_side),
        view=view,
        moves={name: _address(to) for name, to in moves.items()},
        marks=sorted(marks, key=lambda mark: (-mark.claims, mark.name)),
        nowhere=maps.nowhere(NOWHERE),
        placed=bool(marks) or bool(maps.extent()),
    )


def _seen(maps: Maps, at: str, zoom: int) -> tuple[View, tuple[Cell, ...], tuple[Spot, ...]]:
    view = View.of(at, zoom) if at.strip() else View.fitted(maps.extent() or _middles(maps))
    west, north, east, south = view.bounds
    top, left = degrees_at((west, max(0.0, north)))
    bottom, right = degrees_at((east, min(1.0, south)))
    return view, maps.cells(view.zoom + GATHERED, view.bounds), maps.wide((left, top, right, bottom), WIDE)


def _middles(maps: Maps) -> list[tuple[float, float]]:
    """Where the regions and states lie, where nothing nearer is known."""
    wide = maps.wide((-180, 90, 180, -90), WIDE)
    return [point(spot.lat, spot.lon) for spot in wide if spot.lat is not None and spot.lon is not None]


def _within(view: View, mark: Spotted) -> bool:
    return -EDGE < mark.x < view.width + EDGE and -EDGE < mark.y < view.height + EDGE


def _gathered(view: View, cell: Cell) -> Spotted:
    x, y = view.pixel(cell.middle)
    more = cell.spots - 1
    name = f"{cell.top.name} +{more}" if more else cell.top.name
    told = f"{cell.top.name} and {counted(more, 'other place')}" if more else cell.top.name
    north, east = degrees_at(cell.middle)
    near = View.of(f"{north:.4f},{east:.4f}", view.zoom + 2)
    href = _address(near) if more and view.zoom < NEAREST else _claims(cell.top)
    return Spotted(x, y, cell.claims, cell.contested, cell.sides, name, _told(told, cell), href)


def _ring(view: View, spot: Spot) -> Spotted:
    x, y = view.pixel(point(spot.lat or 0.0, spot.lon or 0.0))
    told = _told(f"{spot.name} ({spot.precision})", spot)
    return Spotted(
        x, y, spot.claims, spot.contested, spot.sides, spot.name, told, _claims(spot), spot.precision or "wide"
    )


def _told(name: str, of: Cell | Spot) -> str:
    contested = f", {of.contested:,} contested" if of.contested else ""
    return f"{name}: {counted(of.claims, 'claim')}{contested}"


def _claims(spot: Spot) -> str:
    return f"/claims?{urlencode({'place': spot.name})}"


def _address(view: View) -> str:
    return f"/map?{urlencode({'at': view.at, 'zoom': view.zoom}, safe=',')}"


def _feature(maps: Maps, spot: Spot, cell: Cell | None = None) -> dict[str, Any]:
    of: Cell | Spot = cell or spot
    gathered = cell is not None and cell.spots > 1
    geometry = None
    if cell is not None and gathered:
        north, east = degrees_at(cell.middle)
        geometry = {"type": "Point", "coordinates": [round(east, 5), round(north, 5)]}
    elif spot.lat is not None and spot.lon is not None:
        geometry = {"type": "Point", "coordinates": [spot.lon, spot.lat]}
    return {
        "type": "Feature",
        "geometry": geometry,
        "properties": {
            "name": spot.name,
            "precision": "several" if gathered else spot.precision,
            "places": cell.spots if cell else 1,
            "geonames": None if gathered else spot.geonames,
            "country": spot.country,
            "claims": of.claims,
            "contested": of.contested,
            "sides": dict(of.sides),
            "claim_ids": list(maps.claims(spot.id, IDS)),
        },
    }
