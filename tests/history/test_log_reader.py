"""The change log equals the edits that were made, commit by commit, and nothing is read twice."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.history import log_reader
from generator.history.change_log import ChangeLog, LogEntry
from generator.history.git import Repository
from generator.history.log_reader import differences, read_log
from generator.history.snapshots import Unreadable
from generator.ledger.contract import load_contract
from generator.ledger.enums import Edit
from generator.support.cache_store import CacheStore
from tests.helpers import ledger
from tests.helpers.endurance import TIMES, dice
from tests.helpers.git import BEGIN, Writer, commit_all, git
from tests.helpers.ledger import LEDGER, contract

Told = dict[tuple[str, tuple[str, ...]], tuple[str, dict[str, tuple[str, str]]]]
"""Table and key → what became of the record, and the fields that changed."""

TASKS = "tasks/five/01-industry.yml"
INDICATORS = "indicators/five/01-industry.yml"
DISCLOSURE = "disclosures/doc-2018.yml"
COMMITS = 500


def told(entry: LogEntry) -> Told:
    """An entry as the model has it: of records that are new or gone only that they are."""
    return {
        (c.table, c.key): (c.edit, {v.column: (v.old, v.new) for v in c.values} if c.edit == Edit.CHANGED else {})
        for c in entry.changes
    }


def data(files: dict[str, str | None] | dict[str, str]) -> dict[str, str | None]:
    return {f"data/{name}": text for name, text in files.items()}


# -- the model: records in files, as an office edits them

Record = dict[str, Any]
FIELDS = {
    "tasks": ("title", "summary", "start_year"),
    "indicators": ("name", "unit", "note"),
    "organizations": ("name", "note"),
    "observations": ("value", "note"),
}
PLACES = {
    "tasks": "tasks/five/",
    "indicators": "indicators/five/",
    "organizations": "organizations/",
    "observations": "disclosures/",
}
MOVABLE = ("tasks", "indicators", "organizations")


@dataclass
class Model:
    """What the ledger should hold: file → its records; and the sequence of edits, drawn by chance."""

    chance: random.Random
    files: dict[str, list[Record]] = field(default_factory=dict)
    number: int = 0
    short: set[str] = field(default_factory=set)
    """Files whose records are written on a line each."""

    def fresh(self) -> int:
        self.number += 1
        return self.number

    def new(self, table: str) -> Record:
        n = self.fresh()
        return {"id": f"{table}-{n}", **{c: f"{c} {n}" for c in FIELDS[table][:1]}, "target": str(n)}

    def of(self, table: str) -> list[str]:
        return sorted(name for name in self.files if name.startswith(PLACES[table]))

    def rows(self) -> dict[tuple[str, tuple[str, ...]], dict[str, str]]:
        """The records as the log should know them."""
        found: dict[tuple[str, tuple[str, ...]], dict[str, str]] = {}
        for name, records in self.files.items():
            table = next(t for t, place in PLACES.items() if name.startswith(place))
            for record in records:
                found[table, (record["id"],)] = {c: record.get(c, "") for c in FIELDS[table]}
                if table == "tasks":
                    found["assignments", (record["id"], "development", "牵头", "")] = {}
                if table == "indicators":
                    key = (f"{record['id']}-2016-2020",)
                    found["targets", key] = {"value": record["target"], "value_text": f"{record['target']}个"}
        return found

    def texts(self) -> dict[str, str]:
        """The files as they are written."""
        found = {name: "\n".join(self.written(name, r) for r in records) for name, records in self.files.items()}
        disclosed = f"{PLACES['observations']}doc-2018.yml"
        return found | {disclosed: f"observations:\n{found[disclosed]}\n"}

    def written(self, name: str, record: Record) -> str:
        own = {k: v for k, v in record.items() if k != "target" and v}
        source = {"locator": "一"}
        if name.startswith(PLACES["tasks"]):
            own |= {
                "section": "s1-1",
                "kind": "重点任务",
                "title_source": "自拟",
                "lead": ["区发展局"],
                "source": source,
            }
        if name.startswith(PLACES["indicators"]):
            target = {"comparator": "≥", "value": record["target"], "value_text": f"{record['target']}个"}
            own |= {"section": "s1", "measure": "期末水平", "target": {**target, "source": source}}
        if name.startswith(PLACES["observations"]):
            own |= {"indicator": "output", "period": "2017", "source": source}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in own.items()]
        if name in self.short:
            return "- {" + ", ".join(lines) + "}"
        return "- " + "\n  ".join(lines)

    # -- edits

    def add(self) -> None:
        table = self.chance.choice([*FIELDS])
        names = self.of(table) or [f"{PLACES[table]}doc-2018.yml"]
        records = self.files.setdefault(self.chance.choice(names), [])
        records.insert(self.chance.randint(0, len(records)), self.new(table))

    def remove(self) -> None:
        name, record = self.any()
        self.files[name].remove(record)

    def change(self) -> None:
        name, record = self.any()
        table = next(t for t, place in PLACES.items() if name.startswith(place))
        column = self.chance.choice(FIELDS[table])
        record[column] = "" if record.get(column) and column == "note" else f"{column} {self.fresh()}"

    def promise(self) -> None:
        """Change the target inside an indicator."""
        found = [record for name in self.of("indicators") for record in self.files[name]]
        if found:
            self.chance.choice(found)["target"] = str(self.fresh())

    def move(self) -> None:
        table = self.chance.choice(MOVABLE)
        one, two = self.chance.choice(self.of(table)), self.chance.choice(self.of(table))
        if self.files[one]:
            record = self.files[one].pop(self.chance.randrange(len(self.files[one])))
            self.files[two].insert(self.chance.randint(0, len(self.files[two])), record)

    def rename(self) -> None:
        table = self.chance.choice(MOVABLE)
        self.files[f"{PLACES[table]}f{self.fresh()}.yml"] = self.files.pop(self.chance.choice(self.of(table)))

    def split(self) -> None:
        table = self.chance.choice(MOVABLE)
        records = self.files[self.chance.choice(self.of(table))]
        half = len(records) // 2
        self.files[f"{PLACES[table]}f{self.fresh()}.yml"] = records[half:]
        del records[half:]

    def join(self) -> None:
        table = self.chance.choice(MOVABLE)
        names = self.of(table)
        if len(names) > 1:
            one, two = self.chance.sample(names, 2)
            self.files[one] += self.files.pop(two)

    def rewrite(self) -> None:
        """The same values, written in another way."""
        self.short ^= {self.chance.choice(sorted(self.files))}

    def any(self) -> tuple[str, Record]:
        found = [(name, record) for name in sorted(self.files) for record in self.files[name]]
        return self.chance.choice(found)


EDITS = ("add", "remove", "change", "change", "change", "promise", "move", "rename", "split", "join", "rewrite")


def between(old: dict[Any, dict[str, str]], new: dict[Any, dict[str, str]]) -> Told:
    """What the log must say: from what the model held to what it holds."""
    found: Told = {(key): (Edit.REMOVED, {}) for key in old.keys() - new.keys()}
    found |= {key: (Edit.ADDED, {}) for key in new.keys() - old.keys()}
    for key in new.keys() & old.keys():
        if values := {c: (old[key][c], new[key][c]) for c in new[key] if old[key][c] != new[key][c]}:
            found[key] = (Edit.CHANGED, values)
    return found


FIXED = {n: t for n, t in LEDGER.items() if not n.startswith(("tasks/", "indicators/", "disclosures/", "exclusions/"))}


def begun(chance: random.Random) -> Model:
    model = Model(chance)
    for table, place in PLACES.items():
        names = [f"{place}a.yml", f"{place}b.yml"] if table in MOVABLE else [f"{place}doc-2018.yml"]
        model.files |= {name: [model.new(table) for _ in range(4)] for name in names}
    return model


class Story:
    """A history drawn by chance, written as it is made, beside what the log must say of it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.model = begun(self.chance)
        self.writer = Writer(folder)
        self.expected: list[Told | str | None] = [None]
        """Of each commit on the line: what it changed, or the file that makes it unreadable; None for the first."""
        self.laid: dict[str, str] = FIXED | self.model.texts()
        self.head = self.writer.commit("begin", data(self.laid))
        self.seen = self.model.rows()
        self.before: list[dict[str, list[Record]]] = []

    def go_on(self, commits: int) -> None:
        while len(self.expected) < commits:
            draw = self.chance.random()
            if draw < 0.04:
                self.unreadable()
            elif draw < 0.12:
                self.merge()
            elif draw < 0.17 and self.before:
                self.model.files = deepcopy(self.chance.choice(self.before))
                self.put("revert")
            else:
                self.put(self.edit())

    def edit(self) -> str:
        names = self.chance.choices(EDITS, k=self.chance.choice((1, 1, 1, 3)))
        for name in names:
            getattr(self.model, name)()
        return "、".join(names)

    def put(self, subject: str) -> None:
        """A commit on the line, if any file differs."""
        if files := self.differing(FIXED | self.model.texts()):
            self.head = self.writer.commit(subject, files, (self.head,))
            self.expect()
            self.before = [*self.before[-20:], deepcopy(self.model.files)]

    def expect(self) -> None:
        """The commit that was just made is one of the line."""
        rows = self.model.rows()
        self.expected.append(between(self.seen, rows))
        self.seen = rows

    def differing(self, texts: dict[str, str]) -> dict[str, str | None]:
        gone: dict[str, str | None] = dict.fromkeys(self.laid.keys() - texts.keys())
        files = data({**gone, **{n: t for n, t in texts.items() if self.laid.get(n) != t}})
        self.laid = texts
        return files

    def merge(self) -> None:
        """A branch of some commits, which comes in as one step."""
        side, line = self.head, self.laid
        for _ in range(self.chance.randint(1, 3)):
            subject = self.edit()
            if files := self.differing(FIXED | self.model.texts()):
                side = self.writer.commit(subject, files, (side,), "side")
        texts, self.laid = self.laid, line
        if files := self.differing(texts):
            self.head = self.writer.commit("merge", files, (self.head, side))
            self.expect()

    def unreadable(self) -> None:
        """A commit that cannot be read, and one that mends it, with an edit that belongs to the second."""
        name = self.chance.choice(sorted(self.model.files))
        spoilt = {
            **self.laid,
            name: self.chance.choice(("- id: x\n  id: y\n", "- [1\n", "text\n", "- id: 1：\n- a：b\n")),
        }
        self.head = self.writer.commit("spoil", self.differing(spoilt), (self.head,))
        self.expected.append(name)
        self.put(self.edit())


def check(log: ChangeLog, expected: list[Told | str | None]) -> None:
    assert len(log.entries) == len(expected)
    for number, (entry, wanted) in enumerate(zip(log.entries, expected, strict=True)):
        if wanted is None:
            assert entry.begun and not entry.changes
        elif isinstance(wanted, str):
            assert entry.unreadable == (wanted,) and not entry.changes
        else:
            assert (number, entry.subject, told(entry)) == (number, entry.subject, wanted)


def test_the_log_equals_the_edits_that_were_made(tmp_path: Path) -> None:
    """150 commits of edits, moves, renames, splits, joins, reverts, merges, faults, read in three goes and at once."""
    log = read_in_goes(tmp_path, 7, 150)
    subjects = {entry.subject for entry in log.entries}
    assert {"merge", "revert", "spoil", "move", "rename", "split", "join", "rewrite"} <= subjects


@pytest.mark.endurance
def test_other_histories(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """As above, whatever the edits are, in longer histories."""
    seeds = [dice("histories").randrange(10**6) for _ in range(TIMES)]
    for number, seed in enumerate(seeds):
        read_in_goes(tmp_path / str(number), seed, COMMITS)
    record_property("tried", f"{len(seeds)} histories of {COMMITS} commits")


def read_in_goes(folder: Path, seed: int, count: int) -> ChangeLog:
    """Read a history as it grows; what is said is what was edited, and what one reading of the whole says."""
    story = Story(folder / "story", seed)
    store = CacheStore(folder / "store")
    for commits in (count // 2, count - 3, count):
        story.go_on(commits)
        data_folder = story.writer.write() / "data"
        log = read_log(data_folder, contract(), store)
        check(log, story.expected)
    assert read_log(data_folder, contract(), CacheStore(None)).entries == log.entries
    return log


def test_a_move_of_a_record_changes_nothing_and_an_edit_on_the_way_is_told(tmp_path: Path) -> None:
    """A record that goes to another file with one word changed is told as that one word."""
    moved = LEDGER[INDICATORS].split("\n\n")
    writer = Writer(tmp_path)
    first = writer.commit("begin", data(LEDGER))
    files = {INDICATORS: "\n\n".join(moved[:2]), "indicators/five/02-green.yml": moved[2].replace("植树", "造林")}
    writer.commit("move", data(files), (first,))
    log = read_log(writer.write() / "data", contract(), CacheStore(None))
    assert told(log.entries[1]) == {("indicators", ("planting",)): (Edit.CHANGED, {"name": ("植树", "造林")})}


# -- what is read, and what is not


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What git was asked for, of all repositories that are opened."""
    found: list[str] = []

    class Spy(Repository):
        def __init__(self, folder: Path) -> None:
            super().__init__(folder)
            found.extend(self.requests)
            self.requests = found

    monkeypatch.setattr(log_reader, "Repository", Spy)
    return found


def of_contents(asked: list[str]) -> list[str]:
    return [name for name in asked if len(name) == 40]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A ledger with three commits."""
    writer = Writer(tmp_path / "repository")
    one = writer.commit("begin", data(LEDGER))
    two = writer.commit("rename", data({INDICATORS: LEDGER[INDICATORS].replace("植树", "造林")}), (one,))
    writer.commit("figure", data({DISCLOSURE: LEDGER[DISCLOSURE].replace("410.5", "410.6")}), (two,))
    return writer.write()


def test_a_second_run_reads_nothing(repository: Path, tmp_path: Path, asked: list[str]) -> None:
    """Neither the log nor any content is asked of git again."""
    first = read_log(repository / "data", contract(), CacheStore(tmp_path / "store"))
    assert len(of_contents(asked)) == len(LEDGER) + 2
    for _ in range(2):
        asked.clear()
        store = CacheStore(tmp_path / "store")
        assert read_log(repository / "data", contract(), store) == first
        assert "log" not in asked and "ls-tree" in asked and not of_contents(asked)


@pytest.mark.parametrize("name", [TASKS, DISCLOSURE, INDICATORS, "organizations/towns.yml", "site.yml"])
def test_after_a_commit_only_its_files_are_read(name: str, repository: Path, tmp_path: Path, asked: list[str]) -> None:
    """A build after one commit asks git for the one content that it brought, whatever hangs on that file."""
    read_log(repository / "data", contract(), CacheStore(tmp_path / "store"))
    path = repository / "data" / name
    path.write_text(f"# 注\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    commit_all(repository, "comment")
    asked.clear()
    log = read_log(repository / "data", contract(), CacheStore(tmp_path / "store"))
    assert of_contents(asked) == [git(repository, "rev-parse", f"HEAD:data/{name}")]
    assert log.entries[-1].subject == "comment" and log.entries[-1].changes == ()


def test_a_commit_that_leaves_the_ledger_alone_is_not_in_the_log(repository: Path, tmp_path: Path) -> None:
    """Work on other files does not show."""
    before = read_log(repository / "data", contract(), CacheStore(tmp_path / "store"))
    (repository / "README").write_text("x", encoding="utf-8")
    commit_all(repository, "readme")
    assert read_log(repository / "data", contract(), CacheStore(tmp_path / "store")) == before


def test_an_amended_commit_takes_the_place_of_the_old_one(repository: Path, tmp_path: Path, asked: list[str]) -> None:
    """What was kept of a commit that is no more on the line is forgotten; the commits below it are not read again."""
    before = read_log(repository / "data", contract(), CacheStore(tmp_path / "store"))
    git(repository, "commit", "--quiet", "--amend", "--message", "other words")
    asked.clear()
    after = read_log(repository / "data", contract(), CacheStore(tmp_path / "store"))
    assert after.entries[:2] == before.entries[:2]
    assert [e.subject for e in after.entries] == ["begin", "rename", "other words"]
    assert after == read_log(repository / "data", contract(), CacheStore(None))


def test_another_ledger_of_the_same_repository_has_another_history(tmp_path: Path) -> None:
    """Two places in one repository, one store: what is told of one is never told of the other."""
    writer = Writer(tmp_path / "repository")
    writer.commit("two places", {f"{place}/data/{name}": text for place in ("a", "b") for name, text in LEDGER.items()})
    changed = LEDGER[INDICATORS].replace("产值的一部分", "产值的一份")
    writer.commit("one of them changes", {f"a/data/{INDICATORS}": changed})
    folder, store = writer.write(), CacheStore(tmp_path / "store")
    first = read_log(folder / "a/data", contract(), store)
    assert [entry.subject for entry in first.entries] == ["two places", "one of them changes"]
    assert read_log(folder / "b/data", contract(), store) == read_log(folder / "b/data", contract(), CacheStore(None))


def test_another_contract_has_another_history(repository: Path, tmp_path: Path) -> None:
    """With a contract that lacks a column the log does not speak of it, although the store has one that does."""
    store = tmp_path / "store"
    assert told(read_log(repository / "data", contract(), CacheStore(store)).entries[1])
    descriptor = deepcopy(contract().descriptor)
    table = next(r for r in descriptor["resources"] if r["name"] == "indicators")
    table["schema"]["fields"] = [f for f in table["schema"]["fields"] if f["name"] != "name"]
    (tmp_path / "other.json").write_text(json.dumps(descriptor), encoding="utf-8")
    other = load_contract(tmp_path / "other.json")
    assert read_log(repository / "data", other, CacheStore(store)).entries[1].changes == ()


# -- what cannot be read


def history_of(folder: Path, *states: dict[str, str]) -> ChangeLog:
    """The log of a ledger that was committed in these states, each a set of edited files."""
    writer, mark = Writer(folder), 0
    for number, state in enumerate(states):
        mark = writer.commit(str(number), data({**LEDGER, **state}), (mark,) if mark else ())
    return read_log(writer.write() / "data", contract(), CacheStore(None))


UNREADABLE = {
    "syntax": {TASKS: "- [\n"},
    "not utf-8": {TASKS: "- id: \udcb0\n"},
    "no list": {TASKS: "id: x\n"},
    "unknown place": {"tasks.yml": "- id: x\n"},
    "unknown unit": {TASKS: LEDGER[TASKS].replace("[区发展局]", "[区某局]")},
    "same key twice": {"indicators/five/02.yml": LEDGER[INDICATORS]},
}


@pytest.mark.parametrize("state", UNREADABLE.values(), ids=UNREADABLE)
def test_a_commit_that_cannot_be_read_is_told_and_passed_over(state: dict[str, str], tmp_path: Path) -> None:
    """The file at fault is named, nothing counts as changed, and the next commit is compared with the last good one."""
    better = {INDICATORS: LEDGER[INDICATORS].replace("植树", "造林")}
    writer = Writer(tmp_path)
    one = writer.commit("good", data(LEDGER))
    two = writer.commit("bad", data(state), (one,))
    mended: dict[str, str | None] = {name: LEDGER.get(name) for name in state}
    writer.commit("mended", data({**mended, **better}), (two,))
    entries = read_log(writer.write() / "data", contract(), CacheStore(None)).entries
    assert entries[1].unreadable == tuple(state) and entries[1].changes == ()
    assert told(entries[2]) == {("indicators", ("planting",)): (Edit.CHANGED, {"name": ("植树", "造林")})}


def test_a_content_that_this_copy_lacks_makes_its_commit_unreadable(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that was made without old contents tells which file of which commit it cannot compare."""
    lost = git(repository, "rev-parse", f"HEAD~1:data/{INDICATORS}")

    class Partial(Repository):
        def contents(self, names: Sequence[str]) -> dict[str, bytes]:
            return super().contents([name for name in names if name != lost])

    path = repository / "data" / INDICATORS
    path.write_text(path.read_text(encoding="utf-8").replace("造林", "绿化"), encoding="utf-8")
    commit_all(repository, "again")
    monkeypatch.setattr(log_reader, "Repository", Partial)
    entries = read_log(repository / "data", contract(), CacheStore(None)).entries
    assert [e.unreadable for e in entries] == [(), (INDICATORS,), (INDICATORS,), ()]
    assert {key for _, key in told(entries[3])} == {("planting",), ("output-2017",)}


def test_keys_of_an_older_contract_are_passed_over(tmp_path: Path) -> None:
    """A key that today's contract does not know makes no commit unreadable, and its end is no change."""
    older = {INDICATORS: LEDGER[INDICATORS].replace("  unit: 万株\n", "  unit: 万株\n  colour: 绿\n")}
    log = history_of(tmp_path, older, {})
    assert [e.unreadable for e in log.entries] == [(), ()]
    assert log.entries[1].changes == ()


def test_the_log_begins_with_the_first_commit_that_can_be_read(tmp_path: Path) -> None:
    """What was there then is counted, not told record by record."""
    log = history_of(tmp_path, {TASKS: "- [\n"}, {})
    assert log.entries[0].unreadable == (TASKS,)
    assert log.begin == log.entries[1] and dict(log.entries[1].begun)["indicators"] == 4
    assert log.entries[1].changes == ()


# -- where there is no history, or not all of it


def test_a_shallow_clone_begins_where_it_begins(repository: Path, tmp_path: Path) -> None:
    """Older commits are missing and that is known; when they are fetched, the kept log does not hide them."""
    git(tmp_path, "clone", "--quiet", "--depth", "2", f"file://{repository}", "clone")
    store = CacheStore(tmp_path / "store")
    log = read_log(tmp_path / "clone" / "data", contract(), store)
    assert log.shallow and [e.subject for e in log.entries] == ["rename", "figure"]
    assert log.begin == log.entries[0] and len(log.entries[1].changes) == 1
    git(tmp_path / "clone", "fetch", "--quiet", "--unshallow")
    whole = read_log(tmp_path / "clone" / "data", contract(), CacheStore(tmp_path / "store"))
    assert not whole.shallow and [e.subject for e in whole.entries] == ["begin", "rename", "figure"]


def test_without_a_repository_the_reason_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, a ledger that is in no commit, an empty repository, no git at all: each is told."""
    folder = ledger.write(tmp_path, LEDGER)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert read_log(folder, contract(), CacheStore(None)) == ChangeLog(missing="no-repository")
    git(tmp_path, "init", "--quiet")
    assert read_log(folder, contract(), CacheStore(None)) == ChangeLog(missing="untracked")
    (tmp_path / "README").write_text("x", encoding="utf-8")
    git(tmp_path, "add", "README")
    git(tmp_path, "commit", "--quiet", "--message", "readme")
    assert read_log(folder, contract(), CacheStore(None)) == ChangeLog(missing="untracked")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_log(folder, contract(), CacheStore(None)) == ChangeLog(missing="no-git")


def test_work_that_is_no_commit_yet_is_known_and_not_in_the_log(repository: Path) -> None:
    """A changed file, and one that is new."""
    clean = read_log(repository / "data", contract(), CacheStore(None))
    (repository / "data" / "tasks/five/02-new.yml").write_text("", encoding="utf-8")
    dirty = read_log(repository / "data", contract(), CacheStore(None))
    assert (clean.uncommitted, dirty.uncommitted) == (False, True)
    assert clean.entries == dirty.entries


def test_dates_are_those_of_the_commits(repository: Path) -> None:
    """The author's date with the author's zone, and ids that git knows."""
    entries = read_log(repository / "data", contract(), CacheStore(None)).entries
    assert entries[0].date == "2017-07-14T11:40:00+08:00" and entries[0].day == "2017-07-14"
    assert int(git(repository, "log", "--format=%at", "--reverse").splitlines()[0]) == BEGIN + 3600
    assert entries[-1].id == git(repository, "rev-parse", "HEAD")


# -- two revisions


def test_differences_are_those_of_the_log(repository: Path) -> None:
    """From one revision to another, and to the files as they are, which need be no commit."""
    changes = differences(repository / "data", contract(), "HEAD~2", "HEAD")
    assert {(c.table, c.key) for c in changes} == {("indicators", ("planting",)), ("observations", ("output-2017",))}
    assert differences(repository / "data", contract(), "HEAD", None) == []
    path = repository / "data" / INDICATORS
    path.write_text(path.read_text(encoding="utf-8").replace("产值的一部分", "产值的一份"), encoding="utf-8")
    (change,) = differences(repository / "data", contract(), "HEAD", None)
    assert (change.table, change.title, change.part) == ("relations", "其中工业产值", "产值")


def test_differences_of_what_cannot_be_read_are_refused(repository: Path) -> None:
    """Faulty files are told with their findings instead of a list of records that seem to be gone."""
    (repository / "data" / TASKS).write_text("- [\n", encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        differences(repository / "data", contract(), "HEAD", None)
    assert refused.value.files == (TASKS,)
