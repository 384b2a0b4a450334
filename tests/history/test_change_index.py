"""The history as pages look at it."""

from __future__ import annotations

from generator.history.change_index import RECENT, ChangeIndex
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
    past = ChangeIndex(log(*"ababababab"))
    found = past.recent(["indicators/a", "indicators/b", "organizations/u"])
    assert [m.entry.subject for m in found] == [f"第 {n} 次" for n in range(11, 11 - RECENT, -1)]
    assert [m.entry.subject for m in past.recent(["indicators/b"])] == [f"第 {n} 次" for n in (11, 9, 7, 5, 3)]
    assert past.recent(["indicators/c"]) == []
    assert len(past.every(["indicators/a", "organizations/u"])) == 10
