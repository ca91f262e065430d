"""The reader process: no session, no sign-in, nothing personal, no cookie."""

from congtinh.settings.base import *  # noqa: F403 (settings are star-imported by convention)

ROOT_URLCONF = "congtinh.urls.reader"
WSGI_APPLICATION = "congtinh.wsgi.application"
# Hosts are known from the publication log; the middleware answers 421 to all others.
ALLOWED_HOSTS = ["*"]
MIDDLEWARE = [
    "congtinh.public_site.middleware.PublicHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "congtinh.public_site.middleware.KnownHost",
]
