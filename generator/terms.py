"""Chinese words of the command line and of findings, and the vocabulary of units.

Sentences of pages are in the templates, titles of columns in datapackage.json, values of enums in the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.enums import Edit, EvaluationKind, State

REMEDY: Final = "请"
"""Word between what is wrong and what to do."""

FINDINGS: Final[dict[str, tuple[str, str]]] = {
    # -- files and YAML: nothing behind such a place could be read
    "no-data": ("没有找到台账目录 {folder}", "在项目根目录运行，或用 --data 指定目录"),
    "file-unreadable": ("文件打不开", "检查它是否存在、是否有读取权限"),
    "file-encoding": ("文件不是 UTF-8 编码，从这一行起无法读取", "另存为 UTF-8"),
    "file-size": ("文件超过 {limit} MB", "拆成几个文件"),
    "file-suffix": ("台账目录里只放 .yml 文件，这个文件的后缀是“{suffix}”", "改名为 .yml，或移出台账目录"),
    "yaml-character": ("含有 YAML 不允许的字符 {code}", "删去这个字符"),
    "yaml-syntax": ("YAML 写法有误：{reason}", "对照上下几行的缩进、冒号和引号改正"),
    "yaml-depth": ("嵌套超过 {limit} 层", "检查是否多写了括号或缩进"),
    "yaml-document": ("一个文件里有不止一份 YAML(出现第二个 ---)", "删去 ---,或拆成两个文件"),
    "yaml-key": ("键只能是一个词，这里是列表或映射", "改为“键: 值”"),
    "yaml-duplicate": ("键“{key}”重复，第 {first} 行已经写过", "只留一个"),
    "yaml-anchor": ("不使用锚点 &{name}", "删去 &{name}，把内容各自写全"),
    "yaml-alias": ("不使用引用 *{name}", "把引用的内容写全"),
    "yaml-tag": ("不使用类型标记 {tag}", "删去标记，值一律按文字书写"),
    "yaml-null": ("“{text}”不表示空", "没有值就让冒号后面空着"),
    # -- the shape of data/
    "file-missing": ("缺少文件 {file}", "补上这个文件{hint}"),
    "file-unknown": ("不认识这个位置的文件", "移到约定的位置，例如 {near}"),
    "path-unknown": ("路径中的“{id}”不在{table}表中", "{near}"),
    "colon": ("“{text}”用了全角冒号，整条记录成了一句话", "把“：”改为半角冒号加空格"),
    "not-a-list": ("这里应当是{what}的列表", "每条记录以“- ”开头"),
    "not-a-record": ("{what}的每一条应当由“键: 值”组成", "写成“- 键: 值”"),
    "not-a-text": ("“{key}”应当是一个值，这里是列表或映射", "只写一个值"),
    "not-a-disclosure": ("披露文件的最外层应当是 targets、observations、reports、evaluations", "按这四类分组书写"),
    "not-a-source": ("source 应当由 locator、passage、fingerprint 组成", "写成“键: 值”"),
    "not-a-target": ("target 应当由“键: 值”组成", "写成“键: 值”，一个指标只有一个规划目标"),
    "not-a-name-list": ("“{key}”应当是列表", "写成 [名称, 名称]"),
    "not-a-name": ("“{key}”的每一项应当是一个名称", "只写名称；要写负责范围时用 name 和 scope"),
    "not-an-id": ("“{key}”的每一项应当是一个标识", "只写标识"),
    "unknown-key": ("不认识的键“{key}”", "改为或删去，可用的是：{near}"),
    "no-source": ("没有写来源 source", "补上 source，至少写 locator"),
    "site-missing": ("站点设置缺少“{key}”（{title}）", "补上这一项"),
    "site-value": ("站点设置“{key}”的值“{value}”不可用", "改为：{allowed}"),
    "site-placeholder": ("站点设置“{key}”里有不认识的“{value}”", "改为或删去，可用的是：{allowed}"),
    "unknown-organization": ("没有名为“{name}”的单位", "核对写法（{near}）,或先在 organizations/ 登记"),
    "name-twice": ("名称“{name}”已经属于单位 {other}", "改用能区分的名称或别称"),
    # -- characters
    "blank": ("“{title}”的值前后有空白，或只有空白", "删去空白"),
    "invisible": ("“{title}”里有看不见的字符 {code}", "删去后重新输入这一处"),
    "look-alike": ("“{title}”里的“{char}”（{code}）是形近字符", "改为常用的“{plain}”"),
    "full-width": ("“{title}”的值“{value}”用了全角或非 ASCII 字符", "改为半角“{plain}”"),
    "spelling": ("“{title}”的值“{value}”不是规范写法", "写成{form}"),
    # -- the contract
    "required": ("“{title}”没有填写", "补上这一项"),
    "type": ("“{title}”的值“{value}”不是{type}", "按{type}的写法改正"),
    "enum": ("“{title}”的值“{value}”不在可选范围", "改为{near}"),
    "pattern": ("“{title}”的值“{value}”不合格式", "参照说明改正：{description}"),
    "limit": ("“{title}”的值“{value}”超出允许的范围", "改为{allowed}"),
    "primary-key": ("{table}表中的“{value}”与 {other} 的记录重复", "改用没有用过的标识，或删去一条"),
    "id-needed": ("这条记录没有写标识，自动的标识“{value}”与 {other} 的记录相同", "写上自己的 id"),
    "unique": ("“{title}”的值“{value}”在{table}表中已经用过", "改用没有用过的值"),
    "foreign-key": ("“{title}”的值“{value}”不在{table}表中", "{near}"),
    # -- rules of the field
    "cycle": ("“{title}”绕成了圈：{path}", "断开其中一处"),
    "self": ("“{title}”指向了自己", "改为另一条记录，或删去"),
    "plan-years": ("年度计划的起始年与终止年不同，或终止年早于起始年", "改正年份"),
    "plan-parent": ("年度计划的上级应当是包含该年的五年规划，“{value}”不是", "改为正确的五年规划"),
    "other-plan": ("“{title}”的“{value}”属于另一个规划 {plan}", "改为本规划的标识"),
    "other-section": ("指标的领域“{value}”与所属任务的领域“{section}”不同", "改为一致，或不写 section"),
    "nature-plan": ("指标性质“{value}”与规划类别“{kind}”不符", "年度计划用 年度指标，五年规划用其余三种"),
    "kind-plan": ("任务类别“{value}”与规划类别“{kind}”不符", "年度计划用 年度任务，五年规划用其余四种"),
    "years-order": ("起始年 {start} 晚于终止年 {end}", "改正年份"),
    "target-years": ("目标期 {start}—{end} 超出规划期 {plan_start}—{plan_end}", "改正年份"),
    "target-twice": ("同一指标、同一单位、同一时期有两个目标值（{other} 已有）", "删去一个"),
    "observation-late": ("时期 {period} 晚于文件的日期 {date}", "改正时期；尚未发生的不是完成值"),
    "observation-twice": (
        "同一文件对同一指标、同一单位、同一时期披露了两个数（{other} 已有）",
        "删去一个，或拆成两个口径的指标",
    ),
    "report-period": ("时期 {period} 晚于文件的日期 {date}", "改正时期"),
    "since-year": ("累计值没有写从哪一年算起，也没有在 note 里说明", "补 since_year；文件没有写明时在 note 里说明"),
    "since-year-unwanted": ("计数方式是“{basis}”，不需要累计起始年", "删去 since_year，或把 basis 改为 累计"),
    "unit-missing": ("指标有数值而没有计量单位", "补上 unit"),
    "unit-measure": ("度量方式“{measure}”的计量单位应当是{allowed}，这里是“{unit}”", "改正单位或度量方式"),
    "value-missing": ("原文表述“{text}”里有数字，value 却空着", "补上 value；不是确切数字的才留空"),
    "comparator-missing": ("目标值有数值而没有比较符", "补上 comparator；原文没有写方向时用 ="),
    "comparator-unwanted": ("“{measure}”的目标值不写比较符", "删去 comparator"),
    "comparator-words": ("比较符“{value}”与原文表述“{text}”不符", "改为“{expected}”"),
    "comparator-direction": ("比较符“{value}”与方向“{direction}”相反", "改正其中一项"),
    "direction-missing": ("指标的目标值有数值而没有方向", "补上 direction"),
    "value-text": ("数值“{value}”与原文表述“{text}”里的数不同", "核对原文，改正其中一项"),
    "parts-whole": ("分解到单位的目标值合计 {parts}，与全区的 {comparator}{whole} 不相容", "核对各单位的目标值"),
    "subset-whole": ("“其中”项的目标值 {part} 大于总体“{name}”的 {whole}", "核对两个数值或关系"),
    "lead-missing": ("任务没有牵头单位", "补上 lead；原文没有责任括注的只能是年度任务"),
    "lead-mode": ("牵头方式“{value}”与牵头单位数 {count} 不符", "改为{expected}"),
    "role-twice": ("“{name}”在同一任务里出现不止一次", "只留一处"),
    "member-kind": ("“{name}”不是集合，不能有成员", "把类别改为 集合，或删去成员"),
    "reported-measure": (
        "进展只判定 建成创建 类指标，“{name}”是 {measure}",
        "从 indicators 里删去；有数值的，写成一条完成值",
    ),
    "continues-plan": ("接续的任务“{value}”不属于上级规划", "改为上级规划的任务"),
    "passage-pair": ("原文区间与原文指纹应当同有同无", "用 locate 命令重新取得这两项"),
    "passage-order": ("原文区间“{value}”的起点不小于终点", "用 locate 命令重新取得"),
    "passage-outside": ("原文区间 {value} 不在所属任务 {task} 的区间 {outer} 之内", "用 locate 命令重新取得"),
    "passage-overlap": ("原文区间 {value} 与任务 {task} 的区间 {other} 重叠", "每个任务取自己的一句，到责任括注为止"),
    # -- against the official texts
    "verify-text": ("文本校验值与所给文本不同，给的可能不是“{document}”", "核对文本文件"),
    "verify-header": ("著录项 {column} 的“{value}”不在文件文本里", "按文件改正"),
    "verify-range": ("原文区间 {value} 超出文本长度 {length}", "用 locate 命令重新取得"),
    "verify-fingerprint": ("原文区间 {value} 的指纹与文本不符", "核对区间，用 locate 命令重新取得"),
    "verify-parenthesis": ("责任括注 {at} 应当恰好是一个任务的结尾，现在有 {count} 个任务", "补录任务，或改正原文区间"),
    "verify-assignment": ("任务 {task} 的分工与责任括注不同，括注是：{expected}", "按括注的次序和角色改正"),
    "verify-mode": ("牵头方式“{value}”与责任括注不符", "改为“{expected}”"),
    "verify-organization": ("“{name}”不在任务 {task} 的原文里", "按印发件的写法改正"),
    "verify-scope": ("负责范围“{scope}”不在任务 {task} 的原文里", "按印发件的写法改正，或删去"),
    "verify-part": ("“{name}”的名称不在原文区间 {passage} 里或前后", "改正单位或区间"),
    "verify-comparator": ("比较符“{value}”在原文区间 {passage} 里没有相应的词", "按原文改正；只有数字时用 ="),
    "verify-number-of-section": ("标题编号“{number}”与原文不符", "按原文改正"),
    "verify-member": ("成员“{name}”的名称不在原文区间 {passage} 里", "改正成员或区间"),
    "verify-title": ("题名“{title}”标为原文，而原文里没有", "按原文改正，或标为 自拟"),
    "verify-value": ("原文表述“{text}”不在原文区间 {passage} 里", "按原文改正表述或区间"),
    "verify-unit": ("计量单位“{unit}”不在原文表述“{text}”里", "按原文改正单位"),
    "verify-qualifier": ("限定词“{text}”不在原文区间 {passage} 里", "按原文改正，或删去"),
    "verify-name": ("指标名称“{name}”里的“{loose}”不是原文的字词", "用原文的字词命名"),
    "verify-number": (
        "数字“{number}”（{at}，“{around}”）没有记录使用，也没有列入不计入的数字",
        "收录它，或在 exclusions/ 写明理由",
    ),
    "verify-exclusion": ("不计入的数字“{value}”与区间 {passage} 的原文或指纹不符", "改正区间、指纹或数字"),
    "verify-exclusion-twice": ("区间 {passage} 的数字列了不止一次", "只留一条"),
    "verify-exclusion-part": ("区间 {passage} 的“{value}”不是文本里一个完整的数字", "改正区间，或删去这一条"),
    "verify-exclusion-needless": ("区间 {passage} 的数字“{value}”已经有记录使用", "删去这一条"),
    "exclusion-missing": ("不计入的数字没有写“{key}”", "补上这一项"),
    "exclusion-passage": ("不计入的数字的原文区间“{value}”不合写法", "用 locate 命令重新取得"),
    "exclusion-reason": ("不计入的理由“{value}”不可用", "改为：{allowed}"),
    "exclusion-unit": ("“{value}”后面带有单位“{unit}”，不能按“{reason}”排除", "改为收录，或改用其他理由"),
}
"""Rule → (what is wrong, what to do). The order is the order in which findings are shown: gravest first."""

RANK: Final = {code: rank for rank, code in enumerate(FINDINGS)}

OR: Final = " 或 "
EMPTY: Final = "空"
PERHAPS: Final = "是否“{near}”"
REGISTER_ID: Final = "核对标识，或先登记它"
REGISTER_IN: Final = "先在{table}里登记它"
USE_FOLDER: Final = "改为已有的标识，例如 {near}"
USE_ID: Final = "改为“{near}”，或先登记它"
MAY_BE_EMPTY: Final = "，可以为空"
NO_NEAR_NAME: Final = "名单里没有相近的名称"
PLACES: Final = {
    "site": "site.yml",
    "documents": "documents.yml",
    "plans": "plans.yml",
    "organizations": "organizations/<名称>.yml",
    "sections": "sections/<规划>.yml",
    "tasks": "tasks/<规划>/<名称>.yml",
    "indicators": "indicators/<规划>/<名称>.yml",
    "disclosures": "disclosures/<文件>.yml",
    "exclusions": "exclusions/<文件>.yml",
}
"""Where each kind of file stands below data/."""
EXAMPLE_FILE: Final = "data/tasks/<规划>/01.yml"
SPELLED_COMPARATORS: Final = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤", "==": "=", "＞": ">", "＜": "<", "＝": "="}
LIMITS: Final = {
    "minimum": "不小于 {bound} 的数",
    "maximum": "不大于 {bound} 的数",
    "maxLength": "不超过 {bound} 字",
}
"""Constraint of the contract → what it allows."""
AT_LINE: Final = "{file} 第 {line} 行"
SLUG_CHARACTERS: Final = "a-z、0-9 和连字符"
SPELLINGS: Final = {
    "number": "半角数字，如 14.6",
    "integer": "半角整数，如 2018",
    "boolean": " true 或 false",
    "date": "年-月-日，如 2018-01-18",
}
"""Type → the one way to write it."""

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
SITE_ALLOWED: Final = {
    "keywords": "[词, 词]",
    "synonyms": "由“口头的词: [正式的词, 正式的词]”组成，词至少两个字，不含空格、顿号和等号",
    "licence": "由 name、title、path、attribution 组成",
    "text": "一个值",
    "demonstration": "true 或 false",
    "url": "以 https:// 开头、以 / 结尾的网址",
    "edit_url": "以 https:// 开头、以 / 结尾的网址",
    "version": "三段数字，例如 1.0.0",
    "package": "小写字母、数字和连字符，例如 plan-ledger",
    "path": "以 https:// 开头的网址",
    "badge_url": "以 https:// 开头的网址",
    "icp_url": "以 https:// 开头的网址",
    "police_url": "以 https:// 开头的网址",
    "feedback": "以 mailto: 开头的邮箱地址，或以 https:// 开头的网址",
}
"""What a setting of the site may be."""

YAML_TAB: Final = "缩进用了制表符，应当用空格"
YAML_BLOCK: Final = "“{sign}”要加引号，否则表示下面另起一段文字"
YAML_PROBLEM: Final = "这一处不合 YAML 语法"
YAML_PROBLEMS: Final = {
    "mapping values are not allowed": "一行里有两个“键: 值”，或上一行的缩进不对",
    "could not find expected ':'": "键后面缺少半角冒号",
    "found unexpected end of stream": "引号或括号没有配对",
    "did not find expected ',' or": "方括号或花括号里缺少逗号，或没有配对",
    "did not find expected key": "缩进与同一层的键没有对齐",
    "did not find expected '-' indicator": "列表的“- ”没有对齐",
    "found character that cannot start any token": "值以特殊字符开头，应当加引号",
    "found unknown escape character": "双引号里的反斜杠写法不对，改用单引号",
    "block sequence entries are not allowed": "“- ”不能写在这里，应当另起一行",
    "found undefined tag handle": "不使用类型标记",
    "did not find expected alphabetic or numeric": "& 和 * 不能用在值的开头，应当加引号",
    "did not find expected <document start>": "缩进不对，或多出了内容",
}
"""Words of libyaml → what the editor should look at."""

TYPES: Final = {
    "string": "文字",
    "number": "数字（如 14.6）",
    "integer": "整数（如 2018）",
    "date": "日期（如 2018-01-18）",
    "boolean": "true 或 false",
}

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

LINKS: Final = {
    "plans": "上级规划",
    "parent": "上级标题",
    "section": "领域",
    "task": "任务",
    "tasks": "接替任务",
    "indicators": "接替指标",
    "replaced_by": "接替记录",
    "continues": "接续的任务",
    "member": "集合成员",
    "successor": "单位沿革",
    "related": "相关指标",
}
"""Links between records, by table or column."""

RELATIONS: Final = "指标关系"
MEMBERS: Final = "成员"
SUCCESSORS: Final = "沿革"
CONTINUATIONS: Final = "接续"
EXCLUSIONS: Final = "不计入的数字"
"""Kinds of records that stand inside others or beside the tables."""

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
BETWEEN: Final = "从 {old} 到 {new}"
WORKING_TREE: Final = "工作目录"
DIFF_HEADS: Final = ("记录", "字段", "原来", "现在")
FEED_OF_ALL: Final = "{site}：更新记录"
FEED_OF_UNIT: Final = "{site}：{unit}的更新"
FEED_ENTRY: Final = "{record}：{counted}"
FIELD_CHANGED: Final = "{title}：{old} → {new}"
UNREADABLE_COMMIT: Final = "该提交的台账无法读取：{files}"
BEGUN_COMMIT: Final = "台账建立：{counts}"
TABLE_COUNT: Final = "{table} {count} 条"
FEED_SUMMARY: Final = "{edit}{record}"
# -- copies to take along: workbook, database, Parquet

AS_OF: Final = "数据截至"
SOURCE_DOCUMENT: Final = "来源文件"
BETWEEN_HEADINGS: Final = " / "
BETWEEN_FIGURES: Final = "；"
DIGITS_TITLE: Final = "{title}（原样数字）"
DIGITS_DESCRIPTION: Final = "与 CSV 逐字相同的数字，5.50 就是 5.50；为空时没有数值。"
DATABASE_WORDS: Final = {
    "target_states": (
        ("", "目标的状态", "由本站按公开的规则从目标值和完成值推出，不是台账的内容。"),
        ("target", "目标值", "哪一个目标（targets 表的标识）。"),
        ("state", "状态", "已达到、进度正常、滞后、数据不全、到期未披露、暂无数据或定性。"),
        ("disclosed", "已披露", "有没有文件给出这个目标时期内的数：1 有，0 没有。"),
    ),
    "v_headings": (("", "标题路径", "每个标题，连同它上面的各级标题。"),),
    "v_tasks": (("", "任务一览", "每项任务一行，带规划、标题路径，牵头和配合单位的名称用顿号连接。"),),
    "v_indicators": (
        ("", "指标一览", "每个指标一行，带规划目标、状态、最近的完成值和牵头单位；分解到单位的在 targets 表。"),
    ),
    "v_unit_tasks": (
        ("", "单位的任务", "每个单位的每项分工一行；经由集合（例如各镇人民政府）承担的，via 是集合的名称。"),
    ),
    "about": (("", "关于这份数据", "名称、许可、署名、截至日期和来源文件。"),),
    "about_columns": (("", "表和列的说明", "每张表、每一列的中文名称和说明；column_name 为空的一行说明整张表。"),),
}
"""Table or view that the database adds → column (empty: itself), title, description."""

TASK_SHEET: Final = "任务分工总表"
TASK_COLUMNS: Final = (
    "规划",
    "领域",
    "条款位置",
    "任务",
    "摘要",
    "类别",
    "牵头单位",
    "配合单位",
    "牵头方式",
    "完成年",
    "标识",
)
INDICATOR_SHEET: Final = "指标总表"
INDICATOR_COLUMNS: Final = (
    "规划",
    "领域",
    "性质",
    "指标",
    "度量方式",
    "单位",
    "目标时期",
    "规划目标",
    "目标数值",
    "年度目标",
    "最近完成时期",
    "最近完成值",
    "完成数值",
    "此前完成值",
    "状态",
    "怎样得出",
    "牵头单位",
    "标识",
)
ABOUT_SHEET: Final = "关于这份数据"
ABOUT_COLUMNS: Final = ("项目", "内容")
YES_NO: Final = {"true": "是", "false": "否"}
TOO_LONG: Final = "……（单元格放不下，全文见 CSV）"


# -- the command line

STAGE_READ: Final = "读取"
STAGE_CHECK: Final = "检查"
FAULTY_TITLE: Final = "台账有 {count} 处要改"
STAGE_RENDER: Final = "生成页面"
SHELLS_DIFFER: Final = "主题或引擎有变化：用页框填出的页面与引擎所做的不同（{pages}）。改由引擎逐页生成，会慢一些。"
STAGE_HISTORY: Final = "读取提交历史"
STAGE_EXPORT: Final = "导出数据"
STAGE_BUILD: Final = "建站（含以上各步）"
STAGE_LINKS: Final = "检查链接"
STAGE_SEARCH: Final = "编搜索索引"
SECONDS: Final = "{stage}：{seconds:.2f} 秒"

CLI_USAGE: Final = "用法:"
CLI_ARGUMENTS: Final = "参数"
CLI_OPTIONS: Final = "选项"
CLI_COMMANDS: Final = "命令"
CLI_COMMAND: Final = "命令"
CLI_HELP: Final = "显示这份说明"
CLI_VERSION: Final = "显示版本号"
CLI_DATA: Final = "台账目录，默认 data"
CLI_CONTRACT: Final = "数据契约，默认 datapackage.json"
CLI_ERROR: Final = "命令写法有误，用法见 {program} --help"
CLI_DESCRIPTION: Final = "把规划目标与任务分工的台账检查、核对并建成公开网站。"

COMMANDS: Final = {
    "check": ("检查台账", "读取并检查台账，列出全部问题；没有问题时给出各表行数。"),
    "verify": ("与官方文本核对", "核对原文指纹、数值、单位名称、责任括注和文本里的每一个数字，分部分给出覆盖情况。"),
    "locate": ("查原文区间", "给出一段文字在文件文本中的原文区间和原文指纹，供填写新记录。"),
    "export": ("导出数据包", "把数据包的各种格式写到一个目录：CSV、JSON、压缩包、Excel 工作簿、SQLite、Parquet。"),
    "pages": ("导出页面", "把生成的页面写成 Markdown 文件，供其他建站程序使用。"),
    "release": (
        "发布数据",
        "看该用哪个版本号和为什么；版本号对、改动都已提交，就做 git 标签 data-v版本号，说明里有行的校验值。",
    ),
    "diff": ("比较两个版本", "列出台账从一个版本到另一个版本改了哪些值；不写第二个版本时与工作目录里的文件比较。"),
    "build": ("建站", "检查台账并建成整个网站；有任何问题都不动原来的网站。"),
    "offline": ("打包离线版", "把建成的网站打成一个压缩包，解开后不用服务器就能在浏览器里打开，只是没有站内搜索。"),
    "serve": ("本机预览", "在本机（127.0.0.1）预览，台账改动后自动重建；有错时在浏览器里列出错处。"),
    "simulate": ("造模拟台账", "按给出的规模造一份虚构地区的台账，同样的参数得到同样的内容，供测速和规模测试用。"),
}
"""Command → (one line, description)."""

CLI_ARGUMENT_HELP: Final = {
    ("verify", "sources"): "官方文本所在目录，文件名为 <文件标识>.txt",
    ("locate", "document"): "文件标识",
    ("locate", "words"): "要查的文字",
    ("locate", "--sources"): "官方文本所在目录；默认取环境变量 SOURCES",
    ("export", "folder"): "写到哪个目录",
    ("export", "--only-csv-json"): "只写各表的 CSV、JSON，不做 Excel 工作簿、SQLite、Parquet，快一些",
    ("pages", "folder"): "写到哪个目录",
    ("pages", "--sources"): "官方文本所在目录，给出时页面带原文；默认取环境变量 SOURCES",
    ("release", "--check"): "只说该用哪个版本号，不做标签；data/site.yml 的 version 不对时退出码是 1",
    ("release", "--message"): "标签的说明，发布页上显示",
    ("diff", "old"): "旧版本：提交、标签或分支",
    ("diff", "new"): "新版本；默认是工作目录里的文件",
    ("diff", "--format"): "text（默认）、markdown（贴到合并请求里）或 json",
    ("build", "--site"): "网站目录，默认 site",
    ("build", "--sources"): "官方文本所在目录，给出时页面带原文；默认取环境变量 SOURCES",
    ("build", "--without-search"): "不编搜索索引，快一些；网站上的搜索因此不能用",
    (
        "build",
        "--only-csv-json",
    ): "下载只做各表和指标的 CSV、JSON，不做 Excel 工作簿、SQLite、Parquet、记录和图的文件，快得多",
    ("build", "--config"): "建站程序的设置，默认 mkdocs.yml",
    ("offline", "--site"): "建成的网站所在的目录，默认 site",
    ("offline", "--folder"): "压缩包写到哪个目录，默认 build",
    ("serve", "--config"): "建站程序的设置，默认 mkdocs.yml",
    ("serve", "--port"): "端口，默认 8000",
    ("simulate", "folder"): "写到哪个目录，必须没有或是空的",
    ("simulate", "--tasks"): "任务数，默认 200",
    ("simulate", "--indicators"): "指标数，默认 200",
    ("simulate", "--organizations"): "单位数，默认 70",
    ("simulate", "--years"): "从 2016 年起的年数，默认 5",
    ("simulate", "--seed"): "随机数种子，默认 1；换一个得到另一份台账",
}

FAULTY: Final = "台账有 {count} 处问题，没有发布任何内容"
CHECKED: Final = "台账没有问题：{tables} 张表，{rows} 行"
UNKNOWN_REVISION: Final = (
    "没有版本“{revision}”；用 git log 查提交号，用 git tag 查标签，浅克隆先运行 git fetch --unshallow"
)
NO_DIFF: Final = "不能比较：{reason}；在台账所在的 git 仓库里运行"
UNREADABLE_REVISION: Final = "有 {count} 处无法读取，没有比较"
SIZE_RANGE: Final = "{option} 应当在 {low} 到 {high} 之间"
NOT_EMPTY: Final = "目录 {folder} 里已有内容，没有写；换一个空目录"
NO_FOLDER: Final = "没有目录 {folder}"
NO_TEXTS: Final = "目录 {folder} 里没有任何文件的文本；文件名应当是 <文件标识>.txt"
NO_TEXT: Final = "没有文件 {document} 的文本；用 --sources 或环境变量 SOURCES 指定官方文本所在目录"
WITHOUT_TEXT: Final = "{document}：没有给出文本，未核对"
FINGERPRINTS: Final = "原文指纹 {count} 个，不符 {bad} 个"
PARENTHESES: Final = "责任括注 {count} 个，与任务一一对应 {matched} 个"
PART: Final = "{document} {part}：数字 {numbers} 个，收录 {used}，不计入 {excluded}，覆盖 {share}"
PLACE: Final = "passage: {passage}, fingerprint: {fingerprint}    {around}"
NOT_LOCATED: Final = "文本里没有这段文字；核对用字和标点（空白和全角半角不影响）"
WRITTEN: Final = "写出 {count} 个文件到 {folder}"
BUILT: Final = "网站建成：{pages} 个页面，其中改动的文件 {written} 个，共 {seconds:.1f} 秒，在 {site}"
OFFLINE: Final = "离线版在 {file}（{size:.1f} MB）：解开后打开 index.html"
NO_SITE: Final = "目录 {folder} 里没有建成的网站；先用 build 建站"
NOT_BUILT: Final = "没有建站，原来的网站未动"
SEARCH_FAILED: Final = "搜索索引没有编成，没有建站，原来的网站未动。Pagefind 的说明：{message}"
BAD_LINKS: Final = "有 {count} 处坏链接，没有建站，原来的网站未动"
LINK_OTHER_HOST: Final = "页面向别的主机取内容"
LINK_NO_FILE: Final = "没有这个文件"
LINK_NO_ANCHOR: Final = "没有这个锚点"

CITE_ACCESS: Final = "引用日期"
FIELD_TYPES: Final = {"string": "文字", "integer": "整数", "number": "数值", "date": "日期", "boolean": "是否"}
INVENTORY: Final = {
    "信息资源分类": "主题信息资源",
    "信息资源名称": "{name}",
    "信息资源代码": "",
    "信息资源提供方": "{provider}",
    "信息资源提供方代码": "",
    "信息资源摘要": "{abstract}",
    "信息资源格式": "CSV、JSON",
    "信息项信息": "{items}",
    "共享类型": "无条件共享",
    "共享条件": "",
    "共享方式": "网站下载",
    "是否向社会开放": "是",
    "开放条件": "无条件开放",
    "更新周期": "不定期",
    "发布日期": "{published}",
    "关联资源代码": "",
}
"""Core items of the catalogue of government information resources, and what stands in them."""
API: Final = {
    "description": "本站的每个数据文件都是静态文件，用 GET 取得，不需要密钥。地址长期不变；记录的标识不改名、不挪用。",
    "package": "数据包描述（Data Package 2.0）",
    "catalog": "数据目录（DCAT-AP 3，JSON-LD）",
    "csvw": "全部表的列和键（CSV on the Web）",
    "table-csv": "一张表，CSV（UTF-8，RFC 4180）",
    "table-json": "一张表，JSON，每行一个对象，空单元格是 null",
    "indicator": "指标",
    "task": "任务",
    "department": "单位",
    "town": "街镇",
    "csv": "{what}的数据，CSV",
    "json": "{what}的数据，JSON",
    "metadata": "{what}的说明：名称、来源、许可、引用格式、更新日期",
    "id": "{what}的标识，见 {table} 表的 id 列",
    "found": "文件内容",
    "missing": "没有这个标识",
}
"""Words of the description of the addresses."""

EXAMPLE_BASE: Final = "https://example.org/"
EXAMPLES: Final = {
    "curl": (
        "curl",
        """curl -O <base>data/targets.csv
curl <base>indicators/<id>/metadata.json""",
        "每次测试都运行",
    ),
    "pandas": (
        "Python：pandas",
        """import pandas as pd

targets = pd.read_csv("<base>data/targets.csv", dtype={"value": str})
indicators = pd.read_csv("<base>data/indicators.csv")
merged = targets.merge(indicators, left_on="indicator", right_on="id", suffixes=("", "_indicator"))
print(merged[["name", "end_year", "comparator", "value", "unit"]].head())""",
        "每次测试都运行",
    ),
    "frictionless": (
        "Python：frictionless",
        """from frictionless import Package

package = Package("<base>datapackage.json")
table = package.get_resource("observations")
for row in table.read_rows()[:5]:
    print(row["indicator"], row["period"], row["value_text"])""",
        "每次测试都运行",
    ),
    "duckdb": (
        "Python：duckdb",
        """import urllib.request

import duckdb

for name in ("tasks", "assignments"):
    urllib.request.urlretrieve(f"<base>data/{name}.csv", f"{name}.csv")
duckdb.sql(\"\"\"
    SELECT organization, count(*) AS leads
    FROM 'assignments.csv' WHERE role = '牵头'
    GROUP BY organization ORDER BY leads DESC, organization LIMIT 5
\"\"\").show()""",
        "每次测试都运行",
    ),
    "r": (
        "R",
        """observations <- read.csv("<base>data/observations.csv", fileEncoding = "UTF-8", na.strings = "")
print(head(observations[, c("indicator", "period", "value_text")]))""",
        "装有 R 时随测试运行",
    ),
    "power-query": (
        "Excel：Power Query",
        """let
    File = Web.Contents("<base>data/targets.csv"),
    Source = Csv.Document(File, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Table = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
in
    Table""",
        "人工核对写法，不随测试运行",
    ),
}
"""Programs by anchor: title, text, and how each is known to work."""
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
RELEASE_NO_GIT: Final = "不能发布：{reason}"
RELEASE_GIT: Final = "git 没有做成标签 {tag}：{message}"

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
