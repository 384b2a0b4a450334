"""Files are written all or none."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import IO, Any

import pytest

from generator.cli.main import main
from generator.downloads.output import write
from tests.helpers.ledger import LEDGER
from tests.helpers.ledger import write as write_ledger


def fill_disk_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """From one writing on, the disk is full; the system then tells no file."""
    written, open_ = [], Path.open

    def opened(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> IO[Any]:
        if "r" not in mode:
            written.append(path)
            if len(written) >= number:
                raise OSError(errno.ENOSPC, "No space left on device")
        return open_(path, mode, *arguments, **options)

    monkeypatch.setattr(Path, "open", opened)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_full_disk_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No package is half of today and half of yesterday; what somebody else put there stays."""
    old, new = {"a.csv": b"old", "data/b.csv": b"old"}, {"a.csv": b"new", "data/b.csv": b"new"}
    write({**old, "readme.txt": b"mine"}, tmp_path)
    with monkeypatch.context() as full:
        fill_disk_at(3, full)  # the list of the files is the first
        with pytest.raises(OSError, match="No space"):
            write(new, tmp_path)
    assert contents(tmp_path) == {**old, "readme.txt": b"mine"}
    write(new, tmp_path)
    assert contents(tmp_path) == {**new, "readme.txt": b"mine"}


def test_a_full_disk_is_told_with_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The system does not say which file it was."""
    monkeypatch.chdir(write_ledger(tmp_path, LEDGER).parent)
    fill_disk_at(3, monkeypatch)
    assert main(["export", "out", "--only-csv-json"]) == 1
    assert capsys.readouterr().err == "不能读写 out：磁盘已满，请腾出空间再试\n"
    assert contents(Path("out")) == {}
