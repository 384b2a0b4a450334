"""What stands in the gaps of findings, around many of them, and in the judgement of a remedy."""

from __future__ import annotations

from typing import Final

MANY: Final = "一共 {count} 处，上面是前 {shown} 处；全部写在 {file}，由它们引起的也在里面"
ALL_IN_FILE: Final = "由这些引起的另外 {followers} 处，连同上面的，都写在 {file}"
FOLLOWER: Final = "    由此引起：{line}"
PERSONAL_KINDS: Final = {
    "mobile": "手机号码",
    "mail": "邮箱地址",
    "identity": "身份证号码",
    "bank": "银行卡号",
    "chat": "微信号、QQ 号",
    "paper": "证件号码",
    "plate": "车牌号",
}
"""Kind of a number of a person → what it is called."""
DENIALS: Final = "不未无非没"
"""Signs of which each turns a word into its contrary."""
OPPOSITES: Final = (
    ("大高多升增长快强", "小低少降减短慢弱"),
    ("上", "下"),
    ("前", "后"),
    ("好", "差坏"),
    ("新", "旧续"),
)
"""Signs of opposite meaning."""
UNFINISHED: Final = "待补充?|待定|待核实?|待填|待查|暂缺|暂无|同上|略|见附件|无标题|x{2,}|todo|tbd|n/?a|[?？…./、-]+"
"""A text that only holds a place for one (a regular expression)."""
PAIRS: Final = ("（）", "“”", "《》", "〔〕", "【】")
"""Signs of which each has its other half."""
NUMBER_OF_DOCUMENT: Final = (
    r"(?P<open>[〔\[(（【﹝])(?P<year>[12][0-9]{3})(?P<close>[〕\])）】﹞])(?:第?(?P<number>[0-9]+))?号"
)
AMOUNTS: Final = {"weight": "分值", "total_investment": "总投资", "year_investment": "年度投资"}
RISES: Final = "提高"
FALLS: Final = "降低"
TITLES: Final = {
    "text_sha256": "文本校验值",
    "title": "标题",
    "name": "名称",
}
"""Columns that say which record it is, by their names."""
