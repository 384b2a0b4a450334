"""The shape of the code: which module may know which."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "generator"
ORDER = (
    "__init__",
    "folders",
    "enums",
    "terms",
    "finding_terms",
    "cli_terms",
    "file_terms",
    "contract",
    "store",
    "near",
    "numbers",
    "text",
    "words",
    "simulate",
    "source",
    "alike",
    "site",
    "citation",
    "reader",
    "gitlog",
    "rows",
    "kept",
    "passed",
    "tables",
    "compare",
    "rules",
    "characters",
    "plain",
    "conform",
    "check",
    "verify",
    "locate",
    "model",
    "pipeline",
    "history",
    "formats",
    "outputs",
    "releases",
    "trace",
    "plainly",
    "past",
    "lookup",
    "derive",
    "states",
    "arithmetic",
    "drawing",
    "pictures",
    "standing",
    "rollups",
    "breakdown",
    "formats",
    "views",
    "lines",
    "changes",
    "areas",
    "headlines",
    "parts",
    "facets",
    "natures",
    "years",
    "partners",
    "templating",
    "drawn",
    "maker",
    "doors",
    "lists",
    "matrix",
    "planpages",
    "evaluations",
    "versions",
    "quality",
    "supervision",
    "examples",
    "templating",
    "feedback",
    "jsonld",
    "press",
    "render",
    "shells",
    "telling",
    "archive",
    "series",
    "imprint",
    "typed",
    "workbook",
    "database",
    "columnar",
    "copies",
    "duties",
    "metadata",
    "calendars",
    "csvw",
    "dcat",
    "inventory",
    "openapi",
    "catalogue",
    "feeds",
    "frames",
    "export",
    "scan",
    "links",
    "offline",
    "carry",
    "desk",
    "search",
    "plugin",
    "build",
    "cli",
    "__main__",
)
"""From the source to the writers: a module imports only from those before it."""


def modules() -> list[tuple[str, Path]]:
    """Every Python file with the layer it belongs to."""
    return [(p.relative_to(PACKAGE).parts[0].removesuffix(".py"), p) for p in sorted(PACKAGE.rglob("*.py"))]


def imported(path: Path) -> set[str]:
    """Layers that a file imports, at the top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {a.name if a.name in ORDER else "__init__" for a in node.names}
    return found


@pytest.mark.parametrize(("layer", "path"), modules(), ids=lambda v: v.name if isinstance(v, Path) else v)
def test_a_module_imports_only_from_modules_nearer_the_source(layer: str, path: Path) -> None:
    """No import goes up the line; parts of one package may know each other."""
    place = ORDER.index(layer)
    assert {name for name in imported(path) if ORDER.index(name) >= place and name != layer} == set()


def test_mkdocs_is_known_to_one_module() -> None:
    """Only the plugin imports MkDocs; the command line knows the exception that ends a build."""
    found = {layer for layer, p in modules() if re.search(r"^\s*(from|import) mkdocs", p.read_text("utf-8"), re.M)}
    assert found <= {"plugin", "cli"}


def test_only_the_reader_reads_the_ledger() -> None:
    """YAML is known to the reader alone."""
    found = {layer for layer, p in modules() if re.search(r"^\s*(from|import) yaml", p.read_text("utf-8"), re.M)}
    assert found == {"reader"}


def test_the_engine_knows_no_place() -> None:
    """No word of the first site's place in the code, the templates, the contract or the engine's settings."""
    files = [p for p in PACKAGE.rglob("*") if p.suffix in (".py", ".html")]
    files += [ROOT / "mkdocs.yml", ROOT / "datapackage.json", *(ROOT / "docs").rglob("*.*")]
    words = re.compile("西青|天津|xiqing|杨柳青", re.IGNORECASE)
    assert [p.name for p in files if words.search(p.read_text(encoding="utf-8"))] == []


def test_chinese_text_lives_where_it_belongs() -> None:
    """String literals in Chinese stand in terms, words, enums and numbers, or are patterns for Chinese documents."""
    allowed = {"terms", "finding_terms", "cli_terms", "file_terms", "words", "enums", "numbers"}
    patterns = {"verify"}
    found = []
    for layer, path in modules():
        if layer in allowed | patterns:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                found += [(path.name, node.value)] if re.search("[\u4e00-\u9fff]", node.value) else []
    assert found == []


def test_the_contract_lists_the_tables_that_the_model_knows() -> None:
    """Contract and model have the same tables and columns in the same order."""
    from dataclasses import fields  # noqa: PLC0415 used here alone

    from generator.ledger.records import RECORDS  # noqa: PLC0415 as above

    resources = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert [r["name"] for r in resources] == list(RECORDS)
    for resource in resources:
        columns = {f["name"] for f in resource["schema"]["fields"]}
        assert columns == {f.name for f in fields(RECORDS[resource["name"]])} - {"file"}
