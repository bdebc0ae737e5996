"""Writes the page of the API, from the types and their words: python scripts/api.py FOLDER

The stub has both, so the package itself need not be built; but it is no program: there a class stands within the one
that it derives from. Here it is made one.
"""

import ast
import functools
import re
import sys
from pathlib import Path

import pdoc
import pdoc.render

PACKAGE = Path(__file__).parents[1] / "python" / "refdesk"


def parsed(name: str) -> ast.Module:
    return ast.parse((PACKAGE / name).read_text(encoding="utf-8"))


def without_imports(module: ast.Module) -> list[ast.stmt]:
    doc = ast.get_docstring(module) is not None
    return [part for part in module.body[doc:] if not isinstance(part, ast.ImportFrom)]


def names() -> list[str]:
    """Of the classes and functions that the package has."""
    (listed,) = (part.value for part in parsed("__init__.py").body if isinstance(part, ast.Assign))
    return [name for name in ast.literal_eval(listed) if name not in ("__version__", "hours")]


class Unprefixed(ast.NodeTransformer):
    """`_w.Phase` and `_r.Actor` stand in one file here."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id in ("_w", "_r"):
            return ast.Name(node.attr)
        return node


def program(stub: list[ast.stmt]) -> list[ast.stmt]:
    """Each inner class gets the base that it has when the outer one is there."""
    done: list[ast.stmt] = []
    for part in stub:
        done.append(part)
        if not isinstance(part, ast.ClassDef):
            continue
        for inner in part.body:
            if isinstance(inner, ast.ClassDef):
                inner.bases = list(part.bases)
                done += ast.parse(f"{part.name}.{inner.name}.__bases__ = ({part.name},)").body
    return done


def source() -> str:
    package, stub = parsed("__init__.py"), parsed("_refdesk.pyi")
    words, unions = parsed("_words.py"), parsed("_unions.py")
    assigned = [part for part in package.body if isinstance(part, ast.Assign)]
    imports = [part for part in stub.body if isinstance(part, ast.ImportFrom) and not part.level]
    parts = ast.parse(f'"""{ast.get_docstring(package)}"""\nfrom __future__ import annotations').body
    parts += [*ast.parse("import builtins\nfrom enum import Enum\nfrom typing import Union").body, *imports]
    parts += [*without_imports(words), *program(without_imports(stub)), *without_imports(unions), *assigned]
    return ast.unparse(ast.fix_missing_locations(Unprefixed().visit(ast.Module(parts, []))))


def main() -> None:
    # Who looks for the source of a class parses the whole file each time.
    ast.parse = functools.cache(ast.parse)  # type: ignore[assignment]
    folder = Path(sys.argv[1])
    written = folder / "source" / "refdesk"
    written.mkdir(parents=True, exist_ok=True)
    (written / "__init__.py").write_text(source(), encoding="utf-8")
    hours = (PACKAGE / "hours.py").read_text(encoding="utf-8")
    (written / "hours.py").write_text(re.sub(r"from \._\w+ import", "from . import", hours), encoding="utf-8")
    pdoc.render.configure(search=True, show_source=False, docformat="markdown")
    pdoc.pdoc(str(written), output_directory=folder)
    page = (folder / "refdesk.html").read_text(encoding="utf-8")
    missing = [name for name in names() if f'<section id="{name}">' not in page]
    sys.exit(f"error: the page says nothing of {', '.join(missing)}" if missing else 0)


if __name__ == "__main__":
    main()
