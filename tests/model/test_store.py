"""A store is named by a path or a URL, and no password is shown."""

import string
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.store import named


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgresql://desk:secret@db.example:5432/war", "postgresql://desk:***@db.example:5432/war"),
        ("postgres://desk:se@cr/et?@db.example/war", "postgres://desk:***@db.example/war"),
        ("postgresql://desk@db.example/war", "postgresql://desk@db.example/war"),
        ("postgresql:///war?host=/run&password=secret", "postgresql:///war?host=/run&password=***"),
        ("postgresql://db/war?sslpassword=secret&x=1", "postgresql://db/war?sslpassword=***&x=1"),
    ],
)
def test_a_url_is_shown_without_its_password(given: str, shown: str) -> None:
    name = named(given)
    assert (str(name), repr(name), name.path) == (shown, f"StoreName('{shown}')", None)


@given(st.text(string.ascii_letters + string.digits + "@:/?#&%[]=", min_size=6, max_size=20).map(lambda s: f"§{s}§"))
def test_no_password_is_shown_however_it_is_written(secret: str) -> None:
    for written in (secret, quote(secret, safe="")):
        assert written not in str(named(f"postgresql://desk:{written}@db.example/war"))


@pytest.mark.parametrize("path", ["war.sayso", "/pile/postgresql:/war", "postgresql.sayso", "wär:1@2"])
def test_all_else_is_a_path(path: str) -> None:
    assert (named(path).path, str(named(path))) == (Path(path), path)
    assert named(Path(path)) == named(path)
