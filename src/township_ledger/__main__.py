"""`python -m township_ledger` is the same program as `township-ledger`."""

from __future__ import annotations

import sys

from township_ledger.app.entry import main

sys.exit(main())
