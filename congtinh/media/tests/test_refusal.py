"""Messages of refusal in both languages."""

from pathlib import Path

import polib

from congtinh.media.inspection.refusal import MESSAGES

CATALOGUE = Path(__file__).parents[1] / "locale" / "en" / "LC_MESSAGES" / "django.po"


def test_translate_every_message():
    entries = polib.pofile(str(CATALOGUE))
    assert len(entries.translated_entries()) == len(MESSAGES)
