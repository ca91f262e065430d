"""The demo's pictures, drawn by code so that they are ours and can be made again to the byte."""
