"""Words of the sentences that tell what a chart shows: its finding, and all of it for those who do not see it."""

from __future__ import annotations

from typing import Final

# -- the finding that a chart is headed by

WITH_UNIT: Final = "{finding}（{unit}）"
POINTS: Final = " 个百分点"
ENDED: Final = "目标已终止"
ENDED_KNOWN: Final = "目标已终止；{known}"
SILENT_ALL: Final = "{years}都没有披露；{goal}"
SILENT_ONE: Final = "{years}没有披露；{goal}"
NO_FIGURE: Final = "还没有完成数；{goal}"
ONLY_BASE: Final = "{known}，此后没有披露"
KNOWN: Final = "{time} {number}"
KNOWN_SOFT: Final = "{time}{status} {number}"
KNOWN_CHANGE: Final = "到 {time}{word} {number}"
KNOWN_MEAN: Final = "{years}年均 {number}"
KNOWN_SUM: Final = {
    (False, False): "{years}合计 {number}",
    (True, True): "已披露的合计至少 {number}",
    (True, False): "已披露的合计 {number}",
}
"""A sum so far, by whether years are missing and whether it can only become larger."""
COMPARED: Final = "{known}，{than} {word} {difference}"
EQUAL: Final = "{known}，{as_goal} 相同"
THAN: Final = "比"
AS: Final = "与"
WITHIN: Final = "{known}，{in_goal} 以内"
IN: Final = "在"
OPEN: Final = "{known}，{goal}"
HIGHER_LOWER: Final = {True: "高", False: "低"}
MORE_LESS: Final = {True: "多", False: "少"}
GOAL_OF_YEAR: Final = "当年的目标 {number}"
GOAL_BY: Final = "{year} 年的目标 {number}"
GOAL_EACH: Final = "每年的目标 {number}"
GOAL_MEAN: Final = "年均目标 {number}"
GOAL_SUM: Final = "{years}的目标 {number}"
GOAL_ONE: Final = "目标 {number}"
IS: Final = "是"
"""Between what a target is of and its number, in a sentence about nothing else: 五年的目标是 7."""
PLANNED_BELOW: Final = {
    1: "{year} 年的目标高于 {rest}的平均",
    0: "{year} 年的目标等于 {rest}的平均",
    -1: "{year} 年的目标低于 {rest}的平均",
}
"""A target of one year beside what is left of a sum, by which of the two is larger."""
PLANNED_LAST: Final = "{year} 年的目标 {value}"
STILL_ASKED: Final = "须有的 {number}"
"""The same where that year alone is left."""

# -- what a chart shows, for those who do not see it

DESCRIBED: Final = "目标 {goal}"
DESCRIBED_ANNUAL: Final = "；年度目标 {target}"
DESCRIBED_FIGURES: Final = "完成值：{figures}。"
DESCRIBED_TOTAL: Final = {
    (False, False): "合计 {total}。",
    (True, True): "合计至少 {total}。",
    (True, False): "合计（已知各年）{total}。",
}
DESCRIBED_GAPS: Final = "{years}已过，没有披露。"
DESCRIBED_NONE: Final = "还没有完成值。"
