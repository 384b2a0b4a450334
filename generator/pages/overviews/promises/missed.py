"""The page of what documents themselves admit as missed: of indicators, of tasks, of the place at large."""

from __future__ import annotations

from typing import NamedTuple

from generator.pages.components.promises.admissions import AdmissionView, admission_view
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class MissedView(NamedTuple):
    """What documents admit, by what they say it of; the newest first."""

    total: int
    indicators: tuple[AdmissionView, ...]
    tasks: tuple[AdmissionView, ...]
    others: tuple[AdmissionView, ...]
    """Of no indicator and no task that the ledger knows."""


def missed_view(context: PageContext) -> MissedView:
    """What documents admit as missed."""
    admissions = context.promises.admissions
    return MissedView(
        total=len(admissions),
        indicators=tuple(admission_view(context, one) for one in admissions if one.indicators),
        tasks=tuple(admission_view(context, one) for one in admissions if one.tasks and not one.indicators),
        others=tuple(admission_view(context, one) for one in admissions if not one.tasks and not one.indicators),
    )


KINDS = (
    index_kind(
        "missed",
        missed_view,
        template="overviews/promises/missed.html",
        order=101,
        map_order=221,
        above=("indicators",),
        folder="indicators/",
    ),
)
