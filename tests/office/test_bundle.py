"""One zip for machines without a network: what is in it, for whom, and that it runs where there is nothing."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__
from generator.cli.main import main
from generator.language.office import bundle_words
from generator.office.bundle import launch, packing, platforms, run, wheels
from generator.office.bundle.platforms import PLATFORMS, BadInterpreter, platform_of
from tests.conftest import ROOT
from tests.helpers import killing

FILES = packing.FILES


def linux_program(machine: int) -> bytes:
    """The head of a program for Linux."""
    return b"\x7fELF" + bytes(14) + struct.pack("<H", machine) + bytes(8)


def windows_program(machine: int) -> bytes:
    """The head of a program for Windows."""
    return b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", machine)


def tar(path: Path, files: dict[str, bytes]) -> Path:
    """An archive as interpreters for Linux come in."""
    with tarfile.open(path, "w:gz") as packed:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(content), 0o755
            packed.addfile(info, io.BytesIO(content))
    return path


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    """A zip of files."""
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    return path


# -- interpreters


@pytest.mark.parametrize(("machine", "name"), [(62, "manylinux_x86_64"), (183, "manylinux_aarch64")])
def test_an_interpreter_of_linux_is_known_by_its_program(machine: int, name: str, tmp_path: Path) -> None:
    """Whatever the archive is called."""
    archive = tar(tmp_path / "python.tar.gz", {"python/bin/python3.11": linux_program(machine), "python/lib/x.py": b""})
    assert platform_of(archive).name == name
    assert {file for file, _, _ in platforms.interpreter_files(archive)} == {"bin/python3.11", "lib/x.py"}


@pytest.mark.parametrize("folder", ["", "python/"])
def test_an_interpreter_of_windows_is_known_too(folder: str, tmp_path: Path) -> None:
    """With a folder above or without, as the two usual archives have it."""
    files = {f"{folder}python.exe": windows_program(0x8664), f"{folder}python311.dll": b""}
    assert platform_of(zipped(tmp_path / "p.zip", files)).name == "win_amd64"
    assert platform_of(tar(tmp_path / "p.tar.gz", files)).name == "win_amd64"


@pytest.mark.parametrize(
    "files",
    [
        {"python/bin/python3.12": linux_program(62)},
        {"python/bin/python3.11": linux_program(40)},
        {"python/bin/python3.11": b"#!/bin/sh"},
        {"python.exe": windows_program(0x8664), "python312.dll": b""},
        {"python.exe": windows_program(0x14C), "python311.dll": b""},
        {"../python/bin/python3.11": linux_program(62)},
        {"/python/bin/python3.11": linux_program(62)},
        {},
    ],
    ids=["version", "processor", "no-program", "windows-version", "32-bits", "outside", "absolute", "nothing"],
)
def test_what_cannot_be_packed_is_refused(
    files: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another version or processor, no program, a name that leads out of the folder: one Chinese sentence."""
    archive = tar(tmp_path / "python.tar.gz", files)
    with pytest.raises(BadInterpreter):
        platform_of(archive)
    assert main(["bundle", "--python", str(archive), "--folder", str(tmp_path / "out")]) == 2
    assert "里没有能装进去的 Python 3.11" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_wrong_files_and_platforms_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No archive, no file, one for another machine."""
    (tmp_path / "text").write_text("x", encoding="utf-8")
    assert main(["bundle", "--python", str(tmp_path / "text")]) == 2
    assert main(["bundle", "--python", str(tmp_path / "none")]) == 2
    archive = tar(tmp_path / "python.tar.gz", {"python/bin/python3.11": linux_program(62)})
    assert main(["bundle", "--python", str(archive), "--platform", "win_amd64"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3 and "没有文件" in said[1] and "manylinux_x86_64 用的" in said[2]


HEADS: dict[bytes, int | None] = {
    linux_program(62): 62,
    linux_program(62)[:20]: 62,
    linux_program(62)[:19]: None,
    b"\x7fELX" + linux_program(62)[4:]: None,
    windows_program(0x8664): 0x8664,
    windows_program(0x8664) + b"more": 0x8664,
    windows_program(0x8664)[:-1]: None,
    windows_program(0x8664)[:64]: None,
    windows_program(0x8664)[:63]: None,
    b"XZ" + windows_program(0x8664)[2:]: None,
    windows_program(0x8664).replace(b"PE", b"NE"): None,
    b"MZ": None,
    b"": None,
}


@pytest.mark.parametrize("head", HEADS)
def test_the_processor_stands_in_the_head_of_a_program(head: bytes) -> None:
    """Of one for Linux or Windows that is whole; nothing else has one."""
    assert platforms.machine_of(head) == HEADS[head]


# -- the zip


def fake_wheel(name: str) -> dict[str, bytes]:
    """The files of a wheel: a package, a part that belongs beside it, a script that is not needed."""
    return {
        f"{name}/__init__.py": b"",
        f"{name}-1.data/purelib/{name}_more.py": b"",
        f"{name}-1.data/scripts/{name}": b"",
        f"{name}-1.dist-info/METADATA": b"",
    }


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wheels that come from nowhere."""

    def own(_: Path, folder: Path) -> Path:
        return zipped(folder / "plan_ledger-0-py3-none-any.whl", fake_wheel("ledger_part"))

    def others(_: Path, platform: platforms.Platform, folder: Path) -> None:
        zipped(folder / f"other-1-py3-none-{platform.tags[0]}.whl", fake_wheel("other"))

    monkeypatch.setattr(packing, "build_own_wheel", own)
    monkeypatch.setattr(packing, "download_wheels", others)


@pytest.mark.usefixtures("offline")
def test_there_is_one_zip_for_each_platform(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each has its wheels, the manual, and what starts it on its own system; its name says that Python is missing."""
    assert main(["bundle", "--folder", str(tmp_path)]) == 0
    assert bundle_words.PACKED_WITHOUT_PYTHON in capsys.readouterr().out
    names = [f"plan-ledger-{__version__}-{platform}-needs-python" for platform in PLATFORMS]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{name}.zip" for name in names)
    for name, platform in zip(names, PLATFORMS.values(), strict=True):
        with zipfile.ZipFile(tmp_path / f"{name}.zip") as packed:
            files = {info.filename.removeprefix(f"{name}/"): info for info in packed.infolist()}
            sums = packed.read(f"{name}/wheels/sha256.txt").decode().splitlines()
            for line in sums:
                digest, _, wheel = line.partition("  ")
                assert hashlib.sha256(packed.read(f"{name}/wheels/{wheel}")).hexdigest() == digest
            scripts = {".cmd"} if platform.windows else {".sh"}
            assert {Path(file).suffix for file in files} & {".cmd", ".sh"} == scripts
            assert len(sums) == 2 and {"manual/start.md", "launch.py", "LICENSE.txt"} <= {*files}
            readme = packed.read(f"{name}/README.txt").decode()
            assert (readme.startswith("\ufeff") and "\r\n" in readme) == platform.windows
            for file, info in files.items():
                assert (info.external_attr >> 16 & 0o111 != 0) == file.endswith((".cmd", ".sh"))
                assert file.isascii()


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("name", ["win_amd64", "manylinux_aarch64"])
def test_every_file_of_a_zip(name: str) -> None:
    """In its order, with its mode, its day and the way it is packed; texts have the line ends of the platform."""
    windows = PLATFORMS[name].windows
    file, content = packing.pack(ROOT, PLATFORMS[name], None)
    top = file.removesuffix(".zip")
    texts = [path.name for path in sorted(FILES.iterdir()) if (path.suffix == ".cmd") <= windows]
    texts = [text for text in texts if (Path(text).suffix == ".sh") <= (not windows)]
    other, own = f"other-1-py3-none-{PLATFORMS[name].tags[0]}.whl", "plan_ledger-0-py3-none-any.whl"
    manual = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "manual").rglob("*.[mp][dn]*"))]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        infos = packed.infolist()
        assert [info.filename.removeprefix(f"{top}/") for info in infos] == [
            *("launch.py", *texts, f"wheels/{other}", f"wheels/{own}", "wheels/sha256.txt", *manual, "LICENSE.txt")
        ]
        for info in infos:
            part = Path(info.filename)
            mode = 0o100755 if part.suffix in (".cmd", ".sh") else 0o100644
            stored = zipfile.ZIP_STORED if part.suffix in (".whl", ".png") else zipfile.ZIP_DEFLATED
            found = (info.external_attr >> 16, info.create_system, info.date_time, info.compress_type)
            assert found == (mode, 3, (1980, 1, 1, 0, 0, 0), stored)
        assert packed.read(f"{top}/launch.py") == packing.LAUNCH.read_bytes()
        assert packed.read(f"{top}/{manual[0]}") == (ROOT / manual[0]).read_bytes()
        for text in texts:
            plain = (FILES / text).read_text("utf-8")
            shown = plain.replace("\n", "\r\n") if windows else plain
            mark = "\ufeff" if windows and text == "README.txt" else ""
            assert packed.read(f"{top}/{text}").decode() == mark + shown
        assert packed.read(f"{top}/wheels/sha256.txt").decode() == "".join(
            f"{hashlib.sha256(packed.read(f'{top}/wheels/{wheel}')).hexdigest()}  {wheel}\n" for wheel in (other, own)
        )


def test_how_pip_is_asked_for_wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the platform and its Python, by the locked list; the own wheel is built from a copy without what is left
    by running it. Of what pip says, the last line is told."""
    commands: list[list[str]] = []
    copied: list[str] = []

    def pip(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        if command[4] == "wheel":
            copied.extend(sorted(path.name for path in Path(command[-1]).iterdir()))
            copied.extend(path.name for path in Path(command[-1]).rglob("__pycache__"))
            (Path(command[-2]) / "plan_ledger-9-py3-none-any.whl").touch()
        return subprocess.CompletedProcess(command, int(len(commands) > 2), "", "一\n二\n三\n")

    root, folder = tmp_path / "root", tmp_path / "wheels"
    folder.mkdir()
    for name in wheels.SOURCE:
        if Path(name).suffix or name == "LICENSE":
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).touch()
        else:
            (root / name / "__pycache__").mkdir(parents=True)
    assert not wheels.is_repository(root)
    (root / wheels.LOCK).touch()
    assert wheels.is_repository(root)
    monkeypatch.setattr(subprocess, "run", pip)
    assert wheels.build_own_wheel(root, folder) == folder / "plan_ledger-9-py3-none-any.whl"
    assert copied == sorted(wheels.SOURCE)
    wheels.download_wheels(root, PLATFORMS["win_amd64"], folder)
    own = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    assert commands[0][:-1] == [
        *(*own, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder))
    ]
    assert commands[1] == [
        *(*own, "download", "--quiet", "--only-binary=:all:", "--python-version", "3.11", "--implementation", "cp"),
        *("--platform", "win_amd64", "--no-deps", "--require-hashes", "--requirement", str(root / "requirements.lock")),
        *("--dest", str(folder)),
    ]
    with pytest.raises(wheels.NoWheels, match=r"^三$"):
        wheels.download_wheels(root, PLATFORMS["win_amd64"], folder)


@pytest.mark.usefixtures("offline")
def test_an_interpreter_is_packed_for_its_own_platform(tmp_path: Path) -> None:
    """Then there is one zip, and its name promises a Python."""
    archive = tar(tmp_path / "p.tar.gz", {"python/bin/python3.11": linux_program(183), "python/lib/a.py": b"x"})
    assert main(["bundle", "--python", str(archive), "--folder", str(tmp_path / "out")]) == 0
    (file,) = (tmp_path / "out").iterdir()
    assert file.name == f"plan-ledger-{__version__}-manylinux_aarch64.zip"
    with zipfile.ZipFile(file) as packed:
        assert packed.read(f"{file.stem}/python/lib/a.py") == b"x"
        assert packed.getinfo(f"{file.stem}/python/bin/python3.11").external_attr >> 16 & 0o100


@pytest.mark.sampled
@pytest.mark.usefixtures("offline")
def test_killed_at_any_change(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """The zips of all platforms are old or new, and none is half; the next command leaves nothing beside them."""
    before, place = tmp_path / "before", tmp_path / "place"
    for platform in PLATFORMS:
        (before / "out").mkdir(parents=True, exist_ok=True)
        (before / "out" / f"plan-ledger-{__version__}-{platform}-needs-python.zip").write_bytes(b"older")
    other = ["offline", "--site", "nowhere", "--folder", "out"]
    tried = killing.assert_all_or_nothing(
        before, place, lambda: main(["bundle", "--folder", "out"]), lambda: main(other)
    )
    record_property("tried", tried)


def test_a_wheel_that_is_not_to_be_had_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what pip says of it; no half zip is left."""

    def none(*_: object) -> None:
        raise wheels.NoWheels("No matching distribution found for x")

    monkeypatch.setattr(packing, "build_own_wheel", none)
    assert main(["bundle", "--platform", "win_amd64", "--folder", str(tmp_path)]) == 1
    assert "win_amd64 的安装包没有取齐" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_scripts_of_windows_are_plain() -> None:
    """A console of China reads scripts in GBK, so there is no Chinese in them; texts that they print are in files."""
    for path in FILES.glob("*.cmd"):
        text = path.read_text(encoding="ascii")
        assert "needs-python.txt" in text or "ledger.cmd" in text
    for path in FILES.glob("*.sh"):
        assert path.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    assert json.loads((FILES / "words.json").read_text(encoding="utf-8")).keys() >= {"version", "long", "first"}


# -- starting it


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """A bundle with two small wheels, unpacked; what would run the program says what it was told."""
    told = b"def run_bundled(folder, arguments):\n    print(folder.name, arguments)\n"
    package = dict.fromkeys(("generator/__init__.py", "generator/office/__init__.py"), b"")
    package |= {"generator/office/bundle/__init__.py": b"", "generator/office/bundle/run.py": told}
    (tmp_path / "包 裹" / "wheels").mkdir(parents=True)
    zipped(tmp_path / "包 裹" / "wheels" / "a-1-py3-none-any.whl", fake_wheel("a") | package)
    shutil.copy(packing.LAUNCH, tmp_path / "包 裹")
    for path in FILES.iterdir():
        shutil.copy(path, tmp_path / "包 裹")
        (tmp_path / "包 裹" / path.name).chmod(0o755)
    return tmp_path / "包 裹"


needs_packed_python = pytest.mark.skipif(
    f"{sys.version_info.major}.{sys.version_info.minor}" != platforms.PYTHON, reason="a bundle runs with its own Python"
)


def start(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run something in a folder, with little around it."""
    own = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(command, cwd=folder, env=own, capture_output=True, encoding="utf-8", check=False)


@needs_packed_python
def test_wheels_are_unpacked_once(unpacked: Path) -> None:
    """The first time; again when a wheel is another. Scripts are left out, all else lies in one folder."""
    command = [sys.executable, "launch.py", "check", "--x"]
    first, second = start(command, unpacked), start(command, unpacked)
    assert first.stdout.splitlines() == ["第一次用，正在准备，大约半分钟……", "包 裹 ['check', '--x']"]
    assert second.stdout.splitlines() == ["包 裹 ['check', '--x']"]
    for name in ("a/__init__.py", "a_more.py", "a-1.dist-info/METADATA"):
        assert (unpacked / "lib" / name).is_file()
    assert not list(unpacked.rglob("*.data"))
    zipped(unpacked / "wheels" / "b-1-py3-none-any.whl", fake_wheel("b"))
    assert len(start(command, unpacked).stdout.splitlines()) == 2
    assert (unpacked / "lib" / "b_more.py").is_file()


def test_a_folder_that_a_scanner_holds_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses a name for a moment; the wheels are unpacked all the same."""
    refused, rename = [PermissionError(), PermissionError()], Path.rename

    def held(source: Path, target: Path) -> Path:
        if refused:
            raise refused.pop()
        return rename(source, target)

    (tmp_path / "wheels").mkdir()
    zipped(tmp_path / "wheels" / "a-1-py3-none-any.whl", fake_wheel("a"))
    for name, value in {"HERE": tmp_path, "WHEELS": tmp_path / "wheels", "LIB": tmp_path / "lib"}.items():
        monkeypatch.setattr(launch, name, value)
    monkeypatch.setattr(Path, "rename", held)
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    launch.unpack()
    assert slept == [0.5, 0.5]
    assert launch.is_unpacked() and not (tmp_path / "lib.new").exists()


@needs_packed_python
def test_a_damaged_bundle_is_told_in_chinese(unpacked: Path) -> None:
    """A wheel that is cut off ends in one sentence, and nothing half is taken for whole."""
    (unpacked / "wheels" / "z.whl").write_bytes(b"PK")
    done = start([sys.executable, "launch.py", "check"], unpacked)
    assert done.returncode == 2 and "里没有准备好" in done.stderr and "Traceback" not in done.stderr
    assert not (unpacked / "lib").exists()


@needs_packed_python
def test_the_script_finds_a_python_or_says_what_is_missing(unpacked: Path, tmp_path: Path) -> None:
    """From any folder; without a Python 3.11 it prints what to do."""
    (tmp_path / "bin").mkdir()
    for name in ("dirname", "readlink", "cat"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    script = ["/bin/sh", str(unpacked / "ledger.sh"), "check"]
    without = start(script, tmp_path, PATH=str(tmp_path / "bin"))
    assert without.returncode == 2 and "没有 Python 3.11" in without.stderr
    (tmp_path / "bin" / "python3").symlink_to(sys.executable)
    found = start(script, tmp_path, PATH=str(tmp_path / "bin"))
    assert found.returncode == 0 and "['check']" in found.stdout


def test_a_preview_finds_the_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one that is there; the one whose number is written; a demonstration where there is none."""
    commands: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(run, "run", lambda: commands.append((Path.cwd().name, sys.argv[1:])))
    monkeypatch.setattr(sys, "argv", ["launch.py"])
    monkeypatch.chdir(tmp_path)
    run.run_bundled(tmp_path, ["preview"])
    made = f"{bundle_words.NO_LEDGER.format(folder='demo')}\n{bundle_words.SHOWING.format(folder=tmp_path / 'demo')}\n"
    assert capsys.readouterr().out == made
    assert "demonstration: true" in (tmp_path / "demo" / "data" / "site.yml").read_text("utf-8")
    run.run_bundled(tmp_path, ["preview"])
    shutil.copytree(tmp_path / "demo", tmp_path / "second")
    monkeypatch.setattr("builtins.input", lambda _: "2")
    run.run_bundled(tmp_path, ["preview"])
    run.run_bundled(tmp_path, ["preview", str(tmp_path / "demo")])
    assert commands == [(name, ["serve", "--open"]) for name in ("demo", "demo", "second", "demo")]
    capsys.readouterr()
    for answer in ("九", "0", "3", ""):
        monkeypatch.setattr("builtins.input", lambda _, answer=answer: answer)
        with pytest.raises(SystemExit) as ended:
            run.run_bundled(tmp_path, ["preview"])
        assert ended.value.code == 2
        assert capsys.readouterr().out == f"1  demo\n2  second\n{bundle_words.NONE_CHOSEN}\n"
    monkeypatch.setattr("builtins.input", lambda _: " 1 ")
    run.run_bundled(tmp_path, ["preview"])
    shown = bundle_words.SHOWING.format(folder=tmp_path / "demo")
    assert capsys.readouterr().out == f"1  demo\n2  second\n{shown}\n"
    run.run_bundled(tmp_path, ["check", "--x"])
    assert commands[4:] == [("demo", ["serve", "--open"]), ("demo", ["check", "--x"])]
    assert sys.argv[0] == bundle_words.PROGRAM


# -- whether the wheels of the locked list are all that is needed

WINDOWS = {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"}
LINUX = {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux"}
MACHINES = {
    "win_amd64": WINDOWS,
    "manylinux_x86_64": {**LINUX, "platform_machine": "x86_64"},
    "manylinux_aarch64": {**LINUX, "platform_machine": "aarch64"},
}


def locked() -> dict[str, str]:
    """Name → version of the locked list."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return {canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.M)}


def unmet(requirements: Iterator[str], have: dict[str, str], machine: dict[str, str]) -> list[str]:
    """The requirements for a machine that a list of versions does not meet."""
    environment = {**machine, "python_version": platforms.PYTHON, "extra": ""}
    parsed = [Requirement(text) for text in requirements]
    wanted = [need for need in parsed if need.marker is None or need.marker.evaluate(environment)]
    return [
        str(need)
        for need in wanted
        if not need.specifier.contains(have.get(canonicalize_name(need.name), "0"), prereleases=True)
        or canonicalize_name(need.name) not in have
    ]


@pytest.mark.parametrize("name", PLATFORMS)
def test_the_locked_list_is_whole_for_each_platform(name: str) -> None:
    """What a package needs on Windows alone is in the list, too, although the list is made on Linux."""
    have = locked()
    needs = (need for package in have for need in importlib.metadata.requires(package) or ())
    assert unmet(needs, have, MACHINES[name]) == []
    own = importlib.metadata.requires("plan-ledger") or []
    assert unmet((need for need in own if "extra ==" not in need), have, MACHINES[name]) == []


@pytest.mark.endurance
@pytest.mark.parametrize("name", PLATFORMS)
def test_the_wheels_of_a_platform_resolve(name: str, tmp_path: Path) -> None:
    """Every package of the list has a wheel for it, and pip finds all that the program needs among them."""
    packed, content = packing.pack(ROOT, PLATFORMS[name], None)
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        bundle.extractall(tmp_path)
    folder = tmp_path / packed.removesuffix(".zip") / "wheels"
    assert len(list(folder.glob("*.whl"))) == len(locked()) + 1
    tags = [option for tag in PLATFORMS[name].tags for option in ("--platform", tag)]
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--no-index", "--find-links", str(folder), *tags]
    command += ["--only-binary=:all:", "--python-version", platforms.PYTHON, "--implementation", "cp"]
    command += ["--target", "x", "plan-ledger"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "Would install" in done.stdout, done.stderr


@pytest.mark.endurance
@pytest.mark.skipif(not shutil.which("unshare"), reason="no program to take the network away")
def test_a_bundle_builds_the_demonstration_without_a_network(tmp_path: Path) -> None:
    """In a bare folder, from the zip alone."""
    packed, content = packing.pack(ROOT, PLATFORMS["manylinux_x86_64"], None)
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        for info in bundle.infolist():
            Path(bundle.extract(info, tmp_path)).chmod(info.external_attr >> 16 & 0o777)
    folder = tmp_path / packed.removesuffix(".zip")
    for place, command in ((".", "./ledger.sh init demo --name 云溪区 --demo"), ("demo", "../ledger.sh build")):
        done = start(["unshare", "--net", "/bin/sh", "-c", command], folder / place)
        assert done.returncode == 0, done.stderr
    assert (folder / "demo" / "site" / "index.html").is_file()


def test_wheels_of_an_old_linux_fit() -> None:
    """However their makers wrote its version, down to the oldest one that has such wheels."""
    tags = PLATFORMS["manylinux_x86_64"].tags
    assert {"manylinux_2_17_x86_64", "manylinux_2_5_x86_64", "manylinux2014_x86_64", "manylinux1_x86_64"} <= {*tags}
    assert "manylinux_2_4_x86_64" not in tags
