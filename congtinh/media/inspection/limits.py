"""How much of anything an incoming file may hold; one place, so that help texts can quote it."""

MEBIBYTE = 1024 * 1024

IMAGE_BYTES = 30 * MEBIBYTE
# Drawing a picture anew holds it whole, at up to seven bytes a pixel.
IMAGE_PIXELS = 40_000_000
DOCUMENT_BYTES = 50 * MEBIBYTE
VIDEO_BYTES = 200 * MEBIBYTE

ARCHIVE_ENTRIES = 5_000
ARCHIVE_UNPACKED_BYTES = 400 * MEBIBYTE
# Sheets of repeated numbers shrink to a fortieth; what shrinks further is made to burst.
ARCHIVE_RATIO = 150
ARCHIVE_RATIO_FROM_BYTES = MEBIBYTE

PDF_OBJECT_STREAM_BYTES = 64 * MEBIBYTE
