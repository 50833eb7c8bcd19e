"""The one neural network: words in, what its heads say of them out."""

from sayso.encoder.encoded import Encoded
from sayso.encoder.heads import ATTITUDES, EVENTS, LIGHTS, MATTERS
from sayso.encoder.network import Encoder, encoder
from sayso.encoder.words import Word, cut

__all__ = ["ATTITUDES", "EVENTS", "LIGHTS", "MATTERS", "Encoded", "Encoder", "Word", "cut", "encoder"]
