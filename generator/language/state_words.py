"""Words of states, of how they were found, and of sums over organisations."""

from __future__ import annotations

from typing import Final

AT_LEAST: Final = "至少 {share}"

PLUS: Final = " ＋ "

EQUALS: Final = " ＝ "

FIGURE_OF: Final = "{time} {amount}"

PROVISIONAL: Final = "{figure}（{status}）"

SINCE_UNTIL: Final = "{start}—{time}"

SIGNS: Final = {
    "已达到": "●",
    "进度正常": "◐",
    "滞后": "↓",
    "未达到": "×",
    "数据不全": "◔",
    "到期未披露": "△",
    "暂无数据": "○",
    "定性": "◇",
    "已终止": "□",
}
"""A shape for each state: none is told by its colour alone."""

MEANINGS: Final = {
    "已达到": "文件给出的数已经达到目标",
    "进度正常": "还没到期，文件给出的数不落后于按年均摊或直线推算的进度，或者符合要守到期末的目标",
    "滞后": "还没到期，文件给出的数落后于进度，或者已经超过上限",
    "未达到": "目标期已满，文件给出的数没有达到目标",
    "数据不全": "文件给出了一部分数，不足以下结论",
    "到期未披露": "目标期已满，文件没有给出期末的数",
    "暂无数据": "所收文件没有给出目标期内的数，按这些文件的截止日，目标期也没有满",
    "定性": "目标是文字要求，没有可以计算的数",
    "已终止": "目标已经修订，或者指标、任务已经取消、并入、被接替，不再判断",
}

WHY: Final = {
    "silent": "{as_of}目标期（到 {term}）未满，文件没有给出目标期内的数。",
    "silent-expired": "所收文件没有给出目标期内的数。",
    "overdue": "目标期（到 {term}）已满，所收文件没有说是否达到。",
    "no-number": "目标没有确数，不能用数值判断。",
    "unusable": "文件给出的只有文字，或者期间、算法与目标不合，或者没有写明从哪一年算起，不能计入。",
    "part": "{source}；不是全年或年末的数，不能据此判断。目标是{goal}。",
    "part-overdue": "{source}；不是全年或年末的数。目标期（到 {term}）已满，期末的数没有披露。",
    "about": "{source}；目标是{goal}，是个约数，{about}，由读者对照。",
    "no-direction": "{source}；目标是{goal}，没有写明越高越好还是越低越好，不能判断。",
    "provisional": "{source}；其中有预计数或快报数，等实际数公布以后再判断是否达到{wanted}。",
    "sum": "{sum}{ratio}；各年齐全，达到{wanted}。",
    "sum-missed": "{sum}{ratio}；各年齐全，目标是{goal}，没有达到。",
    "sum-early": "{sum}{ratio}；其余时间不论多少，都已达到{wanted}。",
    "sum-exceeded": "{sum}；目标是{goal}，已经超出。",
    "sum-gaps": "{sum}{ratio}；缺 {missing}的数，所以至少完成 {share}。",
    "sum-unknown": "{sum}；缺 {missing}的数，不能判断。",
    "sum-open": "{sum}{ratio}；还没有满一年的数，不判断快慢。",
    "sum-within-year": "{sum}{ratio}；合计不到年末，不判断快慢。",
    "sum-no-direction": "{sum}；没有写明越高越好还是越低越好，不能判断。",
    "sum-path": "{sum}{ratio}；按年均摊，到 {time}应为 {expected}。",
    "level": "{reached}，达到{wanted}。",
    "level-missed": "{reached}，目标是{goal}，没有达到。",
    "level-early": "{reached}，已经符合{wanted}；目标期到 {end}。",
    "level-so-far": "{reached}，符合{wanted}；要守到 {end}，到时再看。",
    "level-lost": "{reached}，目标是{goal}，现在不符合；目标期到 {end}，到时再看。",
    "level-overdue": "{reached}；目标期（到 {term}）已满，期末的数没有披露。",
    "level-no-base": "{reached}，目标是{goal}；文件没有给出起点，不能判断快慢。",
    "level-no-direction": "{reached}，目标是{goal}；没有写明越高越好还是越低越好，不能判断快慢。",
    "level-path": "起点 {base}，目标是{goal}；按直线推算，到 {time}应为 {expected}，实际 {amount}，"
    "从起点到目标已完成 {share}。",
    "change-path": "{reached}，目标是{goal}；按直线推算，到 {time}应{change} {expected}，从起点到目标已完成 {share}。",
    "no-base": "文件给出的不是与基期相比的增减，不能判断。",
    "no-rate": "单位不是百分比，不能计算年均增速。",
    "growth": "{source}；年均 {mean}，达到{wanted}。",
    "growth-missed": "{source}；年均 {mean}，目标是{goal}，没有达到。",
    "growth-overdue": "{source}；到 {time}年均 {mean}；目标期已经届满，以后的数没有披露。",
    "growth-open": "{source}；到 {time}年均 {mean}；缺 {missing}的数，不能判断。",
    "growth-path": "{source}；到 {time}年均 {mean}，目标是{goal}。",
    "growth-gaps": "文件给出的数不能从 {start} 年起逐年相连，不能计算年均增速。",
    "years": "{years}；目标是{goal}，各年都达到。",
    "years-missed": "{years}；目标是{goal}。",
    "years-gaps": "{years}；目标是{goal}，缺 {missing}的数。",
    "years-so-far": "{years}；目标是{goal}。",
    "built": "文件给出了完成的数或说明。",
    "reported": "文件在 {when}的进展里说明：{report}。",
    "under-way": "文件有进展，没有说达到。",
    "qualitative": "目标是文字要求，没有可以计算的数，由读者对照进展判断。",
    "ended-revised": "目标已经修订，改看修订后的目标。",
    "ended-replaced": "指标已由别的指标接替，不再判断。",
    "ended-cancelled": "所属任务已经取消，不再判断。",
    "ended-merged": "所属任务已经并入别的任务，不再判断。",
    "ended-continued": "所属任务已由别的任务接替，不再判断。",
}
"""How a state was found, by the case of the rule."""

EXPIRED: Final = "这份计划已失效，结果要看以后的文件。"
"""Behind the sentence of a target whose document is no longer in force, where it is not decided."""

SHORTFALLS: Final = (
    *("未达", "未完成", "未如期", "未能", "未实现", "没有达到", "没有完成", "没达到", "没完成"),
    *("差距", "不足"),
)
"""Words by which a document says of an indicator that it was missed."""

GENERAL_WORDS: Final = (
    r"[^\u4e00-\u9fff]+|企业|产业|行业|工业|农业|产值|项目|工程|建设|建成|完成|推进|推动|开展|实施|改革|发展|工作|活动|体系|面积|总数|总量|数量|规模|"
    r"新增|增加|提高|提升|改造|增长|下降|比重|占比|覆盖|全区|全县|全市|全国|全部|重点|主要|各类|综合|[的和与及等占在]"
)
"""Words in the names of many indicators, and what parts words (a regular expression): none says which one is meant."""

FIGURE_IN: Final = r"\d[\d.]*余?{unit}(?![次/])"
"""A figure in a unit that is not the beginning of a longer one (a regular expression)."""

AS_OF: Final = "按所收文件的截止日（{day}），"

YEAR: Final = "{year} 年"

ALL_OF_YEAR: Final = "{year} 年全年"

YEAR_END: Final = "{year} 年底"

OF_PLAN: Final = "{end}，按规划期计"
"""The end of a target whose document prints no deadline of its own."""

ABOUT_WORDS: Final = {False: "又没有写明越高越好还是越低越好", True: "差多少也算达到，文件没有写明"}
"""Why a target that is only about right is not judged; by whether its direction is known."""

RATIO: Final = "；{total} ÷ {value} ＝ {share}"

LEVEL_OF: Final = "{time}为 {amount}"

CHANGE_OF: Final = "到 {time}{change}"

CHANGE_BETWEEN: Final = "{base}，{newest}，{change}"

CHANGED: Final = "{word} {amount}"

CHANGES: Final = {True: "减少", False: "增加"}
"""How a change is told, by whether it is a fall."""

CHANGE_GOAL: Final = "比基期{word} {goal}"

YEARLY_GOAL: Final = "每年 {goal}"

WANTED: Final = "{goal}的目标"

RANGE: Final = "{low}—{high}"

AND_MORE: Final = "{number} {word}{unit}"

REPORTED: Final = "{state}（{words}）"

MEAN_OF: Final = "{time}平均"

MONTHS: Final = "{year} 年 1—{month} 月"

FIRST_MONTH: Final = "{year} 年 1 月"

YEAR_STATE: Final = "{figure}（{state}）"

YEAR_SILENT: Final = "{time}未披露"

NOT_ADDED: Final = {
    "measure": "“{measure}”一类的数不能相加，只列出各单位的数。",
    "unit": "以“{unit}”计的数不能相加，只列出各单位的数。",
    "no-unit": "指标没有计量单位，不知道能不能相加，只列出各单位的数。",
    "collective": "有的数分解到统称，文件没有写明是各自的数还是合计，所以不相加，只列出。",
    "overlap": "既分解到区域，又分解到部门或企业，两者可能重叠，所以不相加，只列出。",
}
"""Why parts are not added up."""

AGREES: Final = "相符"
CONTRADICTS: Final = "对不上"
FALLS_SHORT: Final = "不足"
UNCHECKED: Final = "未能核对"
"""Whether parts agree with their whole."""

SUM_OF_PARTS: Final = "各单位合计 {total}"

PARTS_MISSING: Final = "；缺{names}的数"

WHOLE_TARGET: Final = "{whole}目标"

WHOLE_AND_GAP: Final = {
    "equal": "；{whole} {amount}，相等。",
    "less": "；{whole} {amount}，差 {gap}。",
    "fewer": "；{whole} {amount}，少 {gap}。",
    "more": "；{whole} {amount}，多 {gap}。",
}

WHOLE_MISSING: Final = "；文件没有给出{whole}的数。"

NOT_FINAL: Final = "其中有预计数或快报数。"
