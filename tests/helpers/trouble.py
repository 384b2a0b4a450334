"""A command that meets trouble: it is killed or stopped, or the disk is full, at a chosen change of a folder.

``python -m tests.helpers.trouble kill|pause|full EVENT NUMBER COMMAND ...`` runs a command of the generator. Events are
those of Python's audit: a file opened to write, a folder made, a name changed, linked or removed. Each process counts
its own.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from generator.support import files
from tests.conftest import ROOT
from tests.helpers import templates

CHANGES = ("open", "os.mkdir", "os.link", "os.symlink", "os.rename", "os.remove", "os.rmdir")
NEEDS_ROOM = ("open", "os.mkdir", "os.link", "os.symlink")
WATCHED = "TROUBLE_WATCHED"
"""The variable of the environment that names the folder."""
TEMPLATES = "TROUBLE_TEMPLATES"
"""The variable that names the folder of templates that other builds have compiled."""
WITHOUT_EXCHANGE = "TROUBLE_WITHOUT_EXCHANGE"
"""The variable that is set where the system is to have no step that exchanges two names."""
SIGNALS = {"kill": signal.SIGKILL, "pause": signal.SIGSTOP}


def run(
    folder: Path,
    trouble: str,
    event: str,
    number: int,
    *options: str,
    command: str = "build",
    watched: Path | None = None,
    exchange: bool = True,
) -> subprocess.CompletedProcess[str]:
    """Run a command in a project's folder with trouble at a change.

    Args:
        folder: the project.
        trouble: ``kill``, ``full``, or ``none``, which counts the changes as the last line of the output.
        event: one of :data:`CHANGES`, or ``any``; with a blank and the end of a path, those of such a file alone.
        number: the change at which trouble begins, from 1.
        options: of the command.
        command: the command.
        watched: the folder whose changes count; the project when None.
        exchange: whether two names can be exchanged in one step.
    """
    running = started(folder, trouble, event, number, command, *options, watched=watched, exchange=exchange)
    said, wrong = running.communicate()
    return subprocess.CompletedProcess(running.args, running.returncode, said, wrong)


def started(
    folder: Path,
    trouble: str,
    event: str,
    number: int,
    *command: str,
    watched: Path | None = None,
    exchange: bool = True,
) -> subprocess.Popen[str]:
    """As above, for one who does something else meanwhile: a session of its own, which can be killed as a whole."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), WATCHED: str(watched or folder), "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONUNBUFFERED", None)  # who waits must be told also where it is not set
    environment |= {TEMPLATES: str(templates.folder())} | ({} if exchange else {WITHOUT_EXCHANGE: "1"})
    arguments = [sys.executable, "-m", "tests.helpers.trouble", trouble, event, str(number), *command]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        arguments, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )


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
    kind, _, end = wanted.partition(" ")
    shutil._use_fd_functions = False  # type: ignore[attr-defined]  # or what is removed has no path that can be watched
    if WITHOUT_EXCHANGE in os.environ:
        files.exchange = lambda *_: False

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if not _is_change(event, arguments):
            return
        is_wanted = kind in (event, "any") and str(arguments[0]).endswith(end)
        count += is_wanted
        if trouble in SIGNALS and count == number and is_wanted:
            os.kill(os.getpid(), SIGNALS[trouble])
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
