"""The desk against those who would use it without leave: strangers, other sites, and people who may do less."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from sayso.ledger import Ledger, passwords
from sayso.ledger.people import People
from sayso.model.problem import Problem, SaysoError
from sayso.web import guard
from sayso.web.app import BY_TLS, HEADERS, desk
from sayso.web.door import Door
from sayso.web.guard import HEADER, Role
from sayso.web.porter import OPEN
from sayso.web.throttle import NAME_AND_ADDRESS, Throttle
from sayso.workspace import Workspace
from tests import conftest
from tests.ledger.example import page, reading
from tests.web.desks import HERE, at, with_word

WORDS = {"reader": "a ferry before Easter", "editor": "nine bridges and a market", "admin": "four towns on the Ilva"}
TLS = "https://desk.example.org"
LEVELS = {guard.a_reader: Role.READER, guard.an_editor: Role.EDITOR, guard.an_admin: Role.ADMIN}


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing that costs a test nothing."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


@pytest.fixture
def team(place: conftest.Place) -> str:
    """A ledger that has people: one of each role, named by it."""
    location = place("war.sayso")
    with Ledger.open(location) as ledger:
        ledger.add(page(), reading())
        for role in reversed(Role):
            ledger.people.add(str(role), WORDS[role], role)
    return location


@pytest.fixture
def app(team: str) -> Iterator[FastAPI]:
    made = desk(team)
    yield made
    made.state.desk.adder.stop()
    made.state.desk.workspace.close()


def browser(app: FastAPI, base: str = HERE, address: str = "198.51.100.7") -> TestClient:
    return TestClient(
        app, base_url=base, follow_redirects=False, client=(address, 50000), raise_server_exceptions=False
    )


def word_in(text: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', text)
    assert found
    return found.group(1)


def log_in(client: TestClient, name: str, password: str | None = None, **form: str) -> Any:
    word = word_in(client.get("/login").text) if "sent" not in form else form.pop("sent")
    given = {"name": name, "password": WORDS.get(name, "") if password is None else password, "csrf": word, **form}
    return client.post("/login", data=given)


def logged_in(app: FastAPI, name: str, base: str = HERE) -> TestClient:
    client = browser(app, base)
    assert log_in(client, name).status_code == 303
    return with_word(client)


def routes(routed: Any, above: str = "") -> Iterator[APIRoute]:
    """Every route of the desk, also those of included pages."""
    for route in routed.routes:
        if isinstance(route, APIRoute):
            yield route
        elif hasattr(route, "original_router"):
            yield from routes(route.original_router)


def levels(dependant: Dependant) -> set[Role]:
    found = {LEVELS[dependant.call]} if dependant.call in LEVELS else set()
    return found.union(*(levels(each) for each in dependant.dependencies))


def every_route() -> list[tuple[str, str, Role]]:
    """Each method and path with the least role that may do it, from a desk on no ledger in particular."""
    from importlib import import_module
    from pkgutil import iter_modules

    from sayso.web import pages

    found = []
    for module in iter_modules(pages.__path__):
        for route in routes(import_module(f"{pages.__name__}.{module.name}").router):
            asked = levels(route.dependant)
            assert len(asked) == 1 or route.path in OPEN, f"{route.path} asks of nobody who they are"
            found += [(method, route.path, min(asked, key=list(Role).index)) for method in route.methods if asked]
    return sorted(found)


ROUTES = every_route()


def filled(path: str) -> str:
    return re.sub(r"{[^}]*}", "0", path)


def test_every_route_says_who_may_go_there(app: FastAPI) -> None:
    listed = {(method, route.path) for route in routes(app) for method in route.methods}
    told = {(method, path) for method, path, _ in ROUTES}
    assert listed - told == {("GET", "/"), ("GET", "/login"), ("POST", "/login"), ("POST", "/theme")}
    assert {path for _, path in listed} & OPEN == OPEN
    assert len(told) >= 20


def test_a_stranger_is_shown_the_way_in_and_nothing_else_on_every_route(app: FastAPI) -> None:
    stranger = browser(app)
    for method, path, _ in ROUTES:
        answer = stranger.request(method, filled(path))
        if method in ("GET", "HEAD") and not path.endswith(".json"):
            assert (answer.status_code, answer.headers["location"][:6]) == (303, "/login"), path
        else:
            assert answer.status_code == 401, path
        if path.endswith(".json"):
            assert answer.headers["content-type"] == "application/problem+json", path
        assert "Karsk" not in answer.text
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_each_role_goes_as_far_as_its_role_on_every_route(app: FastAPI) -> None:
    clients = {role: logged_in(app, role) for role in Role}
    wrong = []
    for (method, path, least), role in product(ROUTES, Role):
        if path in ("/logout", "/account") and method == "POST":
            continue
        status = clients[role].request(method, filled(path)).status_code
        refused = status in (401, 403)
        if refused == role.may(least):
            wrong.append((method, path, least, role, status))
    assert wrong == []


def test_what_changes_something_needs_the_word_of_the_visit_on_every_route(app: FastAPI) -> None:
    client = logged_in(app, "admin")
    del client.headers[HEADER]
    changing = [(method, path) for method, path, _ in ROUTES if method not in ("GET", "HEAD")]
    assert ("POST", "/people") in changing
    for method, path in changing:
        for data in ({}, {"csrf": ""}, {"csrf": "0" * 64}):
            answer = client.request(method, filled(path), data=data)
            assert answer.status_code == 403, (method, path, data, answer.status_code)
        assert client.request(method, filled(path), headers={HEADER: "x"}).status_code == 403


def people_of(app: FastAPI) -> list[str]:
    return [each.name for each in app.state.desk.workspace.people.listed()]


NEW = {"name": "Mallory", "password": "an own key to every door", "role": "admin"}


def test_a_forged_form_changes_nothing_and_the_desks_own_does(app: FastAPI) -> None:
    admin, reader = logged_in(app, "admin"), logged_in(app, "reader")
    own, others = admin.headers.pop(HEADER), reader.headers[HEADER]
    assert admin.post("/people", data=NEW).status_code == 403
    assert admin.post("/people", data={**NEW, "csrf": "f" * 64}).status_code == 403
    assert admin.post("/people", data={**NEW, "csrf": others}).status_code == 403
    assert admin.post("/people", data=NEW, headers={HEADER: others}).status_code == 403
    assert admin.get("/people", params={**NEW, "csrf": own}).status_code == 200
    assert people_of(app) == ["admin", "editor", "reader"]
    assert admin.post("/people", data={**NEW, "csrf": own}).status_code == 303
    assert people_of(app) == ["admin", "editor", "Mallory", "reader"]


FOREIGN = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:9999"},
    {"Origin": "https://127.0.0.1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": HERE},
)


def test_what_another_site_sends_is_refused_even_with_the_word(app: FastAPI) -> None:
    admin = logged_in(app, "admin")
    for headers in FOREIGN:
        assert admin.post("/people", data=NEW, headers=headers).status_code == 403, headers
    assert people_of(app) == ["admin", "editor", "reader"]


def test_the_desks_own_site_is_let_through(app: FastAPI) -> None:
    admin = logged_in(app, "admin")
    headers = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
    assert admin.post("/people", data=NEW, headers=headers).status_code == 303


def test_a_visit_that_was_planted_before_the_login_is_worth_nothing_after_it(app: FastAPI) -> None:
    planted = "A" * 43
    victim, thief = browser(app), browser(app)
    for client in (victim, thief):
        client.cookies.set("sayso", planted, domain="127.0.0.1")
    word = word_in(victim.get("/login").text)
    answer = log_in(victim, "admin", sent=word)
    given = re.match(r"sayso=([\w-]{43});", answer.headers["set-cookie"])
    assert given
    assert given.group(1) != planted
    assert thief.get("/people").headers["location"] == "/login?next=/people"


def test_a_second_login_ends_the_first(app: FastAPI) -> None:
    client = logged_in(app, "reader")
    first = client.cookies["sayso"]
    assert log_in(client, "admin", sent=client.headers[HEADER]).status_code == 303
    old = browser(app)
    old.cookies.set("sayso", first, domain="127.0.0.1")
    assert old.get("/search").status_code == 303


def test_logging_out_ends_the_session_in_the_ledger_too(app: FastAPI) -> None:
    client = logged_in(app, "editor")
    token = client.cookies["sayso"]
    answer = client.post("/logout")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert "sayso" not in client.cookies
    client.cookies.set("sayso", token, domain="127.0.0.1")
    assert client.get("/search").status_code == 303


def test_who_is_given_less_or_another_password_is_out_at_once(app: FastAPI) -> None:
    admin, editor = logged_in(app, "admin"), logged_in(app, "editor")
    assert editor.get("/search").status_code == 200
    admin.post("/people/role", data={"name": "editor", "role": "reader"})
    assert editor.get("/search").status_code == 303
    editor = logged_in(app, "editor")
    admin.post("/people/password", data={"name": "editor", "password": "words of another kind"})
    assert editor.get("/search").status_code == 303
    assert log_in(browser(app), "editor").status_code == 403
    assert log_in(browser(app), "editor", "words of another kind").status_code == 303
    admin.post("/people/admission", data={"name": "editor", "to": "out"})
    assert log_in(browser(app), "editor", "words of another kind").status_code == 403


def test_a_new_password_of_ones_own_ends_every_other_session(app: FastAPI) -> None:
    here, there = logged_in(app, "reader"), logged_in(app, "reader")
    new = "words of another kind"
    assert here.post("/account", data={"password": "wrong", "new": new, "again": new}).status_code == 422
    form = {"password": WORDS["reader"], "new": new, "again": new}
    assert here.post("/account", data={**form, "again": "x"}).status_code == 422
    assert here.post("/account", data={**form, "new": "short", "again": "short"}).status_code == 422
    assert there.get("/search").status_code == 200
    assert here.post("/account", data=form).headers["location"] == "/account"
    assert here.get("/search").status_code == 200
    assert there.get("/search").status_code == 303


def test_an_admin_cannot_shut_the_last_admin_out(app: FastAPI) -> None:
    admin = logged_in(app, "admin")
    for path, form in (
        ("/people/role", {"name": "admin", "role": "reader"}),
        ("/people/admission", {"name": "admin", "to": "out"}),
    ):
        answer = admin.post(path, data=form)
        assert answer.status_code == 422
        assert "Nobody would be an admin then" in answer.text
    assert admin.get("/people").status_code == 200


def test_who_guesses_waits_and_others_do_not(app: FastAPI) -> None:
    thief = browser(app)
    guesses = [log_in(thief, "admin", f"guess number {n} of many").status_code for n in range(NAME_AND_ADDRESS + 2)]
    assert guesses == [403] * NAME_AND_ADDRESS + [429, 429]
    late = log_in(thief, "admin")
    assert late.status_code == 429
    assert int(late.headers["retry-after"]) > 600
    assert log_in(browser(app, address="203.0.113.5"), "admin").status_code == 303


def test_a_wrong_name_and_a_wrong_password_are_told_alike(app: FastAPI) -> None:
    told = [log_in(browser(app), name, "a guess of fifteen").text for name in ("admin", "nobody")]
    assert re.sub(r"nobody|admin|[0-9a-f]{64}", "", told[0]) == re.sub(r"nobody|admin|[0-9a-f]{64}", "", told[1])
    assert "do not go together" in told[0]


INSIDE = "/search?words=Karsk"
ELSEWHERE = (
    "",
    "//evil.example/",
    "/\\evil.example/",
    "\\/evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/a\r\nSet-Cookie: x=y",
    " //evil.example",
)


def test_the_login_leads_to_a_page_of_the_desk_and_nowhere_else(app: FastAPI) -> None:
    assert log_in(browser(app), "reader", next=INSIDE).headers["location"] == INSIDE
    client = logged_in(app, "reader")
    assert client.get("/login", params={"next": INSIDE}).headers["location"] == INSIDE
    for address in ELSEWHERE:
        assert log_in(browser(app), "reader", next=address).headers["location"] == "/claims", address
        app.state.desk.throttle = Throttle()
        assert client.get("/login", params={"next": address}).headers["location"] == "/claims", address


def test_the_cookie_is_hidden_from_scripts_and_other_sites_and_by_tls_bound_to_the_host(team: str) -> None:
    plain = log_in(browser(desk(team)), "reader").headers["set-cookie"]
    assert re.fullmatch(r"sayso=[\w-]{43}; HttpOnly; Path=/; SameSite=Lax", plain)
    behind = desk(team, door=Door(port=8765, behind=TLS))
    client = browser(behind, TLS)
    answer = log_in(client, "reader")
    assert re.fullmatch(r"__Host-sayso=[\w-]{43}; HttpOnly; Path=/; SameSite=Lax; Secure", answer.headers["set-cookie"])
    assert answer.headers["strict-transport-security"] == BY_TLS["Strict-Transport-Security"]
    assert with_word(client).post("/theme", data={"to": "dark"}, headers={"Origin": TLS}).status_code == 303
    assert client.post("/theme", data={"to": "dark"}, headers={"Origin": HERE}).status_code == 403


@pytest.mark.parametrize(
    ("host", "admitted"),
    [
        ("127.0.0.1:8765", True),
        ("localhost", True),
        ("LOCALHOST:1", True),
        ("[::1]:8765", True),
        ("evil.example", False),
        ("evil.example:8765", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example", False),
        ("127.0.0.1@evil.example", False),
        ("evil.example/127.0.0.1", False),
        ("10.0.0.5", False),
        ("[", False),
        ("127.0.0.1:port", False),
        ("", False),
    ],
)
def test_a_name_that_is_not_the_desks_is_turned_away(war: Path, host: str, admitted: bool) -> None:
    answer = at(war).get("/search?words=Karsk", headers={"Host": host})
    assert (answer.status_code == 200) == admitted
    assert answer.status_code in (200, 421)
    assert ("statement" in answer.text) == admitted


def test_a_ledger_of_ones_own_needs_no_people_and_is_still_closed_to_other_sites(war: Path) -> None:
    client = at(war)
    assert client.get("/session.json").json()["role"] == "admin"
    word = client.headers.pop(HEADER)
    assert client.post("/theme", data={"to": "dark"}).status_code == 403
    assert TestClient(client.app, base_url=HERE).post("/theme", data={"to": "dark", "csrf": word}).status_code == 403
    answer = client.post("/theme", data={"to": "dark", "csrf": word}, follow_redirects=False)
    assert answer.status_code == 303


@pytest.mark.parametrize("door", [Door(host="0.0.0.0"), Door(behind=TLS), Door(shared=True)], ids=str)
def test_without_people_a_desk_that_others_reach_lets_nobody_in(war: Path, door: Door) -> None:
    client = TestClient(desk(str(war), door=door), base_url=HERE, follow_redirects=False)
    for path in ("/search?words=Karsk", "/login", "/people.json"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "sayso people" in answer.text
        assert "Karsk" not in answer.text


def test_a_ledger_that_gets_people_asks_at_once_for_them(team: str) -> None:
    with Workspace(team) as workspace:
        for name in ("reader", "editor", "admin"):
            workspace.people.remove(name)
        client = at(team)
        assert client.get("/search", follow_redirects=False).status_code == 200
        workspace.people.add("admin", WORDS["admin"], Role.ADMIN)
    assert client.get("/search", follow_redirects=False).status_code == 303


def test_every_answer_carries_the_headers_that_keep_hostile_text_dead(app: FastAPI) -> None:
    client = logged_in(app, "admin")
    for path, status in (
        ("/search", 200),
        ("/nowhere", 404),
        ("/nowhere.json", 404),
        ("/search?words=" + "x" * 500, 422),
        ("/static/desk.css", 200),
        ("/static/../app.py", 404),
        ("/static/nothing.css", 404),
        ("/session.json", 200),
        ("/people/role", 405),
    ):
        answer = client.get(path)
        assert answer.status_code == status, path
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS, path


def test_a_fault_of_the_desk_carries_them_too_and_tells_nothing_of_its_inside(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = logged_in(app, "admin")

    def broken(*given: object) -> None:
        raise RuntimeError("a secret path")

    monkeypatch.setattr(type(app.state.desk.workspace.queue), "jobs", broken)
    answer = client.get("/add")
    assert answer.status_code == 500
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "secret" not in answer.text


def test_a_ledger_that_is_gone_is_a_row_on_every_page_and_lets_nobody_in(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = logged_in(app, "admin")
    gone = Problem("war", "no PostgreSQL answers there", "not opened", "Check that the server runs.")

    def broken(*given: object) -> None:
        raise SaysoError(gone)

    for asked in (People, "any"), (People, "whose"), (Workspace, "sides"):
        monkeypatch.setattr(*asked, broken)
    for path in ("/search", "/people", "/login", "/", "/session.json"):
        answer = client.get(path)
        assert answer.status_code == 503, path
        assert "no PostgreSQL answers there" in answer.text
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_what_is_too_long_is_refused_before_it_is_read(app: FastAPI) -> None:
    client = logged_in(app, "editor")
    answer = client.post("/theme", content=b"", headers={"Content-Length": "2000000"})
    assert answer.status_code == 413
    assert client.post("/add/text", content=b"", headers={"Content-Length": "200000000"}).status_code == 413
    assert client.post("/theme", content=b"", headers={"Content-Length": "-1"}).status_code == 413
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    unannounced = client.post("/theme", content=iter([b"to=dark&x=", b"x" * 2_000_000]), headers=form)
    assert unannounced.status_code == 400


def test_the_framework_reports_to_nobody_whatever_the_environment_says(
    war: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    made = desk(str(war))
    assert not any(made._telemetry[what] for what in ("tracing", "metrics", "logs", "auto_configure"))
    with TestClient(made, base_url=HERE) as client:
        assert client.get("/search").status_code == 200


def test_the_description_for_programs_is_for_those_who_are_logged_in_and_names_nobody(app: FastAPI) -> None:
    assert browser(app).get("/openapi.json").status_code == 401
    client = logged_in(app, "reader")
    described = client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert "/search.json" in described["paths"]
    assert not [path for path in described["paths"] if re.match("/(people|login|logout|account)", path)]
    shown = client.get("/api").text
    assert "/search.json" in shown
    assert '<script src="/static/keys.js"' in shown
    assert shown.count("<script") == shown.count('<script src="/static/')
