from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from congtinh.media.storage import WholeFiles


def test_keep_whole_file_readable_for_the_server(tmp_path):
    storage = WholeFiles(location=tmp_path)
    name = storage.save("ab/anh.png", ContentFile(b"whole"))
    assert name == "ab/anh.png"
    assert Path(tmp_path, name).read_bytes() == b"whole"
    assert Path(tmp_path, name).stat().st_mode & 0o777 == 0o644
    assert [path.name for path in Path(tmp_path, "ab").iterdir()] == ["anh.png"]


def test_take_another_name_when_one_is_taken_meanwhile(tmp_path):
    storage = WholeFiles(location=tmp_path)
    storage.save("a.txt", ContentFile(b"first"))
    name = storage._save("a.txt", ContentFile(b"second"))
    assert name != "a.txt"
    assert Path(tmp_path, "a.txt").read_bytes() == b"first"
    assert Path(tmp_path, name).read_bytes() == b"second"


def test_leave_no_half_file_when_writing_fails(tmp_path):
    class Torn(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"half"
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        WholeFiles(location=tmp_path).save("a.txt", Torn(b"whole"))
    assert list(tmp_path.iterdir()) == []
