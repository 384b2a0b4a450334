"""What a computation looked at is noted in full: when nothing of it changed, the result is the same."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.lookups import ById, LookUp, Table
from generator.analysis.trace import REMEMBERED, Input, Memory, Tracer, Traces
from generator.ledger.load import CheckedLedger, load
from generator.ledger.reading.table_builder import Row
from generator.ledger.records import Records
from generator.support.cache_store import digest
from tests.conftest import ROOT
from tests.helpers.sites import DISTRICT

A, B, C = (("table", name) for name in "abc")


def look(tracer: Tracer, one: Input, value: int = 0) -> int:
    """A look-up that notes itself."""
    tracer.note(*one)
    return value


def watched(tracer: Tracer, make: Callable[[], object]) -> tuple[object, frozenset[Input]]:
    """What a computation gives, and its inputs by name."""
    result, seen = tracer.watch(make)
    return result, named(tracer, seen)


def named(tracer: Tracer, seen: Iterable[int]) -> frozenset[Input]:
    return frozenset(tracer.inputs[number] for number in seen)


def traces_of(look: Callable[[Input], bytes], plain: object = None) -> tuple[Traces, Callable[..., None]]:
    """Traces, and what keeps a computation with its inputs by name."""
    tracer = Tracer()
    traces = Traces(tracer, look, plain)
    return traces, lambda name, inputs: traces.keep(name, [tracer.number(one) for one in inputs])


# -- who has looked at what


def test_a_watch_tells_its_own_looks_only() -> None:
    """A watch gives the looks of its computation, and the computation around it has not made them."""
    tracer = Tracer()
    look(tracer, A)
    assert watched(tracer, lambda: look(tracer, B, 7)) == (7, frozenset({B}))
    assert named(tracer, tracer.seen) == {A}


def test_whoever_uses_what_was_computed_once_looked_at_its_inputs() -> None:
    """The second user of a value has looked at what the first computed it from, also through two steps."""
    tracer = Tracer()
    calls: list[str] = []

    def inner() -> int:
        calls.append("inner")
        return look(tracer, A, 1)

    def outer() -> int:
        calls.append("outer")
        return tracer.once("inner", inner) + look(tracer, B, 1)

    assert watched(tracer, lambda: tracer.once("outer", outer)) == (2, frozenset({A, B}))
    assert watched(tracer, lambda: tracer.once("outer", outer)) == (2, frozenset({A, B}))
    assert watched(tracer, lambda: tracer.once("inner", inner) + look(tracer, C)) == (1, frozenset({A, C}))
    assert calls == ["outer", "inner"]


def test_a_value_of_nothing_is_computed_once_too() -> None:
    """None and a value without any look are kept like others."""
    tracer, calls = Tracer(), []
    for _ in range(2):
        assert watched(tracer, lambda: tracer.once("x", lambda: calls.append(1))) == (None, frozenset())
    assert calls == [1]


def test_a_failed_computation_leaves_nothing_behind() -> None:
    """After an exception the looks of the computation around it are noted as before, and the value is not kept."""
    tracer = Tracer()
    look(tracer, A)

    def fail() -> int:
        look(tracer, B)
        raise ValueError

    with pytest.raises(ValueError):
        tracer.once("x", fail)
    assert named(tracer, tracer.seen) == {A}
    assert tracer.once("x", lambda: look(tracer, C, 3)) == 3
    assert named(tracer, tracer.seen) == {A, C}


# -- digests


def looking(values: dict[Input, bytes]) -> Callable[[Input], bytes]:
    """What a look gives: no two inputs the same."""
    return lambda one: digest(*one, values[one])


def digests(values: dict[Input, bytes], names: Sequence[str], plain: object = None) -> dict[str, bytes | None]:
    """The digest of each computation's inputs, from traces that another run left."""
    traces, _ = traces_of(looking(values), plain)
    return {name: traces.digest(name) for name in names}


def test_a_digest_changes_with_the_inputs_that_were_looked_at_and_no_other() -> None:
    """Of two computations the one that looked at a changed input has another digest, the other has not."""
    values = {A: b"1", B: b"2", C: b"3"}
    traces, keep = traces_of(looking(values))
    keep("ab", [A, B])
    keep("bc", [B, C])
    plain = marshal.loads(marshal.dumps(traces.plain(["ab", "bc"])))
    before = digests(values, ["ab", "bc"], plain)
    after = digests({**values, A: b"9"}, ["ab", "bc"], plain)
    assert (before["ab"] != after["ab"], before["bc"] == after["bc"]) == (True, True)
    swapped = digests({A: b"2", B: b"1", C: b"3"}, ["ab"], plain)
    assert swapped["ab"] != before["ab"], "the same values at other inputs are another state"


def test_a_computation_that_is_not_known_has_no_digest() -> None:
    """None, not the digest of nothing; a computation without any look has one."""
    traces, keep = traces_of(lambda one: digest(*one))
    keep("x", [])
    assert traces.digest("y") is None
    assert traces.digest("x") is not None


def test_what_is_no_longer_asked_for_does_not_pile_up() -> None:
    """The traces that are kept hold few inputs that only other computations looked at, and stay right without them."""
    traces, keep = traces_of(lambda one: digest(*one))
    keep("x", [A, *(("table", str(number)) for number in range(99))])
    keep("y", [B, C])
    inputs, _, kept, _ = plain = traces.plain(["y"])
    assert {B, C} <= set(inputs) and len(inputs) <= 4
    assert list(kept) == ["y"]
    assert traces_of(lambda one: digest(*one), plain)[0].digest("y") == traces.digest("y")


INPUTS = [("i", str(n)) for n in range(6)]


@given(st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from(INPUTS)), min_size=1))
def test_a_digest_does_not_depend_on_who_looked_first(looked: dict[str, set[Input]]) -> None:
    """The same looks at the same inputs have the same digest in whichever order pages were made and kept."""
    values = {one: digest(*one) for one in INPUTS}
    (one, keep_one), (two, keep_two) = traces_of(looking(values)), traces_of(looking(values))
    for name, inputs in looked.items():
        keep_one(name, inputs)
    for name in reversed(looked):
        keep_two(name, sorted(looked[name], reverse=True))
    expected = {name: one.digest(name) for name in looked}
    assert {name: two.digest(name) for name in looked} == expected
    assert digests(values, list(looked), one.plain(sorted(looked))) == expected
    assert digests(values, list(looked), two.plain(list(looked))) == expected


# -- soundness: computations that look at one thing or another, depending on what they saw

Step = tuple[str, int]
"""Look at an input, or use the value of a computation before."""


@dataclass
class World:
    """Numbers, and computations over them, each with steps that it goes until a sum says stop."""

    values: Sequence[int]
    nodes: Sequence[Sequence[Step]]
    tracer: Tracer = field(default_factory=Tracer)

    def value(self, node: int) -> int:
        return self.tracer.once(node, lambda: self._make(node))

    def _make(self, node: int) -> int:
        total = node
        for kind, number in self.nodes[node]:
            if kind == "node" and node:
                total = 3 * total + self.value(number % node)
            else:
                place = number % len(self.values)
                total = 5 * total + look(self.tracer, ("i", str(place)), self.values[place])
            if total % 4 == 1:
                break
        return total

    def look(self, one: Input) -> bytes:
        return digest(*one, str(self.values[int(one[1])]))

    def traces(self) -> tuple[Traces, list[int], list[frozenset[Input]]]:
        traces, results, inputs = Traces(self.tracer, self.look), [], []
        for node in range(len(self.nodes)):
            result, seen = self.tracer.watch(lambda node=node: self.value(node))  # type: ignore[misc]  # bound now
            traces.keep(str(node), seen)
            results.append(result)
            inputs.append(named(self.tracer, seen))
        return traces, results, inputs


NUMBERS = st.lists(st.integers(0, 5), min_size=6, max_size=6)
STEPS = st.lists(st.tuples(st.sampled_from(["input", "node"]), st.integers(0, 20)), max_size=5)


@given(NUMBERS, NUMBERS, st.lists(STEPS, min_size=1, max_size=8))
def test_whatever_changed_is_noticed(before: list[int], after: list[int], nodes: list[list[Step]]) -> None:
    """A computation whose result changed has another digest, and one that looked at nothing changed has its own."""
    traces, results, inputs = World(before, nodes).traces()
    names = [str(node) for node in range(len(nodes))]
    plain = marshal.loads(marshal.dumps(traces.plain(names)))
    later = World(after, nodes)
    now, _ = traces_of(later.look, plain)
    for node, name in enumerate(names):
        same = now.digest(name) == traces.digest(name)
        if later.value(node) != results[node]:
            assert not same, "a changed result went unnoticed"
        assert same == all(before[int(key)] == after[int(key)] for _, key in inputs[node])


@given(NUMBERS, st.lists(NUMBERS, min_size=1, max_size=3), st.lists(STEPS, min_size=1, max_size=8), st.data())
def test_digests_stay_true_from_run_to_run(
    first: list[int], others: list[list[int]], nodes: list[list[Step]], data: st.DataObject
) -> None:
    """Whatever a run asked for and left to the next one, a digest is that of the inputs as they are now."""
    world = World(first, nodes)
    traces, _, inputs = world.traces()
    names = [str(node) for node in range(len(nodes))]
    for values in others:
        plain = marshal.loads(marshal.dumps(traces.plain(names)))
        world = World(values, nodes)
        traces, _ = traces_of(world.look, plain)
        for name in data.draw(st.lists(st.sampled_from(names))):
            traces.digest(name)
        names = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    fresh, keep = traces_of(world.look)
    for name in names:
        keep(name, inputs[int(name)])
        assert traces.digest(name) == fresh.digest(name)


# -- look-ups of the ledger


@pytest.fixture(scope="module")
def checked() -> CheckedLedger:
    """The made-up district's ledger."""
    return load(DISTRICT, ROOT / "datapackage.json")


def table_of(rows: list[Row]) -> Table[Row]:
    return Table(Tracer(), "tasks", Records(rows, lambda row: row))


def test_a_look_up_gives_the_records_of_a_key_in_their_order(checked: CheckedLedger) -> None:
    """The order is the ledger's or the look-up's own; an empty cell is asked for with None; no record is no fault."""
    rows = checked.tables.rows["organizations"]
    table = table_of(rows)
    plain: LookUp[Row] = LookUp(table, "kind")
    assert [row["id"] for row in plain.get("镇")] == ["luting", "songwu"]
    by_name: LookUp[Row] = LookUp(table, "kind", lambda row: row["name"])
    assert [row["id"] for row in by_name.get("区级部门")] == [
        row["id"] for row in sorted(plain.get("区级部门"), key=lambda row: row["name"])
    ]
    assert [row["id"] for row in LookUp(table, "note").get(None)] == [row["id"] for row in rows if not row["note"]]
    assert (plain.get("乡"), ById(table).find("nobody"), ById(table).find(None)) == ([], None, None)
    with pytest.raises(IndexError):
        ById(table)["nobody"]


def test_every_look_is_noted_also_the_one_that_found_nothing(checked: CheckedLedger) -> None:
    """Whoever asked in vain would get something when the record came, so that counts, too; so does the second look."""
    table = table_of(checked.tables.rows["organizations"])
    one: ById[Row] = ById(table)
    for _ in range(2):
        assert watched(table.tracer, lambda: one.find("nobody"))[1] == {("tasks.id", "nobody")}
        assert watched(table.tracer, lambda: one["luting"])[1] == {("tasks.id", "luting")}
        assert watched(table.tracer, lambda: (len(table), list(table)))[1] == {("tasks", "")}
        assert watched(table.tracer, lambda: table.column("id"))[1] == frozenset()


def test_digests_follow_the_rows(checked: CheckedLedger) -> None:
    """A look has another digest when a cell, the file, the order or the number of its rows changed, else the same."""
    rows = checked.tables.rows["organizations"]
    two = [n for n, row in enumerate(rows) if row["kind"] == "镇"]

    def of(rows: list[Row]) -> tuple[bytes, bytes, bytes]:
        look_up: LookUp[Row] = LookUp(table_of(rows), "kind")
        return look_up.digest("镇"), look_up.digest("街道"), table_of(rows).digest()

    before = of(rows)
    assert of(list(rows)) == before
    swapped = list(rows)
    swapped[two[0]], swapped[two[1]] = rows[two[1]], rows[two[0]]
    fewer = [row for n, row in enumerate(rows) if n != two[0]]
    assert all(of(changed)[0] != before[0] for changed in (swapped, fewer))
    assert all(of(changed)[1] == before[1] for changed in (swapped, fewer))
    assert all(of(changed)[2] != before[2] for changed in (swapped, fewer))


def test_every_input_that_pages_look_at_has_a_digest(checked: CheckedLedger) -> None:
    """A book tells the digest of each of its looks and of whole tables; two books agree."""
    one, two = LedgerIndex(checked), LedgerIndex(checked)
    _, seen = watched(
        one.tracer,
        lambda: (one.as_of, one.promises("plan-2023"), one.assignments_of_organization.get("water"), one.supports("x")),
    )
    assert ("assignments.organization", "water") in seen
    assert {i: one.look(i) for i in seen} == {i: two.look(i) for i in seen}


# -- what outlives a run


def remembered(values: dict[Input, int], kept: tuple[object, object], calls: list[str]) -> tuple[Memory, Traces]:
    """A memory that looks up values, as a run finds it that goes on from an earlier one."""
    tracer = Tracer()
    memory = Memory(tracer)

    def see(one: Input) -> bytes:
        return memory.look(one[1]) if one[0] == REMEMBERED else digest(*one, str(values.get(one)))

    def value(key: str) -> int:
        calls.append(key)
        if ("table", key) not in values:
            raise IndexError(key)
        return look(tracer, ("table", key), values["table", key])

    traces = Traces(tracer, see, kept[0])
    memory.teach("value", value)
    memory.teach("sign", lambda key: memory.recall("value", key) > 0)
    memory.teach("page", lambda key: memory.recall("sign", key))
    memory.begin(traces, kept[1])
    return memory, traces


def left(memory: Memory, traces: Traces) -> tuple[object, object]:
    """What a run leaves for the next one."""
    plain = memory.plain()
    found: tuple[object, object] = marshal.loads(marshal.dumps((traces.plain(plain), plain)))
    return found


def test_memory_gives_what_was_made_as_long_as_its_inputs_give_the_same() -> None:
    """A later run makes again only what looked at something that changed."""
    values, calls = {A: 1, B: 2}, list[str]()
    memory, traces = remembered(values, (None, None), calls)
    assert [memory.recall("value", key) for key in "aab"] == [1, 1, 2]
    assert calls == ["a", "b"]
    kept = left(memory, traces)
    values[A] = 3
    memory, _ = remembered(values, kept, calls)
    assert [memory.recall("value", key) for key in "aab"] == [3, 3, 2]
    assert calls == ["a", "b", "a"]


def test_whoever_asked_a_memory_hangs_on_the_result_alone() -> None:
    """A page that shows the sign of a value is made again when the sign changes, not when the value does."""
    values, calls = {A: 1}, list[str]()
    memory, traces = remembered(values, (None, None), calls)
    memory.recall("page", "a")
    before, kept = traces.digest("page a"), left(memory, traces)
    for value, same in ((2, True), (-2, False)):
        values[A] = value
        _, later = remembered(values, kept, calls)
        assert (later.digest("page a") == before) == same


def test_memory_forgets_what_no_longer_holds_and_keeps_what_nobody_asked_for() -> None:
    """What was left of a record that changed or went goes; what today's pages had no use for stays."""
    values, calls = {A: 1, B: 2}, list[str]()
    memory, traces = remembered(values, (None, None), calls)
    for key in "ab":
        memory.recall("value", key)
    kept = left(memory, traces)
    values[A] = 9
    assert remembered(values, kept, calls)[0].plain().keys() == {"value b"}
    gone = memory.look("value c")
    assert gone == remembered({}, kept, calls)[0].look("value c") != memory.look("value b")
