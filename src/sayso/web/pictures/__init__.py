"""Pictures: pure functions that draw what was found as SVG; every word from outside is escaped."""
