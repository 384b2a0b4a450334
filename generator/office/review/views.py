"""What the pages of a review show, and their HTML. Nothing is decided or written here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.language.office import review_words
from generator.ledger.editing.record_places import record_places
from generator.ledger.editing.yaml_file import read_file
from generator.ledger.enums import Grade
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.nested_readers import ROLES
from generator.office.review import forms
from generator.office.review.actions import Entry
from generator.office.review.document_text import Piece, marked_words, mentions, paragraphs
from generator.office.review.draft_records import DraftRecord, Item, chosen, document_of, names_of
from generator.office.review.fields import Assigned, Field, FieldReader, Members, assigned, may_be_assigned, members
from generator.office.review.session import Session, State
from generator.office.review.sheet_rows import rows_around

TEMPLATES: Final = Path(__file__).with_name("templates")
SIMPLE: Final = frozenset({"organizations", "sections", "exclusions"})
"""Tables whose drafts may be accepted together: a line of the list says all of them."""

FIRST: Final = ("title", "name", "summary")
"""Values that are shown before all others of a record."""

ENVIRONMENT: Final = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


class Said(NamedTuple):
    """What is said on the top of a page."""

    text: str
    written: bool = False
    """Whether something was written: all else needs another look."""


NOTHING: Final = Said("")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person wants to see."""

    show: str = "all"
    table: str = ""

    @property
    def query(self) -> str:
        """As the end of an address; empty for everything in the order of the document."""
        given = {"show": self.show if self.show != "all" else "", "table": self.table}
        given = {name: text for name, text in given.items() if text}
        return f"?{urlencode(given)}" if given else ""


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record on a page: its form, and what is said of it."""

    number: int
    record: DraftRecord
    fields: tuple[Field, ...]
    """Those that are written or needed."""
    groups: tuple[tuple[str, tuple[Field, ...]], ...]
    """What is nested in it."""
    further: tuple[Field, ...]
    """What could be written, too."""
    who: tuple[Assigned, ...] | None
    """Who is responsible; None where its table does not say that."""
    members: Members | None
    """Who belongs to a collective; None where that cannot be entered."""
    is_doubted: bool
    """Whether the checks doubt something of it, which a person may find right."""
    reason: str
    """Why it is right, as it was entered."""
    said: tuple[str, ...]
    """Findings about it, but for what it lacks: that is marked where it is entered."""

    @property
    def name(self) -> str:
        """What kind of record it is."""
        return review_words.TABLE_NAMES.get(self.record.table, self.record.table)


def page(template: str, **values: Any) -> bytes:
    """The HTML of a page."""
    return ENVIRONMENT.get_template(template).render(words=review_words, **values).encode()


def item_page(
    session: Session,
    state: State,
    item: Item,
    choice: Choice,
    *,
    said: Said = NOTHING,
    findings: Sequence[Finding] = (),
    entered: Mapping[str, Entry] | None = None,
) -> bytes:
    """The page of some drafts that are looked at together.

    Args:
        session: the review.
        state: the ledger as it is.
        item: the drafts.
        choice: what is shown before and behind them.
        said: what is said on the top.
        findings: why the drafts could not be accepted.
        entered: what was entered and could not be written.
    """
    shown = chosen(state.items, choice.show, choice.table)
    at = shown.index(item) if item in shown else -1
    document, shown_text = _document(state, item)
    return page(
        "item.html",
        item=item,
        records=[*_record_views(session, state, item, entered or {})],
        refused=[refusal_words(finding, {record.row.mark.file for record in item.records}) for finding in findings],
        said=said,
        is_entered=entered is not None,
        paragraphs=shown_text,
        sheets=rows_around(state.workbooks.get(document, ()), _named_cells(item)),
        here=next((piece.start for pieces in shown_text for piece in pieces if "current" in piece.signs), -1),
        document=_title_of(state, document),
        lists=_lists(state),
        roles={key: role.value for key, role in ROLES.items()},
        before=shown[at - 1].main.key if at > 0 else "",
        behind=shown[at + 1].main.key if at + 1 < len(shown) else "",
        **_frame(session, state, choice),
    )


def _document(state: State, item: Item) -> tuple[str, list[list[Piece]]]:
    """The document of an item, and its text; of what comes from no place of one, the first text that names it."""
    document, text = document_of(item.main, state.texts)
    names = () if item.main.source["document"] or item.main.table == "documents" else names_of(item.main.row)
    if not text:
        return document, []
    marked = [*marked_words(state.ledger.tables, state.items, document), *mentions(text, names, item.main.key)]
    return document, paragraphs(text, state.layouts[document], marked, item.main.key)


def _named_cells(item: Item) -> list[str]:
    """Texts that name the cells from which an item comes."""
    return [text for record in item.records for text in (record.source["locator"], *record.doubts)]


def list_page(session: Session, state: State, choice: Choice, said: Said = NOTHING) -> bytes:
    """All drafts that a person wants to see, and a way to accept the simple ones at once."""
    shown = chosen(state.items, choice.show, choice.table)
    simple = {table: len(simple_keys(state, table)) for table in sorted(SIMPLE)}
    return page(
        "list.html",
        items=shown,
        together={item.main.key for item in shown if _is_simple(item)},
        simple={table: count for table, count in simple.items() if count and choice.table in ("", table)},
        said=said,
        **_frame(session, state, choice),
    )


def reject_page(
    session: Session,
    state: State,
    item: Item,
    going: Sequence[DraftRecord],
    form: forms.Form,
    choice: Choice,
) -> bytes:
    """What goes when drafts are rejected, before it goes; the form is sent again by whoever is sure."""
    sent = [(name, text) for name, texts in form.items() for text in texts]
    frame = _frame(session, state, choice)
    left_out = any(record.source["document"] in state.texts and record.source.passage for record in going)
    return page("reject.html", item=item, going=going, sent=sent, left_out=left_out, said=NOTHING, **frame)


def simple_keys(state: State, table: str, ticked: Collection[str] | None = None) -> list[str]:
    """The drafts that may be accepted together.

    Args:
        state: the ledger as it is.
        table: their table; empty for all that allow it.
        ticked: those that a person ticked; None for all about which nothing is doubted.
    """
    records = [item.main for item in state.items if _is_simple(item) and table in ("", item.main.table)]
    return [r.key for r in records if (not r.doubts if ticked is None else r.key in ticked)]


def _is_simple(item: Item) -> bool:
    """Whether an item may be accepted from the list."""
    return len(item.records) == 1 and item.main.table in SIMPLE and not item.main.findings


def _frame(session: Session, state: State, choice: Choice) -> dict[str, Any]:
    """What every page shows: how far the review is, and what is chosen."""
    left = len(state.items)
    tables = [table for table in review_words.TABLE_NAMES if any(item.main.table == table for item in state.items)]
    return {
        "left": left,
        "total": session.total,
        "done": session.total - left,
        "can_undo": session.can_undo,
        "doubtful": sum(item.needs_a_look for item in state.items),
        "choice": choice,
        "tables": tables,
        "faults": [str(fault) for fault in state.faults[:5]],
        "place": state.ledger.site.place if state.ledger.site else "",
    }


def _record_views(session: Session, state: State, item: Item, entered: Mapping[str, Entry]) -> Iterator[RecordView]:
    """The records of an item with their fields; what was entered stands in the place of what is written."""
    reader = FieldReader(session.contract, state.ledger.tables)
    places = {name: record_places(read_file(session.data / name, _label(session, name))) for name in _files(item)}
    for number, record in enumerate(item.records):
        mapping = places[record.file][record.row.mark].mapping
        entry = entered.get(record.key)
        own, *inner = [
            (group.title, tuple(_entered(field, entry) for field in group.fields))
            for group in reader.groups(record.table, mapping)
        ]
        who = tuple(entry.assigned) if entry and entry.assigned is not None else tuple(assigned(mapping))
        yield RecordView(
            number=number,
            record=record,
            fields=tuple(sorted((field for field in own[1] if field.written or field.required), key=_reading_order)),
            groups=tuple((title, tuple(f for f in fields if f.written or f.required)) for title, fields in inner),
            further=tuple(f for _, fields in [own, *inner] for f in fields if not (f.written or f.required)),
            members=(entry.members if entry else None) or members(record.table, mapping),
            who=who if may_be_assigned(record.table) else None,
            is_doubted=any(finding.grade is Grade.DOUBT for finding in record.findings),
            reason=entry.reason if entry else "",
            said=tuple(_said(finding) for finding in record.findings if finding.code != "required"),
        )


def _reading_order(field: Field) -> tuple[int, bool]:
    """What a person reads first: the name, then the summary; the id comes last."""
    return (FIRST.index(field.path) if field.path in FIRST else len(FIRST)), field.path == "id"


def _files(item: Item) -> set[str]:
    return {record.file for record in item.records}


def _label(session: Session, name: str) -> str:
    """The name of a file as it stands in findings."""
    return f"{session.data.absolute().name}/{name}"


def _entered(field: Field, entry: Entry | None) -> Field:
    return replace(field, text=entry.values[field.path]) if entry and field.path in entry.values else field


def refusal_words(finding: Finding, own: Collection[str]) -> str:
    """Why nothing was written; where that stands, too, unless it is in a file of what is shown."""
    if finding.mark.file not in own:
        return str(finding)
    return review_words.REFUSAL.format(problem=finding.problem, remedy=finding.remedy)


def _said(finding: Finding) -> str:
    return f"{Grade.DOUBT}：{finding.problem}" if finding.grade is Grade.DOUBT else finding.problem


def _title_of(state: State, document: str) -> str:
    """The title of a document; its id where nobody knows it."""
    rows = state.ledger.tables.rows["documents"]
    return next((row["title"] for row in rows if row["id"] == document), document)


def _lists(state: State) -> dict[str, list[tuple[str, str]]]:
    """Values that a person may choose, by table: each with what it means."""
    rows = state.ledger.tables.rows
    named = {
        table: [(row["id"], row["title"] or row["name"]) for row in rows[table]] for table in ("tasks", "indicators")
    }
    titled = {table: [(row["id"], row["title"]) for row in rows[table]] for table in ("documents", "plans")}
    return {"organizations": [(row["name"], row["kind"]) for row in rows["organizations"]], **named, **titled}
