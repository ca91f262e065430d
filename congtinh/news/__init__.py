"""News items and features: what portals write, and how it is brought in."""
