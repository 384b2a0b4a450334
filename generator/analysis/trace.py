"""Which inputs a computation looked at: the next run knows without repeating it whether it would come out the same.

A computation that is a pure function of its look-ups gives the same when all the look-ups that it made give the same:
it would make the same ones again, in the same order.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from generator.support.cache_store import digest

T = TypeVar("T")
Input = tuple[str, str]
"""A look-up and its key; the key is empty where the whole table was looked at."""


class Tracer:
    """Notes the inputs of what is being computed, through everything that is computed once and used often.

    Inputs go by numbers: of each there is one look for every page that shows it, and sets of numbers are small and
    quickly joined.
    """

    def __init__(self) -> None:
        self.inputs: list[Input] = []
        """The input of each number."""
        self.seen: set[int] = set()
        """The inputs of the computation under way; a look adds itself here."""
        self._numbers: dict[Input, int] = {}
        self._kept: dict[Hashable, tuple[Any, set[int]]] = {}

    def know(self, inputs: Iterable[Input]) -> None:
        """Go on with the numbers of an earlier run, before anything is looked at in this one."""
        assert not self.inputs, "numbers that are in use stay as they are"
        self.inputs = list(inputs)
        self._numbers = {one: number for number, one in enumerate(self.inputs)}

    def number(self, one: Input) -> int:
        """The number of an input, for whoever notes it more than once."""
        found = self._numbers.get(one)
        if found is None:
            found = self._numbers[one] = len(self.inputs)
            self.inputs.append(one)
        return found

    def note(self, name: str, key: str = "") -> None:
        """Note a look."""
        self.seen.add(self.number((name, key)))

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

    def watch(self, make: Callable[[], T]) -> tuple[T, frozenset[int]]:
        """What ``make`` gives, and the inputs that it looked at; the computation around it has not looked at them."""
        outer, self.seen = self.seen, set()
        try:
            return make(), frozenset(self.seen)
        finally:
            self.seen = outer


UNSHARED = 2
"""The version of marshal's format in which equal results have equal bytes, whichever of their parts are one object."""
REMEMBERED = "remembered"
"""The look-up whose keys are names in a memory."""


class Memory:
    """Plain results by kind and key, of this run or of an earlier one whose inputs gave what they give now.

    Whoever asks for a result has looked at the result, not at what it was made from: a sum over thousands of records
    hangs on the few words that each of them comes to.
    """

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._traces: Traces | None = None
        self._before: dict[str, tuple[bytes, bytes, bytes]] = {}
        """Name → digests of the inputs and of the result, and the result, packed."""
        self._packed: dict[str, tuple[bytes, bytes]] = {}
        """Name → digest of the result, and the result, packed, as they are now."""
        self._now: dict[str, Any] = {}
        self._makers: dict[str, Callable[[str], Any]] = {}

    def teach(self, kind: str, make: Callable[[str], Any]) -> None:
        """How results of a kind are made of their key: plain data, a pure function of its look-ups."""
        self._makers[kind] = make

    def begin(self, traces: Traces, plain: Any = None) -> None:
        """Go on from what an earlier run left."""
        self._traces, self._before = traces, plain or {}

    def recall(self, kind: str, key: str = "") -> Any:
        """The result of a kind for a key. Notes that it was looked at."""
        name = f"{kind} {key}"
        self._tracer.note(REMEMBERED, name)
        if name not in self._now:
            packed = self._found(name)[1]
            if name not in self._now:  # what is made just now need not be unpacked
                self._now[name] = marshal.loads(packed)
        return self._now[name]

    def look(self, name: str) -> bytes:
        """A digest of a result as it is now; raises KeyError for a kind that nobody taught."""
        try:
            return self._found(name)[0]
        except IndexError:  # its record is gone
            return digest(name)

    def plain(self) -> dict[str, Any]:
        """What holds now, as plain data to begin with next time: that nobody asked for it today says nothing."""
        assert self._traces is not None, "without traces nothing outlives a run"
        inputs, now = self._traces.digest, self._packed
        left = {name: kept for name, kept in self._before.items() if name not in now and kept[0] == inputs(name)}
        return left | {name: (inputs(name), *packed) for name, packed in now.items()}

    def _found(self, name: str) -> tuple[bytes, bytes]:
        found = self._packed.get(name)
        if found is None:
            kept = self._before.get(name)
            if kept is not None and self._traces is not None and kept[0] == self._traces.digest(name):
                found = kept[1:]
            else:
                self._now[name] = made = self._made(name)
                packed = marshal.dumps(made, UNSHARED)
                found = digest(name, packed), packed
            self._packed[name] = found
        return found

    def _made(self, name: str) -> Any:
        kind, _, key = name.partition(" ")
        made, inputs = self._tracer.watch(lambda: self._makers[kind](key))
        if self._traces:
            self._traces.keep(name, inputs)
        return made


class Traces:
    """The inputs of many computations by name, and from them whether a computation would come out as it did.

    ``look`` gives the digest of an input and of what it is now: no two inputs have the same. Each input that an earlier
    run knew is looked at once; a computation none of whose inputs changed has the digest that it had.
    """

    def __init__(self, tracer: Tracer, look: Callable[[Input], bytes], plain: Any = None) -> None:
        self._tracer, self._look = tracer, look
        self._traces: dict[str, tuple[int, ...]]
        self._digests: list[bytes]
        self._before: dict[str, bytes]
        inputs, self._digests, self._traces, self._before = plain or ([], [], {}, {})
        if inputs:
            tracer.know(inputs)
        self._unseen = set(range(len(self._digests)))
        """Inputs that were not looked at in this run."""
        self._changed: set[int] = set()
        """Inputs that were, and are not as they were before."""
        self._whole: dict[str, bytes] = {}

    def keep(self, name: str, inputs: Iterable[int]) -> None:
        """Note the inputs that a computation looked at."""
        known, every = len(self._digests), len(self._tracer.inputs)
        if known < every:
            self._unseen.update(range(known, every))
            self._digests += [b""] * (every - known)
        self._whole.pop(name, None)
        self._before.pop(name, None)
        self._traces[name] = tuple(inputs)

    def digest(self, name: str) -> bytes | None:
        """A digest of a computation's inputs as they are now; None when its inputs are not known."""
        found = self._whole.get(name)
        if found is None and (trace := self._traces.get(name)) is not None:
            if not self._unseen.isdisjoint(trace):
                self._look_at(trace)
            found = self._before.get(name) if self._changed.isdisjoint(trace) else None
            if found is None:
                # numbers, and so their order, are of one run only
                found = digest(b"".join(sorted([self._digests[number] for number in trace])))
            self._whole[name] = found
        return found

    def plain(self, names: Iterable[str]) -> Any:
        """The traces of these computations as plain data, to begin with next time."""
        whole = {name: self.digest(name) for name in names}
        traces = {name: self._traces[name] for name in whole}
        inputs = self._tracer.inputs[: len(self._digests)]
        used = set[int]().union(*traces.values())
        if len(inputs) < 2 * len(used):
            return inputs, self._digests, traces, whole
        places = {number: place for place, number in enumerate(sorted(used))}
        return (
            [inputs[number] for number in places],
            [self._digests[number] for number in places],
            {name: tuple(places[number] for number in trace) for name, trace in traces.items()},
            whole,
        )

    def _look_at(self, trace: Iterable[int]) -> None:
        """Bring the digests of inputs up to date that were not looked at in this run."""
        for number in self._unseen.intersection(trace):
            found = self._look(self._tracer.inputs[number])
            if found != self._digests[number]:
                self._digests[number] = found
                self._changed.add(number)
            self._unseen.discard(number)
