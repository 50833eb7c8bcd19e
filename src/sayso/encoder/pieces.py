"""Word pieces of word forms, looked up once and remembered."""

from tokenizers import Tokenizer

CLS, SEP, PAD, UNK = 101, 102, 0, 100
LONGEST = 12
REMEMBERED = 200_000


class Pieces:
    """From a word form to the ids of its word pieces, at most `LONGEST` of them."""

    def __init__(self, tokenizer: bytes) -> None:
        self._tokenizer = Tokenizer.from_str(tokenizer.decode("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}

    def of(self, form: str) -> list[int]:
        """At least one id, whatever the form is made of."""
        known = self._known.get(form)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._tokenizer.encode(form, add_special_tokens=False).ids[:LONGEST] or [UNK]
            self._known[form] = known
        return known
