"""乡镇执法台账: an offline ledger for a township enforcement office, with signed report bundles."""

__version__ = "0.1.0"
