"""Intake: from paths and texts to pages; what cannot be read is a problem row beside them."""

from sayso.intake.paths import pages
from sayso.intake.text import page_of_text

__all__ = ["page_of_text", "pages"]
