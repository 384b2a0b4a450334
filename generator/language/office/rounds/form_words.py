"""The words of the forms that units fill in: sheets, columns, help, and what is said when they are made."""

from __future__ import annotations

from typing import Final

COVER: Final = "填表说明"
VALUES: Final = "指标"
TASKS: Final = "任务"
PROBLEMS: Final = "问题"
KEYS: Final = "_keys"
"""The name of the sheet that nobody sees."""

TITLE: Final = "{period}完成情况上报表"
SUBTITLE: Final = "{plan}　填报单位：{unit}"
FACTS: Final = (
    ("填报单位", "{unit}"),
    ("规划（计划）", "{plan}"),
    ("填报时期", "{period}"),
    ("开始日期", "{opens}"),
    ("截止日期", "{due}"),
    ("要填的指标", "{values} 项"),
    ("要填的任务", "{tasks} 项"),
)
ANSWERS: Final = (
    ("本期答复", "按表填写", "全部没有变化的，选“无变化”，其余可以不填"),
    ("填表人", "", "只留在这张表里，不进台账，也不公开"),
    ("联系电话", "", "同上"),
    ("审核人", "", "同上"),
)
"""Cells of the first sheet that a unit fills: what they are called, what stands in them, the help."""
AS_FILLED: Final = "按表填写"
NO_CHANGE: Final = "无变化"
COVER_ANSWERS: Final = (AS_FILLED, NO_CHANGE)
HELP: Final = (
    "怎么填",
    "1. 只填有底色的格，别的格锁着，不用动；行不要增删，也不要从别的表整块粘贴。",
    "2. 完成值按“计量单位”填数，不用写单位；还没有统计出来的空着，没有变化的填“无变化”。",
    "3. 不是最终数的，在“数的性质”里选“预计”或“快报”。",
    "4. 和上期相差很大、和上期一个数也不差的，请在“说明”里写一句原因。",
    "5. 日期写成 2024-03-28 的样子；进展不超过 200 字。",
    "6. 电话只写在这一页；别的格里有手机号、证件号的，整张表会退回。",
    "7. 填好后保存，原样发回，不用改文件名。",
)

VALUE_COLUMNS: Final = (
    ("number", "序号", 6),
    ("name", "指标", 26),
    ("measured", "范围", 12),
    ("definition", "口径", 26),
    ("unit", "计量单位", 10),
    ("plan_target", "规划目标", 16),
    ("annual_target", "年度目标", 16),
    ("last", "上期完成值", 14),
    ("last_period", "上期时期", 14),
    ("limits", "填报提示", 18),
)
VALUE_ANSWERS: Final = (
    ("value", "完成值", 14),
    ("status", "数的性质", 10),
    ("as_of", "截至日期", 12),
    ("remark", "说明", 26),
)
TASK_COLUMNS: Final = (
    ("number", "序号", 6),
    ("name", "任务", 30),
    ("measured", "范围", 12),
    ("milestones", "节点", 28),
    ("last_state", "上期状态", 10),
    ("last_words", "上期进展", 30),
)
TASK_ANSWERS: Final = (
    ("state", "状态", 10),
    ("progress", "进展", 36),
    ("reason", "未达原因", 22),
    ("evidence", "佐证材料", 22),
)
"""Columns: name in code, head, width in characters. The answers are the cells that a unit fills."""

INPUT_HELP: Final = {
    "value": ("完成值", "按计量单位填数；没有变化填“无变化”"),
    "status": ("数的性质", "实际数可以不选"),
    "as_of": ("截至日期", "写成 2024-03-28 的样子"),
    "remark": ("说明", "与上期相差很大的，写明原因"),
    "state": ("状态", "从下拉列表里选；没有变化选“无变化”"),
    "progress": ("进展", "做了什么、到哪一步，不超过 200 字"),
    "reason": ("未达原因", "没有按时完成的，写明原因"),
    "evidence": ("佐证材料", "写材料的标题或文号，不用附文件"),
}
WHOLE: Final = "全{place}"
AT_THE_END: Final = "期末达到的数"
SINCE: Final = "从 {start} 年起累计"
CHANGE: Final = "与 {base} 年相比的变化"
OF_YEAR: Final = "全年的数"
TO_DATE: Final = "本年 1 月起累计"
SHARE_LIMITS: Final = "0 到 100 之间"
NOT_BELOW: Final = "不小于上期"
MILESTONE: Final = "{due}：{text}"
MILESTONE_STATE: Final = "（{state}）"
FILE_NAME: Final = "{period}-{unit}.xlsx"

NO_ROUND: Final = "台账里没有填报轮次“{round}”；可用的有：{known}。轮次写在 rounds.yml 里"
NO_ROUNDS: Final = "台账里还没有填报轮次；请先在 rounds.yml 里写上一轮"
WRITTEN: Final = "写出 {count} 张上报表到 {folder}：指标 {values} 项，任务 {tasks} 项"
UNASKED: Final = "没有发表的统称（文件没有写明由哪些单位组成）：{names}"
WITHOUT_UNIT: Final = "没有计量单位、没有请单位填数的指标（要填数，先在台账里补上 unit）：{names}"
WITHOUT_LEAD: Final = "没有牵头单位、无处可发的：{names}"
IN_THE_WAY: Final = "{file} 已经有了，内容不同，什么都没有写；请换一个目录，或者先把它移走"
SEPARATOR: Final = "、"
