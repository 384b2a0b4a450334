"""Small faults that can be put into a module: another comparison, a dropped statement, a number that is one too large.

Words and texts are left alone, so are type hints, decorators and assertions: none of them decides what a user sees.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

OPERATORS = {
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "==": "!=",
    "!=": "==",
    "is": "is not",
    "is not": "is",
    "in": "not in",
    "not in": "in",
    "and": "or",
    "or": "and",
    "+": "-",
    "-": "+",
    "*": "/",
    "/": "*",
    "//": "/",
    "%": "*",
}
FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any"}
BETWEEN = re.compile(rb"not\s+in|is\s+not|\w+|[<>=!]=|//|<<|>>|\*\*|[-+*/%<>|&^@]")
LEFT_ALONE = (ast.Assert, ast.JoinedStr, ast.Import, ast.ImportFrom)
FIELDS_LEFT_ALONE = ("annotation", "returns", "decorator_list")


class Change(NamedTuple):
    """A piece of a source, by its first byte and the one after its last, and what takes its place."""

    start: int
    end: int
    new: str

    def made_in(self, source: str) -> str:
        """The source with this change."""
        text = source.encode()
        return (text[: self.start] + self.new.encode() + text[self.end :]).decode()

    def lines(self, source: str) -> tuple[int, str, str]:
        """The number of the first line that it changes, that line before and after."""
        number = source.encode()[: self.start].count(b"\n")
        was, now = (text.split("\n")[number].strip() for text in (source, self.made_in(source)))
        return number + 1, was, now

    def statement(self, source: str) -> range:
        """The lines of the innermost statement that it changes; of one that holds others, the lines before those."""
        line, _, _ = self.lines(source)
        statements = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt | ast.ExceptHandler)]
        inside = [node for node in statements if _first(node) <= line <= (node.end_lineno or line)]
        innermost = max(inside, key=_first)
        body = getattr(innermost, "body", None)
        return range(_first(innermost), _first(body[0]) if body else (innermost.end_lineno or line) + 1)


def changes(source: str) -> list[Change]:
    """All small faults that can be put into a module, in the order of its text."""
    text = source.encode()
    starts = [0, *accumulate(len(line) for line in text.split(b"\n"))]
    starts = [start + line for line, start in enumerate(starts)]  # each line end is a byte, too

    def span(node: ast.AST) -> tuple[int, int]:
        first, last = getattr(node, "lineno", 1), getattr(node, "end_lineno", 1)
        return starts[first - 1] + getattr(node, "col_offset", 0), starts[last - 1] + getattr(node, "end_col_offset", 0)

    def between(left: ast.AST, right: ast.AST) -> Iterator[Change]:
        gap = span(left)[1]
        found = BETWEEN.search(text, gap, span(right)[0])
        new = OPERATORS.get(" ".join(found[0].decode().split())) if found else None
        if found and new:
            yield Change(found.start(), found.end(), new)

    def of(node: ast.AST) -> Iterator[Change]:
        start, end = span(node)
        match node:
            case ast.Compare(left=first, comparators=others):
                yield from (change for pair in pairwise([first, *others]) for change in between(*pair))
            case ast.BoolOp(values=values):
                yield from (change for pair in pairwise(values) for change in between(*pair))
            case ast.BinOp(left=left, right=right) if not (_is_text(left) or _is_text(right)):
                yield from between(left, right)
            case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
                yield Change(start, end, f"({text[slice(*span(operand))].decode()})")
            case ast.Constant(value=bool() | int() | float() as value):
                yield Change(start, end, str(not value if isinstance(value, bool) else value + 1))
            case ast.Return(value=ast.AST() as value) if not isinstance(value, ast.Constant):
                yield Change(start, end, "return None")
            case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS:
                yield Change(start, start + len(name), FUNCTIONS[name])
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
                yield from turned(test)
            case ast.comprehension(ifs=tests):
                yield from (change for test in tests for change in turned(test))
        if _can_be_dropped(node):
            yield Change(start, end, "pass")

    def turned(condition: ast.expr) -> Iterator[Change]:
        """A condition that has no operator of its own, the other way round."""
        if not isinstance(condition, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant):
            start, end = span(condition)
            yield Change(start, end, f"(not ({text[start:end].decode()}))")

    return sorted(change for node in _code(ast.parse(source)) for change in of(node))


def _first(statement: ast.stmt | ast.ExceptHandler) -> int:
    """The first line of a statement; its decorators belong to it."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(node.lineno for node in decorators)])


def _can_be_dropped(node: ast.AST) -> bool:
    """Whether a statement does something, and what follows can run without it."""
    match node:
        case ast.Raise() | ast.AugAssign() | ast.Continue() | ast.Break():
            return True
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            return True
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            return True
    return False


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """What stands below a node and decides something."""
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and field not in FIELDS_LEFT_ALONE and not isinstance(child, LEFT_ALONE):
                yield child
                yield from _code(child)
