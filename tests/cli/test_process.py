"""The command as a process: what reads its words may leave, and a terminal may have no Chinese."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish.site_folder import MANIFEST
from tests.conftest import ROOT
from tests.helpers.ledger import LEDGER, write

CRASH = "import generator.__main__ as command; command.main = lambda: 1 / 0; command.run()"
HELP = [sys.executable, "-m", "generator", "--help"]


@pytest.mark.parametrize("command", [HELP, [*HELP[:-1], "check", "--help"]], ids=["long", "short"])
def test_whoever_reads_may_leave(command: list[str]) -> None:
    """As with ``| head -1``: no English report, and the status that a shell knows, however little there was to say."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        run = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert (run.returncode, run.stderr) == (141, b"")


def test_a_terminal_without_chinese_gets_chinese() -> None:
    """Question marks say nothing; in a file or a terminal of today UTF-8 is read."""
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    run = subprocess.run(HELP, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout.decode("utf-8").startswith("用法")


@pytest.mark.parametrize("closed", [(1,), (2,), (0, 1, 2)])
def test_closed_streams_are_no_fault(closed: tuple[int, ...], tmp_path: Path) -> None:
    """A job of the night may have no screen: what would be said goes nowhere, the status tells how it went."""
    report = {"TMPDIR": str(tmp_path)}
    shut = " ".join(f"{number}>&-" for number in closed)
    run = subprocess.run(
        ["sh", "-c", f'"$@" {shut}', "sh", *HELP], cwd=ROOT, env=os.environ | report, capture_output=True, check=False
    )
    assert (run.returncode, run.stderr, list(tmp_path.iterdir())) == (0, b"", [])


def test_a_fault_of_the_program_is_told_in_chinese(tmp_path: Path) -> None:
    """The report for whoever maintains the program is in a file; nothing of it is on the screen."""
    command, environment = [sys.executable, "-c", CRASH], os.environ | {"TMPDIR": str(tmp_path)}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    said = run.stderr.decode("utf-8")
    (report,) = tmp_path.iterdir()
    assert (run.returncode, run.stdout) == (70, b"")
    assert said.startswith("程序自己出了错")
    assert str(report) in said
    assert said.count("\n") == 1
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_half_a_site_is_not_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with a page and nothing else of ours is no site."""
    (tmp_path / "index.html").write_text("page", encoding="utf-8")
    assert main(["offline", "--site", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"目录 {tmp_path} 里没有建成的网站；先用 build 建站\n"
    assert MANIFEST not in {path.name for path in tmp_path.iterdir()}


def test_what_the_system_refuses_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also in a command that has no words of its own for it."""
    for name in ("index.html", MANIFEST, "datapackage.json"):
        (tmp_path / name).write_text('{"name": "a"}', encoding="utf-8")
    taken = tmp_path / "index.html"
    assert main(["offline", "--site", str(tmp_path), "--folder", str(taken / "zips")]) == 1
    assert capsys.readouterr().err == f"不能读写 {taken / 'zips'}：不在文件夹里，请核对文件名\n"


@pytest.mark.parametrize(
    "words",
    [
        ["build", "--site", "data/new"],
        ["publish", "data/site"],
        ["export", "."],
        ["export", "data/more"],
        ["pages", "link"],
        ["forms", "round-2018", "--out", "data"],
        ["appraisal", "2018", "--out", "data/more"],
    ],
    ids=" ".join,
)
def test_nothing_is_written_among_the_files_of_the_ledger(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They would be taken for parts of it at the next check."""
    monkeypatch.chdir(write(tmp_path, LEDGER).parent)
    (tmp_path / "link").symlink_to("data/more")
    before = sorted(tmp_path.rglob("*"))
    assert main(words) == 2
    folder = words[-1]
    said = f"不能写到 {folder}：台账在那里，写进去的文件会和台账混在一起；请换一个目录\n"
    assert (capsys.readouterr().err, sorted(tmp_path.rglob("*"))) == (said, before)


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["serve", "--port", "70000"], "--port 70000"),
        (["serve", "--port=-1"], "--port -1"),
        (["build", "--jobs", "9999"], "--jobs 9999"),
        (["build", "--jobs=-1"], "--jobs -1"),
        (["build", "--site", ""], "--site"),
        (["--data", "", "check"], "--data"),
        (["--data", "a\nb", "check"], "--data"),
        (["simulate", "there", "--tasks=-5"], "--tasks -5"),
    ],
)
def test_numbers_and_names_that_nobody_means_are_wrong_use(
    arguments: list[str], wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A port that there is none of, more processes than a machine has, no name at all: one sentence, nothing done."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert f"命令写法有误：{wrong}" in capsys.readouterr().err


def test_a_contract_that_is_waited_for_or_too_deep_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipe would be waited for without end."""
    monkeypatch.chdir(write(tmp_path, LEDGER).parent)
    os.mkfifo("pipe.json")
    Path("deep.json").write_text("[" * 100_000, encoding="utf-8")
    for name in ("pipe.json", "deep.json"):
        assert main(["--contract", name, "check"]) == 2
        assert capsys.readouterr().err.startswith(f"数据契约 {name} 读不出来")


def test_a_folder_that_is_closed_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder in which the command runs may belong to somebody else."""

    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refused)
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "不能读写 data：没有权限，请换一个目录或者改权限\n"


READS = {
    "texts": ["verify", "sources"],
    "the ledger": ["check"],
    "answers": ["ingest", "reply.xlsx"],
    "answers of a folder": ["ingest", "replies"],
    "a notice": ["split", "notice.docx", "--json", "out.json"],
    "a table": ["import", "table.xlsx", "--json", "out.json"],
    "the contract": ["--contract", "contract.json", "check"],
    "settings": ["build", "--config", "mkdocs.yml"],
}
"""What is read → the command that reads it."""
GIVEN = {
    "texts": "sources/doc-2018.txt",
    "the ledger": "data/plans.yml",
    "answers": "reply.xlsx",
    "answers of a folder": "replies/a.xlsx",
    "a notice": "notice.docx",
    "a table": "table.xlsx",
    "the contract": "contract.json",
    "settings": "mkdocs.yml",
}


@pytest.mark.parametrize("kind", ["pipe", "large"])
@pytest.mark.parametrize("what", READS)
def test_what_is_given_is_no_trap(
    what: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipe is not waited for, and 2 GB are not read: the command names the file and ends."""
    monkeypatch.chdir(write(tmp_path, LEDGER).parent)
    path = Path(GIVEN[what])
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.touch()
        os.truncate(path, 2 * 1024**3)
    assert main(READS[what]) in (1, 2)
    said = capsys.readouterr().err
    assert path.name in said
    assert "没有打开" in said or "MB" in said or "读不出来" in said


def test_too_few_open_files_are_told(tmp_path: Path) -> None:
    """It is no fault of a file: nobody is sent to look whether it may be read."""
    data = write(tmp_path, LEDGER)
    command = [
        "sh",
        "-c",
        'ulimit -n 5; exec "$@"',
        "sh",
        sys.executable,
        "-m",
        "generator",
        "--data",
        str(data),
        "check",
    ]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    said = "系统只许同时打开很少的文件，请关掉别的程序再试，或者把限额（ulimit -n）改大"
    assert (run.returncode, run.stderr.decode("utf-8")) == (1, f"没有做完：{said}\n")


class PanicException(BaseException):
    """As a library of Rust has it: no Exception."""


@pytest.mark.parametrize("error", [MemoryError(), PanicException("null pointer")], ids=["Python", "Rust"])
def test_too_little_memory_is_told(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence, not as a fault of the program."""

    def full(*_: object, **__: object) -> None:
        raise error

    monkeypatch.chdir(write(tmp_path, LEDGER).parent)
    monkeypatch.setattr("generator.cli.check.read", full)
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "没有做完：内存不够，请关掉别的程序再试\n"


def test_a_made_up_ledger_on_a_full_disk_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The system does not say which file it was."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.cli.simulate.simulate_ledger", full)
    assert main(["simulate", str(tmp_path / "made-up")]) == 1
    assert capsys.readouterr().err == "没有做完：磁盘已满，请腾出空间再试\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"name": "sections"', '"name": "others"'),
        ('"pattern": "^[a-z0-9]+', '"pattern": "^[a-z0-9(+'),
        ('"type": "date"', '"type": "geopoint"'),
        ('"name": "locator"', '"name": "place"'),
        ('"resource": "sections"', '"resource": "chapters"'),
    ],
)
def test_a_contract_that_lacks_what_is_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    """A table or column that is gone, a pattern that is none, a type that nobody knows: it is to blame, and told."""
    contract = tmp_path / "contract.json"
    words = (ROOT / "datapackage.json").read_text(encoding="utf-8")
    assert old in words
    contract.write_text(words.replace(old, new), encoding="utf-8")
    assert main(["--contract", str(contract), "--data", str(write(tmp_path, LEDGER)), "check"]) == 2
    assert "请核对 --contract 写的文件" in capsys.readouterr().err
