"""Who did what, when and in which capacity: entries in a chain that shows any tampering."""
