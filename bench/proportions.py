"""How the publications of the measured province are spread over its portals and years."""

PORTALS = 100
YEARS = 10
#: Of all publications, those of the general portal and of the largest component portal; the
#: other portals share what is left.
GENERAL_SHARE, LARGEST_SHARE = 0.2, 0.1


def counts(publications: int) -> list[int]:
    """How many of the publications each portal has."""
    general, largest = int(publications * GENERAL_SHARE), int(publications * LARGEST_SHARE)
    share, rest = divmod(publications - general - largest, PORTALS - 2)
    others = (share + (1 if number < rest else 0) for number in range(PORTALS - 2))
    return [general, largest, *others]
