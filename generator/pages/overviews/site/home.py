"""The home page: the story of the ledger in five sentences, doors, areas, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.facts.plan import running_first
from generator.analysis.ledger_index import LedgerIndex
from generator.language import page_words
from generator.language.pages import home_words
from generator.ledger.enums import OrganizationKind
from generator.ledger.records import Plan
from generator.pages.components.plan_names import plan_names, plan_time
from generator.pages.components.references import Ref
from generator.pages.context import PageContext
from generator.pages.overviews.openness.reporting_gaps import last_due_words
from generator.pages.overviews.site.home_areas import AreasView, home_areas
from generator.pages.overviews.site.home_changes import ChangedDay, changed_days
from generator.pages.overviews.site.home_story import Story, story_of
from generator.pages.overviews.site.search import examples
from generator.pages.page import PageContent, PageEntry, PageKind


class HomeView(NamedTuple):
    """What the home page shows."""

    title: tuple[str, ...]
    """What the page answers, in parts of which no line ends within the later ones."""
    story: Story
    without_text: tuple[Ref, ...]
    """Plans whose text was not available."""
    areas: AreasView | None
    days: tuple[ChangedDay, ...]
    has_feed: bool
    """Whether there is a history to subscribe to."""
    units: int
    towns: int
    indicators: int
    documents: int
    projects: int
    last_due: str
    """The last day on which a target is due; empty where there is none."""
    examples: tuple[Ref, ...]
    """Searches to try."""


def home_view(context: PageContext) -> HomeView:
    """What the home page shows."""
    index, ledger = context.index, context.index.ledger
    names = plan_names(index.plans)
    towns = sum(1 for one in ledger.organizations if index.is_territory(one))
    organizations = sum(1 for one in ledger.organizations if one.kind is not OrganizationKind.COLLECTIVE)
    without_text = (plan for plan in running_first(index) if plan.document is None)
    return HomeView(
        title=_title(index),
        story=story_of(context),
        without_text=tuple(Ref(names[plan.id], f"plans/{plan.id}/") for plan in without_text),
        areas=home_areas(context),
        days=changed_days(index),
        has_feed=index.changes.known,
        units=organizations - towns,
        towns=towns,
        indicators=len(ledger.indicators),
        documents=len(ledger.documents),
        projects=len(ledger.projects),
        last_due=last_due_words(context),
        examples=examples(index),
    )


def _title(index: LedgerIndex) -> tuple[str, ...]:
    """What was promised and how far it is, with place and time of the first plan; without a plan the site's name."""
    plan = next(iter(running_first(index)), None)
    if plan is None:
        return (index.site.name,)
    place, time = _place(index.site.place, plan), plan_time(plan)
    return f"{place} {time}" if time[0].isdigit() else f"{place}{time}", *home_words.TITLE


def _place(place: str, plan: Plan) -> str:
    """The place as the plan's own title calls it, without the names of what it belongs to."""
    endings = (place[start:] for start in range(len(place) - 1))
    return next((name for name in endings if plan.title.startswith(name)), place)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    yield PageEntry("", page_words.HOME, lambda: PageContent("", "", home_view(context)))


KINDS = (PageKind(order=0, template="overviews/site/home.html", pages=_pages, nav_title=page_words.HOME),)
