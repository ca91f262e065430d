"""Standing pages, and the structure of a portal as readers see it."""
