"""Files that are written together: killed or without room at any change, all are old or all are new in the end."""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from generator.support.whole_files import LIST, end_writes, write_together, write_whole
from tests.helpers.sites import snapshot

OLD = {"a.yml": b"old a", "below/b.yml": b"old b", "gone.yml": b"made by a step that is taken back"}
NEW = {"a.yml": b"new a", "below/b.yml": b"new b", "further/below/c.yml": b"new c"}
CHANGES = 30
"""More than there are changes in one writing."""


def laid(folder: Path, contents: Mapping[str, bytes] = OLD) -> Path:
    """A folder with files."""
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def write_new(folder: Path) -> None:
    """Write the new files together; one of the old ones goes."""
    write_together({folder / name: NEW.get(name) for name in {**OLD, **NEW}}, folder)


def at_change(folder: Path, number: int, trouble: Callable[[], None], action: Callable[[], object]) -> int:
    """Do something in a process of its own, with trouble at a change of a folder; returns its exit status."""
    child = os.fork()
    if child == 0:
        count = 0

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            path = str(arguments[0]) if arguments else ""
            if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir") and path.startswith(str(folder)):
                is_read = event == "open" and not int(str(arguments[2])) & (os.O_WRONLY | os.O_RDWR)
                count += not is_read
                if count == number and not is_read:
                    trouble()

        sys.addaudithook(hook)
        try:
            action()
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed() -> None:
    """End this process as if the power had failed."""
    os.kill(os.getpid(), signal.SIGKILL)


def without_room() -> None:
    """What a full disk says."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_killed_at_any_change(tmp_path: Path) -> None:
    """Each file is old or new, whole; the next run makes all old or all new, and leaves nothing behind."""
    seen = set()
    for number in range(1, CHANGES):
        folder = laid(tmp_path / str(number))
        if at_change(folder, number, killed, partial(write_new, folder)) == 0:
            break
        left = snapshot(folder)
        assert all(left.get(name) in (content, NEW.get(name)) for name, content in OLD.items())
        end_writes(folder)
        assert snapshot(folder) in (OLD, NEW), number
        assert not (folder / "further").exists() or snapshot(folder) == NEW
        seen.add(snapshot(folder) == NEW)
    else:
        raise AssertionError("there are more changes")
    assert seen == {True, False}
    assert snapshot(folder) == NEW


def test_killed_again_while_it_ends(tmp_path: Path) -> None:
    """A run that ends what another one left may be killed, too."""
    for number in range(1, CHANGES):
        folder = laid(tmp_path / str(number))
        assert at_change(folder, 9, killed, partial(write_new, folder)) < 0
        status = at_change(folder, number, killed, partial(end_writes, folder))
        end_writes(folder)
        assert snapshot(folder) == NEW
        if status == 0:
            return
    raise AssertionError("there are more changes")


def test_without_room_at_any_change(tmp_path: Path) -> None:
    """Every file has its old content, whole, and nothing is left; or all are new."""
    refused = 0
    for number in range(1, CHANGES):
        folder = laid(tmp_path / str(number))
        status = at_change(folder, number, without_room, partial(write_new, folder))
        if status == 0:
            end_writes(folder)  # a list that could not be removed
        assert snapshot(folder) == (OLD if status else NEW)
        assert status == 0 or not (folder / "further").exists()
        refused += status
    assert refused > 9


def test_what_somebody_changed_since_stays(tmp_path: Path) -> None:
    """A file that a person wrote after the kill is theirs; the new one stands beside it and is told."""
    folder = laid(tmp_path / "folder")
    number = next(n for n in range(1, CHANGES) if _is_complete_at(folder, n))
    laid(folder, {"below/b.yml": b"of a person"})
    ended = end_writes(folder)
    assert (folder / "below/b.yml").read_bytes() == b"of a person", number
    assert [(path.name, new.read_bytes()) for path, new in ended.beside.items()] == [("b.yml", b"new b")]
    assert (folder / "a.yml").read_bytes() == b"new a"


def _is_complete_at(folder: Path, number: int) -> bool:
    """Whether a run that is killed at a change has left all new files, of which none has its place."""
    laid(folder)
    at_change(folder, number, killed, partial(write_new, folder))
    return b"complete" in (folder / LIST).read_bytes() if (folder / LIST).exists() else False


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Where a file is a link, what it leads to is written; permissions stay."""
    laid(tmp_path, {"real/a.yml": b"old"})
    (tmp_path / "real/a.yml").chmod(0o640)
    (tmp_path / "a.yml").symlink_to("real/a.yml")
    write_whole(tmp_path / "a.yml", b"new")
    assert (tmp_path / "a.yml").is_symlink()
    assert (tmp_path / "real/a.yml").read_bytes() == b"new"
    assert (tmp_path / "real/a.yml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "content", [b"", b"[", b"\xff\xff", b"[[], []]", b"3\ncomplete\n", b'[[["a"]], [3]]\ncomplete\n']
)
def test_a_list_that_is_cut_off(tmp_path: Path, content: bytes) -> None:
    """A run that was killed before it had told what it would write had written nothing."""
    laid(tmp_path, {**OLD, LIST: content})
    assert not end_writes(tmp_path).written
    assert snapshot(tmp_path) == OLD


@pytest.mark.parametrize(
    ("path", "new"),
    [
        ("../of-a-person", "a.yml"),
        ("c.yml", "a.yml"),
        ("../c.yml", ".c.yml.1.new"),
        ("../of-a-person.yml", "../of-a-person.yml"),
    ],
)
@pytest.mark.parametrize("end", ["", "\ncomplete\n"])
def test_a_list_of_somebody_else(tmp_path: Path, path: str, new: str, end: str) -> None:
    """A list that came with a copy of a ledger moves and removes nothing but what this program would have written."""
    files = {**OLD, ".c.yml.1.new": b"of a person"}
    digest = sha256(b"of a person").hexdigest() if path == new else ""
    folder = laid(tmp_path / "folder", {**files, LIST: (json.dumps([[[path, new, digest]], []]) + end).encode()})
    laid(tmp_path, {"of-a-person.yml": b"of a person"})
    assert not end_writes(folder).written
    found = snapshot(tmp_path)
    assert found.pop("of-a-person.yml") == b"of a person"
    assert found == {f"folder/{name}": content for name, content in files.items()}
