"""What is said of forms that come back: of files, of rows, of cells."""

from __future__ import annotations

from typing import Final

from generator.language.office.rounds import breakdown_words

FORM_FINDINGS: Final = {
    "no-form": ("错误", "不是本程序做的上报表（没有身份信息）；自己画的表请加 --foreign 先看一遍"),
    "not-workbook": ("错误", "不是能读的 Excel 文件：{why}"),
    "not-table": ("错误", "不是能读的文字表格：里面不是文字，编码认不出，或者有一格太长。请另存为“CSV UTF-8”再发"),
    "other-version": ("错误", "上报表是第 {version} 版的，本程序读第 {own} 版；请用新发的表重填"),
    "other-site": ("错误", "是另一个台账（{site}）的上报表，本台账是 {own}"),
    "other-round": ("错误", "是“{round}”这一轮的上报表，这次收的是“{own}”"),
    "unknown-round": ("错误", "是“{round}”这一轮的上报表，台账里没有这一轮"),
    "other-plan": ("错误", "是另一个规划（{plan}）的上报表，“{round}”这一轮填的是 {own}"),
    "unknown-unit": ("错误", "填报单位“{unit}”不在台账里"),
    "not-asked": ("错误", "这一轮没有要“{unit}”填报的内容"),
    "names-lost": ("错误", "表里的身份信息丢了，有的程序另存时会丢；请用 Excel 或 WPS 打开原表重填"),
    "heads-changed": ("错误", "找不到“{head}”这一列，或者有两列都叫这个；请用原表重填，不改表头"),
    "keys-changed": ("错误", "藏着的行标识被改过，认不出每一行是什么；请用原表重填"),
    "sheet-missing": ("错误", "少了工作表“{sheet}”；请用原表重填"),
    "row-changed": ("错误", "这一行锁着的格被改过，或者整行删掉了，分不清填的是哪一项；请用原表重填这一行"),
    "row-moved": ("提示", "这一行从第 {row} 行挪到了这里，按原来的内容认出来了"),
    "row-twice": ("错误", "这一行和第 {row} 行是同一项，填的不一样；请只留一行"),
    "row-extra": ("疑点", "这一行不是表里原有的，没有取；要添的内容请另外告诉我们"),
    "row-over": ("提示", "这一项已经不用填了，没有取"),
    "taken-before": ("提示", "同一个文件已经收过（第 {number} 次）"),
    "taken-before-another": (
        "提示",
        "同一个文件已经收过（第 {number} 次），后来收了另一份（第 {last} 次），用的是后一份；"
        "要改用这一份，请打开、另存一次再收",
    ),
    "changed-answer": ("提示", "这一轮 {on} 报过 {old}，改为 {new}；误收了旧表的，请把新的表打开、另存一次再收"),
    "given-twice": ("提示", "同一个单位这次有几份表，取最后一份：{file}"),
    "value-missing": ("疑点", "别的格填了，没有填完成值；请补上，没有变化的填“无变化”"),
    "personal": ("错误", "像是个人的电话、证件号、卡号或邮箱（{text}），不能进台账；请删去再报"),
    "formula-empty": ("错误", "这一格的公式没有结果；请改写成文字"),
    "cell-error": ("错误", "这一格是错误值 {text}；请改写成文字"),
    "merged": ("疑点", "这一格与别的行合并，分不清说的是哪一项，没有取；请拆开分别填"),
    "state-missing": ("疑点", "写了进展，没有选状态；请补上"),
    "progress-missing": ("疑点", "选了状态，没有写进展；请补上"),
    "reason-missing": ("疑点", "状态是“{state}”，没有写未达原因；请补上"),
    "too-long": ("错误", "有 {count} 个字，最多 {limit} 个"),
    "status-unknown": ("错误", "“{text}”不是表里的选项；请从下拉列表里选"),
    "cover-unknown": ("错误", "本期答复“{text}”不是表里的选项；请从下拉列表里选"),
    "no-change-and-values": ("疑点", "本期答复选的是“无变化”，下面又填了数；请确认是哪一个"),
    "other-unit": ("疑点", "{unit}报的是 {value}，两家对不上；请商量好再报，这里的数没有取"),
    "other-unit-same": ("提示", "{unit}已经报了同样的数，记在它那里，这里不另记"),
    "no-last": ("未能核对", "没有上期的数，是否填错了单位没有比对"),
    "ledger": ("{grade}", "{words}"),
    **breakdown_words.FINDINGS,
    "confirmed": ("提示", "有说明，按填的 {value} 取：{remark}"),
}
"""Code → grade and sentence."""
MASK: Final = "〔已隐去〕"
"""Stands for a number of a person."""
CUT: Final = "……"
PROBLEM: Final = "{problem}。{remedy}"
SPOILT: Final = "收下以后台账会通不过检查（{mark}：{problem}），所以没有收；请管台账的同事先把那里改好"
UNCHECKED: Final = "未能核对"
SEPARATOR: Final = "、"
MORE_CELLS: Final = " 等 {count} 格"
LINE: Final = "{place}: {grade}：{words}"
TAKEN: Final = "{file}：收下，{unit}，{state}，新的完成值 {values} 项，进展 {reports} 项"
REFUSED: Final = "{file}：没有收，{count} 处错误"
NOT_TAKEN: Final = "{file}：没有再取"
SUMMARY: Final = "共 {files} 个文件：收下 {taken} 个，没有收 {refused} 个；写了 {changed} 个台账文件"
CHANGED_MEANWHILE: Final = "读表的时候 {file} 有人改过，什么都没有写；请再运行一次"
DRY_RUN: Final = "这是试读，什么都没有写"
NO_FILE: Final = "没有 {file} 这个文件或目录；请看看名字写对没有"
NOTHING: Final = "没有找到可读的文件（.xlsx、.csv）"
LOCATOR: Final = "{unit}上报表 {cell}"
FIGURE_NOTE: Final = "填报说明：{remark}"
REVISION_NOTE: Final = "更正：{reason}"
NO_REASON: Final = "单位没有写明原因"
REPLY_NAME: Final = "{name}-回复.xlsx"
REPLY_HEADS: Final = ("工作表", "单元格", "等级", "问题和办法")
REPLY_FINE: Final = "已收下，没有问题"
FILL: Final = {"错误": "#F8CBAD", "疑点": "#FFE699", "提示": "#DDEBF7", "未能核对": "#EDEDED"}
PROPOSED_ROUND: Final = "请写明是哪一轮：--round {round}"
REASONED_STATES: Final = frozenset(("未达预期", "滞后", "承认不足"))
"""States that need a reason."""
