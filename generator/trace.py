"""Which inputs a computation looked at: the next run knows without repeating it whether it would come out the same.

A computation that is a pure function of its look-ups gives the same when all the look-ups that it made give the same:
it would make the same ones again, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from generator.store import digest

T = TypeVar("T")
Input = tuple[str, str]
"""A look-up and its key; the key is empty where the whole table was looked at."""


class Tracer:
    """Notes the inputs of what is being computed, through everything that is computed once and used often."""

    def __init__(self) -> None:
        self.seen: set[Input] = set()
        """The inputs of the computation under way; a look adds itself here."""
        self._kept: dict[Hashable, tuple[Any, set[Input]]] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, computed the first time; whoever asks looks at all that it looked at."""
        found = self._kept.get(key)
        if found is None:
            outer, self.seen = self.seen, set()
            try:
                found = self._kept[key] = (make(), self.seen)
            finally:
                self.seen = outer
        self.seen |= found[1]
        value: T = found[0]
        return value

    def watch(self, make: Callable[[], T]) -> tuple[T, frozenset[Input]]:
        """What ``make`` gives, and the inputs that it looked at; the computation around it has not looked at them."""
        outer, self.seen = self.seen, set()
        try:
            return make(), frozenset(self.seen)
        finally:
            self.seen = outer


class Memory:
    """Plain results of named computations, of this run or of an earlier one whose inputs gave what they give now."""

    def __init__(self, tracer: Tracer, traces: Traces | None = None, plain: Any = None) -> None:
        self._tracer, self._traces = tracer, traces
        self._before: dict[str, tuple[bytes, Any]] = plain or {}
        self._now: dict[str, tuple[Any, frozenset[Input]]] = {}

    def recall(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gives, which must be plain data; whoever asks looks at all that it looked at."""
        found = self._now.get(name)
        if found is None:
            found = self._now[name] = self._kept(name) or self._made(name, make)
        self._tracer.seen |= found[1]
        value: T = found[0]
        return value

    def _kept(self, name: str) -> tuple[Any, frozenset[Input]] | None:
        kept = self._before.get(name)
        if kept is None or self._traces is None or kept[0] != self._traces.digest(name):
            return None
        return kept[1], self._traces.inputs(name)

    def _made(self, name: str, make: Callable[[], T]) -> tuple[T, frozenset[Input]]:
        made = self._tracer.watch(make)
        if self._traces:
            self._traces.keep(name, made[1])
        return made

    def plain(self) -> dict[str, Any]:
        """What holds now, as plain data to begin with next time: that nobody asked for it today says nothing."""
        assert self._traces is not None, "without traces nothing outlives a run"
        digest = self._traces.digest
        left = {name: kept for name, kept in self._before.items() if name not in self._now and kept[0] == digest(name)}
        return left | {name: (digest(name), value) for name, (value, _) in self._now.items()}


class Traces:
    """The inputs of many computations by name, and from them whether a computation would come out as it did.

    ``look`` gives the digest of an input and of what it is now: no two inputs have the same.
    """

    def __init__(self, look: Callable[[Input], bytes], plain: Any = None) -> None:
        self._look = look
        inputs: list[Input]
        self._traces: dict[str, tuple[int, ...]]
        inputs, self._traces = plain or ([], {})
        self._numbers: dict[Input, int] = {(name, key): n for n, (name, key) in enumerate(inputs)}
        self._digests: dict[int, bytes] = {}
        self._inputs: list[Input] = list(self._numbers)

    def keep(self, name: str, inputs: Iterable[Input]) -> None:
        """Note the inputs that a computation looked at."""
        known = self._numbers
        self._traces[name] = tuple([known[one] if one in known else self._new_number(one) for one in inputs])

    def digest(self, name: str) -> bytes | None:
        """A digest of a computation's inputs as they are now; None when its inputs are not known."""
        trace = self._traces.get(name)
        if trace is None:
            return None
        known = self._digests.get
        digests = [known(number) or self._input_digest(number) for number in trace]
        return digest(b"".join(sorted(digests)))  # numbers, and so their order, are of one run only

    def inputs(self, name: str) -> frozenset[Input]:
        """The inputs of a computation; raises KeyError when they are not known."""
        return frozenset([self._inputs[number] for number in self._traces[name]])

    def plain(self, names: Iterable[str]) -> Any:
        """The traces of these computations as plain data, to begin with next time."""
        traces = {name: self._traces[name] for name in names}
        used = set[int]().union(*traces.values())
        if len(self._inputs) < 2 * len(used):
            return self._inputs, traces
        places = {number: place for place, number in enumerate(sorted(used))}
        return (
            [self._inputs[number] for number in places],
            {name: tuple(places[number] for number in trace) for name, trace in traces.items()},
        )

    def _new_number(self, one: Input) -> int:
        number = self._numbers[one] = len(self._inputs)
        self._inputs.append(one)
        return number

    def _input_digest(self, number: int) -> bytes:
        found = self._digests[number] = self._look(self._inputs[number])
        return found
