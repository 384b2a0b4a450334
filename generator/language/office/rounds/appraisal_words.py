"""Words of 绩效考核参考表 and 通报, as files and as pages."""

from __future__ import annotations

from typing import Final

TABLE_NAME: Final = "绩效考核参考表-{period}-{unit}.xlsx"
NOTICE_NAME: Final = "通报-{period}.{suffix}"
TABLE_TITLE: Final = "{unit}{period}绩效考核参考表"
NOTICE_TITLE: Final = "{place}{period}规划任务完成和填报情况的通报（参考稿）"

FACTS: Final = "概况"
UNITS: Final = "各单位"
TARGETS: Final = "目标"
BINDING_TARGETS: Final = "约束性目标"
TASKS: Final = "任务"
ANSWERS: Final = "填报"
UNLED: Final = "没有牵头单位的"
RULES: Final = "怎样得来"
"""Names of the sheets, and headings of the circular."""

FACT_LABELS: Final = {
    "unit": "单位",
    "period": "时期",
    "as_of": "资料截至",
    "made_from": "依据的台账",
    "notice": "注意",
    "targets": "目标",
    "states": "目标的状态",
    "told_targets": "本期有完成情况的目标",
    "tasks": "任务",
    "told_tasks": "本期有进展的任务",
    "rounds": "要填的轮次",
    "answered": "填报率",
    "on_time": "按时率",
    "complete": "填齐率",
}
WITH_BINDING: Final = "{targets} 个，其中约束性 {binding} 个"
TASK_COUNT: Final = "{count} 项"
ROUND_COUNT: Final = "{count} 次"
STATE_COUNT: Final = "{state} {count} 个"
SHARE: Final = "{part}/{whole}（{percent}）"
NO_TARGETS: Final = "没有目标"
NO_TASKS: Final = "没有任务"
NO_ROUNDS: Final = "这一时期没有要填的轮次，算不出"
NONE: Final = "无"
COMMITTED: Final = "提交 {commit}，{day}"
WITHOUT_GIT: Final = "数据版本 {version}；台账不在 git 里，没有提交编号"

UNIT_HEADS: Final = (
    ("单位", 22),
    ("目标", 8),
    ("约束性", 8),
    ("本期有完成情况", 12),
    ("任务", 8),
    ("本期有进展", 12),
    ("要填轮次", 8),
    ("已填", 8),
    ("按时", 8),
    ("填齐", 8),
)
TARGET_HEADS: Final = (
    ("指标", 24),
    ("性质", 9),
    ("范围", 9),
    ("年份", 12),
    ("目标值", 14),
    ("分值", 6),
    ("本期完成值", 14),
    ("完成值的时期", 14),
    ("本期有无完成情况", 10),
    ("状态", 10),
    ("状态怎样得来", 40),
    ("目标的来源", 26),
)
TASK_HEADS: Final = (
    ("任务", 30),
    ("类别", 12),
    ("分值", 8),
    ("时限", 16),
    ("本期有无进展", 10),
    ("本期状态", 12),
    ("本期进展", 44),
    ("任务的来源", 26),
)
ANSWER_HEADS: Final = (
    ("时期", 18),
    ("截止", 12),
    ("宽限到", 12),
    ("第一次填报", 12),
    ("最近一次答复", 12),
    ("按时", 8),
    ("迟几天", 8),
    ("填报次数", 8),
)
ROUND_HEADS: Final = (
    ("时期", 18),
    ("截止", 12),
    ("宽限到", 12),
    ("要填", 8),
    ("已收", 8),
    ("按时", 8),
    ("迟交", 8),
    ("齐", 8),
    ("部分", 8),
    ("无变化", 8),
    ("空表", 8),
    ("未收到", 8),
)
UNLED_HEADS: Final = (("目标或任务", 40), ("来源", 40))
NOTICE_UNIT_HEADS: Final = ("单位", "目标（约束性）", "有完成情况", "任务", "有进展", "填报", "按时")
"""Heads of the table in the circular, which has to fit on a page."""
NOTICE_TARGET_HEADS: Final = ("约束性指标", "目标值", "本期完成值", "状态", "牵头单位")
HAS: Final = {True: "有", False: "没有"}
NOT_RECEIVED: Final = "未收到"
ON_TIME: Final = {True: "按时", False: "迟交", None: ""}
SOURCE: Final = "{document} {locator}"
WITH_BINDING_SHORT: Final = "{targets}（{binding}）"
OF: Final = "{part}/{whole}"

RULE_LINES: Final = (
    "只列数和它的来源，不打分，也不合计；分值只写文件自己给出的，同一个指标有几个目标时，分值是这个指标的。",
    "目标：年份包含这一年、没有被修订的目标；牵头这个指标的单位各列一次，镇、街道自己的目标列在它名下。约束性的排在前面。",
    "统称（例如“各镇”）按文件写明的成员分到各单位；没有写明成员的，不分给任何单位。",
    "单位按这一时期最后一天的机构：已经改名、合并的，列在接手的单位名下。",
    "本期有完成情况：台账里有这一时期（包括其中的季度、月份）的完成值；建成、创建和定性的目标，有这一时期的进展说到它。",
    "任务：规划或计划包含这一年、已经开始、没有被别的任务替代的。本期有进展：台账里有这一时期的文字进展，或者它的指标有这一时期的完成值。",
    "状态：按方法页的规则，用台账里到“资料截至”为止的全部文件推算，不只看这一时期。",
    "填报率＝答复了的轮次÷要填的轮次，交空表不算；按时率＝宽限期内答复的÷要填的；填齐率＝最近一次答复是“齐”“无变化”的÷要填的。",
    "要填的轮次：问到这一时期、或者其中一段的填报；要填的单位由牵头和目标得出。一轮也没有，就没有填报率，不写成 0。",
    "百分数四舍五入到一位小数；旁边写着分子和分母。全区的数里，几个单位共同牵头的只算一次。",
)

PARAGRAPHS: Final = {
    "targets": (
        "{period}，{place}有目标 {targets} 个，其中约束性 {binding} 个；本期有完成情况的 {told}。"
        "按台账推算，目标的状态是：{states}。"
    ),
    "tasks": "在做的任务 {tasks} 项，本期有进展的 {told}。",
    "rounds": (
        "这一时期有填报 {rounds} 轮，各单位共要填 {asked} 次：填报率 {answered}，按时率 {on_time}，填齐率 {complete}。"
    ),
    "no_rounds": "这一时期没有要填的轮次，因此没有填报率和按时率。",
    "unanswered": "{period}还没有答复的有 {count} 个单位：{names}。",
    "late": "{period}迟交的有 {count} 个单位：{names}。",
    "unled": "另有 {count} 个目标和任务，文件没有写明由谁牵头，不在任何单位名下，列在{whole}的考核参考表里。",
    "frozen": "本通报由程序按台账写成，供起草时参考：{made_from}；资料截至 {as_of}。",
}
HEADINGS: Final = ("一、总的情况", "二、各单位的情况", "三、填报情况", "四、约束性目标", "五、这些数怎样得来")
NO_BINDING: Final = "这一时期没有约束性目标。"
UNIT_TABLE_NOTE: Final = "表里的 4/6，是 6 个里有 4 个；横线是没有要做、要填的。括号里是约束性目标的个数。"
NOTHING: Final = "—"
FONT: Final = "仿宋"
TITLE_FONT: Final = "宋体"
HEADING_FONT: Final = "黑体"

BAD_PERIOD: Final = "“{period}”不是时期；请写成 2017、2017-H1、2017-Q3 或 2017-06 的样子"
NOTHING_KNOWN: Final = "{period}没有目标、任务和填报：台账里的规划和计划不包含这一年"
UNCOMMITTED: Final = "data 里有还没有提交的改动。考核参考表和通报要能查到是照哪一次提交做的；请先提交，再运行一次"
GIT_UNTOLD: Final = "查不到是照哪一次提交做的，没有写：{reason}。请先把仓库修好，再运行一次"
WRITTEN: Final = "写出 {units} 个单位的考核参考表，{whole}一份，通报两份，到 {folder}"
FROZEN: Final = "依据：{made_from}"
