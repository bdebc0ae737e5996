"""Lets one peer play, in a process of its own."""

import json
import os
import subprocess
from dataclasses import dataclass

from harness.prepare import HERE


class Failed(Exception):
    """A peer did not end well."""


@dataclass
class Result:
    version: str
    ns_per_command: float
    # What a server says that it has spent on a command itself, if it counts that.
    server_ns_per_command: float | None = None


def play(command: list[str]) -> Result:
    """Waits for the peer. Whatever interrupts that stops the peer, which then stops its server."""
    # A session of its own, so that Ctrl-C reaches us only.
    process = subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate()
    except BaseException:
        process.terminate()
        process.wait(timeout=60)
        raise
    if process.returncode:
        raise Failed(f"it ended with status {process.returncode}, see above")
    printed = json.loads(output.splitlines()[-1])
    return Result(
        printed["version"], printed["ns_per_command"], printed.get("server_ns_per_command")
    )
