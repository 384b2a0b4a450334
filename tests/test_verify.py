"""The comparison with the official texts finds what is wrong in a record, and is silent where nothing is.

Two ledgers are compared: the invented district of tests/district, whose texts are part of the repository, and the
ledger under data/ where its texts are at hand. Both are then broken in memory, one record at a time.
"""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from generator import terms
from generator.check import check
from generator.contract import Contract, load_contract
from generator.numbers import unit_after
from generator.reader import read_tree
from generator.site import read_site
from generator.source import Finding
from generator.tables import Exclusion, Row, Tables, build_tables
from generator.text import digest, fingerprint, normalise, read_documents, span
from generator.verify import PartCoverage, Verification, read_parenthesis, verify

ROOT: Final = Path(__file__).resolve().parent.parent
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

    def findings(self, code: str) -> list[Finding]:
        """Findings of one rule: of the comparison with the texts, or of the checks when it has none."""
        return _of(code, verify(self.tables, self.texts).findings) or _of(code, check(self.tables, contract()))

    def words(self, row: Row) -> str:
        """The words of a row's passage."""
        start, end = span(row["passage"])
        return self.texts[self.document(row)][start:end]

    def document(self, row: Row) -> str:
        """The document of a row; an exclusion has it from its file."""
        return row["document"] or next(e.document for e in self.tables.exclusions if e.row is row)

    def copy(self) -> Sample:
        """A sample whose rows may be changed without changing this one's."""
        rows = {name: [_copy(row) for row in rows] for name, rows in self.tables.rows.items()}
        exclusions = [Exclusion(e.document, _copy(e.row)) for e in self.tables.exclusions]
        tables = dataclasses.replace(self.tables, rows=rows, exclusions=exclusions, findings=[*self.tables.findings])
        return Sample(tables, self.texts)


def _of(code: str, findings: Iterable[Finding]) -> list[Finding]:
    return [f for f in findings if f.code == code]


def _copy(row: Row, **changed: str) -> Row:
    return Row({**row.cells, **changed}, row.marks, row.mark, row.broken)


@cache
def contract() -> Contract:
    """The contract at the root of the repository."""
    return load_contract(ROOT / "datapackage.json")


def read(folder: Path, texts: Path) -> Sample:
    """A ledger from its folder, and the texts of its documents from theirs."""
    tables = build_tables(read_tree(folder), contract())
    return Sample(tables, read_documents(texts, sorted(tables.ids("documents"))))


@cache
def district() -> Sample:
    """The invented district."""
    return read(DISTRICT / "data", DISTRICT / "sources")


@cache
def real() -> Sample:
    """The ledger of the repository."""
    return read(ROOT / "data", REAL_TEXTS)


# -- nothing wrong, nothing found


def test_district_passes_the_checks() -> None:
    """The rows of the invented district fit the contract and the rules, and its settings are complete."""
    tables = district().tables
    assert [str(f) for f in check(tables, contract())] == []
    site, findings = read_site(tables.site, "data/site.yml")
    assert findings == []
    assert site is not None
    assert not site.demonstration
    assert all((site.url, site.publisher, site.contact, site.site_code, site.icp, site.police))


def test_district_feeds_every_table_and_every_word_of_the_contract() -> None:
    """Each table has rows; each value of an enum stands in one, apart from 废止, which takes a fourth document."""
    rows = district().tables.rows
    assert [name for name, found in rows.items() if not found] == []
    missing = {
        (name, f.name, value)
        for name, spec in contract().tables.items()
        for f in spec.fields
        for value in set(f.enum) - {r[f.name] for r in rows[name]}
    }
    assert missing == {("documents", "validity", "废止")}


def test_district_agrees_with_its_texts() -> None:
    """Every passage has its fingerprint, every parenthesis its task, every number a record or a reason."""
    result = verify(district().tables, district().texts)
    assert [str(f) for f in result.findings] == []
    assert (result.fingerprints, result.mismatches) == (131, 0)
    assert (result.parentheses, result.matched) == (11, 11)
    assert result.without_text == []


def test_district_coverage_by_part() -> None:
    """Numbers are counted for each part of a document, between its highest headings."""
    found = [(p.document, p.part, p.numbers, p.used, p.excluded) for p in _parts(district())]
    assert found == [
        ("chengxi-145-midterm-review-2023", "文首", 8, 0, 8),
        ("chengxi-145-midterm-review-2023", "二", 7, 6, 1),
        ("chengxi-145-midterm-review-2023", "三", 15, 15, 0),
        ("chengxi-145-midterm-review-2023", "四", 3, 0, 3),
        ("chengxi-145-task-assignment-2021", "文首", 19, 0, 19),
        ("chengxi-145-task-assignment-2021", "一", 0, 0, 0),
        ("chengxi-145-task-assignment-2021", "二", 9, 8, 1),
        ("chengxi-145-task-assignment-2021", "三", 14, 12, 2),
        ("chengxi-145-task-assignment-2021", "四", 2, 0, 2),
        ("chengxi-145-task-assignment-2021", "五", 4, 0, 4),
        ("chengxi-annual-plan-2023", "文首", 13, 0, 13),
        ("chengxi-annual-plan-2023", "一", 14, 13, 1),
        ("chengxi-annual-plan-2023", "二", 8, 7, 1),
    ]


def _parts(sample: Sample) -> list[PartCoverage]:
    return verify(sample.tables, sample.texts).parts


def test_a_lost_number_lowers_the_coverage_of_its_part_alone() -> None:
    """What a part lacks is the difference of its numbers and of those that are used or excluded."""
    broken = district().copy()
    row = next(r for r in broken.tables.rows["observations"] if r["id"] == "accident-deaths-2022")
    broken.tables.rows["observations"].remove(row)
    lacking = {(p.document, p.part): p.numbers - p.used - p.excluded for p in _parts(broken)}
    assert {part: n for part, n in lacking.items() if n} == {("chengxi-annual-plan-2023", "一"): 1}


@pytest.mark.parametrize("path", sorted((DISTRICT / "sources").glob("*.txt")), ids=lambda p: p.stem)
def test_the_texts_of_the_district_need_their_normal_form(path: Path) -> None:
    """Full-width characters and white space stand in the files as they are, so offsets hold in the normal form alone."""
    raw = path.read_text(encoding="utf-8-sig")
    assert normalise(raw) != "".join(raw.split())
    assert normalise(raw) != raw.replace("\n", "")
    row = next(r for r in district().tables.rows["documents"] if r["id"] == path.stem)
    assert row["text_sha256"] == digest(normalise(raw)) != digest(raw)


def test_documents_without_text_are_named_and_not_judged() -> None:
    """Where no text is at hand nothing is found, and the document is named as such."""
    tables, texts = district().tables, dict(district().texts)
    nothing = verify(tables, {})
    assert nothing == Verification(without_text=[r["id"] for r in tables.rows["documents"]])
    del texts["chengxi-145-midterm-review-2023"]
    rest = verify(tables, texts)
    assert (rest.findings, rest.without_text) == ([], ["chengxi-145-midterm-review-2023"])
    assert {p.document for p in rest.parts} == set(texts)


@needs_real_texts
def test_the_real_ledger_agrees_with_its_texts() -> None:
    """All 141 responsibility parentheses have their task, no fingerprint is wrong, and no number is left over."""
    result = verify(real().tables, real().texts)
    assert [str(f) for f in result.findings] == []
    assert (result.parentheses, result.matched, result.mismatches) == (141, 141, 0)
    assert result.without_text == []
    assert all(p.numbers == p.used + p.excluded for p in result.parts)


# -- one record wrong, and it is found


Change = Callable[[Sample, Row], None]
Choice = Callable[[Sample], Iterator[Row]]


@dataclass(frozen=True)
class Break:
    """A way to spoil one record: the rule that must notice, the records it can be done to, and what is done."""

    name: str
    code: str
    records: Choice
    change: Change


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
    sample.tables.rows["tasks"].append(_copy(row, id=f"{row['id']}-again"))


def indicator(sample: Sample, row: Row) -> Row:
    """The indicator of a figure."""
    return next(r for r in sample.tables.rows["indicators"] if r["id"] == row["indicator"])


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
    rows = assigned(sample, task)
    for row, place in zip(rows, range(len(rows), 0, -1), strict=True):
        row.cells["position"] = str(place)


def stranger(sample: Sample, task: Row) -> Row:
    """An organisation that the words of a task do not name."""
    words = sample.words(task)
    return next(r for r in sample.tables.rows["organizations"] if r["name"] not in words)


def stranger_supports(sample: Sample, task: Row) -> None:
    rows, other = assigned(sample, task), stranger(sample, task)
    place = str(len(rows) + 1)
    new = _copy(rows[-1], organization=other["id"], printed_name=other["name"], role="配合", position=place)
    sample.tables.rows["assignments"].append(new)


def stranger_leads(sample: Sample, task: Row) -> None:
    other = stranger(sample, task)
    assigned(sample, task)[0].cells.update(organization=other["id"], printed_name=other["name"])


def stranger_is_member(sample: Sample, row: Row) -> None:
    row.cells["member"] = stranger(sample, row)["id"]


def both_evidences_removed(_sample: Sample, row: Row) -> None:
    row.cells.update(passage="", fingerprint="")


def has_value(_sample: Sample, row: Row) -> bool:
    return row["value"] not in ("", "0")


def has_parenthesis(sample: Sample, row: Row) -> bool:
    return sample.words(row).endswith(("牵头)", "配合)"))


def has_support(sample: Sample, row: Row) -> bool:
    return has_parenthesis(sample, row) and assigned(sample, row)[-1]["role"] == "配合"


def has_several(sample: Sample, row: Row) -> bool:
    return has_parenthesis(sample, row) and len(assigned(sample, row)) > 1


def has_words_of_comparison(_sample: Sample, row: Row) -> bool:
    return bool(row["comparator"]) and any(word in row["value_text"] for word, _ in terms.COMPARATOR_WORDS)


def has_comparator(_sample: Sample, row: Row) -> bool:
    return bool(row["comparator"])


def has_unit_behind(sample: Sample, row: Row) -> bool:
    return bool(unit_after(sample.texts[sample.document(row)], span(row["passage"])[1]))


def is_printed(_sample: Sample, row: Row) -> bool:
    return row["title_source"] == "原文"


def is_own(sample: Sample, row: Row) -> bool:
    return row["title_source"] == "自拟" and normalise(row["title"]) not in sample.words(row)


def must_be_summed(sample: Sample, row: Row) -> bool:
    return has_value(sample, row) and indicator(sample, row)["measure"] not in ("每年", "建成创建", "定性")


def documents(sample: Sample) -> Iterator[Row]:
    return (r for r in sample.tables.rows["documents"] if r["text_sha256"])


def headings(sample: Sample) -> Iterator[Row]:
    return iter(sample.tables.rows["sections"])


FIGURES: Final = ("targets", "observations")
EVIDENCE: Final = ("memberships", "tasks", "targets", "observations", "reports", "evaluations")
OTHER_COMPARATOR: Final = {"≥": "≤", ">": "<", "≤": "≥", "<": ">", "=": ">"}
OTHER_MODE: Final = {"单独牵头": "分别牵头", "分别牵头": "按职责分工牵头", "按职责分工牵头": "单独牵头"}


def digit_changed(text: str) -> str:
    """The text with another first character, a hexadecimal digit too."""
    return ("0" if text[0] != "0" else "1") + text[1:]


BREAKS: Final = (
    # figures
    Break("value is one more", "value-text", rows_of(*FIGURES, where=has_value), put("value", lambda v: f"1{v}")),
    Break("value moves its decimals", "value-text", rows_of(*FIGURES, where=has_value), put("value", lambda v: f"{v}5")),
    Break("value of a target is lost", "measure-value", rows_of("targets", where=must_be_summed), put("value", "")),
    Break("printed words are others", "verify-value", rows_of(*FIGURES), put("value_text", lambda t: f"{t}整")),
    Break("printed number is another", "verify-value", rows_of(*FIGURES, where=has_value), put("value_text", "987654")),
    Break("softener is made up", "verify-qualifier", rows_of(*FIGURES), put("qualifier", "大概")),
    Break("unit is another", "verify-unit", rows_of(*FIGURES, where=has_value), of_indicator(put("unit", "克拉"))),
    Break("unit is lost", "unit-missing", rows_of(*FIGURES, where=has_value), of_indicator(put("unit", ""))),
    Break("name is made up", "verify-name", rows_of(*FIGURES), of_indicator(put("name", lambda n: f"{n}鲲鹏"))),
    Break("name is another's", "verify-name", rows_of(*FIGURES), of_indicator(put("name", "骆驼存栏"))),
    Break(
        "comparator is the opposite",
        "comparator-words",
        rows_of("targets", where=has_words_of_comparison),
        put("comparator", lambda c: OTHER_COMPARATOR[c]),
    ),
    Break("comparator is lost", "comparator-missing", rows_of("targets", where=has_comparator), put("comparator", "")),
    Break("target ends after its plan", "target-years", rows_of("targets"), put("end_year", "2099")),
    Break("target is left out", "verify-number", rows_of("targets", where=has_value), removed),
    Break("observation is left out", "verify-number", rows_of("observations", where=has_value), removed),
    Break("figure has no evidence", "verify-number", rows_of(*FIGURES, where=has_value), both_evidences_removed),
    # evidence
    Break("passage is one further", "verify-fingerprint", rows_of(*EVIDENCE), put("passage", lambda p: _shifted(p))),
    Break("fingerprint is another", "verify-fingerprint", rows_of(*EVIDENCE), put("fingerprint", digit_changed)),
    Break("fingerprint is lost", "passage-pair", rows_of(*EVIDENCE), put("fingerprint", "")),
    Break("passage is behind the text", "verify-range", rows_of(*EVIDENCE), put("passage", "999990-999999")),
    # tasks and responsibility
    Break("task is left out", "verify-parenthesis", rows_of("tasks", where=has_parenthesis), removed),
    Break("task is there twice", "verify-parenthesis", rows_of("tasks", where=has_parenthesis), doubled),
    Break("task ends early", "verify-parenthesis", rows_of("tasks", where=has_parenthesis), moved(0, -1)),
    Break("task begins early", "passage-overlap", rows_of("tasks", where=lambda s, r: _follows(s, r)), moved(-1, 0)),
    Break("title is made up", "verify-title", rows_of("tasks", where=is_printed), put("title", lambda t: f"{t}吧")),
    Break("own title is called printed", "verify-title", rows_of("tasks", where=is_own), put("title_source", "原文")),
    Break("heading is made up", "verify-title", headings, put("title", lambda t: f"{t}吧")),
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
    Break("member is another", "verify-member", rows_of("memberships"), stranger_is_member),
    Break("member stands elsewhere", "verify-member", rows_of("memberships"), moved(1, 1)),
    # numbers that are no figure, documents
    Break("excluded number is another", "verify-exclusion", exclusions(), put("number", lambda n: f"{n}1")),
    Break("exclusion is one further", "verify-exclusion", exclusions(), put("passage", lambda p: _shifted(p))),
    Break("exclusion has another fingerprint", "verify-exclusion", exclusions(), put("fingerprint", digit_changed)),
    Break("exclusion has no passage", "passage-order", exclusions(), put("passage", "")),
    Break("exclusion ends before it begins", "passage-order", exclusions(), put("passage", "9-5")),
    Break("reason is made up", "verify-reason", exclusions(), put("reason", "不重要")),
    Break("figure is excluded as a date", "exclusion-unit", exclusions(has_unit_behind), put("reason", "日期")),
    Break("exclusion is left out", "verify-number", exclusions(), removed),
    Break("text is another", "verify-text", documents, put("text_sha256", digit_changed)),
)


def _shifted(passage: str) -> str:
    start, end = span(passage)
    return f"{start + 1}-{end + 1}"


def _follows(sample: Sample, row: Row) -> bool:
    """Whether a task begins where another of its document ends."""
    start = row["passage"].partition("-")[0]
    ends = {r["passage"].partition("-")[2] for r in sample.tables.rows["tasks"] if r["document"] == row["document"]}
    return start in ends


def silent(sample: Sample, test_break: Break, picked: Callable[[list[int]], list[int]]) -> list[str]:
    """The records whose break nobody notices, of those that are picked by their place."""
    places = picked(list(range(len([*test_break.records(sample)]))))
    assert places, "no record to which this could be done"
    unnoticed = []
    for place in places:
        broken = sample.copy()
        row = [*test_break.records(broken)][place]
        before = _copy(row)
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


def ends_and_middle(places: list[int]) -> list[int]:
    """The first, the middle and the last place."""
    return sorted({places[0], places[len(places) // 2], places[-1]})


@pytest.mark.parametrize("test_break", BREAKS, ids=lambda b: b.name)
def test_a_break_of_the_district_is_noticed(test_break: Break) -> None:
    """Whatever record of the district is broken in this way, the rule notices and leads to it."""
    picked = ends_and_middle if not test_break.code.startswith("verify-") else lambda places: places
    assert silent(district(), test_break, picked) == []


@needs_real_texts
@pytest.mark.parametrize("test_break", BREAKS, ids=lambda b: b.name)
def test_a_break_of_the_real_ledger_is_noticed(test_break: Break) -> None:
    """The first, the middle and the last record of the real ledger that is broken in this way are noticed."""
    assert silent(real(), test_break, ends_and_middle) == []
