"""The one neural network: words in, tags out."""

from sayso.encoder.tagger import Tagger, attribution
from sayso.encoder.words import Word, cut

__all__ = ["Tagger", "Word", "attribution", "cut"]
