"""Where the tests find the shared data sets, and the word with which they skip without them."""

import os
from pathlib import Path

import pytest

_BESIDE_THE_REPOSITORY = Path(__file__).resolve().parents[3].parent / "shared" / "data"


def data_set(name: str) -> Path:
    folder = Path(os.environ.get("CONGTINH_DATA") or _BESIDE_THE_REPOSITORY) / name
    if not folder.is_dir():
        pytest.skip(f"data set {name}/ not present")
    return folder
