"""Folders are listed, moved, exchanged and flushed; Windows is imitated."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from generator.language.command_words import OPEN_ELSEWHERE, PATH_TOO_LONG, unwritable_file, why_not_written
from generator.support import files
from generator.support.files import UnfitFile, read_plain, refusal_in


def of_windows(number: int, name: str, errno: int = 13) -> OSError:
    """An error as Windows raises it."""
    error = OSError(errno, "Access is denied", name)
    error.winerror = number  # type: ignore[attr-defined]  # known to Windows alone
    return error


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[OSError]:
    """Errors that the next changes of a name meet, one after the other."""
    waiting: list[OSError] = []
    replace = Path.replace

    def refusing(source: Path, target: Path) -> Path:
        if waiting:
            raise waiting.pop(0)
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refusing)
    return waiting


def test_a_file_that_is_open_for_a_moment_is_waited_for(tmp_path: Path, refusals: list[OSError]) -> None:
    """A virus scanner looks at it and lets it go."""
    (tmp_path / "new").mkdir()
    refusals += [of_windows(32, "new"), of_windows(5, "new")]
    pauses: list[float] = []
    files.move(tmp_path / "new", tmp_path / "site", pauses.append)
    assert (tmp_path / "site").is_dir() and len(pauses) == 2


def test_a_file_that_stays_open_is_told_in_chinese(tmp_path: Path, refusals: list[OSError]) -> None:
    """After some tries there is one sentence that says what to close."""
    (tmp_path / "new").mkdir()
    refusals += [of_windows(32, "new")] * files.TRIES
    with pytest.raises(OSError) as refused:
        files.move(tmp_path / "new", tmp_path / "site", lambda _: None)
    assert why_not_written(refused.value) == OPEN_ELSEWHERE
    assert (tmp_path / "new").is_dir()


def test_other_errors_are_not_waited_for(tmp_path: Path, refusals: list[OSError]) -> None:
    """Without permission another try is no use."""
    refusals.append(PermissionError(13, "Permission denied", "new"))
    pauses: list[float] = []
    with pytest.raises(PermissionError) as refused:
        files.move(tmp_path / "new", tmp_path / "site", pauses.append)
    assert pauses == [] and "权限" in str(why_not_written(refused.value))


def test_a_path_that_is_too_long_is_told() -> None:
    """Windows says only that there is no such path."""
    long = f"C:/{'目录' * 130}/index.html"
    assert why_not_written(of_windows(3, long, 2)) == PATH_TOO_LONG
    assert why_not_written(of_windows(206, long, 2)) == PATH_TOO_LONG
    assert why_not_written(of_windows(3, "C:/short", 2)) != PATH_TOO_LONG


def test_files_are_named_with_slashes_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The manifest of a site is the same on Windows."""
    walked = [("site", ["tasks"], ["index.html"]), ("site\\tasks\\grow", [], ["index.html"])]
    monkeypatch.setattr(os, "walk", lambda _: iter(walked))
    monkeypatch.setattr(os, "sep", "\\")
    assert files.files(Path("site")) == ["index.html", "tasks/grow/index.html"]


def two_folders(place: Path) -> tuple[Path, Path]:
    """Two folders, each with a file that has its name."""
    for name in ("one", "other"):
        (place / name).mkdir()
        (place / name / name).touch()
    return place / "one", place / "other"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can")
def test_two_names_are_exchanged(tmp_path: Path) -> None:
    """Each folder is then where the other one was; whoever watches the program learns of it as of any other rename."""
    one, other = two_folders(tmp_path)
    assert files.exchange(one, other)
    assert (one / "other").is_file() and (other / "one").is_file()
    assert not files.exchange(one, tmp_path / "none")
    assert (one / "other").is_file()


def test_where_names_cannot_be_exchanged_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another system has no such call."""
    one, other = two_folders(tmp_path)
    monkeypatch.setattr(files, "_linux", lambda: None)
    assert not files.exchange(one, other)
    assert (one / "one").is_file() and (other / "other").is_file()


def test_a_disk_that_cannot_keep_what_was_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk may find out only when it is asked that it has no room; the error says of which folder."""
    files.flush_all(tmp_path)

    class Full:
        def syncfs(self, _: int) -> int:
            return -1

    monkeypatch.setattr(files, "_linux", Full)
    monkeypatch.setattr("ctypes.get_errno", lambda: errno.ENOSPC)
    with pytest.raises(OSError) as refused:
        files.flush_all(tmp_path)
    assert (refused.value.errno, refused.value.filename) == (errno.ENOSPC, str(tmp_path))


def test_other_systems_flush_all_their_disks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has nothing of the kind, and is not asked."""
    called: list[str] = []
    monkeypatch.setattr(files, "_linux", lambda: None)
    monkeypatch.setattr(os, "sync", lambda: called.append("sync"))
    files.flush_all(tmp_path)
    assert called == ["sync"]
    monkeypatch.delattr(os, "sync")
    files.flush_all(tmp_path)


class LibraryError(Exception):
    """An error in which a library puts another."""


def test_what_the_system_refused_is_found_in_an_error() -> None:
    """As it is, in an error of a library, or as a lack of memory; any other error is none."""
    full = OSError(errno.ENOSPC, "full")
    assert refusal_in(full) is full
    assert refusal_in(LibraryError(full)) is full
    assert refusal_in(ValueError("x")) is None
    assert refusal_in(ImportError("No module named 'x'")) is None
    assert refusal_in(LibraryError()) is None


class PanicException(BaseException):
    """As a library of Rust has it."""


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        ImportError("/lib/_core.abi3.so: failed to map segment from shared object"),
        ImportError("libx.so: cannot create shared object descriptor: Cannot allocate memory"),
        ImportError("DLL load failed while importing _core: The paging file is too small for this operation"),
        RuntimeError("can't start new thread"),
        PanicException("zstd returned null pointer when creating new context"),
    ],
    ids=["Python", "library", "descriptor", "Windows", "thread", "Rust"],
)
def test_a_lack_of_memory_is_known_by_what_libraries_say(error: BaseException) -> None:
    """Each says it in its own way."""
    refusal = refusal_in(error)
    assert refusal is not None and refusal.errno == errno.ENOMEM


def test_files_are_kept_without_threads_where_there_is_no_memory_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after the other."""

    def refused(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    synced: list[int] = []
    monkeypatch.setattr("threading.Thread.start", refused)
    monkeypatch.setattr(os, "fsync", synced.append)
    for name in ("a", "b"):
        (tmp_path / name).touch()
    files.flush(tmp_path, ["a", "b"])
    assert len(synced) == 3


def test_a_file_is_read(tmp_path: Path) -> None:
    """Up to its limit, and through a link."""
    (tmp_path / "a.txt").write_bytes(b"1234")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert read_plain(tmp_path / "b.txt", 4) == b"1234"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nor is a device read without end."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(UnfitFile) as refused:
            read_plain(path, 10)
        assert unwritable_file(refused.value) == str(path)
        assert why_not_written(refused.value) == "这不是普通的文件（管道、设备一类），没有打开；请移走，或者换成文件"


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    """However large: 2 GB that take no room on the disk."""
    path = tmp_path / "large"
    path.touch()
    os.truncate(path, 2 * 1024**3)
    with pytest.raises(UnfitFile) as refused:
        read_plain(path, 16 * 1024**2)
    assert why_not_written(refused.value) == "文件超过 16 MB，不像是要用的那个，没有打开；请核对，换一个，或者移走它"


def test_what_is_no_file_is_told_as_always(tmp_path: Path) -> None:
    """A folder, and what is not there."""
    with pytest.raises(IsADirectoryError):
        read_plain(tmp_path, 10)
    with pytest.raises(FileNotFoundError):
        read_plain(tmp_path / "none", 10)


@pytest.mark.parametrize("make", [True, False])
def test_where_there_is_no_folder_nothing_is_locked(make: bool, tmp_path: Path) -> None:
    """A file or a pipe stands in its place: that is told by who writes there, and nobody waits."""
    (tmp_path / "file").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe")
    for name in ("file", "pipe"):
        with files.locked_folder(tmp_path / name, lambda: None, make=make):
            assert (tmp_path / name).exists()
    with files.locked_folder(tmp_path / "absent", lambda: None):
        assert not (tmp_path / "absent").exists()


def test_a_folder_that_is_locked_is_there_only_meanwhile(tmp_path: Path) -> None:
    """A missing folder is made where that is asked for, and is gone again where nothing was written into it."""
    with files.locked_folder(tmp_path / "a/b", lambda: None, make=True):
        assert (tmp_path / "a/b").is_dir() == files.HAS_LOCKS
    assert not (tmp_path / "a").exists()
    with files.locked_folder(tmp_path / "a/b", lambda: None):
        assert not (tmp_path / "a").exists()
    with files.locked_folder(tmp_path / "a", lambda: None, make=True):
        (tmp_path / "a").mkdir(exist_ok=True)
        (tmp_path / "a/file").touch()
    assert (tmp_path / "a/file").exists()
