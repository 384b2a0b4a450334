"""The shape of the code: which folder may know which, how large a module may be, what may be called what."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from generator.ledger.ledger import RECORDS
from tests.conftest import ROOT
from tests.helpers.endurance import some

PACKAGE = ROOT / "generator"
FOLDERS = (
    "support",
    "language",
    "ledger",
    "history",
    "analysis",
    "pages",
    "downloads",
    "publish",
    "office",
    "cli",
)
"""A folder imports only from folders before it."""
WITHIN = {
    "ledger": ("enums", "contract", "wording", "reading", "checks", "records", "load", "verify", "editing"),
    "pages": ("environment", "context", "components", "page", "renderer", "records", "overviews", "registry"),
    "downloads": (
        *("output", "provenance", "columns", "dataset", "overviews", "formats", "pictures", "records", "catalogues"),
        *("registry", "package", "site_files"),
    ),
}
"""The order inside a folder; a module or sub-folder that is not listed may be imported by all of the folder."""
SIMULATE = {"support", "language", "ledger"}
"""What the made-up ledgers may use."""
LONGEST, FULLEST = 400, 12
"""Lines of a module; modules of a folder."""
METAPHORS = {"desk", "press", "maker", "doors", "door", "carry", "carrier", "kept", "passed", "near", "telling"}
CHINESE = re.compile("[\u4e00-\u9fff]")

MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [path.relative_to(PACKAGE).as_posix() for path in MODULES]


def folder_of(path: Path) -> str:
    """The folder of the package that a module belongs to; the package itself for those at its root."""
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def imported(path: Path) -> set[tuple[str, ...]]:
    """What a module imports from the package, at the top or inside a function, as parts of its name."""
    names: set[tuple[str, ...]] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
            parts = tuple(node.module.split("."))[1:]
            names |= {(*parts, alias.name) for alias in node.names}
    return names


def allowed(own: str) -> set[str]:
    """The folders that a folder may import from; the modules of the package itself may use all of them."""
    if own == "simulate":
        return SIMULATE
    return {*FOLDERS[: FOLDERS.index(own)], *(["simulate"] if own == "cli" else [])} if own else {*FOLDERS, "simulate"}


def test_a_folder_imports_only_from_folders_before_it() -> None:
    """Data flows one way; made-up ledgers know little of the program."""
    used = {
        name: {part[0] for part in imported(path) if (PACKAGE / part[0]).is_dir()} - {folder_of(path)}
        for path, name in zip(MODULES, NAMES, strict=True)
    }
    wrong = {name: sorted(parts - allowed(folder_of(PACKAGE / name))) for name, parts in used.items()}
    assert {name: parts for name, parts in wrong.items() if parts} == {}


def test_every_folder_has_its_place_in_the_order() -> None:
    """A new folder is put into the list, and into the table of maintaining/architecture.md; one that is gone leaves."""
    papers = (ROOT / "maintaining" / "architecture.md").read_text(encoding="utf-8")
    assert {folder_of(path) for path in MODULES} - {""} == {*FOLDERS, "simulate"}
    assert re.findall(r"(?m)^\| `(\w+)` \|", papers) == [*FOLDERS, "simulate"]


def test_inside_a_folder_imports_go_one_way_too() -> None:
    """Each part of a folder uses only parts before it in the folder's own list."""
    wrong = {}
    for path, name in zip(MODULES, NAMES, strict=True):
        order, parts = WITHIN.get(folder_of(path), ()), path.relative_to(PACKAGE).parts
        own = parts[1].removesuffix(".py") if order else ""
        if own in order:
            used = {part[1] for part in imported(path) if part[0] == parts[0] and len(part) > 1 and part[1] in order}
            if later := used - {own, *order[: order.index(own)]}:
                wrong[name] = sorted(later)
    assert wrong == {}


def test_modules_are_short_and_folders_are_small() -> None:
    """A newcomer can read a module in one sitting and a folder at a glance."""
    long = {name: lines for path, name in zip(MODULES, NAMES, strict=True) if (lines := _lines(path)) > LONGEST}
    folders = {path.parent for path in MODULES}
    full = {f.name: n for f in folders if (n := len([*f.glob("*.py")]) - (f / "__init__.py").is_file()) > FULLEST}
    assert (long, full) == ({}, {})


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_every_folder_says_its_job() -> None:
    """The docstring of each folder is one line."""
    docs = {
        path.parent.name: ast.get_docstring(ast.parse(path.read_text("utf-8"))) for path in PACKAGE.rglob("__init__.py")
    }
    assert [name for name, doc in docs.items() if not doc] == []


def test_no_module_bears_a_metaphor() -> None:
    """The name of a module says what it holds."""
    assert [name for name in NAMES if METAPHORS & set(Path(name).stem.split("_"))] == []


def _knows_the_engine(name: str) -> bool:
    return name == "publish/mkdocs_plugin.py" or name.startswith("publish/engine/")


def test_the_engine_is_known_to_its_folder_and_the_plugin_alone() -> None:
    """Whoever changes the engine looks at one folder and one module."""
    known = {name for path, name in zip(MODULES, NAMES, strict=True) if _imports(path, "mkdocs")}
    assert [name for name in known if not _knows_the_engine(name)] == []


def test_the_name_of_the_engine_stands_where_the_engine_is_known() -> None:
    """A name in a text, of a log for example, would be forgotten when the engine is changed."""
    strings = [
        (name, node.value)
        for path, name in zip(MODULES, NAMES, strict=True)
        if not _knows_the_engine(name)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and re.match(r"mkdocs\b(?!\.yml)", str(node.value))
    ]
    assert strings == []


IMPORT_ALONE = """
import importlib, sys
for name in sys.argv[1:]:
    for other in [module for module in sys.modules if module.split(".")[0] == "generator"]:
        del sys.modules[other]
    importlib.import_module(name)
"""


@pytest.mark.sampled
def test_every_module_can_be_imported_alone() -> None:
    """No module needs another to have been imported before it: some of them here, all in make endurance."""
    quick = ("support/", "language/", "ledger/", "history/", "analysis/")  # the others load the engine each time
    parts = [name.removesuffix(".py").replace("/", ".") for name in NAMES if name.startswith(quick)]
    names = some([f"generator.{part}" for part in parts if "__" not in part], most=20)
    command = [sys.executable, "-c", IMPORT_ALONE, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_yaml_is_known_to_the_reader_alone() -> None:
    """What YAML means is decided in one module."""
    assert {name for path, name in zip(MODULES, NAMES, strict=True) if _imports(path, "yaml")} == {
        "ledger/reading/yaml_reader.py"
    }


def _imports(path: Path, library: str) -> bool:
    return bool(re.search(rf"^\s*(from|import) {library}\b", path.read_text(encoding="utf-8"), re.M))


def test_the_engine_knows_no_place() -> None:
    """No word of the first site's place in the code, the templates, the contract or the engine's settings."""
    files = [p for p in PACKAGE.rglob("*") if p.suffix in (".py", ".html")]
    files += [ROOT / "mkdocs.yml", ROOT / "datapackage.json", *(ROOT / "docs").rglob("*.*")]
    words = re.compile("西青|天津|xiqing|杨柳青", re.IGNORECASE)
    assert [p.name for p in files if words.search(p.read_text(encoding="utf-8"))] == []


def test_chinese_text_lives_where_it_belongs() -> None:
    """String literals in Chinese stand in language/, in enums, in words of made-up ledgers, or are patterns."""
    allowed = (
        "language/",
        "ledger/enums.py",
        "ledger/upgrades.py",
        "ledger/verify/",
        "ledger/wording/",
        "simulate/words.py",
        "simulate/place_words.py",
    )
    strings = []
    for path, name in zip(MODULES, NAMES, strict=True):
        if name.startswith(allowed):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
        constants = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in docs)
        strings += [(name, n.value) for n in constants if isinstance(n.value, str) and CHINESE.search(n.value)]
    assert strings == []


def test_the_contract_lists_the_tables_and_columns_of_the_records() -> None:
    """Contract and records have the same tables and columns."""
    resources = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert [r["name"] for r in resources] == list(RECORDS)
    for resource in resources:
        columns = {f["name"] for f in resource["schema"]["fields"]}
        assert columns == {f.name for f in fields(RECORDS[resource["name"]])} - {"file"}
