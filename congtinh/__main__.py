"""`congtinh`: the ICT centre's command."""

import os
import sys

from congtinh.settings.environment import Misconfigured


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congtinh.settings.staff")
    # slow: Django is loaded only once the settings module is known
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["congtinh", *sys.argv[1:]])
    except Misconfigured as problem:
        sys.exit(f"congtinh: {problem}")


if __name__ == "__main__":
    main()
