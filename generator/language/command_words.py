"""Words of the command line: stages, and what each command says when it is done or cannot be done."""

from __future__ import annotations

from typing import Final

from generator.language.findings.file_words import CANNOT_WRITE_BECAUSE, why_unfit
from generator.support.file_names import shown, too_long
from generator.support.files import UnfitFile, is_open_elsewhere

BETWEEN: Final = "从 {old} 到 {new}"
WORKING_TREE: Final = "工作目录"

STAGE_READ: Final = "读取"
STAGE_CHECK: Final = "检查"
STAGE_RENDER: Final = "生成页面"
SHELLS_DIFFER: Final = "主题或引擎有变化：用页框填出的页面与引擎所做的不同（{pages}）。改由引擎逐页生成，会慢一些。"
STAGE_HISTORY: Final = "读取提交历史"
STAGE_EXPORT: Final = "导出数据"
STAGE_BUILD: Final = "建站（含以上各步）"
STAGE_LINKS: Final = "检查链接"
STAGE_SEARCH: Final = "编搜索索引"
SECONDS: Final = "{stage}：{seconds:.2f} 秒"

FAULTY: Final = "台账有 {count} 处问题，没有发布任何内容"
FAULTY_AND_DOUBTED: Final = "台账有 {count} 处问题，另有 {doubts} 处疑点，没有发布任何内容"
DOUBTED: Final = "台账有 {doubts} 处疑点，没有发布任何内容；核对以后改正，没有错的登记在 data/acknowledged.yml"
DRAFTED: Final = "台账有 {drafts} 条草稿，没有发布任何内容；核对过的草稿才能发布"
AND_DRAFTS: Final = "；还有 {drafts} 条草稿"
CHECKED: Final = "台账没有问题：{tables} 张表，{rows} 行"
CHECKED_DOUBTS: Final = "另有 {doubts} 处疑点；发布以前，请核对以后改正，没有错的登记在 data/acknowledged.yml"
CHECKED_DRAFTS: Final = "还有 {drafts} 条草稿；发布以前，请用 review 逐条核对"
UNKNOWN_REVISION: Final = (
    "没有版本“{revision}”；用 git log 查提交号，用 git tag 查标签，浅克隆先运行 git fetch --unshallow"
)
NO_DIFF: Final = "不能比较：{reason}。请在台账所在的完整的 git 仓库里运行"
UNREADABLE_REVISION: Final = "有 {count} 处无法读取，没有比较"
SIZE_RANGE: Final = "{option} 应当在 {low} 到 {high} 之间"
NOT_EMPTY: Final = "目录 {folder} 里已有内容，没有写；换一个空目录"
NO_FOLDER: Final = "没有目录 {folder}"
NO_TEXTS: Final = "目录 {folder} 里没有任何文件的文本；文件名应当是 <文件标识>.txt"
NO_TEXT: Final = "没有文件 {document} 的文本；用 --sources 或环境变量 SOURCES 指定官方文本所在目录"
TEXT_NOT_SHOWN: Final = (
    "{document}：给出的文本与台账登记的校验值、原文指纹对不上，或者台账里一样都没有登记；为免登错，网页上不显示它的原文。"
    "用 verify 命令可以看到逐处的差别"
)
TEXTS_MISSING: Final = (
    "目录 {folder} 里没有 {count} 份文件的文本（{documents}），台账却登记了它们的校验值或者原文区间；"
    "网页上不显示它们的原文。要显示，补上 <文件标识>.txt"
)
WITHOUT_TEXT: Final = "{document}：没有给出文本，未核对"
VERIFIED: Final = "核对完毕，没有要改的地方"
FINGERPRINTS: Final = "原文指纹 {count} 个，不符 {bad} 个"
PARENTHESES: Final = "责任括注 {count} 个，与任务一一对应 {matched} 个"
PART: Final = "{document} {part}：数字 {numbers} 个，收录 {used}，不计入 {excluded}，覆盖 {share}"
PLACE: Final = "passage: {passage}, fingerprint: {fingerprint}    {around}"
PHRASE: Final = "“{words}”：{count} 处"
LOCATE_WHAT: Final = "没有说要查什么；写上文件标识和要查的文字，或者用 --quotes 给出写着引文的文件"
QUOTES_LOCATED: Final = "引文 {count} 处，写好区间和指纹 {done} 处"
QUOTE_NO_DOCUMENT: Final = "{mark}: 不知道这段文字出自哪份文件；请在 source 里写上 document，或者在命令里写上文件标识"
QUOTE_NO_TEXT: Final = "{mark}: 没有文件 {document} 的文本；请用 --sources 或环境变量 SOURCES 指定官方文本所在目录"
QUOTE_NOT_FOUND: Final = "{mark}: 文本里没有“{quote}”；请核对用字和标点，中间省去的字用 … 代替"
QUOTE_UNCLEAR: Final = (
    "{mark}: “{quote}”在文本里有 {count} 处（{places}），没有写；请前后多抄几个字，把要的那一段用【】括起来"
)
PASSAGE_GONE: Final = (
    "{mark}: 原文区间 {passage} 的文字在新文本里找不到，没有改；请看新文本怎么写，用 locate 命令重新取得"
)
RELOCATED: Final = "{document}：原文区间 {count} 个，挪了位置、已写回的 {moved} 个，找不到的 {gone} 个"
DIGEST_RENEWED: Final = "text_sha256 已改为 {digest}"
DIGEST_FOUND: Final = "这份文本的 text_sha256 是 {digest}"
EDIT_FAILED: Final = "没有写，文件都没有动：{file} {reason}"
NOT_LOCATED: Final = "文本里没有这段文字；核对用字和标点（空白和全角半角不影响）"
WRITTEN: Final = "写出 {count} 个文件到 {folder}"
BUILT: Final = "网站建成：{pages} 个页面，其中改动的文件 {written} 个，共 {seconds:.1f} 秒，在 {site}"
OFFLINE: Final = "离线版在 {file}（{size:.1f} MB）：解开后打开 index.html"
NO_SITE: Final = "目录 {folder} 里没有建成的网站；先用 build 建站"
NO_CONFIG: Final = "没有建站程序的设置 {file}；请核对 --config 后面的文件名，不写 --config 就用程序自带的设置"
FOREIGN_CODE: Final = (
    "建站程序的设置 {file} 里有会运行别的程序的内容（括号里是行号）：{keys}。"
    "不知道是谁写的，请删去；信得过的，加上 --trust 再运行一次"
)
BAD_CONTRACT: Final = (
    "数据契约 {file} 读不出来；请核对 --contract 写的文件，或者不写；"
    "目录里自己的 datapackage.json 多半用不着，移走它，就用程序自带的"
)
CONFIG_NO_SETTINGS: Final = "里面不是“键: 值”，请照程序目录里的那一份写，或者删去这个文件"
CONFIG_REFUSED: Final = "有的设置不能用，是哪一项，见上面“MkDocs：”开头的几行"
NO_INHERITED: Final = "INHERIT 所指的 {name} 不是一个文件；请核对文件名，不用它就删去这一行"
NO_NAME: Final = "（没有写成一个文件名）"
INHERITS_ITSELF: Final = "INHERIT 绕成了一圈，MkDocs 读不懂：又回到了 {name}；请删去其中一行"
OWN_CODE_FAILED: Final = (
    "{file}:{line}: 您自己加的程序或模板在这里出了错（原话：{error}）。请改好这一处；用不着它，就从 mkdocs.yml 里删去"
)
FOREIGN_CODE_FAILED: Final = (
    "建站时出了错（原话：{error}）。mkdocs.yml 里写了别的程序：{keys}（括号里是行号），多半是它们的错。"
    "请先从 mkdocs.yml 里删去再试；删去以后还是这样，就是这个程序的错"
)
PAGE_SETTINGS_FAILED: Final = (
    "{docs}/{page}:1: 这一页开头两行 --- 之间写的设置不能用（原话：{error}）。请改好，或者删去用不着的"
)
BAD_TEMPLATE: Final = "主题的模板 {file}:{line} 写错了，没有建站。Jinja 的原话：{message}"
CONFIG_NO_PLUGIN: Final = "plugins 里没有 ledger，请照程序目录里的那一份补上"
NO_LEDGER: Final = (
    "这里没有台账（data 目录）：请到台账所在的目录里运行，或者先建一个新的：{program} init 目录名 --name 某某区"
)
BAD_CONFIG: Final = "建站程序的设置 {file} 有误：{message}"
SITE_IN_SOURCES: Final = (
    "不能写到 {site}：它在 {folder} 里面，网站是照那里的文件做的，下一次会把网站当成原稿；请换一个目录"
)
LEDGER_IS_THERE: Final = "不能写到 {folder}：台账在那里，写进去的文件会和台账混在一起；请换一个目录"
ENGINE_WARNED: Final = "建站程序 MkDocs 有提示（见上），请先处理"
ENGINE_SAYS: Final = "MkDocs：{message}"
LIST_SEPARATOR: Final = "、"
MANIFEST: Final = "本网站的全部文件，由建站程序写；下次建站凭它识别哪些文件可以换掉，请勿改动"
WORK_MARK: Final = "本目录由建站程序在建站时使用；没有在建站的时候可以整个删去"
WORK_NOT_OURS: Final = "建站要用目录 {folder}，但里面已有别的内容，没有动它；请把它移走"
SITE_IS_LINK: Final = "{site} 是一个链接，建站要换掉整个目录；请用 --site 直接写它指向的目录 {target}，或者删去这个链接"
SITE_IS_PUBLIC: Final = "{site} 是用 publish 发布的网站，请还用 publish；只想建一个看看，用 --site 换一个目录"
SITE_IS_MOUNT: Final = "{site} 是挂载点，不能整个换掉；请改用它里面的一个目录，例如 {site}/site"
SITE_IS_FILE: Final = "{site} 不是目录；请换一个名字"
BUILD_WAITS: Final = "另一次建站正在用目录 {folder}，等它做完再开始"
SITE_IS_NOT_OURS: Final = (
    "目录 {site} 里有内容，却没有建站程序的清单 {manifest}，不像是它建成的网站，没有动它；请换一个空目录，"
    "如果确实是早先版本建成的网站，请先把它删去"
)
SITE_HAS_OTHERS: Final = (
    "目录 {site} 里有 {count} 个文件不是建站程序写的，换上新网站会丢掉它们：{names}；"
    "请移走，或者在 mkdocs.yml 的 keep 里写明要保留"
)
EDIT_CHANGED: Final = "文件 {file} 在读过之后又改过，没有写；请重新运行这条命令"
EDIT_READ_ONLY: Final = "文件 {file} 是只读的，什么都没有写；请先改它的权限，再运行这条命令"
EDIT_ITEM_LINE: Final = "{mark}: 这条记录和别的写在同一行，没有改；请改写成“- ”开头、自成几行"
EDIT_LINES: Final = "{mark}: 这个值写了不止一行，没有改；请改写成一行，再运行这条命令"
UPGRADE_NO_LEDGER: Final = "目录 {folder} 里没有写好的 site.yml，不是台账；请写台账所在的目录，多半是 data"
UPGRADE_VERSION: Final = (
    "{mark}: 不认识 contract 的这个值，什么都没有改；这一版程序用第 {version} 版契约，更新的台账要用更新的程序"
)
UPGRADE_FAULTY: Final = "有 {count} 处读不了，什么都没有改；改好再运行这条命令"
UPGRADE_FAILED: Final = "不能写 {file}：{reason}；没有升级"
UPGRADE_SET: Final = "{mark}: 写上 contract: {version}"
UPGRADE_RENAMED: Final = "{mark}: {old} → {new}"
UPGRADE_COUNT: Final = "{old} → {new}：{count} 处"
UPGRADE_DONE: Final = "已升级到第 {version} 版契约，改了 {files} 个文件。请再运行 check"
UPGRADE_ALREADY: Final = "台账已经是第 {version} 版契约的写法，没有要改的"
UPGRADE_LOOK: Final = "还有 {count} 处程序定不了，请看一看："
UPGRADE_QUESTIONS: Final = {
    "part-of-year": "{text} 只是一年的一部分，却写着“当年”；请照文件改为年内累计、年内平均或当期",
    "about": "目标“{text}”是个约数；请把 comparator 改为 ≈",
    "range": "目标“{text}”像是一个范围；请把小的一头写在 value，大的一头写在 value_max",
}
"""What the program cannot decide when it upgrades a ledger."""
OUTPUT: Final = "要写的文件"
CANNOT_USE: Final = "不能读写 {file}：{reason}"
NOT_DONE: Final = "没有做完：{reason}"
CANNOT_WRITE: Final = "不能写 {file}：{reason}"
OPEN_ELSEWHERE: Final = "别的程序正开着它，或者里面的文件；请关掉编辑器、Excel、资源管理器和浏览器里开着的，再试一次"
PATH_TOO_LONG: Final = "路径太长，Windows 最多 259 个字；请把整个目录挪到短一些的位置，例如 C:/ledger"
PATH_NOT_FOUND = (3, 206)
"""Numbers with which Windows says that there is no such path, or that it is too long."""


def why_not_written(error: OSError) -> str | None:
    """The reason for which something could not be written; None where there are no words for it."""
    if isinstance(error, UnfitFile):
        return why_unfit(error)
    if is_open_elsewhere(error):
        return OPEN_ELSEWHERE
    if getattr(error, "winerror", None) in PATH_NOT_FOUND and too_long(str(error.filename)):
        return PATH_TOO_LONG
    return CANNOT_WRITE_BECAUSE.get(error.errno or 0)


def unwritable_file(error: OSError) -> str:
    """The file that could not be written: of a copy it is the second one."""
    return shown(str(error.filename2 or error.filename or OUTPUT))


CRASHED: Final = (
    "程序自己出了错，不是您的做法不对；没有做完的，请不要当作做完了。"
    "详细的记录在 {file}（英文），请把它交给维护程序的人；里面可能有台账的内容"
)
CRASHED_UNTOLD: Final = (
    "程序自己出了错，不是您的做法不对；没有做完的，请不要当作做完了。请把这一句交给维护程序的人：{error}"
)
CHILD_DIED: Final = "生成页面的进程被系统结束了，常见的原因是内存不够；可以用 --jobs 1 再试"
STOPPED: Final = "已中断"
PREVIEW_AT: Final = "预览在 {address}，改动保存后页面自己更新；按 Ctrl+C 结束"
PREVIEW_ENDED: Final = "预览结束"
PREVIEW_READING: Final = "正在读取台账"
PREVIEW_CHECKING: Final = "检查中"
PREVIEW_DOUBTS: Final = "有 {doubts} 处疑点，核对以后才能发布；运行 check 逐条列出。第一处：{first}"
PREVIEW_DRAFTS: Final = "有 {drafts} 条草稿，核对以后才能发布；还没有写的地方用括号标出"
SENTENCES: Final = "。"
PREVIEW_FAILED: Final = "程序出错，这一页没有做成；请把下面的内容告诉维护程序的人"
PREVIEW_DIED: Final = "预览的进程被系统结束了，常见的原因是内存不够；改动任何一个文件，就会重新读取"
PREVIEW_REFUSED: Final = {
    400: "网址写得不对，看不出要哪一页；请从首页点过去",
    414: "网址太长；请从首页点过去",
    431: "浏览器送来的请求太长；请清除这个网址的 Cookie 再试",
    501: "预览只给看，不收别的请求；请从首页点过去",
    421: "预览只给本机看；请打开命令窗口里印出的网址",
}
"""Status → what is said to whoever asks for what is no address of a preview."""
PREVIEW_NO_SEARCH: Final = "预览里没有搜索，建站以后才有；请从目录查找"
PORT_TAKEN: Final = "端口 {port} 已被占用；请换一个，例如 --port {other}"
NOT_BUILT: Final = "没有建站，原来的网站未动"
SEARCH_FAILED: Final = "搜索索引没有编成，没有建站，原来的网站未动。Pagefind 的说明：{message}"
SEARCH_NOT_WHOLE: Final = "索引的文件不全，常见的原因是磁盘已满；腾出空间再试"
BAD_LINKS: Final = "有 {count} 处坏链接，没有建站，原来的网站未动"
LINK_OTHER_HOST: Final = "页面向别的主机取内容"
LINK_NO_FILE: Final = "没有这个文件"
LINK_NO_ANCHOR: Final = "没有这个锚点"
BAD_RELEASE: Final = {
    "no-digest": "标签的说明里没有 rows-sha256 一行，或者它不是附注标签；用 python -m generator release 做标签",
    "other-rows": "行的校验值和标签里写的不同：标签被移动过，或者程序读出的行不同了；请恢复原标签，或者删去它重新发布",
    "no-contract": "这个标签的提交里没有数据契约 datapackage.json",
    "unreadable": "这个标签的提交里的台账或契约读不出来",
}
RELEASE_REFUSED: Final = "数据发布 {tag} 有问题：{why}"
RELEASE_FIRST: Final = "还没有发布过；data/site.yml 的 version 是 {version}，就用它"
RELEASE_SAME: Final = "数据和 v{last} 相同，不必发布"
RELEASE_DUE: Final = "上一次发布是 v{last}；{why}（{what}），应当是 v{due}"
RELEASE_AND_MORE: Final = "{first} 等 {count} 处"
RELEASE_AGREES: Final = "data/site.yml 的 version 正是 {version}"
RELEASE_DISAGREES: Final = "data/site.yml 的 version 是 {version}：请改为 {due}"
RELEASE_UNCOMMITTED: Final = "台账里有没有提交的改动：请先提交，再发布"
RELEASE_TAGGED: Final = "已做标签 {tag}；推送它（git push origin {tag}），下一次建站就会发布这一版"
RELEASE_UNTOLD: Final = (
    "看不到以前的发布，算不出版本号，不能发布：{reason}。"
    "请在完整的仓库里做；副本用 git fetch --tags 补全，浅克隆再加上 --unshallow"
)
RELEASE_GIT: Final = "git 没有做成标签 {tag}：{message}"
