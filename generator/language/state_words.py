"""Words of states, of how they were found, and of sums over organisations."""

from __future__ import annotations

from typing import Final

from generator.language.document_words import PERCENT_UNITS

AT_LEAST: Final = "至少 {share}"

PLUS: Final = " ＋ "

EQUALS: Final = " ＝ "

FIGURE_OF: Final = "{time} {amount}"

PROVISIONAL: Final = "{figure}（{status}）"

SINCE_UNTIL: Final = "{start}—{time}"

SIGNS: Final = {
    "已达到": "●",
    "进度正常": "◐",
    "滞后": "▼",
    "数据不全": "◔",
    "到期未披露": "△",
    "暂无数据": "○",
    "定性": "◇",
}
"""A shape for each state: none is told by its colour alone."""

MEANINGS: Final = {
    "已达到": "文件给出的数已经达到目标",
    "进度正常": "还没到期，文件给出的数不落后于按年均摊或直线推算的进度",
    "滞后": "文件给出的数落后于进度，或到期没有达到",
    "数据不全": "文件给出了一部分数，不足以下结论",
    "到期未披露": "目标期已满，文件没有给出期末的数",
    "暂无数据": "还没到期，文件没有给出目标期内的数",
    "定性": "目标是文字要求，没有可以计算的数",
}

WHY: Final = {
    "silent": "文件没有给出目标期内的数，目标期到 {end} 年底，还没有届满。",
    "overdue": "目标期到 {end} 年底，已经届满，文件没有说是否达到。",
    "no-number": "目标没有确数，不能用数值判断。",
    "unusable": "文件给出的只有文字，或者期间、算法与目标不合，或者没有写明从哪一年算起，不能计入。",
    "sum": "{sum}；{total} ÷ {value} ＝ {share}；各年齐全，达到目标 {goal}。",
    "sum-missed": "{sum}；{total} ÷ {value} ＝ {share}；各年齐全，没有达到目标 {goal}。",
    "sum-early": "{sum}；{total} ÷ {value} ＝ {share}；其余年份不论多少，都已达到目标 {goal}。",
    "sum-exceeded": "{sum}；已经超出目标 {goal}。",
    "sum-gaps": "{sum}；{total} ÷ {value} ＝ {share}；缺 {missing}的数，所以至少完成 {share}。",
    "sum-unknown": "{sum}；缺 {missing}的数，不能判断。",
    "sum-open": "{sum}；还没有满一年的数可以比较。",
    "sum-no-direction": "{sum}；没有写明越高越好还是越低越好，不能判断。",
    "sum-path": "{sum}；{total} ÷ {value} ＝ {share}；按年均摊，到 {time}应为 {expected}。",
    "level": "{time}为 {amount}，达到目标 {goal}。",
    "level-missed": "{time}为 {amount}，没有达到目标 {goal}。",
    "level-early": "{time}为 {amount}，已经合乎目标 {goal}；目标期到 {end} 年底。",
    "level-overdue": "{time}为 {amount}；目标期到 {end} 年底，已经届满，期末的数没有披露。",
    "level-no-base": "{time}为 {amount}，目标 {goal}；文件没有给出起点，不能判断快慢。",
    "level-no-direction": "{time}为 {amount}，目标 {goal}；没有写明越高越好还是越低越好，不能判断快慢。",
    "level-path": "起点 {base}，目标 {goal}；按直线推算，到 {time}应为 {expected}，实际 {amount}，走完 {share}。",
    "no-base": "文件给出的不是与基期相比的增减，不能判断。",
    "no-rate": "单位不是百分比，不能计算年均增速。",
    "growth": "{source}；年均 {mean}，达到目标 {goal}。",
    "growth-missed": "{source}；年均 {mean}，没有达到目标 {goal}。",
    "growth-overdue": "{source}；到 {time}年均 {mean}；目标期已经届满，以后的数没有披露。",
    "growth-open": "{source}；到 {time}年均 {mean}；缺 {missing}的数，不能判断。",
    "growth-path": "{source}；到 {time}年均 {mean}，目标 {goal}。",
    "growth-gaps": "文件给出的数不能从 {start} 年起逐年相连，不能计算年均增速。",
    "years": "{years}；目标是每年 {goal}，各年都达到。",
    "years-missed": "{years}；目标是每年 {goal}。",
    "years-gaps": "{years}；目标是每年 {goal}，缺 {missing}的数。",
    "years-so-far": "{years}；目标是每年 {goal}。",
    "built": "文件给出了完成的数或说明。",
    "reported": "文件在进展里说明：{report}。",
    "under-way": "文件有进展，没有说达到。",
    "qualitative": "目标是文字要求，没有可以计算的数，由读者对照进展判断。",
}
"""How a state was found, by the case of the rule."""

YEAR_STATE: Final = "{figure}（{state}）"

YEAR_SILENT: Final = "{time}未披露"

UNITS_NOT_ADDED: Final = (*PERCENT_UNITS, "百分点", "岁", "天", "级", "分", "分钟", "分贝", "位", "名次", "℃")
"""Units of shares, means, places and times, which say nothing when they are added up over organisations."""

PER_UNIT: Final = ("/", "每", "人均", "户均", "万分之")
"""Signs that a unit is one thing for each of another."""

NOT_ADDED: Final = {
    "measure": "“{measure}”一类的数不能相加，只列出各单位的数。",
    "unit": "以“{unit}”计的数不能相加，只列出各单位的数。",
    "no-unit": "指标没有计量单位，不知道能不能相加，只列出各单位的数。",
    "collective": "有的数分解到统称，文件没有写明是各自的数还是合计，所以不相加，只列出。",
    "overlap": "既分解到区域，又分解到部门或企业，两者可能重叠，所以不相加，只列出。",
}
"""Why parts are not added up."""

SUM_OF_PARTS: Final = "各单位合计 {total}"

PARTS_MISSING: Final = "；缺{names}的数"

WHOLE_TARGET: Final = "全区目标"

WHOLE_RESULT: Final = "全区"

WHOLE_AND_GAP: Final = {
    "equal": "；{whole} {amount}，相等。",
    "less": "；{whole} {amount}，差 {gap}。",
    "fewer": "；{whole} {amount}，少 {gap}。",
    "more": "；{whole} {amount}，多 {gap}。",
}

WHOLE_MISSING: Final = "；文件没有给出{whole}的数。"

NOT_FINAL: Final = "其中有预计数或快报数。"
