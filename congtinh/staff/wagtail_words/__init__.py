"""Vietnamese for what Wagtail, Taggit and Django leave in English or say badly."""
