"""What is fuzzed, by name."""

from __future__ import annotations

from tests.fuzz.target import Target
from tests.fuzz.targets import ledgers, notices, texts, workbooks

TARGETS: dict[str, Target] = texts.TARGETS | ledgers.TARGETS | notices.TARGETS | workbooks.TARGETS
