"""Linking: which statements make one claim, what its roots are, where claims part, and which articles are copies."""
