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
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
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


@contextmanager
def none_left(*running: subprocess.Popen[str]) -> Iterator[None]:
    """Kill processes that were started and are still there at the end: one that is stopped would stay for ever."""
    try:
        yield
    finally:
        for process in running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()


def _is_change(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether an event changes the watched folder."""
    path = arguments[event == "os.symlink"] if event in CHANGES else None
    inside = isinstance(path, str | os.PathLike) and _stands_below(os.fspath(path), os.environ[WATCHED])
    if inside and event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    return inside


def _stands_below(path: str | bytes, folder: str) -> bool:
    """Whether a path, which may be relative to the folder of this process, is one below a folder."""
    return Path(os.fsdecode(path)).absolute().as_posix().startswith(Path(folder).absolute().as_posix())


def forked(folder: Path, trouble: str, number: int, *command: str) -> tuple[int, str, int]:
    """Run a command in a copy of this process, see :func:`forked_work`."""
    return forked_work(folder, trouble, number, lambda: import_module("generator.cli.main").main([*command]))


def forked_work(folder: Path, trouble: str, number: int, work: Callable[[], int]) -> tuple[int, str, int]:
    """Do something in a copy of this process, which begins much faster than a new one.

    Returns:
        The exit status, less than 0 where it was killed; what was said; and how many changes there were.
    """
    said, changes = folder.with_name(f"{folder.name}.said"), folder.with_name(f"{folder.name}.changes")
    child = os.fork()
    if child == 0:
        os.environ[WATCHED] = str(folder)
        os.chdir(folder)
        with said.open("w", encoding="utf-8") as sys.stdout, changes.open("w", encoding="utf-8") as counted:
            sys.stderr = sys.stdout
            count = _watch(trouble, "any", number)
            try:
                status = work()
            except BaseException:
                traceback.print_exc()
                status = 70
            counted.write(str(count()))
        os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, said.read_text(encoding="utf-8"), int(changes.read_text(encoding="utf-8") or 0)


def _main(trouble: str, wanted: str, number: int, command: list[str]) -> int:
    from generator.cli.main import main  # noqa: PLC0415 what it imports is not counted

    shutil._use_fd_functions = False  # type: ignore[attr-defined]  # or what is removed has no path that can be watched
    if WITHOUT_EXCHANGE in os.environ:
        files.exchange = lambda *_: False
    count = _watch(trouble, wanted, number)
    with templates.shared(Path(os.environ[TEMPLATES])):
        status = main(command)
    print(count())
    return status


def _watch(trouble: str, wanted: str, number: int) -> Callable[[], int]:
    """Have trouble at a change from now on; returns what tells how many changes there were."""
    count = 0
    kind, _, end = wanted.partition(" ")

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
    return lambda: count


if __name__ == "__main__":
    finished = _main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
    sys.stdout.flush()
    os._exit(finished)
