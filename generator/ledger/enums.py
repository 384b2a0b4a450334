"""The enumerated values of the contract: the official Chinese words, each under an English name."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an organisation does for a task."""

    LEAD = "牵头"
    SUPPORT = "配合"


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

    DEPARTMENT = "区级部门"
    PARTY = "党委部门"
    MASS = "群团组织"
    TOWN = "镇"
    SUBDISTRICT = "街道"
    ZONE = "功能区"
    INSTITUTION = "事业单位"
    VERTICAL = "垂直管理和驻区单位"
    COMPANY = "企业"
    COLLECTIVE = "集合"


class PlanKind(StrEnum):
    """What a plan is."""

    FIVE_YEAR = "五年规划"
    ANNUAL = "年度计划"


class TaskKind(StrEnum):
    """What a task is."""

    MAIN_TARGET = "主要目标"
    KEY = "重点任务"
    SAFEGUARD = "保障措施"
    REQUIREMENT = "工作要求"
    ANNUAL = "年度任务"


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
    OTHER_DEFINITION = "口径不同"
    NO_MATCH = "不应对应"


class ReportState(StrEnum):
    """What a report says of its tasks."""

    DONE = "完成"
    UNDER_WAY = "推进中"
    SHORT = "未达预期"
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


class Direction(StrEnum):
    """Which way of a quantity is better."""

    HIGHER = "越高越好"
    LOWER = "越低越好"


class Basis(StrEnum):
    """What a result counts: the year, a sum, or a point of time."""

    YEAR = "当年"
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


class ExclusionReason(StrEnum):
    """Why a number of a document is no figure of ours."""

    ORDINAL = "序号"
    DATE = "日期"
    NAME = "名称"
    TERM = "期限"
    NOT_MEASURED = "量词非指标"


class State(StrEnum):
    """Where a target stands; derived, never written in the ledger."""

    REACHED = "已达到"
    ON_TRACK = "进度正常"
    BEHIND = "滞后"
    INCOMPLETE = "数据不全"
    OVERDUE = "到期未披露"
    NO_DATA = "暂无数据"
    QUALITATIVE = "定性"


class Edit(StrEnum):
    """What became of a record from one state of the ledger to the next."""

    ADDED = "新增"
    CHANGED = "改动"
    REMOVED = "删去"
