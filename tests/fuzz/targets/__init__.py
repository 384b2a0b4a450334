"""What is fuzzed, by name."""

from __future__ import annotations

from tests.fuzz.target import Target
from tests.fuzz.targets import histories, ledgers, notices, texts, workbooks

TARGETS: dict[str, Target] = texts.TARGETS | ledgers.TARGETS | histories.TARGETS | notices.TARGETS | workbooks.TARGETS
