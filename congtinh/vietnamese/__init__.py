"""Vietnamese text, order, dates, working days and numbers; pure Python, knows nothing of Django."""
