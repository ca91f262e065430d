"""The entry point of the production server; the settings module chooses readers or staff."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
