"""The suite's settings: the staff process with everything strict and quick."""

import tempfile
from pathlib import Path

from congtinh.settings import base
from congtinh.settings.staff import *  # noqa: F403 (settings are star-imported by convention)

HOME = Path(tempfile.mkdtemp(prefix="congtinh-tests-"))
PUBLIC_FILES_ROOT = HOME / "public"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "private", "base_url": None},
    },
    "public": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "public", "base_url": "/tep/"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
SECRET_KEY = "only for tests"  # noqa: S105 (no secret: the suite's own key)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ALLOWED_HOSTS = ["*"]
STATIC_ROOT = HOME / "static"
DATABASES = {"default": dict(base.DATABASES["default"])}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = HOME / "congtinh.sqlite3"
    # A file, not memory: races between connections are part of what is tested.
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}
