"""A publication on a small disk of its own: a tmpfs that only this process sees, filled to a level, or read-only.

``python -m tests.helpers.small_disk FOLDER FREE OPTIONS...`` runs in a namespace of its own (``unshare``).
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

from tests.conftest import ROOT
from tests.helpers.sites import snapshot

SIZE = "64m"


@dataclass(frozen=True)
class Done:
    """What came of a publication: exit status, words, the public site, and what stands beside the versions."""

    status: int
    said: str
    site: dict[str, bytes]
    left: list[str]


def publish(place: Path, free: int | None, options: Sequence[str]) -> Done:
    """Publish from a place to ``www`` beside it, laid on a small disk.

    Args:
        place: the project.
        free: bytes that are free; None for a read-only disk.
        options: of the command.
    """
    command = ["unshare", "-rm", sys.executable, "-m", "tests.helpers.small_disk", str(place.parent / "www")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([*command, str(free), *options], cwd=place, env=environment, capture_output=True, check=True)
    answer: Done = pickle.loads(done.stdout)
    return answer


def _main(www: Path, free: str, options: list[str]) -> None:
    copy = www.with_name("copy")
    shutil.copytree(www, copy, symlinks=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(www)], check=True)
    shutil.copytree(copy, www, symlinks=True, dirs_exist_ok=True)
    shutil.rmtree(copy)
    if free == "None":
        subprocess.run(["mount", "-o", "remount,ro", str(www)], check=True)
    else:
        room = os.statvfs(www).f_bavail * os.statvfs(www).f_frsize
        with (www / "filler").open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, room - int(free)))
    command = [sys.executable, "-m", "generator", "publish", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    left = [path.name for path in (www / ".site-versions").iterdir() if not path.name.isdigit()]
    answer = Done(done.returncode, done.stdout + done.stderr, snapshot(www / "site"), left)
    sys.stdout.buffer.write(pickle.dumps(answer))


if __name__ == "__main__":
    from tests.helpers.small_disk import _main as main  # the class of the answer must have its full name

    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
