"""The made-up ledger of any size: valid, the same each time, of the size that was asked for, of no real place."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.cli.main import main
from generator.language.chinese_numbers import parse
from generator.language.official_text import span
from generator.ledger.editing.record_text import block, scalar
from generator.ledger.enums import OrganizationKind, PlanKind, Relation
from generator.ledger.ledger import Ledger
from generator.ledger.load import load
from generator.ledger.reading.nodes import Mapping, Scalar, Sequence
from generator.ledger.reading.yaml_reader import read_text
from generator.simulate import LIMITS, OutOfRange, Size, simulate
from generator.simulate.organizations import write_organizations
from generator.simulate.place_words import numeral
from generator.simulate.world import World, picks, shares
from generator.simulate.writer import Writer
from tests.conftest import ROOT
from tests.helpers.endurance import examples

SMALL = Size(tasks=60, indicators=80, organizations=40, years=6, seed=1)


def ledger(folder: Path, size: Size) -> Ledger:
    """The checked ledger of a size; a finding raises Faulty."""
    simulate(folder / "data", size)
    checked = load(folder / "data", ROOT / "datapackage.json")
    assert checked.notes == (), "nothing in it is doubted, and nothing acknowledged without need"
    return checked.ledger


def files(folder: Path, size: Size) -> dict[str, bytes]:
    """What is written for a size, by name."""
    simulate(folder, size)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yml")}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return ledger(tmp_path_factory.mktemp("small"), SMALL)


def assert_size(found: Ledger, size: Size) -> None:
    """The counts asked for are the counts given."""
    asked = (size.tasks, size.indicators, size.organizations)
    assert (len(found.tasks), len(found.indicators), len(found.organizations)) == asked
    kinds = Counter(p.kind for p in found.plans)
    assert kinds == {PlanKind.ANNUAL: size.years, PlanKind.FIVE_YEAR: -(-size.years // 5)}


def test_a_small_ledger_feeds_every_table(small: Ledger) -> None:
    """Valid, of the size asked for, with rows in each table and units of each kind."""
    assert_size(small, SMALL)
    assert [name for name in Ledger.__slots__ if not getattr(small, name)] == []
    assert {o.kind for o in small.organizations} == set(OrganizationKind)


def test_every_year_is_told(small: Ledger) -> None:
    """Most indicators have a figure for each year, and a five-year plan's a target for each of its years."""
    years = [str(y) for y in range(2016, 2022)]
    observed = Counter(o.period for o in small.observations if o.organization is None)
    assert [observed[y] for y in years] == [76] * 6
    plans = {p.id: p for p in small.plans}
    spans = {i.id: plans[i.plan] for i in small.indicators}
    annual = Counter(t.indicator for t in small.targets if t.organization is None and t.start_year == t.end_year)
    whole = {t.indicator for t in small.targets if t.organization is None and t.end_year - t.start_year == 4}
    for id_, plan in spans.items():
        assert (id_ in whole) == (plan.kind is PlanKind.FIVE_YEAR)
        assert annual[id_] == min(plan.end_year, 2021) - plan.start_year + 1


def test_relations_are_sparse_and_some_targets_are_broken_down(small: Ledger) -> None:
    """About one relation for five indicators, parts of a whole among them; towns have targets and results."""
    assert 8 <= len(small.relations) <= 16
    assert Relation.SUBSET in {r.relation for r in small.relations}
    towns = {t.organization for t in small.targets if t.organization}
    assert towns & {o.organization for o in small.observations}


def test_passages_of_tasks_follow_each_other(small: Ledger) -> None:
    """In each document the clause of a task begins where the one before ends, or later, and targets lie inside."""
    spans = {t.id: (t.document, *span(t.passage or "")) for t in small.tasks}
    for document in {d for d, _, _ in spans.values()}:
        own = [(a, b) for d, a, b in spans.values() if d == document]
        assert all(before[1] <= after[0] for before, after in pairwise(own))
    task_of = {i.id: i.task for i in small.indicators}
    inside = [
        (spans[task], t) for t in small.targets if (task := task_of[t.indicator]) and t.document == spans[task][0]
    ]
    assert inside
    for (_, start, end), target in inside:
        first, last = span(target.passage or "")
        assert start <= first < last <= end


def test_words_stand_inside_longer_words(small: Ledger) -> None:
    """What a search test looks for: a word in the middle of a name, however small the ledger."""
    assert any("就业" in i.name and not i.name.startswith("就业") for i in small.indicators)
    assert any("运输" in t.title and "交通运输安全" in t.title for t in small.tasks)


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the machine or the hour gets into the files; another seed gives another district."""
    first, second = files(tmp_path / "a", SMALL), files(tmp_path / "b", SMALL)
    assert first == second
    other = files(tmp_path / "c", Size(60, 80, 40, 6, seed=2))
    assert {name for name, data in first.items() if other.get(name) == data} == set()


def test_no_place_is_real(tmp_path: Path) -> None:
    """No name of the real ledger's place, towns or zones is in a made-up one."""
    text = b"".join(files(tmp_path / "a", SMALL).values()).decode()
    own = [(ROOT / "data" / name).read_text(encoding="utf-8") for name in ("organizations/towns.yml", "site.yml")]
    names = {n for found in own for n in re.findall(r"^ *(?:- )?(?:name|place): (\S+)", found, re.M)}
    places = {n for n in names if not n.startswith("各")} | {"西青", "天津", "xiqing"}
    assert len(places) > 5 and [p for p in places if p in text] == []


@pytest.mark.parametrize("name", LIMITS)
def test_sizes_have_limits(name: str) -> None:
    """One less than the least and one more than the greatest are refused by name, these two are not."""
    low, high = LIMITS[name]
    given_ = {"tasks": 50, "indicators": 50, "organizations": 50, "years": 5, "seed": 0}
    for good in (low, high):
        Size(**{**given_, name: good})
    for bad in (low - 1, high + 1):
        with pytest.raises(OutOfRange) as told:
            Size(**{**given_, name: bad})
        assert (told.value.name, told.value.low, told.value.high) == (name, low, high)


def test_the_greatest_number_of_units_has_names_enough(tmp_path: Path) -> None:
    """As many different ids as units at the upper limit."""
    world = World(Size(1, 1, LIMITS["organizations"][1], 1, 1), Writer(tmp_path))
    write_organizations(world)
    ids, names = {u.id for u in world.units}, {u.printed[0] for u in world.units}
    assert len(world.units) == len(ids) == len(names) == LIMITS["organizations"][1]


def test_large_areas_and_documents_are_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file holds so many records and no more; a further volume of a document is a document of its own."""
    monkeypatch.setattr("generator.simulate.areas.PER_FILE", 3)
    monkeypatch.setattr("generator.simulate.documents.PER_DOCUMENT", 40)
    found = ledger(tmp_path, SMALL)
    assert_size(found, SMALL)
    assert max(Counter(t.file for t in found.tasks).values()) == 3
    assert max(Counter(o.document for o in found.observations).values()) == 40
    assert {"bulletin-2016", "bulletin-2016-2", "bulletin-2016-3"} <= {d.id for d in found.documents}


@examples(12)
@given(
    st.builds(
        Size,
        tasks=st.integers(1, 40),
        indicators=st.integers(1, 40),
        organizations=st.integers(14, 60),
        years=st.integers(1, 12),
        seed=st.integers(0, 10**6),
    )
)
@example(Size(tasks=1, indicators=1, organizations=14, years=1, seed=0))
@example(Size(tasks=1, indicators=30, organizations=14, years=85, seed=0))
def test_every_small_size_is_valid(size: Size) -> None:
    """No finding and the counts asked for, whatever the size and the seed."""
    with TemporaryDirectory() as folder:
        assert_size(ledger(Path(folder), size), size)


@given(st.integers(0, 1000), st.lists(st.integers(0, 20), min_size=1).filter(any))
def test_shares_add_up_and_follow_the_weights(total: int, weights: list[int]) -> None:
    """Nothing is lost, and no share is a whole unit away from what its weight is worth."""
    found = shares(total, weights)
    assert sum(found) == total
    assert all(abs(n - total * w / sum(weights)) < 1 for n, w in zip(found, weights, strict=True))


@given(st.integers(1, 30), st.integers(0, 100))
def test_picks_repeat_only_when_all_are_used(total: int, wanted: int) -> None:
    """As many as wanted, the first of all first, none more than once oftener than another."""
    found = list(picks(World(SMALL, Writer(Path())).random(total, wanted), total, wanted))
    assert len(found) == wanted and found[:1] == [0][:wanted]
    times = Counter(found)
    assert all(-(-wanted // total) - times[n] in (0, 1) for n in range(total))


printable = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")))


@given(printable | st.sampled_from(["null", "~", "- a", "a: b", "a #b", "'", "[x", "{x", "%", "=", ">", "@a", "1."]))
def test_a_text_comes_back_as_it_was_written(text: str) -> None:
    """Alone, in a record and in a list on one line, the reader finds the same text and nothing to refuse."""
    root, findings = read_text(block({"key": text + "a", "list": [text + "b", text + "c"]}), "file")
    assert findings == [] and isinstance(root, Sequence)
    (record,) = root
    assert isinstance(record, Mapping)
    key, inner = record.get("key"), record.get("list")
    assert isinstance(key, Scalar) and isinstance(inner, Sequence)
    assert [key.text, *(i.text for i in inner if isinstance(i, Scalar))] == [text + tail for tail in "abc"]
    if text:
        only, findings = read_text(f"a: {scalar(text)}", "file")
        assert findings == [] and isinstance(only, Mapping)
        assert isinstance(only.get("a"), Scalar) and only.get("a").text == text  # type: ignore[union-attr]  # told just before


@given(st.integers(1, 99))
def test_numerals_are_read_back(number: int) -> None:
    """Chinese numerals of headings mean the numbers that they were made of."""
    assert parse(numeral(number)) == number


COUNTS = ["--tasks", "9", "--indicators", "9", "--organizations", "14", "--years", "1", "--seed", "3"]


def test_the_command_writes_a_ledger_that_check_accepts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written once; a second time the folder is not empty and stays as it is."""
    folder = tmp_path / "data"
    assert main(["simulate", str(folder), *COUNTS]) == 0
    written = {p: p.read_bytes() for p in folder.rglob("*.yml")}
    assert f"写出 {len(written)} 个文件" in capsys.readouterr().out
    assert main(["--data", str(folder), "--contract", str(ROOT / "datapackage.json"), "check"]) == 0
    assert main(["simulate", str(folder), *COUNTS]) == 2
    assert "里已有内容，没有写" in capsys.readouterr().err
    assert {p: p.read_bytes() for p in folder.rglob("*.yml")} == written


def test_the_command_tells_what_size_is_possible(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A size beyond the limits ends with status 2, its limits and no file."""
    assert main(["simulate", str(tmp_path / "data"), "--years", "86"]) == 2
    assert capsys.readouterr().err == "--years 应当在 1 到 85 之间\n"
    assert not (tmp_path / "data").exists()
