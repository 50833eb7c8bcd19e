"""Claimed: the statements of one claim, with the texts that they stand in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.link.answered import is_open, is_own_voice, outlet_words
from sayso.model.filed import Filed
from sayso.model.statement import Origin, OriginKind


@dataclass(frozen=True, slots=True)
class Claimed:
    """The statements of one claim in the order of their ids, the text that each stands in (`kin`), whether nobody but
    the outlet answers for it (`own`)."""

    rows: tuple[Filed, ...]
    kin: tuple[str, ...]
    own: tuple[bool, ...]

    @classmethod
    def of(cls, filed: Sequence[Filed], family: Mapping[str, str]) -> "Claimed":
        """The statements in order; what a text gives to an outlet that prints it is that outlet's own voice."""
        rows = tuple(sorted(filed, key=lambda f: f.statement.id))
        kin = tuple(family.get(f.statement.id) or family.get(f.statement.document, f.statement.document) for f in rows)
        printing = {(text, outlet_words(row.outlet)) for text, row in zip(kin, rows, strict=True) if row.outlet}
        own = (
            is_own_voice(row) or (_is_outlet(row) and (text, outlet_words(row.statement.origin.name or "")) in printing)
            for text, row in zip(kin, rows, strict=True)
        )
        return cls(rows, kin, tuple(own))

    def is_open(self, number: int) -> bool:
        """Who says it is left open."""
        return not self.own[number] and is_open(self.rows[number])

    def is_sourced(self, number: int) -> bool:
        """Somebody else than the outlet says it, named or not."""
        return not self.own[number] and not is_open(self.rows[number])

    def origin(self, number: int) -> Origin:
        """Who says it."""
        return self.rows[number].statement.origin

    def is_stem(self, number: int) -> bool:
        """It stands in the text that others are copies of, and not in a copy."""
        return self.kin[number] == self.rows[number].statement.document

    def article(self, number: int) -> str:
        """What the article is called in a sentence."""
        row = self.rows[number]
        return row.outlet or self.file(number)

    def file(self, number: int) -> str:
        """The file of the article."""
        row = self.rows[number]
        return row.location.replace("\\", "/").rsplit("/", 1)[-1] or row.statement.document


def _is_outlet(row: Filed) -> bool:
    return row.statement.origin.kind is OriginKind.OUTLET
