"""Names that Windows refuses, or takes for others, are known on every system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.support.file_names import refused_by_windows, same_but_for_case, shown, too_long


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("con", "con"),
        ("CON.yml", "CON.yml"),
        ("tasks/aux/01.yml", "aux"),
        ("tasks/nul .yml", "nul .yml"),
        ("com1", "com1"),
        ("lpt9.tar.gz", "lpt9.tar.gz"),
        ("tasks./01.yml", "tasks."),
        ("tasks /01.yml", "tasks "),
        ("a:b.yml", "a:b.yml"),
        ("what?.yml", "what?.yml"),
        ("a\\b.yml", "a\\b.yml"),
        ("a\tb.yml", "a\tb.yml"),
        ("字" * 256, "字" * 256),
    ],
)
def test_what_windows_refuses_is_named(path: str, part: str) -> None:
    """Devices whatever their ending, signs, a dot or blank at the end, and names that are too long."""
    assert refused_by_windows(path) == part


@pytest.mark.parametrize(
    "path", ["", "data/tasks/01-产业.yml", ".gitignore", "context", "com", "com10", "a.con", "字" * 255]
)
def test_ordinary_names_are_taken(path: str) -> None:
    """A name that only looks like a device, a hidden file, Chinese."""
    assert refused_by_windows(path) == ""


@given(st.lists(st.text("abAB/."), unique=True))
def test_names_that_differ_in_case_alone_are_paired(paths: list[str]) -> None:
    """Without the pairs' later names no two are alike to Windows, and each pair is alike."""
    pairs = [*same_but_for_case(paths)]
    assert all(one != two and one.casefold() == two.casefold() for one, two in pairs)
    left = [path for path in paths if path not in {two for _, two in pairs}]
    assert len({path.casefold() for path in left}) == len(left)


def test_the_length_of_a_whole_path_counts() -> None:
    """259 characters are the most."""
    assert (too_long("字" * 259), too_long("字" * 260)) == (False, True)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("data/任务 1　甲.yml", "data/任务 1　甲.yml"),
        ("a\nb\t.yml", r"a\nb\t.yml"),
        ("\x1b[31m红.yml", r"\x1b[31m红.yml"),
        ("看\u202e不.yml", r"看\u202e不.yml"),
        ("\udcff.yml", r"\udcff.yml"),
        ("\U000e0041.yml", r"\U000e0041.yml"),
    ],
)
def test_a_name_is_shown_without_moving_the_cursor(name: str, words: str) -> None:
    """What nobody sees and what a terminal would obey is written in ASCII."""
    assert shown(name) == words
