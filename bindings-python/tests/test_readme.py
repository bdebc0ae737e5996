"""What the page shows runs, and says what it shows."""

import contextlib
import io
import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_examples_run_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)
    shown = re.findall(r"```text\n(.*?)```", PAGE, flags=re.DOTALL)
    said = io.StringIO()
    names: dict[str, object] = {"__name__": "page"}
    with contextlib.redirect_stdout(said):
        for block in blocks:
            exec(block, names)
    assert len(blocks) == 6 and said.getvalue() == "".join(shown)
