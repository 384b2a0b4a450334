"""The history as pages look at it."""

from __future__ import annotations

from generator.analysis.trace import Tracer
from generator.history.change_index import CHANGES, RECENT, ChangeIndex
from generator.history.change_log import ChangeLog, LogEntry
from generator.history.diff import Change, Value
from generator.ledger.enums import Edit


def change(id_: str, *owners: str) -> Change:
    values = (Value("name", "a", "b", "a", "b"),)
    return Change("indicators", (id_,), Edit.CHANGED, id_, "", (f"indicators/{id_}", *owners), values, "")


def entry(number: int, *changes: Change) -> LogEntry:
    begun = () if changes else (("indicators", 2),)
    return LogEntry(f"{number:040}", f"2018-01-{number:02}T00:00:00+08:00", f"第 {number} 次", changes, begun, ())


def log(*ids: str) -> ChangeLog:
    """One commit for each change, after the first."""
    return ChangeLog((entry(1), *(entry(n, change(i, "organizations/u")) for n, i in enumerate(ids, 2))), "")


def test_the_newest_changes_come_first_and_each_once() -> None:
    """Of several records together no more than there is room for, however many each has."""
    past = ChangeIndex(Tracer(), log(*"ababababab"))
    found = past.recent(["indicators/a", "indicators/b", "organizations/u"])
    assert [m.entry.subject for m in found] == [f"第 {n} 次" for n in range(11, 11 - RECENT, -1)]
    assert [m.entry.subject for m in past.recent(["indicators/b"])] == [f"第 {n} 次" for n in (11, 9, 7, 5, 3)]
    assert past.recent(["indicators/c"]) == []
    assert len(past.every(["indicators/a", "organizations/u"])) == 10


def test_what_a_page_looks_at_is_noted() -> None:
    """Record by record; the whole history by itself."""
    tracer = Tracer()
    past = ChangeIndex(tracer, log("a"))
    _, looks = tracer.watch(lambda: past.recent(["indicators/a", "x/y"]))
    assert {tracer.inputs[number] for number in looks} == {(CHANGES, "indicators/a"), (CHANGES, "x/y")}
    _, looks = tracer.watch(past.whole)
    assert {tracer.inputs[number] for number in looks} == {(CHANGES, "")}
    assert tracer.watch(lambda: (past.known, past.every(["indicators/a"])))[1] == frozenset()


def test_a_commit_changes_the_digests_of_its_records_alone() -> None:
    """And that of the whole history; before the first change of a record it hangs on when the history begins."""
    before, after = ChangeIndex(Tracer(), log(*"ab")), ChangeIndex(Tracer(), log(*"aba"))
    looks = ["", "indicators/a", "indicators/b", "indicators/c"]
    assert [look for look in looks if before.digest(look) != after.digest(look)] == ["", "indicators/a"]
    deeper = ChangeIndex(Tracer(), ChangeLog((entry(0), *log(*"ab").entries[1:]), ""))
    assert [look for look in looks if before.digest(look) != deeper.digest(look)] == ["", "indicators/c"]
    assert len({before.digest(look) for look in looks}) == len(looks)
