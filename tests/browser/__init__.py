"""Tests in a real browser against the real servers, on the demo province."""
