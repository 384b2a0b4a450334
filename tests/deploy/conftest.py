"""A server: a repository that is pushed to, a folder that is public, and the program under one name."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT, project
from tests.helpers import ledger
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.sites import unsearched

DEPLOY = ROOT / "deploy"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An editor's clone with the small ledger, all of it committed."""
    (tmp_path / "place").mkdir()
    folder = unsearched(project(tmp_path / "place", ledger.write(tmp_path, ledger.LEDGER)))
    (folder / ".gitignore").write_text("/site/\n", encoding="utf-8")
    commit_all(folder, "begin")
    return folder


@pytest.fixture
def server(tmp_path: Path) -> dict[str, str]:
    """The environment of the server's scripts: where everything is. The repository is there, and empty."""
    program = tmp_path / "ledger"
    python = f"PYTHONPATH={shlex.quote(str(ROOT))} {shlex.quote(sys.executable)}"
    program.write_text(f'#!/bin/sh\n{python} -m generator "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "www").mkdir()
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", tmp_path / "ledger.git"], check=True)
    places = {
        "WORK": str(tmp_path / "work"),
        "SITE": str(tmp_path / "www" / "site"),
        "LEDGER": str(program),
        "UPDATE": str(DEPLOY / "update.sh"),
        "OPTIONS": "--only-csv-json --jobs 1",
    }
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PYTHONIOENCODING": "utf-8", **PERSON}
    return {**os.environ, **plain, **places}


@pytest.fixture
def push(place: Path, tmp_path: Path, server: Mapping[str, str]) -> Run:
    """Pushes to the server, as an editor does, with the hook installed there; returns what the editor is told."""
    hook = tmp_path / "ledger.git" / "hooks" / "post-receive"
    hook.symlink_to(DEPLOY / "post-receive")
    git(place, "remote", "add", "origin", str(tmp_path / "ledger.git"))

    def pushed(*what: str) -> subprocess.CompletedProcess[str]:
        command = ["git", "-C", str(place), "push", "origin", *(what or ("main",))]
        return subprocess.run(command, env=server, capture_output=True, text=True, check=False)

    return pushed
