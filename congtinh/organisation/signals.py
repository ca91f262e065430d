"""What the organisation tells the floors above."""

from django.dispatch import Signal

#: A portal's public structure changed (portal, by, capacity, at); sent inside the transaction.
structure_changed = Signal()
