"""A fault reaches each function that was made from its source, however it is kept."""

from __future__ import annotations

from typing import Any

import pytest

from tests.mutants.changes import changes
from tests.mutants.swapped import functions_of, swaps

PROGRAM = """
from dataclasses import dataclass
from functools import cache, wraps

REGISTRY = []


@cache
def kept(number):
    return number + 1


def registered(name):
    def register(function):
        @wraps(function)
        def called(number):
            return function(number) * 2
        REGISTRY.append(called)
        return function
    return register


@registered("a")
def first(number):
    return number - 3


@registered("b")
def second(number):
    return sum(one for one in range(number) if one > 1)


@dataclass(frozen=True, slots=True)
class Pair:
    left: int

    @property
    def same(self):
        return self.left == 4

    @staticmethod
    def of(number):
        def inner():
            return number - 5
        return Pair(inner())


def late(number):
    return (lambda one: one + 6)(number)
"""
READ = {
    "return number - 1": "kept(1)",
    "return number + 2": "kept(2)",
    "return function(number) / 2": "REGISTRY[1](3)",
    "return number + 3": "first(1), REGISTRY[0](1)",
    "return sum(one for one in range(number) if one >= 1)": "second(4)",
    "return self.left != 4": "Pair(4).same",
    "return number + 5": "Pair.of(1).left",
    "return (lambda one: one - 6)(number)": "late(1)",
}


def _ran(source: str, path: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(source, path, "exec"), names)
    return names


def test_faulty_code() -> None:
    """What the functions of the right source answer then is what those of the faulty one would."""
    faults = {one.lines(PROGRAM)[2]: one.made_in(PROGRAM) for one in changes(PROGRAM)}
    right = {f"/{now}": _ran(PROGRAM, f"/{now}") for now in READ}
    functions = functions_of(right)
    for now, read in READ.items():
        expected = eval(read, _ran(faults[now], "/faulty"))
        assert eval(read, _ran(PROGRAM, "/other")) != expected, now
        for function, code in swaps(PROGRAM, faults[now], functions[f"/{now}"]):
            function.__code__ = code
        assert eval(read, right[f"/{now}"]) == expected


@pytest.mark.parametrize(("was", "now"), [("REGISTRY = []", "REGISTRY = [1]"), ("function(number) * 2", "number")])
def test_no_function_takes_it(was: str, now: str) -> None:
    """A table stands in no function, and one that needs nothing around it cannot take the place of one that does."""
    path, kept = f"/{now}", []
    kept.append(_ran(PROGRAM, path))
    assert swaps(PROGRAM, PROGRAM.replace(was, now), functions_of([path])[path]) == []
