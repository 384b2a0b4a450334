"""Words and signs that official documents use around figures, and that the program looks for in their text."""

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
    ("不含\\)?以上", ">"),
    ("不含\\)?(?:以下|以内)", "<"),
    ("(?:下限|底线)(?:为|是)?(?=[0-9])", "≥"),
    ("(?:上限|封顶)(?:为|是)?(?=[0-9])", "≤"),
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

BEHIND_A_FIGURE: Final = (
    "[余多]?(?:[亿%‰吨亩件株]|元(?!旦)|[万米](?!某|总|先生|女士|主任|局长|科长)|人(?![事工社力员:])"
    "|户(?![主籍口])|个(?!人)|家(?![人长属里庭中访])|千(?!万)|百(?!度)|平方|立方|公[里顷斤]|[美欧日港]元|字节|[兆吉]瓦|标准)"
)
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
    "使用率",
    "执行率",
    "自给率",
    "宽带",
    "移动电话",
    "杠杆",
    "偿付",
)
"""Words in the name of an indicator in per cent that may be more than a hundred."""

FALLS: Final = ("降低", "下降", "减少", "压减", "削减", "降幅")
"""Words in the name of an indicator that say already that something becomes less."""

BELOW_ZERO: Final = ("元", "℃", "摄氏度", "净", "差", "增", "降", "减", "盈", "利润", "结余", "温")
"""Words in the name or unit of what is counted and may be less than nothing."""

NOT_ADDED_UP: Final = ("均", "率", "浓度", "指数", "密度", "比", "强度", "最", "每", "价", "倍", "满意", "得分", "排名")
"""Words in the name of an indicator of which a part may be more than the whole."""

ITEM_NUMBER: Final = r"\(?第?[0-9一二三四五六七八九十]{1,3}[).、项条]{1,2}"
"""The number of an item, which stands before its words."""

BEFORE_FIRST_PART: Final = "文首"
