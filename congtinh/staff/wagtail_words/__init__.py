"""Vietnamese for the messages of Wagtail, Taggit and Django that their own catalogues lack or say badly."""
