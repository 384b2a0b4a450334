"""Faults of times: days that are none, in the wrong order, or in another age; periods; years of plans and targets."""

from __future__ import annotations

from tests.faults.places import (
    DEPARTMENTS,
    DISCLOSURE,
    DOCUMENTS,
    FIVE_INDICATORS,
    FIVE_TASKS,
    PLANS,
    PROJECTS,
    ROUNDS,
    YEAR_TASKS,
)
from tests.helpers.faults import Fault, fault

FAULTS: dict[str, Fault] = {
    "a document of 1016": fault("day-far", (DOCUMENTS, "drafted_on: 2016-05-18", "drafted_on: «1016-05-18")),
    "a document of 2916": fault("day-far", (DOCUMENTS, "published_on: 2018-02-01", "published_on: «2916-02-01")),
    "a document signed in 2099": fault("day-far", (DOCUMENTS, "signed_on: 2016-05-20", "signed_on: «2099-05-20")),
    "published before it was signed": fault(
        "days-order", (DOCUMENTS, "signed_on: 2018-01-18", "signed_on: «2018-03-18")
    ),
    "signed before it was drafted": fault(
        "drafted-late", (DOCUMENTS, "drafted_on: 2016-05-18", "drafted_on: «2016-05-21")
    ),
    "drafted after it was published": fault(
        "drafted-late",
        (
            DOCUMENTS,
            "  published_on: 2018-02-01\n  signed_on: 2018-01-18\n",
            "  drafted_on: «2018-02-03\n  published_on: 2018-02-01\n",
        ),
    ),
    "a succession in 2099": fault("day-far", (DEPARTMENTS, "on_date: 2018-12-01", "on_date: «2099-12-01")),
    "a succession in 0018": fault("day-far", (DEPARTMENTS, "on_date: 2018-12-01", "on_date: «0018-12-01")),
    "a day that is none": fault("type", (DEPARTMENTS, "on_date: 2018-12-01", "on_date: «2018-11-31")),
    "a task due in 2099": fault("day-far", (FIVE_TASKS, "  due: 2020\n", "  due: «2099\n")),
    "a task due behind its plan": fault("due-outside", (FIVE_TASKS, "  due: 2020\n", "  due: «2021-06\n")),
    "a task due before its plan": fault(
        "due-outside", (YEAR_TASKS, "  kind: 年度任务\n", "  kind: 年度任务\n  due: «2017-12-31\n")
    ),
    "a task due on no day": fault("day-none", (FIVE_TASKS, "  due: 2020\n", "  due: «2020-11-31\n")),
    "a task that starts when it is over": fault("days-order", (FIVE_TASKS, "start_year: 2016", "start_year: «2021")),
    "a task that ended before it began": fault(
        "days-order",
        (FIVE_TASKS, "  ended_on: 2018-01-31\n", "  start_year: «2019\n  ended_on: 2018-01-31\n"),
    ),
    "a task that ended in 2918": fault("day-far", (FIVE_TASKS, "ended_on: 2018-01-31", "ended_on: «2918-01-31")),
    "a step in 2099": fault("day-far", (FIVE_TASKS, "due: 2017-06\n", "due: «2099-06\n")),
    "a step behind its plan": fault("due-outside", (FIVE_TASKS, "due: 2017-06\n", "due: «2022-06\n")),
    "a step in a thirteenth month": fault("pattern", (FIVE_TASKS, "due: 2017-06\n", "due: «2017-13\n")),
    "a plan that ends before it starts": fault(
        "plan-years", (PLANS, "start_year: 2011\n  end_year: 2015", "start_year: 2015\n  end_year: «2011")
    ),
    "a year's plan of two years": fault("plan-years", (PLANS, "end_year: 2018", "end_year: «2019")),
    "a five-year plan of eighty-four years": fault("plan-length", (PLANS, "  end_year: 2020\n", "  end_year: «2099\n")),
    "a five-year plan of four years": fault("plan-length", (PLANS, "end_year: 2015", "end_year: «2014")),
    "a plan that begins within the one before": fault(
        "plan-previous",
        (PLANS, "  previous: four\n", "  previous: «four\n"),
        (PLANS, "start_year: 2011\n  end_year: 2015", "start_year: 2012\n  end_year: 2016"),
    ),
    "a target behind its plan": fault("target-late", (FIVE_INDICATORS, "    due: 2020-12\n", "    due: «2021-12\n")),
    "a target of a plan of another time": fault(
        "target-years",
        (
            DISCLOSURE,
            "    organization: 听雨镇\n    start_year: 2016\n",
            "    organization: 听雨镇\n    start_year: «2014\n",
        ),
    ),
    "a target whose years are turned": fault(
        "years-order",
        (
            DISCLOSURE,
            "    organization: 听雨镇\n    start_year: 2016\n    end_year: 2020\n",
            "    organization: 听雨镇\n    start_year: «2020\n    end_year: 2016\n",
        ),
    ),
    "a target due on no day": fault("day-none", (FIVE_INDICATORS, "due: 2020-12\n", "due: «2020-02-30\n")),
    "a project that is finished before it begins": fault(
        "days-order", (PROJECTS, "starts: 2016-05", "starts: «2019-05")
    ),
    "a project that begins in 2099": fault("day-far", (PROJECTS, "starts: 2016-05", "starts: «2099-05")),
    "a project finished in 0201": fault("day-far", (PROJECTS, "finishes: 2018", "finishes: «0201")),
    "the period 0000": fault(
        "day-far", (DISCLOSURE, "kind: 年度监测\n    period: 2017", "kind: 年度监测\n    period: «0000")
    ),
    "a result of 0000": fault(
        "day-far",
        (
            DISCLOSURE,
            "organization: 听雨镇\n    period: 2017\n    since_year: 2016\n    value: 2\n",
            "organization: 听雨镇\n    period: «0000\n    value: 2\n",
        ),
        (DISCLOSURE, "2万株\n    basis: 累计", "2万株\n    basis: 时点"),
    ),
    "a result of 1017": fault(
        "day-far",
        (DISCLOSURE, "period: 2017\n    value: 409\n", "period: «1017\n    value: 409\n"),
        (DISCLOSURE, "    revises: output-flash\n", ""),
    ),
    "a result of the future": fault(
        "observation-late",
        (DISCLOSURE, "period: 2017\n    value: 409\n", "period: «2019\n    value: 409\n"),
        (DISCLOSURE, "    revises: output-flash\n", ""),
    ),
    "a report of the future": fault(
        "report-period", (DISCLOSURE, "period: 2017\n    state", "period: «2018-Q3\n    state")
    ),
    "a report of 0217": fault("day-far", (DISCLOSURE, "period: 2017\n    state", "period: «0217\n    state")),
    "a period of a fifth quarter": fault(
        "pattern", (DISCLOSURE, "period: 2017\n    state", "period: «2017-Q5\n    state")
    ),
    "a result as of a day before its period": fault(
        "as-of-early", (DISCLOSURE, "as_of_on: 2017-12-31", "as_of_on: «2016-12-31")
    ),
    "a result reported before it was reached": fault(
        "days-order", (DISCLOSURE, "as_of_on: 2017-12-31", "as_of_on: «2018-01-11")
    ),
    "a result reported in 2918": fault("day-far", (DISCLOSURE, "reported_on: 2018-01-10", "reported_on: «2918-01-10")),
    "a result without who reported it": fault(
        "reported-half",
        (DISCLOSURE, "    reported_by: 区发展局\n    reported_on: 2018-01-10\n", "    reported_on: «2018-01-10\n"),
    ),
    "a sum that begins when it is over": fault(
        "years-order",
        (DISCLOSURE, "since_year: 2016\n    value: 5", "since_year: «2018\n    value: 5"),
    ),
    "a round that ends before it opens": fault(
        "days-order",
        (ROUNDS, "opens_on: 2018-07-01", "opens_on: «2018-07-31"),
        ("submissions/round-2018.yml", "received_on: 2018-07-10", "received_on: 2018-08-01"),
    ),
    "a round before its period": fault("round-early", (ROUNDS, "opens_on: 2018-07-01", "opens_on: «2017-07-01")),
    "a round of the period 0000": fault("day-far", (ROUNDS, "period: 2018-H1", "period: «0000-H1")),
    "a round in 1918": fault("day-far round-early", (ROUNDS, "opens_on: 2018-07-01", "opens_on: ««1918-07-01")),
    "an answer before the round": fault(
        "submission-early", ("submissions/round-2018.yml", "received_on: 2018-07-10", "received_on: «2018-06-10")
    ),
    "an answer ten years later": fault(
        "submission-late", ("submissions/round-2018.yml", "received_on: 2018-07-10", "received_on: «2028-07-10")
    ),
    "a remark of 1018": fault("day-far", ("remarks/tasks.yml", "on: 2018-03-01", "on: «1018-03-01")),
    "a remark of 2081": fault("day-far", ("remarks/observations.yml", "on: 2018-03-02", "on: «2081-03-02")),
    "an acknowledgement of 0001": fault("day-far", ("acknowledged.yml", "on: 2018-05-02", "on: «0001-05-02")),
    "a question answered before it was asked": fault(
        "days-order", ("feedback.yml", "asked_on: 2018-04-01", "asked_on: «2018-04-11")
    ),
    "an answer without its day": fault(
        "feedback-half", ("feedback.yml", "  answered_on: 2018-04-09\n  answer: 按", "  answer: «按")
    ),
}
"""Name of a case → the case."""
