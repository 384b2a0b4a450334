"""The ledger while it is reviewed: read again when a file changed, and written when a person has decided."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Mapping as ReadOnly
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.language.office import review_words
from generator.language.official_text import Layout, fingerprint, read_documents, read_layouts, span
from generator.ledger.checks.drafts import EXCLUSIONS
from generator.ledger.contract import SOURCE, Contract
from generator.ledger.editing.edits import records_behind
from generator.ledger.editing.record_places import record_places
from generator.ledger.editing.record_text import block
from generator.ledger.editing.undo import Written, as_written, put_back
from generator.ledger.editing.yaml_file import (
    Change,
    Edit,
    EditRefused,
    YamlFile,
    edited,
    read_file,
    read_or_new,
    write_files,
)
from generator.ledger.enums import Grade
from generator.ledger.load import ReadLedger, read_files
from generator.ledger.reading.findings import Finding, Mark, those_of
from generator.ledger.reading.ledger_files import TEXTS, FileContent, LedgerFiles, find_files
from generator.ledger.reading.nodes import Mapping
from generator.ledger.verify.left_out import given_up
from generator.office.left_writes import end_left
from generator.office.review.actions import Entry, Verdict, member_records, outermost, record_edits, text_at
from generator.office.review.draft_records import DraftRecord, Item, document_of, draft_records, grouped, named
from generator.office.review.references import assigning, hanging, import_renames, referring, renames
from generator.office.review.sheet_rows import Workbooks, files_of, read_workbooks
from generator.support.files import locked_folder
from generator.support.whole_files import bases_below

NUMBERS = re.compile("[0-9]+")
"""What may differ in a finding only because lines moved."""
DATA = "data"
ACKNOWLEDGED = "acknowledged.yml"
MOST_STEPS = 100
"""How many writings can be taken back."""
PASSAGE, FINGERPRINT = SOURCE[2:]


class Gone(Exception):
    """A record is no draft any more, or its lines changed on the disk since they were shown."""


class NotFit(Exception):
    """What was entered would be a fault of the ledger; nothing was written."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


class StillUsed(Exception):
    """Other records refer to one that is to go; nothing was written."""

    def __init__(self, title: str, places: Sequence[tuple[Mark, str]]) -> None:
        super().__init__(title)
        self.title, self.places = title, places


@dataclass(frozen=True)
class State:
    """A ledger as it was read, with its drafts."""

    ledger: ReadLedger
    faults: tuple[Finding, ...]
    """What is wrong elsewhere than in drafts."""
    records: tuple[DraftRecord, ...]
    texts: ReadOnly[str, str]
    """Documents → their texts in normal form, as far as they are here."""
    layouts: ReadOnly[str, Layout]
    workbooks: Workbooks
    """Documents that were read from a workbook → its sheets."""

    @cached_property
    def items(self) -> list[Item]:
        """What is looked at, in the order of the documents."""
        return grouped(self.records)

    @cached_property
    def by_key(self) -> dict[str, DraftRecord]:
        """The drafts by their keys."""
        return {record.key: record for record in self.records}


@dataclass(frozen=True, slots=True)
class Step:
    """One writing that can be taken back."""

    key: str
    """The first of its drafts."""
    files: Sequence[Written]


@dataclass(slots=True)
class Session:
    """One review of the drafts of a folder."""

    folder: Path
    """The folder that holds data/ and sources/."""
    contract: Contract
    total: int = 0
    """How many there were to look at, at the most."""
    _steps: deque[Step] = field(default_factory=lambda: deque(maxlen=MOST_STEPS), repr=False)
    _seen: object = None
    _state: State | None = field(default=None, repr=False)

    @property
    def data(self) -> Path:
        """The ledger."""
        return self.folder / DATA

    def state(self) -> State:
        """The ledger as it is on the disk now."""
        files = find_files(self.data)
        sources = [*sorted((self.folder / TEXTS).glob("*.txt")), *files_of(self.folder)]
        seen = [(str(path), *_signature(path)) for path in [*files.files.values(), *sources] if isinstance(path, Path)]
        if self._state is None or seen != self._seen:
            self._state, self._seen = self._read(files), seen
        self.total = max(self.total, len(self._state.items))
        return self._state

    def _read(self, files: LedgerFiles) -> State:
        ledger = read_files(files, self.contract, self.data)
        faults = tuple(those_of(Grade.FAULT, ledger.findings()))
        names = {draft.row.mark.file.partition("/")[2] for draft in ledger.drafts}
        texts = {name: files.files[name].read_bytes().decode("utf-8-sig") for name in names}
        records = tuple(draft_records(ledger.tables, ledger.drafts, texts))
        ids = [row["id"] for row in ledger.tables.rows["documents"]]
        sources = self.folder / TEXTS
        texts, layouts = read_documents(sources, ids), read_layouts(sources, ids)
        return State(ledger, faults, records, texts, layouts, read_workbooks(self.folder))

    def hanging(self, keys: Sequence[str]) -> list[DraftRecord]:
        """The drafts that go with some that are rejected.

        Raises:
            Gone: one of them is no draft any more.
            StillUsed: other records refer to one of them.
        """
        state = self.state()
        rejected = [_found(state, key) for key in keys]
        others, used = hanging(state.ledger.tables, self.contract, state.records, rejected)
        if used:
            places = [(row.mark, named(row) or self.contract.tables[table].title) for table, row in used]
            raise StillUsed(rejected[0].title, places)
        return others

    def write(self, entries: ReadOnly[str, Entry]) -> None:
        """Write what was decided of some drafts: all files, or none.

        Args:
            entries: the key of each draft, and what was entered.

        Raises:
            Gone: a draft is not as it was shown.
            NotFit: the ledger would have faults that it has not now.
            EditRefused, OSError: a file cannot be written.
        """
        state = self.state()
        records = {key: _found(state, key) for key in entries}
        new_ids = {key: new for key, record in records.items() if (new := _new_id(record, entries[key]))}
        files = self._files(self._touched(state, [*records.values()], [records[key] for key in new_ids]))
        edits: dict[str, list[Edit]] = {name: [] for name in files}
        places = {name: record_places(file) for name, file in files.items()}
        for key, record in records.items():
            place = places[record.row.mark.file].get(record.row.mark)
            if place is None:
                raise Gone
            entry = _with_fingerprints(entries[key], place.mapping, record.source["document"], state.texts)
            document, words = document_of(record, state.texts)
            document = document or assigning(state.ledger.tables, record.row["id"])
            members = [*member_records(entry, state.ledger.tables, document, words)]
            columns = _columns(self.contract, record.table)
            edits[record.row.mark.file] += record_edits(place, entry, columns, members)
        for key, new in new_ids.items():
            for name, some in renames(state.ledger.tables, self.contract, files, records[key], new).items():
                edits[name] += some
        changes: list[Change] = [(files[name], outermost(some)) for name, some in edits.items() if some]
        changes += self._import_changes([(records[key], new) for key, new in new_ids.items()])
        changes += self._acknowledgements(records, entries, new_ids)
        rejected = [records[key] for key, entry in entries.items() if entry.verdict is Verdict.REJECT]
        changes = self._with_exclusions(state, changes, rejected)
        if changes:
            self._check(state, self._after(changes))
            with self._alone():
                written = as_written(write_files(changes))
            if written:
                self._steps.append(Step(next(iter(entries)), written))

    @property
    def can_undo(self) -> bool:
        """Whether something was written that can be taken back."""
        return bool(self._steps)

    def undo(self) -> str:
        """Take the last writing back.

        Returns:
            The key of its first draft; empty where there was none.

        Raises:
            ChangedSince: a file changed since; that writing stays for good.
            EditRefused, InvalidLedger, OSError: a file cannot be written.
        """
        if not self._steps:
            return ""
        with self._alone():
            step = self._steps.pop()
            put_back(step.files)
        return step.key

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Write when nobody else does: an import may go on, what it changes is told then.

        Raises:
            EditRefused: a command was killed while it wrote; that is ended, and nothing else is written.
        """
        with locked_folder(self.folder, lambda: None):
            left = [line for base in bases_below([self.data], [self.folder]) for line in end_left(base)]
            if left:
                raise EditRefused("\n".join([*left, review_words.ENDED_BEFORE]))
            yield

    def _acknowledgements(
        self, records: ReadOnly[str, DraftRecord], entries: ReadOnly[str, Entry], new_ids: ReadOnly[str, str]
    ) -> list[Change]:
        """What is written of doubts that a person found to be none."""
        on, new = date.today().isoformat(), []
        for key, record in records.items():
            reason = entries[key].reason if entries[key].verdict is not Verdict.REJECT else ""
            for doubt in those_of(Grade.DOUBT, record.findings) if reason else ():
                about, value = str(doubt.values["record"]), str(doubt.values["value"])
                about = new_ids.get(key, about) if about == record.row["id"] else about
                cells = {"code": doubt.code, "record": about, "value": value, "reason": reason, "on": on}
                new.append(block(cells))
        path = self._inside(self.data / ACKNOWLEDGED, self.data)
        file = read_or_new(path, f"{self.data.absolute().name}/{ACKNOWLEDGED}") if new else None
        return [(file, [records_behind(file, new)])] if file else []

    def _with_exclusions(self, state: State, changes: list[Change], rejected: Sequence[DraftRecord]) -> list[Change]:
        """Changes with what is written of numbers and clauses that no record has any more."""
        rows = [(record.table, record.source) for record in rejected if record.table != EXCLUSIONS]
        label = self.data.absolute().name
        documents = [id_ for id_ in state.texts if any(row["document"] == id_ and row.passage for _, row in rows)]
        after = self._after(changes).tables if documents else state.ledger.tables
        for id_ in documents:
            text, layout = state.texts[id_], state.layouts[id_]
            cells = given_up(state.ledger.tables, after, rows, id_, text, layout)
            new = [block({key: cell for key, cell in one.items() if key != "document"}) for one in cells]
            path = self._inside(self.data / EXCLUSIONS / f"{id_}.yml", self.data)
            file, edits = next(
                (change for change in changes if change[0].path == path),
                (read_or_new(path, f"{label}/{EXCLUSIONS}/{path.name}"), ()),
            )
            if new:
                changes = [change for change in changes if change[0] is not file]
                changes.append((file, [*edits, records_behind(file, new)]))
        return changes

    def _after(self, changes: Sequence[Change]) -> ReadLedger:
        """The ledger as it would be."""
        texts = {file.path: edited(file, some) for file, some in changes}
        on_disk = find_files(self.data)
        new = {path.relative_to(self.data).as_posix(): path for path in texts if path.is_relative_to(self.data)}
        files = {
            name: FileContent(texts[path].encode()) if isinstance(path, Path) and path in texts else path
            for name, path in {**new, **on_disk.files}.items()
        }
        return read_files(LedgerFiles(on_disk.label, files), self.contract, self.data)

    def _import_changes(self, new_ids: Sequence[tuple[DraftRecord, str]]) -> list[Change]:
        """The edits of what workbooks held: a later import knows records by the ids that they have now."""
        files = [read_file(self._inside(path, self.folder)) for path in files_of(self.folder)] if new_ids else []
        changes = [(f, [e for record, new in new_ids for e in import_renames(f, record, new)]) for f in files]
        return [(file, edits) for file, edits in changes if edits]

    def _touched(self, state: State, records: Sequence[DraftRecord], renamed: Sequence[DraftRecord]) -> set[str]:
        """The names, as in findings, of the files in which something changes."""
        tables = state.ledger.tables
        rows = [row for r in renamed for _, _, row in referring(tables, self.contract, r.table, r.row["id"])]
        return {row.mark.file for row in [*rows, *(record.row for record in records)]}

    def _files(self, names: Collection[str]) -> dict[str, YamlFile]:
        """Files of the ledger. Raises EditRefused for one that is outside of its folder, and InvalidLedger."""
        return {
            name: read_file(self._inside(self.data / name.partition("/")[2], self.data), name) for name in sorted(names)
        }

    def _inside(self, path: Path, folder: Path) -> Path:
        """A path that leads to no file elsewhere. Raises EditRefused."""
        if not path.resolve().is_relative_to(folder.resolve()):
            raise EditRefused(review_words.OUTSIDE.format(file=path))
        return path

    def _check(self, state: State, after: ReadLedger) -> None:
        """Look at the ledger as it would be. Raises NotFit where it would have faults that it has not now."""
        known = Counter(map(_without_lines, state.faults))
        new = []
        for finding in those_of(Grade.FAULT, after.findings()):
            known[_without_lines(finding)] -= 1
            if known[_without_lines(finding)] < 0:
                new.append(finding)
        if new:
            raise NotFit(new)


def _new_id(record: DraftRecord, entry: Entry) -> str:
    """The id that a record gets in the place of its own; empty where it keeps it."""
    new = entry.values.get("id", "")
    return new if entry.verdict is not Verdict.REJECT and new != record.row["id"] else ""


def _with_fingerprints(entry: Entry, record: Mapping, document: str, texts: ReadOnly[str, str]) -> Entry:
    """An entry with the fingerprint of each passage that is another one now, as far as the text is here.

    Args:
        entry: what was entered.
        record: the record as it is in its file.
        document: where it comes from, unless a source in it names another document.
        texts: the texts of documents.
    """
    values = dict(entry.values)
    for path, passage in entry.values.items():
        source = path.removesuffix(PASSAGE)
        if path.endswith(PASSAGE) and passage != text_at(record, path):
            named = entry.values.get(f"{source}document", "") or text_at(record, f"{source}document")
            with suppress(ValueError):
                start, end = span(passage)
                words = texts.get(named or document, "")[start:end]
                if len(words) == end - start:
                    values[f"{source}{FINGERPRINT}"] = fingerprint(words)
    return replace(entry, values=values)


def _found(state: State, key: str) -> DraftRecord:
    if key not in state.by_key:
        raise Gone
    return state.by_key[key]


def _signature(path: Path) -> tuple[int, int]:
    """What tells whether a file changed."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _columns(contract: Contract, table: str) -> tuple[str, ...]:
    return contract.tables[table].columns if table in contract.tables else ()


def _without_lines(finding: Finding) -> tuple[str, str, str]:
    """A finding as it is told wherever its lines have moved to."""
    return finding.code, finding.mark.file, NUMBERS.sub("", finding.problem)
