"""Words of the review of a round."""

from __future__ import annotations

from typing import Final

STARTED: Final = (
    "核对“{round}”这一轮，在浏览器里打开这个地址：{address}\n"
    "采用的，整轮通过以后才进台账；退回、注明、答复，当时就记在分支上。按 Ctrl+C 结束"
)
ENDED: Final = "核对结束，还有 {left} 项没有看"
ACCEPTED: Final = "已采用：{name}"
RETURNED: Final = "已退回：{name}"
NOTED: Final = "已注明：{name}"
ANSWERED: Final = "已答复并采用：{name}"
ANSWER_NEEDED: Final = "“{name}”有未决的批注：请写上答复再采用，或者等单位重报。什么都没有写"
REMARK_NEEDED: Final = "请先写一句话，再退回或者注明。什么都没有写"
NOT_THERE: Final = "这一项不在了，多半是单位又报了一次。下面是现在的"
LEFT: Final = "还有 {count} 项没有看过，先不能通过。什么都没有写"
APPROVED: Final = "已通过，并入 {base}：{counts}。还没有公开；下一步在命令行运行 round publish {round}"
NOTHING_NEW: Final = "没有等着核对的，{base} 上都有了"
SAME: Final = "没有变化"
WITH_SHARE: Final = "{difference}（{share}%）"
COUNTED: Final = "{value}（{counted}）"
NO_LAST: Final = "没有上一期"
REVISED: Final = "已经通过的是 {value}，这是更正"
SEEN: Final = "看过"
FACTS: Final = {
    "basis": "计数方式",
    "status": "性质",
    "as_of": "截至",
    "note": "说明",
    "locator": "来处",
    "summary": "进展",
    "reason": "原因",
    "evidence": "佐证",
}
"""What else was told of an item."""
SETTLED: Final = "疑点已说明：{reason}"
DOUBT: Final = "疑点：{problem}。{remedy}"
