"""What readers' and staff's processes share."""

import os
from pathlib import Path

from congtinh.settings import environment

PACKAGE = Path(__file__).resolve().parents[1]
HOME = environment.folder("HOME", Path.cwd() / "var")

SECRET_KEY = environment.secret(HOME)
DEBUG = environment.flag("DEBUG")

INSTALLED_APPS = [
    "congtinh.staff",
    "congtinh.demo",
    "congtinh.public_site",
    "congtinh.pages",
    "congtinh.news",
    "congtinh.publishing",
    "congtinh.media",
    "congtinh.organisation",
    "congtinh.audit",
    "congtinh.theme",
    "wagtail.embeds",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.contrib.typed_table_block",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_cotton.apps.SimpleAppConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

_LOADERS = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "loaders": [("django.template.loaders.cached.Loader", _LOADERS)],
        },
    }
]

DATABASES = {"default": environment.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "organisation.Person"
AUTHENTICATION_BACKENDS = ["congtinh.organisation.backends.AppointmentBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "staff" / "wagtail_words"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    # Working copies' media: served only by views that ask who is asking.
    "default": {
        "BACKEND": "congtinh.media.storage.WholeFiles",
        "OPTIONS": {"location": HOME / "private", "base_url": None},
    },
    # What publications show: written under its own hash, immutable.
    "public": {
        "BACKEND": "congtinh.media.storage.WholeFiles",
        "OPTIONS": {"location": HOME / "public", "base_url": "/tep/"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
PUBLIC_FILES_ROOT = HOME / "public"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Headers, menus and footers of each portal; in process, so that a release starts afresh.
    "template_fragments": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "frames",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

EMAIL_HOST = environment.text("SMTP_HOST")
EMAIL_PORT = environment.number("SMTP_PORT", 25)
EMAIL_HOST_USER = environment.text("SMTP_USER")
EMAIL_HOST_PASSWORD = environment.text("SMTP_PASSWORD")
EMAIL_USE_TLS = environment.flag("SMTP_TLS")
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = environment.text("MAIL_FROM", "cong@localhost")

# Readers and staff have their own addresses, so that a script on a public page
# never shares an origin with the staff area.
LISTEN = environment.text("LISTEN", "127.0.0.1")
READER_PORT = environment.number("PORT", 8000)
STAFF_PORT = environment.number("STAFF_PORT", READER_PORT + 1)
STAFF_HOSTS = environment.listing("STAFF_HOSTS", "localhost,127.0.0.1,[::1]")
STAFF_URL = environment.text("STAFF_URL", f"http://localhost:{STAFF_PORT}")
READER_SCHEME = environment.text("READER_SCHEME", "http")
# The port that readers type; empty in production, where a proxy stands in front.
READER_PORT_SHOWN = environment.text("READER_PORT_SHOWN", str(READER_PORT))
# One for each core, but four answer more readers than a province has.
READER_WORKERS = environment.number("READER_WORKERS", min(os.cpu_count() or 2, 4))

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
if environment.flag("BEHIND_TLS"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # A reader who asks for what is not there is no fault of ours.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

WAGTAIL_SITE_NAME = "CổngTỉnh"
WAGTAILADMIN_BASE_URL = STAFF_URL
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "media.PortalImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media.PortalFile"
WAGTAILIMAGES_IMAGE_FORM_BASE = "congtinh.media.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "congtinh.media.forms.FileForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 30 * 1024 * 1024
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True
