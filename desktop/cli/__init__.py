"""The batch commands: the same program without a window. Each is thin: it calls one service.

`--json` prints one JSON object on stdout; words for people go to stderr. Exit codes: 0 done, 1 done with refused rows
or findings, 2 wrong use, 3 a problem with a file. Never a traceback.
"""

from __future__ import annotations

from desktop.cli.edge import failed, main

__all__ = ["failed", "main"]
