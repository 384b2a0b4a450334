"""What documents admit as missed, in words: on the page of its record, and as a row."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.promises.admissions import Admission
from generator.language import formatting
from generator.language.pages import promise_words
from generator.ledger.records import Milestone
from generator.pages.components.references import Ref, Source, indicator_ref, source_of, task_ref
from generator.pages.components.states import StatusView, css_class, status_view
from generator.pages.context import PageContext


class AdmissionView(NamedTuple):
    """What a document admits; ``quote`` is its own word on the indicator with its marks, empty where we have none."""

    period: str
    state: str
    css_class: str
    quote: str
    summary: str
    reason: str
    source: Source
    about: tuple[Ref, ...]
    """The indicators on which it bears, else the tasks; the document may name them otherwise."""
    about_what: str
    """Whether these are indicators or tasks, in words."""
    status: StatusView | None
    """Where the indicator stands as we work it out; None where there is not one indicator."""
    is_step: bool
    """Whether it is said of a step of the task."""


def admission_view(context: PageContext, admission: Admission) -> AdmissionView:
    """An admission in words."""
    is_step = isinstance(admission.source, Milestone)
    about = [*map(indicator_ref, admission.indicators)] or [*map(task_ref, admission.tasks)]
    main = context.statuses.main(admission.indicators[0].id) if len(admission.indicators) == 1 else None
    return AdmissionView(
        period=formatting.by(admission.period) if is_step else formatting.period(admission.period),
        state=admission.state,
        css_class=css_class(admission.state),
        quote=promise_words.QUOTED.format(words=admission.verdict) if admission.verdict else "",
        summary=admission.summary,
        reason=admission.reason,
        source=source_of(context, admission.source),
        about=tuple(about),
        about_what=promise_words.BEARS_ON_INDICATORS if admission.indicators else promise_words.BEARS_ON_TASKS,
        status=status_view(context, main) if main else None,
        is_step=is_step,
    )


def apart(admission: AdmissionView, ours: str) -> str:
    """That an admission and our state are two things; ``ours`` is the time of our target."""
    if admission.period == ours:
        return promise_words.SAME_TIME
    return promise_words.APART.format(said=admission.period, ours=ours)
