"""What the server answers: a page, or what became of a decision. Nothing here knows of HTTP but its statuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.language import command_words
from generator.language.office import review_words
from generator.ledger.editing.undo import ChangedSince
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.findings import Finding
from generator.office.review import forms, views
from generator.office.review.actions import Entry, Verdict
from generator.office.review.draft_records import Item, chosen
from generator.office.review.session import Gone, NotFit, Session, State, StillUsed
from generator.office.review.views import NOTHING, Choice, Said

HTML: Final = "text/html; charset=utf-8"
ITEM: Final = "/item/"
HERE: Final = "#here"
"""The place in the document."""
SAID: Final = {
    Verdict.ACCEPT: review_words.ACCEPTED,
    Verdict.KEEP: review_words.KEPT,
    Verdict.REJECT: review_words.REJECTED,
}
NotWritten = StillUsed | InvalidLedger | EditRefused | OSError


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets."""

    status: int
    content: bytes = b""
    kind: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)


def refused(status: int) -> Answer:
    """A page that says why there is none, or why nothing was done."""
    return Answer(status, views.page("refused.html", message=review_words.REFUSED[status], place=""))


@dataclass(slots=True)
class Review:
    """One review, and what is to be said on the next page."""

    session: Session
    said: Said = NOTHING

    def get(self, path: str, query: forms.Form) -> Answer:
        """A page. The ledger stays as it is."""
        if path not in ("/", "/list") and not path.startswith(ITEM):
            return refused(404)
        state, choice = self.session.state(), _choice(query)
        item = _item(state, path)
        if path != "/list" and item is None:
            if path != "/":
                self.said = self.said if self.said.text else Said(review_words.NOT_THERE)
            shown = chosen(state.items, choice.show, choice.table)
            return _to(f"{ITEM}{shown[0].main.key}" if shown else "/list", choice)
        said, self.said = self.said, NOTHING
        if item is None:
            return Answer(200, views.list_page(self.session, state, choice, said))
        return Answer(200, views.item_page(self.session, state, item, choice, said=said))

    def post(self, path: str, form: forms.Form) -> Answer:
        """Write what a person decided, and go on to the next drafts."""
        state, choice = self.session.state(), _choice(form)
        if path == "/accept-all":
            table = forms.first(form, "of")
            keys = views.simple_keys(state, table, None if table else form.get("ticked", ()))
            return self._accept_all(keys, choice)
        if path == "/undo":
            return self._undo(choice)
        if not path.startswith(ITEM):
            return refused(404)
        try:
            entries = forms.entries(form)
        except ValueError:
            return refused(400)
        item = _item(state, path)
        if item is None or {record.key for record in item.records} != {*entries}:
            self.said = Said(review_words.CHANGED)
            return _to(f"{ITEM}{item.main.key}" if item else "/", choice)
        return self._decide(state, item, entries, form, choice)

    def _decide(self, state: State, item: Item, entries: dict[str, Entry], form: forms.Form, choice: Choice) -> Answer:
        """Write the entries of an item; ask before the item itself, or what it does not show, goes."""
        going = [key for key, entry in entries.items() if entry.verdict is Verdict.REJECT]
        verdict, behind = entries[item.main.key].verdict, _behind(state, item, choice)
        try:
            others = self.session.hanging(going)
            if not forms.first(form, "sure") and (others or verdict is Verdict.REJECT):
                records = [*(state.by_key[key] for key in going), *others]
                return Answer(200, views.reject_page(self.session, state, item, records, form, choice))
            self.session.write(entries | {record.key: Entry(Verdict.REJECT) for record in others})
        except Gone:
            self.said = Said(review_words.CHANGED)
            return _to("/", choice)
        except NotFit as unfit:
            return self._again(item, entries, choice, "", unfit.findings)
        except (StillUsed, InvalidLedger, EditRefused, OSError) as error:
            return self._again(item, entries, choice, why_refused(error))
        self.said = Said(SAID[verdict].format(title=item.main.title), written=True)
        after = self.session.state()
        if verdict is Verdict.KEEP:
            at = item.main.row.mark
            behind = next((one.main.key for one in after.items if one.main.row.mark == at), behind)
        return _to(f"{ITEM}{behind}" if _item(after, ITEM + behind) else "/", choice)

    def _again(
        self, item: Item, entries: Mapping[str, Entry], choice: Choice, message: str, findings: Sequence[Finding] = ()
    ) -> Answer:
        """The same page with what was entered, and why it was not written."""
        state = self.session.state()
        page = views.item_page(
            self.session, state, item, choice, said=Said(message), findings=findings, entered=entries
        )
        return Answer(200, page)

    def _undo(self, choice: Choice) -> Answer:
        """Take back what was written last, and show it again."""
        try:
            key = self.session.undo()
        except ChangedSince as changed:
            self.said = Said(review_words.UNDO_CHANGED.format(file=changed.path))
            return _to("/", choice)
        except (InvalidLedger, EditRefused, OSError) as error:
            self.said = Said(why_refused(error))
            return _to("/", choice)
        self.said = Said(review_words.UNDONE, written=True) if key else Said(review_words.NOTHING_TO_UNDO)
        return _to(f"{ITEM}{key}" if key else "/", choice)

    def _accept_all(self, keys: Sequence[str], choice: Choice) -> Answer:
        """Accept drafts from the list, as they are."""
        try:
            self.session.write({key: Entry(Verdict.ACCEPT) for key in keys})
            self.said = Said(review_words.BULK_ACCEPTED.format(count=len(keys)), written=True)
        except Gone:
            self.said = Said(review_words.CHANGED)
        except NotFit as unfit:
            self.said = Said(review_words.NOTHING_WRITTEN + str(unfit.findings[0]))
        except (InvalidLedger, EditRefused, OSError) as error:
            self.said = Said(why_refused(error))
        return _to("/list", choice)


def _choice(form: forms.Form) -> Choice:
    """What a person wants to see, as far as there is such a thing."""
    show, table = forms.first(form, "show"), forms.first(form, "table")
    return Choice(show if show in review_words.SHOWS else "all", table if table in review_words.TABLE_NAMES else "")


def _item(state: State, path: str) -> Item | None:
    """The item of an address; None where there is none."""
    key = path.removeprefix(ITEM)
    return next((item for item in state.items if item.main.key == key), None)


def _behind(state: State, item: Item, choice: Choice) -> str:
    """The key of the item that comes after another one."""
    shown = chosen(state.items, choice.show, choice.table)
    at = shown.index(item) + 1 if item in shown else 0
    following = [*shown[at:], *shown[:at]]
    return following[0].main.key if following else ""


def _to(path: str, choice: Choice) -> Answer:
    """Sends a browser to another page."""
    return Answer(303, headers={"Location": f"{path}{choice.query}{HERE if path.startswith(ITEM) else ''}"})


def why_refused(error: NotWritten) -> str:
    """Why nothing was written."""
    if isinstance(error, StillUsed):
        title = review_words.USED.format(title=error.title)
        places = [review_words.USED_AT.format(file=m.file, line=m.line, title=name) for m, name in error.places]
        return "\n".join([title, *places])
    if isinstance(error, InvalidLedger):
        return "\n".join(map(str, error.findings))
    if isinstance(error, OSError):
        reason = command_words.why_not_written(error) or error.strerror
        return command_words.EDIT_FAILED.format(file=error.filename, reason=reason)
    return str(error)
