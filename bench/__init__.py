"""Speed and memory on an invented article, always beside a yardstick in the same run."""
