"""The one exception of the readers of documents."""

from __future__ import annotations

from pathlib import Path

from generator.language.office import split_words
from generator.support.file_names import shown


class DocumentRefused(Exception):
    """A document that cannot be read; its words say in Chinese where, what is wrong and what to do."""


def refusal(code: str, path: Path, line: int = 0, /, **values: object) -> DocumentRefused:
    """The exception for one of the findings of ``split_words``.

    Args:
        code: which one.
        path: the document.
        line: where in it; 0 where that has no meaning.
        values: what stands in the gaps of its words.
    """
    problem, remedy = split_words.FINDINGS[code]
    place = f"{shown(path.name)}:{line}" if line else shown(path.name)
    words = {"mark": place, "problem": problem.format(**values), "remedy": remedy.format(**values)}
    return DocumentRefused(split_words.FINDING.format(**words))
