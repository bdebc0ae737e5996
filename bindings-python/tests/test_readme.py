"""What the page shows runs, and says what it shows."""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def blocks() -> list[str]:
    return re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)


def test_a_checker_has_nothing_to_say_of_the_examples(tmp_path: Path) -> None:
    page = tmp_path / "page.py"
    page.write_text("\n".join(blocks()), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", page], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_examples_run_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = re.findall(r"```text\n(.*?)```", PAGE, flags=re.DOTALL)
    said = io.StringIO()
    names: dict[str, object] = {"__name__": "page"}
    with contextlib.redirect_stdout(said):
        for block in blocks():
            exec(block, names)
    assert len(blocks()) == 7 and said.getvalue() == "".join(shown)
