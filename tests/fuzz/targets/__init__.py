from __future__ import annotations

from tests.fuzz.target import Target
from tests.fuzz.targets import histories, ledgers, notices, plausible, texts, workbooks

TARGETS: dict[str, Target] = {
    **texts.TARGETS,
    **ledgers.TARGETS,
    **plausible.TARGETS,
    **histories.TARGETS,
    **notices.TARGETS,
    **workbooks.TARGETS,
}
"""What is fuzzed, by name."""
