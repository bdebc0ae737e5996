"""The package says which version it is: that of the workspace."""

import importlib.metadata
import tomllib
from pathlib import Path

import refdesk as r


def test_the_version_is_that_of_the_workspace() -> None:
    manifest = Path(__file__).parents[2] / "Cargo.toml"
    version = tomllib.loads(manifest.read_text(encoding="utf-8"))["workspace"]["package"]["version"]
    assert r.__version__ == importlib.metadata.version("refdesk") == version
