"""The demo province, and the large one for measuring."""
