"""Words of the tables in official documents: what columns are called, and lines that are no rows of tasks."""

from __future__ import annotations

from typing import Final

TASK_COLUMN_PART: Final = (
    "(?:重点|主要|具体|目标|年度|全年|阶段|工作|分解|任务|项目|工程|建设|实事|改革|事项|措施|推进|量化)*"
    "(?:任务|内容|目标|事项|项目|工程|举措|措施|要求|工作|指标|名称|要点|规模|标准)"
)
TASK_COLUMNS: Final = f"{TASK_COLUMN_PART}(?:[及和与、/]{TASK_COLUMN_PART})*"
"""What the column of a table is called that holds the words of the tasks (a regular expression)."""

SHARING_COLUMNS: Final = "(?:责任|任务|职责|工作|部门)*分工|责任(?:落实|分解|划分)(?:情况)?|职责单位"
"""What a column is called whose cells say themselves who leads (a regular expression)."""

SERIAL_COLUMNS: Final = "(?:任务|项目|事项)?(?:序号|编号|编码|代码|项次)|号"
"""What the column of a table is called that numbers its rows (a regular expression)."""
SERIALS: Final = (
    r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]{1,2}[-—.]?[0-9]{1,3}"
    r"|\(?[0-9]{1,3}[).]|[0-9]{1,2}[-—.][0-9]{1,2})"
)
"""What such a column holds (a regular expression)."""
TOTALS: Final = "(?:合|总|小|共)计(?![划算])"
BELOW_TABLE: Final = r"(?:注|备注|说明|附注|填表说明)(?:[:0-9]|$)|附(?:件|表)[0-9一二三四五六七八九十]{0,2}(?:$|:)|\*"
"""How a row of totals begins, and a line below a table (regular expressions)."""
BLANK_IS_ABOVE: Final = (
    "(?P<columns>[^。;:(]{0,40}?)(?:栏|列|单元格)?(?:为)?(?:空白|空格|留空|为空|未填)(?:的|者|处|之处|栏)?[,]?"
    "(?:均|都|表示|视为|即)*[与同]上(?:一)?[行项栏格](?:相同|一致|同)?"
)
"""Words that say that a blank cell is as the one above it (a regular expression)."""
UNIT_COLUMN: Final = "(?:计量|指标)?单位|计量|量纲"
YEAR_COLUMN: Final = '(?:20[0-9]{2}年?(?:度|末|底)?|[“"]?十[一二三四五六七]五[”"]?(?:期?末))(?P<said>[^0-9]{0,6})'
REACHED_YEAR: Final = "实际|实绩|完成|预计|基期|基数|现状|决算"
AIMED_YEAR: Final = "目标|计划|规划|预期"
GROWTH_COLUMN: Final = "(?:年均|平均每年)(?:增长|增速|增幅).*"
YEARLY_NAME: Final = "{name}年均增长"
"""Columns of a table of indicators: the unit, a year that was reached or is aimed at, growth by the year; and what the
growth is called."""
TITLE_COLUMNS: Final = ".*名称|(?:[^目标]*)(?:项目|事项)"
"""Of the columns of tasks the ones that hold what a task is called (a regular expression)."""
