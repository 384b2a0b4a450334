"""New records go behind those of a shared list or into a file of comments; any other file stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.ledger.editing.yaml_file import EditRefused
from generator.office.new_files import new_contents, write_new_files

NEW: Final = ("- id: b\n", "- id: c\n")
BOTH: Final = "- id: b\n\n- id: c\n"
THERE: Final[dict[tuple[str, str | None], str | None]] = {
    ("plans.yml", None): BOTH,
    ("plans.yml", ""): BOTH,
    ("plans.yml", "\n"): f"\n{BOTH}",
    ("plans.yml", "# 例\n"): f"# 例\n\n{BOTH}",
    ("plans.yml", "# 例"): f"# 例\n\n{BOTH}",
    ("plans.yml", "- id: a\n"): f"- id: a\n\n{BOTH}",
    ("plans.yml", "- id: a"): f"- id: a\n\n{BOTH}",
    ("plans.yml", "- id: a\n\n- id: b\n"): "- id: a\n\n- id: b\n\n- id: c\n",
    ("plans.yml", BOTH): None,
    ("organizations/towns.yml", "- id: a\n"): f"- id: a\n\n{BOTH}",
    ("sections/p.yml", "# 例\n"): f"# 例\n\n{BOTH}",
    ("sections/p.yml", BOTH): None,
}
"""Name and text of a file → what it will hold; None where it stays as it is."""


@pytest.mark.parametrize(("name", "text"), THERE)
def test_what_a_file_will_hold(name: str, text: str | None, tmp_path: Path) -> None:
    """Records that are there already are not written a second time; one empty line stands between records."""
    path = tmp_path / "data" / name
    if text is not None:
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    new = THERE[name, text]
    assert new_contents(tmp_path / "data", {name: NEW}) == ({} if new is None else {name: new.encode()})
    others = {tmp_path / "a.txt": b"x"}
    assert write_new_files(tmp_path / "data", {name: NEW}, others) == ([] if new is None else [name])
    assert path.read_text("utf-8") == (text if new is None else new)
    assert (tmp_path / "a.txt").read_bytes() == b"x"


@pytest.mark.parametrize("kind", ["a folder", "another list"])
def test_a_file_in_the_way_stays(kind: str, tmp_path: Path) -> None:
    """Nothing is written, beside it either; the finding names it."""
    path = tmp_path / "data" / "sections" / "p.yml"
    path.parent.mkdir(parents=True)
    if kind == "a folder":
        path.mkdir()
    else:
        path.write_text("- id: a\n", "utf-8")
    with pytest.raises(EditRefused, match=r"p\.yml"):
        write_new_files(tmp_path / "data", {"plans.yml": NEW, "sections/p.yml": NEW}, {tmp_path / "a.txt": b"x"})
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["data", "p.yml", "sections"]
