"""Tests of the Vietnamese library."""
