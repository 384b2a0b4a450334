"""Days and times as they are typed into cells."""

from __future__ import annotations

import re
from typing import Final

from generator.language.office.rounds.filled_words import MONTH_WORDS

DAY: Final = re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?")
SHORT_DAY: Final = re.compile(r"([0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?")
TURNED_DAY: Final = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")
MONTH: Final = re.compile(rf"(?:([0-9]{{4}})年)?([0-9]{{1,2}})(?:{'|'.join(MONTH_WORDS)})")
HAN_DATE: Final = re.compile("[〇零一二三四五六七八九十]+(?=[年月日号季])")
YEAR: Final = r"(?:(?P<year>[0-9]{4})年?)?"
QUARTER: Final = re.compile(rf"{YEAR}-?(?:第?(?P<quarter>[1-4])季度|Q(?P<letter>[1-4]))")
HALF: Final = re.compile(rf"{YEAR}-?(?:(?P<half>上半年|下半年)|H(?P<letter>[12]))")
MONTHS: Final = re.compile(rf"{YEAR}-?1[-~—–至到]{{1,2}}(?P<month>[0-9]{{1,2}})月?(?:份)?")
ONE_MONTH: Final = re.compile(r"(?P<year>[0-9]{4})[-年.](?P<month>[0-9]{1,2})月?")
WHOLE_YEAR: Final = re.compile(r"(?P<year>[0-9]{4})年?(?:全年|度)?")
YEAR_WORD: Final = ("年度", "年")
"""What is written for the second of these, too."""
MARKS: Final = "√✓☑✔●.。!！"
"""Signs beside a word that say nothing."""
