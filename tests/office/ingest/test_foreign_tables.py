"""Tables that units made themselves are read by their heads, as the samples say."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.helpers.ledger import ROOT
from tests.helpers.odd_forms import packed

SAMPLES = ROOT.parent / "shared" / "samples"
FORMS = SAMPLES / "beiwan-filled-forms"


@pytest.mark.skipif(not FORMS.is_dir(), reason="the samples are beside the project in its own workplace alone")
def test_every_cell_of_the_samples(tmp_path: Path) -> None:
    """Each of the 102 cells has the value and the grade of the key."""
    out = tmp_path / "cells.json"
    assert main(["ingest", str(FORMS), "--foreign", "--dry-run", "--json", str(out)]) == 0
    key = json.loads((FORMS / "expected.json").read_text(encoding="utf-8"))
    command = [sys.executable, str(SAMPLES / "score.py"), str(out), str(FORMS / "expected.json"), "--misses"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    given = json.loads(out.read_text(encoding="utf-8"))["cells"]
    assert len(given) == len(key["cells"])
    assert done.stdout.count(f"{len(given)}/{len(given)}/{len(given)}") == 2, done.stdout


def test_a_table_in_another_order_and_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Columns are known by their heads; Chinese Windows writes GB 18030; what is doubted is said with its cell."""
    table = tmp_path / "form.csv"
    table.write_bytes("季度上报,,\n完成数,指标名称,单位\n12。5,新建水站,个\n约三万,培训,人\n".encode("gb18030"))
    assert main(["ingest", str(table), "--foreign"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "form.csv A3: 提示：把句号当作小数点，读作 12.5"
    assert [line.split(":")[0] for line in lines[1:-1]] == ["form.csv A4", "form.csv A4"]


UNREADABLE = {
    "a.xlsx": (packed({"xl/workbook.xml": ("</definedNames>", "</definedName>")}), "不是能读的 Excel 文件"),
    "b.xlsx": (b"no workbook", "不是能读的 Excel 文件"),
    "c.csv": (b"\0\x01\x02", "不是能读的文字表格"),
    "d.csv": (("指标名称,完成数\n" + "水" * 200_000).encode(), "不是能读的文字表格"),
}
"""Name of a file → what is in it, and what is said."""


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """A damaged file is named in one line, and the others are read."""
    content, words = UNREADABLE[name]
    before = csv.field_size_limit(131_072)  # Python's own; libraries of the tests raise it
    request.addfinalizer(lambda: csv.field_size_limit(before))
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.csv").write_text("指标名称,完成数\n培训,约三万\n", encoding="utf-8")
    assert main(["ingest", str(tmp_path), "--foreign"]) == 1
    told = capsys.readouterr()
    assert told.err.startswith(f"{name}: 错误：{words}") and told.err.count("\n") == 1
    assert "z.csv B2" in told.out


def test_nothing_to_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without tables is told."""
    assert main(["ingest", str(tmp_path)]) == 2
    assert "没有找到" in capsys.readouterr().err
