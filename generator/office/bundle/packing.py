"""One zip for a platform: wheels, the files that start them, the manual, and an interpreter where one is given."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from generator import __version__
from generator.office.bundle.platforms import Platform, interpreter_files
from generator.office.bundle.wheels import build_own_wheel, download_wheels
from generator.support.zip_files import EARLIEST

FILES = Path(__file__).with_name("files")
LAUNCH = Path(__file__).with_name("launch.py")
WITHOUT_PYTHON = "-needs-python"
PLAIN, PROGRAM = 0o644, 0o755
"""Modes of files."""
BOM = "\ufeff"
"""With it every editor of Windows knows the encoding."""
Packed = Iterator[tuple[str, int, bytes]]
"""Name, mode and content of each file."""


def pack(root: Path, platform: Platform, interpreter: Path | None) -> tuple[str, bytes]:
    """Make the bundle of a platform.

    Args:
        root: the repository.
        platform: the kind of machine.
        interpreter: an archive with a Python for it; None where the machine must have one.

    Returns:
        The name of the zip, and its content.

    Raises:
        NoWheels, BadInterpreter, OSError: there is no zip then.
    """
    name = f"plan-ledger-{__version__}-{platform.name}{'' if interpreter else WITHOUT_PYTHON}"
    content = BytesIO()
    with tempfile.TemporaryDirectory() as temporary:
        wheels = Path(temporary)
        build_own_wheel(root, wheels)
        download_wheels(root, platform, wheels)
        with zipfile.ZipFile(content, "w", compresslevel=6) as packed:
            for file, mode, part in _files(root, platform, interpreter, wheels):
                info = zipfile.ZipInfo(f"{name}/{file}", EARLIEST)
                info.external_attr = (0o100000 | mode) << 16
                info.create_system = 3  # modes are of Unix
                stored = file.endswith((".whl", ".png"))
                info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                packed.writestr(info, part)
    return f"{name}.zip", content.getvalue()


def _files(root: Path, platform: Platform, interpreter: Path | None, wheels: Path) -> Packed:
    yield "launch.py", PLAIN, LAUNCH.read_bytes()
    for path in sorted(FILES.iterdir()):
        if path.suffix in (".json", ".txt"):
            yield path.name, PLAIN, _text(path, platform)
        elif (path.suffix == ".cmd") == platform.windows:
            yield path.name, PROGRAM, _text(path, platform)
    checksums = []
    for path in sorted(wheels.glob("*.whl")):
        content = path.read_bytes()
        checksums.append(f"{hashlib.sha256(content).hexdigest()}  {path.name}\n")
        yield f"wheels/{path.name}", PLAIN, content
    yield "wheels/sha256.txt", PLAIN, "".join(checksums).encode()
    for path in sorted((root / "manual").rglob("*")):
        if path.suffix in (".md", ".png"):
            yield path.relative_to(root).as_posix(), PLAIN, path.read_bytes()
    yield "LICENSE.txt", PLAIN, (root / "LICENSE").read_bytes()
    for name, mode, content in interpreter_files(interpreter) if interpreter else ():
        yield f"python/{name}", mode, content


def _text(path: Path, platform: Platform) -> bytes:
    """A text as the platform writes it."""
    text = path.read_text(encoding="utf-8")
    if platform.windows:
        text = text.replace("\n", "\r\n")
        return (BOM + text if path.name == "README.txt" else text).encode()
    return text.encode()
