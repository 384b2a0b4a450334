"""Words that units write into the cells of forms, and what is said of such cells."""

from __future__ import annotations

from typing import Final

EMPTY_ANSWER: Final = "空"
NO_CHANGE_ANSWER: Final = "无变化"
LATER_ANSWER: Final = "未报"
"""What is answered in the place of a value."""
FORECAST: Final = "预计"
BLANKS: Final = frozenset(("", "-", "—", "――", "--", "——", "/", "\\", "、", "。", "空", "N/A", "n/a", "NA"))
"""Signs that stand for a cell without an answer."""
NOTHING: Final = frozenset(("无", "没有", "暂无", "无数据"))
"""Zero, or not filled in."""
NO_CHANGE: Final = frozenset(("无变化", "没有变化", "无变动", "未变化", "不变"))
SAME_AS: Final = ("同上", "同左", "同前", "同上期", "同去年", "与上期相同", "与上季相同")
ELSEWHERE: Final = ("见附件", "详见", "见附表", "另附", "见备注", "见说明", "见材料")
LATER: Final = (
    "正在统计",
    "统计中",
    "待统计",
    "待定",
    "待报",
    "暂未",
    "尚未统计",
    "未统计",
    "后补",
    "待核实",
    "核实中",
)
ALREADY: Final = "已"
STATES_IN_NUMBERS: Final = (
    "完成",
    "达标",
    "推进",
    "未启动",
    "未完成",
    "达到",
    "正常",
    "进行中",
    "办结",
    "开工",
    "竣工",
)
"""What is a state and no number."""
SOFTENERS_BEFORE: Final = ("大约", "约", "近", "将近", "接近", "超过", "超", "逾", "预计", "力争")
SOFTENERS_BEHIND: Final = ("左右", "上下", "余", "多", "以上", "以下", "以内")
BOUNDS: Final = frozenset(("以上", "以下", "以内", "超过", "超", "逾"))
"""Words by which a result is no result but a bound."""
ESTIMATES: Final = {
    "快报": "快报",
    "快报数": "快报",
    "预计": "预计",
    "预计数": "预计",
    "初步": "预计",
    "初步核算": "预计",
}
"""Remarks behind a number that say how final it is."""
PARTLY: Final = ("含预计", "部分预计", "含估算", "含快报")
CHANGES: Final = ("提高", "下降", "降低", "增加", "减少", "增长", "上升", "同比", "较上年", "比上年", "环比")
"""Words by which a cell tells a change where a level is asked for."""
FALLING: Final = ("降低", "下降", "减少", "压减", "削减", "降幅", "减排")
"""Names of indicators whose positive value is a fall."""
MAY_BE_NEGATIVE: Final = (
    "增速",
    "增长",
    "增幅",
    "涨幅",
    "净",
    "差额",
    "余额",
    "温",
    "变化",
    "盈余",
    "利润",
    "同比",
    "涨跌",
)
SHARES: Final = ("率", "占比", "比重", "比例")
"""Names of indicators that cannot be above 100 %."""
GROWTH: Final = ("增速", "增长率", "增长", "增幅", "涨幅")
PERIOD_PARTS: Final = ("一季度", "二季度", "三季度", "四季度", "上半年", "下半年", "全年", "季度", "月")
WHOLE_SO_FAR: Final = ("上半年", "全年", "累计", "前三季度", "今年以来")
"""Of two numbers in a cell, that of the longer time from the beginning of the year."""
MINUS: Final = ("-", "−", "－", "负")
LOOKALIKES: Final = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0", "〇": "0", "S": "5", "Z": "2", "B": "8"})
"""Letters that are typed, or read by a machine, for digits."""

MESSAGES: Final = {
    "truth": "这一格是“{text}”，不是数；请填数字",
    "error-value": "这一格是错误值 {text}；请改成数字",
    "formula-empty": "公式没有算出结果；请改填算好的数",
    "formula": "这一格是公式，取它算出的 {value}",
    "date": "这一格成了日期 {text}，多半是输入时自动转换的；请设成文本再填数字",
    "merged": "这一格与别的格合并，分不清是哪一项的数；请拆开分别填",
    "no-answer": "没有填",
    "nothing": "填的是“{text}”，分不清是 0 还是没有填；是 0 请填 0",
    "no-change": "答复是无变化，沿用上期的数",
    "same-as": "填的是“{text}”；请把数写出来",
    "elsewhere": "填的是“{text}”；请把数写在这一格里",
    "later": "数还没有统计出来，按未报处理",
    "state": "填的是状态“{text}”，这一格要的是数",
    "change": "“{text}”说的是变化了多少，这一格要的是达到多少",
    "range": "填的是一个范围，完成值只能是一个数",
    "two-periods": "一格里有两个时期的数，取 {value}；请确认",
    "sum": "填的是算式，算得 {value}；请确认",
    "part": "括号里的“{remark}”没有计入",
    "status": "按“{remark}”记为{status}数",
    "partly": "注明“{remark}”，这个数不全是实际数；请确认",
    "softener": "带“{word}”字，取 {value}",
    "bound": "完成值不能是“{word}”；请填实际数",
    "numerals": "用汉字写的数，读作 {value}",
    "scales": "数里夹着亿、万、千，读作 {value}",
    "stop": "把句号当作小数点，读作 {value}",
    "comma": "逗号的位置不像千分位，也不像小数点，可能是 {value}；请确认",
    "letters": "数字里夹着字母“{text}”；请重填",
    "unread": "“{text}”读不成一个数；请重填",
    "twice": "像是同一个数连着打了两遍，可能是 {value}；请确认",
    "negative": "这个数是负数，可能是 {value}；请确认",
    "reduction": "指标名称已经说了是下降，又填了负号，可能是 {value}；请确认",
    "unit": "按所写的单位“{unit}”折算为 {value} {wanted}",
    "unit-slip": "按“{unit}”折算是 {other}，和上期 {last} 相差太远，可能单位写错了；请确认",
    "unit-doubted": "旁边写的单位“{unit}”折算不成{wanted}，数却和上期相近，可能单位写错了；请确认",
    "unit-other": "单位“{unit}”折算不成{wanted}；请按{wanted}填",
    "fraction": "像是小数形式的百分数，可能是 {value}%；请确认",
    "shown-share": "这一格设成了百分比，显示成 {shown}%，可能是 {value}%；请确认",
    "slip": "和上期 {last} 相差约 {factor} 倍，可能是 {value}；请确认",
    "falling": "从某年起累计的数不会变小，上期是 {last}；请核对，确实要改的写明说明",
    "unchanged": "和上期一个数也不差；确实如此的，请写明说明",
    "share": "占比超过 100%；请确认",
    "struck": "有一部分划掉了，取没有划掉的 {value}；请确认",
    "struck-whole": "填的“{text}”整个划掉了；请删去，或者重填",
    "comment": "这一格有批注：{remark}",
    "day-unread": "“{text}”不是一个日子；请按 2024-03-28 的样子填",
    "day-none": "没有“{text}”这一天",
    "day-later": "这一天比填报的日子还晚",
    "day-century": "年份只写了两位，可能是 {value}；请确认",
    "day-order": "分不清哪个是月、哪个是日；请按 2024-03-28 的样子填",
    "day-turned": "按 {value} 读",
    "day-serial": "像是日期的序号，读作 {value}",
    "day-planned": "“{text}”是打算，还没有完成",
    "day-month": "只写到月，读作 {value}",
    "day-numerals": "用汉字写的日期，读作 {value}",
    "period-part": "没有写年份，按 {value} 读",
    "period-word": "“{text}”没有写明是哪一期，可能是 {value}；请确认",
    "period-numerals": "用汉字写的时期，读作 {value}",
    "period-unread": "“{text}”不是一个时期；请按 2024-Q1、2024-03 的样子填",
    "state-word": "“{text}”记为{value}",
    "state-nearly": "“{text}”还不是完成，可能是{value}；请确认",
    "state-unread": "“{text}”不是表里的状态；请从下拉列表里选",
}
"""Code of what is said of a cell → the sentence."""

STATES: Final = {
    "完成": "完成",
    "已完成": "完成",
    "全部完成": "完成",
    "超额完成": "超额完成",
    "提前完成": "完成",
    "推进中": "推进中",
    "正在推进": "推进中",
    "未启动": "未启动",
    "滞后": "滞后",
    "未达预期": "未达预期",
    "承认不足": "承认不足",
    "未说明": "未说明",
}
"""Words of the form and what differs from them only in how it is typed."""
STATE_WORDS: Final = {
    "办结": "完成",
    "已办结": "完成",
    "竣工": "完成",
    "已竣工": "完成",
    "验收": "完成",
    "已验收": "完成",
    "达标": "完成",
    "超额": "超额完成",
    "进行中": "推进中",
    "在建": "推进中",
    "实施中": "推进中",
    "持续推进": "推进中",
    "有序推进": "推进中",
    "按计划推进": "推进中",
    "正常推进": "推进中",
    "已开工": "推进中",
    "开工": "推进中",
    "未开工": "未启动",
    "尚未启动": "未启动",
    "未开展": "未启动",
    "未实施": "未启动",
    "进度滞后": "滞后",
    "滞后中": "滞后",
    "未完成": "未达预期",
    "未达标": "未达预期",
}
"""Other words of offices."""
NEARLY: Final = ("基本完成", "即将完成", "接近完成", "主体完成", "部分完成", "大部分完成", "初步完成", "基本建成")
UNDER_WAY: Final = "推进中"
DAY_PLANNED: Final = ("预计", "计划", "力争", "拟", "争取", "将于")
MONTH_WORDS: Final = ("月底", "月末", "月初", "月中旬", "月上旬", "月下旬", "月份", "月")
HALVES: Final = {"上半年": "H1", "下半年": "H2"}
THIS_PERIOD: Final = ("本季", "本季度", "本期", "本月", "当期", "当季", "本年", "今年", "本半年")

HEADS: Final = {
    "name": ("指标", "指标名称", "任务", "任务名称", "工作任务", "事项", "名称", "项目"),
    "unit": ("计量单位", "单位", "指标单位"),
    "written_unit": ("填报计量单位", "填报单位", "实际单位"),
    "period": ("报告期", "时期", "统计时期", "填报时期", "期别"),
    "last": ("上期值", "上期数", "上期", "上次数值"),
    "value": ("完成值", "完成数", "本期值", "本期数", "数值", "实际值", "实际完成", "完成情况数值"),
    "state": ("状态", "进展状态", "完成状态", "完成情况"),
    "day": ("完成日期", "完成时间", "办结日期", "截至日期"),
    "filed_on": ("填报日期", "填表日期", "报送日期", "上报日期"),
}
"""Columns of tables that units made themselves, by the names that their heads have."""
