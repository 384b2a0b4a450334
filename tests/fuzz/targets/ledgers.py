"""Whole ledgers, their pages, and the history that git tells of them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Final

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.dataset import Dataset
from generator.history.log_reader import read_log
from generator.ledger.load import InvalidLedger
from generator.support.cache_store import CacheStore
from tests.fuzz import mutations
from tests.fuzz.target import ROOT, Target, ledger_words
from tests.helpers.faults import plan, read_in_memory
from tests.helpers.git import commit_all, git
from tests.helpers.ledger import LEDGER, contract
from tests.helpers.pages import context_of, specs_of

BEGIN: Final = re.compile(r"^==> (.*)\n", re.MULTILINE)
CHANGE: Final = mutations.tokens(ledger_words())


def joined(files: Mapping[str, str]) -> bytes:
    """The files of a ledger as one text: a line ``==> name`` stands before each."""
    return "".join(f"==> {name}\n{text}" for name, text in files.items()).encode(errors="surrogateescape")


def divided(data: bytes) -> dict[str, str]:
    """The files of a ledger in one text."""
    parts = BEGIN.split(data.decode(errors="surrogateescape"))[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _changed(data: bytes, chance: Random) -> bytes:
    """One or two of the files changed; seldom one of another name, or one less."""
    files = divided(data)
    if not files:
        return mutations.raw(data, chance)
    for _ in range(chance.randint(1, 2)):
        name = chance.choice([*files])
        action = chance.random()
        if action < 0.9:
            files[name] = CHANGE(files[name].encode(errors="surrogateescape"), chance).decode(errors="surrogateescape")
        elif action < 0.95 and len(files) > 1:
            del files[name]
        else:
            files[CHANGE(name.encode(), chance).decode(errors="replace").replace("\n", "") or "x"] = files[name]
    return joined(files)


def ledger(data: bytes) -> None:
    """A ledger is read and checked; one without a fault has its look-ups, and its rows for every download."""
    files = read_in_memory(divided(data))
    findings = files.findings()
    assert all(str(one) for finding in findings for one in (finding, *finding.followers))
    with suppress(InvalidLedger):
        checked = files.checked()
        index = LedgerIndex(checked)
        dataset = Dataset(checked, context_of(index))
        for table in contract().tables:
            dataset.cells(table)


def pages(data: bytes) -> None:
    """Every page of a ledger that has no fault can be made."""
    with suppress(InvalidLedger):
        for spec in specs_of(context_of(read_in_memory(divided(data)).checked())):
            assert spec.render(spec).body


@cache
def _repository() -> tuple[Path, bytes]:
    """A repository with a ledger, and its commit as git keeps it."""
    folder = Path(mkdtemp())
    for name, text in {**LEDGER, "site.yml": (ROOT / "data/site.yml").read_text(encoding="utf-8")}.items():
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(text, encoding="utf-8")
    commit_all(folder, "建台账\n\nNote: 新的一年的数")
    return folder, subprocess.check_output(["git", "-C", str(folder), "cat-file", "commit", "HEAD"])


def commit(data: bytes) -> None:
    """A commit with any author, date, encoding and message is one line of the change log."""
    folder, _ = _repository()
    try:
        id_ = git(folder, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", stream=data)
    except subprocess.CalledProcessError:  # git does not take it
        return
    (folder / ".git" / "refs" / "heads" / "main").write_text(f"{id_}\n", encoding="ascii")
    log = read_log(folder / "data", contract(), CacheStore(None))
    for entry in log.entries:
        assert "\n" not in entry.words and "\0" not in entry.words


def _commit_seeds() -> list[bytes]:
    commit_ = _repository()[1]
    head, _, _ = commit_.partition(b"\n\n")
    messages = (
        "改一个数",
        "数据：十四五\n\n说明\n\nNote: 给读者的话\nNote: 又一句",
        "a" * 2000,
        "13912345678 <script>",
    )
    encoded = head + b"\nencoding GB18030\n\n" + "改一个数".encode("gb18030")
    return [commit_, encoded, *(head + b"\n\n" + message.encode() for message in messages)]


TARGETS: Final = {
    "ledger": Target(ledger, lambda: [joined(plan()), joined(LEDGER)], _changed),
    "pages": Target(pages, lambda: [joined(plan()), joined(LEDGER)], _changed),
    "commit": Target(
        commit,
        _commit_seeds,
        mutations.text(("author ", " +0800", " -9999", "encoding utf-16", "Note: ", "\n\n", "253402300800", "parent ")),
    ),
}
