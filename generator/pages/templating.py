"""Jinja's code for templates that print attributes of plain records: the same pages for a third of the time.

Jinja asks of each attribute whether it is an item, too, makes a ``Markup`` object of each text that it prints, hands
out each piece by itself, and looks at each call whether the callee wants the context and which arguments have names.
Views are plain records, most texts have nothing to escape, and our macros and functions want no context and take their
arguments in their places, so all of this is left out here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from typing import Any

from jinja2 import BytecodeCache, Environment, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator.support.cache_store import CacheStore


def printed(value: Any) -> str:
    """A value as it stands in HTML: escaped unless it is markup already."""
    if type(value) is not str:
        return value if type(value) is Markup else escape(value)
    if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
        return escape(value)
    return value


class Direct:
    """A macro that is called with its arguments in their places, which Jinja's own also takes by name."""

    __slots__ = ("_count", "_function", "name")

    def __init__(self, function: Callable[..., str], name: str, count: int) -> None:
        self.name = name
        self._function, self._count = function, count

    def __call__(self, *arguments: Any) -> Markup:
        """The markup; an argument that is left out takes its default."""
        left = (missing,) * (self._count - len(arguments))
        return Markup(self._function(*arguments, *left))


class PlainCode(CodeGenerator):
    """Reads attributes as attributes, calls as calls, and prints with :func:`printed`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 Jinja's name
        self.writeline("from generator.pages.templating import Direct, printed")
        super().visit_Template(node, frame)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """A template gathers its pieces and gives them at once: to hand each out by itself costs more than to print."""
        whole = frame.toplevel and frame.rootlevel and frame.buffer is None
        if whole:
            frame.buffer = "pieces"
            self.writeline("pieces = []")
        super().blockvisit(nodes, frame)
        if whole:
            self.writeline("yield concat(pieces)")

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

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            node = macro_ref.node
            self.write(f"Direct(macro, {getattr(node, 'name', '')!r}, {len(node.args)})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("printed(")


class _Alike(Template):
    """A template whose globals are those of all others of its environment."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """Its macros: Jinja compares the names of all globals each time that a page imports them."""
        return super()._get_default_module()


class Steady(Environment):
    """An environment whose templates and globals stay as they are once the first page was rendered."""

    code_generator_class = PlainCode
    template_class = _Alike

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known: dict[str, Template] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """A template by its name; it is asked for several times on each page."""
        found = self._known.get(name) if isinstance(name, str) and globals is None else None
        if found is None:
            found = super().get_template(name, parent, globals)
            if globals is None:
                self._known[found.name or ""] = found
        return found


class Compiled(BytecodeCache):
    """Templates as an earlier build compiled them; Jinja itself looks whether their text is still the same."""

    def __init__(self, store: CacheStore) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if anything was."""
        if found := self._store.load(f"templates/{bucket.key}", b""):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self._store.save(f"templates/{bucket.key}", b"", bucket.bytecode_to_string())
