"""Weighing: what a claim stands on, as a list of sentences; never whether it is so."""
