"""Tests of news items and of bringing them in."""
