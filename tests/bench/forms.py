"""What it costs to collect the forms of a large place: 300 workbooks with 6,000 values, filled and saved by a program.

``python -m tests.bench.forms FORMS`` fills the forms of a folder.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Cost, median_cost, python, run
from tests.bench.projects import BenchFolder
from tests.bench.table import Row
from tests.helpers.filled_forms import fill_form

UNITS, VALUES = 300, 20
"""Units, and values that each of them tells."""
ROUND, RECEIVED = "2023-q3", "2023-10-10"
SITE = """\
contract: 2
name: 测量台账
place: 测量区
level: 区
description: 测量用的台账
demonstration: true
notice: 示例站
version: 1.0.0
package: bench-plan-ledger
licence: {name: CC-BY-4.0, title: 署名, path: https://creativecommons.org/licenses/by/4.0/, attribution: 测量}
keywords: [规划]
"""
DOCUMENTS = """\
- {id: notice, title: 任务分工的通知, issuer: 区政府, signed_on: 2021-03-01, validity: 有效, assigns: 按括注}
- {id: summary, title: 第三季度汇总, issuer: 区政府, signed_on: 2023-10-20, validity: 有效}
"""
PLANS = "- {id: plan, title: 第十四个五年规划, kind: 五年规划, start_year: 2021, end_year: 2025, document: notice}\n"
ROUNDS = f"""\
- {{id: {ROUND}, plan: plan, document: summary, period: 2023-Q3, opens_on: 2023-09-25, due_on: 2023-10-10,
   grace_days: 3}}
"""
UNIT = "- {{id: unit-{n}, name: 第{n}局, kind: 政府部门}}\n"
TASK = """\
- id: task-{n}
  section: whole
  title: 办好第 {n} 件事
  title_source: 自拟
  summary: 一件事
  kind: 重点任务
  lead_mode: 单独牵头
  lead: [第{n}局]
  source: {{locator: 一-{n}}}
"""
INDICATOR = """\
- id: task-{n}-value-{k}
  task: task-{n}
  name: 第 {n} 局第 {k} 项
  nature: 任务指标
  measure: 期末水平
  unit: 个
  direction: 越高越好
  target:
    comparator: ≥
    value: {value}
    value_text: {value}个
    source: {{locator: 一-{n}}}
"""


def rows(folder: BenchFolder, times: int) -> Iterator[Row]:
    """One row: all forms are read, graded and written into the ledger."""
    place = folder.folder / "forms"
    write_ledger(place / "start")
    data = ("--data", str(place / "start"))
    run(python("-m", "generator", *data, "forms", ROUND, "--out", str(place / "filled")))
    run(python("-m", "tests.bench.forms", str(place / "filled")))
    cost = median_cost(times, lambda: collected(place))
    values = cost.output.count("新的完成值 20 项") * VALUES
    assert values == UNITS * VALUES, "each value is taken"
    what = f"{UNITS} filled workbooks with {values:,} values are collected"
    yield Row("forms/300", what, cpu=cost.cpu, wall=cost.wall, memory=cost.memory)


def collected(place: Path) -> Cost:
    """Collect all forms into a new copy of the ledger."""
    shutil.rmtree(place / "data", ignore_errors=True)
    shutil.copytree(place / "start", place / "data")
    data = ("--data", str(place / "data"))
    return run(python("-m", "generator", *data, "ingest", str(place / "filled"), "--on", RECEIVED, "--here"))


def write_ledger(data: Path) -> None:
    """A plan whose units lead one task each."""
    numbers = range(1, UNITS + 1)
    indicators = (INDICATOR.format(n=n, k=k, value=1000 + n * k) for n in numbers for k in range(1, VALUES + 1))
    texts = {
        "site.yml": SITE,
        "documents.yml": DOCUMENTS,
        "plans.yml": PLANS,
        "rounds.yml": ROUNDS,
        "sections/plan.yml": "- {id: whole, title: 任务, number: 一}\n",
        "organizations/departments.yml": "".join(UNIT.format(n=n) for n in numbers),
        "tasks/plan/01-whole.yml": "".join(TASK.format(n=n) for n in numbers),
        "indicators/plan/01-whole.yml": "".join(indicators),
    }
    for name, text in texts.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for form in Path(sys.argv[1]).glob("*.xlsx"):
        form.write_bytes(fill_form(form.read_bytes()))
