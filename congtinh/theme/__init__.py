"""The look of the public face: tokens, components and their examples; templates and CSS only."""
