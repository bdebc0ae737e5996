"""What is installed says which version it is, that of the workspace, and has what belongs to it."""

import importlib.metadata
import tomllib
from pathlib import Path

import refdesk as r


def test_the_version_is_that_of_the_workspace() -> None:
    manifest = Path(__file__).parents[2] / "Cargo.toml"
    version = tomllib.loads(manifest.read_text(encoding="utf-8"))["workspace"]["package"]["version"]
    assert r.__version__ == importlib.metadata.version("refdesk") == version


def test_what_is_installed_has_its_types_and_its_licences() -> None:
    installed = {file.name for file in importlib.metadata.files("refdesk") or ()}
    assert {"py.typed", "_refdesk.pyi", "LICENSE-APACHE", "LICENSE-MIT"} <= installed
    assert "site-packages" in str(r.__file__)
