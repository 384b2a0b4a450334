"""Words of the command that publishes: what it waits for, what it refuses, what it did."""

from __future__ import annotations

from typing import Final

VERSIONS_MARK: Final = "这里存着公开网站的各版，由发布程序使用：公开的网站就在其中，请勿改动、删去"
WAITING: Final = "另一次发布正在进行，等它完成再开始"
STAGE_CHECK_SITE: Final = "检查建成的网站"

NO_PARENT: Final = "没有目录 {folder}：请先建好它；它在另一块磁盘上的，看看磁盘挂上没有"
FOREIGN_LINK: Final = "{target} 是一个链接，通往 {to}，不是发布程序做的，没有动它；请换一个名字，或者先把链接移走"
CANNOT_RENAME: Final = "网站目录 {target} 改不了名，多半是有程序正开着里面的文件；请关掉它们，再运行一次"
CHECKS_FAILED: Final = "建成的网站有 {count} 处不对，没有发布，公开的网站未动"
NOT_PUBLISHED: Final = "没有发布，公开的网站未动"
NOT_ROLLED_BACK: Final = "没有退回，公开的网站未动"
SEARCH_FAILED: Final = "搜索索引没有编成，没有发布，公开的网站未动。Pagefind 的说明：{message}"
BAD_LINKS: Final = "有 {count} 处坏链接，没有发布，公开的网站未动"
NO_EARLIER: Final = "{target} 没有更早的一版可以退回"
BROKEN_VERSION: Final = "更早的第 {number} 版缺 {count} 个文件（例如 {name}），不能用它"

PAGE_MISSING: Final = "{page}: 应当有这一页，没有建成"
PAGE_CUT: Final = "{page}: 这一页不完整"
NO_DESCRIPTOR: Final = "datapackage.json: 没有数据包的描述，或者读不出来"
FILE_DIFFERS: Final = "{file}: 与数据包的描述不符（大小或校验值）"
RELEASE_LOST: Final = (
    "releases/{version}/: 公开的网站上有数据发布 {version}，新网站里没有；多半是标签没有取全，"
    "请先运行 git fetch --tags --unshallow（不是浅克隆的，只写 --tags）"
)

PUBLISHED: Final = "已发布第 {number} 版：{pages} 个页面，改动的文件 {written} 个，共 {seconds:.1f} 秒，公开在 {target}"
UNCHANGED: Final = "与公开的网站相同，没有换：{target}"
ROLLED_BACK: Final = "已退回第 {number} 版：{target}。改好台账再发布；有定时发布的，先把它停下"
BY_RENAMES: Final = "给两个目录改了名来换（这里原来是目录，或者不能用链接），中间有一瞬间打不开"
EARLIER: Final = "留着更早的 {count} 版，可以用 --rollback 退回"
PUT_BACK: Final = "上一次发布在换目录的时候中断，已把第 {number} 版放回 {target}"
