"""Starts the program of a bundle with nothing but Python: the first time its wheels are unpacked beside this file.

This file stands alone: it is copied into each bundle, and what it says is in ``words.json`` beside it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
import time
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
WHEELS, LIB, DONE = HERE / "wheels", HERE / "lib", "complete.txt"
VERSION = (3, 11)
TRIES, PAUSE = 20, 0.5
"""How often, and how many seconds apart, the name of a folder is changed that another program holds."""
LONGEST = 259
"""Characters of a path that programs of Windows can open."""
MOVED = re.compile(r"[^/]+\.data/(?:purelib|platlib)/")
"""Where a wheel has parts that belong into the same folder as all others."""
NOT_NEEDED = re.compile(r"[^/]+\.data/")


def prepare() -> int:
    """Unpack what is not unpacked; returns the exit status where that cannot be done, else 0."""
    words: dict[str, str] = json.loads((HERE / "words.json").read_text(encoding="utf-8"))
    if sys.version_info[:2] != VERSION:
        return _say(words["version"].format(found=".".join(map(str, sys.version_info[:2]))))
    if os.name == "nt" and (longest := longest_path()) > LONGEST:
        return _say(words["long"].format(folder=HERE, count=longest - LONGEST))
    try:
        if not is_unpacked():
            print(words["first"], flush=True)
            unpack()
    except (OSError, zipfile.BadZipFile) as error:
        return _say(words["not_unpacked"].format(folder=HERE, reason=error))
    sys.path.insert(0, str(LIB))
    os.environ["PYTHONPATH"] = str(LIB)  # for processes that this one starts
    return 0


def _say(words: str) -> int:
    print(words, file=sys.stderr)
    return 2


def wheels() -> list[Path]:
    """The wheels of this bundle."""
    return sorted(WHEELS.glob("*.whl"))


def longest_path() -> int:
    """The longest path that there will be, in characters."""
    names = (name for wheel in wheels() for name in zipfile.ZipFile(wheel).namelist())
    return len(str(LIB)) + 1 + max(map(len, names), default=0)


def contents() -> str:
    """What is to be unpacked: the names of the wheels."""
    return hashlib.sha256("\n".join(path.name for path in wheels()).encode()).hexdigest()


def is_unpacked() -> bool:
    """Whether these wheels are unpacked, all of them."""
    mark = LIB / DONE
    return mark.is_file() and mark.read_text(encoding="utf-8") == contents()


def unpack() -> None:
    """Unpack all wheels into a new folder, which then takes the place of an old one."""
    new = HERE / "lib.new"
    for folder in (new, LIB):
        if folder.exists():
            shutil.rmtree(folder)
    for wheel in wheels():
        with zipfile.ZipFile(wheel) as packed:
            for info in packed.infolist():
                name = MOVED.sub("", info.filename)
                if info.is_dir() or NOT_NEEDED.match(name):
                    continue
                target = new / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(packed.read(info))
                if info.external_attr >> 16 & 0o100:
                    target.chmod(0o755)
    (new / DONE).write_text(contents(), encoding="utf-8")
    _move(new, LIB)


def _move(source: Path, target: Path) -> None:
    """Give a folder another name; under Windows virus scanners hold new files for a moment."""
    for _ in range(TRIES - 1):
        try:
            source.rename(target)
        except PermissionError:
            time.sleep(PAUSE)
        else:
            return
    source.rename(target)


if __name__ == "__main__":
    if status := prepare():
        sys.exit(status)
    from generator.office.bundle.run import run_bundled

    run_bundled(HERE, sys.argv[1:])
