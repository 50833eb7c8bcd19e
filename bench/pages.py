"""How long each page of the desk takes in a small ledger and in one a hundred times its size.

In seconds of the processor, which other programs on the machine do not lengthen; on PostgreSQL by the clock.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from fastapi.testclient import TestClient
from sqlalchemy import make_url

from bench.many import synthesised
from sayso.web.app import desk
from sayso.web.door import Door

BAR = 5.0
ASKED = 7
"""How often each page is asked for; the least counts, since whatever else the machine does only adds."""
FLOOR = 0.002
"""Seconds below which a page is taken to have taken these: what the machine's clock and the frame are good for."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A page and its seconds in the small and in the large ledger."""

    name: str
    small: float
    large: float

    @property
    def ratio(self) -> float:
        """How many times as long it takes in the large one."""
        return max(self.large, FLOOR) / max(self.small, FLOOR)


def measure(statements: int, times: int, seed: int = 0, folder: Path | None = None) -> list[Timed]:
    """Every page in both; pages that a ledger has no room for (404) are left out."""
    with tempfile.TemporaryDirectory() if folder is None else nullcontext(str(folder)) as name:
        small, large = (
            _seconds(str(_file(Path(name), size, seed)), time.process_time) for size in (statements, statements * times)
        )
    return _both(small, large)


def measure_on(server: str, statements: int, times: int, seed: int = 0) -> list[Timed]:
    """The same in two databases of a PostgreSQL server, which are kept, to be measured again.

    `server` is the URL of one who may make databases. In seconds by the clock, since much of the work is the server's:
    what else runs on the machine lengthens them.
    """
    small, large = (
        _seconds(_database(server, size, seed), time.perf_counter) for size in (statements, statements * times)
    )
    return _both(small, large)


def _both(small: dict[str, float], large: dict[str, float]) -> list[Timed]:
    return [Timed(page, small[page], large[page]) for page in small if page in large]


def _file(folder: Path, size: int, seed: int) -> Path:
    path = folder / f"bench-{size}-{seed}.sayso"
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        synthesised(making, size, seed)
        making.rename(path)
    return path


def _database(server: str, size: int, seed: int) -> str:
    name = f"sayso_bench_{size}_{seed}"
    making = f"{name}_making"
    with psycopg.connect(server, autocommit=True) as administrator:
        if not administrator.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
            administrator.execute(f"DROP DATABASE IF EXISTS {making} WITH (FORCE)".encode())
            administrator.execute(f"CREATE DATABASE {making}".encode())
            synthesised(_of(server, making), size, seed)
            with psycopg.connect(_of(server, making), autocommit=True) as connection:
                connection.execute("VACUUM ANALYZE")
            administrator.execute(f"ALTER DATABASE {making} RENAME TO {name}".encode())
    return _of(server, name)


def _of(server: str, database: str) -> str:
    return make_url(server).set(database=database).render_as_string(hide_password=False)


def _seconds(location: str, clock: Callable[[], float]) -> dict[str, float]:
    found: dict[str, float] = {}
    with TestClient(desk(location, door=Door()), base_url="http://127.0.0.1") as ask:
        for name, address in addresses(ask):
            status = ask.get(address).status_code
            if status == 404:
                continue
            assert status == 200, f"{address}: {status}"
            times = []
            for _ in range(ASKED):
                began = clock()
                ask.get(address)
                times.append(clock() - began)
            found[name] = min(times)
    return found


def addresses(ask: TestClient) -> Iterator[tuple[str, str]]:
    """Pages by name: the same kind of each in any ledger, whatever it holds."""
    first = ask.get("/claims.json").json()
    newest = ask.get("/claims.json?sort=newest").json()["claims"][0]
    largest = ask.get("/claims.json?sort=articles").json()["claims"][0]
    place = next(each["places"][0] for each in first["claims"] if each["places"])
    origins = ask.get("/sources.json").json()
    day = newest["said"]["latest"]
    yield "claims", "/claims"
    yield "claims, second page", f"/claims?after={first['after']}"
    yield "claims, newest", "/claims?sort=newest"
    yield "claims, most roots", "/claims?sort=roots"
    yield "claims of a common place", f"/claims?place={quote(place)}"
    yield "claims of a common place, newest", f"/claims?place={quote(place)}&sort=newest"
    yield "claims of a side", "/claims?side=Ostrel"
    yield "claims of a side and a standing, newest", "/claims?side=Ostrel&standing=sole&sort=newest"
    yield "claims of a rare side", "/claims?side=Ardun&event=AID&contested=yes"
    yield "claims of a day", f"/claims?since={day}&until={day}"
    yield "claims since long ago", "/claims?since=2016-03-05&side=Varnia&interest=against"
    yield "claims by an act that is rare here", "/claims?event=PROTEST"
    yield "claims with a common word", "/claims?words=shelled"
    yield "claims with words and a place", f"/claims?words=shelled&place={quote(place)}"
    yield "claims with a rare word", f"/claims?words={quote(newest['text'].split()[-1])}"
    yield "claims as JSON", "/claims.json"
    yield "a claim", f"/claim/{newest['id']}"
    yield "a contested claim", f"/claim/{first['claims'][0]['id']}"
    yield "the largest claim", f"/claim/{largest['id']}"
    claim = ask.get(f"/claim/{largest['id']}.json").json()
    one, other = (each["id"] for each in claim["statements"][:2])
    document = claim["statements"][0]["document"]
    yield "why two are together", f"/why/{one}/{other}"
    yield "conflicts", "/conflicts"
    yield "conflicts of a kind", "/conflicts?kind=figure"
    yield "conflicts of a place", f"/conflicts?place={quote(place)}"
    yield "figures", "/figures"
    yield "figures of a measure", "/figures?measure=killed"
    yield "figures of a place", f"/figures?place={quote(place)}"
    yield "an article", f"/article/{document}"
    yield "articles", "/articles"
    if beside := _beside(ask):
        yield "two articles beside each other", beside
    yield "sources", "/sources"
    yield "sources, second page", f"/sources?after={quote(origins['next'] or '')}"
    yield "sources of a side", "/sources?side=Ostrel"
    yield "the largest source", f"/source?id={origins['sources'][0]['id']}"
    yield "a source", f"/source?id={origins['sources'][-1]['id']}"
    yield "map", "/map"
    yield "timeline", "/timeline"
    yield "search, a common word", "/search?words=shelled"
    yield "search, a rare word", f"/search?words={quote(newest['text'].split()[-1])}"
    yield "journal", "/journal"
    yield "journal of one person", "/journal?who=Bela"
    yield "journal of a kind", "/journal?kind=note"
    yield "judging a statement", f"/judge/statement/{one}"
    yield "judging a claim", f"/judge/claim/{newest['id']}"
    yield "judging the largest claim", f"/judge/claim/{largest['id']}"
    yield "judging an article", f"/judge/article/{document}"
    yield "add", "/add"


def _beside(ask: TestClient) -> str | None:
    """A copy and what it copies, of the articles that the desk lists first."""
    for each in ask.get("/articles.json").json()["articles"]:
        if each["copy_of"]:
            return f"/article/{each['id']}/beside/{each['copy_of']}"
    return None
