"""Words of the change log, the feeds and the releases."""

from __future__ import annotations

from typing import Final

NO_HISTORY: Final = {
    "not-read": "这次生成没有读取提交历史",
    "no-git": "生成网站的机器上没有装 git",
    "no-repository": "台账不在 git 仓库里（例如由源码压缩包生成）",
    "untracked": "台账还没有提交到 git 仓库",
    "damaged": "git 仓库坏了，有的提交读不出来",
    "refused": "git 拒绝读取这个仓库，因为仓库属于另一个用户（safe.directory）",
    "broken": "git 读不了这个仓库，仓库可能坏了，或者没有权限",
    "partial": "这份副本没有取来以前的文件（克隆时写了 --filter，请不带它重新克隆）",
}
"""Why there is no history."""

NO_RELEASES: Final = {
    **NO_HISTORY,
    "no-tags": "这份副本没有取来全部标签（浅克隆，或者克隆时写了 --no-tags）",
}
"""Why releases may be missing."""

BEGUN: Final = "建立"

UNREADABLE: Final = "无法读取"

CORRECTED: Final = "更正"
"""What is done to a figure that was told otherwise before, in place of 改动 or 新增."""

COUNTED: Final = {
    CORRECTED: "更正 {count} 个数",
    "改动": "改动 {count} 个值",
    "新增": "新增 {count} 条记录",
    "删去": "删去 {count} 条记录",
}

LINKS: Final = {
    "report_tasks": "进展说到的任务",
    "report_indicators": "进展说到的指标",
    "task_places": "任务点名的地方",
    "report_places": "进展点名的地方",
    "project_places": "项目点名的地方",
}
"""What a record of a table says that only links two others, before the name of one of them."""

ROUND_ENDS: Final = "{day} 截止"

ANSWERS: Final = {"空表": "交了空表", "部分": "填了一部分", "齐": "填齐了", "无变化": "与上一期一样"}
"""State of a unit's answer to a round → what it did."""

PART_OF_MONTH: Final = "{month}（第 {number} 部分）"
"""A month with so many changes that it has several pages."""

CHECKED: Final = "检查的结果"
CHECKED_FINE: Final = "检查：没有问题"
SAID: Final = "{problem}。{remedy}"

NO_CHANGES: Final = "没有值的改动"

RECORD: Final = "{table}“{title}” {part}"

RECORD_WITHOUT_TITLE: Final = "{table} {part}"

CORRECTION: Final = "{record}：{before} 更正为 {after}"

CORRECTION_REASON: Final = "，原因：{reason}"

DIFF_HEADS: Final = ("记录", "字段", "原来", "现在")

FEED_OF_ALL: Final = "{site}：更新记录"

FEED_OF_UNIT: Final = "{site}：{unit}的更新"

FEED_ENTRY: Final = "{record}：{counted}"

FIELD_CHANGED: Final = "{title}：{old} → {new}"

UNREADABLE_COMMIT: Final = "该提交的台账无法读取：{files}"

BEGUN_COMMIT: Final = "台账建立：{counts}"

TABLE_COUNT: Final = "{table} {count} 条"

FEED_SUMMARY: Final = "{edit}{record}"

RELEASE: Final = "数据 v{version}"

DUE_PARTS: Final = {
    "first": "第一次发布",
    "major": "有列被改、被删或新增了必填的列，或者有行被删去",
    "minor": "有新的行、新的表或新的选填列",
    "patch": "更正了值",
    "": "数据没有变",
}
"""What changed since the release before, by the part of the version that says so."""
GIT_LOCKED: Final = (
    "锁文件 {file} 还在。别的 git 正在用这个仓库，就等它做完再试；没有，它就是以前的 git 被中断时留下的，"
    "请删去这个文件再试"
)
GIT_KILLED: Final = "git 做到一半被中断，请再试一次"
