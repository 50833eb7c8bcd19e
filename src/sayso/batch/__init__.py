"""Many pages at once, in steps that can be broken off and taken up again."""
