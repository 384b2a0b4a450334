"""Words of the page where drafts are reviewed, and of its command."""

from __future__ import annotations

from typing import Final

DOUBT_COMMENT: Final = "疑点"
"""How a comment begins in which a reader of documents says of what it is not sure."""

STARTED: Final = "核对的页面在 {address}\n请用这台电脑上的浏览器打开；核对完了，按 Ctrl+C 结束"
ENDED: Final = "核对结束，还有 {left} 条草稿"
NO_LEDGER: Final = "目录 {folder} 里没有台账（{folder}/data/plans.yml）；请写台账所在的目录"

TABLE_NAMES: Final = {
    "documents": "文件",
    "plans": "规划",
    "organizations": "单位",
    "sections": "标题",
    "tasks": "任务",
    "indicators": "指标",
    "targets": "目标值",
    "observations": "完成值",
    "reports": "进展",
    "evaluations": "评估",
    "projects": "项目",
    "exclusions": "不计入的数字",
}
"""Table → what one of its records is called on the page."""

EXCLUSION_TITLES: Final = {
    "number": "数字",
    "passage": "原文区间",
    "fingerprint": "原文指纹",
    "reason": "理由",
    "note": "说明",
}
"""Keys of an excluded number, which is in no table."""

NESTED_TITLES: Final = {
    "places": "涉及的地方",
    "tasks": "相关任务",
    "indicators": "相关指标",
    "post": "责任领导（只写职务）",
}
"""Keys of a record that are no column of its table."""

GROUP_TITLES: Final = {
    "source": "来源",
    "target": "规划目标",
    "milestones": "节点",
    "continues": "接续的任务",
    "relations": "与别的指标的关系",
    "members": "成员",
    "successors": "沿革",
}
"""Key of what is nested in a record → its heading."""

SHOWS: Final = {
    "all": "全部，按原文次序",
    "first": "全部，有疑点的先看",
    "doubts": "只看有疑点、有错的",
    "clear": "只看没有疑点的",
}
"""What is shown, and in which order."""
ALL_TABLES: Final = "各种记录"
ID_FIXED: Final = "文件夹或文件用它作名字，要改请连同文件一起改"

CHANGED: Final = "这一条刚才在别处改过，没有写。已经重新读取，请再看一遍。"
NOT_THERE: Final = "那一条已经不在草稿里了，下面是另一条。"
ACCEPTED: Final = "已采用：{title}"
KEPT: Final = "已存下，还是草稿：{title}"
REJECTED: Final = "已删去：{title}"
BULK_ACCEPTED: Final = "已采用 {count} 条"
UNDONE: Final = "已撤销上一步，文件和原来一样，请再看一遍"
UNDO_CHANGED: Final = "文件 {file} 后来又改过，撤销不了，什么都没有动；要改回去，请直接改这个文件"
ENDED_BEFORE: Final = "您刚才的决定还没有写，请再按一次"
NOTHING_TO_UNDO: Final = "没有可以撤销的"
REFUSAL: Final = "{problem}。请{remedy}。"
NOTHING_WRITTEN: Final = "还不能采用，什么都没有写："
OUTSIDE: Final = "文件 {file} 不在台账的目录里，没有写"
USED: Final = "还有别处用着“{title}”，先改那几处，再来删它："
USED_AT: Final = "{file} 第 {line} 行：{title}"
MEMBERS_NOT_PRINTED: Final = "文件里找不到“{words}”，没有写。请从左边复制点到这些单位的一段，填在“文件里的原话”里"
MEMBER_NOT_IN_WORDS: Final = "“{name}”不在这段原话里，没有写。只填文件点过名的单位"
MEMBERS_LOCATOR: Final = "这段原话不在哪一项任务里，没有写。请填成员的“条款位置”，例如 二(一)"
NO_DRAFTS: Final = "没有要核对的草稿了"

REFUSED: Final = {
    400: "请求不完整，请回到上一页再试",
    403: "没有通行证。请用命令行里打印的那个网址打开，或者重新运行 review",
    404: "没有这一页",
    405: "这一页不能这样用",
    411: "请求没有写明长度",
    413: "内容太长，没有写",
    421: "请用命令行里打印的网址打开",
    500: "程序出错，没有写。请把下面的内容告诉维护程序的人",
}
"""Status of HTTP → what the page says."""
