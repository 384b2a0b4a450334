"""What is known of a unit."""

from __future__ import annotations

from pathlib import Path

from generator.analysis.facts.unit import unit_facts
from generator.analysis.target_status import StatusIndex
from tests.analysis.small_ledger import DISCLOSURE, index_of


def test_of_what_a_unit_told_the_newest_stands_first(tmp_path: Path) -> None:
    """Beside what is told of the tasks that it leads."""
    more = "plan: five, section: s1, organization: 区文旅局, state: 推进中, summary: 又, source: {locator: 二-8}"
    reports = "".join(f"  - {{id: r{year}, period: {year}, {more}}}\n" for year in (2016, 2018, 2017))
    index = index_of(tmp_path, (DISCLOSURE, "reports:\n", f"reports:\n{reports}"))
    facts = unit_facts(index, StatusIndex(index), "culture-tourism")
    assert [report.id for report in facts.reports] == ["r2018", "r2017", "r2016"]
