"""Scripts are linked into one by their imports, each in a scope of its own, and nothing else is let through."""

from pathlib import Path

import pytest

from exports.scripts import linked

ROOT = Path(__file__).parents[2]


def entry(folder: Path, **modules: str) -> Path:
    for name, code in modules.items():
        (folder / f"{name}.js").write_text(code, encoding="utf-8")
    return folder / "main.js"


def test_imports_stand_before_what_imports_them_and_once(tmp_path: Path) -> None:
    code = linked(
        entry(
            tmp_path,
            main='import { b } from "./b.js";\nimport { c as d } from "./c.js";\nb(d);\n',
            b='import { c } from "./c.js";\nexport function b() { return c; }\n',
            c="export const c = 1;\n",
        )
    )
    assert code == (
        "const c_0 = (() => {\nconst c = 1;\nreturn { c };\n})();\n"
        "const b_1 = (() => {\nconst { c } = c_0;\nfunction b() { return c; }\nreturn { b };\n})();\n"
        "const { b } = b_1;\nconst { c: d } = c_0;\nb(d);\n"
    )


def test_two_modules_may_use_one_name_for_their_own(tmp_path: Path) -> None:
    code = linked(
        entry(
            tmp_path, main='import "./other.js";\nconst same = 1;\n', other="const same = 2;\nexport class Other {}\n"
        )
    )
    assert code.index("const same = 2;\nclass Other {}\nreturn { Other };\n})();\n") < code.index("const same = 1;")


def test_a_component_keeps_the_default_export_that_it_is_started_by(tmp_path: Path) -> None:
    assert linked(entry(tmp_path, main="export default function (part) {}\n")) == "export default function (part) {}\n"


@pytest.mark.parametrize(
    ("main", "other", "reason"),
    [
        ('import { a } from "./other.js";', "export const b = 1;", "main.js:1: not exported by ./other.js: a"),
        ('import { a } from "./none.js";', "", r"main.js:1: .*none\.js"),
        ('import { a } from "plotly";', "", "main.js:1: not an import by name"),
        ('import a from "./other.js";', "", "main.js:1: not an import by name"),
        ('import * as a from "./other.js";', "", "main.js:1: not an import by name"),
        ('import {\n  a,\n} from "./other.js";', "", "main.js:1: not an import by name"),
        ('import "./other.js";', "export default function () {}", "main.js:1: other.js:1: not an export"),
        ('import "./other.js";', "\nexport let a = 1;", "main.js:1: other.js:2: not an export"),
        ('import "./other.js";', "const a = 1;\nexport { a };", "main.js:1: other.js:2: not an export"),
        ('import "./other.js";', 'export { a } from "./main.js";', "main.js:1: other.js:1: not an export"),
        ("export default class {}", "", "main.js:1: not an export"),
        ('import "./other.js";', 'import "./main.js";', "main.js → other.js → main.js"),
    ],
)
def test_what_cannot_be_linked_is_refused_by_file_and_line(tmp_path: Path, main: str, other: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        linked(entry(tmp_path, main=main, other=other))


def test_every_script_of_the_project_is_linked_by_an_entry() -> None:
    scripts = {path.name: path for folder in ("exports", "ui") for path in (ROOT / folder).rglob("*.js")}
    entries = [
        name for name, path in scripts.items() if name == "main.js" or "export default" in path.read_text("utf-8")
    ]
    code = "".join(linked(scripts[name]) for name in entries)
    assert [name for name in scripts if name not in entries and f"const {name.removesuffix('.js')}_" not in code] == []
