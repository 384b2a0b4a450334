"""Jinja's code for templates that print attributes of plain records: the same pages for a third of the time.

Jinja asks of each attribute whether it is an item, too, makes a ``Markup`` object of each text that it prints, and
looks at each call whether the callee wants the context. Views are dataclasses, most texts have nothing to escape, and
our macros and functions want no context, so all three are left out here.
"""

from __future__ import annotations

from typing import Any

from jinja2 import BytecodeCache, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from markupsafe import Markup, escape

from generator.store import Store

MANY = 1 << 20
_plain: set[str] = set()
"""Texts that were found to have nothing to escape: most are printed again and again."""


def printed(value: Any) -> str:
    """A value as it stands in HTML: escaped unless it is markup already."""
    if type(value) is not str:
        return value if type(value) is Markup else escape(value)
    if value in _plain:
        return value
    if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
        return escape(value)
    if len(_plain) < MANY:
        _plain.add(value)
    return value


class PlainCode(CodeGenerator):
    """Reads attributes as attributes, calls as calls, and prints with :func:`printed`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 Jinja's name
        self.writeline("from generator.templating import printed")
        super().visit_Template(node, frame)

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 as above
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 as above
        if node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for number, argument in enumerate(node.args):
            self.write(", " if number else "")
            self.visit(argument, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("printed(")


class Compiled(BytecodeCache):
    """Templates as an earlier build compiled them; Jinja itself looks whether their text is still the same."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if anything was."""
        if found := self._store.load(f"templates/{bucket.key}", b""):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self._store.save(f"templates/{bucket.key}", b"", bucket.bytecode_to_string())
