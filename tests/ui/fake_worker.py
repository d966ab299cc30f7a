"""A stand-in for the worker process: speaks the protocol of ARCHITECTURE.md and does what the job's args ask.

`args`: `say` (lines to send), `hold` (wait for stdin to close, then say cancelled), `die` (end without an answer),
`deaf` (ignore the closing of stdin), `serve` (answer page and keep requests), `echo` (send the job back).
"""

from __future__ import annotations

import json
import os
import sys
import time


def _say(**message: object) -> None:
    os.write(1, json.dumps(message).encode() + b"\n")


def _lines() -> list[bytes]:
    rest = b""
    while chunk := os.read(0, 65536):
        rest += chunk
        if b"\n" in rest:
            *lines, rest = rest.split(b"\n")
            return lines
    return []


def _serve() -> None:
    _say(result={"people": 42})
    while lines := _lines():
        for line in lines:
            message = json.loads(line)
            if "page" in message:
                _say(page={"rows": [message["page"]["offset"]]})
            else:
                _say(result={"kept": True})


def main() -> None:
    first = _lines()
    job = json.loads(first[0])
    args = job["args"]
    for line in args.get("say", []):
        _say(**line)
    if args.get("noise"):
        os.write(1, b"not json\n\n[1]\n")
    if args.get("flood"):
        os.write(1, b"x" * int(args["flood"]))
        time.sleep(60)
    if args.get("echo"):
        _say(result=job)
    if args.get("serve"):
        _serve()
    if args.get("deaf"):
        time.sleep(60)
    if args.get("hold"):
        while _lines():
            pass
        _say(cancelled=True)
    if args.get("die"):
        sys.exit(3)


main()
