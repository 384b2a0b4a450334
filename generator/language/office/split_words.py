"""Words of the command ``split`` and of the readers of documents."""

from __future__ import annotations

from typing import Final

FINDING: Final = "{mark}: {problem}。请{remedy}。"
READ_AS_GB18030: Final = "文件不是 UTF-8，按 GB 18030 读取；请看一看预览里有没有乱码"

TEN_THOUSAND: Final = 10_000

FINDINGS: Final[dict[str, tuple[str, str]]] = {
    "document-missing": ("没有这个文件", "核对文件名和所在的目录"),
    "document-folder": ("这是文件夹，不是文件", "写上文件夹里那份通知的文件名"),
    "document-special": ("这不是普通的文件（管道、设备一类），没有打开", "换成文件"),
    "document-unreadable": ("文件打不开", "检查是否有读取权限、是否正被别的程序占用"),
    "document-suffix": ("只读 .txt、.docx、.html，这个文件的后缀是“{suffix}”", "另存为这三种之一"),
    "document-doc": ("这是旧式的 Word 文件（.doc）", "用 Word 或 WPS 打开，另存为 .docx"),
    "document-wps": ("这是 WPS 自己的格式（.wps）", "用 WPS 打开，另存为 .docx"),
    "document-pdf": ("这是 PDF，里面的文字读不准", "找到 Word 版或网页版；没有的，把文字复制出来存成 .txt"),
    "document-ofd": ("这是 OFD 版式文件，里面的文字读不准", "找到 Word 版或网页版；没有的，把文字复制出来存成 .txt"),
    "document-rtf": ("这是 RTF 文件", "用 Word 或 WPS 打开，另存为 .docx"),
    "document-xlsx": ("这是 Excel 表格", "用 import 命令录入表格，或者把通知的正文另存为 .docx"),
    "document-xls": ("这是旧式的 Excel 表格（.xls）", "另存为 .xlsx，再用 import 命令录入"),
    "document-picture": ("这是图片，没有文字", "找到 Word 版或网页版，或者先做文字识别、核对以后存成 .txt"),
    "document-other-form": ("内容不是 {suffix} 文件，多半是改过后缀", "用原来的程序打开，另存为真正的 {suffix}"),
    "document-no-word": ("压缩包里没有 Word 文档的正文", "确认它是 .docx；是压缩包的，先解开"),
    "document-encrypted": ("文件加了密码，读不了", "打开以后去掉密码，另存一份"),
    "document-broken": ("文件是坏的，读不全", "用 Word 或 WPS 打开并修复，另存一份；打不开的，请对方重发"),
    "document-entity": (
        "文件里有外部实体的声明，正常的 Word 文件不会有，为安全没有读",
        "用 Word 或 WPS 打开，另存一份",
    ),
    "document-deep": ("文件里的表格或格式一层套一层，太深了", "把正文复制到新的文件里，只留文字，再试"),
    "document-unpacked": ("文件解开以后超过 {limit} MB", "去掉图片和附件，只留通知的正文"),
    "document-size": ("文件超过 {limit} MB", "去掉图片和附件，只留通知的正文"),
    "document-long": ("正文超过 {limit} 万字", "只留与任务有关的部分"),
    "document-empty": ("文件里没有文字", "确认选对了文件；扫描成图片的，先做文字识别"),
    "document-binary": ("文件里有不是文字的内容", "用原来的程序打开，另存为 .txt（编码选 UTF-8）"),
    "document-encoding": ("从这一行起，UTF-8 和 GB 18030 都读不通", "用记事本打开，另存为 UTF-8 编码的 .txt"),
    "no-clauses": (
        "没有读到任何任务：找不到责任单位、牵头、负责一类的说法，也没有编号的条目",
        "确认是写明分工的那一份；责任单位在附件里的，用附件",
    ),
    "notice-twice": ("这份通知已经在台账里，标识是 {id}", "直接改那里的记录；要重新录入，先删去它的各个文件"),
    "into-file": ("要写入的地方是一个文件", "换一个目录"),
    "into-other": ("目录里已有别的内容，却没有台账（data/site.yml）", "换一个空目录，或者先用 init 建好台账"),
    "text-in-the-way": ("原文要存成这个文件，它已经在了", "把它移走或改名，或者给通知的文件换一个名字"),
    "json-in-the-way": ("JSON 要写到这里，这里却是目录或通知本身", "换一个文件名"),
}
"""What can be wrong with a notice, or with where it is to be written: the fault and what to do."""
WHERE: Final = "没有说写到哪里；用 --into 写台账的目录，或者用 --json 写文件名"
NOTE: Final = "{file}：{note}"
DONE: Final = "草稿：任务 {tasks} 项，单位 {organizations} 个，指标 {indicators} 个，疑点 {doubts} 处"
NEXT: Final = "下一步逐条核对，补上每项任务的摘要：{program} review {folder} --open"
PLACE: Final = "某地"

# -- doubts, which stand as comments beside the records

DOUBT: Final = "疑点：{doubt}（来处：原文第 {line} 行）"
KIND_OPEN: Final = "从名称看不准类别，暂记“{kind}”"
ONE_UNIT: Final = "“{others}”与“{name}”看作同一个单位"
OTHER_PLACE: Final = "这份通知像是“{other}”的，台账写的是“{own}”；请看看是不是放错了地方"
COLLECTIVE: Final = "统称没有写明包括哪些单位；文件写明的，核对时填在“成员”里，没有写就空着"
TITLE_CUT: Final = "首句太长，标题只取了开头"
NO_DAY: Final = "完成时限看不出日期，请看原文"
NO_LEAD: Final = "没有读到牵头单位"
LIST_LEADS: Final = "文件没有说明几个责任单位谁牵头，暂都记作牵头"
UNIT_TWICE: Final = "“{name}”在这一项里出现不止一次，只收录第一处"
STEP_LATE: Final = "“{step}”晚于完成时限，没有收录为节点"
STEP: Final = "完成"
MEASURE_OPEN: Final = "看不出是期末的数还是期间的合计，度量方式暂记“{measure}”"
DIRECTION_OPEN: Final = "看不出越高越好还是越低越好，暂记“{direction}”"
SAME_NAME: Final = "原文几个数共用一个说法，指标名称请分清"
FIGURES_CUT: Final = "这一项的数太多，只读了前 {most} 个"
NO_NAME: Final = "从原文看不出这个数是什么指标，名称暂用任务的标题"
BASE_YEAR: Final = "起点值没有写明年份，暂记为 {year} 年"
BASE_SKIPPED: Final = "原文的起点“{base}”与目标单位不同，没有收录"
TITLE_UNREADABLE: Final = "标题里有读不出来的字，已经略去，请照原件补上"
NO_TITLE: Final = "没有读到标题，暂用文件名"
NO_ISSUER: Final = "没有读到发文机关，请照原件补"
ISSUER_UNKNOWN: Final = "未写明"
NO_SIGNED: Final = "没有读到成文日期"
PLAN_GUESSED: Final = "规划的名称、种类和起止年是从文件标题推断的"
YEARS_GUESSED: Final = "标题里没有年份，起止年暂按正文或成文日期"
EXCLUDED: Final = "这个数没有读成指标，暂不计入"
