"""Images and files of a portal: private until a publication shows them."""
