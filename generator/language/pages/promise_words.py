"""Words of promises: what stands on a chain, what is still needed, what documents admit, clues."""

from __future__ import annotations

from typing import Final

FIVE_YEAR_TARGET: Final = "五年目标"

FIVE_YEARS: Final = "五年"

SPAN: Final = "{count} 年"
"""How long a plan of another number of years is."""

ONE_YEAR: Final = "全年"

YEAR_TARGET: Final = "{year}目标"

YEAR_RESULT: Final = "{period}完成值"

BASE: Final = "起点"

NOT_DISCLOSED: Final = "没有披露"

NO_FIGURE: Final = "所收文件没有给出数"

ADMITTED: Final = "文件自认没有达到"

IS_ADMITTED: Final = "文件自认未达到"
HAS_CLUES: Final = "有线索"
IS_OVERDUE: Final = "到期未披露"
"""What rows of lists are filtered by."""

QUOTED: Final = "“{words}”"

TARGET_OF_YEAR: Final = "这一年的目标 {target}"

MORE_FIGURES: Final = "另有 {count} 个数，见下表"

PER_YEAR: Final = "合每年 {mean}"

ABOUT_TARGET: Final = {
    "规划期累计": "{span}合计",
    "期末水平": "到 {end}的数",
    "年均增速": "{span}平均",
    "每年": "每年都要做到",
    "比基期增减": "到 {end}，与 {base} 年比",
    "建成创建": "到 {end}",
    "定性": "文字要求",
}
"""What a target of several years is about, by its measure."""

LAST_STEP: Final = {
    "NEEDED": "还要",
    "SHORT": "还差",
    "LOOK": "还要看",
    "END": "结果",
}

STILL_LACKING: Final = {
    "规划期累计": "各年的完成值",
    "期末水平": "{end}的数",
    "年均增速": "各年的增速",
    "每年": "各年的数",
    "比基期增减": "{end}的数",
    "建成创建": "办成的说明",
    "定性": "文件怎么说",
}
"""What is still needed of a measure that cannot be dealt out by years."""

STILL_LACKING_OF_YEAR: Final = {
    "规划期累计": "全年的完成值",
    "年均增速": "全年的增速",
    "每年": "全年的数",
}
"""The same of a target of one year, where it is another thing."""

LACKING_WHY: Final = {
    "规划期累计": "一年的完成值都还没有",
    "期末水平": "水平不按年均摊，也不推算",
    "年均增速": "从 {start} 年起逐年相连，才算得出平均",
    "每年": "每一年单独看",
    "比基期增减": "有了 {base} 年和以后的数，才能比",
    "建成创建": "文件说办成了，才算",
    "定性": "没有数可以算，由读者对照",
}

LACKING_WHY_OF_YEAR: Final = {
    "规划期累计": "还没有这一年的数",
    "年均增速": "还没有这一年的增速",
    "每年": "还没有这一年的数",
    "期末水平": "还没有这个数",
}

NOT_SUBTRACTED: Final = "已有的数不能直接相减"

LEVEL: Final = "这是水平，用来推算增速"

NO_GROWTH: Final = "没有披露增速"

AMOUNT: Final = "{name} {figure}，是数额，不是增速"
"""Of a level from which no growth can be computed."""

AMOUNT_ALONE: Final = "没有披露增速；{figure}，是数额"
"""The same in a row of a list."""

GAP: Final = "最近的是 {figure}，与目标差 {gap}"

POINTS: Final = "个百分点"

ENOUGH: Final = "已经够了"

NEEDED_ABOUT: Final = "{years}合计，平均每年 {mean}"

NEEDED_OF_YEAR: Final = "{years}"

AND_YEARS: Final = "和 "

# -- the sentence that a page begins with

DONE_IN_YEAR: Final = "{year}完成 {amount}，{compared}{span}平均的 {mean}"

DONE_SO_FAR: Final = "已知的合计 {amount}，占目标的 {share}"

MEAN_LEFT: Final = "没有全年数的 {count} 年，平均每年还要 {mean}"

YEAR_AIM: Final = "{year}的目标是{amount}，{compared}其余 {count} 年平均每年还要的 {mean}"

YEAR_AIM_LAST: Final = "{year}的目标是{amount}，{compared}还要的 {mean}"

YEAR_AIM_AND_MEAN: Final = "{year}的目标是{amount}，{compared}{span}平均的 {mean}"

YEAR_AIM_ALONE: Final = "{year}的目标是{amount}"

COMPARED: Final = {-1: "低于", 0: "等于", 1: "高于"}

SILENT: Final = {
    "规划期累计": "所收文件没有给出任何一年的完成值，不知道{goal}做了多少",
    "期末水平": "所收文件没有给出目标期内的数，不知道离{goal}还有多远",
    "年均增速": "所收文件没有给出各年的增速，不知道{goal}是否达到",
    "每年": "所收文件没有给出任何一年的数，不知道{goal}是否做到",
    "比基期增减": "所收文件没有给出可比的数，不知道{goal}做到多少",
    "建成创建": "还没有文件说办成没有",
    "定性": "目标是文字要求，没有数可以算，只能看文件怎么说",
}
"""What is said of a target of which nothing is disclosed."""

UNPLAIN: Final = "—"
"""A sign in a unit that says that the unit is not printed in full: nothing is computed in it."""

AS_PRINTED: Final = "目标：{text}（原文如此）"

SILENT_CEILING: Final = "所收文件没有给出目标期内的数，不知道{goal}守住没有"

SILENT_YEAR: Final = "所收文件没有给出 {year}的数，不知道{goal}是否做到"
"""The same of a target of one year with a number."""

GOAL_NAMES: Final = {
    "规划期累计": "{span}合计",
    "年均增速": "{span}年均",
}

GOAL_NAME: Final = "目标"

CLUES_OF: Final = "；有 {count} 条线索，不计入完成"

SEMICOLON: Final = "；"

# -- the arithmetic

MINUS: Final = " − "

DIVIDED: Final = " ÷ "

EQUALS: Final = " ＝ "

KNOWN_SUBTRACTED: Final = "{target}减去已知的"

DEALT_OUT: Final = "分到没有全年数的 {count} 年，平均每年"

AFTER_ANNUAL: Final = "{years}恰好完成年度目标，其余 {count} 年平均每年"

AFTER_ANNUAL_ONE: Final = "{years}恰好完成年度目标，其余 1 年"

CAVEATS: Final = {
    "silent": "{years}已经过去而没有披露，所以还要的数里，可能有一部分早已完成。",
    "begun": "{years}只知道一部分：已知的先减去，这一年仍算在余下的年份里。",
    "part": "{years}的数还不满一年。",
    "annual": "{years}的{amount}是目标，不是结果。",
    "estimated": "其中有预计数或快报数。",
    "about": "有的数原文写作约数，这里按所印的数算。",
    "bound": "目标是下限，还要的是最少的数。",
}

ARITHMETIC: Final = "这是算术，不是预测，也不是判断；平均数取两位小数。"

# -- admissions

BEARS_ON_INDICATORS: Final = "对应指标"

BEARS_ON_TASKS: Final = "对应任务"

APART: Final = "文件说的是 {said}，本站推算的是 {ours}：是两回事，互不改动。"

SAME_TIME: Final = "一边是文件自己的说法，一边是本站按数推算的，互不改动。"

# -- tasks

FIVE_YEAR_TASK: Final = "五年规划"

WORDS_ALONE: Final = "文字要求"

TASK_TARGETS: Final = "{count} 个目标"

TASK_DISCLOSED: Final = "{count} 个有完成情况"

NONE_DISCLOSED: Final = {False: "文件没有给出完成情况", True: "文件都没有给出完成情况"}

ALL_DISCLOSED: Final = {False: "文件给出了完成情况", True: "文件都给出了完成情况"}
"""By whether there are several targets."""

REPORT: Final = "进展"

REPORT_OF: Final = "{period}进展"

MORE_REPORTS: Final = "另有 {count} 条，见下面"

DUE_STEP: Final = "到期"

END_OF_PLAN: Final = "{year} 年底"

NO_DEADLINE: Final = "文件没有另写时限，按规划期计"

NO_STATE: Final = "文件没有说到哪一步"

LED_BY: Final = "由{names}牵头"

LED_BY_MANY: Final = "由{name}等 {count} 个单位牵头"

SUPPORTED: Final = "{count} 个单位配合"

NO_LEAD: Final = "文件没有写明由谁牵头"

NOBODY_NAMED: Final = "文件没有写明由谁负责"

COMMA: Final = "，"

TARGETS_SO_FAR: Final = "{count} 个目标，{disclosed}"

NO_TARGETS: Final = "没有可以衡量的目标"

HAS_REPORTS: Final = "有进展 {told}"

COUNTED_REPORTS: Final = "{count} 条，{said}"

AMONG_REPORTS: Final = "其中 {parts}"

SOME_REPORTS: Final = "{count} 条{said}"

EVERY_REPORT: Final = "都"

SAID_OF_THING: Final = {
    "完成": "说的事{every}已完成",
    "超额完成": "说的事{every}已超额完成",
    "推进中": "说的事{every}还在推进",
    "未启动": "说的事{every}还没有启动",
    "滞后": "说的事{every}滞后",
    "未达预期": "说的事{every}未达预期",
    "承认不足": "{every}承认有不足",
    "未说明": "{every}没有说做到哪一步",
}
"""What a report says of the thing that it is about, which is seldom the whole task."""

SUMMARY_AND_STATE: Final = "{summary}（{state}）"
"""One of several reports."""

NO_REPORT: Final = "没有文字进展"

TASK_ENDED: Final = "{end}，不再继续"

# -- rows of lists

FIGURES: Final = "{count} 个相关的数"

REPORT_CLUES: Final = "{count} 条进展"

CLUE_REPORT: Final = "{period}，{summary}"
