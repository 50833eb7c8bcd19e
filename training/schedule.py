"""The rate of learning over a run, and the running average of the weights."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import nn

WARMUP, AVERAGE = 0.06, 0.998


def rate_at(at: float) -> float:
    """The share of the peak rate at a share of the run: up in a straight line, then down in one."""
    return at / WARMUP if at < WARMUP else max(0.0, (1 - at) / (1 - WARMUP))


class Running:
    """The exponential average of modules' weights, better than the last of them (Polyak and Juditsky 1992)."""

    def __init__(self, *modules: nn.Module) -> None:
        self.modules = modules
        self.means = [{k: v.detach().clone() for k, v in m.state_dict().items()} for m in modules]

    def take(self, step: int) -> None:
        """Take in the weights as they are after a step."""
        decay = min(AVERAGE, step / (step + 10))
        with torch.no_grad():
            for mean, module in zip(self.means, self.modules, strict=True):
                for key, value in module.state_dict().items():
                    mean[key].lerp_(value, 1 - decay) if value.is_floating_point() else mean[key].copy_(value)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The modules hold the average meanwhile."""
        kept = [{k: v.clone() for k, v in m.state_dict().items()} for m in self.modules]
        for module, mean in zip(self.modules, self.means, strict=True):
            module.load_state_dict(mean)
        yield
        for module, each in zip(self.modules, kept, strict=True):
            module.load_state_dict(each)
