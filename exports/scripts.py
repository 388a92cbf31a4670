"""ES modules linked into one: what a page holds in itself, and opens as a file without a network, can import nothing.

Each module keeps a scope of its own and stands after those it imports, so that no script relies on being loaded after
another. The linker knows imports and exports by name, a line each, and refuses every other form.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_NAME = r"[\w$]+(?: as [\w$]+)?"
_IMPORT = re.compile(rf'import (?:\{{ (?P<names>{_NAME}(?:, {_NAME})*) \}} from )?"(?P<path>\.\.?/[\w./]+\.js)";')
_EXPORT = re.compile(r"export (?=(?:(?:async )?function|class|const) (?P<name>[\w$]+))")
_DEFAULT = "export default function"


@dataclass(frozen=True)
class _Module:
    name: str
    exports: tuple[str, ...]
    code: str


def linked(entry: Path) -> str:
    """Link a module with all that it imports; its default export, which it alone may have, stays one.

    Raises ValueError with file and line for an unknown file or name, a circle of imports, or another form of either.
    """
    modules: dict[Path, _Module] = {}
    _add(entry.resolve(), modules, ())
    *imported, main = modules.values()
    scopes = (
        f"const {each.name} = (() => {{\n{each.code}return {{ {', '.join(each.exports)} }};\n}})();\n"
        for each in imported
    )
    return "".join((*scopes, main.code))


def _add(path: Path, modules: dict[Path, _Module], importers: tuple[Path, ...]) -> _Module:
    """Read a module into `modules`, after those that it imports."""
    if path in importers:
        raise ValueError(f"imported by itself: {' → '.join(each.name for each in (*importers, path))}")
    if path not in modules:
        exports: list[str] = []
        lines = []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                lines.append(_line(line, exports, path, modules, importers))
            except (ValueError, OSError) as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error
        modules[path] = _Module(f"{path.stem}_{len(modules)}", tuple(exports), "\n".join(lines) + "\n")
    return modules[path]


def _line(line: str, exports: list[str], path: Path, modules: dict[Path, _Module], importers: tuple[Path, ...]) -> str:
    """Give a line as it stands in the one script; what it exports goes to `exports`."""
    if line.startswith("import"):
        if not (found := _IMPORT.fullmatch(line)):
            raise ValueError(f"not an import by name, on one line: {line}")
        module = _add((path.parent / found["path"]).resolve(), modules, (*importers, path))
        names = found["names"].split(", ") if found["names"] else []
        if unknown := {name.split(" as ")[0] for name in names} - set(module.exports):
            raise ValueError(f"not exported by {found['path']}: {', '.join(sorted(unknown))}")
        return (
            f"const {{ {', '.join(name.replace(' as ', ': ') for name in names)} }} = {module.name};" if names else ""
        )
    if line.startswith("export") and not (line.startswith(_DEFAULT) and not importers):
        if not (found := _EXPORT.match(line)):
            raise ValueError(f"not an export of a function, class or const by its name: {line}")
        exports.append(found["name"])
        return line[found.end() :]
    return line
