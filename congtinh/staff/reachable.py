"""The admin addresses our people reach; whatever is not listed answers 404."""

REACHABLE: frozenset[str] = frozenset()
