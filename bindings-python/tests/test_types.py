"""What an editor is told is so: the checkers agree, and with what runs."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=HERE, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("checker", [("mypy", "--strict"), ("pyright", "--pythonpath", sys.executable)], ids=["mypy", "pyright"])
def test_the_checkers_have_nothing_to_say(checker: tuple[str, ...]) -> None:
    run(*checker, "examples", "tests/types", "scripts", "bench/life.py", "bench/plain.py", "bench/read.py", "bench/soak.py")


def test_the_types_are_those_of_what_runs() -> None:
    run("mypy.stubtest", "refdesk", "--allowlist", "tests/types/allowed.txt", "--ignore-disjoint-bases")
