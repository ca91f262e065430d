"""Tests of the whole: the house, its permissions, browsers."""
