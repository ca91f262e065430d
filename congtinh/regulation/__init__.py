"""The regulation itself: its clauses, by which rules, capabilities and proofs are named."""
