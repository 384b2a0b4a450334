"""What the server answers while a round is reviewed: pages, and what became of a decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, dropwhile
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.language import command_words, formatting
from generator.language.office.rounds import round_review_words as words
from generator.ledger.contract import load_contract
from generator.ledger.enums import ItemState
from generator.ledger.load import InvalidLedger
from generator.office.review import forms
from generator.office.review.decisions import Answer, refused
from generator.office.review.views import NOTHING, TEMPLATES, Said
from generator.office.rounds import approval
from generator.office.rounds.commits import ledger_at
from generator.office.rounds.remarks import LONGEST
from generator.office.rounds.review.item_view import ItemView, item_view
from generator.office.rounds.round_branch import OpenRound, RoundBranch, RoundRefused, locked
from generator.office.rounds.round_items import RoundItem, RoundView

ITEM: Final = "/item/"
ENVIRONMENT: Final = Environment(
    loader=FileSystemLoader([Path(__file__).with_name("templates"), TEMPLATES]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(slots=True)
class RoundReview:
    """One review of a round, and what is to be said on the next page."""

    branch: RoundBranch
    contract_path: Path
    on: date
    said: Said = NOTHING
    accepted: dict[str, object] = field(default_factory=dict)
    """What was accepted here: id → the record as it was. It holds for this review; approval is of the whole round."""
    _seen: object = None
    _view: RoundView | None = None

    def view(self) -> RoundView:
        """The round as its branch has it now. Raises RoundRefused, InvalidLedger."""
        branch, tip = self.branch, self.branch.tip()
        seen = (tip, branch.head(), branch.git("tag", "--list"))
        if self._view is None or seen != self._seen:
            contract = load_contract(self.contract_path)
            checked = ledger_at(branch.data, tip or branch.head(), contract).checked()
            self._view, self._seen = approval.view_of(branch, checked), seen
        return self._view

    def waits(self, item: RoundItem) -> bool:
        """Whether nobody has looked at an item yet."""
        return item.state is ItemState.WAITING and self.accepted.get(item.id) != item.record

    # -- pages

    def get(self, path: str, query: forms.Form) -> Answer:
        """A page. Nothing is written."""
        if path not in ("/", "/list") and not path.startswith(ITEM):
            return refused(404)
        try:
            view = self.view()
        except (RoundRefused, InvalidLedger) as error:
            return self._failed(error)
        if path == "/list":
            return self._list(view)
        item = self._item(view, path)
        if item is None:
            if path != "/":
                self.said = Said(words.NOT_THERE)
            first = next((one for one in view.items if self.waits(one)), None)
            return _to(f"{ITEM}{quote(first.id)}" if first else "/list")
        return self._page(view, item)

    def _item(self, view: RoundView, path: str) -> RoundItem | None:
        id_ = unquote(path.removeprefix(ITEM))
        return next((one for one in view.items if one.id == id_), None)

    def _render(self, template: str, view: RoundView, **values: Any) -> Answer:
        said, self.said = self.said, NOTHING
        waiting = [item for item in view.items if self.waits(item)]
        shown = {
            "said": said,
            "place": view.index.site.place,
            "round": view.record,
            "period": formatting.period(view.record.period),
            "plan": view.index.plans[view.record.plan].title,
            "total": len(view.items),
            "done": len(view.items) - len(waiting),
            "returned": len(view.in_state(ItemState.RETURNED)),
            "held": sum(bool(item.asked_now) for item in view.items),
        }
        content = ENVIRONMENT.get_template(template).render(**shown, **values)
        return Answer(200, content.encode())

    def _list(self, view: RoundView) -> Answer:
        units = []
        for unit in dict.fromkeys(item.unit for item in view.items):
            own = [item for item in view.items if item.unit == unit]
            counts = [(state, sum(item.state is state for item in own)) for state in ItemState]
            first = next((item for item in own if self.waits(item)), own[0])
            units.append((unit.name, [(s, n) for s, n in counts if n], sum(map(self.waits, own)), quote(first.id)))
        return self._render("round_list.html", view, units=units, base=self.branch.base)

    def _page(self, view: RoundView, item: RoundItem, typed: str = "") -> Answer:
        items = [*view.items]
        at = items.index(item)
        own: list[ItemView] = [item_view(view, one) for one in items if one.unit == item.unit]
        behind = [*items[at + 1 :], *items[:at]]
        return self._render(
            "round_item.html",
            view,
            current=item_view(view, item),
            unit=item.unit.name,
            own=[(one, quote(one.item.id), self._state(one.item)) for one in own],
            before=quote(items[at - 1].id) if at else "",
            behind=quote(behind[0].id) if behind else "",
            limit=LONGEST,
            typed=typed,
            address=quote(item.id),
        )

    def _state(self, item: RoundItem) -> str:
        return words.SEEN if item.state is ItemState.WAITING and not self.waits(item) else str(item.state)

    def _failed(self, error: Exception) -> Answer:
        text = "\n".join(map(str, error.findings)) if isinstance(error, InvalidLedger) else str(error)
        template = ENVIRONMENT.get_template("refused.html")
        return Answer(200, template.render(message=text, place="", words=words).encode())

    # -- decisions

    def post(self, path: str, form: forms.Form) -> Answer:
        """Write what a person decided, and go on to the next item."""
        try:
            view = self.view()
            if path == "/approve":
                return self._approve(view)
            if not path.startswith(ITEM):
                return refused(404)
            item = self._item(view, path)
            if item is None:
                self.said = Said(words.NOT_THERE)
                return _to("/")
            return self._decide(view, item, forms.first(form, "verdict"), forms.first(form, "remark").strip())
        except (RoundRefused, InvalidLedger) as error:
            return self._failed(error)

    def _decide(self, view: RoundView, item: RoundItem, verdict: str, text: str) -> Answer:
        if verdict not in DECISIONS:
            return refused(400)
        is_open = item_view(view, item).is_open
        if verdict == "accept" and is_open and not text:
            return self._again(view, item, words.ANSWER_NEEDED.format(name=item.name), text)
        if verdict != "accept" and not text:
            return self._again(view, item, words.REMARK_NEEDED, text)
        try:
            if verdict == "return":
                self._run(lambda work: approval.send_back(work, self.contract_path, item.id, text, self.on))
            elif verdict == "note":
                self._run(lambda work: approval.note(work, self.contract_path, item.id, text, self.on))
            elif is_open:
                self._run(lambda work: approval.answer(work, self.contract_path, item.id, text, self.on))
        except RoundRefused as error:
            return self._again(view, item, str(error), text)
        except OSError as error:
            reason = command_words.why_not_written(error) or error.strerror
            message = command_words.EDIT_FAILED.format(file=error.filename, reason=reason)
            return self._again(view, item, message, text)
        if verdict == "accept":
            self.accepted[item.id] = item.record
        said = words.ANSWERED if verdict == "accept" and is_open else DECISIONS[verdict]
        self.said = Said(said.format(name=item.name), written=True)
        return _to(self._next(item) if verdict != "note" else f"{ITEM}{quote(item.id)}")

    def _next(self, item: RoundItem) -> str:
        """The next item that waits, behind this one or from the beginning; else the list."""
        items: Sequence[RoundItem] = self.view().items
        behind = dropwhile(lambda one: one.id != item.id, items)
        waiting = next(filter(self.waits, chain(behind, items)), None)
        return f"{ITEM}{quote(waiting.id)}" if waiting else "/list"

    def _again(self, view: RoundView, item: RoundItem, message: str, typed: str) -> Answer:
        """The same page with what was typed, and why it was not written."""
        self.said = Said(message)
        return self._page(view, item, typed)

    def _approve(self, view: RoundView) -> Answer:
        left = sum(map(self.waits, view.items))
        if left:
            self.said = Said(words.LEFT.format(count=left))
            return _to("/list")
        try:
            done: list[approval.Approved | None] = []
            self._run(lambda work: done.append(approval.approve(work, self.contract_path)))
        except approval.Faulty as faulty:
            self.said = Said("\n".join([*map(str, faulty.findings), str(faulty)]))
        except RoundRefused as error:
            self.said = Said(str(error))
        else:
            base, counts = self.branch.base, done[0].counts if done[0] else ""
            text = words.APPROVED if done[0] else words.NOTHING_NEW
            self.said = Said(text.format(base=base, counts=counts, round=self.branch.round), written=bool(done[0]))
        return _to("/list")

    def _run(self, act: Callable[[OpenRound], object]) -> None:
        """Do something about the round, alone. Raises RoundRefused, OSError."""
        with locked(self.branch, lambda _: None) as work:
            act(work)


DECISIONS: Final[Mapping[str, str]] = {"accept": words.ACCEPTED, "return": words.RETURNED, "note": words.NOTED}
"""Verdict → what is said when it is written."""


def _to(path: str) -> Answer:
    """Sends a browser to another page."""
    return Answer(303, headers={"Location": path})
