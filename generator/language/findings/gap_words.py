"""What stands in the gaps of findings, around many of them, and in the judgement of a remedy."""

from __future__ import annotations

from typing import Final

MANY: Final = "一共 {count} 处，上面是前 {shown} 处；全部写在 {file}，由它们引起的也在里面"
ALL_IN_FILE: Final = "由这些引起的另外 {followers} 处，连同上面的，都写在 {file}"
FOLLOWER: Final = "    由此引起：{line}"
PERSONAL_KINDS: Final = {
    "mobile": "手机号码",
    "mail": "邮箱地址",
    "identity": "身份证号码",
    "bank": "银行卡号",
    "chat": "微信号、QQ 号",
    "paper": "证件号码",
    "plate": "车牌号",
}
"""Kind of a number of a person → what it is called."""
DENIALS: Final = "不未无非没"
"""Signs of which each turns a word into its contrary."""
OPPOSITES: Final = (
    ("大高多升增长快强", "小低少降减短慢弱"),
    ("上", "下"),
    ("前", "后"),
    ("好", "差坏"),
    ("新", "旧续"),
)
"""Signs of opposite meaning."""
UNFINISHED: Final = "待补充?|待定|待核实?|待填|待查|暂缺|暂无|同上|略|见附件|无标题|x{2,}|todo|tbd|n/?a|[?？…./、-]+"
"""A text that only holds a place for one (a regular expression)."""
PAIRS: Final = ("（）", "“”", "《》", "〔〕", "【】")
"""Signs of which each has its other half."""
NUMBER_OF_DOCUMENT: Final = (
    r"(?P<open>[〔\[(（【﹝])(?P<year>[12][0-9]{3})(?P<close>[〕\])）】﹞])(?:第?(?P<number>[0-9]+))?号"
)
SAID_OF_FIGURES: Final = {
    "yearly": "年均",
    "each-year": "每年",
    "stock": "累计",
    "sum": "几年的累计",
    "level": "提高或降低到多少",
    "share": "占比或比率",
    "growth": "增长的幅度",
    "change": "增减了多少",
    "one-year": "一年的数",
    "several": "几年的数",
}
"""What words say of a figure."""
RATES: Final = "(?<![汇功频税产利])(?<!容积)(?<!生产)(?<!产出)(?<!效)率$|占比$|比重$"
COUNTED_POINTS: Final = "个百分点"
UNIT_IS: Final = "单位:"
UNITS_OF_RATES: Final = ("倍", "分", "番", "位", "")
"""What is named a rate (a regular expression), and units that it may have besides per cent."""
COMMISSIONED: Final = "(?<![非无未没])(?<!不是)第三方|委托|聘请|聘用"
BY_THIRD_PARTY: Final = (
    "(?<!引入)(?<!建议)(?<!开展)(?<!加强)(?<!推行)(?<![非无未没])第三方(?:机构)?(?:评估|认为|评价|给出|的?结论)"
)
OUTSIDE: Final = (
    "^(?![区县市旗镇乡本州盟]).*(?:公司|大学|学院|研究院|研究所|研究中心|评估中心|咨询|事务所|智库"
    "|社科院|科学院|协会|学会)"
)
OFFICIAL: Final = (
    "^(?!.*专家).*(?:局|委|厅|部|办|委员会|办公室|政府|部门|领导小组|专班|指挥部|人大|政协|工作组"
    "|街道|镇|乡)$|^自[评查我]"
)
"""Who evaluates: commissioned, outside of the government, or of it (regular expressions)."""
AMOUNTS: Final = {"weight": "分值", "total_investment": "总投资", "year_investment": "年度投资"}
RISES: Final = "提高"
FALLS: Final = "降低"
TITLES: Final = {
    "text_sha256": "文本校验值",
    "index_number": "索引号",
    "doc_number": "发文字号",
    "title": "标题",
    "name": "名称",
}
"""Columns that say which record it is, by their names."""
