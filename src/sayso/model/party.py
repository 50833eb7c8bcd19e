"""A party to a conflict, as whoever reads the pile names it in `sayso.toml`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """One side: how articles call it, the states and bodies that belong to it, and the places it holds.

    `Party("Varnia", aliases=("Varnian",), members=("Varnian Guard", "VNA"), places=("Karsk",))`. `states` are ISO 3166
    alpha-2 codes. Names stand as articles write them, capitals and all.
    """

    name: str
    aliases: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def side(self) -> str:
        """The word for it in `Origin.side`: the code of its one state, else its name."""
        return self.states[0] if len(self.states) == 1 else self.name

    @property
    def sides(self) -> tuple[str, ...]:
        """Every word in `Origin.side` that means it, or a state that stands with it."""
        return tuple(dict.fromkeys((self.side, *self.states)))
