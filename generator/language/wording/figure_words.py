"""Words around the figures of official documents: units, what is done or reached, comparison, softeners."""

from __future__ import annotations

from typing import Final

SCALES: Final = "万亿|千亿|百亿|亿|千万|百万|万|千|百"

MEASURES: Final = (
    "/10万|/十万|/万|个百分点|百分点|个千分点|千分点|平方公里|平方千米|平方米|立方米|公里|千米|海里|平米|米|亩|公顷|亿美元|美元|元|人次|人天|人年(?![均底末初内度])|人|周岁|岁|名|位|户次|户|家|"
    "吨标准煤|吨标煤|吨|公斤|市斤|斤|千克|克|兆伏安|千伏安|千伏|千瓦时|千瓦|兆瓦时|兆瓦|吉瓦时|吉瓦|标箱|标准箱|标台|微克|毫克|分贝|升|车次|台次|件次|场次|班次|批次|架次|航次|"
    "个|项|所|座|张|场|条|处|件|部|辆|台|套|只|头|株|棵|本|册|篇|支|枚|艘|架|列|份|批|对|组|队|片|块|口|眼|盏|根|门|把|箱|床|"
    "间|幢|栋|单元|宗|起|例|种|类|款|道|站|段|圈|环|节|课时|学时|届|次|倍|番|分|%|‰|℃|"
    "[EPT]F(?:lops|LOPS)|[TGM]bps|[TG]Hz|[MG]B|[EP]B|[EP](?![A-Za-z])|GWh|TWh|μg|mg|kg|km|MWh|MW|GW|kWh|kW|kV|TEU|TB|PB|dB|hm2|m2|m3|t"
)
"""Units, without a factor before them (a regular expression; longer ones first)."""

PER: Final = (
    "平方公里|平方千米|平方米|立方米|公里|千米|万人|千人|百人|人|亩|公顷|户|日|天|年|月|小时|次|吨|件|米|升|"
    "m3|m2|km2|L|kWh|kW|秒|分钟|人年|人次|万元|亿元|GDP"
)
"""What may stand behind the stroke of a unit: 元/亩, 件/万人."""

OR_UNIT: Final = r"(?:\((?:段|次|栋|幢|处|套|户|人|名|条|个|座|项|批|家|所|件|台|辆|间|组|支|片)\))?"
"""Another unit in brackets behind one: 条(段) (a regular expression)."""
RATINGS: Final = ("千伏", "kV", "伏")
"""Units that tell the kind of what is counted, where a name stands behind them: 110千伏变电站2座."""

DURATIONS: Final = "个工作日|工作日|个小时|小时|分钟|秒|个月|天|日|周"
"""Units of time: figures only behind words such as 缩短至, or where time is what is counted."""

TIME_COUNTED: Final = "(?:天|日|月|年|时)数(?:比例)?$|(?:时间|时长|时限|周期|年限)$"
"""Words right before a figure that say that time is what is counted: 优良天数300天以上 (a regular expression)."""

AGE: Final = "岁"
EACH: Final = "每"
PER_NAMES: Final = ("每", "均", "单位")
"""The name of an indicator says with these what stands behind the stroke: 每千人口床位数, 6张."""
"""Stands for the stroke of a unit: 微克每立方米."""

DOUBLINGS: Final = "(?:再)?翻(?P<times>[一两二三]?)番"
GROWING: Final = "提高|提升|增长|增加|上升|扩大"
FROM_TO: Final = (
    "[由从][^0-9]*(?P<first>[0-9]+(?:[.][0-9]+)?)(?P<unit>[^0-9]*?)(?:的水平)?(?:进一步|逐步|稳步)?"
    f"(?:(?P<up>{GROWING})|(?P<down>降低|下降|减少|压减|缩短))[到至][^0-9]*"
    "(?P<second>[0-9]+(?:[.][0-9]+)?)(?P<other>[^0-9]*)$"
)
"""From so much up, or down, to so much (a regular expression)."""
TIMES: Final = "倍"
UNITS_GO_ON: Final = ("时", "钟", "百分点", "标准煤", "标煤")
"""With these a unit goes on, and is another one: 千瓦时, 分钟, 个百分点."""
SAME_UNITS: Final = (
    ("平方千米|km2", "平方公里"),
    ("平米|(?<![a-z])m2", "平方米"),
    ("(?<![a-z])m3", "立方米"),
    ("hm2", "公顷"),
    ("(?<!海)千米|km", "公里"),
    ("标煤", "标准煤"),
    ("[μµu]g", "微克"),
    ("mg", "毫克"),
    ("kg|公斤", "千克"),
    ("kW(?:·?h)", "千瓦时"),
    ("kW", "千瓦"),
    ("MW(?:·?h)", "兆瓦时"),
    ("MW", "兆瓦"),
    ("kV", "千伏"),
    ("dB", "分贝"),
    ("(?<=/)L", "升"),
    ("TEU|标箱", "标准箱"),
    ("(?<=/)天", "日"),
)
"""Spellings of a unit (regular expressions) → the one that stands for all."""
HALF_TENTH: Final = "半"
MORE_THAN_HALF: Final = "过半|超过?(?:一|半数)?半数?(?![年天])"
HALF_OF_ALL: Final = "(?:一半|半数)(?=以上|左右|以下)"
NONE_AT_ALL: Final = "零(?:发生|事故|死亡|增长|新增|伤亡|返贫)|动态清零|动态为零"
RELATIVE: Final = (
    "(?:不低于|不高于|不少于|不超过|高于|低于|快于)"
    "(?:上年|去年|上一年|(?:全国|全省|全市|全县|全区|省|市|国家)?(?:同期)?平均(?:水平|值|增速)?)"
    "|与[^,;。]{2,12}同步"
)
"""A target that is measured by something else (a regular expression)."""
ONE_WAY: Final = "只减不增|只增不减|只升不降|只降不升"
SET_FROM_ABOVE: Final = "完成(?:国家|省|市|县|区|上级|省级|市级)*下达(?:的)?"
AND_ITS_TASK: Final = "(?:年度)?(?:任务|目标|指标)"

REACHED: Final = "达到|达|发展到"
APPROACHES: Final = (
    ("≥|>=", "≥"),
    ("≤|<=", "≤"),
    (">", ">"),
    ("<", "<"),
    ("不(?:得|能|应)?(?:低于|少于|小于)|(?:至少|最少)[^,;。、0-9]{0,4}", "≥"),
    ("不(?:得|能|应)?(?:超过?|高于|多于|大于|突破)|控制在|至多", "≤"),
    ("超过?|突破|高于|多于|大于|快于|逾", ">"),
    ("低于|少于|小于", "<"),
    (REACHED, "≥"),
)
"""Words right before a number (regular expressions) → comparator; the first that fits decides."""

ABOUT: Final = "(?<![签预节制公合特最附远条契相集违履邀靠临邻])(?:大约|大概|大致|差不多|约莫|约|近)"
"""Words of 左右 that stand right before a number (a regular expression)."""
TIMES_PAST: Final = "个?[年月日天周期届步]"
"""Behind a number these make a time of it: 近三年, 10余年 (a regular expression)."""
SOFT_ABOUT: Final = (
    f"(?!近(?:[0-9]++|[一二两三四五六七八九十]++){TIMES_PAST})"
    f"(?P<before>{ABOUT})(?:为|达到?|有|是|在|占)?[0-9一二两三四五六七八九十百千万亿]"
    "|(?P<behind>左右|上下(?![级游衔联]))"
)
"""A figure is only about so great (a regular expression)."""
SOFT_MORE: Final = f"(?<=[0-9十百千万亿])(?P<more>[余多来])(?!少|样|{TIMES_PAST})"
"""A figure is a little more: 500余家 (a regular expression)."""
QUALIFIES_ABOUT: Final = "约|近|左右|上下|大概|大致|差不多|前后"
QUALIFIES_MORE: Final = "[余多来几]"
"""What the words of a qualifier say (regular expressions)."""

BEHIND_NUMBER: Final = (("(?:及|或)?以上", "≥"), ("(?:及|或)?以下|以内|之内", "≤"), ("左右|上下", "≈"))
"""Words right behind a unit (regular expressions) → comparator."""

SOFTENERS: Final = "力争|争取(?!.{0,4}(?:资金|上级|中央|省级|专项|政策|支持|指标))|努力|奋力|冲刺|确保|预计"
STRIVING: Final = "力争|争取(?!.{0,4}(?:资金|上级|中央|省级|专项|政策|支持|指标))|努力|奋力"
SOFT_EFFORT: Final = f"{STRIVING}|冲刺|预计"
"""A figure is hoped for (a regular expression)."""
ANY_SOFTENER: Final = "[余多来约近概致左上力争努奋冲预确]"
"""A character that each softener has."""
SAYS_EFFORT: Final = "力争|争取|努力|奋力|冲刺|预计|确保"
"""What stands with a figure says one of these, and its qualifier the same (a regular expression)."""
CHALLENGING: Final = "冲刺|挑战"

REACHING: Final = "达到|达|到|至|为|在|成"
"""The end of words that say which level is reached."""
CHANGING: Final = "提高|提升|增长|增加|上升|扩大|净增|新增|降低|下降|减少|压减|压缩|缩短|缩减|削减|下调|上调|增|降|减"
"""Words that say how much something changes, unless 到 or 至 stands behind them."""
NEW: Final = "新增"
NET: Final = "净增"
DOING: Final = (
    "新改建|新建|改建|扩建|建成|建设|改造|完成|实施|培育|引进|打造|创建|修缮|更新|整治|修复|治理|开展|举办|发放|开工|加装|招聘|"
    "吸引|吸纳|引入|聚集|集聚|帮扶|启动|盘活|引育|认定|配备|布局|推出|选派|使用|接待|新增|净增|栽植|种植|投放|供应|筹集|化解|处置|惠及|安置|培训|安排"
)
"""Words before the number of what is done."""
SINCE_BASE: Final = "比|较|由|从|以"
YEARLY_GROWTH: Final = "年均|平均每年"
EACH_YEAR: Final = "每年|逐年|每年度"
SAYS_YEARLY: Final = "(?:年均|平均每年|年平均)(?!浓度|值|气温|温度|水平|利用|降[雨水]|风速|日照|径流|湿度)"
SAYS_EACH_YEAR: Final = "每一?年|逐年|年年|每个年度"
SAYS_STOCK: Final = "累计(?:总数|总量)?(?=[达到突超保拥有登注])"
SAYS_SUM: Final = (
    "累计|(?:[三四五]|[345])年(?:间|内|来)?(?:总?共|合计|总计|新增)|期(?:内|间)(?:总?共|合计|总计|新增)"
    r"|^[\[【〔][0-9.,]+[\]】〕]"
)
SAYS_SHARE: Final = "占比|占[^0-9]{1,12}(?:比重|比例|份额)"
SAYS_LEVEL: Final = f"(?:{CHANGING})(?:到|至)"
SAYS_CHANGE: Final = f"^(?:[比较][^0-9]{{0,8}}(?:[12][0-9]{{3}}年)?)?(?:{CHANGING})(?:[不超约近][^0-9]{{0,3}})?[0-9]"
"""How the words of a target say what its figure is, the first that fits decides (regular expressions)."""
SAYS_ANYTHING: Final = r"[年累期占\[【〔到至增减升降提压缩扩削调大]"
"""A character that all of these have."""
NAMES_YEARLY: Final = "年均(?:增|递|提|上升|下降|降|减|新增|净增|完成)"
NAMES_GROWTH: Final = "(?:增速|增幅|(?<!自然)增长率)$"
NAMES_SHARE: Final = "(?<![增降][长低幅])(?<!下降)(?<!产出)(?<!生产)(?:率|占比|比重)$"
NAMES_SUM: Final = "累计(?:新增|净增|完成|投|建|培|引|发放|实施|开展|治理|改造)"
"""The same of the name of an indicator."""
OF_ONE_YEAR: Final = "全年|当年|本年|今年"
PARTS_OF_A_YEAR: Final = (
    "(?P<half>上半年)|(?P<quarter>[一二三]|前三)季度|1月?[—–~至到-](?P<until>[2-9]|1[01])月"
    "|截[至止]?(?P<end>[2-9]|1[01])月"
)
WHOLE_YEAR: Final = "全年|年底|年末|12月"
QUARTERS: Final = {"一": "03", "二": "06", "三": "09", "前三": "09"}
"""What a text says of the months of a result: the last of them."""
AT_YEAR: Final = (
    "^(?:力争|确保)?(?:截[至止]|到|至)?(?P<year>[12][0-9]{3})年"
    "(?!以来|起|开始|[后初版]|[—–~至到-]|的水平|相比|[^0-9]{0,4}(?:规划|计划|标准|价))"
)
"""The year with which a text begins (a regular expression)."""
OF_SEVERAL_YEARS: Final = "[三四五345]年(?:来|间|共|合计|累计)|以来|期间|至今|开局"
"""The time of a result, as its words say (regular expressions)."""
OF_SOME_TIME: Final = f"[年月季]|{OF_SEVERAL_YEARS}"
HELD: Final = "保持在?|稳定在?|控制在|维持在?"
ALL_YEARS: Final = "累计|五年|三年"
OF_WHICH: Final = "其中"
PLACE_ENDINGS: Final = "镇|乡|街道|街|区|县|市|村|社区|园区|园"
TOWARDS_WHOM: Final = "对"
"""With this begins who is meant: 对增长超过10%的企业."""
RANK: Final = "(?<![底末日月年之以])前$"
SIZES: Final = "元|美元|人|吨|亩|平方米|公顷|千瓦|岁|%"
"""Units in which the size of what is counted is told: 3000万元以上项目30个."""
BEYOND: Final = "[过超逾]$"
COUNTED_THINGS: Final = (
    "(?:以上)?(?:的)?(?:[^0-9和及与、,;。:]{0,6}?)(?:企业|项目|园区|集群|产业|镇|村|平台|品牌|主体|景区|基地|合作社)"
    "[^0-9和及与、,;。:]{0,6}[0-9]"
)
"""What is counted, with its number, behind the size that each of it has passed: 产值超10亿元企业达到3家."""
BEHIND_ANOTHER: Final = "[及或]?(?:以上|以下|以内|之内|左右|上下)|(?<=[0-9百千万亿])[余多来]"
BEFORE_ANOTHER: Final = (
    "(?:不(?:得|能|应)?(?:低于|少于|超过?)|超过?|突破|高于|大于|低于|少于|小于|不足|达到?|至少|大约|约|近)"
    "[0-9亿万千百十][0-9.]*[^0-9和与及、,—~-]{2,}?"
    "(?=(?:达到?|发展到|超过?|突破|不低于|不少于|不超过)?$)"
)
"""Words before a figure that compare another one (regular expressions): 500万元以上项目30个, 超亿元企业5家."""
MORE_BETWEEN: Final = "[余多]"
"""Stands between 万 and a unit where a number is somewhat more (a regular expression)."""
MORE_NUMBERS: Final = "[0-9亿万][^0-9.,]+[0-9]|[上下内右][^0-9.,]*[0-9]"
QUOTED_NAMES: Final = "“[^“”0-9]{1,12}”"
NO_COUNTS: Final = "第每之“"
"""Before a numeral these say that it counts nothing."""
