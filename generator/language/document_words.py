"""Words that official documents use and that the program looks for in their text."""

from __future__ import annotations

from typing import Final

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

BY_DUTY: Final = "职责分工"
"""Words of a parenthesis that assigns by duties instead of by name."""

BEFORE_FIRST_PART: Final = "文首"

# -- who is responsible

LEADING: Final = ("牵头", "总牵头", "主办", "负责", "总负责", "主抓", "主责")
"""Words behind the names of those that lead."""

CARRYING_OUT: Final = ("组织实施", "推进", "实施", "推动", "落实", "承担", "组织", "统筹", "抓总", "开展", "办理", "完成", "抓好")
"""What those in charge do: words behind a word of leading, or behind the names themselves at the end."""

OTHER_ROLES: Final = {
    "配合": ("配合", "协办", "协助", "承办", "具体实施", "具体落实", "协同", "支持", "协作", "协调"),
    "参与": ("参与", "参加"),
    "指导": ("指导", "业务指导", "督促指导", "指导督促"),
    "考核": ("考核", "监督", "督办", "督促", "督查", "督导", "监管", "评估"),
}
"""Role → the words behind the names that mean it."""

TOGETHER_WITH: Final = "会同"
"""Stands between the one that leads and those that support it."""

BY_DUTY_MANNERS: Final = (
    "(?:根据|按照?|依照?|依据)(?:各自|工作|部门|任务)*(?:的)?(?:职责|职能|分工)(?:分工)?(?:分别)?",
    "(?:根据|按照?|依照?)?属地(?:管理|负责)?(?:的)?原则",
)
"""Printed manners of sharing a task by duties (regular expressions)."""

OTHER_MANNERS: Final = ("分别", "共同", "联合", "各自", "一并")

WHOSE_PART: Final = "[,;]?(?:其中)?[,:]?(?P<scope>[^,、;由]+?)(?:工作|部分)?(?<!自)由"
"""A part of a task and the word before the names of those that lead it."""

BEFORE_NAMES: Final = "(?:其中|由|请|,|、|;|:)+"

AND_OTHERS: Final = "等(?:有关|相关)?(?:部门|单位|地区)?"
"""Words behind the last of the names that name nobody."""

JOINING_NAMES: Final = "和|与|及|以及|并|同"

UNIT_ENDINGS: Final = (
    "局委办部厅处站所院校镇乡街村联会社团队行馆台组司室厂场港署网县市区旗州盟班投",
    "中心|公司|集团|街道|政府|政协|人大|部门|单位|企业|主体|机关|机构|银行|专班|大学|中学|小学|幼儿园|基地|各方|运营商|"
    "分行|支行|院校|平台|联盟|驻地|所在地|指挥部|委员会|管委会|办事处",
)
"""Characters, and words, with which the name of a unit ends."""

NO_UNITS: Final = ("政府", "企业", "社会", "全社会", "部门", "单位", "主体", "市场", "机关", "机构", "社区", "全区", "全县", "全市")
"""What ends like a name and names nobody."""

NOBODY: Final = ("无", "暂无", "没有", "-", "--", "—", "——", "/", "、", "空")
"""What stands where a cell names nobody."""

SAME_UNITS: Final = "(?:责任|牵头|主办|配合)?(?:单位|部门)?(?:同上|同前)(?:[一1]?[条项款])?|同(?:上|前)[一1]?[条项款]|与(?:上|前)[一1]?[条项款](?:相同|同)"
"""The units are those of the clause before (a regular expression)."""

CLAUSES_ABOVE: Final = "(?:以上|上述|前述)(?P<count>各|[一二两三四五六七八九十]+|[0-9]+)?(?:项|条|款|点|个方面)(?:工作|任务|内容|事项)?(?:均|都)?"
"""The units are those of so many clauses, this one and those before it (a regular expression)."""

UNIT_LABELS: Final = {
    "牵头": "(?:第一)?(?:牵头|主办|主责|主抓)(?:责任|负责|落实)?",
    "责任": "(?:责任|负责|落实|承担|主管|实施)(?:落实|分解)?",
    "配合": "(?:配合|协办|协助|协同|支持|协作|承办|具体实施)(?:责任)?",
    "参与": "(?:参与|参加)(?:责任)?",
    "指导": "(?:指导|业务指导)",
    "考核": "(?:考核|监督|督办|督查|督导|监管|评估)(?:责任)?",
}
"""What the label before names says of them → how it begins (regular expressions)."""

UNIT_LABEL_ENDINGS: Final = "(?:单位|部门|主体|科室|处室|机构)"

LEADER_LABELS: Final = "(?:责任|分管|牵头|包保|包抓|联系|挂钩|挂联|督办|主管|县级|区级|市级|政府)*(?:责任)?(?:领导|责任人|负责人)(?:同志)?"

DEADLINE_LABELS: Final = (
    "(?:完成|办结|落实|整改|推进|办理|实施|工作|目标|计划完成)?(?:时限|期限|时间|时点|日期)(?:要求|节点|安排)?|时间节点|进度要求"
)

LABEL_BRACKETS: Final = ("[【〔(", "]】〕)")

RESPONSIBLE: Final = "责任"
"""The kind of label that says who is responsible and no more."""

LEADER: Final = "领导"
DEADLINE: Final = "时限"
"""Kinds of labels before what is no unit."""

POST_ENDINGS: Final = "长|主任|书记|主席|委员|常委|成员|指挥|领导|调研员|专员|经理|负责人"
"""How the name of an office ends."""

RESPECTIVELY: Final = "分别"
DOING_WELL: Final = "(?:做好|抓好)?(?:相关|有关|各项)?(?:工作)?"
NO_PART: Final = "人|制"
"""What stands behind 负责 and is no part of a task: 负责人."""

ASSIGNING: Final = (
    (r"责任(?:单位|部门).{0,24}?(?:第一|首)位?.{0,12}?牵头|(?:第一|首)(?:位|个)?.{0,12}?(?:责任(?:单位|部门)|单位|部门).{0,8}?(?:牵头|主责)", "首位牵头"),
    (r"责任(?:单位|部门).{0,24}?(?:都|均|皆)(?:是|为|系)?.{0,6}?(?:主责|牵头|责任主体)", "全部牵头"),
)
"""How a preface says who of a list leads (regular expressions) → how the document assigns."""

# -- deadlines

WHOLE_YEAR: Final = "全年|年内|年度内|本年度"
PLAN_END: Final = "规划期末|期末|[”\"]?末"
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

DAY_WORDS: Final = "之前|以前|前|底|末|内|止|左右|上旬|中旬|下旬|初"
"""Words behind a date that change nothing of it, as a deadline."""

DUE_WORDS: Final = "完成|办结|落实|落实到位|到位|结束|见效|推进|坚持|开展|实施|调度|报送|全面"
"""What is done by a deadline: words that may stand with one."""
