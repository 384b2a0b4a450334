"""Work in children: results and errors come back, numbers are shared out, nobody is left behind."""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress

import pytest

from generator.support.child_process import CAN_FORK, Child, ChildDied, SharedNumbers

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system cannot copy a process")


def fails() -> None:
    raise ValueError("甲")


def dies() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_the_result_comes_back_from_another_process() -> None:
    """What the work returns is what the parent gets."""
    child = Child(lambda: (os.getpid(), {"a": [1, 2]}))
    process, value = child.result()
    assert process != os.getpid() and value == {"a": [1, 2]}


def test_an_error_comes_back_with_the_place_where_it_happened() -> None:
    """The parent raises what the child raised; its note tells the line in the child."""
    with pytest.raises(ValueError, match="甲") as error:
        Child(fails).result()
    assert "in fails" in "".join(error.value.__notes__)


def test_a_child_that_is_killed_is_no_result() -> None:
    """When the system ends a child, for want of memory perhaps, the parent does not go on without its part."""
    with pytest.raises(ChildDied):
        Child(dies).result()


def test_a_child_can_be_stopped() -> None:
    """A child that would wait for ever is gone after stop."""
    child = Child(signal.pause)
    child.stop()
    with pytest.raises(ChildDied):
        child.result()


def test_a_child_whose_parent_is_killed_ends() -> None:
    """A large result that nobody takes any more is not waited with, also where others were begun behind it."""
    reader, writer = os.pipe()
    parent = os.fork()
    if parent == 0:
        os.setsid()
        children = [Child(lambda: bytes(10_000_000)) for _ in range(2)]
        assert all(child.receiver.poll(60) for child in children)  # they have begun to send
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(writer)
    os.waitpid(parent, 0)
    try:
        assert select.select([reader], [], [], 60)[0], "a child still has its end of the pipe"
    finally:
        os.close(reader)
        with suppress(ProcessLookupError):
            os.killpg(parent, signal.SIGKILL)


def test_each_number_is_given_once() -> None:
    """Two children and the parent share the numbers without loss and without doubles."""
    numbers = SharedNumbers(5000)
    children = [Child(lambda: list(numbers)) for _ in range(2)]
    given = [*numbers, *children[0].result(), *children[1].result()]
    assert sorted(given) == list(range(5000))
    assert list(SharedNumbers(0)) == []
