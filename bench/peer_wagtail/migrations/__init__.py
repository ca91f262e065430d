"""The stock site's tables."""
