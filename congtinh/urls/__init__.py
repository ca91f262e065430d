"""The addresses of the staff process and of the reader process."""
