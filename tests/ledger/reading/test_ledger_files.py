"""The files of a ledger: which ones are read, in which order, and what is said of those that cannot be read."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.reading import ledger_files
from generator.ledger.reading.ledger_files import find_files
from tests.helpers.ledger import LEDGER, Case, case, edited, findings_of, params, reading_findings, run, write
from tests.ledger.reading.test_yaml_reader import YAML_LIKE, marks

DEPARTMENTS = "organizations/departments.yml"

CASES: dict[str, Case] = {
    "no-data": case(
        folder="nowhere",
        level="rules",
        expect="nowhere:1:1: 没有找到台账目录 nowhere。请到台账所在的文件夹里运行，或用 --data 写明台账目录。",
    ),
    "no-data/alone": case(
        folder="nowhere",
        expect="nowhere:1:1: 没有找到台账目录 nowhere。请到台账所在的文件夹里运行，或用 --data 写明台账目录。",
    ),
    "file-name": case(
        ("organizations/aux.yml", "# 没有内容\n"),
        expect="data/organizations/aux.yml:1:1: 文件名里的“aux.yml”在 Windows 上不能用。"
        "请改名，不用 con、aux 一类的名字和 : * ? 等符号，不以点或空格结尾。",
    ),
    "file-unseen": case(
        ("organizations/五年\u200b.yml", "# 没有内容\n"),
        expect="data/organizations/五年\\u200b.yml:1:1: 文件名里有看不见或者认不出的字符 U+200B。"
        "请改名，只用看得见的字。",
    ),
    "file-unseen/no text": case(
        ("organizations/\udcff.yml", "# 没有内容\n"),
        expect="data/organizations/\\udcff.yml:1:1: 文件名里有看不见或者认不出的字符 U+DCFF。请改名，只用看得见的字。",
    ),
    "file-unseen/a new line": case(
        ("organizations/a\nb.yml", "# 没有内容\n"),
        expect="data/organizations/a\\nb.yml:1:1: 文件名里有看不见或者认不出的字符 U+000A。请改名，只用看得见的字。",
    ),
    "personal/in the name of a file": case(
        ("organizations/13812345678.yml", "# 没有内容\n"),
        expect="data/organizations/138******78.yml:1:1: 这里有像手机号码的“138******78”，台账和网站不收个人信息。"
        "请删去；要留联系方式，只写单位对外公布的，写在单位的 phone 或 site.yml 的 contact。",
    ),
    "file-case": case(
        ("organizations/Departments.yml", "# 没有内容\n"),
        expect="data/organizations/departments.yml:1:1: 文件名和 organizations/Departments.yml 只差大小写，"
        "Windows 会当成同一个文件。请改成不同的名字。",
    ),
    "file-encoding": case(
        ("sections/more.yml", "# 说明\n# 第二行\n- \udcb0\udcb0\n"),
        expect="data/sections/more.yml:3:1: 文件不是 UTF-8 编码，从这一行起无法读取。请另存为 UTF-8。",
    ),
    "file-encoding/UTF-16": case(
        ("sections/more.yml", "\udcff\udcfea\0"),
        expect="data/sections/more.yml:1:1: 文件不是 UTF-8 编码，从这一行起无法读取。请另存为 UTF-8。",
        level="rules",
    ),
    "file-size": case(
        ("sections/more.yml", "#" * (1024 * 1024 + 1)),
        expect="data/sections/more.yml:1:1: 文件超过 1 MB。请拆成几个文件。",
    ),
    "file-encoding/UTF-16 throughout": case(
        ("plans.yml", LEDGER["plans.yml"].encode("utf-16").decode(errors="surrogateescape")),
        expect="data/plans.yml:1:1: 文件不是 UTF-8 编码，从这一行起无法读取。请另存为 UTF-8。",
    ),
    "file-skipped": case(
        ("tasks/five/01-industry.yml.bak", LEDGER["tasks/five/01-industry.yml"]),
        without=("tasks/five/01-industry.yml",),
        expect="data/tasks/five/01-industry.yml.bak:1:1: 隐藏的文件和备份不读，"
        "台账里又没有 tasks/five/01-industry.yml，这里的内容就都没有了。"
        "请改名为 tasks/five/01-industry.yml；真的不要了，移出台账目录。",
    ),
    "file-skipped/hidden": case(
        ("disclosures/.doc-five.yml", "[]"),
        expect="data/disclosures/.doc-five.yml:1:1: 隐藏的文件和备份不读，台账里又没有 disclosures/doc-five.yml，"
        "这里的内容就都没有了。请改名为 disclosures/doc-five.yml；真的不要了，移出台账目录。",
    ),
    "file-suffix/of plans alone": case(
        ("plans.yml.txt", LEDGER["plans.yml"]),
        without=("plans.yml",),
        expect=(
            "data/plans.yml.txt:1:1: 台账目录里只放 .yml 文件，这个文件的后缀是“.txt”。请改名为 .yml，或移出台账目录。",
            "data/plans.yml:1:1: 缺少文件 plans.yml。请补上这个文件，可以为空。",
        ),
    ),
    "file-suffix": case(
        ("sections/notes.docx", "PK"),
        expect="data/sections/notes.docx:1:1: 台账目录里只放 .yml 文件，这个文件的后缀是“.docx”。"
        "请改名为 .yml，或移出台账目录。",
    ),
    "file-suffix/yaml": case(
        ("plans.yaml", "[]"),
        expect="data/plans.yaml:1:1: 台账目录里只放 .yml 文件，这个文件的后缀是“.yaml”。"
        "请改名为 .yml，或移出台账目录。",
        level="rules",
    ),
}
"""Rule → a case of it, in the whole ledger where it says no other level."""


@pytest.mark.parametrize("value", params(CASES))
def test_finding(value: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of a file gives one finding with its exact words, file and line, and none that only follows."""
    monkeypatch.setattr(ledger_files, "MAX_BYTES", 1024 * 1024)
    found, expected = run(tmp_path, value)
    assert found == expected


def test_files_of_the_ledger(tmp_path: Path) -> None:
    """Every file of the ledger is read, in the order of its names, without a finding."""
    data = write(tmp_path, LEDGER)
    assert [*find_files(data).files] == sorted(LEDGER)
    assert reading_findings(data) == []
    assert find_files(data).label == "data"


def test_skipped_files(tmp_path: Path) -> None:
    """Hidden files and folders and the backups of editors are no part of the ledger."""
    names = [".git/x.yml", ".hidden.yml", "plans.yml~", "plans.yml.bak", "tasks/.cache/x.docx", "tasks/.x.yml"]
    data = write(tmp_path, {**LEDGER, **dict.fromkeys(names, "[")})
    assert [*find_files(data).files] == sorted(LEDGER)
    assert reading_findings(data) == []


def test_a_folder_whose_name_is_mistyped_is_the_only_finding(tmp_path: Path) -> None:
    """Each file says where it belongs, and nothing is said of what refers to its records."""
    files = {name.replace("tasks/", "task/"): text for name, text in LEDGER.items()}
    found = [str(one) for one in findings_of(write(tmp_path, files))]
    assert len(found) == 2
    assert all("不认识这个位置的文件" in one and "tasks/<规划>/<名称>.yml" in one for one in found)


def test_empty_folder(tmp_path: Path) -> None:
    """An empty folder is a ledger without files."""
    files = find_files(write(tmp_path, {}))
    assert (files.files, files.exists) == ({}, True)


def test_folder_is_a_file(tmp_path: Path) -> None:
    """A file in the place of the folder is reported as no folder."""
    (tmp_path / "data").write_text("[]", encoding="utf-8")
    assert [str(f) for f in findings_of(tmp_path / "data")] == [
        "data:1:1: 没有找到台账目录 data。请到台账所在的文件夹里运行，或用 --data 写明台账目录。"
    ]


def test_byte_order_mark_and_windows_lines(tmp_path: Path) -> None:
    """Files as Windows editors save them are the same ledger: no finding, the same places."""
    texts = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in LEDGER.items()}
    (tmp_path / "windows").mkdir()
    files, windows = find_files(write(tmp_path, LEDGER)), find_files(write(tmp_path / "windows", texts))
    for name in LEDGER:
        root, findings = windows.read(name)
        assert findings == []
        assert root is not None
        expected = files.read(name)[0]
        assert expected is not None
        assert [*marks(root)] == [*marks(expected)]


def test_limit_of_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of just the largest size is read."""
    monkeypatch.setattr(ledger_files, "MAX_BYTES", 1024 * 1024)
    data = write(tmp_path, {"a.yml": "- a #".ljust(1024 * 1024, "#")})
    assert find_files(data).read("a.yml")[0] is not None
    assert reading_findings(data) == []


def test_broken_link(tmp_path: Path) -> None:
    """A link that leads nowhere is a finding at its name."""
    data = write(tmp_path, LEDGER)
    (data / "sections" / "gone.yml").symlink_to(tmp_path / "nowhere.yml")
    words = "data/sections/gone.yml:1:1: 文件打不开。请检查它是否存在、是否有读取权限。"
    assert [str(f) for f in reading_findings(data)] == [words]


def test_what_is_no_plain_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe would be waited for without end; a socket gives nothing. Both are findings at their names."""
    data = write(tmp_path, LEDGER)
    os.mkfifo(data / "sections" / "pipe.yml")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(data / "sections" / "made.yml"))
        found = [str(f) for f in findings_of(data)]
    words = "1:1: 这不是普通的文件，没有打开。请移出台账目录。"
    assert found == [f"data/sections/made.yml:{words}", f"data/sections/pipe.yml:{words}"]


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two gigabytes are refused by their size alone."""
    data = write(tmp_path, LEDGER)
    huge = data / "sections" / "huge.yml"
    huge.touch()
    os.truncate(huge, 2 * 1024**3)
    read: list[str] = []
    read_bytes = Path.read_bytes

    def noted(path: Path) -> bytes:
        read.append(path.name)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    assert [str(f) for f in findings_of(data)] == ["data/sections/huge.yml:1:1: 文件超过 16 MB。请拆成几个文件。"]
    assert "huge.yml" not in read


def test_folder_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With ``--data .`` the places are still names of files, not absolute paths."""
    monkeypatch.chdir(write(tmp_path, {**LEDGER, "plans.yml": "a: `"}))
    assert [f.mark.file for f in reading_findings(Path())] == ["data/plans.yml"]


def test_folder_inside_that_is_a_link(tmp_path: Path) -> None:
    """Files behind a link to a folder are not read, and that is a finding: they would be missing in silence."""
    data = write(tmp_path, LEDGER)
    (tmp_path / "elsewhere").mkdir()
    (data / "more").symlink_to(tmp_path / "elsewhere")
    words = "data/more:1:1: 台账目录里的这个文件夹是链接，里面的文件不会读取。请换成真正的文件夹。"
    assert [str(f) for f in findings_of(data)] == [words]


@pytest.mark.parametrize(
    ("closed", "place"), [(".", "data/."), ("disclosures", "data/disclosures"), ("organizations", "data/organizations")]
)
def test_folder_that_does_not_open(closed: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without the permission to read is told first, and nothing that refers to its files is told as wrong."""
    data = write(tmp_path, LEDGER)
    scandir = os.scandir

    def refused(path: str | Path) -> object:
        if Path(path) == data / closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    words = f"{place}:1:1: 这个文件夹打不开，里面的文件没有读。请检查读取权限，让自己能打开它。"
    assert [str(f) for f in findings_of(data)] == [words]


def test_folder_that_is_a_link(tmp_path: Path) -> None:
    """A ledger that is a link has the link's name in findings: that is the path which the editor knows."""
    data = write(tmp_path, {**LEDGER, "plans.yml": "a: `"})
    (tmp_path / "ledger").symlink_to(data)
    assert [*find_files(tmp_path / "ledger").files] == sorted(LEDGER)
    assert [f.mark.file for f in reading_findings(tmp_path / "ledger")] == ["ledger/plans.yml"]


BROKEN = {
    "site.yml": ("site.yml", "name: 云澜区规划台账", "name: @云澜区规划台账"),
    "documents.yml": ("documents.yml", "validity: 有效", "validity: @有效"),
    "plans.yml": ("plans.yml", "start_year: 2016", "start_year: @2016"),
    "organizations": (DEPARTMENTS, "full_name: 云澜区发展局", "full_name: @云澜区发展局"),
    "sections": ("sections/five.yml", "title: 产业", "title: @产业"),
    "tasks": ("tasks/five/01-industry.yml", "title: 建设园区", "title: @建设园区"),
    "indicators": ("indicators/five/01-industry.yml", "name: 产值", "name: @产值"),
}


@pytest.mark.parametrize("edit", BROKEN.values(), ids=BROKEN.keys())
def test_unreadable_file_is_one_finding(edit: tuple[str, str, str], tmp_path: Path) -> None:
    """A file that cannot be read is one finding: that its records are unknown elsewhere only follows from it."""
    found = findings_of(write(tmp_path, edited(edit)[0]))
    assert [f.code for f in found] == ["yaml-syntax"]


@given(st.binary(max_size=40) | YAML_LIKE.map(str.encode))
def test_any_bytes_are_read_or_told(raw: bytes) -> None:
    """Whatever bytes a file holds, reading the folder never fails."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "f.yml"
        path.write_bytes(raw)
        assert all(str(f) for f in reading_findings(Path(folder)))
