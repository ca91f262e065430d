"""Tests of what may come in as an image or a file."""
