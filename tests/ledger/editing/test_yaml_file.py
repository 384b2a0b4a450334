"""A file is written whole or not at all, and never over what somebody else has written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.ledger.editing.edits import insert_value, replace_value
from generator.ledger.editing.yaml_file import Edit, EditRefused, YamlFile, read_file, write_files
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.nodes import Mapping, Scalar


def file_of(folder: Path, text: str, name: str = "site.yml") -> YamlFile:
    """A file with a text."""
    (folder / name).write_text(text, encoding="utf-8")
    return read_file(folder / name)


def names(folder: Path) -> list[str]:
    """The files of a folder."""
    return sorted(path.name for path in folder.iterdir())


def new_title(file: YamlFile, text: str) -> list[Edit]:
    """The edit of the title."""
    assert isinstance(file.root, Mapping)
    title = file.root.values["title"]
    assert isinstance(title, Scalar)
    return [replace_value(file, title, text)]


def test_edits_are_written(tmp_path: Path) -> None:
    """The file has its new text, its mode, and nothing stands beside it."""
    file = file_of(tmp_path, "title: 旧  # 注\nid: a\n")
    file.path.chmod(0o640)
    assert write_files([(file, new_title(file, "新"))]) == [file]
    assert file.path.read_text(encoding="utf-8") == "title: 新  # 注\nid: a\n"
    assert file.path.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["site.yml"]


def test_a_mark_at_the_beginning_and_a_link_stay(tmp_path: Path) -> None:
    """A byte order mark stays, and a link still leads to the file, which is changed."""
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "site.yml"
    target.write_bytes("\ufefftitle: 旧\n".encode())
    link = tmp_path / "site.yml"
    link.symlink_to(target)
    file = read_file(link)
    write_files([(file, new_title(file, "新"))])
    assert link.is_symlink()
    assert target.read_bytes() == "\ufefftitle: 新\n".encode()


def test_a_file_that_was_changed_meanwhile_is_not_touched(tmp_path: Path) -> None:
    """Not one of the files is written, and the message says what to do."""
    first, second = file_of(tmp_path, "title: 甲\n"), file_of(tmp_path, "title: 乙\n", "plans.yml")
    second.path.write_text("title: 别人写的\n", encoding="utf-8")
    with pytest.raises(EditRefused, match="读过之后又改过，没有写；请重新运行这条命令"):
        write_files([(file, new_title(file, "新")) for file in (first, second)])
    assert first.path.read_text(encoding="utf-8") == "title: 甲\n"
    assert second.path.read_text(encoding="utf-8") == "title: 别人写的\n"
    assert names(tmp_path) == ["plans.yml", "site.yml"]


def test_a_full_disk_leaves_all_files_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are swapped only when all the new ones stand on the disk."""
    files = [file_of(tmp_path, "title: 甲\n"), file_of(tmp_path, "title: 乙\n", "plans.yml")]
    synced: list[int] = []

    def fail_at_second(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail_at_second)
    with pytest.raises(OSError, match="No space"):
        write_files([(file, new_title(file, "新")) for file in files])
    assert [file.path.read_text(encoding="utf-8") for file in files] == ["title: 甲\n", "title: 乙\n"]
    assert names(tmp_path) == ["plans.yml", "site.yml"]


def test_edits_that_change_nothing_write_nothing(tmp_path: Path) -> None:
    """The file keeps its time."""
    file = file_of(tmp_path, "title: 甲\n")
    before = file.path.stat()
    assert write_files([(file, new_title(file, "甲"))]) == []
    assert (file.path.stat().st_ino, file.path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_result_that_nobody_could_read_is_not_written(tmp_path: Path) -> None:
    """A key that is there already would make the file invalid."""
    file = file_of(tmp_path, "title: 甲\n")
    assert isinstance(file.root, Mapping)
    with pytest.raises(InvalidLedger):
        write_files([(file, [insert_value(file, file.root, "title", "乙", "title")])])
    assert names(tmp_path) == ["site.yml"]
    assert file.path.read_text(encoding="utf-8") == "title: 甲\n"


@pytest.mark.parametrize("content", [b"title: \xff\n", b"a: [\n", b"a: 1\na: 2\n"])
def test_a_file_with_faults_is_not_read(tmp_path: Path, content: bytes) -> None:
    """What the checks would refuse is not edited; the findings say where."""
    path = tmp_path / "site.yml"
    path.write_bytes(content)
    with pytest.raises(InvalidLedger) as caught:
        read_file(path, "data/site.yml")
    assert {finding.mark.file for finding in caught.value.findings} == {"data/site.yml"}
