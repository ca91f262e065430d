"""What readers open: the home pages, sections, publications and the pages that say something is not there."""
