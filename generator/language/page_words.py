"""Words of pages: titles and descriptions of index pages, labels of figures.

Sentences of pages are in the templates, titles of columns in datapackage.json, values of enums in ``ledger.enums``.
"""

from __future__ import annotations

from typing import Final

PLAN_TARGET: Final = "规划目标"

NOT_BROKEN_DOWN: Final = "没有分解的约束性指标"
ANNUAL_TARGET: Final = "年度目标"

OTHER_PLAN_TARGET: Final = "计划目标"
"""Of a plan of several years that is no 规划."""

MEASURES_OF_YEAR: Final = {"规划期累计": "当年合计", "年均增速": "当年增速"}
"""What sums and growth over years are called where the target has one year."""

REPORTED_BY: Final = "{unit} {day}填报"

PAIR: Final = "与"
"""Between the names of two indicators that are compared."""

NO_ADDRESS: Final = "https://网址/"
"""Stands for the address of a site that does not know its own, in what is to be copied."""

OBSERVATION: Final = "完成值"

TARGET: Final = "目标值"

PART_OF: Final = "是其中一部分"
"""How an indicator stands to the whole that it is a subset of."""

RELATIONS: Final = {"同量异表": "同一量的两种说法", "不应对应": "不是一回事"}
"""What pages call relations of indicators whose word in the ledger a reader would not understand."""

CONTAINS: Final = "包含"
"""How an indicator stands to its subset."""

HOME: Final = "首页"

INDEX: Final = "目录"

INDICATOR: Final = "指标"

TASK: Final = "任务"
PROJECT: Final = "项目"

UNIT: Final = "单位"

SECTION: Final = "领域"

DOCUMENT: Final = "文件"

PLAN: Final = "规划计划"

EVALUATION: Final = "评估"
FORMER_KIND: Final = "旧网址"
FORMER: Final = "“{title}”的旧网址"

FORMER_GONE: Final = {
    "requests": "现在没有要向这个单位申请的：它不再牵头任何指标。",
    "years": "所收文件里现在没有这一年的内容。",
    "rounds": "这一轮填报已经撤下。",
    "appraisal": "这一期的填报已经撤下。",
}
"""What is said where a page is gone that is no record's own; of a record :data:`RECORD_GONE` is said."""
RECORD_GONE: Final = "台账里已经没有这条记录。"

PAST_PAGE: Final = "{title}（原来的第 {number} 页）"
"""The title of a page that a list had when it was longer."""

REPORT: Final = "进展"

REQUEST: Final = "申请书"

EXPLANATION: Final = "说明"
"""Kinds of pages and records."""

ASK_UNIT: Final = "{unit}负责什么"
ASK_INDICATOR: Final = "{indicator}是多少"
ASK_MISSED: Final = "没完成"
"""Questions that the search offers as examples."""

SEARCH_KINDS: Final = (
    INDICATOR,
    UNIT,
    "{territories}",
    TASK,
    SECTION,
    PLAN,
    DOCUMENT,
    EVALUATION,
    INDEX,
    EXPLANATION,
)
"""Kinds of results, in the order in which the search offers them; what territories are called is the site's."""

KINDS_OF_TABLES: Final = {
    "plans": PLAN,
    "documents": DOCUMENT,
    "organizations": UNIT,
    "sections": SECTION,
    "tasks": TASK,
    "indicators": INDICATOR,
    "evaluations": EVALUATION,
    "requests": REQUEST,
    "years": INDEX,
    "rounds": INDEX,
    "appraisal": INDEX,
}
"""Table whose records have pages → what readers call one."""

INDEXES: Final = {
    "indicators": ("指标", "规划和计划提出的全部指标、目标值和已披露的完成值"),
    "tasks": ("任务", "规划和计划的全部任务，以及牵头、配合单位"),
    "departments": ("单位", "部门、功能区、垂直管理和驻地单位、企业各自牵头、配合的任务"),
    "towns": ("{territories}", "各{territories}牵头、配合和经统称涉及的任务，以及文件点名的事"),
    "sections": ("领域", "规划和计划的各级标题，以及其下的任务和指标"),
    "documents": ("文件", "本站依据的官方文件及其公开信息"),
    "projects": ("项目", "列入清单的项目：性质、投资、责任单位和起止时间"),
    "data": ("数据", "全部数据表的说明和下载"),
    "api": ("数据地址和例子", "每个数据文件的地址，和用 curl、Python、R、Excel 取用的例子"),
    "years": ("年度", "各年度的目标、完成值、进展和任务"),
    "binding": ("约束性指标", "政府必须完成的指标：目标、完成值、状态和责任单位"),
    "expected": ("预期性指标", "主要靠市场主体实现的指标：目标、完成值、状态和责任单位"),
    "plans": ("规划计划", "收录的规划和计划，各自的文件、状态汇总和评估"),
    "matrix": ("责任矩阵", "每个单位在每个领域牵头、配合多少项任务"),
    "missed": ("文件自认未达到", "文件自己说没有达到、有差距或者有不足的指标和任务，附文件写明的原因"),
    "clues": ("有线索的目标", "没有披露完成情况的目标里，有相关指标的数、或者进展说到这个指标的；线索不计入完成"),
    "overdue": ("到期未披露的目标", "目标期已满，而文件没有给出期末的数或者没有说是否达到的目标"),
    "compare": ("两个指标对照", "把两个指标并排画出来：单位相同的用同一把尺，单位不同的各画各的；只摆数，不下结论"),
    "undisclosed": ("未披露完成值的指标", "有目标值而文件没有披露同期完成值的指标"),
    "gaps": (
        "还缺什么",
        "文件自认没有达到的、没有完成情况的、到期未披露的目标，没有公开进展的任务，各有多少，到哪里看",
    ),
    "supervision": (
        "各单位还缺什么",
        "当年没有公开进展的任务、没有公开完成值的指标，按牵头单位，附各年提到的比例和到期日历",
    ),
    "requests": ("依申请公开", "文件没有给出完成情况的目标，每个牵头单位一份写好的申请书，可以照抄，也可以打印"),
    "quality": ("数据质量", "披露了多少、缺什么、有哪些存疑，以及各牵头单位没有披露的数"),
    "evaluations": ("评估", "对规划和计划的年度监测、中期评估和期满后的评估：做了的和规定要做的"),
    "rounds": ("填报轮次", "每一轮填报：要填的单位有多少、收到多少、按时多少，各单位填得齐不齐"),
    "appraisal": ("考核参考", "做过填报的时期，各单位的完成情况、状态、填报率和按时率；只列数和怎样得来，不打分"),
    "monitoring": ("年度监测", "每个规划逐年看：规定没有、监测了没有、当年的目标到哪一步、还缺哪一年"),
    "midterm": ("中期评估", "每个规划到中期：规定没有、评估了没有、结论是什么、目标到哪一步"),
    "final-evaluation": ("终期评估和后评估", "每个规划期满前后：规定没有、评估了没有、结论是什么、目标到哪一步"),
    "search": ("搜索", "按名称、别称、词语或数字查找指标、任务、单位、{territories}和文件"),
    "releases": ("数据发布", "固定不变的各个数据版本，和版本之间改了什么"),
    "changes": ("更新记录", "台账每次改了哪条记录的哪个值、从什么改成什么"),
    "feedback": ("意见反馈", "发现错误怎样告诉我们，要写明什么"),
    "questions": ("公众反馈", "读者问了什么、怎样答复，台账因此改了哪里"),
    "sitemap": ("网站地图", "本站的全部目录页，各说明一句"),
}
"""Index pages: title and description; what territories are called is the site's."""

MENU_OF: Final = {
    "compare": "indicators",
    **dict.fromkeys(("plans", "sections", "documents", "projects"), "tasks"),
    **dict.fromkeys(("evaluations", "monitoring", "midterm", "final-evaluation"), "gaps"),
    "supervision": "gaps",
    "quality": "gaps",
    "requests": "gaps",
    "rounds": "gaps",
    "appraisal": "gaps",
    **dict.fromkeys(("indicators/missed", "indicators/clues", "indicators/overdue", "indicators/undisclosed"), "gaps"),
    "api": "data",
    "changes": "data",
    "releases": "data",
}
"""Page or folder → the index page whose item of the menu it belongs to, where that is not the folder's own."""

NAV_TITLES: Final = {"matrix": "谁负责"}
"""What the navigation calls an index page where that is not its title."""


def index_words(name: str, territories: str) -> tuple[str, str]:
    """The title and the description of an index page of a site with such territories."""
    title, description = INDEXES[name]
    return title.format(territories=territories), description.format(territories=territories)


PART_OF_CHANGES: Final = "{title}：{part}"
"""The title of the changes of an older month."""

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
    "request": "写给{name}的政府信息公开申请书：{targets} 个目标的完成情况",
    "plan": "{name}：文件、目标的状态、各级标题和评估",
    "section": "{name}：{plan}之下的任务、指标和进展",
    "year": "{year}：年度目标 {targets} 个，完成值 {observations} 个，文字进展 {reports} 条，年度任务 {tasks} 项",
    "evaluation": "{name}：{plan}，{evaluator}评估",
    "round": "{name}：{plan}的完成情况，要填的单位收到多少、按时多少",
    "appraisal": "{period}各单位的目标和任务有没有完成情况、状态、填报率和按时率",
    "part": "{name}：{document}的条款，各由谁负责、到哪一步",
}

GIVEN: Final = ("任务 {count} 项", "目标值 {count} 个", "完成值 {count} 个", "文字进展 {count} 条")
"""What a document gives: tasks, targets, results, reports."""
GIVEN_OF_YEAR: Final = ("年度目标 {count} 个", "完成值 {count} 个", "文字进展 {count} 条", "年度任务 {count} 项")
"""What it gives of one year: targets, results, reports, tasks."""

WITHOUT_HEADING: Final = "不在标题下的条款"
RUN: Final = "{title}（第 {number} 部分）"
INCLUDES: Final = "包括{member}"
"""Parts of a document, and what its clauses say of a collective."""

NOTES: Final = {
    "note": "指标的存疑",
    "definition": "指标的口径",
    "targets": "目标值的说明",
    "results": "完成值的说明",
    "units": "单位的说明",
}
"""Kinds of notes on the page of data quality."""

CUSTOMS: Final = {
    "中期评估": "规划期的第三年，即 {year}",
    "终期评估": "规划期的最后一年，即 {year}，或者期满以后",
    "总结评估": "规划期的最后一年，即 {year}，或者期满以后",
    "后评估": "规划期满以后，即 {year}以后",
}
"""When an evaluation is made by custom."""

ALL: Final = "都"

TASKS: Final = "{count} 项"

SILENT: Final = {
    "owner": "由谁负责",
    "time": "起止时间",
    "investment": "投资",
    "target": "这里要做多少",
    "state": "做到哪一步",
}
"""What a text that names a place may leave out."""

REQUEST_TO: Final = "向{name}申请公开"

REQUEST_WITHOUT_UNIT: Final = "文件没有写明牵头单位的目标"

ASKED: Final = {
    "建成创建": "{years}是否完成、何时完成的材料",
    "定性": "{years}落实情况的材料，例如总结、评估、通报",
}
"""What is asked for by the measure of an indicator, where it is no number."""

ASKED_NUMBER: Final = {True: "{years}的完成数", False: "{years}已有的各年完成数"}
"""What is asked for where it is one; by whether the target has one year."""

TERRITORY_ORGANS: Final = {"镇": "{name}人民政府", "乡": "{name}人民政府", "街道": "{name}办事处"}
"""What the organ of a territory is called in a letter, by the kind of territory."""

AS_OF: Final = "数据截至"

SOURCE_DOCUMENT: Final = "来源文件"

PAGE_ADDRESS: Final = "网页"

BETWEEN_HEADINGS: Final = " / "

FAULTY_TITLE: Final = "台账有 {count} 处要改"

CITE_ACCESS: Final = "引用日期"

CITE_DOCUMENT: Final = "，来源文件日期 {day}"

TOTAL_INVESTMENT: Final = "总投资"

YEAR_INVESTMENT: Final = "当年投资"

SAME_DEADLINE: Final = r"[\s前底]"
"""What our words of a deadline and the document's may differ in (a regular expression) and mean the same."""

RECURRENCES: Final = {"每月": "每月", "每季": "每季度", "每年": "每年", "长期": "长期"}
"""How often a task is due that has no day."""

ENDS: Final = {"完成": "已完成", "取消": "已取消", "并入": "已并入"}
"""What became of a task that does not go on."""

DUE: Final = "到期：{name}（{target}）"

TASK_DUE: Final = "到期：{name}"

STEP_DUE: Final = "节点：{task}，{step}"

DUE_LEADS: Final = "牵头：{leads}"

LISTED: Final = "责任单位"
"""What documents print before units whose roles follow from their order or from the document's own rule."""

NOT_NAMED: Final = "文件未写明"

ROUND: Final = "{period}填报"

APPRAISAL: Final = "{period}考核参考"

ROUND_DAYS: Final = {
    "opens": "填报开始：{period}",
    "due": "填报截止：{period}",
    "grace": "填报宽限的最后一天：{period}",
}
"""The days of a round in a calendar."""

ROUND_ASKED: Final = "要填 {units} 个单位"

COMPUTED: Final = {
    "SUM": ("", "完成值", "之和"),
    "SUM_OF_KNOWN": ("已知", "完成值", "之和"),
    "MEAN_GROWTH": ("", "年均增速", "（推算）"),
    "CHANGE": ("", "完成值", "（两年相减）"),
}
"""Labels of a figure that was computed: a word, and what stands before it and after it."""

NO_GROWTH_FIGURE: Final = "水平，不是增速"

BEFORE_TARGET: Final = "目标期以前"

REVISED: Final = "已被修订"
"""A figure whose place another one has taken."""

QUALIFIED: Final = "（{remarks}）"

PAGE_OF_LIST: Final = "第 {number} 页，共 {pages} 页"
"""Which page of a list it is that has several."""

PART_OF_LIST: Final = "{text}（{which}）"
"""Title and description of a further page of a list."""

GROUPINGS: Final = {
    "disclosed": "是否已披露",
    "area": "领域",
    "plan": "规划",
    "nature": "性质",
    "lead": "牵头单位",
    "state": "状态",
    "kind": "类别",
}
"""What the rows of a list can be grouped by, by the keys of assets/lists.js."""

IS_DISCLOSED: Final = "已披露"
"""Where an indicator has a result and no target."""

OTHER_ROLES: Final = "参与、指导、考核"
THROUGH: Final = "经统称涉及"
"""What a unit may be to a task besides leading or supporting it."""

DISCLOSED: Final = {True: "文件给出数或结论的", False: "没有目标期内的数的"}
"""Headings of the two parts of a list of indicators."""
