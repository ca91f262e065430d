"""Structured bodies: the blocks people write in, how they are sealed, checked and rendered."""
