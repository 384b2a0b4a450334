"""Views as plain tuples and texts, which outlive a run, and back."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def plain(value: object) -> Any:
    """Named tuples as tuples, texts that are members of an enumeration as texts; all else as it is."""
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return str(value) if isinstance(value, str) else value


def restored(kind: type[T], value: Any) -> T:
    """What :func:`plain` was given: a named tuple of this kind, whose fields are such tuples, texts and the like."""
    found: T = _restored(kind, value)
    return found


def _restored(kind: Any, value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    kind = _of(kind)
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        if kinds[-1] is ...:
            return tuple(_restored(kinds[0], one) for one in value)
        return tuple(map(_restored, kinds, value))
    return kind(*map(_restored, _fields(kind), value))


@cache
def _of(kind: Any) -> Any:
    """The kind that a value has which is not None."""
    return next(k for k in get_args(kind) if k is not NoneType) if isinstance(kind, UnionType) else kind


@cache
def _fields(kind: type) -> tuple[Any, ...]:
    return tuple(get_type_hints(kind).values())
