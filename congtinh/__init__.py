"""CổngTỉnh: the platform on which a Vietnamese province runs its information portal."""
