"""The enumerated values of the contract: the official Chinese words, each under an English name."""

from __future__ import annotations

from enum import StrEnum


class PlaceLevel(StrEnum):
    """What kind of place the site is about."""

    DISTRICT = "区"
    COUNTY = "县"
    COUNTY_CITY = "县级市"
    AUTONOMOUS_COUNTY = "自治县"
    BANNER = "旗"
    PREFECTURE_CITY = "地级市"


class Role(StrEnum):
    """What an organisation does for a task."""

    LEAD = "牵头"
    SUPPORT = "配合"
    PARTICIPANT = "参与"
    GUIDE = "指导"
    ASSESSOR = "考核"


class Assigns(StrEnum):
    """How a document prints who is responsible."""

    BY_PARENTHESIS = "按括注"
    FIRST_LEADS = "首位牵头"
    ALL_LEAD = "全部牵头"
    NOBODY = "不指派"


class Measure(StrEnum):
    """What the figures of an indicator say."""

    LEVEL = "期末水平"
    CUMULATIVE = "规划期累计"
    ANNUAL_GROWTH = "年均增速"
    ANNUAL = "每年"
    CHANGE = "比基期增减"
    MILESTONE = "建成创建"
    QUALITATIVE = "定性"


class Nature(StrEnum):
    """How binding an indicator is, as its document says."""

    EXPECTED = "预期性"
    BINDING = "约束性"
    OF_TASK = "任务指标"
    ANNUAL = "年度指标"


class OrganizationKind(StrEnum):
    """What an organisation is."""

    DEPARTMENT = "政府部门"
    PARTY = "党委部门"
    MASS = "群团组织"
    TOWN = "镇"
    TOWNSHIP = "乡"
    SUBDISTRICT = "街道"
    COUNTY = "县区"
    ZONE = "功能区"
    INSTITUTION = "事业单位"
    VERTICAL = "垂直管理和驻地单位"
    COMPANY = "企业"
    HIGHER = "上级单位"
    COLLECTIVE = "统称"


TERRITORIES = (
    OrganizationKind.TOWN,
    OrganizationKind.TOWNSHIP,
    OrganizationKind.SUBDISTRICT,
    OrganizationKind.COUNTY,
)
"""Parts of the place that do not overlap: their figures may be added up."""
AREAS = (*TERRITORIES, OrganizationKind.ZONE)
"""All that has an area of its own."""


class PlanKind(StrEnum):
    """What a plan is."""

    FIVE_YEAR = "五年规划"
    ANNUAL = "年度计划"
    SPECIAL = "专项规划"
    ACTION = "行动计划"
    LIVELIHOOD = "民生实事"
    KEY_WORK = "重点工作"
    APPRAISAL = "目标考核"


class TaskKind(StrEnum):
    """What a task is."""

    MAIN_TARGET = "主要目标"
    KEY = "重点任务"
    SAFEGUARD = "保障措施"
    REQUIREMENT = "工作要求"
    ANNUAL = "年度任务"


class Recurrence(StrEnum):
    """Whether a task is due once, again and again, or has no end."""

    ONCE = "限期"
    MONTHLY = "每月"
    QUARTERLY = "每季"
    YEARLY = "每年"
    ONGOING = "长期"


class EndReason(StrEnum):
    """Why a task does not go on."""

    DONE = "完成"
    CANCELLED = "取消"
    MERGED = "并入"


class TitleSource(StrEnum):
    """Where the title of a task comes from."""

    PRINTED = "原文"
    OWN = "自拟"


class Relation(StrEnum):
    """How two indicators are related."""

    SUBSET = "其中"
    FLOW_AND_STOCK = "增量与存量"
    LEVEL_AND_RATE = "水平与增速"
    SAME_QUANTITY = "同量异表"
    CONTINUED = "接续"
    OTHER_DEFINITION = "口径不同"
    NO_MATCH = "不应对应"


class ReportState(StrEnum):
    """What a report says of its tasks."""

    DONE = "完成"
    EXCEEDED = "超额完成"
    UNDER_WAY = "推进中"
    NOT_STARTED = "未启动"
    BEHIND = "滞后"
    SHORT = "未达预期"
    WEAKNESS = "承认不足"
    NOT_SAID = "未说明"


class Validity(StrEnum):
    """Whether a document is in force."""

    VALID = "有效"
    EXPIRED = "失效"
    REPEALED = "废止"
    NOT_SAID = "未标注"


class LeadMode(StrEnum):
    """How several leads of a task share it."""

    SINGLE = "单独牵头"
    SEVERAL = "分别牵头"
    BY_DUTY = "按职责分工牵头"


class Comparator(StrEnum):
    """How a figure must compare with its target."""

    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    PLAIN = "="
    ABOUT = "≈"


class Tier(StrEnum):
    """Which of several values a document gives for one indicator."""

    BASIC = "基本"
    STRIVING = "力争"
    CHALLENGE = "挑战"


class SetBy(StrEnum):
    """Who set a target."""

    OWN_LEVEL = "本级"
    HIGHER_LEVEL = "上级下达"


class Direction(StrEnum):
    """Which way of a quantity is better."""

    HIGHER = "越高越好"
    LOWER = "越低越好"


class Basis(StrEnum):
    """What a result counts: a year, a part of one, a sum of years, or a point of time."""

    YEAR = "当年"
    YEAR_TO_DATE = "年内累计"
    MEAN_TO_DATE = "年内平均"
    PART = "当期"
    SINCE = "累计"
    POINT = "时点"


class Status(StrEnum):
    """How final a result is."""

    FINAL = "实际"
    FORECAST = "预计"
    FLASH = "快报"


class EvaluationKind(StrEnum):
    """Which evaluation of a plan it is."""

    MONITORING = "年度监测"
    MIDTERM = "中期评估"
    FINAL = "终期评估"
    SUMMARY = "总结评估"
    POST = "后评估"


class ProjectNature(StrEnum):
    """How far a project is."""

    NEW = "新建"
    CONTINUED = "续建"
    PREPARED = "前期"


class SubmissionState(StrEnum):
    """How complete a unit's answer to a round is."""

    EMPTY = "空表"
    PARTIAL = "部分"
    COMPLETE = "齐"
    NO_CHANGE = "无变化"


class RemarkState(StrEnum):
    """Whether a remark waits for an answer."""

    OPEN = "未决"
    ANSWERED = "已答"
    STANDING = "长期"


class ItemState(StrEnum):
    """How far an answer to a round has come; derived, never written."""

    WAITING = "待核"
    RETURNED = "退回"
    APPROVED = "已核"
    PUBLIC = "公开"


class ExclusionReason(StrEnum):
    """Why a number of a document is no figure of ours."""

    ORDINAL = "序号"
    DATE = "日期"
    NAME = "名称"
    TERM = "期限"
    NOT_MEASURED = "量词非指标"
    NOT_KEPT = "不收录"
    """A figure, or a whole clause, that the ledger leaves out on purpose."""


class State(StrEnum):
    """Where a target stands; derived, never written in the ledger."""

    REACHED = "已达到"
    ON_TRACK = "进度正常"
    BEHIND = "滞后"
    MISSED = "未达到"
    INCOMPLETE = "数据不全"
    OVERDUE = "到期未披露"
    NO_DATA = "暂无数据"
    QUALITATIVE = "定性"
    ENDED = "已终止"


class Edit(StrEnum):
    """What became of a record from one state of the ledger to the next."""

    ADDED = "新增"
    CHANGED = "改动"
    REMOVED = "删去"


class CellGrade(StrEnum):
    """How a filled cell is taken."""

    GOOD = "ok"
    """Only how it is typed differs from the value."""
    NOTICE = "提示"
    """There is one reading, after a conversion or with words left out: it is taken, and this is said."""
    DOUBT = "疑点"
    """There are several readings, or the one is hardly possible: a person is asked."""
    ERROR = "错误"
    """There is no reading: nothing is taken."""


class Grade(StrEnum):
    """How grave a finding is."""

    FAULT = "问题"
    """Nothing is done with the ledger."""
    DOUBT = "疑点"
    """Nothing is published until it is mended or acknowledged."""
    DRAFT = "草稿"
    """Nothing is published until a person has accepted or rejected it."""
    NOTICE = "提示"
    """Nothing is stopped."""
