"""Our own annotations of articles that lie in `../shared/data`: gold without a word of the texts.

    .venv/bin/python -m evals.strange unpack build/strange        # GOLD and ARTICLES for `evals articles`

The gold of an article is one `strange/FOLD/ID.json`, in the form of the shared gold, but where that quotes the text
this has the offsets of the quotation, `[start, end]` in code points. Fold `read` was seen while rules were made; of
fold `unread` nobody who writes rules has seen a text or an error. Known limit: one annotator each, not adjudicated.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from evals.lines import Row

HERE = Path(__file__).with_name("strange")
FOLDS = ("read", "unread")
NEWS, FAKES = "conflict-news/articles.jsonl", "fa-kes/train.jsonl"
# Where the shared gold quotes the text: at a key, or as the members of a list.
_QUOTED = frozenset({"text", "content", "source", "cue", "furniture", "places"})
_LEFT_OUT = frozenset({"note", "why"})


def texts(data: Path) -> Mapping[str, str]:
    """The articles that can be annotated, by name: `cn-…` by its id, `fk-N` the line N of FA-KES, from nought."""
    found = {row["id"]: row["text"] for row in _rows(data / NEWS)}
    return found | {f"fk-{n}": f"{row['title']}\n\n{row['text']}" for n, row in enumerate(_rows(data / FAKES))}


@cache
def _rows(path: Path) -> tuple[Row, ...]:
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def packed(gold: Any, text: str) -> Any:
    """Gold with offsets for quotations. A quotation that the text does not have is a ValueError."""

    def offsets(quote: str) -> list[int]:
        match = re.search(r"\s+".join(map(re.escape, quote.split())), text)
        if match is None:
            raise ValueError(f"not in the text: {quote}")
        return [match.start(), match.end()]

    return _mapped(gold, lambda value: offsets(value) if isinstance(value, str) else value, str)


def unpacked(gold: Any, text: str) -> Any:
    """Gold with quotations for offsets: what `packed` took, notes aside."""
    return _mapped(gold, lambda value: text[slice(*value)] if _is_offsets(value) else value, list)


def _is_offsets(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(end) is int for end in value)


def _mapped(value: Any, quote: Callable[[Any], Any], kind: type, key: str = "") -> Any:
    if key in _QUOTED and (isinstance(value, str) if kind is str else _is_offsets(value)):
        return quote(value)
    if isinstance(value, dict):
        return {k: _mapped(v, quote, kind, k) for k, v in value.items() if k not in _LEFT_OUT}
    if isinstance(value, list):
        return [_mapped(each, quote, kind, key) for each in value]
    return value


def golds(fold: str) -> Iterator[Path]:
    """The annotations of a fold, by name."""
    yield from sorted((HERE / fold).glob("*.json"))


def unpack(fold: str, data: Path, to: Path) -> tuple[Path, Path]:
    """Write a fold's gold and articles into folders under `to`, as `evals articles` reads them."""
    gold, pile = to / fold / "gold", to / fold / "articles"
    for folder in (gold, pile):
        folder.mkdir(parents=True, exist_ok=True)
    known = texts(data)
    for path in golds(fold):
        text = known[path.stem]
        (pile / f"{path.stem}.txt").write_text(text, encoding="utf-8")
        whole = unpacked(json.loads(path.read_text(encoding="utf-8")), text)
        (gold / path.name).write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return gold, pile


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("pack", "unpack"))
    parser.add_argument("folder", type=Path, help="pack: a folder of gold with quotations; unpack: where to write")
    parser.add_argument("--fold", choices=FOLDS, default="read")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    args = parser.parse_args()
    if args.what == "unpack":
        print(*unpack(args.fold, args.data, args.folder))
        return
    known = texts(args.data)
    (HERE / args.fold).mkdir(parents=True, exist_ok=True)
    for path in sorted(args.folder.glob("*.json")):
        kept = packed(json.loads(path.read_text(encoding="utf-8")), known[path.stem])
        (HERE / args.fold / path.name).write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
