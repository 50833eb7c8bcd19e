"""How sentences of ECB+ become pairs of statements that tell of one event, or of two."""

from typing import Any

from evals.coreferent import Topic, told_in


def article(name: str, *sentences: tuple[str, dict[int, str]]) -> dict[str, Any]:
    """An article as ECB+ has it: sentences as words with blanks between, and the event of each verb by its place."""
    tokens: list[str] = []
    rows, mentions = [], []
    for number, (words, events) in enumerate(sentences):
        first = len(tokens)
        tokens += words.split()
        rows.append({"n": number, "first": first, "last": len(tokens) - 1, "selected": True})
        for at, event in events.items():
            mentions.append(
                {"id": f"{number}{at}", "class": "ACTION_OCCURRENCE", "tokens": [first + at], "coref": event}
            )
    return {"id": name, "topic": 1, "tokens": tokens, "sentences": rows, "mentions": mentions}


def test_two_reports_of_one_storm_are_one_and_the_flood_beside_it_is_another() -> None:
    first = article("a", ("Varnian troops stormed the town of Karsk on Monday .", {2: "storm"}))
    again = article(
        "b",
        ("The town of Karsk was stormed by soldiers of Varnia .", {5: "storm"}),
        ("Floods destroyed a bridge over the river at Tarn .", {1: "flood"}),
    )
    topic = Topic("1", (*told_in(first), *told_in(again)), unread=False)
    told = {each.filed.statement.id: each.filed.words[:6] for each in topic.told}
    pairs = {(frozenset((told[a.statement.id], told[b.statement.id])), one) for a, b, one in topic.pairs()}
    assert pairs == {
        (frozenset(("Varnia", "The to")), True),
        (frozenset(("Varnia", "Floods")), False),
        (frozenset(("The to", "Floods")), False),
    }


def test_a_sentence_that_nobody_validated_is_left_out() -> None:
    row = article("a", ("Varnian troops stormed the town of Karsk on Monday .", {2: "storm"}))
    row["sentences"][0]["selected"] = False
    assert told_in(row) == []
