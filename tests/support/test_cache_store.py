"""The store gives back what was kept, and nothing that it cannot be sure of."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.support import cache_store
from generator.support.cache_store import CacheStore, digest

KEY, OTHER = digest("a"), digest("b")


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """A value comes back to a later run that asks with the same key."""
    value = {"x": (1, None, "字", b"\0", [True])}
    CacheStore(tmp_path).save("read/plans", KEY, value)
    assert CacheStore(tmp_path).load("read/plans", KEY) == value


def test_another_key_another_name_and_no_folder_give_nothing(tmp_path: Path) -> None:
    """What was made from something else is as good as absent."""
    CacheStore(tmp_path).save("a", KEY, 1)
    assert (CacheStore(tmp_path).load("a", OTHER), CacheStore(tmp_path).load("b", KEY)) == (None, None)
    nothing = CacheStore(None)
    nothing.save("a", KEY, 1)
    assert nothing.load("a", KEY) is None


def test_another_program_trusts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that another version of the program left is not taken."""
    CacheStore(tmp_path).save("a", KEY, 1)
    monkeypatch.setattr(cache_store, "program", lambda: digest("another"))
    assert CacheStore(tmp_path).load("a", KEY) is None


@pytest.mark.parametrize("place", [0, 20, 40, -1])
def test_a_damaged_value_is_not_taken(place: int, tmp_path: Path) -> None:
    """A byte that changed anywhere, or an end that is missing, makes the value absent."""
    CacheStore(tmp_path).save("a", KEY, "some text")
    file = tmp_path / "a.bin"
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    assert CacheStore(tmp_path).load("a", KEY) is None
    file.write_bytes(content[:place])
    assert CacheStore(tmp_path).load("a", KEY) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """A cache that cannot be written costs time and nothing else."""
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    one = CacheStore(tmp_path / "cache")
    one.save("a", KEY, 1)
    assert one.load("a", KEY) is None
