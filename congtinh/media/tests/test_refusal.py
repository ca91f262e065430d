"""Messages of refusal in both languages."""

import pytest
from django.utils.translation import override

from congtinh.media.inspection.refusal import MESSAGES


@pytest.mark.parametrize("code", MESSAGES)
def test_translate_every_message(code):
    with override("vi"):
        vietnamese = str(MESSAGES[code])
    with override("en"):
        assert str(MESSAGES[code]) != vietnamese
