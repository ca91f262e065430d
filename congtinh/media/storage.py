"""File storage in which a name never shows half a file, whenever the machine stops."""

import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage

#: As Django's own default: nginx, which is somebody else, reads what is public.
_MODE = 0o644


class WholeFiles(FileSystemStorage):
    """Writes beside the final place, to disk for certain, and only then gives the name."""

    def _save(self, name: str, content: Any) -> str:
        folder = Path(self.path(name)).parent
        folder.mkdir(parents=True, exist_ok=True)
        handle, half = tempfile.mkstemp(dir=folder, prefix=".half-")
        try:
            with os.fdopen(handle, "wb") as target:
                for chunk in content.chunks():
                    target.write(chunk)
                target.flush()
                os.fsync(target.fileno())
            Path(half).chmod(self.file_permissions_mode or _MODE)
            while True:
                try:
                    # Unlike a rename this never takes a name that somebody else got meanwhile.
                    os.link(half, self.path(name))
                    break
                except FileExistsError:
                    name = self.get_available_name(name)
        finally:
            Path(half).unlink()
        return name.replace("\\", "/")
