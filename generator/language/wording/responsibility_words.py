"""Words that documents use to say who is responsible: roles, manners, labels, other clauses."""

from __future__ import annotations

from typing import Final

RESPONSIBLE_UNIT: Final = "责任单位"

BY_DUTY: Final = "(?:职责|职能|任务)分工"
"""Words of a manner that assigns by duties (a regular expression); 按职责分别牵头 says no more than 分别牵头."""

BY_DUTY_ALONE: Final = "按(?:照)?(?:各自)?(?:职责|职能)分工(?:负责|落实|牵头|推进|抓好落实)"
"""With these ends a sentence that says nothing but who is responsible (a regular expression)."""

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
    "密切",
    "主动",
    "全力",
    "大力",
    "予以",
    "给予",
    "进行",
    "做好",
    "加强",
    "负责(?=牵头|配合|协办|协助|协调|参与|指导|督促|监督)",
    "参与(?=指导|配合|监督)",
)
"""How units share a role (regular expressions): words before that of the role that are no part of a name."""

WHOSE_PART: Final = (
    "[,;]?(?:其中)?[,:]?(?P<scope>第[0-9一二三四五六七八九十、至-]+[项条款]|[^,、;由]+?)(?:工作|部分)?(?<!自)由"
)
"""A part of a task and the word before the names of those that lead it."""

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

_WHICH: Final = "(?:[省市区县旗镇乡]级|其他|其它|相关|有关|具体|主要)?"

UNIT_LABELS: Final = {
    "牵头": f"{_WHICH}(?:第一)?(?:牵头|主办|主责|主抓)(?:责任|负责|落实)?|(?:第一|首要)责任",
    "责任": f"{_WHICH}(?:责任|负责|落实|承担|主管|实施)(?:落实|分解)?",
    "配合": f"{_WHICH}(?:配合|协办|协助|协同|支持|协作|承办|承建|属地|具体实施)(?:责任)?",
    "参与": f"{_WHICH}(?:参与|参加)(?:责任)?",
    "指导": f"{_WHICH}(?:指导|业务指导)",
    "考核": f"{_WHICH}(?:考核|监督|督办|督查|督导|监管|评估)(?:责任)?",
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

COUNTED_WORDS: Final = "^[一二三四五六七八九十]{1,2}[是要](?=[^,;:]{3})"
"""Words that count the tasks of a list, before those of one: 一是改造道路 (a regular expression)."""

LABEL_OF_WORDS: Final = (
    "^(?:工作|目标|主要|具体|重点|年度|建设|任务|总体|改革)*(?:目标|任务|内容|措施|要求|举措|事项)"
    "(?:及(?:目标|要求|内容|任务|措施))?[:]"
)
"""Labels before the words of a task (a regular expression)."""

UNIT_FOLLOWS: Final = "[^,;。:牵责主]{1,12}(?:局|委|办|部|厅|中心|公司|政府|办事处|镇|乡|街道)(?:[、,;。)]|$)"
"""Behind 牵头单位为 these words are the name of a unit (a regular expression)."""

NO_LIST_FOLLOWS: Final = "(?![、和及与或等同均都要应须])"
"""Behind a label without a colon: with none of these a name begins; a sentence goes on (a regular expression)."""

RESPONSIBLE: Final = "责任"
"""The kind of label that says who is responsible and no more."""

SAME_FOLLOWS: Final = "(?:均|都)?(?:同|与)(?:上|前|任务|事项|序号|第)"
"""Behind a label without a colon these words say that its units are those of another clause: 责任单位同第2项."""

LEADER: Final = "领导"

DEADLINE: Final = "时限"
"""Kinds of labels before what is no unit."""

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
