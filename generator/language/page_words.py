"""Chinese words of pages and views, and what numbers, units and times are called.

Sentences of pages are in the templates, titles of columns in datapackage.json, values of enums in ``enums``; the words
of findings, of the command line and of the files to download stand in ``finding_terms``, ``cli_terms``, ``file_terms``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.ledger.enums import Edit, EvaluationKind, State

EMPTY: Final = "空"

SITE_TITLES: Final = {
    "name": "站点名称",
    "place": "地区名称",
    "description": "站点说明",
    "demonstration": "是否示例站",
    "licence": "数据许可",
    "version": "数据版本号",
    "package": "数据包名",
    "notice": "示例站提示语",
    "url": "站点网址",
    "edit_url": "台账文件的编辑网址",
    "publisher": "主办单位",
    "undertaker": "承办单位",
    "contact": "联系方式",
    "feedback": "反映错误的渠道",
    "site_code": "网站标识码",
    "badge_url": "党政机关网站标识的网址",
    "icp": "ICP 备案号",
    "icp_url": "ICP 备案号的网址",
    "police": "公安备案号",
    "police_url": "公安备案号的网址",
    "column_type": "栏目类型",
    "keywords": "关键词",
    "synonyms": "近义词",
}
LICENCE_TITLES: Final = {"name": "许可简称", "title": "许可名称", "path": "许可文本网址", "attribution": "署名方式"}


PERCENT: Final = "%"
PERCENT_IN_WORDS: Final = "百分之"
PERCENT_UNITS: Final = ("%", "‰", "个百分点", "倍")
"""Units that a growth rate or a change may have."""

COMPARATOR_WORDS: Final = (
    ("不(?:得|能|应)?(?:低于|少于)", "≥"),
    ("至少", "≥"),
    ("不(?:得|能|应)?(?:超|高于|多于|突破)", "≤"),
    ("以内", "≤"),
    ("以下", "≤"),
    ("控制在", "≤"),
    ("超(?!额|前|市)", ">"),
    ("突破", ">"),
    ("高于", ">"),
    ("低于", "<"),
    ("少于", "<"),
    ("(?<!规模)(?<!限额)以上", "≥"),
    ("(?<!发)达(?!标)", "≥"),
    ("发展到", "≥"),
)
"""Printed words of comparison (regular expressions) → comparator; the first that stands in the text decides."""


_COMPARATORS: Final = [(re.compile(words), comparator) for words, comparator in COMPARATOR_WORDS]


def comparators(text: str) -> Iterator[str]:
    """Comparators whose words stand in a text, in the order of :data:`COMPARATOR_WORDS`; 不超过 is not also 超过."""
    for words, comparator in _COMPARATORS:
        text, count = words.subn(" ", text)
        if count:
            yield comparator


BY_DUTY: Final = "职责分工"
"""Words of a parenthesis that assigns by duties instead of by name."""

PLAN_TARGET: Final = "规划目标"
ANNUAL_TARGET: Final = "年度目标"
RESULT: Final = "完成值"
TARGET: Final = "目标值"
PART_OF: Final = "是其中一部分"
"""How an indicator stands to the whole that it is a subset of."""
CONTAINS: Final = "包含"
"""How an indicator stands to its subset."""
NATURE_SUFFIX: Final = "指标"
BEFORE_FIRST_PART: Final = "文首"

QUARTERS: Final = {
    "Q1": "第一季度",
    "Q2": "第二季度",
    "Q3": "第三季度",
    "Q4": "第四季度",
    "H1": "上半年",
    "H2": "下半年",
}


HOME: Final = "首页"
INDEX: Final = "目录"
INDICATOR: Final = "指标"
TASK: Final = "任务"
UNIT: Final = "单位"
TERRITORY: Final = "街镇"
SECTION: Final = "领域"
DOCUMENT: Final = "文件"
PLAN: Final = "规划计划"
EVALUATION: Final = "评估"
EXPLANATION: Final = "说明"
"""Kinds of pages and records."""


INDEXES: Final = {
    "indicators": ("指标", "规划和计划提出的全部指标、目标值和已披露的完成值"),
    "tasks": ("任务", "规划和计划的全部任务，以及牵头、配合单位"),
    "departments": ("单位", "部门、功能区、驻区单位和企业各自牵头、配合的任务"),
    "towns": ("街镇", "各镇、街道牵头、配合和经统称涉及的任务"),
    "sections": ("领域", "规划和计划的各级标题，以及其下的任务和指标"),
    "documents": ("文件", "本站依据的官方文件及其公开信息"),
    "data": ("数据", "全部数据表的说明和下载"),
    "api": ("数据地址和例子", "每个数据文件的地址，和用 curl、Python、R、Excel 取用的例子"),
    "years": ("年度", "各年度的目标、完成值、进展和任务"),
    "binding": ("约束性指标", "政府必须完成的指标：目标、完成值、状态和责任单位"),
    "expected": ("预期性指标", "主要靠市场主体实现的指标：目标、完成值、状态和责任单位"),
    "plans": ("规划计划", "收录的规划和计划，各自的文件、状态汇总和评估"),
    "matrix": ("责任矩阵", "每个单位在每个领域牵头、配合多少项任务"),
    "undisclosed": ("未披露完成值的指标", "有目标值而文件没有披露同期完成值的指标"),
    "supervision": ("督查清单", "当年没有公开进展的任务、没有公开完成值的指标，按牵头单位，附公开率和到期日历"),
    "quality": ("数据质量", "披露了多少、缺什么、有哪些存疑，以及各牵头单位没有披露的数"),
    "evaluations": ("评估", "对五年规划的年度监测、中期评估和终期评估：做了的和规定要做的"),
    "search": ("搜索", "按名称、别称、词语或数字查找指标、任务、单位、街镇和文件"),
    "releases": ("数据发布", "固定不变的各个数据版本，和版本之间改了什么"),
    "changes": ("更新记录", "台账每次提交改了哪条记录的哪个值、从什么改成什么"),
    "feedback": ("意见反馈", "发现错误怎样告诉我们，要写明什么"),
    "sitemap": ("网站地图", "本站的全部目录页，各说明一句"),
}
"""Index pages: title and description."""

EXPLANATIONS: Final = {"about": "说明", "methods": "方法", "glossary": "名词解释"}
"""Hand-written pages and what the map of the site calls them."""

DATASET: Final = (
    "{description}。共 {tables} 张数据表：规划和计划的任务、牵头和配合单位、指标、目标值、已披露的完成值、"
    "文字进展和所依据的文件；每条记录注明来源文件和条款位置，文件没有给出的值留空。"
)
"""What a catalogue of data sets says of the tables."""

ABOUT: Final = "说明"
"""The hand-written pages in the navigation."""

DESCRIPTIONS: Final = {
    "indicator": "{name}：目标值、责任单位、已披露的完成值和来源，见{plan}",
    "unit": "{name}牵头 {leads} 项任务、配合 {supports} 项任务",
    "plan": "{name}：文件、目标的状态、各级标题和评估",
    "section": "{name}：{plan}之下的任务、指标和进展",
    "year": "{year}：年度目标 {targets} 个，完成值 {results} 个，文字进展 {reports} 条，年度任务 {tasks} 项",
    "evaluation": "{name}：{plan}，{evaluator}评估",
}

NOTES: Final = {
    "note": "指标的存疑",
    "definition": "指标的口径",
    "targets": "目标值的说明",
    "results": "完成值的说明",
    "units": "单位的说明",
}
"""Kinds of notes on the page of data quality."""

CUSTOMS: Final = {
    EvaluationKind.MIDTERM: "规划期的第三年，即 {year}",
    EvaluationKind.FINAL: "规划期的最后一年，即 {year}，或者期满以后",
}
"""When an evaluation is made by custom."""


def day(value: date) -> str:
    """2018 年 1 月 18 日."""
    return f"{value.year} 年 {value.month} 月 {value.day} 日"


def printed_days(iso: str) -> tuple[str, ...]:
    """How a document may print a day that is written 2018-01-18; none for what is no day."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(p.isascii() and p.isdigit() for p in parts):
        return ()
    y, m, d = (str(int(p)) for p in parts)
    return f"{y}年{m}月{d}日", iso, f"{y}/{m}/{d}", f"{y}.{m}.{d}"


def year(number: int) -> str:
    return f"{number} 年"


def years(start: int, end: int) -> str:
    """2018 年, 2016—2020 年."""
    return year(start) if start == end else f"{start}—{end} 年"


def period(text: str) -> str:
    """2017 年, 2017 年第三季度, 2017 年上半年, 2017 年 6 月."""
    number, _, part = text.partition("-")
    if not part:
        return f"{number} 年"
    return f"{number} 年{QUARTERS[part]}" if part in QUARTERS else f"{number} 年 {int(part)} 月"


def month_end(year: int, month: int) -> str:
    return f"{year} 年 {month} 月底"


def since(number: int) -> str:
    return f"自 {number} 年"


TIGHT_UNITS: Final = ("%", "‰", "/", "—")
"""Units that stand right behind their number."""


def amount(number: str, unit: str | None) -> str:
    """14.6 万人, 38%, 7."""
    if not unit:
        return number
    return f"{number}{unit}" if unit.startswith(TIGHT_UNITS) else f"{number} {unit}"


def unbroken(text: str) -> str:
    """A figure of which no line ends before the unit."""
    return text.replace(" ", "\u00a0")


def count(number: int) -> str:
    """How many of something this site counts: in groups of three from ten thousand on; figures of documents are not."""
    return f"{number:,}" if number >= GROUPED else str(number)


GROUPED: Final = 10_000


# -- where a target stands

AT_LEAST: Final = "至少 {share}"
AND: Final = "、"
PLUS: Final = " ＋ "
EQUALS: Final = " ＝ "
FIGURE_OF: Final = "{time} {amount}"
PROVISIONAL: Final = "{figure}（{status}）"
SINCE_UNTIL: Final = "{start}—{time}"

SIGNS: Final = {
    State.REACHED: "●",
    State.ON_TRACK: "◐",
    State.BEHIND: "▼",
    State.INCOMPLETE: "◔",
    State.OVERDUE: "△",
    State.NO_DATA: "○",
    State.QUALITATIVE: "◇",
}
"""A shape for each state: none is told by its colour alone."""

MEANINGS: Final = {
    State.REACHED: "文件给出的数已经达到目标",
    State.ON_TRACK: "还没到期，文件给出的数不落后于按年均摊或直线推算的进度",
    State.BEHIND: "文件给出的数落后于进度，或到期没有达到",
    State.INCOMPLETE: "文件给出了一部分数，不足以下结论",
    State.OVERDUE: "目标期已满，文件没有给出期末的数",
    State.NO_DATA: "还没到期，文件没有给出目标期内的数",
    State.QUALITATIVE: "目标是文字要求，没有可以计算的数",
}

WHY: Final = {
    "silent": "文件没有给出目标期内的数，目标期到 {end} 年底，还没有届满。",
    "overdue": "目标期到 {end} 年底，已经届满，文件没有说是否达到。",
    "no-number": "目标没有确数，不能用数值判断。",
    "unusable": "文件只有文字，或没有写明从哪一年算起，不能计入。",
    "sum": "{sum}；{total} ÷ {value} ＝ {share}；各年齐全，达到目标 {goal}。",
    "sum-missed": "{sum}；{total} ÷ {value} ＝ {share}；各年齐全，没有达到目标 {goal}。",
    "sum-early": "{sum}；{total} ÷ {value} ＝ {share}；其余年份不论多少，都已达到目标 {goal}。",
    "sum-exceeded": "{sum}；已经超出目标 {goal}。",
    "sum-gaps": "{sum}；{total} ÷ {value} ＝ {share}；缺 {missing}的数，所以至少完成 {share}。",
    "sum-unknown": "{sum}；缺 {missing}的数，不能判断。",
    "sum-open": "{sum}；还没有满一年的数可以比较。",
    "sum-path": "{sum}；{total} ÷ {value} ＝ {share}；按年均摊，到 {time}应为 {expected}。",
    "level": "{time}为 {amount}，达到目标 {goal}。",
    "level-missed": "{time}为 {amount}，没有达到目标 {goal}。",
    "level-early": "{time}为 {amount}，已经合乎目标 {goal}；目标期到 {end} 年底。",
    "level-overdue": "{time}为 {amount}；目标期到 {end} 年底，已经届满，期末的数没有披露。",
    "level-no-base": "{time}为 {amount}，目标 {goal}；文件没有给出起点，不能判断快慢。",
    "level-path": "起点 {base}，目标 {goal}；按直线推算，到 {time}应为 {expected}，实际 {amount}，走完 {share}。",
    "no-base": "文件给出的不是与基期相比的增减，不能判断。",
    "no-rate": "单位不是百分比，不能计算年均增速。",
    "growth": "{source}；年均 {mean}，达到目标 {goal}。",
    "growth-missed": "{source}；年均 {mean}，没有达到目标 {goal}。",
    "growth-overdue": "{source}；到 {time}年均 {mean}；目标期已经届满，以后的数没有披露。",
    "growth-open": "{source}；到 {time}年均 {mean}；缺 {missing}的数，不能判断。",
    "growth-path": "{source}；到 {time}年均 {mean}，目标 {goal}。",
    "growth-gaps": "文件给出的数不能从 {start} 年起逐年相连，不能计算年均增速。",
    "years": "{years}；目标是每年 {goal}，各年都达到。",
    "years-missed": "{years}；目标是每年 {goal}。",
    "years-gaps": "{years}；目标是每年 {goal}，缺 {missing}的数。",
    "years-so-far": "{years}；目标是每年 {goal}。",
    "built": "文件给出了完成的数或说明。",
    "reported": "文件在进展里说明：{report}。",
    "under-way": "文件有进展，没有说达到。",
    "qualitative": "目标是文字要求，没有可以计算的数，由读者对照进展判断。",
}
"""How a state was found, by the case of the rule."""

YEAR_STATE: Final = "{figure}（{state}）"
YEAR_SILENT: Final = "{time}未披露"


# -- break-down: parts and the whole

UNITS_NOT_ADDED: Final = (*PERCENT_UNITS, "百分点", "岁", "天", "级", "分", "分钟", "分贝", "位", "名次", "℃")
"""Units of shares, means, places and times, which say nothing when they are added up over organisations."""
PER_UNIT: Final = ("/", "每", "人均", "户均", "万分之")
"""Signs that a unit is one thing for each of another."""

NOT_ADDED: Final = {
    "measure": "“{measure}”一类的数不能相加，只列出各单位的数。",
    "unit": "以“{unit}”计的数不能相加，只列出各单位的数。",
    "no-unit": "指标没有计量单位，不知道能不能相加，只列出各单位的数。",
    "collective": "有的数分解到统称，文件没有写明是各自的数还是合计，所以不相加，只列出。",
    "overlap": "既分解到区域，又分解到部门或企业，两者可能重叠，所以不相加，只列出。",
}
"""Why parts are not added up."""

SUM_OF_PARTS: Final = "各单位合计 {total}"
PARTS_MISSING: Final = "；缺{names}的数"
WHOLE_TARGET: Final = "全区目标"
WHOLE_RESULT: Final = "全区"
WHOLE_AND_GAP: Final = {
    "equal": "；{whole} {amount}，相等。",
    "less": "；{whole} {amount}，差 {gap}。",
    "fewer": "；{whole} {amount}，少 {gap}。",
    "more": "；{whole} {amount}，多 {gap}。",
}
WHOLE_MISSING: Final = "；文件没有给出{whole}的数。"
NOT_FINAL: Final = "其中有预计数或快报数。"


# -- what changed

NO_HISTORY: Final = {
    "not-asked": "这次生成没有读取提交历史",
    "no-git": "生成网站的机器上没有装 git",
    "no-repository": "台账不在 git 仓库里（例如由源码压缩包生成）",
    "untracked": "台账还没有提交到 git 仓库",
    "refused": "git 拒绝读取这个仓库，因为仓库属于另一个用户（safe.directory）",
}
"""Why there is no history."""
BEGUN: Final = "建立"
UNREADABLE: Final = "无法读取"
COUNTED: Final = {
    Edit.CHANGED: "改动 {count} 个值",
    Edit.ADDED: "新增 {count} 条记录",
    Edit.REMOVED: "删去 {count} 条记录",
}
NO_CHANGES: Final = "没有值的改动"
RECORD: Final = "{table}“{title}” {part}"
DIFF_HEADS: Final = ("记录", "字段", "原来", "现在")
FEED_OF_ALL: Final = "{site}：更新记录"
FEED_OF_UNIT: Final = "{site}：{unit}的更新"
FEED_ENTRY: Final = "{record}：{counted}"
FIELD_CHANGED: Final = "{title}：{old} → {new}"
UNREADABLE_COMMIT: Final = "该提交的台账无法读取：{files}"
BEGUN_COMMIT: Final = "台账建立：{counts}"
TABLE_COUNT: Final = "{table} {count} 条"
FEED_SUMMARY: Final = "{edit}{record}"

AS_OF: Final = "数据截至"
SOURCE_DOCUMENT: Final = "来源文件"
BETWEEN_HEADINGS: Final = " / "

FAULTY_TITLE: Final = "台账有 {count} 处要改"
CITE_ACCESS: Final = "引用日期"

DUE: Final = "到期：{name}（{target}）"
DUE_LEADS: Final = "牵头：{leads}"
NOT_NAMED: Final = "文件未写明"
RELEASE: Final = "数据 v{version}"
DUE_PARTS: Final = {
    "first": "第一次发布",
    "major": "列变了，或者有行被删去",
    "minor": "有新的行",
    "patch": "更正了值",
    "": "数据没有变",
}
"""What changed since the release before, by the part of the version that says so."""

# -- words explained where they stand

WORDS: Final[dict[str, tuple[str, str]]] = {
    "责任括注": ("parenthesis", "条款末尾括号里写的单位和角色，分工就从这里来"),
    "牵头": ("lead", "对任务负总责、把各方组织起来推进"),
    "配合": ("support", "按分工帮助牵头单位，对自己的一份负责"),
    "单独牵头": ("single-lead", "任务只有一个牵头单位"),
    "分别牵头": ("several-leads", "几个单位都是牵头单位，而括注没有写各管哪一项"),
    "按职责分工牵头": ("lead-by-duty", "几个单位牵头，括注说各按自己的法定职责分开负责，仍没有逐项写明"),
    "共同任务": ("shared-task", "有几个牵头单位的任务"),
    "接续": ("continuation", "年度计划的一项任务接着做五年规划里的一项任务"),
    "沿用": ("kept-on", "年度计划为五年规划已有的指标定当年的目标，沿用同一个指标，不另立"),
    "统称": ("collective-name", "文件用“各镇”“有关部门”一类的说法指一批单位"),
    "目标值": ("target", "指标在某个时期要达到的数或要求"),
    "规划目标": ("plan-target", "目标值管几年的是规划目标"),
    "年度目标": ("annual-target", "只管一年的是年度目标"),
    "完成值": ("result", "文件说已经做到的数"),
    "分解": ("breakdown", "把全区的一个目标分给几个单位，各有各的数"),
    "预期性": ("expected", "主要靠市场和社会去实现、政府创造条件的指标"),
    "约束性": ("binding", "政府必须做到、要考核的指标"),
    "任务指标": ("task-indicator", "不在主要目标之列，写在某一项任务里的数或要求"),
    "年度指标": ("annual-indicator", "年度计划自己的指标"),
    "期末水平": ("level", "到期末那一刻是多少，例如覆盖率、保有量"),
    "规划期累计": ("cumulative", "整个目标期加起来是多少，例如五年一共新增的就业"),
    "年均增速": ("growth", "平均每年比上年增长多少"),
    "每年": ("annual", "每一年都要达到同一个数，一年不到就是没有做到"),
    "比基期增减": ("change", "到期末比基期多了或少了多少"),
    "建成创建": ("milestone", "一件东西建成没有、一个称号得到没有，只有做到和没做到"),
    "越高越好": ("higher", "这个量往哪个方向走是好事，判断是否达到时要用"),
    "越低越好": ("lower", "这个量往哪个方向走是好事，判断是否达到时要用"),
    "口径": ("definition", "统计的究竟是什么、怎么算"),
    "存疑": ("doubt", "文件没有说清、本站写明的疑点"),
    "当年": ("year", "只算这一年（或这一段）的数"),
    "累计": ("since", "从某一年起一直加到现在的数"),
    "时点": ("point", "某一时刻的数，例如年末"),
    "实际": ("final", "文件当作定数给出的数"),
    "预计": ("forecast", "文件发布时还没有定、估计出来的数"),
    "快报": ("flash", "先报的初步统计数，以后可能调整"),
    "进展": ("report", "文件用文字说的一项事做得怎样，不是数"),
    "年度监测": ("monitoring", "每年看一次规划执行到哪里"),
    "中期评估": ("midterm", "规划执行到一半时的全面检查"),
    "终期评估": ("final-evaluation", "规划到期时或到期以后的总检查"),
    "第三方": ("third-party", "做评估的不是制定或执行规划的机关，而是受委托的外部机构"),
    "条款位置": ("locator", "记录出自文件的哪一处"),
    "原文区间": ("passage", "记录所依据的文字在文件规范文本里从第几个字符到第几个字符"),
    "原文指纹": ("fingerprint", "那段文字的 SHA-256 值的前 16 位"),
    "台账": ("ledger", "本站的全部记录，一条一条写明出处"),
    "依申请公开": ("on-request", "可以向制作或保存它的行政机关书面申请"),
    "领域": ("section", "文件的各级标题"),
    "有效性": ("validity", "公开文件的机关给文件标的效力"),
    "主要目标": ("main-target", "规划的总目标"),
    "重点任务": ("key-task", "为目标要做的事"),
    "保障措施": ("safeguard", "保证规划执行的制度，例如考核、评估"),
    "工作要求": ("requirement", "对各单位怎样做工作的要求，例如按期报进展"),
    "年度任务": ("annual-task", "年度计划当年要做的事"),
    "完成": ("done", "做完了"),
    "推进中": ("under-way", "还在做"),
    "未达预期": ("short", "比安排的差"),
    "未说明": ("not-said", "没有说到哪一步"),
    "功能区": ("zone", "开发区一类有自己管理机构的地方"),
    "垂直管理和驻区单位": ("vertical-unit", "由上级直接管，例如税务"),
    "集合": ("collective", "文件用“各镇”“有关部门”一类的说法指一批单位"),
    **{str(state): (f"state-{state.name.lower().replace('_', '-')}", words) for state, words in MEANINGS.items()},
    str(State.QUALITATIVE): ("qualitative", MEANINGS[State.QUALITATIVE]),
}
"""Word of the pages → its anchor in the glossary and a short meaning, which stands in the glossary's entry, too."""

SUM_OF_RESULTS: Final = ("", "完成值", "之和")
SUM_OF_KNOWN_RESULTS: Final = ("已知", "完成值", "之和")
MEAN_GROWTH: Final = ("", "年均增速", "（推算）")
"""Labels of a figure that was computed: a word, and what stands before it and after it."""
BEFORE_TARGET: Final = "目标期以前"
QUALIFIED: Final = "（{remarks}）"

PICTURE_SOURCE: Final = "来源：{titles}"
PICTURE_AS_OF: Final = "所依据的文件截至 {day}"
PICTURE_LICENCE: Final = "许可：{licence}；署名：{attribution}"
AREAS_TITLE: Final = "{plan}：各领域的目标到哪一步了"
AREAS_DESCRIPTION: Final = "条形的长短是目标的个数。{rows}。"
AREA_COUNT: Final = "{targets} 个目标"
AREA_ROW: Final = "{area}{targets} 个目标：{states}"
AREA_STATE: Final = "{state} {targets} 个"
SEMICOLON: Final = "；"
"""Words of pictures that are files of their own."""
