"""Two ledgers to compare with their texts, and ways to spoil one record of them.

The invented district stands in tests/district together with its texts. The ledger under data/ is compared where its
texts are at hand: they are no part of the repository.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from _pytest.mark import ParameterSet

from generator.language import document_words
from generator.language.chinese_numbers import find_numbers, unit_after
from generator.language.official_text import Layout, fingerprint, normalise, read_documents, span
from generator.ledger.checks.rules import RULES
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Exclusion, Row, Tables
from generator.ledger.verify import verify
from tests.helpers.ledger import ROOT, tables_of

DISTRICT: Final = ROOT / "tests" / "district"
REAL_TEXTS: Final = ROOT.parent / "shared" / "sources"

needs_real_texts = pytest.mark.skipif(
    not REAL_TEXTS.is_dir(), reason="the official texts are no part of the repository, and ../shared/sources is absent"
)


@dataclass(frozen=True)
class Sample:
    """A ledger as rows, with the texts of its documents."""

    tables: Tables
    texts: dict[str, str]
    layouts: dict[str, Layout] = field(default_factory=dict)

    def findings(self, code: str) -> list[Finding]:
        """Findings of one rule, or of all without a code: of the comparison with the texts and of the field's rules."""
        found = [
            *verify(self.tables, self.texts, self.layouts).findings,
            *(f for rule in RULES for f in rule(self.tables)),
        ]
        return [f for f in found if not code or f.code == code]

    def words(self, row: Row) -> str:
        """The words of a row's passage."""
        start, end = span(row["passage"])
        return self.texts[self.document(row)][start:end]

    def document(self, row: Row) -> str:
        """The document of a row; an exclusion has it from its file."""
        return row["document"] or next(e.document for e in self.tables.exclusions if e.row is row)

    def row(self, table: str, id_: str) -> Row:
        """The row with an id."""
        return next(r for r in self.tables.rows[table] if r["id"] == id_)

    def copy(self) -> Sample:
        """A sample whose rows may be changed without changing this one's."""
        rows = {name: [copy_of(row) for row in rows] for name, rows in self.tables.rows.items()}
        exclusions = [Exclusion(e.document, copy_of(e.row)) for e in self.tables.exclusions]
        tables = dataclasses.replace(self.tables, rows=rows, exclusions=exclusions, findings=[*self.tables.findings])
        return Sample(tables, self.texts, self.layouts)


def copy_of(row: Row, **changed: str) -> Row:
    """A row of its own with some cells changed."""
    return Row({**row.cells, **changed}, row.positions, row.mark, row.given, row.broken, row.unresolved)


def read(folder: Path, texts: Path) -> Sample:
    """A ledger from its folder, and the texts of its documents from theirs."""
    tables = tables_of(folder)
    return Sample(tables, read_documents(texts, sorted(tables.ids("documents"))))


@cache
def district() -> Sample:
    """The invented district."""
    return read(DISTRICT / "data", DISTRICT / "sources")


@cache
def real() -> Sample:
    """The ledger of the repository."""
    return read(ROOT / "data", REAL_TEXTS)


Change = Callable[[Sample, Row], None]
Choice = Callable[[Sample], Iterator[Row]]


@dataclass(frozen=True)
class Break:
    """A way to spoil one record: the rule that must notice it (any, without a code), the records, and what is done."""

    name: str
    code: str
    records: Choice
    change: Change

    def count(self, sample: Sample) -> int:
        """How many records of a ledger can be spoilt in this way."""
        return sum(1 for _ in self.records(sample))


def rows_of(*tables: str, where: Callable[[Sample, Row], bool] = lambda _s, _r: True) -> Choice:
    """Rows of tables with a passage in a text, for which a condition holds."""

    def choose(sample: Sample) -> Iterator[Row]:
        for table in tables:
            for row in sample.tables.rows[table]:
                if row["passage"] and where(sample, row):
                    yield row

    return choose


def exclusions(where: Callable[[Sample, Row], bool] = lambda _s, _r: True) -> Choice:
    """Rows of the numbers that are no figure, for which a condition holds."""
    return lambda sample: (e.row for e in sample.tables.exclusions if where(sample, e.row))


def put(column: str, new: str | Callable[[str], str]) -> Change:
    """Write a text into a column, or what a function makes of its text."""

    def change(_sample: Sample, row: Row) -> None:
        row.cells[column] = new if isinstance(new, str) else new(row[column])

    return change


def moved(start: int, end: int) -> Change:
    """Move the ends of the passage; its fingerprint is that of the new words."""

    def change(sample: Sample, row: Row) -> None:
        first, last = span(row["passage"])
        row.cells["passage"] = f"{first + start}-{last + end}"
        row.cells["fingerprint"] = fingerprint(sample.words(row))

    return change


def removed(sample: Sample, row: Row) -> None:
    """Take a row out of its table."""
    for rows in sample.tables.rows.values():
        rows[:] = [r for r in rows if r is not row]
    sample.tables.exclusions[:] = [e for e in sample.tables.exclusions if e.row is not row]


def doubled(sample: Sample, row: Row) -> None:
    """Add a second task that ends where the first does."""
    sample.tables.rows["tasks"].append(copy_of(row, id=f"{row['id']}-again"))


def indicator(sample: Sample, row: Row) -> Row:
    """The indicator of a figure."""
    return sample.row("indicators", row["indicator"])


def of_indicator(change: Change) -> Change:
    """Change the indicator of a figure instead of the figure."""
    return lambda sample, row: change(sample, indicator(sample, row))


def assigned(sample: Sample, task: Row) -> list[Row]:
    """The assignments of a task."""
    return [r for r in sample.tables.rows["assignments"] if r["task"] == task["id"]]


def first_lead_removed(sample: Sample, task: Row) -> None:
    removed(sample, assigned(sample, task)[0])


def first_lead_supports(sample: Sample, task: Row) -> None:
    assigned(sample, task)[0].cells["role"] = "配合"


def last_support_leads(sample: Sample, task: Row) -> None:
    assigned(sample, task)[-1].cells["role"] = "牵头"


def last_assignment_removed(sample: Sample, task: Row) -> None:
    removed(sample, assigned(sample, task)[-1])


def order_reversed(sample: Sample, task: Row) -> None:
    """Name the units of a task in reverse: an editor gives their positions by their order alone."""
    table, rows = sample.tables.rows["assignments"], assigned(sample, task)
    places = [at for at, row in enumerate(table) if row["task"] == task["id"]]
    for at, row in zip(places, reversed(rows), strict=True):
        table[at] = row
    for position, row in enumerate(assigned(sample, task), start=1):
        row.cells["position"] = str(position)


def other_scope(sample: Sample, task: Row) -> None:
    next(r for r in assigned(sample, task) if r["scope"]).cells["scope"] = "别处"


def unregistered_task(sample: Sample, task: Row) -> None:
    """Take a task out with all that stands under it, as where nobody has entered it yet."""
    for row in assigned(sample, task):
        removed(sample, row)
    removed(sample, task)


def stranger(sample: Sample, task: Row) -> Row:
    """An organisation that the words of a task do not name."""
    words = sample.words(task)
    return next(r for r in sample.tables.rows["organizations"] if r["name"] not in words)


def stranger_supports(sample: Sample, task: Row) -> None:
    rows, other = assigned(sample, task), stranger(sample, task)
    place = str(len(rows) + 1)
    new = copy_of(rows[-1], organization=other["id"], printed_name=other["name"], role="配合", position=place)
    sample.tables.rows["assignments"].append(new)


def stranger_leads(sample: Sample, task: Row) -> None:
    other = stranger(sample, task)
    assigned(sample, task)[0].cells.update(organization=other["id"], printed_name=other["name"])


def stranger_is_member(sample: Sample, row: Row) -> None:
    row.cells["member"] = stranger(sample, row)["id"]


def excluded_again(sample: Sample, row: Row) -> None:
    """List an excluded number a second time."""
    own = next(e for e in sample.tables.exclusions if e.row is row)
    sample.tables.exclusions.append(Exclusion(own.document, copy_of(row)))


def excluded_too(sample: Sample, row: Row) -> None:
    """Exclude the number of a figure, though the figure stands in the ledger."""
    words = normalise(row["value_text"])
    own = next(find_numbers(words))
    start = span(row["passage"])[0] + sample.words(row).index(words) + own.start
    cells = {
        "number": own.printed,
        "passage": f"{start}-{start + len(own.printed)}",
        "fingerprint": fingerprint(own.printed),
        "reason": "量词非指标",
    }
    sample.tables.exclusions.append(Exclusion(row["document"], Row(cells, {}, row.mark)))


def cut_short(sample: Sample, row: Row) -> None:
    """Exclude the first character of a number alone."""
    start = span(row["passage"])[0]
    row.cells.update(number=row["number"][0], passage=f"{start}-{start + 1}")
    row.cells["fingerprint"] = fingerprint(sample.words(row))


def both_evidences_removed(_sample: Sample, row: Row) -> None:
    row.cells.update(passage="", fingerprint="")


def other_organization(sample: Sample, row: Row) -> None:
    row.cells["organization"] = stranger(sample, row)["id"]


def neighbour(sample: Sample, row: Row) -> Row | None:
    """The organisation of another figure that is broken down beside this one, and that this passage does not name."""
    words = sample.words(row)
    for table in FIGURES:
        for other in sample.tables.rows[table]:
            if (other["indicator"], other["document"]) == (row["indicator"], row["document"]) and other["organization"]:
                unit = sample.row("organizations", other["organization"])
                if other["organization"] != row["organization"] and unit["name"] not in words:
                    return unit
    return None


def neighbours_organization(sample: Sample, row: Row) -> None:
    unit = neighbour(sample, row)
    assert unit is not None
    row.cells["organization"] = unit["id"]


def twin(sample: Sample, row: Row) -> Row | None:
    """A sum since a year that stands beside a year's own figure: of the same indicator, period and document."""
    key = ("indicator", "organization", "period", "document", "status")
    if row["basis"] != "当年":
        return None
    sums = (r for r in sample.tables.rows["observations"] if r["basis"] == "累计" and r["since_year"])
    return next((r for r in sums if all(r[c] == row[c] for c in key)), None)


def called_a_sum(sample: Sample, row: Row) -> None:
    other = twin(sample, row)
    assert other is not None
    row.cells.update(basis=other["basis"], since_year=other["since_year"])


def has_value(_sample: Sample, row: Row) -> bool:
    return row["value"] not in ("", "0")


def has_value_with_unit(sample: Sample, row: Row) -> bool:
    """Leaves out 千亿产业, which is 1000 in 亿元 alone: with another unit its value is wrong, not the unit."""
    unit = sample.row("indicators", row["indicator"])["unit"]
    return has_value(sample, row) and not (unit.endswith("元") and unit not in normalise(row["value_text"]))


def times_printed(sample: Sample, row: Row) -> int:
    """How often the number of a value, as the coverage counts numbers, stands in the passage."""
    own = next(find_numbers(normalise(row["value_text"])), None)
    return sum(own is not None and n.printed == own.printed for n in find_numbers(sample.words(row)))


def printed_once(sample: Sample, row: Row) -> bool:
    return has_value(sample, row) and times_printed(sample, row) == 1


def printed_twice(sample: Sample, row: Row) -> bool:
    return has_value(sample, row) and times_printed(sample, row) > 1


def has_number(sample: Sample, row: Row) -> bool:
    """Whether the printed value holds a number that the coverage counts."""
    return printed_once(sample, row) and next(find_numbers(normalise(row["value_text"])), None) is not None


def is_in_ten_thousands(sample: Sample, row: Row) -> bool:
    unit = indicator(sample, row)["unit"]
    return has_value(sample, row) and len(unit) > 1 and unit.startswith("万")


def is_bare(sample: Sample, row: Row) -> bool:
    return row["comparator"] == "=" and not any(
        re.search(word, sample.words(row)) for word, _ in document_words.COMPARATOR_WORDS
    )


def has_scope(sample: Sample, row: Row) -> bool:
    return any(r["scope"] for r in assigned(sample, row))


def is_broken_down(_sample: Sample, row: Row) -> bool:
    return bool(row["organization"])


def has_neighbour(sample: Sample, row: Row) -> bool:
    names = (n for n, id_ in sample.tables.names.items() if id_ == row["organization"])
    return is_broken_down(sample, row) and any(n in sample.words(row) for n in names) and bool(neighbour(sample, row))


def has_twin(sample: Sample, row: Row) -> bool:
    return twin(sample, row) is not None


def is_long(_sample: Sample, row: Row) -> bool:
    return len(row["number"]) > 1


def has_parenthesis(sample: Sample, row: Row) -> bool:
    return sample.words(row).endswith(("牵头)", "配合)"))


def has_support(sample: Sample, row: Row) -> bool:
    return has_parenthesis(sample, row) and assigned(sample, row)[-1]["role"] == "配合"


def has_several(sample: Sample, row: Row) -> bool:
    return has_parenthesis(sample, row) and len(assigned(sample, row)) > 1


def has_words_of_comparison(_sample: Sample, row: Row) -> bool:
    return bool(row["comparator"]) and any(
        re.search(word, row["value_text"]) for word, _ in document_words.COMPARATOR_WORDS
    )


def has_compared_value(_sample: Sample, row: Row) -> bool:
    """What has no exact number may go without a comparator."""
    return bool(row["value"] and row["comparator"])


def has_unit_behind(sample: Sample, row: Row) -> bool:
    return bool(unit_after(sample.texts[sample.document(row)], span(row["passage"])[1]))


def is_printed(_sample: Sample, row: Row) -> bool:
    return row["title_source"] == "原文"


def is_own(sample: Sample, row: Row) -> bool:
    return row["title_source"] == "自拟" and normalise(row["title"]) not in sample.words(row)


def must_have_value(sample: Sample, row: Row) -> bool:
    return has_value(sample, row) and not row["value_max"] and indicator(sample, row)["measure"] not in WORDED


def is_range(_sample: Sample, row: Row) -> bool:
    return bool(row["value_max"])


def follows_a_task(sample: Sample, row: Row) -> bool:
    start = span(row["passage"])[0]
    others = (r for r in sample.tables.rows["tasks"] if r["document"] == row["document"] and r["passage"])
    return any(span(r["passage"])[1] == start for r in others)


def documents(sample: Sample) -> Iterator[Row]:
    return (r for r in sample.tables.rows["documents"] if r["text_sha256"])


def headings(sample: Sample) -> Iterator[Row]:
    """The headings of plans, but for those whose document has no text at hand."""
    silent_plans = {p["id"] for p in sample.tables.rows["plans"] if p["document"] and p["document"] not in sample.texts}
    return (r for r in sample.tables.rows["sections"] if r["plan"] not in silent_plans)


FIGURES: Final = ("targets", "observations")
WORDED: Final = ("建成创建", "定性")
EVIDENCE: Final = ("memberships", "tasks", "targets", "observations", "reports", "evaluations")
OTHER_COMPARATOR: Final = {"≈": ">", "≥": "≤", ">": "<", "≤": "≥", "<": ">", "=": ">"}
OTHER_MODE: Final = {"单独牵头": "分别牵头", "分别牵头": "按职责分工牵头", "按职责分工牵头": "单独牵头"}


def digit_changed(text: str) -> str:
    """A fingerprint with another first digit."""
    return ("0" if text[0] != "0" else "1") + text[1:]


def earlier(passage: str) -> str:
    """A passage one character earlier."""
    start, end = span(passage)
    return f"{start - 1}-{end - 1}"


def later(passage: str) -> str:
    """A passage one character later."""
    start, end = span(passage)
    return f"{start + 1}-{end + 1}"


BREAKS: Final = (
    # figures
    Break("value has a digit more", "value-text", rows_of(*FIGURES, where=has_value), put("value", lambda v: f"1{v}")),
    Break("value is another", "value-text", rows_of(*FIGURES, where=has_value), put("value", "98765.4")),
    Break("value is negative", "value-text", rows_of(*FIGURES, where=has_value), put("value", lambda v: f"-{v}")),
    Break("value is lost", "value-missing", rows_of(*FIGURES, where=must_have_value), put("value", "")),
    Break("lower end of a range is lost", "range-half", rows_of("targets", where=is_range), put("value", "")),
    Break("upper end of a range is lost", "range-missing", rows_of("targets", where=is_range), put("value_max", "")),
    Break("upper end of a range is another", "value-text", rows_of("targets", where=is_range), put("value_max", "777")),
    Break("printed words are others", "verify-value", rows_of(*FIGURES), put("value_text", lambda t: f"{t}整")),
    Break("printed number is another", "verify-value", rows_of(*FIGURES, where=has_value), put("value_text", "987654")),
    Break("softener is made up", "verify-qualifier", rows_of(*FIGURES), put("qualifier", "大概")),
    Break(
        "unit is another",
        "verify-unit",
        rows_of(*FIGURES, where=has_value_with_unit),
        of_indicator(put("unit", "克拉")),
    ),
    Break("unit is lost", "unit-missing", rows_of(*FIGURES, where=has_value), of_indicator(put("unit", ""))),
    Break(
        "unit lacks its ten thousand",
        "verify-unit",
        rows_of(*FIGURES, where=is_in_ten_thousands),
        of_indicator(put("unit", lambda u: u[1:])),
    ),
    Break("name is made up", "verify-name", rows_of(*FIGURES), of_indicator(put("name", lambda n: f"{n}鲲鹏"))),
    Break("name is another's", "verify-name", rows_of(*FIGURES), of_indicator(put("name", "骆驼存栏"))),
    Break(
        "comparator is the opposite",
        "comparator-words",
        rows_of("targets", where=has_words_of_comparison),
        put("comparator", lambda c: OTHER_COMPARATOR[c]),
    ),
    Break(
        "bare number is a lower bound", "verify-comparator", rows_of("targets", where=is_bare), put("comparator", "≥")
    ),
    Break(
        "bare number is an upper bound", "verify-comparator", rows_of("targets", where=is_bare), put("comparator", "≤")
    ),
    Break(
        "comparator is lost", "comparator-missing", rows_of("targets", where=has_compared_value), put("comparator", "")
    ),
    Break("target ends after its plan", "target-years", rows_of("targets"), put("end_year", "2099")),
    Break("target is left out", "verify-number", rows_of("targets", where=printed_once), removed),
    Break("observation is left out", "verify-number", rows_of("observations", where=printed_once), removed),
    Break(
        "one of two equal numbers is left out",
        "verify-number",
        rows_of(*FIGURES, where=printed_twice),
        removed,
    ),
    Break(
        "figure is another organisation's",
        "verify-part",
        rows_of(*FIGURES, where=is_broken_down),
        other_organization,
    ),
    Break(
        "figure is its neighbour's",
        "verify-part",
        rows_of(*FIGURES, where=has_neighbour),
        neighbours_organization,
    ),
    Break("year's own is called a sum", "observation-twice", rows_of("observations", where=has_twin), called_a_sum),
    Break("figure has no evidence", "verify-number", rows_of(*FIGURES, where=printed_once), both_evidences_removed),
    # evidence
    Break("passage is one earlier", "verify-fingerprint", rows_of(*EVIDENCE), put("passage", earlier)),
    Break("fingerprint is another", "verify-fingerprint", rows_of(*EVIDENCE), put("fingerprint", digit_changed)),
    Break("fingerprint is lost", "passage-pair", rows_of(*EVIDENCE), put("fingerprint", "")),
    Break("passage is behind the text", "verify-range", rows_of(*EVIDENCE), put("passage", "999990-999999")),
    # tasks and responsibility
    Break("task is left out", "verify-parenthesis", rows_of("tasks", where=has_parenthesis), unregistered_task),
    Break("task is there twice", "verify-parenthesis", rows_of("tasks", where=has_parenthesis), doubled),
    Break("task ends early", "verify-parenthesis", rows_of("tasks", where=has_parenthesis), moved(0, -1)),
    Break("task begins early", "passage-overlap", rows_of("tasks", where=follows_a_task), moved(-1, 0)),
    Break("title is made up", "verify-title", rows_of("tasks", where=is_printed), put("title", lambda t: f"{t}吧")),
    Break("own title is called printed", "verify-title", rows_of("tasks", where=is_own), put("title_source", "原文")),
    Break("heading is made up", "verify-title", headings, put("title", lambda t: f"{t}吧")),
    Break("number of a heading is made up", "verify-number-of-section", headings, put("number", "(九十)")),
    Break(
        "mode of leading is another",
        "verify-mode",
        rows_of("tasks", where=has_parenthesis),
        put("lead_mode", lambda m: OTHER_MODE[m]),
    ),
    Break("mode of leading is lost", "verify-mode", rows_of("tasks", where=has_parenthesis), put("lead_mode", "")),
    Break("lead is left out", "verify-assignment", rows_of("tasks", where=has_parenthesis), first_lead_removed),
    Break("lead is another", "verify-assignment", rows_of("tasks", where=has_parenthesis), stranger_leads),
    Break("lead only supports", "verify-assignment", rows_of("tasks", where=has_parenthesis), first_lead_supports),
    Break("support leads", "verify-assignment", rows_of("tasks", where=has_support), last_support_leads),
    Break("support is left out", "verify-assignment", rows_of("tasks", where=has_support), last_assignment_removed),
    Break("support is added", "verify-assignment", rows_of("tasks", where=has_parenthesis), stranger_supports),
    Break("order is another", "verify-assignment", rows_of("tasks", where=has_several), order_reversed),
    Break("name is not printed", "verify-organization", rows_of("tasks", where=has_parenthesis), stranger_leads),
    Break("scope is made up", "verify-scope", rows_of("tasks", where=has_scope), other_scope),
    Break("member is another", "verify-member", rows_of("memberships"), stranger_is_member),
    Break("member stands elsewhere", "verify-member", rows_of("memberships"), moved(2, 2)),
    # numbers that are no figure, documents
    Break("excluded number is another", "verify-exclusion", exclusions(), put("number", lambda n: f"{n}1")),
    Break("exclusion is one further", "verify-exclusion", exclusions(), put("passage", later)),
    Break("exclusion has another fingerprint", "verify-exclusion", exclusions(), put("fingerprint", digit_changed)),
    Break("exclusion has no passage", "verify-exclusion", exclusions(), put("passage", "")),
    Break("exclusion ends before it begins", "verify-exclusion", exclusions(), put("passage", "9-5")),
    Break("reason is made up", "exclusion-reason", exclusions(), put("reason", "不重要")),
    Break("figure is excluded as a date", "exclusion-unit", exclusions(has_unit_behind), put("reason", "日期")),
    Break("exclusion is left out", "verify-number", exclusions(), removed),
    Break("exclusion is there twice", "verify-exclusion-twice", exclusions(), excluded_again),
    Break("figure is excluded", "verify-exclusion-needless", rows_of(*FIGURES, where=has_number), excluded_too),
    Break(
        "exclusion is cut short",
        "",
        exclusions(is_long),
        cut_short,
    ),
    Break("signed a day later", "verify-header", documents, put("signed_on", "2016-12-17")),
    Break("issuer is another", "verify-header", documents, put("issuer", "某某县人民政府")),
    Break("text is another", "verify-text", documents, put("text_sha256", digit_changed)),
)


def silent(sample: Sample, test_break: Break, places: Iterable[int] | None = None) -> list[str]:
    """The records whose break nobody notices, of those at the given places; by default of all."""
    unnoticed = []
    for place in range(test_break.count(sample)) if places is None else places:
        broken = sample.copy()
        row = [*test_break.records(broken)][place]
        before = copy_of(row)
        test_break.change(broken, row)
        if not any(_tells_of(f, before, broken) for f in broken.findings(test_break.code)):
            unnoticed.append(str(row.mark))
    return unnoticed


def _tells_of(finding: Finding, row: Row, sample: Sample) -> bool:
    """Whether a finding leads to a record: it stands in its file, or names a place of the text inside its passage."""
    files = {row.mark.file, *(r.mark.file for r in sample.tables.rows["indicators"] if r["id"] == row["indicator"])}
    if "at" not in finding.values:
        return finding.mark.file in files
    start, end = span(str(finding.values["at"]))
    first, last = span(row["passage"])
    return first <= start < end <= last


def params(breaks: Iterable[Break]) -> list[ParameterSet]:
    """Parameters of a test, one for each break; by name."""
    return [pytest.param(b, id=b.name) for b in breaks]
