"""How an address of the web is written: what no address has is refused, before it stands in a link.

The contract has the same pattern, character by character, in the columns that hold addresses.
"""

from __future__ import annotations

import re
from typing import Final

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
FOLDER: Final = re.compile(rf"^(?=[!-~]+$)https?://{_NO_STEPS}{HOST}{PORT}/([^\s<>\"'\\^`{{|}}?#]*/)?$")
"""A folder, to which names are added; in signs that every server understands."""
CHANNEL: Final = re.compile(
    rf"^(mailto:[0-9A-Za-z.!#$%&*+/=_~-]+@{HOST}(\?[^<>\"'\\]*)?|https?://{_NO_STEPS}{HOST}{PORT}([/?#][^<>\"'\\]*)?)$"
)
"""Where readers write to; what it says in advance may have spaces and placeholders, and is encoded later."""
