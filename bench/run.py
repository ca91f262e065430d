"""Runs `main` of one module here with Django set up: `python -m bench.run SETTINGS MODULE …`."""

import importlib
import os
import sys

import django

if __name__ == "__main__":
    settings, module, *arguments = sys.argv[1:]
    os.environ["DJANGO_SETTINGS_MODULE"] = settings
    django.setup()
    importlib.import_module(module).main(*arguments)
