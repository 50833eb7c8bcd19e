"""The ledger: what was received and what was read in it, kept in one file."""

from sayso.ledger.ledger import Ledger, Listed, Noted

__all__ = ["Ledger", "Listed", "Noted"]
