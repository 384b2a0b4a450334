"""What a workbook held is stored cell by cell, and read back as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.language.office import import_words
from generator.office.importing.again.last_reading import LastReading, as_text, file_of, find_last, read_last
from generator.office.workbooks.sheets import Sheet

SHEETS: Final = (
    Sheet(
        "表\\一",
        {(1, 1): "题\n二\t\\n", (4, 28): "是", (12, 703): "y: [z]"},
        ((1, 1, 3, 28), (4, 2, 4, 3)),
        frozenset((2, 12)),
        frozenset((3, 703)),
        False,
        {(4, 2): "cell-error", (12, 28): "cell-struck"},
    ),
    Sheet("空", {}),
)
KEYS: Final = {("tasks", "a"): ("表\\一", 5, "task"), ("plans", "plan-2025"): ("", 2025, "2025")}
TEXT: Final = """\
document: taizhang
title: '2025年台账\\n（一）'
columns:
  干什么: title
  谁来干: lead
sheets:
  - name: '表\\\\一'
    merged:
      - 'A1:AB3'
      - 'B4:C4'
    hidden_rows: [2, 12]
    hidden_columns: [3, 703]
    cells:
      A1: '题\\n二\\t\\\\n'
      AB4: 是
      AAA12: 'y: [z]'
    broken:
      B4: cell-error
      AB12: cell-struck
  - name: 空
    cells:
ids:
  - [tasks, '表\\\\一', 5, task, a]
  - [plans, '', 2025, 2025, plan-2025]
"""


def test_what_is_stored_is_read_back(tmp_path: Path) -> None:
    """Line breaks, tabs and backslashes, columns behind Z, what is merged, hidden or broken; hidden sheets are not."""
    hidden = Sheet("旧稿", {(1, 1): "x"}, hidden=True)
    names = {"谁来干": "lead", "干什么": "title"}
    text = as_text("taizhang", "2025年台账\n（一）", (*SHEETS, hidden), KEYS, names)
    assert text == import_words.STATE_HEADER + TEXT
    more = replace(SHEETS[0], hidden_rows=frozenset((2, 12, 13)), hidden_columns=frozenset((3, 703, 704)))
    assert as_text("taizhang", "2025年台账\n（一）", (more, SHEETS[1]), KEYS, names) == text
    path = file_of(tmp_path, "台账")
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    ids = {(table, key): id_ for (table, id_), key in KEYS.items()}
    stored = LastReading(path, "taizhang", "2025年台账\n（一）", SHEETS, ids, names)
    assert read_last(path) == stored
    assert find_last(tmp_path, "台账", "") == find_last(tmp_path, "别的", stored.title) == stored
    assert find_last(tmp_path, "别的", "别的") is None
