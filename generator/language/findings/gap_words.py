"""What stands in the gaps of findings, around many of them, and in the judgement of a remedy."""

from __future__ import annotations

from typing import Final

MANY: Final = "一共 {count} 处，上面是前 {shown} 处；全部写在 {file}，由它们引起的也在里面"
ALL_IN_FILE: Final = "由这些引起的另外 {followers} 处，连同上面的，都写在 {file}"
FOLLOWER: Final = "    由此引起：{line}"
PERSONAL_KINDS: Final = {"mobile": "手机号码", "mail": "邮箱地址", "identity": "身份证号码", "bank": "银行卡号"}
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
AMOUNTS: Final = {"weight": "分值", "total_investment": "总投资", "year_investment": "年度投资"}
RISES: Final = "提高"
FALLS: Final = "降低"
TITLES: Final = {
    "text_sha256": "文本校验值",
    "title": "标题",
    "name": "名称",
}
"""Columns that say which record it is, by their names."""
