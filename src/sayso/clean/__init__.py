"""Cleaning: from a page to a document whose furniture is marked and whose dates are reasoned."""

from sayso.clean.document import document

__all__ = ["document"]
