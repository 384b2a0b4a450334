"""What the columns of an office's ledger are called: one table for all, of regular expressions for whole names.

Names are compared without blanks, brackets behind them and full-width signs. Whoever calls a column otherwise names it
in a file, see ``--columns``.
"""

from __future__ import annotations

from typing import Final

PREFIXES: Final = "(?:年度|全年|本年|重点|主要|具体|市级|县级|区级|部门)*"

TOWNS: Final = "镇街|街镇|乡镇|镇乡|街道|乡镇街道|镇\\(街道\\)|园区"
"""Towns as the end of the name of a column of units (a regular expression)."""
MAIN_UNITS: Final = "(?:主要)?(?:责任|负责|主管|责任落实)(?:单位|部门|主体|科室)|.*分工|.+[及和、].+"
"""Columns of the units responsible beside which others, such as 落实单位, name those that take part."""
PLAIN_SUPPORT: Final = "(?:配合|协办|协同|协助|支持|协作|联办)(?:责任)?(?:单位|部门|科室)?"
"""The plain column of units that support; one with another name gives them that name as their role."""

COLUMNS: Final[dict[str, str]] = {
    "serial": "序号?|编号|项次|次序|排序|项目?序号|任务序号|NO\\.?|No\\.?|№",
    "area": (
        "领域|类别|板块|分类|大类|工作(?:类别|板块|领域|方向)|任务(?:类别|分类|板块|来源)|所属(?:领域|板块|类别)"
        "|一级(?:任务|指标)|专项|方面|条线|目标类别|考核类别|项目类别|类型|指标类别"
    ),
    "title": (
        "[\u4e00-\u9fff]{2,4}任务(?:及(?:目标|措施|要求|内容))?"
        f"|{PREFIXES}(?:工作)?(?:任务|事项|工作|举措|实事|改革)(?:名称|事项|项目|任务|分解)?"
        "|工作(?:名称|要点)|任务(?:名称|事项)|工作(?:任务|事项)(?:名称)?|事项名称|实事项目|民生实事|任务清单"
        "|重点项目(?:工作)?|考核(?:事项|项目|指标)|目标(?:名称|事项)|指标任务|(?:实事|重点|民生)*项目(?:名称)?|名称"
    ),
    "content": (
        "(?:推进|落实|保障|工作)?措施|量化(?:指标|目标)|预期(?:成效|成果|效果)|成果形式|工作成效|目标任务"
        "|任务目标|(?:工作|年度|全年|具体|主要|量化|预期|考核|阶段性?|建设|绩效"
        "|\\d{4}年(?:度)?(?:工作)?)*目标(?:要求|值|内容|任务)?"
        "|(?:工作|任务|具体|主要|重点|实施|建设|事项)+(?:内容|措施|举措|要求|标准|描述|安排)(?:及(?:目标|要求|标准))?"
        "|具体(?:任务|工作|事项)|分项任务|子任务|三级任务|细化(?:任务|措施)|工作内容(?:及|和)目标"
        "|任务内容(?:及|和)目标|完成标准|评价标准"
    ),
    "lead": "(?:第一)?(?:牵头|主办|主责|主抓|总牵头)(?:责任|负责|落实)?(?:单位|部门|科室|主体)?|第一责任(?:单位|部门)",
    "responsible": (
        "主要责任(?:单位|部门)|(?:责任|落实|承办|实施|主体|负责|完成|主管|建设|承担|业主|申报|属地|责任落实"
        "|项目(?:业主|建设|责任"
        f"|单位)?)(?:责任)?(?:单位|部门|主体|科室|{TOWNS})"
        "|责任分工|任务分工|分工|业主|项目业主|责任(?:部门|单位)(?:及|和|、)(?:配合|协办)(?:部门|单位)|属地"
    ),
    "support": (
        f"{PLAIN_SUPPORT}|(?:配合|协办|协同|协助|支持|协作|联办|承建|参建|涉及|相关)(?:责任)?(?:单位|部门|主体|{TOWNS})"
    ),
    "guide": "(?:业务)?指导(?:单位|部门)",
    "assess": "(?:考核|监督|督办|督查|督导|监管)(?:责任)?(?:单位|部门)",
    "participate": f"(?:参与|参加)(?:责任)?(?:单位|部门|科室|{TOWNS})?",
    "leader": (
        "(?:挂牌|挂帅|领衔|带队|包案|挂点)(?:领导|负责人)|(?:责任|分管|牵头|包保|包抓|联系|挂钩|挂联|督办"
        "|主管|县级|区级|市级|镇级|政府|第一|直接|主要|市"
        "|县|区|包联|督导|党政)*"
        "(?:领导|责任人|负责人|负责同志|责任领导)(?:姓名|及职务|职务)?|职务"
    ),
    "due": (
        "(?:完成|办结|落实|整改|推进|办理|实施|工作|目标|计划|要求|预计|计划完成|任务完成)*"
        "(?:时限|期限|时间|时点|日期|截止时间|截至时间)(?:要求|节点|安排)?|时间节点|进度要求|完成(?:时间|时限)"
    ),
    "weight": "(?:考核|指标|任务|基础|标准)*(?:分值|权重|分数|赋分)(?:\\(分\\))?|满分",
    "progress": (
        ".*累计完成投资|形象进度|(?:工作|目前|当前|最新|任务|项目|推进|落实|完成|实施)*(?:进展|进度|完成"
        "|落实|推进)(?:情况|状态"
        "|说明)?|完成率|存在问题.*|下步.*|下一步.*"
        "|是否.*|状态|督查.*|考核结果|得分|自评.*|序时进度|截[至止].*"
    ),
    "note": (
        "(?:开始|启动|起始|开工)时间|数据来源|资金来源|所属行业|年度建设内容|备注|说明|备考|附注|其他"
        "|备\\s*注|依据|文号|来源|任务来源文件"
    ),
    "contact": ".*(?:联系人|联系电话|联系方式|手机|电话|联络员|填报人|经办人|具体负责人|邮箱).*",
    "indicator": (
        "(?:主要|核心|考核|具体|监测|重要|预期|发展|二级|三级)*指标(?:名称|内容)?|指标体系|主要目标|考核(?:内容|要点)"
        "|发展指标|项目指标|名称"
    ),
    "unit": "单位|计量单位|指标单位|计量|量纲|单位名称",
    "growth": (
        "(?:20\\d\\d年)?(?:计划|预期|目标)?(?:增长|增速|增幅)(?:率)?%?|(?:(?:“?十[三四五六]五”?|五年"
        "|规划期|\\d{4}[—-]\\d{4}年?)(?:时期|期间)?)?(?:年均|平均每年)"
        "(?:增速|增长(?:率|速度)?|增幅|递增)?(?:\\(%\\))?(?:[或/、]?(?:\\[?[〔【(]?(?:累计|五年累计)(?:数|值|增加"
        "|提高|降低)?[)】〕]?\\]?))?"
        "|年增速|增速|增长|增长率|增幅|预期增长|计划增长|目标增速|(?:同比|[比较](?:上年|去年))(?:增长|增减|增速|增幅)率?%?|增减[率%]|[±]%"
    ),
    "total": "\\[?(?:五年|“?十[三四五六]五”?|规划期|三年)?(?:累计|合计|总量)(?:数|值|目标|增加|提高|降低|增减)?\\]?",
    "target": (
        "规划目标值?|(?:目标|计划|预期|规划|指标|任务|考核目标|计划目标|预期目标)(?:值|数)|目标|计划"
        "|年度目标值?|规划目标"
    ),
    "base": (
        "(?:基期|基数|现状|基准|上年|去年|上年度|上年同期|期初|基年)(?:年)?(?:值|数|实际|完成|水平"
        "|实际完成|完成数|完成值|实际数)?"
    ),
    "nature": "(?:指标)?(?:属性|性质)|指标类型|类型",
    "project": "(?:重点|建设|工程|投资|重大)*项目(?:\\(工程\\))?名称|工程名称|(?:重点|建设|重大)*项目",
    "scale": (
        "(?:主要)?建设(?:内容|规模|地点|任务)(?:(?:及|和|与)(?:主要)?(?:建设)?(?:内容|规模))?"
        "|(?:项目)?(?:建设)?规模(?:及内容)?|项目(?:内容|概况|简介)|建设地址"
    ),
    "total_investment": "(?:项目|计划|估算|概算)?总投资(?:额|估算|规模)?|投资(?:总额|规模|额)|概算(?:投资)?",
    "year_investment": (
        "(?:(?:20\\d\\d)?年度?|当年|本年|今年|年内|(?:20\\d\\d)年度?计划)(?:度)?(?:计划)?(?:完成)?投资(?:额|计划|任务)?"
        "|计划投资|年度(?:计划|投资)(?:投资)?(?:任务)?|20\\d\\d年投资(?:计划|任务)"
    ),
    "project_nature": "(?:建设|项目)(?:性质|类型|类别|状态|阶段)|性质|新(?:建)?/?续建",
    "project_period": (
        "开竣?工(?:及|、|和|/)?(?:竣工|完工|投产)?(?:时间|日期|年限)?|建设(?:年限|周期|时间|工期"
        "|起止年限?)|起止(?:时间|年限|年月|日期)|工期|开竣工时间"
    ),
    "starts": "(?:计划|预计|实际|工作|任务)?(?:开工|动工|开始|启动|起始|起)(?:时间|日期|年月)?",
    "finishes": "(?:计划|预计|实际)?(?:竣工|完工|投产|建成|结束|交付)(?:时间|日期|年月)?",
    "town": (
        "(?:乡镇|镇街|镇乡|街镇|镇|乡|街道|各镇街道?|乡镇街道|镇\\(街道\\)|乡镇\\(街道\\)|县区"
        "|县\\(市、区\\)|区县|县市区|地区|属地|园区|镇村|街乡|所属镇街)(?:名称|单位|别)?|单位名称"
        "|责任单位|单位"
    ),
}
"""Kind of a column → its names. In a table of one kind only the kinds of that table are looked for."""

KINDS_OF_TABLES: Final[dict[str, tuple[str, ...]]] = {
    "projects": (
        *("serial", "project", "scale", "total_investment", "year_investment", "project_nature", "starts", "finishes"),
        *("project_period", "lead", "responsible", "support", "leader", "contact", "progress", "note", "area"),
    ),
    "indicators": (
        *("serial", "indicator", "unit", "growth", "total", "base", "target", "nature", "lead", "responsible"),
        *("support", "leader", "contact", "weight", "note", "progress", "area"),
    ),
    "tasks": (
        *("serial", "lead", "responsible", "support", "participate", "guide", "assess", "leader", "starts", "due"),
        *("weight", "content", "title", "contact", "progress", "note", "area"),
    ),
}
"""Kind of a table → the kinds of its columns; the first that fits a name decides."""

STEPS: Final = (
    "(?:第?(?P<quarter>[一二三四1-4])季度末?|(?P<half>[上下])半年|(?P<month>1[0-2]|[1-9])月(?:份|底"
    "|末)?|前(?P<first>[三])季度)"
    "(?:工作|阶段|形象|计划|推进)*(?:目标|任务|计划|节点|安排|进度|要求|内容|举措)?"
)
"""A column of what is to be done by a part of the year (a regular expression)."""

YEAR: Final = (
    '(?:(?P<year>20[0-9]{2})年?(?:度|末|底)?|[“"]?(?P<plan>十[一二三四五六七]五)[”"]?(?:规划)?(?:期末|末|时期末)?)'
    "(?:年度|全年)*(?P<said>实际|实绩|完成|预计|预期|基期|基数|现状|决算|目标|计划|规划|任务|指标)*(?:值|数|水平|完成|情况|执行)*"
)
"""A column of one year (a regular expression)."""
ACTUAL: Final = ("实际", "实绩", "完成", "预计", "基期", "基数", "现状", "决算")
"""Words in the name of such a column that say that its figures were reached."""
ESTIMATED: Final = "预计"
MEAN_GROWTH: Final = "年均|平均每年|十[一二三四五六七]五"
"""Words of a column of growth that say that it is that of several years (a regular expression)."""
YEARS_OF_GROWTH: Final = "(?P<year>20[0-9]{2})|(?P<plan>十[一二三四五六七]五)"
"""The years in the name of a column of growth (a regular expression)."""
OF_GROUP: Final = "^(?:上年|以往|历年|已|全年)?(?P<said>实际|完成|预计)(?:完成|情况|数|值|水平)*(?=20[0-9]{2})"
"""Words of a head over several years that say the same (a regular expression)."""
FIVE_YEARS: Final = {
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "十六五": 2031,
    "十七五": 2036,
}
"""A five-year plan → its first year."""

TOTALS: Final = "(?:全[市县区镇旗州]|总)?(?:合|总|小|共|累)计(?:数|值|项)?(?![^(:,;、。项个\\d]{2})"
"""How a row of totals begins (a regular expression)."""
NOTES: Final = "(?:注|备注|说明|附注|填[表报写]说明|编制说明|资料来源|数据来源|备注说明)(?:[:0-9一二三1.、]|$)|\\*"
SIGNED: Final = (
    "(?:填[报表]|审[核批]|制表|签[发批]|联系|负责|主管|分管|经办|复核|校对|统计)(?:人|单位|领导"
    "|负责人|电话)?(?:签[字名])?:"
)
"""How rows below a table begin that are no data (regular expressions)."""
MADE_BY: Final = (
    "(?:填报|制表|编制|印发|发布|报送|牵头|责任)?(?:单位|部门|机关):(?P<issuer>[^\\s:]+?)(?=$|\\s|填"
    "|制|日期|时间|20\\d\\d)"
)
MADE_ON: Final = "(?:填[报表]|制表|编制|印发|发布|报送|截[至止]|更新)?(?:日期|时间|截[至止]):?\\s*(?P<day>\\S.*)"
_UNIT: Final = "(?:计量|金额|投资|数量|货币)?单位"
IN_UNITS: Final = f"{_UNIT}:\\s*(?P<unit>[^\\s,;。、:()]{{1,8}}?)(?:[,;)\\]】〕]|$|\\s)"
"""Lines above a table: who made it, on which day, and in which unit its amounts are."""

NUMERAL: Final = "[一二三四五六七八九十]{1,3}"
AREA: Final = (
    f"(?P<number>{NUMERAL}、|第{NUMERAL}[部分类章篇]+[、:]?|\\({NUMERAL}\\)、?|{NUMERAL}\\."
    f"|[IVX]+[.、])?(?P<title>.+?)(?:\\((?:共|合计)?[0-9]+[项个件条类].*?\\)|[(\\[](?:牵头"
    f"|责任)(?:单位|领导):.*)?"
)
"""A heading between the rows: its number, its title, and how many rows follow."""
AREA_SERIAL: Final = f"\\(?{NUMERAL}\\)?[、.]?|第{NUMERAL}[部分类]+"

LEADS_WHERE_EMPTY: Final = (
    "牵头(?:单位|部门)?(?:空缺|为空|空白|未填|未列|未明确|没有填写|缺失|空着).{0,12}责任(?:单位|部门).{0,6}牵头"
)
FIRST_LEADS: Final = "首位牵头"
TERRITORY: Final = (
    "[\u4e00-\u9fff]{1,8}(?:镇|乡|街道|街道办|街道办事处|镇人民政府|乡人民政府|镇政府|乡政府|区|县|市"
    "|旗|园区|管委会|开发区|社区|村|办事处)"
)
UNIT_BEHIND_TITLE: Final = f"[(（]{_UNIT}[:：][^()（）]*[)）]$"
INSIDE_BRACKETS: Final = "[(\\[〔【](?P<inside>[^()\\[\\]〔〕【】]*)[)\\]〕】]"
NATURES: Final = (("续建", "续建"), ("新建|新开工|拟建|改建|扩建|新开", "新建"), ("前期|储备|谋划", "前期"))
"""Words of the nature of a project (regular expressions) → the nature."""
STARTING: Final = "开工|动工|启动|开建|开始"
FINISHING: Final = "竣工|完工|建成|投产|投用|交付|结束"
PERIOD_SEPARATOR: Final = "—|–|~|～|至|到|-{1,2}(?!\\d{1,2}(?:-|$))|-(?=20\\d\\d)"
TO_BE_SAID: Final = "待定|未定|另行|视情|待确定|待明确"
MONEY: Final = "(?:亿|千万|百万|万)?元"
UNIT: Final = "单位"
YEAR_SIGN: Final = "年"
NAMED_PERSON: Final = (
    "(?:[\u4e00-\u9fff]{0,6}(?:人|领导|同志|电话|手机|签[字名发批])(?:签[字名])?|审[核批定]"
    "|填[报表制]|制表|复核|校对|经办|统计|联系)"
    "[:：]\\s*[^\\s:：,，;；]*"
)
"""A label before the name or the number of a person, with it (a regular expression)."""
NO_TARGET: Final = "(?:实际|已)?完成(?:数|值|情况|率)?|实际|进度|占比|排名|名次|同比|增幅"
"""The lowest head of a column that holds no target (a regular expression)."""
WITH_PERSONS: Final = "(?:[及和与/、](?:主要)?(?:责任人|负责人|联系人|责任领导|负责领导))?"
"""What may stand behind the name of a column of units (a regular expression)."""
