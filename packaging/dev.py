"""Set the project up and run or test it: `python3 packaging/dev.py run`, `python3 packaging/dev.py test`.

This file keeps to a syntax that any Python can read, so that an old one ends in a sentence instead of a traceback;
everything else stands in `development.py`.
"""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.stderr.write(
        "Township Ledger needs Python 3.11, 3.12 or 3.13; this is Python %d.%d.\n" % sys.version_info[:2]  # noqa: UP031
    )
    sys.exit(1)

import development

sys.exit(development.main(sys.argv[1:]))
