"""Words of findings: what is wrong and what to do, and what stands in the gaps of these sentences."""

from __future__ import annotations

from typing import Final

from generator.language.findings import doubt_words
from generator.language.findings.page_findings import PAGE_FINDINGS
from generator.language.findings.text_findings import TEXT_FINDINGS

LINES: Final = {
    "问题": "{mark}: {problem}。请{remedy}。",
    "疑点": "{mark}: 疑点：{problem}。请{remedy}。[{code}]",
    "草稿": "{mark}: 草稿：{problem}。请{remedy}。",
    "提示": "{mark}: 提示：{problem}。请{remedy}。",
}
"""Grade of a finding → how it is printed."""
FOLLOWERS: Final = "另有 {count} 处由此引起。"
"""Behind a finding from which others follow."""
CUT: Final = "{start}…（共 {count} 字）"
"""A value that is too long to be repeated."""
DOUBT_REMEDY: Final = "核对原文，{remedy}；没有错，就在 data/acknowledged.yml 里登记 {answer}"
ANSWER: Final = "{{code: {code}, record: {record}, value: {value}, reason: 理由, on: 日期}}"
"""How a doubt is acknowledged."""

FINDINGS: Final[dict[str, tuple[str, str]]] = {
    # -- files and YAML: nothing behind such a place could be read
    "no-data": ("没有找到台账目录 {folder}", "到台账所在的文件夹里运行，或用 --data 写明台账目录"),
    "file-unreadable": ("文件打不开", "检查它是否存在、是否有读取权限"),
    "file-encoding": ("文件不是 UTF-8 编码，从这一行起无法读取", "另存为 UTF-8"),
    "file-special": ("这不是普通的文件，没有打开", "移出台账目录"),
    "file-size": ("文件超过 {limit} MB", "拆成几个文件"),
    "file-suffix": ("台账目录里只放 .yml 文件，这个文件的后缀是“{suffix}”", "改名为 .yml，或移出台账目录"),
    "yaml-character": ("含有 YAML 不允许的字符 {code}", "删去这个字符"),
    "yaml-syntax": ("YAML 写法有误：{reason}", "对照上下几行的缩进、冒号和引号改正"),
    "yaml-depth": ("嵌套超过 {limit} 层", "检查是否多写了括号或缩进"),
    "yaml-document": ("一个文件里有不止一份 YAML(出现第二个 ---)", "删去 ---,或拆成两个文件"),
    "yaml-key": ("键只能是一个词，这里是列表或映射", "改为“键: 值”"),
    "yaml-duplicate": ("键“{key}”重复，第 {first} 行已经写过", "只留一个"),
    "yaml-comma": (
        "“{key}”后面没有冒号：多半是前面的逗号把一个值断成了两截",
        "给整个值加上引号，例如 '1,200个'；是漏了冒号的，补上",
    ),
    "yaml-anchor": ("不使用锚点 &{name}", "删去 &{name}，把内容各自写全"),
    "yaml-alias": ("不使用引用 *{name}", "把引用的内容写全"),
    "yaml-tag": ("不使用类型标记 {tag}", "删去标记，值一律按文字书写"),
    "yaml-null": ("“{text}”不表示空", "没有值就让冒号后面空着"),
    # -- the shape of data/
    "contract-old": (
        "台账按旧的契约写成，这一版程序要第 2 版",
        "运行 python -m generator upgrade 目录，程序会把旧名称改成新名称，注释和次序不变",
    ),
    "file-missing": ("缺少文件 {file}", "补上这个文件{hint}"),
    "folder-linked": ("台账目录里的这个文件夹是链接，里面的文件不会读取", "换成真正的文件夹"),
    "folder-unreadable": ("这个文件夹打不开，里面的文件没有读", "检查读取权限，让自己能打开它"),
    "file-unseen": ("文件名里有看不见或者认不出的字符 {code}", "改名，只用看得见的字"),
    "file-name": (
        "文件名里的“{part}”在 Windows 上不能用",
        "改名，不用 con、aux 一类的名字和 : * ? 等符号，不以点或空格结尾",
    ),
    "file-case": ("文件名和 {other} 只差大小写，Windows 会当成同一个文件", "改成不同的名字"),
    "file-skipped": (
        "隐藏的文件和备份不读，台账里又没有 {meant}，这里的内容就都没有了",
        "改名为 {meant}；真的不要了，移出台账目录",
    ),
    "file-unknown": ("不认识这个位置的文件", "移到约定的位置，例如 {hint}"),
    "file-empty": ("这个文件是空的，别处提到的“{names}”在台账里找不到", "补上内容，或把提到它们的地方改掉"),
    "path-unknown": ("路径中的“{id}”不在{table}表中", "{hint}"),
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
    "unknown-key": ("不认识的键“{key}”", "改为或删去，可用的是：{hint}"),
    "draft-value": ("draft 后面只能写 true", "写上 true，核对过的删去这一行"),
    "no-source": ("没有写来源 source", "补上 source，至少写 locator"),
    "site-missing": ("站点设置缺少“{key}”（{title}）", "补上这一项"),
    "site-value": ("站点设置“{key}”的值“{value}”不可用", "改为：{allowed}"),
    "site-placeholder": ("站点设置“{key}”里有不认识的“{value}”", "改为或删去，可用的是：{allowed}"),
    "unknown-organization": ("没有名为“{name}”的单位", "核对写法（{hint}）,或先在 organizations/ 登记"),
    "alias-joined": ("别称“{value}”用“{sign}”隔开，成了一个长名称", "改用顿号隔开，写成 {meant}"),
    "name-twice": ("名称“{name}”已经属于单位 {other}", "改用能区分的名称或别称"),
    # -- characters
    "personal": (
        "这里有像{kind}的“{shown}”，台账和网站不收个人信息",
        "删去；要留联系方式，只写单位对外公布的，写在单位的 phone 或 site.yml 的 contact",
    ),
    "hidden": ("这一行有看不见的字符 {code}", "删去后重新输入这一处"),
    "blank": ("“{title}”的值前后有空白，或只有空白", "删去空白"),
    "invisible": ("“{title}”里有看不见的字符 {code}", "删去后重新输入这一处"),
    "look-alike": ("“{title}”里的“{char}”（{code}）是形近字符", "改为常用的“{plain}”"),
    "full-width": ("“{title}”的值“{value}”用了全角或非 ASCII 字符", "改为半角“{plain}”"),
    "spelling": ("“{title}”的值“{value}”不是规范写法", "写成{form}"),
    # -- the contract
    "required": ("“{title}”没有填写", "补上这一项"),
    "type": ("“{title}”的值“{value}”不是{type}", "按{type}的写法改正"),
    "enum": ("“{title}”的值“{value}”不在可选范围", "改为{hint}"),
    "pattern": ("“{title}”的值“{value}”不合格式", "参照说明改正：{description}"),
    "limit": ("“{title}”的值“{value}”超出允许的范围", "改为{allowed}"),
    "primary-key": ("{table}表中的“{value}”与 {other} 的记录重复", "改用没有用过的标识，或删去一条"),
    "id-needed": ("这条记录没有写标识，自动的标识“{value}”与 {other} 的记录相同", "写上自己的 id"),
    "id-windows": ("标识“{value}”在 Windows 上不能当文件夹的名字，那里建不成网站", "改用别的标识"),
    "id-reserved": ("标识“{value}”是网站自带的页面 {path} 的地址", "改用别的标识"),
    "unique": ("“{title}”的值“{value}”在{table}表中已经用过", "改用没有用过的值"),
    "foreign-key": ("“{title}”的值“{value}”不在{table}表中", "{hint}"),
    # -- rules of the field
    "cycle": ("“{title}”绕成了圈：{path}", "断开其中一处"),
    "self": ("“{title}”指向了自己", "改为另一条记录，或删去"),
    "plan-years": ("年度计划的起始年与终止年不同，或终止年早于起始年", "改正年份"),
    "plan-parent": (
        "上级规划应当包含本计划的第一年，而且管的年数更多，“{value}”不是",
        "改为正确的上级规划；管同样几年的，上级只能是五年规划",
    ),
    "plan-top": ("五年规划没有上级规划，这里写着“{value}”", "删去 parent；上一个五年规划写在 previous"),
    "plan-previous": ("上一轮规划“{value}”到 {end} 年为止，本规划 {start} 年就已开始", "改正 previous 或年份"),
    "other-plan": ("“{title}”的“{value}”属于另一个规划 {plan}", "改为本规划的标识"),
    "other-section": ("指标的领域“{value}”与所属任务的领域“{section}”不同", "改为一致，或不写 section"),
    "nature-plan": ("指标性质“{value}”与规划类别“{kind}”不符", "年度计划用 年度指标，多年的规划用其余三种"),
    "kind-plan": ("任务类别“{value}”与规划类别“{kind}”不符", "年度计划用 年度任务，多年的规划用其余四种"),
    "years-order": ("起始年 {start} 晚于终止年 {end}", "改正年份"),
    "day-none": ("“{title}”的“{value}”不是日历上有的日子", "核对原文，改正日期"),
    "days-order": ("“{first}”{start} 晚于“{second}”{end}", "改正其中一项"),
    "day-far": ("“{title}”的“{value}”不在 {first} 年到 {last} 年之间", "核对原文，改正年份"),
    "milestone-order": ("节点的时限 {due} 早于前一个节点的 {before}", "按时间先后排列，或改正时限"),
    "target-years": ("目标期 {start}—{end} 超出规划期 {plan_start}—{plan_end}", "改正年份"),
    "target-twice": (
        "同一指标、同一单位、同一时期有两个目标值（{other} 已有）",
        "删去一个；分档次的写 tier，上级下达的写 set_by，调整过的在旧的上写 replaced_by",
    ),
    "observation-late": ("时期 {period} 晚于文件的日期 {date}", "改正时期；尚未发生的不是完成值"),
    "observation-twice": (
        "同一文件对同一指标、同一单位、同一时期披露了两个数（{other} 已有）",
        "删去一个，或拆成两个口径的指标",
    ),
    "report-period": ("时期 {period} 晚于文件的日期 {date}", "改正时期"),
    "since-year": ("累计值没有写从哪一年算起，也没有在 note 里说明", "补 since_year；文件没有写明时在 note 里说明"),
    "since-year-unwanted": ("计数方式是“{basis}”，不需要累计起始年", "删去 since_year，或把 basis 改为 累计"),
    "basis-year": (
        "时期 {period} 只是一年里的一段，计数方式却是“{basis}”",
        "从一月加起来的用 年内累计，平均数用 年内平均，只是这一段的用 当期",
    ),
    "basis-part": ("计数方式是“{basis}”，时期 {period} 却是一整年", "写明到哪个月、季度或半年；全年的数用 当年"),
    "as-of-early": ("截止日期 {day} 早于时期 {period} 开始的那一天", "改正其中一项"),
    "reported-half": ("填报单位与填报日期应当同有同无", "补上另一项，或都删去"),
    "other-figure": ("“{title}”的“{value}”不是同一指标、同一单位的数，或时期不同", "改为正确的标识，或删去"),
    "unit-missing": ("指标有数值而没有计量单位", "补上 unit"),
    "unit-measure": ("度量方式“{measure}”的计量单位应当是{allowed}，这里是“{unit}”", "改正单位或度量方式"),
    "value-missing": ("原文表述“{text}”里有数字，value 却空着", "补上 value；不是确切数字的才留空"),
    "range-missing": ("原文表述“{text}”是一个范围，没有写上限", "在 value_max 里写 {value}，value 写下限"),
    "range-half": ("写了上限数值，没有写下限", "补上 value"),
    "range-order": ("上限数值 {upper} 不大于数值 {value}", "核对原文，改正其中一项"),
    "range-comparator": ("目标是一个范围，比较符却是“{value}”", "改为 =；原文有“左右”的用 ≈"),
    "number-negative": ("“{title}”的值 {value} 是负数", "核对原文，改正这个数"),
    "comparator-missing": ("目标值有数值而没有比较符", "补上 comparator；原文没有写方向时用 ="),
    "comparator-unwanted": ("“{measure}”的目标值不写比较符", "删去 comparator"),
    "comparator-words": ("比较符“{value}”与原文表述“{text}”不符", "改为“{expected}”"),
    "qualifier-comparator": ("限定词“{value}”与比较符“{comparator}”不符", "核对原文，改正其中一项"),
    "qualifier-missing": ("原文表述“{text}”里有“{word}”，限定词却空着", "补上 qualifier: {word}"),
    "qualifier-words": ("限定词“{value}”与原文表述“{text}”不符", "改为“{word}”"),
    "comparator-direction": ("比较符“{value}”与方向“{direction}”相反", "改正其中一项"),
    "direction-missing": ("指标的目标值有数值而没有方向", "补上 direction"),
    "value-text": ("数值“{value}”与原文表述“{text}”里的数不同", "核对原文，改正其中一项"),
    "parts-whole": ("分解到单位的目标值合计 {parts}，与整个地区的 {comparator}{whole} 不相容", "核对各单位的目标值"),
    "subset-whole": ("“其中”项的目标值 {part} 大于总体“{name}”的 {whole}", "核对两个数值或关系"),
    "lead-missing": (
        "任务没有牵头单位",
        "补上 lead；整份文件都不写责任单位的，在 documents.yml 里写 assigns: 不指派",
    ),
    "lead-mode": ("牵头方式“{value}”与牵头单位数 {count} 不符", "改为{expected}"),
    "role-twice": ("“{name}”在同一任务里出现不止一次", "只留一处"),
    "printed-role": (
        "文件的责任写法是“{manner}”，“{name}”应当是 {expected}，这里是 {role}",
        "改正角色或次序；另有角色用语的，把它写在 printed_role 里",
    ),
    "indicator-lead": ("指标写了分工，却没有牵头单位", "补上 lead；只有一个责任单位的，由它牵头"),
    "due-words": ("完成时限 {value} 与印着的“{text}”不符", "改为 {expected}，或改正 due_text"),
    "report-early": ("时期 {period} 在规划开始的 {start} 年以前", "改正时期，或改正所属的规划"),
    "due-missing": ("时限类型是 限期，却没有完成时限", "补上 due，或改正 recurrence"),
    "end-half": ("终止日期与终止原因应当同有同无", "补上另一项，或都删去"),
    "merged-where": ("任务已并入别的任务，却没有写是哪一个", "补上 replaced_by"),
    "member-kind": ("“{name}”不是统称，不能有成员", "把类别改为 统称，或删去成员"),
    "parent-collective": ("“{name}”是统称，不能作上级单位", "改为具体的单位，或删去 parent"),
    "phone-mobile": ("“{value}”像是个人的手机号码", "改为对外公布的办公电话，或删去"),
    "place-kind": ("“{name}”是{kind}，不是地方", "places 里只写{allowed}，别的单位写在分工里"),
    "investment-unit": ("项目有投资额而没有单位", "补上 unit，例如 亿元"),
    "reported-measure": (
        "进展只判定 建成创建 类指标，“{name}”是 {measure}",
        "从 indicators 里删去；有数值的，写成一条完成值；文件自己作了判断的，写上 verdict",
    ),
    "continues-plan": ("接续的任务“{value}”不属于上级规划，也不属于上一轮规划", "改为这两个规划的任务"),
    "relation-previous": ("“接续”的指标“{value}”不属于上一轮规划", "改正指标，或在规划上写 previous"),
    # -- the office's own work
    "submission-collective": ("“{name}”是统称，不能填报", "写具体的单位"),
    "submission-number": ("同一单位的填报次数应当从 1 起连着写，这里应是 {expected}，写的是 {value}", "改正次数或次序"),
    "submission-early": ("收到日期 {day} 早于这一轮的开始日期 {start}", "改正其中一项"),
    "round-early": ("填报从 {day} 开始，时期 {period} 还没有到", "改正其中一项"),
    "submission-late": ("收到日期 {day} 比截止日期 {due} 晚了一年多", "改正其中一项"),
    "submission-order": ("收到日期 {day} 早于上一次填报的 {before}", "改正日期或次数"),
    "remark-answer": ("批注标为 已答，却没有答复", "补上 answer，或把状态改为 未决"),
    "feedback-personal": ("“{value}”里有手机号、证件号、卡号、邮箱一类的个人号码", "删去号码，这里的话人人看得见"),
    "feedback-half": ("答复与答复日期应当同有同无", "补上另一项"),
    "acknowledged-code": ("“{value}”不是疑点的代号", "改为{hint}"),
    "record-unknown": ("“{value}”不是任何一条记录的标识", "{hint}"),
    "passage-pair": ("原文区间与原文指纹应当同有同无", "用 locate 命令重新取得这两项"),
    "passage-order": ("原文区间“{value}”的起点不小于终点", "用 locate 命令重新取得"),
    "passage-outside": ("原文区间 {value} 不在所属任务 {task} 的区间 {outer} 之内", "用 locate 命令重新取得"),
    "passage-overlap": ("原文区间 {value} 与任务 {task} 的区间 {other} 重叠", "每个任务取自己的一句，到责任括注为止"),
    # -- hand-written pages and settings
    **PAGE_FINDINGS,
} | TEXT_FINDINGS
"""Rule → (what is wrong, what to do). The order is the order in which findings are shown: gravest first."""

DOUBTS: Final = doubt_words.DOUBTS
SINCE_PUBLISHED: Final = frozenset(code for code in DOUBTS if code.startswith("change-"))
"""The doubts about what changed since the ledger was published: only its history tells of them."""

DRAFTS: Final[dict[str, tuple[str, str]]] = {
    "drafts-left": (
        "这个文件里还有 {count} 条草稿，这是第一条",
        "用 review 命令逐条核对，采用或者不要",
    ),
}
"""What a person has still to look at: code → (what there is, what to do)."""

NOTICES: Final[dict[str, tuple[str, str]]] = {
    "parts-short": (
        "台账所列的镇街都分解了，目标值合计 {total}，还不到整个地区的 {whole}",
        "看看有没有漏掉的一份；文件只分解了一部分的，不用改",
    ),
    "acknowledged-needless": ("记录 {record} 已经没有 {code} 这个疑点，或者值改过了", "核对以后删去这一条登记"),
}
"""What stops nothing: code → (what there is, what to do)."""

WORDS: Final = FINDINGS | DOUBTS | DRAFTS | NOTICES

RANK: Final = {code: rank for rank, code in enumerate(WORDS)}

NOTHING: Final = "空"
VALUE_TO_REACH: Final = "目标值"
VALUE_BEFORE: Final = " {period} 的数值"
TIMES: Final = "{times} 倍"
LESS_OR_MORE: Final = {1: "低", -1: "高"}

OR: Final = " 或 "
PERHAPS: Final = "是否“{hint}”"
REGISTER_ID: Final = "核对标识，或先登记它"
REGISTER_IN: Final = "先在{table}里登记它"
USE_FOLDER: Final = "改为已有的标识，例如 {hint}"
USE_ID: Final = "改为“{hint}”，或先登记它"
MAY_BE_EMPTY: Final = "，可以为空"
SEVERAL_NAMES: Final = "像是几个单位写在了一起，应当一项写一个：{hint}"
NO_SIMILAR_NAME: Final = "名单里没有相近的名称"
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
    "projects": "projects/<规划>/<名称>.yml",
    "rounds": "rounds.yml",
    "submissions": "submissions/<轮次>.yml",
    "remarks": "remarks/tasks.yml",
    "acknowledged": "acknowledged.yml",
    "feedback": "feedback.yml",
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
NOT_WRITTEN: Final = "（草稿，还没有写）"
"""What a preview shows in the place of a text that a draft lacks."""
AT_LINE: Final = "{file} 第 {line} 行"
SLUG_CHARACTERS: Final = "a-z、0-9 和连字符"
SPELLINGS: Final = {
    "number": "半角数字，如 14.6",
    "integer": "半角整数，如 2018",
    "boolean": " true 或 false",
    "date": "年-月-日，如 2018-01-18",
}
"""Type → the one way to write it."""
SITE_ALLOWED: Final = {
    "contract": "2",
    "level": "区、县、县级市、自治县、旗或地级市",
    "keywords": "[词, 词]",
    "public": "[rounds, appraisal]，或者其中一个",
    "synonyms": "由“口头的词: [正式的词, 正式的词]”组成，词至少两个字，不含空格、顿号和等号",
    "licence": "由 name、title、path、attribution 组成",
    "disclosure_office": "由 name、address、phone、url 组成，只有 name 必填",
    "text": "一个值",
    "demonstration": "true 或 false",
    "noindex": "true 或 false",
    "url": "以 https:// 开头、以 / 结尾的网址，照浏览器地址栏里的抄，不带账号、? 和 #",
    "edit_url": "以 https:// 开头、以 / 结尾的网址，照浏览器地址栏里的抄，不带账号、? 和 #",
    "version": "三段数字，例如 1.0.0",
    "package": "小写字母、数字和连字符，例如 plan-ledger",
    "path": "以 https:// 开头的网址，照浏览器地址栏里的抄",
    "badge_url": "以 https:// 开头的网址，照浏览器地址栏里的抄",
    "icp_url": "以 https:// 开头的网址，照浏览器地址栏里的抄",
    "police_url": "以 https:// 开头的网址，照浏览器地址栏里的抄",
    "phone": "办公电话，例如 010-12345678、12345、400-810-1234，分机写“转801”，几个号码用顿号隔开",
    "feedback": "以 mailto: 开头的邮箱地址，或以 https:// 开头的网址，里面没有引号和尖括号",
}
"""What a setting of the site may be."""

TYPES: Final = {
    "string": "文字",
    "number": "数字（如 14.6）",
    "integer": "整数（如 2018）",
    "date": "日期（如 2018-01-18）",
    "boolean": "true 或 false",
}

DAYS: Final = {
    "due": "完成时限",
    "due_text": "时限原文",
    "drafted_on": "成文日期",
    "signed_on": "落款日期",
    "published_on": "发布日期",
    "on_date": "日期",
    "on": "日期",
    "period": "时期",
    "since_year": "累计起始年",
    "as_of_on": "截止日期",
    "reported_on": "填报日期",
    "received_on": "收到日期",
    "starts": "开工时间",
    "finishes": "竣工时间",
    "start_year": "开始年",
    "ended_on": "终止日期",
    "opens_on": "开始日期",
    "due_on": "截止日期",
    "asked_on": "提出日期",
    "answered_on": "答复日期",
}
"""Columns that hold a time, by their names."""

LINKS: Final = {
    "plans": "上级规划",
    "parent": "上级标题",
    "section": "领域",
    "task": "任务",
    "tasks": "接替任务",
    "indicators": "接替指标",
    "targets": "修订后的目标",
    "revises": "更正的记录",
    "previous": "上一轮规划",
    "organizations": "上级单位",
    "replaced_by": "接替记录",
    "continues": "接续的任务",
    "member": "统称成员",
    "successor": "单位沿革",
    "related": "相关指标",
}
"""Links between records, by table or column."""

RELATIONS: Final = "指标关系"
MEMBERS: Final = "成员"
SUCCESSORS: Final = "沿革"
CONTINUATIONS: Final = "接续"
MILESTONES: Final = "节点"
EXCLUSIONS: Final = "不计入的数字"
"""Kinds of records that stand inside others or beside the tables."""
