"""Words that official documents use and that the program looks for in their text."""

from __future__ import annotations

from typing import Final

PERCENT: Final = "%"

PERCENT_IN_WORDS: Final = "百分之"

POINTS: Final = "百分点"

PERCENT_UNITS: Final = ("%", "‰", "个百分点", "倍")
"""Units that a growth rate or a change may have."""

UNITS_NOT_ADDED: Final = (*PERCENT_UNITS, "百分点", "岁", "天", "级", "分", "分钟", "分贝", "位", "名次", "℃", "无量纲")
"""Units of shares, means, places and times, which say nothing when they are added up over organisations."""

PER_UNIT: Final = ("/", "每", "人均", "户均", "万分之")
"""Signs that a unit is one thing for each of another."""

DIMENSIONLESS: Final = "无量纲"
"""The unit of a figure that has none: it is not printed."""

ROUGHLY: Final = "左右"
"""Printed behind a figure that is only about right."""

AND_MORE: Final = "余"
"""Printed between a number and its unit: 80 余名."""

KEEPING: Final = ("保持", "控制", "维持", "稳定在", "巩固在", "不低于", "不得低于", "不高于", "不超过", "不少于")
"""Words of targets that ask to keep a level, so that reaching it once is not enough."""

COMPANY_ENDINGS: Final = ("公司", "集团")
"""How names of companies end, whatever kind of unit they are counted among."""

FALLING: Final = ("降", "减", "削")
"""Words of changes that are falls."""

COMPARATOR_WORDS: Final = (
    ("不(?:得|能|应|会|可|宜)?(?:低于|少于|小于)|不下于?(?=[0-9])", "≥"),
    ("至少|最少|起码", "≥"),
    ("至多|最多|顶多", "≤"),
    ("(?:不足|不到|不满|未满)(?=[0-9])", "<"),
    ("(?:[≥≧⩾≮]|>=)(?=[0-9])", "≥"),
    ("(?:[≤≦⩽≯]|<=)(?=[0-9])", "≤"),
    (">(?=[0-9])", ">"),
    ("<(?=[0-9])", "<"),
    ("(?<=[0-9])\\+(?![0-9])", "≥"),
    ("不(?:得|能|应|会|可|宜)?(?:超|高于|多于|大于|突破)|未超过?", "≤"),
    ("以内|之内", "≤"),
    ("以下", "≤"),
    ("控制在", "≤"),
    ("(?<!赶)超(?!额|前|市|级|低|大|声|导|算|期|标|限|长|高清|高压|高层|高速)", ">"),
    ("突破|逾(?!期)", ">"),
    ("高于|多于|大于", ">"),
    ("低于|少于|小于", "<"),
    ("(?<!规模)(?<!限额)以上", "≥"),
    ("左右|上下(?![级游衔联])", "≈"),
    ("(?<![发到表直通传下送雷])达(?![标成产效])", "≥"),
    ("发展到", "≥"),
)
"""Printed words of comparison (regular expressions) → comparator; the first that stands in the text decides."""

BEHIND_A_FIGURE: Final = "[余多]?[元万亿%‰人户吨亩米个家件千百]"
"""With these goes on what stands behind a figure (a regular expression): no number of a person has a unit."""

BEHIND_A_RESULT: Final = "%‰亿万元个件家人户项名所座张条次公平亩吨立"
"""Characters behind a number that neither belong to it nor make a year or something vague of it."""

OCCASIONS: Final = "次"
"""人次 is another unit than 人."""
BEYOND_A_HUNDRED: Final = (
    "增",
    "长",
    "降",
    "减",
    "完成率",
    "达成率",
    "毛",
    "负债",
    "产销",
    "覆盖倍",
    "拨备",
    "充足",
    "指数",
    "进度",
    "倍",
)
"""Words in the name of an indicator in per cent that may be more than a hundred."""

FALLS: Final = ("降低", "下降", "减少", "压减", "削减", "降幅")
"""Words in the name of an indicator that say already that something becomes less."""

BELOW_ZERO: Final = ("元", "℃", "度", "净", "差", "增", "降", "减", "盈", "利润", "结余", "温")
"""Words in the name or unit of what is counted and may be less than nothing."""

NOT_ADDED_UP: Final = ("均", "率", "浓度", "指数", "密度", "比", "强度", "最", "每", "价", "倍", "满意", "得分", "排名")
"""Words in the name of an indicator of which a part may be more than the whole."""

RESPONSIBLE_UNIT: Final = "责任单位"

BY_DUTY: Final = "(?:职责|职能|任务)分工"
"""Words of a manner that assigns by duties (a regular expression); 按职责分别牵头 says no more than 分别牵头."""

BY_DUTY_ALONE: Final = "按(?:照)?(?:各自)?(?:职责|职能)分工(?:负责|落实|牵头|推进|抓好落实)"
"""With these ends a sentence that says nothing but who is responsible (a regular expression)."""

ITEM_NUMBER: Final = r"\(?第?[0-9一二三四五六七八九十]{1,3}[).、项条]{1,2}"
"""The number of an item, which stands before its words."""
BEFORE_FIRST_PART: Final = "文首"

# -- who is responsible

LEADING: Final = ("牵头", "总牵头", "主办", "负责", "总负责", "主抓", "主责")
"""Words behind the names of those that lead."""

OPENLY_LEADING: Final = "牵头|主办"

CARRYING_OUT: Final = (
    "组织实施",
    "推进",
    "实施",
    "推动",
    "落实",
    "承担",
    "组织",
    "统筹",
    "抓总",
    "开展",
    "办理",
    "完成",
    "抓好",
)
"""What those in charge do: words behind a word of leading, or behind the names themselves at the end."""

OTHER_ROLES: Final = {
    "配合": ("配合", "协办", "会办", "协助", "承办", "承建", "具体实施", "具体落实", "协同", "支持", "协作", "协调"),
    "参与": ("参与", "参加"),
    "指导": ("指导", "业务指导", "督促指导", "指导督促"),
    "考核": ("考核", "监督", "督办", "督促", "督查", "督导", "监管", "评估"),
}
"""Role → the words behind the names that mean it."""

BUILDING: Final = ("承建", "承办", "具体实施", "具体落实")
"""Words of support: where nobody leads, the units with these in their roles do."""

TOGETHER_WITH: Final = "会同"
"""Stands between the one that leads and those that support it."""

MANNERS: Final = (
    "(?:根据|按照?|依照?|依据)(?:各自|工作|部门|任务)*(?:的)?(?:职责|职能|分工)(?:分工)?(?:分别)?",
    "(?:根据|按照?|依照?)?属地(?:管理|负责)?(?:的)?原则",
    "具体",
    "分工",
    "分别",
    "共同",
    "联合",
    "各自",
    "一并",
    "全程",
    "积极",
)
"""How units share a role (regular expressions): words before that of the role that are no part of a name."""

WHOSE_PART: Final = (
    "[,;]?(?:其中)?[,:]?(?P<scope>第[0-9一二三四五六七八九十、至-]+[项条款]|[^,、;由]+?)(?:工作|部分)?(?<!自)由"
)
"""A part of a task and the word before the names of those that lead it."""

BEFORE_NAMES: Final = "(?:其中|由|请|,|、|;|:)+"

AND_OTHERS: Final = "等(?:有关|相关)?(?:部门|单位|地区)?"
"""Words behind the last of the names that name nobody."""

JOINING_NAMES: Final = "和|与|及|以及|并|同"

UNIT_ENDINGS: Final = (
    "局委办部厅处站所院校镇乡街村联会社团队行馆台组司室厂场港署网县市区旗州盟班投",
    "中心|公司|集团|街道|海关|科协|计生协|作协|[一二三四五六]中|国企|央企|森林公安|政府|政协|人大|部门|单位|企业|主体|机关|机构|银行|专班|大学|中学|小学|幼儿园|基地|各方|运营商|"
    "分行|支行|院校|平台|联盟|驻地|所在地|指挥部|委员会|管委会|办事处",
)
"""Characters, and words, with which the name of a unit ends."""

KINDS_OF_PLACES: Final = ("乡", "镇", "街", "街道", "乡镇", "镇街", "园区", "开发区")
"""Side by side behind 各 they are one collective: 各镇、街道."""

CLEAR_UNIT: Final = (
    "(?:局|委|办|部|厅|中心|海关|公司|集团|政府|街道|办事处|管委会|镇"
    "|乡|联|社|支队|大队|法院|检察院|分行|支行|单位|部门|管理处|园区)$"
)
"""With these ends what is a unit in a plain list (a regular expression); many a word ends with 会, 所 or 站."""

NO_UNITS: Final = (
    "政府",
    "企业",
    "社会",
    "全社会",
    "部门",
    "单位",
    "主体",
    "市场",
    "机关",
    "机构",
    "社区",
    "全区",
    "全县",
    "全市",
)
"""What ends like a name and names nobody."""

NO_NAME: Final = (
    "农业农村$|城乡$|^.?(?:市场|社区)$|(?:社会|自行|进行|执行|实行|推行|运行)$|[:。]"
    "|^(?:鼓励|支持|引导|动员|组织|推动|发动|确保|加强)"
)
"""What makes words no name of a unit (a regular expression)."""

EXPLAINING: Final = "不?含|包[括含]|即|指|如|例如|详?见|注"
"""With these begin parentheses that explain words and name nobody (a regular expression)."""

NOBODY: Final = ("无", "暂无", "没有", "-", "--", "—", "——", "/", "、", "空")
"""What stands where a cell names nobody."""

WHAT_IS_SAME: Final = (
    "(?:(?:责任|牵头|主办|配合|协办|参与)?(?:单位|部门)|责任领导|分管领导|(?:责任)?分工"
    "|(?:完成|办结)?(?:时限|时间|期限)|[、及和与,])*:?(?:均|都)?"
)
SAME_UNITS: Final = (
    f"{WHAT_IS_SAME}(?:同上|同前)(?:[一1]?[条项款])?"
    f"|{WHAT_IS_SAME}同(?:上|前)[一1]?[条项款]|{WHAT_IS_SAME}与(?:上|前)[一1]?[条项款](?:相同|同)"
)
"""The units are those of the clause before (a regular expression)."""
SAME_AS_NUMBER: Final = (
    f"{WHAT_IS_SAME}(?:[同与](?:任务|事项|序号)?第?\\(?(?P<number>[0-9]{{1,3}})\\)?[条项款号]?"
    "|[同与](?:任务|事项)?(?:第\\(?|\\()(?P<han>[一二三四五六七八九十]{1,3})\\)?[条项款]?)"
    "(?:任务|事项|工作)?(?:相同|一致)?"
)
"""The units are those of the clause with a number (a regular expression)."""
ITS_DEADLINE: Final = "时限|时间|期限"
"""Words that say that the deadline is the same, too (a regular expression)."""

NAMED_NUMBER: Final = "第?[(]?[0-9一二三四五六七八九十]{1,3}[)]?"
NAMED_ITEMS: Final = (
    f"(?<![上述前0-9一二三四五六七八九十])(?P<items>{NAMED_NUMBER}(?:(?:、|和|及|与|至|到|[-—–~～])+{NAMED_NUMBER}){{0,40}})"
    "(?:[条项款]|(?:件|个)?(?:事项|任务|工作))(?:工作|任务|事项)?(?:(?:均|都|分别)?由|:|(?=(?:责任|牵头|主办)(?:单位|部门):))"
)
"""Numbers of clauses and the word before the names of those that lead them (a regular expression): 第(二)、(三)项由."""

CLAUSES_ABOVE: Final = (
    "(?:以上|上述|前述|前)(?P<count>各|[一二两三四五六七八九十]+|[0-9]+)?"
    "(?:(?:项|条|款|点|个方面)(?:工作|任务|内容|事项)?|工作|任务|事项)(?:均|都)?"
)
"""The units are those of so many clauses, this one and those before it (a regular expression)."""

UNIT_LABELS: Final = {
    "牵头": "(?:第一)?(?:牵头|主办|主责|主抓)(?:责任|负责|落实)?",
    "责任": "(?:责任|负责|落实|承担|主管|实施)(?:落实|分解)?",
    "配合": "(?:配合|协办|协助|协同|支持|协作|承办|承建|属地|具体实施)(?:责任)?",
    "参与": "(?:参与|参加)(?:责任)?",
    "指导": "(?:指导|业务指导)",
    "考核": "(?:考核|监督|督办|督查|督导|监管|评估)(?:责任)?",
}
"""What the label before names says of them → how it begins (regular expressions)."""

MAIN_LABEL: Final = "(?:责任|负责|主管)(?:落实)?(?:单位|部门|主体)"
"""The label of those responsible beside which others, such as 落实单位, name those that take part."""

UNIT_LABEL_ENDINGS: Final = (
    "(?:单位|部门|主体|科室|处室|机构|镇街|街镇|乡镇|镇乡)"
    "(?:[及和与或/]?(?:单位|部门|责任人)|\\((?:单位|部门|科室|责任人)\\))?"
)

SHORT_LABELS: Final = {
    "牵头": "牵头|主办(?=:[^:。]{2,40}[,;。 ](?:协办|配合|参与):)",
    "配合": "配合|协办|协助|承建",
    "参与": "参与",
}
"""What the label before names says of them → labels without 单位: 牵头:区水务局. 主办: stands below web pages."""

LEADER_LABELS: Final = (
    "(?:第一|直接|责任|分管|牵头|包保|包联|包案|挂帅|包抓|联系|挂钩|挂联|督办|主管|县级|区级|市级|政府"
    "|协管|督导|党政|街道|县|区|市|镇|乡|村){0,8}"
    "(?:领导|责任人|负责人)(?:同志)?"
)

DEADLINE_LABELS: Final = (
    "(?:完成|办结|落实|整改|推进|办理|实施|工作|目标|计划完成)?"
    "(?:时限|期限|时间|时点|日期)(?:要求|节点|安排)?|时间节点|进度要求|进度安排"
)

TITLE_SIGNS: Final = "★☆▲△●○◆◇■□※*▪"
"""Signs before names that mark some of them."""

LABEL_OF_WORDS: Final = (
    "^(?:工作|目标|主要|具体|重点|年度|建设|任务|总体|改革)*(?:目标|任务|内容|措施|要求|举措|事项)"
    "(?:及(?:目标|要求|内容|任务|措施))?[:]"
)
"""Labels before the words of a task (a regular expression)."""

UNIT_FOLLOWS: Final = "[^,;。:牵责主]{1,12}(?:局|委|办|部|厅|中心|公司|政府|办事处|镇|乡|街道)(?:[、,;。)]|$)"
"""Behind 牵头单位为 these words are the name of a unit (a regular expression)."""

RESPONSIBLE: Final = "责任"
"""The kind of label that says who is responsible and no more."""

SAME_FOLLOWS: Final = "(?:均|都)?(?:同|与)(?:上|前|任务|事项|序号|第)"
"""Behind a label without a colon these words say that its units are those of another clause: 责任单位同第2项."""

LEADER: Final = "领导"
DEADLINE: Final = "时限"
"""Kinds of labels before what is no unit."""

PLAIN_POSTS: Final = "(?:副|常务副|代|党组|党委)?(?:[局县市区镇乡院校台站所队处科部社组]?长|主任|书记|主席|经理)"
"""Offices that may stand right behind the name of a person (a regular expression)."""

POST_ENDINGS: Final = "长|主任|书记|主席|委员|常委|成员|指挥|领导|调研员|专员|经理|负责人"
"""How the name of an office ends."""

SURNAMES: Final = (
    "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏姜戚谢邹章苏潘葛范彭马任方袁唐薛贺倪汤罗郝安于傅"
    "齐康余顾孟黄穆萧尹姚邵汪毛宋庞熊纪项祝董梁杜阮蓝季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫丁邓"
    "洪石崔龚程陆段侯武刘龙叶黎白赖卓乔谭温曾沙关阎涂牛"
)
"""With these characters nearly all names of persons begin."""

NO_PERSON: Final = (
    "林业|金融|武装|高校|华侨|石油|石化|温泉|康养|文旅|文体|文化|方面|龙头|江河|高速|高铁|金控|安全|安监|安置|项目|纪检|章程|林场|严控|"
    "毛纺|包保|常规|成员|贺岁|余热|时限|计划|水利|施工|任务|温室|曾经|万家|和谐|方案|金属|田园|段长|路段|马路|蓝天|孔雀|花卉|苏区|余项"
)
"""What begins like the name of a person and is none (a regular expression)."""
CONTACT: Final = "下同|为牵头|联系人|负责人|责任人|联络员|经办人|电话|手机|[0-9]{7,}"
"""Words in brackets behind a unit that say how to reach somebody (a regular expression)."""

RESPECTIVELY: Final = "分别"
DOING_WELL: Final = "(?:做好|抓好)?(?:相关|有关|各项)?(?:工作)?"
NO_PART: Final = "人|制"
"""What stands behind 负责 and is no part of a task: 负责人."""

FIRST_OF_LIST: Final = "(?:第一(?!责任人)|首位|首个|首家|居首|列首|排首|之首|为首|最前)"
FIRST_IN_LIST: Final = (
    rf"[(,;。、]*(?:排名?|列|排在|列在|居)?{FIRST_OF_LIST}(?:位)?(?:的|者)?(?:单位|部门)?(?:均|都)?为?(?:牵头|主责|主办)(?:单位|部门)?"
    r"(?:,?[以]?下同)?\)?$"
)
"""Words at the end of a list that say who of it leads (a regular expression)."""
ASSIGNING: Final = (
    (
        rf"(?:单位|部门)[^。]{{0,24}}?{FIRST_OF_LIST}[^。]{{0,12}}?(?:牵头|主责|主办|负总责)"
        rf"|{FIRST_OF_LIST}位?(?:的|者)?(?:单位|部门)?(?:均|都)?为(?:牵头|主责|主办)"
        rf"|{FIRST_OF_LIST}[^。]{{0,12}}?(?:单位|部门)[^。]{{0,8}}?(?:牵头|主责|主办|负总责)",
        "首位牵头",
    ),
    (
        r"责任(?:单位|部门).{0,24}?(?:都|均|皆|同|每家|各家)(?:是|为|系)?.{0,6}?(?:主责|牵头|责任主体|主体责任)"
        r"|责任(?:单位|部门)[^。]{0,12}?不分(?:先后|主次)",
        "全部牵头",
    ),
)
"""How a preface says who of a list leads (regular expressions) → how the document assigns."""

# -- deadlines

WHOLE_YEAR: Final = "全年|年内|年度内|本年度"
PLAN_END: Final = '期末|(?<=[”"五])末'
"""Words for the end of the plan (a regular expression)."""

RECURRENCES: Final = {
    "每月": "每个?月|按月|逐月",
    "每季": "每个?季度?|按季度?|逐季",
    "每年": "每年|按年度?|逐年|年年",
    "长期": "长期|持续|常年|常态|始终|经常|日常|全程|不间断",
}
"""How often a task is due → the words that say so (regular expressions)."""

NEXT_YEAR: Final = "明次来"
FIRST_HALF: Final = "上"

STEPS: Final = "每|按|逐"
"""A part of a deadline that begins so is a step that comes again, and no day."""

LOOKED_AFTER: Final = "调度|通报|报送|督[导查办]|会商"
"""What is done on the way, and says nothing of how long a task goes on (a regular expression)."""

DAY_WORDS: Final = "之前|以前|前|底|末|内|止|左右|上旬|中旬|下旬|初"
"""Words behind a date that change nothing of it, as a deadline."""

DUE_WORDS: Final = (
    "取得(?:阶段性|明显|显著|积极)?(?:成效|进展)|基本"
    "|完成|办结|落实|落实到位|到位|结束|见效|推进|坚持|开展|实施|调度|报送|全面"
)
"""What is done by a deadline: words that may stand with one."""
