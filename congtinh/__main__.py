"""`congtinh`: the ICT centre's command."""

import os
import sys

from congtinh.settings.environment import Misconfigured


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congtinh.settings.staff")
    # slow: Django is loaded only once the settings module is known
    from django.core.management import execute_from_command_line

    # Commands are modules, whose names have no hyphens: check-installation, check_installation.
    command = [name.replace("-", "_") if name[0] != "-" else name for name in sys.argv[1:2] if name]
    try:
        execute_from_command_line(["congtinh", *command, *sys.argv[2:]])
    except Misconfigured as problem:
        sys.exit(f"congtinh: {problem}")


if __name__ == "__main__":
    main()
