"""What outlives a run comes back as it was."""

from __future__ import annotations

import marshal
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.plainly import plain, restored
from generator.ledger.enums import State


class Inner(NamedTuple):
    word: str
    number: int | None


class Outer(NamedTuple):
    state: State
    inner: Inner | None
    many: tuple[Inner, ...]
    pair: tuple[str, tuple[Inner, ...]]


INNER = st.builds(Inner, st.text(), st.none() | st.integers())
OUTER = st.builds(
    Outer,
    st.sampled_from(State),
    st.none() | INNER,
    st.lists(INNER).map(tuple),
    st.tuples(st.text(), st.lists(INNER).map(tuple)),
)


@given(OUTER)
def test_a_view_comes_back_from_what_can_be_kept(view: Outer) -> None:
    """Named tuples in named tuples, in tuples of any length and of a fixed one, and None in their place."""
    kept = marshal.loads(marshal.dumps(plain(view)))
    found = restored(Outer, kept)
    assert found == view
    assert [type(one) for one in (found, *found.many, *found.pair[1])] == [
        Outer,
        *[Inner] * len(found.many + found.pair[1]),
    ]
    assert type(found.inner) is type(view.inner)
    assert plain(found) == kept
