"""What a killed command left half written: it is ended, and told in words."""

from __future__ import annotations

from pathlib import Path

from generator.language.office import record_words as words
from generator.support.whole_files import end_writes


def end_left(base: Path) -> list[str]:
    """End what a killed command left in a folder, and say what became of it.

    Returns:
        The lines that tell it; none where nothing was left.

    Raises:
        OSError: it cannot be ended.
    """
    ended, lines = end_writes(base), []
    if ended.written:
        lines.append(words.ENDED.format(count=len(ended.written), file=ended.written[0]))
    if ended.removed:
        lines.append(words.TAKEN_BACK)
    return lines + [words.CHANGED_SINCE.format(file=path, new=new) for path, new in ended.beside.items()]
