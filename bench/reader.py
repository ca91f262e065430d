"""The other process of `publish.py`: a reader who asks for a text until it is there."""

import sys
import time

from django.core.wsgi import get_wsgi_application

from bench.measuring import Wsgi

PAUSE = 0.005


def main() -> None:
    """Told host and path in a line: says the status it gets, asks on, says when it was there."""
    wsgi = Wsgi(get_wsgi_application())
    print("ready", flush=True)
    for line in sys.stdin:
        host, path = line.split()
        status = wsgi.ask(host, path)[0]
        print(status, flush=True)
        while status != 200:
            time.sleep(PAUSE)
            status = wsgi.ask(host, path)[0]
        print(time.time(), flush=True)
