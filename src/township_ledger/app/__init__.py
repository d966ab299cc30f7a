"""Wiring, paths, logs, crash net, worker and reader processes; the clerk's door."""
