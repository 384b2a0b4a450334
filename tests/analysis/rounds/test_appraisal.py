"""The numbers of an appraisal are those that others compute from the CSV."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import duckdb
import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.appraisal import Appraisal, UnitAppraisal, appraisal
from generator.analysis.target_status import StatusIndex
from generator.downloads.output import make_all
from generator.downloads.package import package_outputs
from generator.ledger.load import load
from tests.helpers.copying import dataset_of
from tests.helpers.ledger import ROOT, Edit, edited, write
from tests.helpers.sites import DISTRICT

CONTRACT: Final = ROOT / "datapackage.json"

LAST: Final = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12}
LENGTH: Final = {"Q": 3, "H": 6}

COMPUTED: Final = """
CREATE TEMP TABLE unit_now AS
WITH RECURSIVE line(unit, now) AS (
  SELECT id, id FROM organizations
  UNION
  SELECT line.unit, s.successor FROM line JOIN successions s ON s.organization = line.now AND s.on_date <= '{on}'
)
SELECT unit, now FROM line
WHERE NOT EXISTS (SELECT 1 FROM successions s WHERE s.organization = line.now AND s.on_date <= '{on}');

CREATE TEMP TABLE answering AS
SELECT o.id AS lead, n.now AS unit FROM organizations o
JOIN (SELECT collective AS whole, member FROM memberships UNION ALL
      SELECT id, id FROM organizations
      WHERE kind <> '统称' AND id NOT IN (SELECT collective FROM memberships)) m ON m.whole = o.id
JOIN unit_now n ON n.unit = m.member;

CREATE TEMP TABLE lead_of_indicator AS
SELECT indicator, organization AS lead FROM indicator_assignments WHERE role = '牵头'
UNION ALL
SELECT i.id, a.organization FROM indicators i JOIN assignments a ON a.task = i.task AND a.role = '牵头'
WHERE i.id NOT IN (SELECT indicator FROM indicator_assignments);

CREATE TEMP TABLE held AS
SELECT t.id, t.indicator, coalesce(t.organization, '') AS own, i.nature, i.measure, i.plan, t.document,
       CAST(t.start_year AS INT) AS begins, CAST(t.end_year AS INT) AS ends
FROM targets t JOIN indicators i ON i.id = t.indicator
WHERE coalesce(t.replaced_by, '') = '' AND coalesce(i.replaced_by, '') = ''
  AND CAST(t.start_year AS INT) <= {year} AND CAST(t.end_year AS INT) >= {year};

CREATE TEMP TABLE of_period AS SELECT unnest({parts}) AS period;

CREATE TEMP TABLE told_target AS
SELECT h.id FROM held h WHERE EXISTS (
  SELECT 1 FROM observations o JOIN of_period USING (period)
  WHERE o.indicator = h.indicator AND coalesce(o.organization, '') = h.own
    AND o.id NOT IN (SELECT revises FROM observations WHERE revises IS NOT NULL)
) OR (h.measure IN ('建成创建', '定性') AND EXISTS (
  SELECT 1 FROM report_indicators x JOIN reports r ON r.id = x.report JOIN of_period USING (period)
  WHERE x.indicator = h.indicator AND coalesce(r.organization, '') = h.own));

CREATE TEMP TABLE of_unit AS
SELECT DISTINCT a.unit, h.id FROM held h JOIN lead_of_indicator l USING (indicator) JOIN answering a USING (lead)
WHERE h.own = ''
UNION
SELECT n.now, h.id FROM held h JOIN unit_now n ON n.unit = h.own;

CREATE TEMP TABLE running AS
SELECT t.id FROM tasks t JOIN plans p ON p.id = t.plan
WHERE CAST(p.start_year AS INT) <= {year} AND CAST(p.end_year AS INT) >= {year}
  AND CAST(coalesce(t.start_year, '{year}') AS INT) <= {year}
  AND coalesce(t.replaced_by, '') = ''
  AND coalesce(t.ended_on, '9999') >= '{year}';

CREATE TEMP TABLE told_task AS
SELECT r.id FROM running r WHERE EXISTS (
  SELECT 1 FROM report_tasks x JOIN reports p ON p.id = x.report JOIN of_period USING (period) WHERE x.task = r.id
) OR EXISTS (
  SELECT 1 FROM indicators i JOIN observations o ON o.indicator = i.id JOIN of_period USING (period)
  WHERE i.task = r.id);

CREATE TEMP TABLE task_of_unit AS
SELECT DISTINCT a.unit, r.id FROM running r
JOIN assignments x ON x.task = r.id AND x.role = '牵头' JOIN answering a ON a.lead = x.organization;
"""
"""What a period says of units, from the tables alone."""


def parts(period: str) -> list[str]:
    """Every period within one, counted here in another way."""
    year, _, part = period.partition("-")
    last = LAST.get(part) or int(part or 12)
    first = last - (LENGTH.get(part[:1], 1) if part else 12) + 1
    names = {year: (1, 12)} | {f"{year}-{m:02}": (m, m) for m in range(1, 13)}
    names |= {f"{year}-{name}": (end - LENGTH[name[0]] + 1, end) for name, end in LAST.items()}
    return [name for name, (begin, end) in names.items() if first <= begin and end <= last]


def last_day(period: str) -> date:
    year, _, part = period.partition("-")
    month = LAST.get(part) or int(part or 12)
    return date(int(year) + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The CSV downloads of the made-up district, whose rounds are public."""
    folder = tmp_path_factory.mktemp("csv")
    for name, content in make_all(package_outputs(dataset_of(load(DISTRICT, CONTRACT)))).items():
        if name.endswith(".csv"):
            (folder / Path(name).name).write_bytes(content)
    return folder


def base(tables: Path, period: str) -> duckdb.DuckDBPyConnection:
    """A database with the tables as they were downloaded, and what the period says of units."""
    database = duckdb.connect()
    for file in tables.glob("*.csv"):
        database.execute(f"CREATE TABLE {file.stem} AS SELECT * FROM read_csv('{file}', all_varchar = true)")
    values = {"on": last_day(period).isoformat(), "year": int(period[:4]), "parts": parts(period)}
    database.execute(COMPUTED.format(**values))
    return database


def computed(database: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, ...]]:
    """Unit → its targets, those that are binding, those that are told of; its tasks, those that are told of."""
    rows: list[Any] = database.execute(
        """
        SELECT o.id,
          (SELECT count(*) FROM of_unit u WHERE u.unit = o.id),
          (SELECT count(*) FROM of_unit u JOIN held h USING (id) WHERE u.unit = o.id AND h.nature = '约束性'),
          (SELECT count(*) FROM of_unit u JOIN told_target USING (id) WHERE u.unit = o.id),
          (SELECT count(*) FROM task_of_unit u WHERE u.unit = o.id),
          (SELECT count(*) FROM task_of_unit u JOIN told_task USING (id) WHERE u.unit = o.id)
        FROM organizations o
        """
    ).fetchall()
    return {unit: tuple(numbers) for unit, *numbers in rows if any(numbers)}


def found(unit: UnitAppraisal) -> tuple[int, ...]:
    """The same as the appraisal has it."""
    targets, tasks = unit.told_targets, unit.told_tasks
    return targets.whole, unit.binding, targets.part, tasks.whole, tasks.part


def of_district(period: str) -> tuple[LedgerIndex, Appraisal]:
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    return index, appraisal(index, StatusIndex(index), period)


@pytest.mark.parametrize("period", ["2023", "2023-H1", "2023-Q3", "2023-09", "2022", "2019"])
def test_others_count_the_same_targets_and_tasks(tables: Path, period: str) -> None:
    """Whose targets and tasks they are, which are binding, of which something is told: a database finds the same."""
    _, own = of_district(period)
    database = base(tables, period)
    with_some = {unit.organization.id: found(unit) for unit in own.units if unit.organization}
    assert {unit: numbers for unit, numbers in with_some.items() if any(numbers)} == computed(database)
    whole = database.execute(
        """SELECT (SELECT count(*) FROM held), (SELECT count(*) FROM held WHERE nature = '约束性'),
        (SELECT count(*) FROM told_target), (SELECT count(*) FROM running), (SELECT count(*) FROM told_task)"""
    ).fetchone()
    assert found(own.whole) == whole


def owed(database: duckdb.DuckDBPyConnection, round_: str, plan: str, year: int) -> Iterator[str]:
    """The units that a round of a plan asks, by the tables of the day on which it opens."""
    asked = f"""
        SELECT a.unit FROM held h JOIN lead_of_indicator l USING (indicator) JOIN answering a USING (lead)
        WHERE h.measure NOT IN ('建成创建', '定性') AND h.indicator IN (
          SELECT indicator FROM held g WHERE (g.own = '' AND '{plan}' = coalesce(
            (SELECT min(p.id) FROM plans p JOIN plans f ON f.id = g.plan
             WHERE p.document = g.document AND p.parent = g.plan AND g.begins = g.ends
               AND f.start_year <> f.end_year AND CAST(p.start_year AS INT) = g.begins), g.plan))
          OR (g.own <> '' AND g.plan = '{plan}'))
        UNION
        SELECT n.now FROM held h JOIN unit_now n ON n.unit = h.own
        WHERE h.plan = '{plan}' AND h.measure NOT IN ('建成创建', '定性')
        UNION
        SELECT a.unit FROM tasks t JOIN assignments x ON x.task = t.id AND x.role = '牵头'
        JOIN answering a ON a.lead = x.organization JOIN rounds r ON r.id = '{round_}'
        WHERE t.plan = '{plan}' AND coalesce(t.replaced_by, '') = ''
          AND coalesce(t.ended_on, '9999') >= r.opens_on
          AND CAST(coalesce(t.start_year, '{year}') AS INT) <= {year}
    """
    return (unit for (unit,) in database.execute(asked).fetchall())


@pytest.mark.parametrize("round_", ["2023-h1", "2023-q3"])
def test_others_count_the_same_answers(tables: Path, round_: str) -> None:
    """Who was asked, who answered, on time, completely: from rounds.csv and submissions.csv."""
    index, _ = of_district("2023")
    record = next(one for one in index.ledger.rounds if one.id == round_)
    database = base(tables, record.period)
    on = {"on": record.opens_on.isoformat(), "year": int(record.period[:4]), "parts": parts(record.period)}
    for line in COMPUTED.split("CREATE TEMP TABLE ")[1:]:
        database.execute(f"DROP TABLE {line.split()[0]}")
    database.execute(COMPUTED.format(**on))
    units = {*owed(database, round_, record.plan, int(record.period[:4]))}
    limit = (record.due_on + timedelta(days=record.grace_days)).isoformat()
    rows = database.execute(
        f"""
        SELECT organization, min(received_on) FILTER (state <> '空表') <= '{limit}', bool_or(state <> '空表'),
          arg_max(state, CAST(number AS INT)) IN ('齐', '无变化')
        FROM submissions WHERE round = '{round_}' GROUP BY organization
        """
    ).fetchall()
    answers = {unit: (answered, bool(on_time), complete) for unit, on_time, answered, complete in rows}
    _, own = of_district(record.period)
    assert {a.status.duties.organization.id for a in own.whole.answers if a.round.id == round_} == units
    for answer in own.whole.answers:
        told = answers.get(answer.status.duties.organization.id, (False, False, False))
        assert (answer.status.answered, answer.status.on_time is True, answer.complete) == told
    assert own.whole.answered == (sum(answers.get(unit, (False,))[0] for unit in units), len(units))


def small(folder: Path, period: str, *edits: Edit) -> Appraisal:
    """The appraisal of the small ledger."""
    index = LedgerIndex(load(write(folder, edited(*edits)[0]), CONTRACT))
    return appraisal(index, StatusIndex(index), period)


def test_a_period_without_a_round_has_no_rate(tmp_path: Path) -> None:
    """Nobody is said to have answered nothing where nobody was asked."""
    assert small(tmp_path, "2017").whole.answered.of_one is None


def test_a_rate_is_a_part_of_one(tmp_path: Path) -> None:
    """One of three units answered."""
    answered = small(tmp_path, "2018").whole.answered.of_one
    assert answered is not None and round(answered, 4) == Decimal("0.3333")


def test_an_empty_form_is_no_answer(tmp_path: Path) -> None:
    """A unit that sent an empty form is not counted among those that answered, nor as on time."""
    empty = ("submissions/round-2018.yml", "state: 齐", "state: 空表")
    whole = small(tmp_path, "2018", empty).whole
    assert (whole.answered, whole.on_time, whole.complete) == ((0, 3), (0, 3), (0, 3))


def test_a_joint_task_counts_once_for_the_place(tmp_path: Path) -> None:
    """Two units lead it, each has it, and the place has it once."""
    own = small(tmp_path, "2018")
    assert sum("parks" in [t.task.id for t in unit.tasks] for unit in own.units) == 2
    assert [t.task.id for t in own.whole.tasks].count("parks") == 1


def test_binding_targets_come_first(tmp_path: Path) -> None:
    """A unit reads first what it is bound to."""
    unit = next(u for u in small(tmp_path, "2018").units if u.organization and u.organization.name == "区发展局")
    assert [str(one.indicator.nature) for one in unit.targets] == ["约束性", "预期性", "任务指标"]


def test_what_a_successor_took_over_is_its_own(tmp_path: Path) -> None:
    """At the end of 2018 the new unit has the task and the answers of the old one; in June the old one has them."""
    names = {}
    for period in ("2018", "2018-H1"):
        units = small(tmp_path, period).units
        names[period] = [unit.organization.name for unit in units if unit.organization]
    assert "区文旅局" in names["2018"] and "区文化局" not in names["2018"]
    assert "区文化局" in names["2018-H1"] and "区文旅局" not in names["2018-H1"]


def test_of_what_was_told_in_a_period_the_newest_stands_there(tmp_path: Path) -> None:
    """The table has one line for a task; the year as a whole is told at its end."""
    more = "plan: five, section: s1-1, tasks: [grow], state: 推进中, summary: 又, source: {locator: 二-8}"
    times = (("march", "2017-03"), ("november", "2017-11"), ("june", "2017-06"), ("year", "2017"))
    reports = "".join(f"  - {{id: {id_}, period: {period}, {more}}}\n" for id_, period in times)
    disclosure = "disclosures/doc-2018.yml"
    told = {}
    for period in ("2017", "2017-H1"):
        whole = small(tmp_path, period, (disclosure, "reports:\n", f"reports:\n{reports}")).whole
        told[period] = [report.id for one in whole.tasks for report in one.reports]
    assert told == {"2017": ["year", "report-grow"], "2017-H1": ["june"]}
