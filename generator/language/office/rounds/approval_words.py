"""What is said while a round is checked: what is asked back, approved, public."""

from __future__ import annotations

from typing import Final

KINDS: Final = {"observations": "完成值", "reports": "进展"}
COUNTS: Final = "核对情况：待核 {waiting} 项，退回 {returned} 项，已核 {approved} 项，公开 {public} 项"
UNIT: Final = "  {unit}：{counts}"
COUNT: Final = "{state} {count}"
ITEM: Final = "    {state}　{name}：{text}　[{id}]"
REMARK: Final = "        批注（{on}）：{text}"
ANSWER: Final = "        答复：{answer}"
TASK_TEXT: Final = "{state}，{summary}"
VALUE_NAME: Final = "{name}（{whose}）"

RETURNED: Final = "退回：{round}，{name}"
NOTED: Final = "注明：{round}，{name}"
ANSWERED: Final = "答复：{round}，{name}"
RETURNED_NOW: Final = (
    "已退回“{name}”，批注 {id} 记在分支 {branch} 上。"
    "单位重报（ingest）或者您代为答复（round answer {round}）以前，这一轮不能通过"
)
NOTED_NOW: Final = "已给“{name}”注明一句，记在分支 {branch} 上；通过以后，页面上这个数旁边有这条注"
ANSWERED_NOW: Final = "“{name}”的批注已答复，记在分支 {branch} 上"
NO_ITEM: Final = "“{round}”这一轮里没有“{item}”。{hint}round status {round} 列着每一项，方括号里是它的标识"
PERHAPS: Final = "是不是 {name}？"
SEVERAL_ITEMS: Final = "“{item}”在这一轮里有几项，请写明是哪一项：{ids}"
NO_QUESTION: Final = "“{name}”没有未决的批注，不用答复"
ASKED_ALREADY: Final = "“{name}”已有一条未决的批注（{text}）。等单位答复，或者先用 round answer 答复"
TOO_LONG: Final = "批注有 {count} 个字，最多 {limit} 个"
PERSONAL: Final = "批注里像是有个人的电话、证件号、卡号或邮箱（{text}），不能进台账；请删去再写"
EMPTY: Final = "请用 --remark 写明一句话，用 --item 写明是哪一项"
ANSWER_OF_UNIT: Final = "{unit}于 {on} 重报 {text}"

APPROVED: Final = "通过：{round}，{counts}"
CHANGES: Final = "完成值 {values} 项，进展 {reports} 项"
NOTE: Final = "{period}完成情况：{counts}"
APPROVED_NOW: Final = "已通过，并入 {base}：{counts}。还没有公开；下一步 round publish {round}"
NOTHING_NEW: Final = "“{round}”这一轮没有等着核对的，{base} 上都有了"
DETACHED: Final = "您现在不在任何分支上，没有地方可并；请先运行 git switch main（换成您的分支名），再来一次"
UNCOMMITTED: Final = (
    "台账里有没有提交的改动，什么都没有并：\n{files}\n请先提交（git add data，git commit），或者撤销，再来一次"
)
HALF_MERGED: Final = (
    "您这里有一次没有做完的合并，没有动它；请先做完（git commit）或者放弃（git merge --abort），再来一次"
)
OPEN_REMARKS: Final = "还有 {count} 条批注没有答复，没有通过："
OPEN_REMARK: Final = "  {unit} {name}：{text}　[{id}]"
CLASH: Final = "{base} 和这一轮改了同一处，没有通过，什么都没有改："
CLASH_AT: Final = "  {file}：{base} 上是“{ours}”，这一轮是“{theirs}”"
CLASH_REMEDY: Final = (
    "请把 {base} 上这几处改回去或者改到别的行，提交，再来一次；改不开的，请懂 git 的同事合并分支 {branch}"
)
EMPTY_SIDE: Final = "（没有这几行）"
WITH_FAULTS: Final = "这样写，台账就有 {count} 处错误，什么都没有写"
FAULTY: Final = "并起来以后台账有 {count} 处错误，没有通过，什么都没有改"

TAG: Final = "公开：{period}完成情况"
NOT_APPROVED: Final = "“{round}”这一轮还有 {count} 项没有通过，不能公开；请先 round approve {round}"
NOT_RECEIVED: Final = "“{round}”这一轮还没有收到东西，没有可公开的"
PUBLIC_ALREADY: Final = "“{round}”这一轮已经记为公开（标签 {tag}），没有新的"
PUBLIC_NOW: Final = (
    "已记为公开：提交 {commit}，标签 {tag}。下一步：publish 换上公开的网站；由服务器自己发布的，"
    "运行 git push --follow-tags 送过去"
)
"""Words of the tag of what is public, and of what is in the way."""
