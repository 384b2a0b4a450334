"""Names of the plan's files."""

from __future__ import annotations

SITE, DOCUMENTS, PLANS = "site.yml", "documents.yml", "plans.yml"
DEPARTMENTS, TOWNS = "organizations/departments.yml", "organizations/towns.yml"
FIVE_SECTIONS, YEAR_SECTIONS = "sections/five.yml", "sections/year-2018.yml"
FIVE_TASKS, YEAR_TASKS = "tasks/five/01-industry.yml", "tasks/year-2018/01-industry.yml"
FIVE_INDICATORS, YEAR_INDICATORS = "indicators/five/01-industry.yml", "indicators/year-2018/01-industry.yml"
DISCLOSURE, EARLIER = "disclosures/doc-2018.yml", "disclosures/doc-five.yml"
PROJECTS, ROUNDS, ANSWERS = "projects/five/01.yml", "rounds.yml", "submissions/round-2018.yml"
REMARKS, TASK_REMARKS = "remarks/observations.yml", "remarks/tasks.yml"
FEEDBACK, ACKNOWLEDGED, EXCLUSIONS = "feedback.yml", "acknowledged.yml", "exclusions/doc-2018.yml"
