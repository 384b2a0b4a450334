"""Many findings: two hundred on the screen, all in a file that is named."""

from __future__ import annotations

from pathlib import Path

from generator.ledger.checks.findings_file import SHOWN, screen_lines
from generator.ledger.reading.findings import Finding, Mark
from tests.helpers.faults import findings_in_memory, plan


def some(count: int) -> list[Finding]:
    """So many findings."""
    return [Finding("lead-missing", Mark("data/tasks/five/01.yml", line)) for line in range(1, count + 1)]


def test_few_findings_need_no_file(tmp_path: Path) -> None:
    """As many as a screen holds are all printed, and nothing is written."""
    file = tmp_path / "build/findings.txt"
    assert screen_lines(some(SHOWN), file) == [str(one) for one in some(SHOWN)]
    assert not file.exists()


def test_many_findings_stand_in_a_file(tmp_path: Path) -> None:
    """A hundred thousand are two hundred lines, and one that names the file with all of them."""
    file = tmp_path / "build/findings.txt"
    lines = screen_lines(some(100_000), file)
    assert len(lines) == SHOWN + 1
    assert lines[-1] == f"一共 100000 处，上面是前 200 处；全部写在 {file}，由它们引起的也在里面"
    assert file.read_text(encoding="utf-8").count("\n") == 100_000


def test_what_follows_stands_in_the_file(tmp_path: Path) -> None:
    """An empty file of units is one line on the screen; what follows from it can be read in the file."""
    file = tmp_path / "findings.txt"
    found = findings_in_memory({**dict(plan()), "organizations/departments.yml": ""})
    (cause,) = [one for one in found if one.followers]
    assert (cause.code, cause.mark.file) == ("file-empty", "data/organizations/departments.yml")
    assert screen_lines(found, file)[-1].startswith(f"由这些引起的另外 {len(cause.followers)} 处")
    assert file.read_text(encoding="utf-8").count("    由此引起：") == len(cause.followers)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Where nothing can be written, the file stands among those for passing things."""
    blocked = tmp_path / "blocked"
    blocked.write_text("", encoding="utf-8")
    lines = screen_lines(some(SHOWN + 1), blocked / "findings.txt")
    assert Path(lines[-1].split("全部写在 ")[1].split("，由它们")[0]).is_file()


def test_a_long_value_is_cut() -> None:
    """Ten million characters are not repeated, and what is personal is not either."""
    found = Finding("enum", Mark("data/plans.yml"), {"title": "类别", "value": "长" * 10_000_000, "hint": "五年规划"})
    assert len(str(found)) < 300
    assert "共 10000000 字" in str(found)
    told_of = Finding("enum", Mark("data/plans.yml"), {"title": "类别", "value": "13812345678", "hint": "五年规划"})
    assert "13812345678" not in str(told_of)
