"""What git tells of a ledger: a commit, an earlier state of the data, and repositories in which something is broken."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp
from typing import Final

from generator.analysis.ledger_index import LedgerIndex
from generator.cli.main import main
from generator.history.change_guard import published_state, unusual_changes
from generator.history.due_version import LedgerState
from generator.history.log_reader import differences, read_log
from generator.history.releases import BadRelease, read_releases, tag_message
from generator.history.reports import DIFFS
from generator.history.snapshots import Unreadable
from generator.language import history_words
from generator.ledger.load import CheckedLedger
from generator.support.cache_store import CacheStore
from tests.fuzz import mutations
from tests.fuzz.target import CONTRACT, Target
from tests.fuzz.targets.ledgers import changed_files, divided, joined
from tests.helpers import ledger
from tests.helpers.faults import plan, read_in_memory
from tests.helpers.git import Writer, commit_all, git
from tests.helpers.ledger import LEDGER, contract
from tests.helpers.pages import context_of, specs_of

TAG: Final = "data-v0.1.0"
FILE_NAME: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.yml")
OF_HISTORY: Final = ("changes/", "releases/")
"""Pages that tell of the history."""
NAMES_IN_GIT: Final = re.compile(r"HEAD|packed-refs|shallow|index|refs/.+|logs/.+|objects/.+")
"""Files of git that are changed; its settings may name programs, so they stay as they are."""
ENGLISH: Final = ("fatal:", "error:", "warning:", "Traceback")
GIT_PIECES: Final = ("ref: ", "refs/heads/main", "refs/tags/", "0" * 40, "1" * 40, "peeled", "^", "\n", "\0", TAG)


@cache
def _repository() -> tuple[Path, bytes]:
    """A repository with a ledger, and its commit as git keeps it."""
    folder = Path(mkdtemp())
    ledger.write(folder, LEDGER)
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


@cache
def _today() -> CheckedLedger:
    return read_in_memory(LEDGER).checked()


def earlier(data: bytes) -> None:
    """A state of the ledger was released, and today's comes after it: what changed, and addresses that are no more."""
    files = {name: text for name, text in divided(data).items() if FILE_NAME.fullmatch(name)}
    gone: dict[str, str | None] = dict.fromkeys((f"data/{name}" for name in files), None)
    with TemporaryDirectory() as place:
        writer = Writer(Path(place))
        first = writer.commit("一", {f"data/{name}": text for name, text in files.items()})
        writer.commit("二", {**gone, **{f"data/{name}": text for name, text in LEDGER.items()}}, (first,))
        folder = writer.write() / "data"
        words = tag_message(LedgerState(contract(), read_in_memory(files).tables.rows), "第一版")
        git(folder, "tag", "--annotate", "--cleanup=verbatim", f"--message={words}", TAG, "HEAD~1")
        _tell(folder)


def _tell(folder: Path) -> None:
    """Everything that is told of a history."""
    checked, store = _today(), CacheStore(None)
    with suppress(Unreadable):
        changes = differences(folder, contract(), "HEAD~1", "HEAD")
        assert all(form(contract(), changes, "一 → 二") for form in DIFFS.values())
    if published := published_state(folder, CONTRACT):
        assert all(map(str, unusual_changes(published, checked.tables.rows, contract())))
    with suppress(BadRelease):
        index = LedgerIndex(checked, read_log(folder, contract(), store), read_releases(folder, CONTRACT, store))
        context = context_of(index)
        former = {one.path for one in context.former}
        for spec in specs_of(context):
            if spec.path in former or spec.path.startswith(OF_HISTORY):
                assert spec.render(spec).body


@cache
def _released() -> tuple[dict[str, bytes], ...]:
    """The files of git of a ledger with a release and a commit after it: as they are, packed, and of a shallow copy."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "loose"
        folder.mkdir()
        ledger.write(folder, LEDGER)
        commit_all(folder, "一")
        words = tag_message(LedgerState(contract(), read_in_memory(LEDGER).tables.rows), "第一版")
        git(folder, "tag", "--annotate", "--cleanup=verbatim", f"--message={words}", TAG)
        path = folder / "data" / "feedback.yml"
        path.write_text(path.read_text(encoding="utf-8").replace("价格", "价"), encoding="utf-8")
        commit_all(folder, "二")
        loose = _files_of_git(folder)
        git(folder.parent, "clone", "--quiet", "--depth=1", folder.as_uri(), "shallow")
        git(folder, "gc", "--quiet", "--prune=now")
        return loose, _files_of_git(folder), _files_of_git(folder.parent / "shallow")


def _files_of_git(folder: Path) -> dict[str, bytes]:
    names = (path for path in sorted((folder / ".git").rglob("*")) if path.is_file() and "hooks" not in path.parts)
    return {path.relative_to(folder / ".git").as_posix(): path.read_bytes() for path in names}


def _as_text(files: dict[str, bytes]) -> bytes:
    return joined({name: content.decode(errors="surrogateescape") for name, content in files.items()})


def _change_git(data: bytes, chance: Random) -> bytes:
    """Some of git's files changed, cut off, emptied or gone."""
    files = divided(data)
    names = [name for name in files if NAMES_IN_GIT.fullmatch(name)]
    if not names:
        return _as_text(chance.choice(_released()))
    words = mutations.text(GIT_PIECES)
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choice([*names, "HEAD", "refs/heads/main", f"refs/tags/{TAG}", "packed-refs", "shallow", "index"])
        content = files.get(name, "").encode(errors="surrogateescape")
        action = chance.randrange(6)
        if action == 0:
            files.pop(name, None)
        elif action == 1:
            files[name] = ""
        else:
            change = mutations.raw if action <= 3 else words
            content = content[: chance.randint(0, len(content))] if action == 2 else change(content, chance)
            files[name] = content.decode(errors="surrogateescape")
    return joined(files)


def broken(data: bytes) -> None:
    """A repository with any files of git: what is compared and released, or one sentence that says why not."""
    parts = {**_released()[0], **{k: v.encode(errors="surrogateescape") for k, v in divided(data).items()}}
    known = {name for files in _released() for name in files}
    there = {name for name in divided(data) if name in known or name in ("shallow", "packed-refs")}
    with TemporaryDirectory() as place, contextlib.chdir(place):
        ledger.write(Path(place), LEDGER)
        for name in sorted(there | {"config"}):
            path = Path(".git", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(parts[name] if name != "config" else _released()[0]["config"])
        for folder in ("objects", "refs"):
            Path(".git", folder).mkdir(parents=True, exist_ok=True)
        for command in (["diff", "HEAD~1"], ["diff", "HEAD~1", "HEAD", "--format=markdown"], ["release", "--check"]):
            said = io.StringIO()
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
                status = main(["--contract", str(CONTRACT), *command])
            assert status in (0, 1, 2), status
            assert not any(word in said.getvalue() for word in ENGLISH), said.getvalue()
            assert said.getvalue().strip() or status != 2, command
        log = read_log(Path("data"), contract(), CacheStore(None))
        assert log.missing in ("", *history_words.NO_HISTORY)


TARGETS: Final = {
    "commit": Target(
        commit,
        _commit_seeds,
        mutations.text(("author ", " +0800", " -9999", "encoding utf-16", "Note: ", "\n\n", "253402300800", "parent ")),
    ),
    "history": Target(earlier, lambda: [joined(LEDGER), joined(plan())], changed_files()),
    "repository": Target(broken, lambda: [*map(_as_text, _released())], _change_git),
}
