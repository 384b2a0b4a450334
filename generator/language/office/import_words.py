"""Words of the command ``import``."""

from __future__ import annotations

from typing import Final

REFUSED, DOUBT, NOTICE = "问题", "疑点", "提示"

FINDINGS: Final[dict[str, tuple[str, str]]] = {
    "workbook-missing": (REFUSED, "没有这个文件。请检查文件名和所在的目录"),
    "workbook-folder": (REFUSED, "这是一个目录，不是工作簿。请写工作簿的文件名"),
    "workbook-unreadable": (REFUSED, "文件打不开（可能没有读取权限，或正被别的程序占用）。请关掉正在用它的程序再试"),
    "workbook-size": (REFUSED, "文件超过 {limit} MB，不像一份台账。请删去图片和用不着的表，另存后再试"),
    "workbook-empty": (REFUSED, "文件是空的。请重新拷贝一份"),
    "workbook-old": (REFUSED, "这是旧格式（.xls）的文件，读不了。请用 Excel 或 WPS 打开，另存为 .xlsx 再试"),
    "workbook-password": (REFUSED, "文件设了密码，读不了。请打开后取消密码，另存后再试"),
    "workbook-text": (
        REFUSED,
        "内容不是工作簿（可能是 CSV 或网页改了扩展名）。请用 Excel 或 WPS 打开，另存为 .xlsx 再试",
    ),
    "workbook-binary": (REFUSED, "这是二进制工作簿（.xlsb），读不了。请另存为 .xlsx 再试"),
    "workbook-other": (REFUSED, "这不是 Excel 工作簿（可能是 Word、ODS 或别的文件）。请另存为 .xlsx 再试"),
    "workbook-unpacked": (REFUSED, "解开后超过 {limit} MB，不像一份台账，没有读。请复制要用的几张表到一个新的工作簿"),
    "workbook-cells": (
        REFUSED,
        "有 {count} 个单元格，多于 {limit} 个，没有读。请删去用不着的表和表下面的空格式，另存后再试",
    ),
    "workbook-entities": (REFUSED, "文件里有不该有的定义（DOCTYPE），可能被人动过手脚，没有读。请向提供文件的人要原件"),
    "workbook-damaged": (REFUSED, "文件坏了，读不出来。请用 Excel 或 WPS 打开修复，另存后再试"),
    "no-table": (
        REFUSED,
        "没有认出台账的表头。表头里要有“重点工作、牵头单位、完成时限”或“指标、单位、2025年”这类列名；"
        "叫别的名字的列，请用 --columns 说明",
    ),
    "no-rows": (REFUSED, "有表头，没有可以导入的行。请检查是不是整张表都隐藏了，或只有表头"),
    "no-year": (REFUSED, "看不出是哪一年的台账。请在表的标题里写上年份（例如“2024年重点工作台账”）再试"),
    "other-place": (NOTICE, "这份台账像是“{other}”的，目录里的台账写的是“{own}”；请看看是不是放错了地方"),
    "no-issuer": (DOUBT, "表里没有写填报单位，site.yml 里也没有写发布单位，文件的发布单位暂时写作“{issuer}”"),
    "columns-file": (REFUSED, "列名文件写得不对：{reason}。每行写“列名: 种类”，种类可以是 {kinds}"),
    "data-broken": (REFUSED, "{file} 里原有的台账有错，先改好它再导入。运行 check 可以看到错在哪里"),
    "faults-follow": (
        REFUSED,
        "照这张表改，台账会有错，所以什么都没有写。请看看表头和改动的格对不对。会出现的错：{fault}",
    ),
    "imports-broken": (REFUSED, "{file} 记着上次读到的内容，现在读不懂了。请从 git 里恢复这个文件，再运行一次"),
    "sheet-unknown": (NOTICE, "这张表没有认出表头，没有导入。不是台账就不用管；是台账，请用 --columns 说明列名"),
    "sheet-hidden": (NOTICE, "这张表是隐藏的，没有导入。要导入，请先取消隐藏"),
    "rows-hidden": (NOTICE, "第 {rows} 行是隐藏的（或被筛选掉了），没有导入。要导入，请先取消隐藏"),
    "columns-hidden": (NOTICE, "{columns} 列是隐藏的，没有导入。要导入，请先取消隐藏"),
    "column-unknown": (NOTICE, "“{name}”这一列不认识，没有导入。有用的话，请用 --columns 说明它是什么"),
    "column-left-out": (NOTICE, "“{name}”这一列台账里不收，没有导入"),
    "macros": (NOTICE, "工作簿里有宏，没有运行，也没有读"),
    "links": (NOTICE, "工作簿连着别的文件，没有去打开；表里显示的是上次算出的数"),
    "title-cut": (NOTICE, "文字超过 60 个字，摘要只取前面一部分；完整的文字还在表里，请看看摘要通不通"),
    "unit-person": (NOTICE, "有一个不像单位的短名字，可能是人名，没有写进台账"),
    "leader-name": (NOTICE, "责任领导一栏里有人名或认不出的职务，没有写进台账；台账只写职务"),
    "unit-twice": (NOTICE, "{name} 写了两次，只算前面的一次"),
    "responsible-support": (
        NOTICE,
        "同一行另有牵头单位，“责任单位”按配合单位登记，并注明印的是责任单位。不是这个意思，请改台账",
    ),
    "issuer-site": (NOTICE, "没有写填报单位，文件的发布单位写作 {issuer}（取自 data/site.yml）"),
    "lead-missing": (DOUBT, "这一行没有牵头单位，也没有责任单位"),
    "lead-list": (DOUBT, "只写了责任单位，有 {count} 个，没有说谁牵头；暂时都算牵头"),
    "title-above": (DOUBT, "任务名称是空的，按上面一行的读作“{title}”"),
    "title-empty": (DOUBT, "只有单位或时限，没有任务的文字"),
    "due-unclear": (DOUBT, "完成时限“{text}”读不出是哪一天"),
    "due-year": (DOUBT, "完成时限“{text}”不在台账的年份里"),
    "weight-unclear": (DOUBT, "分值“{text}”不是一个数，没有写"),
    "unit-unclear": (DOUBT, "“{name}”不像一个单位的名称"),
    "unit-kind": (DOUBT, "看不出“{name}”是哪类单位，暂时写作{kind}"),
    "value-unclear": (DOUBT, "“{text}”读不出一个确定的数"),
    "value-unit": (DOUBT, "“{text}”带的单位和这一栏的单位“{unit}”不一样"),
    "value-share": (DOUBT, "单位是 %，数却写作 {text}；是不是漏了百分号，应是 {percent}%"),
    "unit-missing": (DOUBT, "指标没有写计量单位"),
    "nature-unclear": (DOUBT, "属性“{text}”不是预期性或约束性，暂时写作{nature}"),
    "direction-unclear": (DOUBT, "看不出越高越好还是越低越好，暂时写作越高越好"),
    "measure-unclear": (DOUBT, "看不出是全年合计还是年末的数，暂时写作{measure}"),
    "figure-name": (DOUBT, "看不出“{value}”是什么指标，名称暂用任务的名称"),
    "base-year": (DOUBT, "“{text}”没有写明是哪一年的数，按计划的前一年记作 {year} 年"),
    "target-twice": (DOUBT, "同一年有两个目标值，只收了左边的一个"),
    "result-twice": (DOUBT, "同一年有两个完成值，只收了左边的一个"),
    "past-growth": (NOTICE, "以前的增速没有对应的目标，没有读"),
    "path-year": (DOUBT, "{year} 年不在规划的年份里，这一栏没有读"),
    "town-unclear": (DOUBT, "“{name}”不像乡镇或单位的名称，这一行没有读"),
    "project-nature": (DOUBT, "没有写新建、续建还是前期，暂时写作新建"),
    "project-period": (DOUBT, "开竣工时间“{text}”读不出起止"),
    "amount-unclear": (DOUBT, "投资额“{text}”读不出一个数，没有写"),
    "amount-unit": (DOUBT, "没有写投资额的单位，暂时写作万元"),
    "cell-formula": (DOUBT, "{cell} 是公式，没有存下结果，当作空的"),
    "cell-error": (DOUBT, "{cell} 是错误值（如 #REF!），当作空的"),
    "cell-struck": (DOUBT, "{cell} 的文字画了删除线，还是读了；该删的请在表里删去"),
    "cell-long": (DOUBT, "{cell} 的文字太长，只读了前 5000 个字"),
    "changed-both": (
        DOUBT,
        "表里改成了“{new}”，台账里也改过，是“{now}”（上次读到的是“{old}”）；两边都没有动，请定一个",
    ),
    "changed-gone": (DOUBT, "表里这一行改了，台账里找不到对应的记录 {record}，没有写"),
    "changed-lines": (DOUBT, "表里改成了“{new}”，台账里这个值不止一行或有别的写法，没有改；请直接改 {mark}"),
    "row-gone": (DOUBT, "表里已经没有 {record} 这一行，台账里的没有动；不做了，请写明结束的日期和原因"),
    "file-in-the-way": (REFUSED, "{message}"),
}
"""What is said of a workbook or a cell: code → grade and words."""

LINE: Final = "{place}: {grade}：{words}。"
STATE_HEADER: Final = (
    "# 上次导入时每个单元格的内容，由 import 写；再导入时凭它知道表里改了什么。请和 data/ 一起存进 git，不要手改。\n"
)

COLUMN_KINDS: Final = {
    "序号": "serial",
    "领域": "area",
    "任务": "title",
    "内容": "content",
    "牵头单位": "lead",
    "责任单位": "responsible",
    "配合单位": "support",
    "参与单位": "participate",
    "指导单位": "guide",
    "考核单位": "assess",
    "责任领导": "leader",
    "完成时限": "due",
    "分值": "weight",
    "进展": "progress",
    "备注": "note",
    "不收": "contact",
    "指标": "indicator",
    "计量单位": "unit",
    "年均增速": "growth",
    "累计": "total",
    "目标值": "target",
    "基期值": "base",
    "属性": "nature",
    "项目名称": "project",
    "建设内容": "scale",
    "总投资": "total_investment",
    "年度投资": "year_investment",
    "建设性质": "project_nature",
    "开竣工时间": "project_period",
    "开工时间": "starts",
    "竣工时间": "finishes",
}
"""What a person calls a column in the file of ``--columns`` → the kind of the column."""

NO_MAPPING: Final = "不是“列名: 种类”的清单"
NO_KIND: Final = "第 {line} 行的“{kind}”不是列的种类"

DONE: Final = (
    "读了 {sheets} 张表：任务 {tasks} 项，单位 {units} 个，指标 {indicators} 个，目标 {targets} 个"
    "，项目 {projects} 个。"
    "写了 {files} 个文件，{drafts} 条记录是草稿"
)
NEXT_REVIEW: Final = "下一步逐条核对草稿：{program} review {folder} --open"
NEXT_BUILD: Final = "下一步进到这个目录里，检查用 {program} check，建站用 {program} build"
CHANGED: Final = "表里改了 {cells} 处：台账改了 {edits} 处，新写了 {records} 条"
KEPT: Final = "，没有动的 {kept} 处（见上面的疑点）"
UNCHANGED: Final = "和上次读到的一样，什么都没有写"
READ_ONLY: Final = "读了 {sheets} 张表：任务 {tasks} 项，指标 {indicators} 个，目标 {targets} 个，项目 {projects} 个"
STOPPED: Final = "什么都没有写。"

UNIT_LABELS: Final = {
    "lead": "牵头单位",
    "responsible": "责任单位",
    "support": "配合单位",
    "participate": "参与单位",
    "guide": "指导单位",
    "assess": "考核单位",
}
"""Kind of a column of units → how the reader of responsibilities calls it."""

GROWTH_NAME: Final = "{name}年均增速"
GROWTH_NAME_OF_YEAR: Final = "{name}增速"
CHANGE_ENDS: Final = "率|幅|幅度"
CHANGE_NAME: Final = "{name}提高"
TOTAL_NAME: Final = "{name}（累计）"
RATE_WORDS: Final = "增速|增长率?|增幅|递增"
CHANGE_WORDS: Final = "降低|下降|减少|压减|削减|提高|增加|提升|增长|降幅"
RISING: Final = (
    "增|总值|产值|收入|投资|就业|率$|比重|占比|比例|寿命|总额|总量|吞吐量|企业|数量|面积|覆盖|保有量"
    "|医师|床位|学位|人口"
    "|年限|天数|户数|家数|里程|产量|能力|保障|水平|指数|建|改|创|引|培|招|完成|达|到位|改厕|造林|利用|综合"
)
FALLING: Final = (
    "价格|涨幅|能耗|碳排|排放|浓度|失业|死亡|事故|漏损|外转|降|减|淘汰落后|负债|强度|用水量|贫困|发生率|化肥"
    "|农药|办理时限|时限压缩|投诉"
)
OF_THE_YEAR: Final = (
    "增|新|建|改|造|治|完成|投资|资金|招|引|培|创|开工|投产|产|收|植|栽|扶|户|接待|销售|吸纳|利用|修|整治|种"
)
NEW_IN_YEAR: Final = "新增|新建|新培育|新引进"
"""In the name of an indicator of one year they say that it is a sum of that year (a regular expression)."""
NOTE_PRINTED: Final = "{what}印作“{text}”"
NOTE_OWNERS: Final = "责任单位另有{names}"
NOTE_SCALE: Final = "建设内容：{text}"
TOTAL_INVESTMENT: Final = "总投资"
YEAR_INVESTMENT: Final = "年度投资"
VALUE: Final = "数值"
ROOT_SECTION: Final = "重点工作"
BREAKDOWN_SECTION: Final = "分解"
PLAN_TITLE: Final = "{year}年重点工作"
FIVE_YEAR_TITLE: Final = "主要指标"
TEN_THOUSAND_YUAN: Final = "万元"
YUAN: Final = "元"
POINT: Final = "百分点"
TOWN_GOVERNMENT: Final = "(?P<town>.*(?:镇|乡|街道))(?:人民政府|政府|办事处|办)"
POST_CORE: Final = (
    "(?:第一|常务|代|副)*(?:市长|县长|区长|旗长|州长|镇长|乡长|书记|主任|部长|主席|局长|秘书长|检察长"
    "|院长|会长|政委|司令员|校长|经理|董事长)(?:助理)?"
    "|(?:常委|党组成员|领导|负责同志|负责人|调研员|巡视员|党组书记|班子成员|专员)"
)
POST_BEFORE: Final = (
    "(?:分管|协管|主管|联系|负责|协助分管)[\u4e00-\u9fff]{0,8}?(?:的|工作)?|[市县区旗州镇乡省](?:委"
    "|政府|人大|政协|纪委|监委)?|街道|人民政府|政府|党委|党工委|管委会|党组"
    "|宣传部|组织部|统战部|政法委|纪委|监委|人大常委会|人大|政协|人武部|办公室|政府办|常务|党组成员"
    "|常委|主要|相关|有关|各|单位|部门|属地|开发区|园区|主要领导|、|兼|第一|公安"
    "|[市县区旗][\u4e00-\u9fff]{2,6}?[局委办](?:党组)?"
)
NOTES_JOINED: Final = "；"
LIST_JOINED: Final = "、"
PLAN_KINDS: Final = (
    ("民生实事|为民办|实事项目", "民生实事"),
    ("考核|绩效|责任制", "目标考核"),
    ("行动(?:计划|方案)|攻坚", "行动计划"),
    ("国民经济|年度计划|发展计划", "年度计划"),
)
"""Words of a title (regular expressions) → the kind of its plan."""
BY_THE_YEAR: Final = "年均|累计"
NOBODY: Final = "（没有写）"
NO_LEDGER: Final = (
    "{folder} 里已有别的内容，却没有台账（data）；换一个空目录或新目录，或者先建一个台账："
    "{program} init 目录 --name 某某区"
)
WHERE: Final = "没有说写到哪里：加 --into 目录名；只想看读到了什么，加 --json 文件名"
LONG_SURNAMES: Final = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯"
PHRASE_END: Final = "[,;:，；：。]"
ANNEX: Final = "^(?:附件?表?|附?表)[0-9一二三四五六七八九十]{0,3}[:：、.]?(?=.|$)"
REDUCTION: Final = "(?:降低|下降|减少|压减|削减|降幅)(?:率|幅|幅度)?$"
"""The end of the name of a reduction, of which more is better (a regular expression)."""
NATURE: Final = "属性"
ITEM_BEHIND: Final = (
    "(?<![，。；：,;:、\\s])\\s*\n\\s*(?=[0-9]{1,2}[.、．)）]|[(（][0-9一二三四五六七八九十]{1,2}[)）]"
    "|[①-⑳]|[一二三四五六七八九十]、)"
)
"""A line break before the number of an item (a regular expression)."""
NAME_BEFORE: Final = "(?:其中[:,]?|[0-9]{1,2}[.、](?![0-9])|[(][0-9一二三四五六七八九十]{1,2}[)]|[①-⑳]|[*#★▲△])+"
"""What may stand before the name of an indicator and is no part of it (a regular expression)."""
GOAL_BEHIND: Final = "(?<=.)(?:年度)?(?:目标|任务|计划|指标)(?:值|数)?$"
"""The end of the head of a column that says no more than that it is one of targets (a regular expression)."""
DUTY: Final = (
    "(?:分管|协管|联系|负责|主管)[\u4e00-\u9fff]{0,7}(?:工作|领域|战线|口)"
    "|(?:分管|协管)(?:工业|农业|城建|商务|教育|卫健|卫生|文旅|交通|科技|民政|财政|环保|住建|水利|政法)"
)
"""What an office is in charge of (a regular expression)."""
KIND_IN_BRACKETS: Final = r"(?<=[各乡镇])\((镇|街道|乡|街|区|场|办|街道办)\)"
"""A second kind of places within the name of a collective: 各乡(镇) (a regular expression)."""
