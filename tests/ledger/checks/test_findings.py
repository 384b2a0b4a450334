"""Findings as a whole: every rule is tested, the gravest comes first, and the words are fit to be read."""

from __future__ import annotations

import random
import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.finding_words import DOUBTS, DRAFTS, FINDINGS, NOTICES, RANK, SINCE_PUBLISHED, WORDS
from generator.language.findings.page_findings import PAGE_FINDINGS
from generator.ledger.reading.findings import Finding, Mark, worst_first
from tests.helpers.ledger import Case, edited
from tests.ledger.checks import test_bounds, test_doubts, test_drafts, test_rules, test_schema_check
from tests.ledger.reading import test_ledger_files, test_site_settings, test_table_builder, test_yaml_reader

HERE = Path(__file__).parent
MODULES = (
    test_ledger_files,
    test_yaml_reader,
    test_table_builder,
    test_site_settings,
    test_schema_check,
    test_rules,
    test_doubts,
    test_bounds,
    test_drafts,
)
ELSEWHERE = {"exclusion-unit"}
"""Rules that look at the official texts, as all those do whose name begins with ``verify-``."""


NO_EDIT = {"file-unreadable", "folder-linked", "folder-unreadable", "file-special", *SINCE_PUBLISHED, *PAGE_FINDINGS}
"""Rules whose fault is no edit of a file: test_ledger_files.py makes the links and pipes that lead to them,
test_change_guard.py compares two states of a ledger, tests/publish/policy/test_own_files.py has pages and settings."""


def cases() -> dict[str, list[Case]]:
    """Rule → its cases in all modules; the name of a case is the rule, and behind a slash what is special about it."""
    found: dict[str, list[Case]] = {}
    for module in MODULES:
        for name, value in module.CASES.items():
            found.setdefault(name.partition("/")[0], []).append(value)
    return found


def needs_texts(code: str) -> bool:
    """Whether a rule compares with the official texts."""
    return code.startswith("verify-") or code in ELSEWHERE


def test_every_rule_has_a_case() -> None:
    """No rule is untested: each has a case with its exact words, file and line."""
    uncovered = [c for c in WORDS if not needs_texts(c) and c not in cases() and c not in NO_EDIT]
    assert uncovered == []


def test_every_case_is_of_a_rule() -> None:
    """No case is named after a rule that does not exist, and each expects the words of its rule."""
    for code, found in cases().items():
        assert code in WORDS
        problem = re.compile(re.sub(r"\\{\w+\\}", ".*", re.escape(WORDS[code][0])), re.DOTALL)
        for value in found:
            _, places = edited(*value.edits)
            words = [test_doubts.filled(text, places) for text in value.expected]
            hint = any(problem.search(text) for text in words)
            assert words, code
            assert hint, (code, words)


def test_rules_about_texts_are_tested_elsewhere() -> None:
    """The rules that look at the official texts are named in their own tests."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in (HERE.parent / "verify").glob("test_*.py"))
    assert [code for code in FINDINGS if needs_texts(code) and code not in text] == []


def test_rank_is_the_order_of_the_words() -> None:
    """The order of the vocabulary is the order of gravity."""
    assert [*RANK] == [*FINDINGS, *DOUBTS, *DRAFTS, *NOTICES]
    assert [*RANK.values()] == [*range(len(RANK))]


@pytest.mark.parametrize("code", WORDS)
def test_words(code: str) -> None:
    """Problem and remedy are there, hold only plain names to fill in, and end without a stop: that is put in once."""
    for words in WORDS[code]:
        assert words
        assert not words.endswith(("。", ".", ";", ",")), words
        assert words == words.strip()
        names = [(name, spec) for _, name, spec, _ in string.Formatter().parse(words) if name is not None]
        assert all(name.isidentifier() and not spec for name, spec in names), words


def some(code: str, file: str, line: int, text: str = "a") -> Finding:
    """A finding of a rule; names that its words do not have are no harm."""
    names = [name for words in WORDS[code] for _, name, _, _ in string.Formatter().parse(words) if name]
    return Finding(code, Mark(file, line), dict.fromkeys([*names, "record", "value"], text))


def test_words_of_a_finding() -> None:
    """A finding reads: place, what is wrong, what to do."""
    finding = Finding("lead-missing", Mark("data/tasks/five/01.yml", 3, 5))
    assert str(finding) == (
        "data/tasks/five/01.yml:3:5: 任务没有牵头单位。"
        "请补上 lead；整份文件都不写责任单位的，在 documents.yml 里写 assigns: 不指派。"
    )
    assert finding.problem == FINDINGS["lead-missing"][0]
    assert finding.remedy == FINDINGS["lead-missing"][1]
    assert finding.rank == RANK["lead-missing"]


def test_place_of_a_file() -> None:
    """A place without line and column is the beginning of the file."""
    assert str(Mark("data/plans.yml")) == "data/plans.yml:1:1"


def test_worst_first() -> None:
    """The gravest rule comes first; within a rule findings go by file, line and column."""
    ordered = [
        some("yaml-syntax", "z.yml", 9),
        some("required", "a.yml", 2),
        some("required", "a.yml", 10),
        some("required", "b.yml", 1),
        some("lead-missing", "a.yml", 1),
        some("verify-name", "a.yml", 1),
        some("magnitude", "a.yml", 1),
        some("acknowledged-needless", "a.yml", 1),
    ]
    mixed = [*ordered]
    random.Random(1).shuffle(mixed)
    assert worst_first(mixed) == ordered


def test_identical_findings_once() -> None:
    """A finding that two rules or passes make in the same words stands once; another word makes another."""
    one, other = some("required", "a.yml", 2), some("required", "a.yml", 2, "b")
    assert worst_first([one, other, some("required", "a.yml", 2)]) == [one, other]
    assert worst_first([]) == []


ANY = st.builds(some, st.sampled_from([*WORDS]), st.sampled_from(["a.yml", "b.yml"]), st.integers(1, 3))


@given(st.lists(ANY, max_size=20))
def test_order_of_any_findings(findings: list[Finding]) -> None:
    """Whatever is found, nothing is lost, nothing stands twice, ranks rise, and the order does not matter."""
    found = worst_first(findings)
    assert {str(f) for f in found} == {str(f) for f in findings}
    assert len({str(f) for f in found}) == len(found)
    assert [f.rank for f in found] == sorted(f.rank for f in found)
    assert [str(f) for f in worst_first(findings[::-1])] == [str(f) for f in found]
