"""Work in a child of this process: it sees what the parent has in memory without a copy, and its result comes back."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from generator.support.files import refusal_in

Result = TypeVar("Result")

CAN_FORK = "fork" in multiprocessing.get_all_start_methods()
"""Whether the system can copy a process. Windows cannot."""


class ChildDied(Exception):
    """A child ended without a result: the system or somebody killed it."""


class Child(Generic[Result]):
    """A copy of this process that does one piece of work."""

    def __init__(self, work: Callable[[], Result], *, has_children: bool = False) -> None:
        """Start the work. Its result must be fit for pickle; so must its exceptions.

        Args:
            work: what the child does.
            has_children: whether it may have children of its own; it is then not ended by itself with this process.
        """
        gc.freeze()  # the collector would write into every object, and the system would copy the memory
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(work, self._receiver, sender), daemon=not has_children)
        self._process.start()
        sender.close()

    @property
    def receiver(self) -> Connection:
        """Something can be read here when the result is there, or when the child has died."""
        return self._receiver

    def result(self) -> Result:
        """Wait for the result. Raises what the work raised, and ChildDied."""
        try:
            succeeded, value = self._receiver.recv()
        except EOFError as error:
            self._process.join()
            raise ChildDied(self._process.exitcode) from error
        self._process.join()
        if not succeeded:
            raise value
        return value  # type: ignore[no-any-return]  # what the work returned

    def stop(self) -> None:
        """End the child, whatever it does."""
        self._process.kill()
        self._process.join()


@contextmanager
def running_child(work: Callable[[], Result], *, has_children: bool = False) -> Iterator[Child[Result]]:
    """A child that works beside what stands inside, and that is ended when this fails."""
    child = Child(work, has_children=has_children)
    try:
        yield child
    except BaseException:
        child.stop()
        raise


def in_child(work: Callable[[], Result]) -> Result:
    """What some work gives that a child does alone: all the memory that it takes is free again afterwards."""
    with running_child(work, has_children=True) as child:
        return child.result()


class SharedNumbers:
    """The numbers from 0, each of which is given to one process alone: whoever is free takes the next."""

    SIZE = 4
    """Bytes of a number. A pipe gives them to one reader only, and holds at least 16,000 numbers."""

    def __init__(self, count: int) -> None:
        """Make it before the processes that share it start."""
        self._parent = os.getpid()
        self._reader, writer = os.pipe()
        os.write(writer, b"".join(number.to_bytes(self.SIZE, "big") for number in range(count)))
        os.close(writer)

    def __iter__(self) -> Iterator[int]:
        """The numbers for this process; a child whose parent is gone gets no more."""
        while number := os.read(self._reader, self.SIZE):
            if self._parent not in (os.getpid(), os.getppid()):
                return
            yield int.from_bytes(number, "big")


def _run(work: Callable[[], Result], receiver: Connection, sender: Connection) -> None:
    receiver.close()  # only the parent reads: when it is gone, a result that nobody takes is not waited with
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops its children by itself
    answer: tuple[bool, Result | Exception]
    try:
        answer = (True, work())
    except Exception as error:  # whatever it is, the parent raises it
        error.add_note(traceback.format_exc())
        answer = (False, error)
    except BaseException as error:  # a library of Rust raises one of its own, which no other process can read
        answer = (False, MemoryError(str(error)) if refusal_in(error) else RuntimeError(repr(error)))
    with suppress(BrokenPipeError):
        sender.send(answer)
