"""From the ledger to other programs: one file per format, and the figures that more than one view shows."""
