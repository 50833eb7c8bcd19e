"""Whatever is asked of a desk, what it answers does not tell in what store the ledger is kept."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.ledger.tallies import origin_of
from sayso.web.door import Door
from tests.ledger.example import page, reading
from tests.ledger.pile import articles, kept
from tests.servers import Server
from tests.web.desks import at

Pair = tuple[TestClient, TestClient]
ASKED = (
    "/claims.json",
    "/claims.json?sort=newest",
    "/claims.json?sort=articles&side=varnia",
    "/claims.json?place=the+Tarn+region&contested=yes",
    "/claims.json?place=Karsk&since=2024-03-01&until=2024-03-20",
    "/claims.json?words=settlements+-about",
    "/claims.json?event=assault&standing=echoed&interest=own",
    "/claims.json?measure=people+killed",
    "/claim/{claim}.json",
    "/claim/{statement}.json",
    "/why/{statement}/{other}.json",
    "/article/{article}.json",
    "/article/{article}/beside/{copy}.json",
    "/articles.json",
    "/articles.json?outlet=tarn+today",
    "/conflicts.json",
    "/conflicts.json?kind=figure&place=Tarn",
    "/figures.json",
    "/figures.json?measure=people+killed",
    "/journal.json",
    "/map.json",
    "/map.json?side=Ostrel",
    "/search.json?words=settlements",
    "/search.json?words=%22covered+market%22+killed+OR+wounded",
    "/sources.json",
    "/sources.json?side=Varnia",
    "/source.json?id={source}",
    "/timeline.json",
    "/timeline.json?since=2024-03-14",
    "/nowhere.json",
)
UNORDERED = "/search.json"
"""Where which answer comes first is the store's to say."""


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, postgresql: Server) -> Iterator[Pair]:
    """Two desks on one pile, in a file and in a database."""
    places = str(tmp_path_factory.mktemp("stores") / "war.sayso"), postgresql.fresh()
    for place in places:
        kept(place)
        with Ledger.open(place) as ledger:
            ledger.add(page(), reading())
    one, other = (at(place, door=Door()) for place in places)
    yield one, other
    postgresql.drop(places[1])


@pytest.fixture(scope="module")
def ids() -> dict[str, str]:
    known = {article.name: article for article in articles()}
    statement = known["vna.txt"].statements[0].id
    return {
        "claim": statement,
        "statement": statement,
        "other": known["herald.txt"].statements[0].id,
        "article": known["vna.txt"].id,
        "copy": known["post.txt"].id,
        "source": origin_of(known["tally.txt"].statements[0], None).id,
    }


@pytest.mark.parametrize("path", ASKED)
def test_every_answer_is_the_same_in_both(pair: Pair, ids: dict[str, str], path: str) -> None:
    one, other = (desk.get(path.format(**ids)) for desk in pair)
    assert one.status_code == other.status_code
    assert one.status_code in (200, 404)
    found, there = one.json(), other.json()
    if path.startswith(UNORDERED):
        found, there = (sorted(each, key=lambda row: row["id"]) for each in (found, there))
    assert found == there
    shown = path.format(**ids).replace(".json", "")
    assert [desk.get(shown).status_code for desk in pair] == [one.status_code] * 2
