"""Records in a YAML file: which lines are theirs, with the comments above them, and how they are taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language import command_words
from generator.ledger.editing.edits import end_of, line_before, line_start, next_line
from generator.ledger.editing.yaml_file import Edit, EditRefused, YamlFile
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """A record where it stands: an item of a list of a file."""

    file: YamlFile
    items: Sequence
    index: int

    @property
    def mapping(self) -> Mapping:
        """Its keys and values."""
        mapping = self.items.items[self.index]
        assert isinstance(mapping, Mapping)
        return mapping


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A line of a file that holds a comment and nothing else."""

    start: int
    end: int
    """Where the next line begins."""
    text: str
    """The words behind the sign of a comment."""


def record_places(file: YamlFile) -> dict[Mark, RecordPlace]:
    """Every record of a file, and every record nested in one, by where it starts."""
    return {place.mapping.mark: place for place in _places(file, file.root)}


def _places(file: YamlFile, node: Node) -> Iterator[RecordPlace]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node):
            if isinstance(item, Mapping):
                yield RecordPlace(file, node, index)
            yield from _places(file, item)
    elif isinstance(node, Mapping):
        for value in node.values.values():
            yield from _places(file, value)


def values_by_mark(node: Node) -> dict[Mark, Scalar]:
    """Every text of a node by where it stands; keys are none."""
    if isinstance(node, Scalar):
        return {node.mark: node}
    found: dict[Mark, Scalar] = {}
    for part in node.values.values() if isinstance(node, Mapping) else node.items:
        found |= values_by_mark(part)
    return found


def comment_lines(place: RecordPlace) -> list[CommentLine]:
    """The comments of a record: lines right above it, and lines among its own."""
    start, end = _dash(place), end_of(place.file, place.mapping)
    own = [*_above(place.file, line_start(place.file, start))][::-1]
    at = next_line(place.file, start)
    while at < end:
        behind = next_line(place.file, at)
        if (comment := _comment(place.file, at, behind)) is not None:
            own.append(comment)
        at = behind
    return own


def remove_record(place: RecordPlace, own_comment: str) -> list[Edit]:
    """Take a record out with its lines, its comments, and the empty lines that kept it apart.

    Args:
        place: the record.
        own_comment: how a comment begins that belongs to the record even where the record is the first of the file:
            others may be about the whole file there.

    Raises:
        EditRefused: the record stands in a line with others.
    """
    file, dash = place.file, _dash(place)
    start = line_start(file, dash)
    if file.text[start:dash].strip(" ") or not file.text.startswith("-", dash):
        raise EditRefused(command_words.EDIT_ITEM_LINE.format(mark=place.mapping.mark))
    apart: list[Edit] = []
    for comment in _above(file, start):
        if place.index or comment.text.startswith(own_comment):
            if comment.end == start:
                start = comment.start
            else:
                apart.append(Edit(comment.start, comment.end, ""))
    end = next_line(file, end_of(file, place.mapping))
    is_last = place.index == len(place.items.items) - 1
    while not is_last and end < len(file.text) and not file.text[end : next_line(file, end)].strip():
        end = next_line(file, end)
    while is_last and place.index and start and not file.text[line_before(file, start) : start].strip():
        start = line_before(file, start)
    return [*apart, Edit(start, end, "")]


def _dash(place: RecordPlace) -> int:
    """Where the dash before a record stands; where it has none, its own start."""
    before = place.file.text[: place.mapping.start.index].rstrip(" \n\r")
    return len(before) - 1 if before.endswith("-") else place.mapping.start.index


def _above(file: YamlFile, start: int) -> Iterator[CommentLine]:
    """The lines of comments right above a line, from the lowest one up."""
    while start:
        above = line_before(file, start)
        comment = _comment(file, above, start)
        if comment is None:
            return
        yield comment
        start = above


def _comment(file: YamlFile, start: int, end: int) -> CommentLine | None:
    line = file.text[start:end].strip()
    return CommentLine(start, end, line.lstrip("#").strip()) if line.startswith("#") else None
