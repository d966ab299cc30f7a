"""The certificate of whoever marked a bundle, read by the process without key."""

from __future__ import annotations
