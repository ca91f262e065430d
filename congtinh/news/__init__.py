"""Articles: what a unit writes and a citizen reads."""
