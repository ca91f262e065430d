"""The staff process: Wagtail's editor, reviews, decisions, the organisation."""

from congtinh.settings.base import *  # noqa: F403 (settings are star-imported by convention)
from congtinh.settings.base import EMAIL_HOST, STAFF_HOSTS

ROOT_URLCONF = "congtinh.urls.staff"
WSGI_APPLICATION = "congtinh.wsgi.application"
ALLOWED_HOSTS = STAFF_HOSTS
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "congtinh.staff.middleware.StaffLanguage",
    "congtinh.staff.middleware.DefaultDeny",
    "congtinh.staff.middleware.SessionOver",
    "django.contrib.messages.middleware.MessageMiddleware",
    "congtinh.organisation.middleware.OwnPasswordFirst",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
SESSION_COOKIE_NAME = "congtinh_staff"
CSRF_COOKIE_NAME = "congtinh_csrf"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "congtinh.staff.views.errors.stale_form"
WAGTAILADMIN_USER_LOGIN_FORM = "congtinh.staff.sign_in.SignInForm"
# A reset that never arrives helps nobody.
WAGTAIL_PASSWORD_RESET_ENABLED = bool(EMAIL_HOST)
