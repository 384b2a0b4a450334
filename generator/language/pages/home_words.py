"""Words of the home page: its title, the names of plans, the sentences of the story, the areas."""

from __future__ import annotations

from typing import Final

TITLE: Final = ("承诺了什么，", "做到哪一步")
"""What stands behind the place and the time."""

AND: Final = "和 "
"""Stands between the years in which targets end."""

FROM_TO: Final = "{first}到 {last}"

FIVE_YEAR_TIME: Final = "“{ordinal}五”"

FIVE_YEAR_NAME: Final = "“{ordinal}五”规划"

PLAN_NAME: Final = "{years}{kind}"

KIND_NAMES: Final = {"年度计划": "计划", "目标考核": "考核指标"}
"""What a kind of plan is called behind its years, where that is not the kind."""

FIRST_FIVE_YEARS: Final = 1951
"""The first of the five-year plans that count on: the one of 2016 is the thirteenth."""

ORDINALS: Final = "一二三四五六七八九十"

ITEM_OF_TIME: Final = "{name}（{time}）"

TWO: Final = "两"
"""Two of something; in Chinese it is another word than the number."""
AREAS: Final = "{count}个领域，各看一眼"

ONE_AREA: Final = "这个领域，看一眼"

LEADS_MOST: Final = "{units}牵头最多，{count} 项"

LEAD_MOST_EACH: Final = "{units}牵头最多，各 {count} 项"

LEADS_ALONE: Final = "{units}牵头"

LEAD_EACH: Final = "{units}各牵头 {count} 项"

MANY_UNITS: Final = "{count} 个单位"

NO_LEAD: Final = "文件没有写明牵头单位"
