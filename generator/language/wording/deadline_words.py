"""Words of deadlines, as documents print them."""

from __future__ import annotations

from typing import Final

WHOLE_YEAR: Final = "全年|(?<![0-9一二两三四五六七八九十几数])年内|年度内|本年度"

PLAN_END: Final = '期末|(?<=[”"五])末'
"""Words for the end of the plan (a regular expression)."""

BEFORE_FIVE_YEARS: Final = 1951
"""From the third one on, a five-year plan begins five years behind the one before: the thirteenth in 2016."""

FIVE_YEARS_END: Final = '[“"]?(?P<which>十[一二三四五六七八九])五[”"]?(?:规划|时期|期)*末'
"""Words for the end of five years that are named (a regular expression): “十五五”期末."""

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

PRINTED_DAY: Final = "(?<![0-9])(?P<month>[0-9]{1,2})月(?![龄均])(?:(?P<day>[0-9]{1,2})[日号])?"
"""A month, and a day of it, as printed (a regular expression)."""
