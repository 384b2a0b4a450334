"""The history as pages look at it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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


def test_a_record_last_changed_on_the_day_of_its_last_commit() -> None:
    """What belongs to it counts, too; what was never changed is as old as the ledger."""
    changes = ChangeIndex(log(*"abab"))
    assert changes.last_changed("indicators", "a") == date(2018, 1, 4)
    assert changes.last_changed("indicators", "b") == date(2018, 1, 5)
    assert changes.last_changed("organizations", "u") == date(2018, 1, 5)
    assert changes.last_changed("indicators", "c") == date(2018, 1, 1)
    assert (changes.table_changed("indicators"), changes.table_changed("tasks")) == (date(2018, 1, 5), date(2018, 1, 1))
    assert changes.data_changed == date(2018, 1, 5)
    assert ChangeIndex(log()).data_changed == date(2018, 1, 1)


def test_a_copy_without_older_commits_does_not_know_when_older_changes_were() -> None:
    """A shallow clone knows the changes that it has and no day for the others; without history there is none."""
    changes = ChangeIndex(replace(log("a"), shallow=True))
    assert changes.last_changed("indicators", "a") == date(2018, 1, 2)
    assert changes.last_changed("indicators", "b") is None and changes.table_changed("tasks") is None
    nothing = ChangeIndex(ChangeLog(missing="no-git"))
    assert nothing.last_changed("indicators", "a") is None and nothing.data_changed is None


def test_a_commit_without_a_proper_date_gives_no_day() -> None:
    """Odd tools write such commits."""
    odd = entry(2, change("a"))._replace(date="")
    assert ChangeIndex(ChangeLog((entry(1), odd), "")).last_changed("indicators", "a") is None


def test_a_ledger_that_was_empty_at_first_has_a_history() -> None:
    """It begins with its first commit that can be read, even where that has no record."""
    empty = LogEntry("0" * 40, "2018-01-01T00:00:00+08:00", "建立台账", (), (), ())
    unreadable = empty._replace(unreadable=("data/site.yml",))
    assert ChangeIndex(ChangeLog((unreadable, empty), "")).known
    assert ChangeIndex(ChangeLog((unreadable, empty, entry(2, change("a"))), "")).last_changed("tasks", "b") == date(
        2018, 1, 1
    )
    assert not ChangeIndex(ChangeLog((unreadable,), "")).known
