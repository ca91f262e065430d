"""The organisation's screens, one file per noun."""
