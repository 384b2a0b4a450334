"""The views of the database, which answer the usual questions: tasks, indicators and units with what belongs to them.

The tables that a view names must be in the contract. A column of the contract that is in no arrangement is put at the
end of the view of its table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.downloads.columns import DIGITS, further_columns
from generator.language import page_words
from generator.ledger.contract import Contract, TableSpec
from generator.ledger.enums import Basis, Role, SetBy, Tier
from generator.ledger.periods import LAST_MONTHS

HEADINGS = """
CREATE VIEW v_headings AS
WITH RECURSIVE path (section, heading) AS (
  SELECT id, COALESCE(number, '') || title FROM sections WHERE parent IS NULL
  UNION ALL
  SELECT s.id, path.heading || '{between}' || COALESCE(s.number, '') || s.title
  FROM sections s JOIN path ON s.parent = path.section
)
SELECT section, heading FROM path
"""

UNITS = """(SELECT group_concat(name, '、') FROM (
    SELECT o.name FROM assignments a JOIN organizations o ON o.id = a.organization
    WHERE a.task = {task} AND a.role = '{role}' ORDER BY a.position))"""

TASKS = """
CREATE VIEW v_tasks AS
SELECT t.id, p.title AS plan, h.heading, t.locator, t.title, t.summary, t.kind, t.lead_mode,
  {leads} AS leads,
  {supports} AS supports,
  t.start_year, t.due{further}
FROM tasks t JOIN plans p ON p.id = t.plan JOIN v_headings h ON h.section = t.section
ORDER BY t.rowid
"""

INDICATORS = """
CREATE VIEW v_indicators AS
SELECT i.id, p.title AS plan, h.heading, i.name, i.nature, i.measure, i.unit, i.direction,
  t.start_year, t.end_year, t.comparator, t.value AS target, t.value_digits AS target_digits,
  t.value_text AS target_text, s.state, s.disclosed,
  o.period AS newest_period, o.value AS newest, o.value_digits AS newest_digits, o.value_text AS newest_text,
  o.basis AS newest_basis, o.status AS newest_status,
  {leads} AS leads{further}
FROM indicators i JOIN plans p ON p.id = i.plan JOIN v_headings h ON h.section = i.section
LEFT JOIN targets t ON t.id = (
  SELECT id FROM targets WHERE indicator = i.id AND organization IS NULL
  ORDER BY replaced_by IS NOT NULL, start_year - end_year, start_year, {tiers}, set_by IS '{higher}', rowid LIMIT 1)
LEFT JOIN target_states s ON s.target = t.id
LEFT JOIN observations o ON o.id = (
  SELECT id FROM observations WHERE indicator = i.id AND organization IS NULL
  AND id NOT IN (SELECT revises FROM observations WHERE revises IS NOT NULL)
  ORDER BY {time}, since_year DESC, document DESC, rowid DESC LIMIT 1)
ORDER BY i.rowid
"""

UNIT_TASKS = """
CREATE VIEW v_unit_tasks AS
SELECT o.id AS organization, o.name, a.role, NULL AS via, a.scope, t.id AS task, t.title, p.title AS plan, t.locator,
  t.due{further}
FROM assignments a JOIN organizations o ON o.id = a.organization JOIN tasks t ON t.id = a.task
JOIN plans p ON p.id = t.plan
UNION ALL
SELECT o.id, o.name, a.role, c.name, a.scope, t.id, t.title, p.title, t.locator, t.due{further}
FROM memberships m JOIN organizations o ON o.id = m.member JOIN organizations c ON c.id = m.collective
JOIN assignments a ON a.organization = m.collective JOIN tasks t ON t.id = a.task JOIN plans p ON p.id = t.plan
"""


def views(contract: Contract) -> Iterator[str]:
    """The statements that make the views."""
    tasks, indicators = contract.tables["tasks"], contract.tables["indicators"]
    leads, supports = (UNITS.format(task="t.id", role=role) for role in (Role.LEAD, Role.SUPPORT))
    yield HEADINGS.format(between=page_words.BETWEEN_HEADINGS)
    yield TASKS.format(leads=leads, supports=supports, further=_further("t", tasks))
    yield INDICATORS.format(
        leads=UNITS.format(task="i.task", role=Role.LEAD),
        tiers=_cases("tier", {tier: rank for rank, tier in enumerate(Tier, start=1)}, "0"),
        higher=SetBy.HIGHER_LEVEL,
        time=_newest_first(),
        further=_further("i", indicators),
    )
    yield UNIT_TASKS.format(further=_further("t", tasks))


def _newest_first() -> str:
    """Results, the newest first: by year and last month, a whole year before its parts, a quarter alone last."""
    month = _cases("substr(period, 6)", LAST_MONTHS | {"": 12}, "CAST(substr(period, 6) AS INTEGER)")
    return f"substr(period, 1, 4) DESC, {month} DESC, length(period) = 4 DESC, basis = '{Basis.PART}'"


def _cases(column: str, values: Mapping[str, int], others: str) -> str:
    """A number for each value of a column."""
    whens = " ".join(f"WHEN '{text}' THEN {number}" for text, number in values.items())
    return f"CASE {column} {whens} ELSE {others} END"


def _further(alias: str, spec: TableSpec) -> str:
    """The columns of a table that are in no arrangement, a number with its digits."""
    names = []
    for field in further_columns(spec):
        names += [field.name, DIGITS.format(field.name)] if field.type == "number" else [field.name]
    return "".join(f', {alias}."{name}"' for name in names)
