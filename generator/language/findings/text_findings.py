"""Words of findings that compare the ledger with the official texts."""

from __future__ import annotations

from typing import Final

TEXT_FINDINGS: Final[dict[str, tuple[str, str]]] = {
    "verify-text": (
        "文本校验值与所给文本不同，给的可能不是“{document}”",
        "核对文本文件；确实换了文本的，把 text_sha256 改为 {found}，再用 relocate 命令找回各处区间",
    ),
    "verify-header": ("著录项 {column} 的“{value}”不在文件文本里", "按文件改正"),
    "verify-range": ("原文区间 {value} 超出文本长度 {length}", "用 locate 命令重新取得"),
    "verify-fingerprint": ("原文区间 {value} 的指纹与文本不符", "核对区间，用 locate 命令重新取得"),
    "verify-parenthesis": ("责任括注 {at} 应当恰好是一个任务的结尾，现在有 {count} 个任务", "补录任务，或改正原文区间"),
    "verify-assignment": ("任务 {task} 的分工与责任括注不同，括注是：{expected}", "按括注的次序和角色改正"),
    "verify-mode": ("牵头方式“{value}”与责任括注不符", "改为“{expected}”"),
    "verify-organization": ("“{name}”不在任务 {task} 的原文里", "按印发件的写法改正"),
    "verify-scope": ("任务 {task} 的原文没有写这个单位负责“{scope}”", "按印发件的写法改正，或删去"),
    "verify-printed-role": ("角色的印法“{value}”不在任务 {task} 的责任分工里", "按印发件的写法改正，或空着"),
    "verify-share": ("原文写明“{name}”只负责“{scope}”，这里没有写", "补上 scope"),
    "verify-post": ("任务 {task} 的责任领导“{value}”与原文“{printed}”不符", "按原文改正，只写职务"),
    "verify-due": ("任务 {task} 的完成时限“{value}”与原文“{printed}”不符", "改为“{expected}”"),
    "verify-due-text": ("完成时限的印法“{text}”不在任务 {task} 的原文里", "按原文改正，或删去"),
    "verify-due-unsaid": ("任务 {task} 的原文里没有完成时限“{value}”", "核对原文，改正或删去"),
    "verify-recurrence": ("任务 {task} 的时限类型“{value}”与原文“{printed}”不符", "改为“{expected}”"),
    "verify-milestone": ("节点的时限“{value}”不在任务 {task} 的原文里", "按原文改正，或删去"),
    "verify-part": ("“{name}”的名称不在原文区间 {passage} 里或前后", "改正单位或区间"),
    "verify-comparator": ("比较符“{value}”在原文区间 {passage} 里没有相应的词", "按原文改正；只有数字时用 ="),
    "verify-number-of-section": ("标题编号“{number}”与原文不符", "按原文改正"),
    "verify-member": ("成员“{name}”的名称不在原文区间 {passage} 里", "改正成员或区间"),
    "verify-title": ("题名“{title}”标为原文，而原文里没有", "按原文改正，或标为 自拟"),
    "verify-value": ("原文表述“{text}”不在原文区间 {passage} 里", "按原文改正表述或区间"),
    "verify-unit": ("计量单位“{unit}”不在原文表述“{text}”里", "按原文改正单位"),
    "verify-qualifier": ("限定词“{text}”不在原文区间 {passage} 里", "按原文改正，或删去"),
    "verify-name": ("指标名称“{name}”里的“{loose}”不是原文的字词", "用原文的字词命名"),
    "verify-number": (
        "数字“{number}”（{at}，“{around}”）没有记录使用，也没有列入不计入的数字",
        "收录它，或在 exclusions/ 写明理由",
    ),
    "verify-exclusion": ("不计入的数字“{value}”与区间 {passage} 的原文或指纹不符", "改正区间、指纹或数字"),
    "verify-exclusion-twice": ("区间 {passage} 的数字列了不止一次", "只留一条"),
    "verify-exclusion-part": ("区间 {passage} 的“{value}”不是文本里一个完整的数字", "改正区间，或删去这一条"),
    "verify-exclusion-needless": ("区间 {passage} 的数字“{value}”已经有记录使用", "删去这一条"),
    "exclusion-missing": ("不计入的数字没有写“{key}”", "补上这一项"),
    "exclusion-passage": ("不计入的数字的原文区间“{value}”不合写法", "用 locate 命令重新取得"),
    "exclusion-reason": ("不计入的理由“{value}”不可用", "改为：{allowed}"),
    "exclusion-unit": ("“{value}”后面带有单位“{unit}”，不能按“{reason}”排除", "改为收录，或改用其他理由"),
}
"""Rule → (what is wrong, what to do)."""
