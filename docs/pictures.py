"""Renew docs/pictures: the desk on the demo pile, as the README shows it. Needs chromium on this machine.

python docs/pictures.py [LEDGER]
"""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PILE = ROOT / "demo" / "pile"
FOLDER = ROOT / "docs" / "pictures"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PAUSE = 150
"""Milliseconds after a key, in which what it opens has come."""
LARGEST = 300_000
"""Bytes of one picture: a README is opened over slow lines too."""


@dataclass(frozen=True)
class Picture:
    """A page of the desk as it is shown: its path, its size in pixels, light or dark, and the keys that are pressed."""

    name: str
    path: str
    width: int = 1440
    height: int = 900
    scheme: str = "light"
    keys: tuple[str, ...] = ()
    top: str = ""


PICTURES = (
    Picture("claims", "/claims"),
    Picture("claim", "/claim/{claim}", height=1080),
    Picture("article", "/article/{article}", height=1000, top=".text"),
    Picture(
        "judge", "/article/{article}", height=900, scheme="dark", keys=(*"jjjjjjj", "e", "Tab", "Enter"), top="#n-6"
    ),
    Picture("figures", "/figures?place=Belomir", height=720),
    Picture("timeline", "/timeline", height=760, scheme="dark"),
    Picture("claims-phone", "/claims", 390, 844),
    Picture("claim-phone", "/claim/{claim}", 390, 844, "dark"),
)


def main(location: str | None = None) -> None:
    """Take every picture; without a ledger from the demo pile, read anew."""
    from sayso.web.app import desk
    from sayso.workspace import Workspace
    from tests.browser.serving import serving

    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        sys.exit("chromium is not on this machine. Have it with: apt-get install chromium")
    FOLDER.mkdir(exist_ok=True)
    os.environ["LOGNAME"] = "mara"  # whose name stands in the corner of every page
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        kept = str(Path(folder) / "demo.sayso")
        if location is not None:
            shutil.copy(location, kept)
        with Workspace(kept) as workspace:
            if location is None:
                workspace.add([PILE])
            ids = {
                "claim": next(iter(workspace.claims(limit=1))).claim.id,
                "article": next(each.id for each in workspace.list() if "two-weeks" in each.location),
            }
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        with serving(desk(kept)) as home:
            for picture in PICTURES:
                _take(browser, home, picture, ids)
        browser.close()


def _take(browser: Browser, home: str, picture: Picture, ids: dict[str, str]) -> None:
    scheme: Any = picture.scheme
    size: Any = {"width": picture.width, "height": picture.height}
    page = browser.new_page(base_url=home, viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page.goto(picture.path.format(**ids), wait_until="networkidle")
    for key in picture.keys:
        page.keyboard.press(key)
        page.wait_for_timeout(PAUSE)
    if picture.top:
        page.evaluate(
            "(top) => scrollBy(0, document.querySelector(top).getBoundingClientRect().top - 110)", picture.top
        )
    path = FOLDER / f"{picture.name}.png"
    page.screenshot(path=path)
    page.close()
    size_of = path.stat().st_size
    print(f"{path.relative_to(ROOT)}  {size_of // 1000} kB")
    if size_of > LARGEST:
        sys.exit(f"{path.name} is larger than {LARGEST // 1000} kB: show less of the page")


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT)]
    main(*sys.argv[1:])
