"""The suite's settings: the staff process strict and quick, in a home of its own."""

import os
import tempfile

# Before the shared settings are read: a test never touches a home that someone works in.
os.environ["CONGTINH_HOME"] = tempfile.mkdtemp(prefix="congtinh-tests-")
os.environ["CONGTINH_SECRET_KEY"] = "only for tests"  # noqa: S105 (no secret)

from congtinh.settings.staff import *  # noqa: F403 (settings are star-imported by convention)
from congtinh.settings.staff import (
    CACHES,
    DATABASES,
    HOME,
    STATIC_ROOT,
    STORAGES,
)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ALLOWED_HOSTS = ["*"]
# Names without hashes: no test has to collect the static files first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# Tests undo their rows; a thumbnail remembered from one would be shown in the next.
CACHES["renditions"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: races between connections are part of what is tested.
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# Portals of different tests share numbers; no frame of one may show in another.
CACHES["template_fragments"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
