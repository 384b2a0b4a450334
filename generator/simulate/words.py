"""The Chinese words that made-up tasks and figures are built of: fields of work, figures, titles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.ledger.enums import Comparator, Direction, Measure, Relation, ReportState

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of figure: its name with a gap for the subject, and in what range its first year lies.

    ``low`` and ``high`` count in the last printed digit: 146 with one digit is 14.6.
    """

    name: str
    measure: Measure
    unit: str = ""
    direction: Direction | None = None
    digits: int = 0
    low: int = 0
    high: int = 0

    @property
    def worded(self) -> bool:
        """Whether its target is a word instead of a number."""
        return not self.unit

    @property
    def capped(self) -> bool:
        """Whether it is a share of something, which cannot be more than the whole."""
        return self.unit == "%" and self.measure is Measure.LEVEL


ECONOMY: Final = (
    Pattern("{}产业规模", Measure.LEVEL, "亿元", HIGHER, 1, 200, 60000),
    Pattern("{}增加值年均增速", Measure.ANNUAL_GROWTH, "%", HIGHER, 1, 30, 120),
    Pattern("新引进{}企业数", Measure.CUMULATIVE, "家", HIGHER, 0, 10, 300),
    Pattern("{}投资额", Measure.CUMULATIVE, "亿元", HIGHER, 2, 100, 90000),
    Pattern("{}单位能耗降低", Measure.CHANGE, "%", LOWER, 1, 5, 60),
    Pattern("{}产值占比提高", Measure.CHANGE, "个百分点", HIGHER, 1, 2, 40),
    Pattern("{}示范基地", Measure.MILESTONE),
)

PEOPLE: Final = (
    Pattern("新增{}人数", Measure.CUMULATIVE, "万人", HIGHER, 2, 40, 900),
    Pattern("{}服务覆盖率", Measure.LEVEL, "%", HIGHER, 1, 450, 960),
    Pattern("每年{}服务人次", Measure.ANNUAL, "万人次", HIGHER, 1, 10, 800),
    Pattern("{}机构数", Measure.LEVEL, "个", HIGHER, 0, 10, 400),
    Pattern("{}经费年均增速", Measure.ANNUAL_GROWTH, "%", HIGHER, 1, 20, 110),
    Pattern("{}投诉件数", Measure.LEVEL, "件", LOWER, 0, 80, 4000),
    Pattern("{}公共服务水平", Measure.QUALITATIVE),
)

PLACE: Final = (
    Pattern("{}安全达标率", Measure.LEVEL, "%", HIGHER, 1, 500, 960),
    Pattern("新建{}设施数", Measure.CUMULATIVE, "座", HIGHER, 0, 10, 200),
    Pattern("改造{}线路里程", Measure.CUMULATIVE, "公里", HIGHER, 1, 40, 3000),
    Pattern("{}用地面积", Measure.LEVEL, "万平方米", HIGHER, 1, 100, 9000),
    Pattern("{}事故起数", Measure.LEVEL, "件", LOWER, 0, 40, 900),
    Pattern("{}综合排放量下降", Measure.CHANGE, "%", LOWER, 1, 5, 50),
    Pattern("{}一体化工程", Measure.MILESTONE),
)

COMMON: Final = (
    Pattern("{}群众满意度", Measure.LEVEL, "%", HIGHER, 1, 600, 950),
    Pattern("{}从业人数", Measure.LEVEL, "万人", HIGHER, 2, 30, 2000),
    Pattern("新建{}项目数", Measure.CUMULATIVE, "个", HIGHER, 0, 8, 260),
    Pattern("每年{}专项检查次数", Measure.ANNUAL, "次", HIGHER, 0, 6, 240),
    Pattern("{}信息平台", Measure.MILESTONE),
    Pattern("{}管理机制完善程度", Measure.QUALITATIVE),
)


@dataclass(frozen=True, slots=True)
class Area:
    """A field of work: its slug, its heading, what it is about, and the kinds of figures that fit it."""

    slug: str
    title: str
    subjects: tuple[str, ...]
    patterns: tuple[Pattern, ...]


def _area(slug: str, title: str, subjects: str, patterns: tuple[Pattern, ...]) -> Area:
    return Area(slug, title, tuple(subjects.split()), (*patterns, *COMMON))


EMPLOYMENT: Final = _area("employment", "扩大就业和创业", "就业 创业 毕业生就业 职业技能 再就业 灵活就业", PEOPLE)

TRANSPORT: Final = _area("transport", "改善交通运输", "交通运输 公共交通 道路客运 货物运输 运输枢纽 慢行交通", PLACE)

ALWAYS: Final = (EMPLOYMENT, TRANSPORT)
"""Areas that every plan has, however small: words inside longer words (就业 in 新增就业人数) can be searched for."""

AREAS: Final = (
    _area("manufacturing", "做强先进制造业", "装备制造 电子信息 生物医药 新材料 食品加工 工业互联网", ECONOMY),
    _area("services", "做大现代服务业", "现代物流 商务会展 软件信息 检验检测 家政服务 人力资源服务", ECONOMY),
    _area("innovation", "推进科技创新", "科技创新 成果转化 研发机构 科技型企业 知识产权 创新平台", ECONOMY),
    _area("agriculture", "发展现代农业", "设施农业 粮食生产 种源农业 农产品加工 休闲农业 水产养殖", ECONOMY),
    _area("digital", "发展数字经济", "数字经济 数据要素 智能算力 电子商务 平台经济 智慧园区", ECONOMY),
    _area("trade", "扩大对外开放", "对外贸易 利用外资 跨境电商 服务贸易 口岸物流 会展贸易", ECONOMY),
    _area("tourism", "发展文化旅游", "文化旅游 乡村旅游 工业旅游 演艺市场 文化创意 旅游住宿", ECONOMY),
    _area("consumption", "促进消费升级", "商贸消费 夜间经济 餐饮消费 社区商业 汽车消费 绿色消费", ECONOMY),
    _area("finance", "提高金融服务能力", "普惠金融 绿色信贷 融资担保 股权投资 保险保障 金融科技", ECONOMY),
    _area("private-sector", "支持民营经济", "民营经济 中小微企业 个体工商户 专精特新企业 企业上市 品牌企业", ECONOMY),
    _area("investment", "扩大有效投资", "重点项目 产业投资 民间投资 基础设施投资 技术改造 专项债券", ECONOMY),
    _area("state-assets", "深化国资国企改革", "国有企业 国有资产 企业改制 存量资产 闲置厂房 产权交易", ECONOMY),
    _area("education", "办好人民满意的教育", "学前教育 义务教育 职业教育 特殊教育 社区教育 教师队伍", PEOPLE),
    _area("health", "建设健康城区", "医疗卫生 公共卫生 基层医疗 中医药 妇幼保健 卫生应急", PEOPLE),
    _area("elderly-care", "完善养老服务", "居家养老 社区养老 机构养老 长期照护 老年助餐 适老化改造", PEOPLE),
    _area("social-security", "织密社会保障网", "养老保险 医疗保险 工伤保险 社会救助 临时救助 失业保险", PEOPLE),
    _area("housing", "改善住房条件", "保障性住房 住房租赁 老旧小区 危房改造 物业服务 人才公寓", PLACE),
    _area("culture", "丰富文化生活", "公共文化 图书阅读 文物保护 非遗传承 群众文艺 农家书屋", PEOPLE),
    _area("sports", "开展全民健身", "全民健身 青少年体育 体育场地 体育赛事 冰雪运动 社区体育", PEOPLE),
    _area("childcare", "关爱妇女儿童", "婴幼儿托育 儿童友好 妇女发展 未成年人保护 留守儿童 家庭教育", PEOPLE),
    _area("disabled", "帮扶特殊群体", "残疾人康复 残疾人就业 无障碍环境 退役军人 困难职工 流动人口", PEOPLE),
    _area("governance", "创新基层治理", "社区治理 网格管理 志愿服务 矛盾调解 信访工作 社会组织", PEOPLE),
    _area("public-safety", "建设平安城区", "社会治安 禁毒工作 反诈宣传 校园安全 消防救援 食品药品安全", PLACE),
    _area("workplace-safety", "抓实安全生产", "安全生产 危险化学品 建筑施工 燃气使用 特种设备 运输安全", PLACE),
    _area("air", "打好蓝天保卫战", "大气治理 扬尘管控 机动车尾气 工业废气 清洁取暖 餐饮油烟", PLACE),
    _area("water", "保护水环境", "河道治理 污水处理 饮用水源 海绵城市 雨污分流 节水灌溉", PLACE),
    _area("soil", "保护土壤和耕地", "耕地保护 土壤修复 高标准农田 农业面源 固体废物 垃圾分类", PLACE),
    _area("greening", "增绿添景", "造林绿化 公园绿地 湿地保护 绿道建设 古树名木 屋顶绿化", PLACE),
    _area("energy", "推动节能降碳", "节能改造 可再生能源 建筑节能 充电设施 工业节能 碳排放核算", PLACE),
    _area("rural", "推进乡村振兴", "美丽乡村 农村人居环境 农村道路 农房建设 集体经济 农村供水", PLACE),
    _area("city", "更新城市功能", "城市更新 地下管网 停车设施 智慧城管 市容环境 口袋公园", PLACE),
    _area("business-environment", "优化营商环境", "行政审批 政务服务 信用建设 公平竞争 企业开办 不动产登记", PEOPLE),
)

EXPECTED: Final = _area("expected", "预期性指标", "全区经济 居民收入 财政收入 社会消费 固定资产 外贸进出口", ECONOMY)

BINDING: Final = _area("binding", "约束性指标", "能源消耗 水资源 空气质量 地表水质 耕地保有 碳减排", PLACE)

SAFEGUARDS: Final = (
    _area("leadership", "加强组织领导", "组织领导 统筹协调 工作专班 部门联动 责任落实 领导包保", COMMON),
    _area("funds", "保障资金投入", "财政资金 社会资本 政府基金 绩效预算 项目资金 专项补助", COMMON),
    _area("talent", "强化人才支撑", "人才引进 人才培育 技能人才 干部队伍 专家智库 乡土人才", COMMON),
    _area("rule-of-law", "坚持依法行政", "依法行政 普法宣传 行政执法 政务公开 合法性审查 法律援助", COMMON),
    _area("monitoring", "严格监测评估", "统计监测 中期评估 督查督办 第三方评价 考核激励 审计监督", COMMON),
    _area("publicity", "营造良好氛围", "政策解读 新闻宣传 公众参与 建议征集 典型推广 舆情回应", COMMON),
)

REQUIREMENTS: Final = _area("requirements", "工作要求", "任务分解 进度报送 信息公开 协作配合 档案管理 总结报告", COMMON)

REVIEW: Final = _area("review", "计划执行总体情况", "计划执行 重点工作 目标完成 短板弱项 经济运行 民生实事", COMMON)

PARTS: Final = {"main": "主要目标", "key": "重点任务", "safeguards": "保障措施", "requirements": "工作要求"}

ANNUAL_PARTS: Final = {"review": "{before}年计划执行情况", "key": "{year}年主要任务"}
"""Headings of the first level, in their order."""

HEADINGS: Final = ("总体安排", "{}", "{}提升", "{}与{}", "{}配套措施")
"""Headings of the third level; the gaps are subjects of the area."""

QUALIFIERS: Final = ("", "重点", "农村", "城镇", "园区", "规模以上", "镇级", "示范")

PARTS_OF: Final = ("农村", "城镇", "园区", "镇级")
"""What stands before the name of a whole and makes the name of its part."""

VERBS: Final = ("加强", "推进", "完善", "提升", "健全", "扩大", "优化", "深化", "加快", "规范", "创新", "统筹")

OBJECTS: Final = (
    "安全管理",
    "体系建设",
    "公共服务",
    "设施改造",
    "人才培养",
    "品牌培育",
    "数据共享",
    "监督检查",
    "标准制定",
    "布局调整",
    "资金保障",
    "协同发展",
)

SUMMARIES: Final = (
    "{verb}{subject}{object}，同步抓好{other}",
    "围绕{subject}，{verb}{object}和{other}",
    "以{object}为重点，带动{subject}的{other}",
    "{subject}的{object}按年推进，{other}同时到位",
)

REPORTS: Final = {
    ReportState.DONE: "{title}的年度安排已经落实",
    ReportState.EXCEEDED: "{title}的完成情况好于年初安排",
    ReportState.UNDER_WAY: "{title}按计划推进，{other}有进展",
    ReportState.NOT_STARTED: "{title}还没有动工",
    ReportState.BEHIND: "{title}进度慢于年初安排，正在补上",
    ReportState.SHORT: "{title}没有达到年初安排",
    ReportState.WEAKNESS: "{title}还有不足，{other}要加强",
    ReportState.NOT_SAID: "{title}已提及，没有给出数据",
}
"""State of a report → its summary."""

TITLE: Final = "{verb}{subject}{object}"

DEFINITION: Final = "{name}按年末数统计，范围为全区"

SCOPE: Final = "本辖区"

TARGETS: Final = {
    HIGHER: (
        (Comparator.AT_LEAST, "达到{}"),
        (Comparator.AT_LEAST, "{}以上"),
        (Comparator.AT_LEAST, "不低于{}"),
        (Comparator.MORE, "超过{}"),
        (Comparator.MORE, "突破{}"),
        (Comparator.PLAIN, "{}"),
    ),
    LOWER: (
        (Comparator.AT_MOST, "控制在{}以内"),
        (Comparator.AT_MOST, "不超过{}"),
        (Comparator.LESS, "低于{}"),
        (Comparator.PLAIN, "{}"),
    ),
}
"""How a target with a number is printed, by direction: comparator and words."""

CHANGES: Final = ((Comparator.AT_LEAST, "达到{}以上"), (Comparator.AT_LEAST, "不低于{}"), (Comparator.PLAIN, "{}"))
"""The same for a rise or fall, where more is always the harder promise."""

WORDED_TARGETS: Final = {
    Measure.MILESTONE: ("建成并投入使用", "完成创建", "全面建成"),
    Measure.QUALITATIVE: ("明显提高", "持续改善", "更加完善"),
}

WORDED_RESULTS: Final = {
    Measure.MILESTONE: ("正在建设", "主体完工", "已经建成"),
    Measure.QUALITATIVE: ("有所提高", "保持稳定", "继续改善"),
}

APPROXIMATELY: Final = "约"

PHASE: Final = "{name}{number}期"
"""An indicator whose name another one of its plan has."""
SUBSET_REASON: Final = "前者是后者的一部分"

REASONS: Final = (
    (Relation.OTHER_DEFINITION, "统计范围不同，不能直接相比"),
    (Relation.FLOW_AND_STOCK, "一个是新增，一个是总数"),
    (Relation.LEVEL_AND_RATE, "一个是水平，一个是变动"),
    (Relation.SAME_QUANTITY, "两处说的是同一个量，说法不同"),
    (Relation.NO_MATCH, "名称相近，统计的是两件事"),
)
"""Other relations than that of a part to its whole, with their reasons."""

MILESTONES: Final = ("完成实施方案", "完成年度安排")
"""What the steps of a task are."""

RESPONSIBLE: Final = "责任单位"
"""What a table calls the unit that answers for an indicator."""

PROJECT: Final = "{place}{object}项目"

INVESTED: Final = "亿元"

DOUBT: Final = "investment-above"
"""The kind of doubt that is acknowledged once."""

QUESTION: Final = "这一项的统计范围是否包括各镇街？"

ANSWER: Final = "包括各镇街，以年末数为准"

LOOKED_AT: Final = "已与牵头单位核对，数值无误"

CONTINUATION: Final = "都属于{title}方面的任务"
