"""The wheel alone makes a site: it has all that the program needs beside its code, and no git is asked for."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.office.bundle.wheels import build_own_wheel
from tests.conftest import DISTRICT_TEXTS, ROOT
from tests.helpers.browsing import in_browser
from tests.helpers.reviewing import accept_all
from tests.helpers.runs import Once
from tests.helpers.samples import SAMPLES, needs_samples

OWN_PLACE = "西青".encode()
RUN = "import sys; sys.argv[0] = 'ledger'; from generator.__main__ import run; run()"
"""What the command ``ledger`` of an installed package does."""


def _build_wheel(folder: Path) -> None:
    """Build the wheel and unpack it, as an installation would."""
    with zipfile.ZipFile(build_own_wheel(ROOT, folder)) as wheel:
        wheel.extractall(folder / "installed")


@pytest.fixture(scope="session")
def installed(once: Once) -> Path:
    """The folder of an installation from the wheel."""
    return once("wheel", _build_wheel) / "installed"


def ledger(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the installed package in a folder, where there is no git."""
    own = {"PYTHONPATH": str(installed), "PATH": str(folder / "no-programs"), "PYTHONUTF8": "1"}
    environment = {**os.environ, **own}
    command = [sys.executable, "-P", "-c", RUN, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_wheel_carries_what_stands_at_the_top_of_the_repository(installed: Path) -> None:
    """Contract, settings and pages are the same bytes; templates, the theme and the files of a new place are in it."""
    project = installed / "generator" / "project"
    folders = (ROOT / name for name in ("docs", "deploy"))
    own = [ROOT / "datapackage.json", ROOT / "mkdocs.yml"]
    own += [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    for path in own:
        assert (project / path.relative_to(ROOT)).read_bytes() == path.read_bytes()
    assert sum(path.is_file() for path in project.rglob("*")) == len(own)
    package = ROOT / "generator"
    data = {p.relative_to(package) for p in package.rglob("*") if p.is_file() and p.suffix not in (".pyc", ".py")}
    assert data and [path for path in data if not (installed / "generator" / path).is_file()] == []
    points = next(installed.glob("plan_ledger-*.dist-info/entry_points.txt")).read_text(encoding="utf-8")
    assert "\nledger = generator.__main__:run\nplan-ledger = generator.__main__:run" in points


def test_from_an_empty_folder_to_a_site(installed: Path, tmp_path: Path) -> None:
    """init, check and build with the wheel alone; without git the site says that it has no history."""
    begun = ledger(installed, tmp_path, "init", "云溪", "--name", "云溪区", "--demo")
    assert begun.returncode == 0, begun.stderr
    assert "ledger check" in begun.stdout
    place = tmp_path / "云溪"
    for command in ("check", "build"):
        done = ledger(installed, place, command)
        assert done.returncode == 0, done.stderr
    assert "没有更新记录" in (place / "site/changes/index.html").read_text(encoding="utf-8")
    assert (place / "site/about/index.html").is_file() and (place / "site/pagefind").is_dir()
    assert {path.name for path in place.iterdir()} >= {"data", "site"}
    diff = ledger(installed, place, "diff", "HEAD")
    assert diff.returncode == 2 and "没有装 git" in diff.stderr and "Traceback" not in diff.stderr


def _install(folder: Path) -> None:
    """Make an environment, and install the wheel in it with pip as the manual says."""
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    locked = ("--require-hashes", "--requirement", str(ROOT / "requirements.lock"))
    for what in (locked, ("--no-deps", str(build_own_wheel(ROOT, folder)))):
        subprocess.run([folder / "venv" / "bin" / "pip", "install", "--quiet", *what], check=True)


@pytest.fixture(scope="session")
def programs(once: Once) -> Path:
    """The folder of the commands of a fresh environment that has the wheel."""
    return once("environment", _install) / "venv" / "bin"


def run_in(programs: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment in a folder; it must not fail."""
    environment = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [programs / command[0], *command[1:]], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.endurance
def test_a_fresh_environment_has_both_commands(programs: Path, tmp_path: Path) -> None:
    """Installed with pip as the manual says, both names work in any folder, as ``python -m generator`` does."""
    place = tmp_path / "new"
    for command, folder in (
        (["ledger", "init", "new", "--name", "云溪区", "--demo"], tmp_path),
        (["plan-ledger", "check"], place),
        (["ledger", "build"], place),
        (["python", "-m", "generator", "build"], place),
    ):
        done = run_in(programs, folder, *command)
    assert "改动的文件 0 个" in done.stdout


@pytest.mark.endurance
@in_browser
def test_a_fresh_environment_makes_a_site_of_a_notice(programs: Path, chrome: Browser, tmp_path: Path) -> None:
    """Split, review in a browser, build: nothing of this repository but the wheel, and no word of its own place."""
    notice = shutil.copy(DISTRICT_TEXTS / "chengxi-145-task-assignment-2021.txt", tmp_path / "fengong-2021.txt")
    run_in(programs, tmp_path, "ledger", "split", Path(notice).name, "--into", "chengxi")
    place = tmp_path / "chengxi"
    review(programs, place, chrome)
    assert "没有要改的地方" in run_in(programs, place, "ledger", "verify", "sources").stdout
    run_in(programs, place, "ledger", "build")
    assert "修建滨河步道" in (place / "site/tasks/index.html").read_text(encoding="utf-8")
    assert files_with_own_place(place) == set()


@pytest.mark.endurance
@needs_samples
@in_browser
def test_a_fresh_environment_makes_a_site_of_a_ledger(programs: Path, chrome: Browser, tmp_path: Path) -> None:
    """Begin, import, import again, review in a browser, build: from an empty folder, with the words of the manual."""
    workbook = shutil.copy(SAMPLES / "beiwan-ledger.xlsx", tmp_path / "重点工作台账.xlsx")
    run_in(programs, tmp_path, "ledger", "init", "台账", "--name", "北湾市", "--level", "县级市")
    command = ("ledger", "import", Path(workbook).name, "--into", "台账")
    assert "下一步逐条核对草稿：ledger review 台账 --open" in run_in(programs, tmp_path, *command).stdout
    assert "什么都没有写" in run_in(programs, tmp_path, *command).stdout
    place = tmp_path / "台账"
    review(programs, place, chrome)
    again = run_in(programs, tmp_path, *command).stdout
    assert "什么都没有写" in again, "what a person accepted is no change of the workbook"
    run_in(programs, place, "ledger", "build")
    assert "新建智能工厂" in (place / "site/tasks/index.html").read_text(encoding="utf-8")
    assert files_with_own_place(place) == set()


def review(programs: Path, place: Path, chrome: Browser) -> None:
    """Accept every draft of a folder as a person in a browser; then nothing is wrong, and no draft is left."""
    command = [str(programs / "ledger"), "review", "--port", "0"]
    environment = {"PATH": str(programs), "LANG": "C.UTF-8"}
    with subprocess.Popen(command, cwd=place, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            page = chrome.new_context().new_page()
            page.goto(server.stdout.readline().split()[-1])
            accept_all(page)
            page.context.close()
        finally:
            server.send_signal(signal.SIGINT)
        assert "还有 0 条草稿" in server.stdout.read()
    assert "草稿" not in run_in(programs, place, "ledger", "check").stdout


def files_with_own_place(folder: Path) -> set[Path]:
    """The files below a folder in which the place of this repository is named."""
    return {path for path in folder.rglob("*") if path.is_file() and OWN_PLACE in path.read_bytes()}
