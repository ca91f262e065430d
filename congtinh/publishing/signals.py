"""What the publishing path tells the floors above; all are sent inside the transaction."""

from django.dispatch import Signal

#: A review moved (review, verb, by, reason).
review_moved = Signal()
