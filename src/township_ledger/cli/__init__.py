"""The same deeds without a window."""
