"""The Chinese words that made-up places, organisations, plans and documents are named with.

Every place is invented: its name is put together of syllables that no district of a map bears together.
"""

from __future__ import annotations

from typing import Final

from generator.ledger.enums import OrganizationKind

FIRSTS: Final = (
    ("霁", "ji"),
    ("岚", "lan"),
    ("汀", "ting"),
    ("棠", "tang"),
    ("砚", "yan"),
    ("笛", "di"),
    ("杳", "yao"),
    ("榆", "yu"),
    ("鹭", "lu"),
    ("苔", "tai"),
    ("蓼", "liao"),
    ("桕", "jiu"),
    ("帆", "fan"),
    ("磬", "qing"),
    ("萤", "ying"),
    ("穗", "sui"),
    ("鸢", "yuan"),
    ("梧", "wu"),
    ("檀", "tan"),
    ("篁", "huang"),
)
"""First syllables of invented places, with the letters of their slugs."""

SECONDS: Final = (
    ("屿", "yu"),
    ("墨", "mo"),
    ("漪", "yi"),
    ("霭", "ai"),
    ("笺", "jian"),
    ("渚", "zhu"),
    ("棹", "zhao"),
    ("吟", "yin"),
    ("笠", "li"),
    ("弦", "xian"),
    ("钓", "diao"),
    ("蓑", "suo"),
    ("蘅", "heng"),
    ("听", "ting"),
    ("眠", "mian"),
    ("枕", "zhen"),
    ("绡", "xiao"),
    ("芷", "zhi"),
)

BEFORE: Final = (("", ""), ("新", "new-"), ("上", "upper-"), ("下", "lower-"), ("前", "front-"), ("后", "back-"))
"""What makes more places of the same syllables when there are many."""

DISTRICT: Final = "{}区"

CITY: Final = "{}市"

FIELDS: Final = (
    ("development", "发展规划"),
    ("education", "教育"),
    ("science", "科技"),
    ("industry", "工业信息"),
    ("security", "治安"),
    ("civil-affairs", "民政"),
    ("justice", "司法"),
    ("finance", "财政"),
    ("employment", "就业社保"),
    ("resources", "自然资源"),
    ("ecology", "生态环境"),
    ("housing", "住房建设"),
    ("city", "城市管理"),
    ("transport", "交通运输"),
    ("water", "水务"),
    ("agriculture", "农业农村"),
    ("commerce", "商务"),
    ("culture", "文化旅游"),
    ("health", "卫生健康"),
    ("veterans", "退役军人"),
    ("emergency", "应急"),
    ("audit", "审计"),
    ("market", "市场监管"),
    ("statistics", "统计"),
    ("medical-insurance", "医疗保障"),
    ("services", "政务服务"),
    ("sports", "体育"),
    ("data", "数据"),
    ("cooperation", "合作交流"),
    ("archives", "档案"),
    ("forestry", "林业园林"),
    ("energy", "能源"),
    ("consumer", "消费促进"),
    ("elderly", "养老"),
    ("youth", "青年"),
    ("logistics", "物流"),
    ("tourism", "旅游"),
    ("grain", "粮食储备"),
    ("quality", "质量"),
    ("charity", "慈善"),
)

BRANCH: Final = "第{}分部"

FORMS: Final = {
    OrganizationKind.DEPARTMENT: (("bureau", "区{}局"), ("commission", "区{}委"), ("office", "区{}办")),
    OrganizationKind.PARTY: (("party-department", "区委{}部"), ("party-commission", "区委{}工委")),
    OrganizationKind.MASS: (("federation", "区{}联合会"), ("association", "区{}协会")),
    OrganizationKind.ZONE: (("zone", "{}产业园管委会"),),
    OrganizationKind.INSTITUTION: (("centre", "区{}中心"), ("institute", "区{}研究所")),
    OrganizationKind.VERTICAL: (("city-branch", "市{}局驻区分局"), ("city-station", "市{}总站驻区站")),
    OrganizationKind.COMPANY: (("group", "{}集团公司"), ("works", "{}实业公司")),
    OrganizationKind.HIGHER: (("city-bureau", "市{}局"), ("city-commission", "市{}委")),
}
"""How units are named that are called after a field of work: slug and name."""

PLACES: Final = {
    OrganizationKind.TOWN: ("{}镇", "{}镇政府"),
    OrganizationKind.TOWNSHIP: ("{}乡", "{}乡政府"),
    OrganizationKind.SUBDISTRICT: ("{}街道", "{}街道办事处"),
    OrganizationKind.COUNTY: ("{}县", "{}县政府"),
}
"""How units are named that are places: name and alias."""

WEIGHTS: Final = {
    OrganizationKind.DEPARTMENT: 24,
    OrganizationKind.PARTY: 6,
    OrganizationKind.MASS: 6,
    OrganizationKind.TOWN: 20,
    OrganizationKind.TOWNSHIP: 2,
    OrganizationKind.SUBDISTRICT: 9,
    OrganizationKind.COUNTY: 1,
    OrganizationKind.ZONE: 5,
    OrganizationKind.INSTITUTION: 10,
    OrganizationKind.VERTICAL: 8,
    OrganizationKind.COMPANY: 5,
    OrganizationKind.HIGHER: 1,
    OrganizationKind.COLLECTIVE: 3,
}
"""How many of a hundred units are of a kind."""

COLLECTIVES: Final = (
    ("all-towns", "各镇人民政府", OrganizationKind.TOWN),
    ("all-subdistricts", "各街道办事处", OrganizationKind.SUBDISTRICT),
    ("all-zones", "各产业园管委会", OrganizationKind.ZONE),
    ("all-companies", "区属各企业", OrganizationKind.COMPANY),
)

CLUSTER: Final = "第{}片区各镇街"
"""Name of a collective of a few towns and subdistricts."""

PLAN_TITLE: Final = "{district}国民经济和社会发展第{number}个五年规划纲要"

ANNUAL_TITLE: Final = "{district}{year}年国民经济和社会发展计划"

NOTICE: Final = "{district}人民政府办公室关于落实{plan}主要目标和任务分工的通知"

ANNUAL_NOTICE: Final = "{district}人民政府关于印发{plan}的通知"

BULLETIN: Final = "{district}{year}年国民经济和社会发展统计公报"

VOLUME: Final = "{title}(第{number}册)"

ROUND_NOTICE: Final = "{district}人民政府办公室关于报送{year}年上半年规划任务进展的通知"

ISSUER: Final = "{district}人民政府"

DOC_NUMBER: Final = "{short}政发〔{year}〕{number}号"

DISCLOSURE: Final = "主动公开"

EVALUATOR: Final = "{district}规划评估中心"

CONCLUSION: Final = "{year}年主要目标的进度与时间大体同步"

SITE: Final = {
    "name": "{district}规划任务台账",
    "place": "{city}{district}",
    "description": "{district}规划目标、任务分工和年度计划的模拟台账，供测试用",
    "contract": "2",
    "demonstration": "true",
    "notice": "模拟数据，地名和数字都是虚构的",
    "version": "1.0.0",
    "package": "simulated-plan-ledger",
}

LICENCE: Final = {
    "name": "CC0-1.0",
    "title": "知识共享 CC0 1.0 通用",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "attribution": "{district}规划任务台账（模拟数据）",
}

KEYWORDS: Final = ("规划", "任务分工", "指标", "模拟")

STOP, COMMA, LIST_COMMA = "。", ",", "、"

ANNEX, TABLE, REPORT = "附件", "表", "正文"

EVALUATIONS: Final = ("年度监测", "中期评估", "终期评估")

DIGITS: Final = "零一二三四五六七八九"

TEN: Final = "十"


def numeral(number: int) -> str:
    """A number below 100 in Chinese numerals: 十, 十三, 二十, 四十一."""
    tens, ones = divmod(number, 10)
    before = (DIGITS[tens] if tens > 1 else "") + TEN if tens else ""
    return before + (DIGITS[ones] if ones or not tens else "")


def part_number(number: int) -> str:
    return f"{numeral(number)}、"


def area_number(number: int) -> str:
    return f"({numeral(number)})"
