"""Decides by content which files may come in, and takes from pictures what must not go out."""

from congtinh.media.inspection.entrance import Inspected, inspect
from congtinh.media.inspection.extraction import extract_text
from congtinh.media.inspection.metadata import strip_metadata
from congtinh.media.inspection.names import safe_name
from congtinh.media.inspection.refusal import Rejected

__all__ = ["Inspected", "Rejected", "extract_text", "inspect", "safe_name", "strip_metadata"]
