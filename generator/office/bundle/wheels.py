"""The wheels of a bundle: those of the locked list for a platform, and the program's own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.office.bundle.platforms import PYTHON, Platform

LOCK = "requirements.lock"
"""The locked list, at the top of the repository."""
SOURCE = (
    "generator",
    "docs",
    "deploy",
    "mkdocs.yml",
    "datapackage.json",
    "pyproject.toml",
    "setup.py",
    "README.md",
    "LICENSE",
)
"""What the program's own wheel is made of."""


class NoWheels(Exception):
    """Wheels could not be had; the text is what pip says of it."""


def is_repository(root: Path) -> bool:
    """Whether a folder holds what wheels are made of."""
    return all((root / name).exists() for name in (LOCK, *SOURCE))


def build_own_wheel(root: Path, folder: Path) -> Path:
    """Build the program's wheel into a folder, from a copy, so that nothing is left in the repository.

    Raises:
        NoWheels: it cannot be built.
    """
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for part in SOURCE:
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(root / part, copy / part)
        _pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(copy))
    return next(folder.glob("plan_ledger-*.whl"))


def download_wheels(root: Path, platform: Platform, folder: Path) -> None:
    """Get the wheels of the locked list for a platform; their checksums are those of the list.

    Raises:
        NoWheels: one is not to be had.
    """
    tags = [option for tag in platform.tags for option in ("--platform", tag)]
    version = ("--python-version", PYTHON, "--implementation", "cp")
    locked = ("--no-deps", "--require-hashes", "--requirement", str(root / LOCK))
    _pip("download", "--only-binary=:all:", *version, *tags, *locked, "--dest", str(folder))


def _pip(*arguments: str) -> None:
    """Run pip. Raises NoWheels with its last line of errors."""
    command: Sequence[str] = (sys.executable, "-m", "pip", "--disable-pip-version-check", arguments[0], "--quiet")
    done = subprocess.run(
        [*command, *arguments[1:]], capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        raise NoWheels(next(iter(done.stderr.strip().splitlines()[-1:]), ""))
