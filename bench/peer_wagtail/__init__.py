"""A stock Wagtail site that serves the same province, to measure beside it."""
