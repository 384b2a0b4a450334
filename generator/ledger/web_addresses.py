"""How an address of the web is written, and an office's line: what no address has is refused before it is in a link.

The contract has the same patterns, character by character, in the columns that hold addresses and lines.
"""

from __future__ import annotations

import re
from typing import Final

from generator.language.findings.personal_words import EXTENSIONS

_SIGNS: Final = r"0-9A-Za-z\u4e00-\u9fa5"
_LABEL: Final = f"[{_SIGNS}]([{_SIGNS}-]{{0,61}}[{_SIGNS}])?"
HOST: Final = rf"{_LABEL}(\.{_LABEL})*"
"""A name or four numbers, also a Chinese name; nobody is named before it."""
PORT: Final = "(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
_NO_STEPS: Final = r"(?!.*/(\.|%2[eE]){1,2}([/?#]|$))"
"""No step to the folder above."""
_SIGN: Final = r"[^\s<>\"'\\^`{|}]"
PATTERN: Final = rf"^https?://{_NO_STEPS}{HOST}{PORT}([/?#]{_SIGN}*)?$"
"""Any page of the web."""
ADDRESS: Final = re.compile(PATTERN)
_OF_THE_WEB: Final = r"(?!https?://(localhost|127\.[0-9.]+|0\.0\.0\.0)[:/])(?!.*%(?![0-9A-Fa-f]{2}))(?!.*[^:]//)"
"""Not this machine alone, each sign that is written by its code with two digits, each name with one stroke."""
FOLDER: Final = re.compile(rf"^(?=[!-~]+$){_OF_THE_WEB}https?://{_NO_STEPS}{HOST}{PORT}/([^\s<>\"'\\^`{{|}}?#]*/)?$")
"""A folder, to which names are added; in signs that every server understands."""
CHANNEL: Final = re.compile(
    rf"^(mailto:[0-9A-Za-z.!#$%&*+/=_~-]+@{HOST}(\?[^<>\"'\\]*)?|https?://{_NO_STEPS}{HOST}{PORT}([/?#][^<>\"'\\]*)?)$"
)
"""Where readers write to; what it says in advance may have spaces and placeholders, and is encoded later."""

_AREA: Final = "(10|2[0-9]|[3-9][0-9]{2})"
_BEFORE: Final = rf"(((\+|00)?86[- ]?0?|0){_AREA}[- ]?|[(\uff08]0{_AREA}[)\uff09][- ]?)?"
_EXTENSION: Final = f"( ?({EXTENSIONS}) ?[0-9]{{1,6}}|-[0-9]{{1,6}})?(/[0-9]{{1,4}})*"
_LINE: Final = "|".join(
    (
        rf"{_BEFORE}([1-9][0-9]{{2,3}}[- ]?[0-9]{{4}}|1[0-2][0-9]{{3}}|9[56][0-9]{{3,4}}){_EXTENSION}",
        f"000[- ]?[0-9]{{7,8}}{_EXTENSION}",  # of a place that is made up
        f"[48]00([- ]?[0-9]){{7}}{_EXTENSION}",
        "1[0-2][0-9]",
        r"(\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}",  # of a person: a rule says so
    )
)
_REMARK: Final = r"(\uff08[\u4e00-\u9fa5]{1,10}\uff09)?"
PHONE_PATTERN: Final = rf"^({_LINE}){_REMARK}( ?[\u3001\uff0c,;\uff1b/] ?({_LINE}){_REMARK})*$"
"""Lines of an office: with area or without, of the whole country, short ones; with extensions; several of them."""
PHONE: Final = re.compile(PHONE_PATTERN)
