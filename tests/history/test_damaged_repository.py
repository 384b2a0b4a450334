"""A repository in which something is broken: every command says so in Chinese, and no release is lost in silence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.history.log_reader import read_log
from generator.history.releases import read_releases
from generator.language import history_words
from generator.support.cache_store import CacheStore
from tests.helpers import ledger
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.ledger import LEDGER, contract
from tests.helpers.runs import Once

TAG = "data-v0.1.0"
INDICATORS = "indicators/five/01-industry.yml"
Damage = Callable[[Path], object]


def written(name: str, content: bytes) -> Damage:
    """A file of git with another content."""

    def damage(folder: Path) -> None:
        (folder / ".git" / name).parent.mkdir(exist_ok=True)
        (folder / ".git" / name).write_bytes(content)

    return damage


def gone(name: str) -> Damage:
    """A file or folder of git that is not there."""

    def damage(folder: Path) -> None:
        path = folder / ".git" / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    return damage


def object_of(revision: str, change: Callable[[bytes], bytes | None]) -> Damage:
    """An object of git whose file was changed, or is gone."""

    def damage(folder: Path) -> None:
        name = git(folder, "rev-parse", revision)
        path = folder / ".git" / "objects" / name[:2] / name[2:]
        content = change(path.read_bytes())
        path.unlink()
        if content is not None:
            path.write_bytes(content)

    return damage


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def packed(change: Callable[[bytes], bytes], ending: str) -> Damage:
    """All objects in one pack, of which a file was changed."""

    def damage(folder: Path) -> None:
        git(folder, "gc", "--quiet", "--prune=now")
        (path,) = (folder / ".git" / "objects" / "pack").glob(f"*.{ending}")
        content = change(path.read_bytes())
        path.unlink()
        path.write_bytes(content)

    return damage


DAMAGED, BROKEN, UNTRACKED = "damaged", "broken", "untracked"
DAMAGES: dict[str, tuple[Damage, str]] = {
    "no HEAD": (gone("HEAD"), BROKEN),
    "an empty HEAD": (written("HEAD", b""), BROKEN),
    "HEAD is a branch that has not begun": (written("HEAD", b"ref: refs/heads/new\n"), UNTRACKED),
    "HEAD is no commit": (written("HEAD", b"1" * 40 + b"\n"), DAMAGED),
    "the branch is empty": (written("refs/heads/main", b""), DAMAGED),
    "the branch is garbage": (written("refs/heads/main", b"garbage\n"), DAMAGED),
    "the branch is no commit": (written("refs/heads/main", b"1" * 40 + b"\n"), DAMAGED),
    "packed names are garbage": (written("packed-refs", b"garbage\n"), DAMAGED),
    "the list of shallow commits is garbage": (written("shallow", b"garbage\n"), BROKEN),
    "the settings are garbage": (written("config", b"[core"), BROKEN),
    "the index is garbage": (written("index", b"garbage"), DAMAGED),
    "no objects": (gone("objects"), BROKEN),
    "the newest commit is cut off": (object_of("HEAD", half), DAMAGED),
    "the newest commit is empty": (object_of("HEAD", lambda _: b""), DAMAGED),
    "an older commit is gone": (object_of("HEAD~1", lambda _: None), DAMAGED),
    "a folder is cut off": (object_of("HEAD:data", half), DAMAGED),
    "a file is cut off": (object_of(f"HEAD~1:data/{INDICATORS}", half), DAMAGED),
    "a file is garbage": (object_of(f"HEAD~1:data/{INDICATORS}", lambda _: b"garbage"), DAMAGED),
    "a file is gone": (object_of(f"HEAD~1:data/{INDICATORS}", lambda _: None), DAMAGED),
    "the release is garbage": (written(f"refs/tags/{TAG}", b"garbage\n"), DAMAGED),
    "the release is no tag": (written(f"refs/tags/{TAG}", b"1" * 40 + b"\n"), DAMAGED),
    "the release is cut off": (object_of(f"refs/tags/{TAG}", half), DAMAGED),
    "the pack is cut off": (packed(half, "pack"), DAMAGED),
    "the pack's index is cut off": (packed(half, "idx"), DAMAGED),
}
"""What is broken → what it is, a key of :data:`history_words.NO_HISTORY`."""


@pytest.fixture(name="office")
def _office(once: Once, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small ledger with a release and a commit after it; one copy for each test."""
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = shutil.copytree(once("damaged", _released), tmp_path / "office")
    monkeypatch.chdir(folder)
    return folder


def _released(folder: Path) -> None:
    ledger.write(folder, LEDGER)
    commit_all(folder, "begin")
    with chdir(folder):
        assert main(["release", "--message", "第一版"]) == 0
    path = folder / "data" / INDICATORS
    path.write_text(path.read_text(encoding="utf-8").replace("植树", "造林"), encoding="utf-8")
    commit_all(folder, "corrected")


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_broken_is_told(name: str, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Comparing and releasing end with a sentence, or do not need what is broken; nothing is released unseen."""
    damage, reason = DAMAGES[name]
    damage(office)
    statuses = [main(arguments) for arguments in (["diff", "HEAD~1"], ["diff", "HEAD~1", "HEAD"], ["release"])]
    told = capsys.readouterr()
    assert (statuses, told.err) == ("x", reason)
