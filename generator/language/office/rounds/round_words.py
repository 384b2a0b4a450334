"""What is said of how a round stands, and the reminders to units."""

from __future__ import annotations

from typing import Final

TITLE: Final = "{plan} {period}填报，截至 {on}"
COUNTS: Final = "要填 {expected} 个单位，已收 {received} 个，按时 {on_time} 个，迟交 {late} 个；还没有收到 {missing} 个"
STATES: Final = "最近一次答复：齐 {complete} 个，部分 {partial} 个，无变化 {unchanged} 个，空表 {empty} 个"
UNASKED: Final = "没有发表的统称：{names}"
UNEXPECTED: Final = "没有要填、却交了的单位，不计数：{names}"
HEADS: Final = ("单位", "要填指标", "要填任务", "答复", "收到日期", "按时", "迟几天", "次数")
NOT_RECEIVED: Final = "未收到"
ON_TIME: Final = {True: "按时", False: "迟交", None: ""}
LATE: Final = "迟 {days} 天"
LAST_DAY: Final = "截止 {due}，宽限到 {last_day}"
NOTHING_LATE: Final = "今天没有要催的单位"
WRITTEN: Final = "写出 {count} 份催办单到 {folder}"
REMINDER_NAME: Final = "{round}-催办-{unit}.txt"
LIST_NAME: Final = "{round}-填报情况-{on}.xlsx"
SHEET: Final = "填报情况"
REMINDER: Final = """\
{unit}：

{plan}{period}的完成情况上报表，应于 {due} 前报送，现已超过宽限期 {days} 天，{office}还没有收到。
请尽快填写并发回。要填的有指标 {values} 项、任务 {tasks} 项。表找不到了，可以来要。

要填的指标：{value_names}
要填的任务：{task_names}

{office}
{on}
"""
NONE: Final = "无"
OFFICE: Final = "本单位"
"""Where the settings name no publisher."""
RETURN_NAME: Final = "{round}-退回-{unit}.txt"
RETURN_LETTER: Final = """\
{unit}：

{plan}{period}的完成情况上报表收到了，下面几项请再核对：

{items}

数有错的，改好重发一张表；没有错的，在“说明”里写明原因再发。

{office}
{on}
"""
RETURNED_ITEM: Final = "{number}. {name}：报的是 {text}。{remark}"
RETURNS_WRITTEN: Final = "写出 {count} 份退回单到 {folder}"
