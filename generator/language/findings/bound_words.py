"""What a value may not be: bounds of units beside names, things that are counted whole, units of money."""

from __future__ import annotations

from typing import Final

BOUNDS: Final = (
    ("岁", "寿命|年龄", 1, 130),
    ("天", "优良|达标天|好于二级|重污染|有效天|天数", 0, 366),
    ("%", "优良天|好于二级", 0, 100),
    ("小时", "每[日天]|日均|昼夜|全天", 0, 24),
    ("分", "满意", 0, 100),
    ("‰", "(?:出生|死亡|生育|流产)率", 0, 1000),
    ("位", "排名|位次|名次|位居|排位", 1, 1000),
    ("名", "排名|位次|名次|位居|排位", 1, 1000),
)
"""Unit, words in the name of an indicator (a regular expression), and the least and the greatest value."""
LESS, MORE = "小于", "大于"
BETTER: Final = {"越高越好": "高", "越低越好": "低"}
"""Direction → how what is striven for differs from what is basic."""
WHOLE_UNITS: Final = ("家", "户", "人", "名", "个", "所", "座", "起", "例", "辆", "台", "件", "项", "只", "头", "棵")
"""What is counted in these is whole."""
NO_WHOLE_COUNT: Final = "[均每比率度]|指数|强度|系数|折合|当量|标准"
"""Names of indicators that are means or parts all the same (a regular expression)."""
RATES_BELOW_ZERO: Final = ("收益", "回报", "利率", "涨", "通胀", "价格", "贡献", "拉动", "弹性", "变化", "变动", "偏差")
"""Words in the names of rates that may be less than nothing."""
MONEY: Final = ("元", "圆")
"""A unit of money has one of these."""
NUMBERED_PLAN: Final = (
    '(?:第(?P<long>[一二三四五六七八九十]{1,3})个五年|[“"「]?(?P<short>十[一二三四五六七八九]?)五[”"」]?(?=规划|计划))'
)
YEARS_OF_PLAN: Final = "(?P<start>[12][0-9]{3})年?(?:[—–~～至-]{1,2}(?P<end>[12][0-9]{3}))?年"
"""How titles name the years of a plan (regular expressions)."""
