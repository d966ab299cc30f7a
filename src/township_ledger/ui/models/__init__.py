"""Item models over ledger rows."""
