"""A repository in which something is broken: every command says so in Chinese, and no release is lost in silence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.language import command_words, history_words
from tests.helpers import ledger
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.ledger import LEDGER
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


DAMAGES: dict[str, tuple[Damage, str]] = {
    "no HEAD": (gone("HEAD"), "broken"),
    "an empty HEAD": (written("HEAD", b""), "broken"),
    "HEAD is a branch that has not begun": (written("HEAD", b"ref: refs/heads/new\n"), "untracked"),
    "HEAD is no commit": (written("HEAD", b"1" * 40 + b"\n"), "damaged"),
    "the branch is empty": (written("refs/heads/main", b""), "damaged"),
    "the branch is garbage": (written("refs/heads/main", b"garbage\n"), "damaged"),
    "the branch is no commit": (written("refs/heads/main", b"1" * 40 + b"\n"), "damaged"),
    "packed names are garbage": (written("packed-refs", b"garbage\n"), "damaged"),
    "the list of shallow commits is garbage": (written("shallow", b"garbage\n"), "broken"),
    "the settings are garbage": (written("config", b"[core"), "broken"),
    "no objects": (gone("objects"), "broken"),
    "the newest commit is cut off": (object_of("HEAD", half), "damaged"),
    "the newest commit is empty": (object_of("HEAD", lambda _: b""), "damaged"),
    "an older commit is gone": (object_of("HEAD~1", lambda _: None), "damaged"),
    "a folder is cut off": (object_of("HEAD:data", half), "damaged"),
    "a file is cut off": (object_of(f"HEAD~1:data/{INDICATORS}", half), "damaged"),
    "the pack is cut off": (packed(half, "pack"), "damaged"),
    "the pack's index is cut off": (packed(half, "idx"), "damaged"),
}
"""What is broken → what is said of it, a key of :data:`history_words.NO_HISTORY`."""
OF_RELEASES: dict[str, Damage] = {
    "the release is garbage": written(f"refs/tags/{TAG}", b"garbage\n"),
    "the release is no tag": written(f"refs/tags/{TAG}", b"1" * 40 + b"\n"),
    "the release is cut off": object_of(f"refs/tags/{TAG}", half),
}
"""What is broken where only releases are read."""


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


def _refused(text: str, reason: str) -> str:
    return text.format(reason=history_words.NO_RELEASES[reason]) + "\n"


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_broken_is_told(name: str, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Comparing and releasing end with one sentence, and nothing is compared or released."""
    damage, reason = DAMAGES[name]
    damage(office)
    for arguments in (["diff", "HEAD~1"], ["diff", "HEAD~1", "HEAD", "--format=markdown"]):
        assert main(arguments) == 2
        assert capsys.readouterr() == ("", _refused(command_words.NO_DIFF, reason))
    assert main(["release"]) == 2
    assert capsys.readouterr() == ("", _refused(command_words.RELEASE_UNTOLD, reason))


@pytest.mark.parametrize("name", OF_RELEASES)
def test_a_broken_release_is_told(name: str, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Commits can be compared without it; the next version is not guessed."""
    OF_RELEASES[name](office)
    assert main(["diff", "HEAD~1"]) == 0
    assert "植树 → 造林" in capsys.readouterr().out
    assert main(["release"]) == 2
    assert capsys.readouterr() == ("", _refused(command_words.RELEASE_UNTOLD, "damaged"))


@pytest.mark.parametrize("content", [b"garbage", None])
def test_a_file_that_git_does_not_give(content: bytes | None, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its name is told, nothing is compared, and the release that has it is told."""
    object_of(f"HEAD~1:data/{INDICATORS}", lambda _: content)(office)
    assert main(["diff", "HEAD~1"]) == 1
    told = capsys.readouterr()
    assert (told.out, f"data/{INDICATORS}:" in told.err) == ("", True)
    assert main(["release"]) == 1
    why = command_words.BAD_RELEASE["unreadable"]
    assert capsys.readouterr() == ("", command_words.RELEASE_REFUSED.format(tag=TAG, why=why) + "\n")


def test_a_broken_list_of_staged_files_is_not_needed(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Commits are compared, and the version that is due is told: both are in commits alone."""
    written("index", b"garbage")(office)
    assert [main(arguments) for arguments in (["diff", "HEAD~1"], ["release", "--check"])] == [0, 1]
    assert command_words.RELEASE_DISAGREES.format(version="0.1.0", due="0.1.1") in capsys.readouterr().err
