"""How a round stands is told by unit, and who is late gets a letter on some days only."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.main import main
from generator.language.office.rounds import round_words
from tests.helpers.filled_forms import DISTRICT, ROUND, opened


def said(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """What the command prints."""
    assert main(["--data", str(DISTRICT), "round", ROUND, *options]) == 0
    return capsys.readouterr().out.splitlines()


def test_how_a_round_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """Counts never go above what is asked; who answered without being asked is told apart."""
    lines = said(capsys, "--on", "2023-10-20")
    assert "要填 9 个单位，已收 0 个，按时 0 个，迟交 0 个；还没有收到 9 个" in lines
    assert "  团区委　未收到　迟 7 天" in lines
    assert any(line.startswith("没有要填、却交了的单位") and "区河湖管理站" in line for line in lines)


@pytest.mark.parametrize(
    ("day", "options", "letters"),
    [("2023-10-13", (), 0), ("2023-10-14", (), 9), ("2023-10-15", (), 0), ("2023-10-15", ("--all",), 9)],
    ids=["in grace", "first day late", "second day", "second day, all"],
)
def test_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str, options: tuple[str, ...], letters: int
) -> None:
    """On the first day late, not on the second; with a list of what is asked, and the workbook of all units."""
    lines = said(capsys, "--on", day, "--out", str(tmp_path), *options)
    texts = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.txt"))]
    assert len(texts) == letters
    assert all("要填的指标：" in text and "天" in text for text in texts)
    assert ("今天没有要催的单位" in lines) is (letters == 0)
    (workbook,) = tmp_path.glob("*.xlsx")
    sheet = opened(workbook.read_bytes()).active
    rows = [*sheet.values]
    assert rows[0] == round_words.HEADS and len(rows) == 10
    assert all(cell.font.bold for cell in sheet[1]) and sheet.freeze_panes == "B2"
