"""Every page of the desk, by its path, and what must be seen on it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """A page: its path, with the ids of the pile in braces, and words that stand on it."""

    path: str
    words: str
    status: int = 200

    def __str__(self) -> str:
        return self.path


PAGES = (
    Shown("/claims", "Varnian troops hold 31 settlements"),
    Shown("/claims?side=Ostrel&since=2024-03-14&contested=yes&sort=newest", "Varnian troops hold 31 settlements there"),
    Shown("/claims?words=Ozrel", "onerror"),
    Shown("/claims?place=Nowhere", "No claim is like that."),
    Shown("/claims?since=Tuesday", "this cannot be asked for", 400),
    Shown("/claim/{claim}", "Varnian troops hold 31 settlements"),
    Shown("/claim/{hostile}", "onerror"),
    Shown("/claim/ffff", "no claim or statement", 404),
    Shown("/why/{statement}/{other}", "Filed together"),
    Shown("/article/{article}", "Nobody has been to see"),
    Shown("/article/{bad}", "onerror"),
    Shown("/articles", "Two weeks on the Ilva"),
    Shown("/sources", "Ministry of Defence of Varnia"),
    Shown("/conflicts", "Kestrel Institute"),
    Shown("/conflicts?parts=denial", "denial"),
    Shown("/figures", "31 settlements"),
    Shown("/article/{article}/received", "Ostrel's army denied"),
    Shown("/article/{copy}/beside/{first}", "Thirty-one settlements"),
    Shown("/source?id={source}", "Ministry of Defence of Varnia"),
    Shown("/map", "Belomir"),
    Shown("/map?place=Tarn", "Map"),
    Shown("/timeline", "By"),
    Shown("/journal", "Journal"),
    Shown("/judge/claim/{claim}", "Merge"),
    Shown("/judge/statement/{statement}", "Speaker"),
    Shown("/judge/statement/{statement}/place?name=Tripoli&new=1", "None of these"),
    Shown("/judge/statement/{statement}/place?name=Xqwzzt&new=1", "The gazetteer has no place of this name"),
    Shown("/judge/statement/{statement}/side?side=Ostrel", "by the rule of interest"),
    Shown("/judge/article/{article}", "Note"),
    Shown("/judge/source?kind=organization&name=Kestrel+Institute&side=none", "Reliability"),
    Shown("/add", "Paste a text"),
    Shown("/people", "A reader looks, an editor judges"),
    Shown("/people/roll", "Changes to people"),
    Shown("/account", "name"),
    Shown("/api", "For programs"),
    Shown("/search", "Which words?"),
    Shown("/search?words=settlements", "Varnian troops hold 31 settlements"),
    Shown("/search?words=Ozrel", "onerror"),
    Shown("/search?words=nothinglikeit", "No statement has these words."),
    Shown("/nowhere", "there is no such page", 404),
)

READING = tuple(each for each in PAGES if each.status == 200)
"""Those that must be readable without a script."""
