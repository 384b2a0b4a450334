"""Words at what is drawn in charts, and below them."""

from __future__ import annotations

from typing import Final

NUMERALS: Final = "零一两三四五六七八九十"


def count_of_years(number: int) -> str:
    """一年, 两年, 十年, 12 年."""
    return f"{NUMERALS[number]}年" if number < len(NUMERALS) else f"{number} 年"


DONE: Final = "完成"
ACTUAL: Final = "实际"
SUM_SO_FAR: Final = "合计 {number}"
BOUND: Final = {True: "至少 {number}", False: "已知 {number}"}
"""A sum from which years are missing, by whether it can only become larger."""
TARGET: Final = "目标"
FORMER_TARGET: Final = "原目标"
"""Of a target that was given up."""
TARGET_OF_YEAR: Final = "当年目标"
GOALS: Final = {
    "≥": "{number} 以上",
    ">": "高于 {number}",
    "≤": "{number} 以内",
    "<": "低于 {number}",
    "≈": "{number} 左右",
}
"""What a target asks for, by its comparator, behind the word for it."""
PACE: Final = "{rest}平均每年须有 {number}"
PACE_OF_ONE: Final = {False: "{rest}须有 {number}", True: "{rest}余下的时间须有 {number}"}
"""What is left of a sum; of a single year by whether something is known of it."""
REST: Final = "其余{years}"
REST_OF_ONE: Final = "{year} 年"
EACH_YEAR: Final = "每年的目标 {goal}"
MEAN_GOAL: Final = "年均目标 {goal}"
MEAN: Final = "{years}年均 {number}（推算）"
SILENT: Final = ("没有披露", "未披露")
"""At a year that is over and has no figure, the longer word first."""
TO_COME: Final = ("所收文件没有年度目标", "没有年度目标")
"""Over years to come, the longer words first."""
DISCLOSED: Final = {True: "已披露 {total}，至少占 {share}", False: "已披露 {total}，占 {share}"}
DISCLOSED_SHORT: Final = "已披露 {total}"
WHOLE_GOAL: Final = "{years}的目标 {goal}"
LEFT: Final = "其余 {number}"
"""At the two ends of the bar of a sum, and in what is left; by whether the share can only become larger."""

KEYS: Final = {
    "result": "实心是完成",
    "target": "空心是目标",
    "goal-line": "横线是各年都要达到的目标",
    "mean": "长虚线是由期初、期末水平推算的年均增速",
    "pace": "虚线是 {pace}",
    "soft": "浅色虚框是预计数或快报数",
    "base": "灰色是起点",
}
"""What the shapes of a chart stand for, in one line below it."""
KEY_COMMA: Final = "，"
COLON: Final = "："
