"""What readers open: the home pages, sections, publications, and words for what is not there."""
