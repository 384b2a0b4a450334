"""Texts that editors write: YAML, settings of the site and of the engine."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.ledger.reading.ledger_files import FileContent, LedgerFiles
from generator.ledger.reading.site_settings import read_site
from generator.ledger.reading.yaml_reader import read_ends
from generator.office.importing.findings import ImportRefused
from generator.office.importing.run import read_names
from generator.publish.engine.project import Project
from generator.publish.engine.settings import read_settings
from generator.publish.site_content import BuildOptions
from generator.publish.site_writer import BuildStopped
from tests.fuzz import mutations
from tests.fuzz.target import ROOT, Target, contents, ledger_words

NAME: Final = "a.yml"
COLUMNS: Final = "事项: 任务\n牵头: 牵头单位\n备注: 不要\n".encode()


def yaml(data: bytes) -> None:
    """A file of the ledger: its nodes or findings, and where its values end."""
    files = LedgerFiles("data", {NAME: FileContent(data)})
    root, findings = files.read(NAME)
    assert root is not None or findings
    assert all(map(str, findings))
    if root is not None and not findings:
        text, _ = files.text(NAME)
        read_ends(text or "")


def site(data: bytes) -> None:
    """``data/site.yml``."""
    root, findings = LedgerFiles("data", {NAME: FileContent(data)}).read(NAME)
    settings, more = read_site(root)
    assert all(map(str, [*findings, *more]))
    if settings is not None:
        _ = settings.domain, settings.whole, settings.territories, settings.unpublished_tables


def engine(data: bytes) -> None:
    """``mkdocs.yml``: what is read of it before the engine reads it, and then by the engine."""
    with TemporaryDirectory() as name:
        file = Path(name) / "mkdocs.yml"
        file.write_bytes(data)
        settings = read_settings(file)
        settings.unreadable(trust=False), settings.unreadable(trust=True), settings.foreign_code(), settings.docs
        try:
            project = Project(file, BuildOptions())
            _ = project.keep, project.search, project.may_fork, project.sources
        except BuildStopped as stopped:
            assert str(stopped)


def columns(data: bytes) -> None:
    """The file that names the columns of a workbook."""
    with TemporaryDirectory() as name:
        file = Path(name) / NAME
        file.write_bytes(data)
        try:
            read_names(file)
        except ImportRefused as refused:
            assert all(map(str, refused.findings))


def _engine_seeds() -> list[bytes]:
    return [
        (ROOT / "mkdocs.yml").read_bytes(),
        b"site_name: a\nplugins:\n- ledger:\n    data: data\n    keep: [CNAME]\n",
    ]


TARGETS: Final = {
    "yaml": Target(
        yaml,
        lambda: [COLUMNS, *contents("tests/district/data/**/*.yml")],
        mutations.tokens(ledger_words()),
    ),
    "site": Target(
        site,
        lambda: contents("data/site.yml", "tests/**/data/site.yml"),
        mutations.tokens(ledger_words()),
    ),
    "engine": Target(
        engine,
        _engine_seeds,
        mutations.tokens(("hooks", "INHERIT", "!ENV", "theme", "nav", "plugins", "docs_dir", "ledger", "keep", "jobs")),
    ),
    "columns": Target(columns, lambda: [COLUMNS], mutations.tokens(("任务", "配合单位", "不要"))),
}
