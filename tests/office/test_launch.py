"""The program of a bundle is unpacked as it was packed, and processes that it starts find it."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.office.bundle import launch
from generator.office.bundle.platforms import interpreter_files


@pytest.fixture(name="bundle")
def _bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one wheel: a module, and a program that may be run."""
    (tmp_path / "wheels").mkdir()
    (tmp_path / "words.json").write_text('{"first": "一"}', encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "wheels" / "a-1-py3-none-any.whl", "w") as wheel:
        for name, mode in (("a/__init__.py", 0o644), ("a/run", 0o755), ("a-1.data/purelib/b.py", 0o644)):
            info = zipfile.ZipInfo(name)
            info.external_attr = (0o100000 | mode) << 16
            wheel.writestr(info, "")
        wheel.writestr("a-1.data/scripts/c", "")
    for name, value in (("HERE", tmp_path), ("WHEELS", tmp_path / "wheels"), ("LIB", tmp_path / "lib")):
        monkeypatch.setattr(launch, name, value)
    monkeypatch.setattr(launch, "VERSION", sys.version_info[:2])
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setenv("PYTHONPATH", "x")
    return tmp_path


def test_wheels_are_unpacked_with_their_modes(bundle: Path) -> None:
    """Parts that belong beside all others stand there, scripts are left out, programs can be run."""
    assert launch.prepare() == 0
    lib = bundle / "lib"
    assert sorted(p.relative_to(lib).as_posix() for p in lib.rglob("*") if p.is_file()) == [
        "a/__init__.py",
        "a/run",
        "b.py",
        "complete.txt",
    ]
    assert os.access(lib / "a/run", os.X_OK) and not os.access(lib / "b.py", os.X_OK)
    assert os.environ["PYTHONPATH"] == sys.path[0] == str(lib) and launch.is_unpacked()


def test_the_longest_path_that_there_will_be(bundle: Path) -> None:
    """Of all wheels; without one nothing stands behind the folder."""
    assert launch.longest_path() == len(str(bundle / "lib")) + 1 + len("a-1.data/purelib/b.py")
    (bundle / "wheels" / "a-1-py3-none-any.whl").unlink()
    assert launch.longest_path() == len(str(bundle / "lib")) + 1


def test_files_of_a_zipped_interpreter_can_be_read_by_all(tmp_path: Path) -> None:
    """A zip of Windows says nothing of modes."""
    with zipfile.ZipFile(tmp_path / "python.zip", "w") as archive:
        archive.writestr("python/python.exe", "x")
    assert [*interpreter_files(tmp_path / "python.zip")] == [("python.exe", 0o644, b"x")]


def test_another_python_is_told_by_its_version(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two numbers, as everybody calls it; nothing is unpacked."""
    (bundle / "words.json").write_text('{"version": "这里是 {found}。"}', encoding="utf-8")
    monkeypatch.setattr(launch, "VERSION", (2, 7))
    assert launch.prepare() == 2
    assert capsys.readouterr().err == f"这里是 {sys.version_info.major}.{sys.version_info.minor}。\n"
    assert not (bundle / "lib").exists()


@pytest.mark.parametrize(("length", "status"), [(259, 0), (260, 2)])
def test_a_path_that_windows_cannot_open_is_told(
    length: int, status: int, bundle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By how much the folder is too deep; other systems have no such limit."""
    (bundle / "words.json").write_text('{"first": "一", "long": "长了 {count} 个字"}', encoding="utf-8")
    monkeypatch.setattr(launch, "os", SimpleNamespace(name="nt", environ=os.environ))
    monkeypatch.setattr(launch, "longest_path", lambda: length)
    assert launch.prepare() == status
    assert capsys.readouterr().err == ("长了 1 个字\n" if status else "")
