"""Dead text: words from outside with whatever a screen would act on, or hide, written out.

"Karsk\u202e has fallen" could be shown in another order than it is kept in; it is shown as "Karsk\\u202e has fallen".
"""

import re

# What a terminal or a browser acts on or hides: controls, changes of writing direction, invisible characters, language
# tags, half surrogate pairs. The joiners U+200C and U+200D stay: Persian and Hindi are not written without them.
_LIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_BLANKS = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")


def dead(text: str) -> str:
    """Text from outside as it may be shown, on one line."""
    return still(_BLANKS.sub(" ", text))


def still(text: str) -> str:
    """The same with its lines left as they are, for a text that is shown whole."""
    return _LIVE.sub(lambda found: found.group() if found.group() in "\n\t" else _written_out(found.group()), text)


def _written_out(char: str) -> str:
    point = ord(char)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
