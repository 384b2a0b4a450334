"""The chain of a task and the sentence that its page begins with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.ledger_index import in_role
from generator.analysis.promises.admissions import SHORT
from generator.analysis.promises.chain import TaskChain, TaskStep
from generator.language import formatting
from generator.language.pages import promise_words
from generator.ledger.enums import Role
from generator.pages.components.duties.deadlines import deadline_words, end_words
from generator.pages.components.promises.chain import ChainStep
from generator.pages.components.promises.newest_reports import newest_reports, reports_in_words
from generator.pages.components.references import source_of
from generator.pages.context import PageContext

MANY_LEADS = 3
"""How many leads a sentence names."""


def task_steps(context: PageContext, chain: TaskChain) -> tuple[ChainStep, ...]:
    """The steps of a task's chain: its plan with its targets, milestones and reports, the end."""
    steps = [_plan(context, chain), *(_step(context, step) for step in chain.steps)]
    if not any(step.reports for step in chain.steps) and not chain.task.end_reason:
        steps.append(ChainStep(promise_words.REPORT, promise_words.NOT_DISCLOSED, kind="silent"))
    return (*steps, _end(chain))


def task_lead(context: PageContext, chain: TaskChain) -> str:
    """Who leads, how many targets have a figure, what documents said last."""
    parts = [_who(context, chain), *_how_far(context, chain)]
    return formatting.sentence(promise_words.SEMICOLON.join(parts))


def _plan(context: PageContext, chain: TaskChain) -> ChainStep:
    """The plan that the task is part of, with how many targets it has."""
    plan = chain.plan
    span = formatting.years(plan.start_year, plan.end_year)
    label = promise_words.FIVE_YEAR_TASK if chain.five_years else str(plan.kind)
    count = len(chain.statuses)
    value = promise_words.TASK_TARGETS.format(count=count) if count else promise_words.WORDS_ALONE
    notes = [span] + ([_disclosed(chain)] if count else [])
    return ChainStep(label, value, tuple(notes), source=source_of(context, chain.task))


def _disclosed(chain: TaskChain) -> str:
    disclosed, several = sum(status.disclosed for status in chain.statuses), len(chain.statuses) > 1
    if disclosed == len(chain.statuses):
        return promise_words.ALL_DISCLOSED[several]
    return promise_words.TASK_DISCLOSED.format(count=disclosed) if disclosed else promise_words.NONE_DISCLOSED[several]


def _step(context: PageContext, step: TaskStep) -> ChainStep:
    milestone = step.milestone
    if milestone:
        kind = "admitted" if milestone.state in SHORT else ""
        state = milestone.state or promise_words.NO_STATE
        return ChainStep(formatting.by(milestone.due), milestone.text, (state,), kind, source_of(context, milestone))
    report = next((report for report in step.reports if report.state in SHORT), step.reports[0])
    value, notes = str(report.state), [report.summary]
    if len(step.reports) > 1:
        value = reports_in_words(step.reports)
        notes = [
            promise_words.SUMMARY_AND_STATE.format(summary=report.summary, state=report.state),
            promise_words.MORE_REPORTS.format(count=len(step.reports) - 1),
        ]
    kind = "admitted" if report.state in SHORT else ""
    label = promise_words.REPORT_OF.format(period=formatting.period(report.period))
    return ChainStep(label, value, tuple(notes), kind, source_of(context, report))


def _end(chain: TaskChain) -> ChainStep:
    """What became of the task, else when it is due."""
    task = chain.task
    if task.end_reason:
        notes = (formatting.day(task.ended_on),) if task.ended_on else ()
        return ChainStep(promise_words.LAST_STEP["END"], end_words(task), notes)
    words = deadline_words(task)
    if words:
        return ChainStep(promise_words.DUE_STEP, words)
    end = promise_words.END_OF_PLAN.format(year=chain.plan.end_year)
    return ChainStep(promise_words.DUE_STEP, end, (promise_words.NO_DEADLINE,))


def _who(context: PageContext, chain: TaskChain) -> str:
    """由区水务局牵头，2 个单位配合."""
    duties = context.index.duties_of_task(chain.task.id)
    leads, supports = in_role(duties, Role.LEAD), in_role(duties, Role.SUPPORT)
    if not duties:
        return promise_words.NOBODY_NAMED
    names = [context.index.organizations[duty.organization].name for duty in leads]
    if len(names) > MANY_LEADS:
        who = promise_words.LED_BY_MANY.format(name=names[0], count=len(names))
    else:
        who = promise_words.LED_BY.format(names=formatting.AND.join(names)) if names else ""
    others = promise_words.SUPPORTED.format(count=len(supports)) if supports else ""
    return promise_words.COMMA.join(filter(None, (who, others))) or promise_words.NO_LEAD


def _how_far(context: PageContext, chain: TaskChain) -> Iterator[str]:
    """How many targets have a figure, and what the newest report says."""
    task = chain.task
    if task.end_reason:
        yield promise_words.TASK_ENDED.format(end=end_words(task))
        return
    count = len(chain.statuses)
    if count:
        yield promise_words.TARGETS_SO_FAR.format(count=count, disclosed=_disclosed(chain))
    else:
        yield promise_words.NO_TARGETS
    newest = newest_reports(context, task.id)
    if newest:
        yield newest.line
    else:
        yield promise_words.NO_REPORT
