"""The page of a round: who was asked, who answered, on time, how completely."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.rounds.appraisal import DatedRound, Share, dated_round
from generator.analysis.rounds.round_duties import RoundDuties, round_duties
from generator.analysis.rounds.round_status import UnitStatus
from generator.language import formatting, page_words
from generator.ledger.enums import SubmissionState
from generator.ledger.office_records import Round
from generator.ledger.records import Task
from generator.pages.components.references import Ref, document_ref, indicator_ref, organization_ref, plan_ref, task_ref
from generator.pages.context import PageContext
from generator.pages.overviews.rounds import only_public
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class RoundRow(NamedTuple):
    """A round with its counts; the share of those that answered is never above all."""

    ref: Ref
    plan: Ref
    period: str
    opens: str
    due: str
    last_day: str
    as_of: str
    over: bool
    """Whether the last day on which an answer is on time is over."""
    expected: int
    received: int
    percent: str
    """Empty where nobody was asked."""
    on_time: int
    late: int
    states: tuple[tuple[str, int], ...]
    """How many newest answers are in each state, those that occur."""


class UnitRow(NamedTuple):
    """A unit that was asked."""

    ref: Ref
    values: int
    tasks: int
    state: str
    """Empty before it answered."""
    received: str
    on_time: bool | None
    days_late: int
    times: int


class RoundView(NamedTuple):
    """What the page of a round shows."""

    row: RoundRow
    document: Ref
    units: tuple[UnitRow, ...]
    unexpected: tuple[Ref, ...]
    unasked: tuple[Ref, ...]
    without_lead: tuple[Ref, ...]


def round_ref(record: Round) -> Ref:
    """The page of a round."""
    return Ref(page_words.ROUND.format(period=formatting.period(record.period)), f"rounds/{record.id}/")


def round_row(context: PageContext, dated: DatedRound) -> RoundRow:
    record, status = dated
    share = Share(status.received, status.expected).of_one
    counted = ((str(state), status.in_state(state)) for state in SubmissionState)
    return RoundRow(
        ref=round_ref(record),
        plan=plan_ref(context.index.plans[record.plan]),
        period=formatting.period(record.period),
        opens=formatting.day(record.opens_on),
        due=formatting.day(record.due_on),
        last_day=formatting.day(status.last_day) if record.grace_days else "",
        as_of=formatting.day(status.on),
        over=status.on > status.last_day,
        expected=status.expected,
        received=status.received,
        percent=formatting.percent(share) if share is not None else "",
        on_time=status.on_time,
        late=sum(unit.on_time is False for unit in status.units),
        states=tuple((state, count) for state, count in counted if count),
    )


def round_view(context: PageContext, record: Round) -> RoundView:
    """What the page of a round shows."""
    index, dated = context.index, dated_round(context.index, record)
    duties: RoundDuties = round_duties(index, record)
    return RoundView(
        row=round_row(context, dated),
        document=document_ref(index.documents[record.document]),
        units=tuple(map(_unit, dated.status.units)),
        unexpected=tuple(map(organization_ref, dated.status.unexpected)),
        unasked=tuple(map(organization_ref, duties.unasked)),
        without_lead=tuple(task_ref(o) if isinstance(o, Task) else indicator_ref(o) for o in duties.without_lead),
    )


def _unit(status: UnitStatus) -> UnitRow:
    newest = status.submissions[-1] if status.submissions else None
    return UnitRow(
        ref=organization_ref(status.duties.organization),
        values=len(status.duties.values),
        tasks=len(status.duties.tasks),
        state=str(status.state or ""),
        received=formatting.day(newest.received_on) if newest else "",
        on_time=status.on_time,
        days_late=status.days_late,
        times=len(status.submissions),
    )


def _content(context: PageContext, record: Round) -> PageContent:
    title = round_ref(record).title
    plan = context.index.plans[record.plan].title
    description = page_words.DESCRIPTIONS["round"].format(name=title, plan=plan)
    return PageContent(title, description, round_view(context, record), (index_ref("gaps"), index_ref("rounds")))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for record in context.index.ledger.rounds:
        yield PageEntry(round_ref(record).path, page_words.INDEX, partial(_content, context, record))


KINDS = (only_public(PageKind(order=380, template="overviews/rounds/round.html", pages=_pages), "rounds"),)
