"""The made-up district in a repository of git, and commands about its round."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.helpers.filled_forms import ROUND, copied_ledger, filled
from tests.helpers.git import PERSON, commit_all, git

BRANCH = f"round/{ROUND}"
FILE = "data/disclosures/chengxi-progress-2023-q3.yml"
FORM = filled(
    "鹭汀镇",
    {1: {"完成值": "9.5", "截至日期": "2023-09-30"}},
    {1: {"状态": "推进中", "进展": "连通两条河道"}},
)


def as_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows who works, and nothing else of whoever runs the tests."""
    for name, text in {**PERSON, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}.items():
        monkeypatch.setenv(name, text)


def place(folder: Path) -> Path:
    """An office's folder with the ledger, committed."""
    office = folder / "office"
    office.mkdir()
    copied_ledger(office)
    commit_all(office, "建台账")
    return office


def ingest(office: Path, *contents: bytes, on: str = "2023-10-13", options: tuple[str, ...] = ()) -> int:
    """Collect forms as the command does."""
    folder = office.parent / "forms"
    folder.mkdir(exist_ok=True)
    files = []
    for number, content in enumerate(contents, 1):
        files.append(folder / f"{number}.xlsx")
        files[-1].write_bytes(content)
    return main(["--data", str(office / "data"), "ingest", *map(str, files), "--on", on, *options])


def round_(office: Path, *arguments: str) -> int:
    """Run the command ``round``."""
    return main(["--data", str(office / "data"), "round", *arguments])


def on_branch(office: Path, file: str = FILE, branch: str = BRANCH) -> str:
    """A file as a branch has it."""
    return git(office, "show", f"{branch}:{file}")


def own_state(office: Path) -> tuple[str, str, str]:
    """What must stay as it is: the editor's commit, the branch, and what is not committed."""
    return (
        git(office, "rev-parse", "HEAD"),
        git(office, "rev-parse", "--abbrev-ref", "HEAD"),
        git(office, "status", "--porcelain", "--untracked-files=all"),
    )


def change_beside(office: Path) -> None:
    """Commit a change of the line behind which the form's value stands on the branch."""
    file = office / FILE
    lines, others = file.read_text(encoding="utf-8").splitlines(), on_branch(office).splitlines()
    at = next(number for number, (one, other) in enumerate(zip(lines, others, strict=False)) if one != other)
    lines[at - 1] += "  # 改同一处"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    commit_all(office, "改同一处")
