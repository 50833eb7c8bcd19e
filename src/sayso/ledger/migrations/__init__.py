"""The steps by which an older ledger becomes a present one; run by `ledger.migrate` when a ledger is opened."""
