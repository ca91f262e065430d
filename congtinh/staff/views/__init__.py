"""The screens of the staff area that belong to no single kind of content."""
