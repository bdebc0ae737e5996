"""Makes each peer ready to start, or says what is missing."""

import shutil
import subprocess
import sys
from pathlib import Path

from harness.roster import Peer
from server import postgres_programs

HERE = Path(__file__).resolve().parent.parent
PROJECT = HERE.parent.parent
TARGET = PROJECT / "target" / "peers"


class Unavailable(Exception):
    """Why a peer cannot be played."""


def command(family: str) -> list[str]:
    """The program of a family of peers, built if need be."""
    match family:
        case "refdesk" | "rustpbx":
            return [str(_crate(family))]
        case "python":
            return [sys.executable, str(HERE / "python" / "heaps.py")]
        case "refdesk-python":
            return [str(_package_for_python()), str(HERE / family / "router.py")]
        case "javascript":
            return [_node(), str(HERE / "javascript" / "heaps.mjs")]
        case "refdesk-node":
            node = _node()
            _call([node, str(PROJECT / "bindings-node" / "scripts" / "build.mjs"), "binding"])
            return [node, str(HERE / family / "router.mjs")]
        case "redis":
            if shutil.which("redis-server") is None:
                raise Unavailable("redis-server is missing: apt-get install redis-server")
        case "postgres":
            if postgres_programs() is None:
                raise Unavailable("initdb is missing: apt-get install postgresql")
    return [str(_environment(family)), str(HERE / family / "router.py")]


def arguments(peer: Peer, workload: Path, choices: Path) -> list[str]:
    window = [] if peer.window == 1 else ["--window", str(peer.window)]
    return [str(workload), str(peer.cycles), str(choices), *peer.arguments, *window]


def _crate(family: str) -> Path:
    if shutil.which("cargo") is None:
        raise Unavailable("cargo is missing: install Rust")
    folder = TARGET / f"cargo-{family}"
    manifest = HERE / family / "Cargo.toml"
    build = ["cargo", "build", "--release", "--locked"]
    _call([*build, "--manifest-path", str(manifest), "--target-dir", str(folder)])
    return folder / "release" / f"{family}-peer"


def _environment(family: str) -> Path:
    """A virtual environment with exactly what the family's lock file lists."""
    folder = TARGET / "venv" / family
    python = folder / "bin" / "python"
    locked = HERE / family / "requirements.txt"
    installed = folder / "requirements.txt"
    if installed.exists() and installed.read_text() == locked.read_text():
        return python
    _call([sys.executable, "-m", "venv", "--clear", str(folder)])
    install = ["-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:"]
    _call([str(python), *install, "--requirement", str(locked)])
    shutil.copy(locked, installed)
    return python


def _package_for_python() -> Path:
    """A virtual environment with the package as it is shipped, built if need be."""
    if shutil.which("cargo") is None:
        raise Unavailable("cargo is missing: install Rust")
    folder = TARGET / "venv" / "refdesk-python"
    python = folder / "bin" / "python"
    if not python.exists():
        _call([sys.executable, "-m", "venv", str(folder)])
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall"]
    _call([str(python), *install, str(PROJECT / "bindings-python")])
    return python


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        raise Unavailable("node is missing: install Node 20 or later")
    return node


def _call(words: list[str]) -> None:
    print("$", *words, file=sys.stderr)
    if subprocess.run(words, stdout=sys.stderr).returncode:
        raise Unavailable(f"`{words[0]}` failed, see above")
