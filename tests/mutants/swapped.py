"""The code of a faulty source in functions that were made from the right one."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator
from types import CodeType, FunctionType

Functions = dict[str, list[FunctionType]]
"""By the whole path of a module all functions that it has made: also methods, and those behind a decorator."""


def functions_of(modules: Collection[str]) -> Functions:
    """All functions of modules, given by their whole paths, that are in memory."""
    functions: Functions = {module: [] for module in modules}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename in functions:
            functions[one.__code__.co_filename].append(one)
    return functions


def swaps(right: str, faulty: str, functions: Iterable[FunctionType]) -> list[tuple[FunctionType, CodeType]]:
    """The functions of a module that a fault changes, with their faulty code; none where it cannot take their place.

    A function that another makes when it is called has its code in the code of that one, so both are there.
    """
    old, new = (compile(source, "", "exec", dont_inherit=True) for source in (right, faulty))
    changed = {_key(one): other for one, other in _pairs(old, new) if one != other}
    found = [(function, changed[key]) for function in functions if (key := _key(function.__code__)) in changed]
    return found if all(code.co_freevars == function.__code__.co_freevars for function, code in found) else []


def _pairs(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Two codes, and those within them that belong together."""
    yield old, new
    inner, other = ([one for one in code.co_consts if isinstance(one, CodeType)] for code in (old, new))
    if [one.co_name for one in inner] == [one.co_name for one in other]:
        for pair in zip(inner, other, strict=True):
            yield from _pairs(*pair)


def _key(code: CodeType) -> tuple[object, ...]:
    """Tells apart the codes of a module, also those of the same name, by where they stand."""
    return code.co_qualname, code.co_firstlineno, *code.co_positions()
