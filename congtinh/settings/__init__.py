"""Settings of the two processes that serve a province: readers and staff."""
