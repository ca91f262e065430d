"""The staff area as a whole: first page, menus, language, what of Wagtail is reachable."""
