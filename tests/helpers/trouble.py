"""A build that meets trouble: it is killed, or the disk is full, at a chosen one of its changes of a folder.

``python -m tests.helpers.trouble kill|full EVENT NUMBER COMMAND ...`` runs a command of the generator. Events are those
of Python's audit: a file opened to write, a folder made, a name changed, linked or removed. Each process counts its
own.
"""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.helpers import templates

CHANGES = ("open", "os.mkdir", "os.link", "os.symlink", "os.rename", "os.remove", "os.rmdir")
NEEDS_ROOM = ("open", "os.mkdir", "os.link", "os.symlink")
WATCHED = "TROUBLE_WATCHED"
"""The variable of the environment that names the folder."""
TEMPLATES = "TROUBLE_TEMPLATES"
"""The variable that names the folder of templates that other builds have compiled."""


def run(
    folder: Path,
    trouble: str,
    event: str,
    number: int,
    *options: str,
    command: str = "build",
    watched: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """Build or publish in a project's folder with trouble at a change.

    Args:
        folder: the project.
        trouble: ``kill``, ``full``, or ``none``, which counts the changes as the last line of the output.
        event: one of :data:`CHANGES`, or ``any``.
        number: the change at which trouble begins, from 1.
        options: of the command.
        command: the command.
        watched: the folder whose changes count; the project when None.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), WATCHED: str(watched or folder), "PYTHONIOENCODING": "utf-8"}
    environment[TEMPLATES] = str(templates.folder())
    arguments = [sys.executable, "-m", "tests.helpers.trouble", trouble, event, str(number), command, *options]
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _is_change(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether an event changes the watched folder."""
    path = arguments[event == "os.symlink"] if event in CHANGES else None
    inside = isinstance(path, str | os.PathLike) and os.fspath(path).startswith(os.environ[WATCHED])
    if inside and event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    return inside


def _main(trouble: str, wanted: str, number: int, command: list[str]) -> int:
    from generator.cli.main import main  # noqa: PLC0415 what it imports is not counted

    count = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if not _is_change(event, arguments):
            return
        count += wanted in (event, "any")
        if trouble == "kill" and count == number and wanted in (event, "any"):
            os.kill(os.getpid(), signal.SIGKILL)
        if trouble == "full" and count >= number and event in NEEDS_ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))

    sys.addaudithook(hook)
    with templates.shared(Path(os.environ[TEMPLATES])):
        status = main(command)
    print(count)
    return status


if __name__ == "__main__":
    finished = _main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
    sys.stdout.flush()
    os._exit(finished)
