"""A command with a small disk of its own: a tmpfs that only this process sees, filled to a level, or read-only.

``python -m tests.helpers.small_disk FOLDER FREE COMMAND...`` runs in a namespace of its own (``unshare``).
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT

SIZE = "64m"
FILLER = "filler"


@dataclass(frozen=True)
class Done:
    """What came of a command: exit status, words, and what stands on the small disk."""

    status: int
    said: str
    files: dict[str, bytes]
    """Every file below the folder, but what fills the disk."""
    again: int | None
    """The exit status of the same command with the room that the filler took; None where the first one went well."""
    files_again: dict[str, bytes]

    def below(self, folder: str) -> dict[str, bytes]:
        """The files below a folder."""
        return _below(self.files, folder)

    def below_again(self, folder: str) -> dict[str, bytes]:
        """The files below a folder after the second command."""
        return _below(self.files_again, folder)


def _below(files: dict[str, bytes], folder: str) -> dict[str, bytes]:
    return {name.removeprefix(f"{folder}/"): one for name, one in files.items() if name.startswith(f"{folder}/")}


def run(place: Path, disk: Path, free: int | None, command: Sequence[str], variable: str = "") -> Done:
    """Run a command of the generator in a folder while another one is a small disk, with what is in it.

    Args:
        place: the folder in which the command runs.
        disk: the folder on the small disk; another process sees it as it was.
        free: bytes that are free; None for a read-only disk.
        command: the command with its options.
        variable: a variable of the environment that names the small disk.
    """
    before = ["unshare", "-rm", sys.executable, "-m", "tests.helpers.small_disk", str(disk), str(free)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    environment |= {variable: str(disk)} if variable else {}
    done = subprocess.run([*before, *command], cwd=place, env=environment, capture_output=True, check=True)
    answer: Done = pickle.loads(done.stdout)
    return answer


def _main(disk: Path, free: str, command: list[str]) -> None:
    with TemporaryDirectory() as copy:
        shutil.copytree(disk, copy, symlinks=True, dirs_exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)], check=True)
        shutil.copytree(copy, disk, symlinks=True, dirs_exist_ok=True)
    os.chdir(Path.cwd())  # where this folder is the small disk, it is the one below it until it is entered again
    filler = disk / FILLER
    if free == "None":
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    else:
        room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        with filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, room - int(free)))
    status, said, files = _run(disk, command)
    again, files_again = None, files
    if status and filler.exists():
        filler.unlink()
        again, _, files_again = _run(disk, command)
    sys.stdout.buffer.write(pickle.dumps(Done(status, said, files, again, files_again)))


def _run(disk: Path, command: list[str]) -> tuple[int, str, dict[str, bytes]]:
    done = subprocess.run([sys.executable, "-m", "generator", *command], capture_output=True, text=True, check=False)
    paths = (Path(above, name) for above, _, names in os.walk(disk, followlinks=True) for name in names)
    files = {path.relative_to(disk).as_posix(): path.read_bytes() for path in paths if path != disk / FILLER}
    return done.returncode, done.stdout + done.stderr, files


if __name__ == "__main__":
    from tests.helpers.small_disk import _main as main  # the class of the answer must have its full name

    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
