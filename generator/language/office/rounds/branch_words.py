"""What is said of the branch of a round: its commits, and what is in the way."""

from __future__ import annotations

from typing import Final

RECEIVED: Final = "收表：{round}，{units}"
UNITS: Final = "{first}等 {count} 个单位"
SEPARATOR: Final = "、"
UPDATED: Final = "并入 {branch} 的改动，接着办 {round} 这一轮"
DETACHED: Final = "当前提交"
"""Stands for the name of the branch where there is none."""

WAITING: Final = "另一个命令正在办这一轮，等它办完再开始"
RESTORED: Final = "上一次没有办完就断了：这一轮的工作目录已恢复到分支上最近的提交。接着办"
BEGUN_AGAIN: Final = (
    "分支 {branch} 不在了，从您最近的提交重新开始：“{round}”这一轮没有通过的都不在了，收过的表请再收一次"
)
MADE_AGAIN: Final = "这一轮的工作目录不在了，已照分支 {branch} 重新建好"
NOT_UPDATED: Final = (
    "{branch} 上后来的改动和这一轮有冲突（{files}），先没有并进来，接着按原来的办；通过以前请先把冲突改好"
)
WRITTEN_TO_BRANCH: Final = "写在分支 {branch} 上，等核对通过（round approve {round}）；您自己的目录没有动"
NOT_IN_GIT: Final = "台账还没有提交到 git，直接写在这里"

REFUSED: Final = {
    "no-git": "这台电脑上没有装 git，不能退回、通过、公开一轮；收表照常，直接写进台账",
    "no-repository": "台账不在 git 仓库里，不能退回、通过、公开一轮；收表照常，直接写进台账",
    "untracked": "台账还没有提交到 git：请先在台账所在的目录运行 git add data 和 git commit，再来一次",
    "refused": (
        "git 不肯读这个仓库，因为它属于另一个用户；请让那个用户来运行，"
        "或者运行 git config --global --add safe.directory {folder}"
    ),
    "broken": "git 读不了这个仓库，什么都没有做。仓库可能坏了，或者没有权限；请先修好，或者重新克隆",
    "damaged": "git 仓库坏了，有的提交读不出来，什么都没有做。请运行 git fsck 看坏在哪里，修好或者重新克隆",
    "partial": "这份副本没有取来以前的文件（克隆时写了 --filter），什么都没有做。请不带它重新克隆",
}
"""Why a round has no branch here."""
_HERE: Final = "，什么都没有写。要不经过分支、直接写进台账，加上 --here"
NOT_WRITTEN: Final = {
    "refused": f"git 仓库属于另一个用户{_HERE}",
    "broken": f"git 读不了台账所在的仓库，它可能坏了，或者没有权限{_HERE}",
    "damaged": f"git 仓库坏了，有的提交读不出来{_HERE}",
    "partial": f"这份副本没有取来以前的文件（克隆时写了 --filter）{_HERE}",
}
"""Why forms are not collected where a repository is there and cannot be used."""
NO_IDENTITY: Final = (
    "git 还不知道您是谁，什么都没有写。请先运行这两行，换成您自己的名字和邮箱：\n"
    "git config --global user.name 张三\n"
    "git config --global user.email zhangsan@example.cn"
)
NO_BRANCH: Final = "没有分支 {branch}：这一轮还没有收过表，或者分支删掉了；先运行 ingest 收表"
CHECKED_OUT: Final = (
    "分支 {branch} 正在 {folder} 里打开着，程序不能再用它；请在那里换到别的分支（git switch），再来一次"
)
DIRTY: Final = (
    "这一轮的工作目录里有没有提交的改动，不是程序写的，所以没有动它：\n{files}\n"
    "要留下，请到 {folder} 里提交；不要，就在那里运行 git checkout . 再来一次"
)
ROUND_NOT_COMMITTED: Final = (
    "“{round}”这一轮写在 data/rounds.yml 里，还没有提交。请先提交台账的改动（git add data，git commit），再收表；"
    "要不经过分支、直接写进台账，加上 --here"
)
GIT_SAID: Final = "git 没有办成，什么都没有改：{message}"
