"""The refusal: why something may not be done, in words for the person who asked."""

from django.utils.functional import Promise

Reason = str | Promise


class Refused(Exception):
    """Raised by actions; carries the reasons, which the screen shows and the API returns."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__(*reasons)
        self.reasons = reasons

    def __str__(self) -> str:
        return " ".join(str(reason) for reason in self.reasons)


class NotAllowed(Refused):
    """Refused because the person has no right to it, whatever the state of the thing."""
