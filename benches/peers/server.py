"""Servers of our own: each in a new folder, on a Unix socket, gone when the peer ends."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


@contextmanager
def folder_for(user: str | None) -> Iterator[Path]:
    """A new folder of this user. It goes away even when somebody stops the peer."""
    for number in SIGNALS:
        signal.signal(number, _leave)
    # Short, because the path of a Unix socket may have 107 bytes only.
    folder = Path(tempfile.mkdtemp(prefix="peer-"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        yield folder
    finally:
        shutil.rmtree(folder)


def _ignore_signals() -> None:
    """What stops a server is not to be stopped itself."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def redis_server(*options: str) -> Iterator[Path]:
    """A Redis server with these options. Gives the path of its socket."""
    with folder_for(None) as folder:
        socket = folder / "socket"
        command = ["redis-server", "--port", "0", "--unixsocket", str(socket), "--dir", str(folder)]
        # A group of its own, so that Ctrl-C reaches the peer only, which then stops it.
        server = subprocess.Popen(
            [*command, *options], stdout=subprocess.DEVNULL, start_new_session=True
        )
        try:
            yield socket
        finally:
            _ignore_signals()
            server.kill()
            server.wait()


def postgres_programs() -> Path | None:
    """The folder of the programs of the newest PostgreSQL server."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    if debian := sorted(versions, key=lambda initdb: float(initdb.parts[-3])):
        return debian[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@contextmanager
def postgres_server(*settings: str) -> Iterator[Path]:
    """A PostgreSQL server with these settings. Gives the folder of its socket."""
    programs = postgres_programs()
    if programs is None:
        raise SystemExit("initdb is missing: install postgresql")
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    prefix = [] if user is None else ["runuser", "-u", user, "--"]
    with folder_for(user) as folder:
        data, log = folder / "data", folder / "log"

        def run(program: str, *arguments: str) -> None:
            command = [*prefix, str(programs / program), "-D", str(data), *arguments]
            done = subprocess.run(
                command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
            if done.returncode:
                print(done.stdout, log.read_text() if log.exists() else "", file=sys.stderr)
                raise SystemExit(f"{program} failed")

        run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C")
        options = [f"unix_socket_directories={folder}", "listen_addresses=", *settings]
        joined = " ".join(f"-c {option}" for option in options)
        try:
            run("pg_ctl", "start", "--wait", "--log", str(log), "--options", joined)
            yield folder
        finally:
            _ignore_signals()
            if (data / "postmaster.pid").exists():
                run("pg_ctl", "stop", "--wait", "--mode=immediate")
