"""`help` says of what runs what an editor shows: each class, method, getter and function has the words of its types."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import refdesk as r
from refdesk import _refdesk

STUB = Path(_refdesk.__file__).with_name("_refdesk.pyi")


def written(part: ast.Module | ast.ClassDef, within: str = "") -> Iterator[tuple[str, str | None]]:
    """What the types say of each."""
    for inner in part.body:
        if isinstance(inner, ast.ClassDef):
            yield within + inner.name, ast.get_docstring(inner)
            yield from written(inner, f"{within}{inner.name}.")
        elif isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
            yield within + inner.name, ast.get_docstring(inner)


def shown(whole: object, within: str = "") -> Iterator[tuple[str, str | None]]:
    """What is said of each where it runs."""
    for name, what in vars(whole).items():
        if not name.startswith("_") and (callable(what) or inspect.isdatadescriptor(what)):
            yield within + name, getattr(whole, name).__doc__
            if isinstance(what, type):
                yield from shown(what, f"{within}{name}.")


def test_what_runs_says_what_the_types_say() -> None:
    at_run_time = dict(shown(_refdesk))
    assert at_run_time == dict(written(ast.parse(STUB.read_text(encoding="utf-8"))))
    assert [name for name, words in at_run_time.items() if not words] == []


def test_all_that_the_package_has_says_what_it_is() -> None:
    parts = {name: getattr(whole, name) for whole in (r, r.hours) for name in whole.__all__}
    assert [name for name, what in parts.items() if isinstance(what, type) and what.__doc__ in (None, "")] == []
    assert {"Router", "Policy", "Phase"} <= parts.keys()
