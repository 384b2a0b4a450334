"""Releases of the data: which number is due, tags that cannot be changed in silence, and what is published."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from generator.cli import main as cli
from generator.history.due_version import Due
from generator.history.releases import BadRelease, read_releases
from generator.language import command_words, history_words
from generator.ledger.contract import load_contract
from generator.publish.build import build_site
from generator.publish.site_content import BuildOptions, SiteInputs, load_content
from generator.support.cache_store import CacheStore
from generator.support.stopwatch import Stopwatch
from tests.conftest import ROOT, project
from tests.helpers import templates, trouble
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.runs import Once

Edit = Callable[[Path], object]


@pytest.fixture
def office(once: Once, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up district's project in a repository of its own, with its first release; one copy for each test."""
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    folder = shutil.copytree(once("office", _released), tmp_path / "office")
    monkeypatch.chdir(folder)
    return folder


def _released(folder: Path) -> None:
    """The project with its first release, made once a run."""
    project(folder, ROOT / "tests" / "district" / "data")
    (folder / ".gitignore").write_text("site\nbuild\n", encoding="utf-8")
    commit_all(folder, "begin")
    with chdir(folder):
        assert cli.main(["release", "--message", "第一版"]) == 0


def replace(name: str, old: str, new: str) -> Edit:
    """An edit of a file of the ledger or beside it."""

    def edit(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def version(folder: Path, number: str) -> None:
    """Write a version into the settings of the site."""
    path = folder / "data" / "site.yml"
    text = re.sub(r"(?m)^version: .*$", f"version: {number}", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")


def current(folder: Path) -> str:
    found = re.search(r"(?m)^version: (.*)$", (folder / "data" / "site.yml").read_text(encoding="utf-8"))
    assert found
    return found[1]


def bumped(number: str, place: int) -> str:
    parts = [int(part) for part in number.split(".")]
    return ".".join(str(p + 1 if n == place else p if n < place else 0) for n, p in enumerate(parts))


NEW_UNIT = "- id: new-bureau\n  name: 区新局\n  kind: 政府部门\n"


WITHDRAWN = "- {code: change-id, record: new-bureau, value: new-bureau, reason: 没有这个单位, on: 2024-01-01}\n"


def add_unit(folder: Path) -> None:
    path = folder / "data" / "organizations" / "departments.yml"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + NEW_UNIT, encoding="utf-8")


def drop_unit(folder: Path) -> None:
    replace("data/organizations/departments.yml", NEW_UNIT, "")(folder)


RENAMED = replace("data/site.yml", "name: ", "name: 新的")


def correct(folder: Path) -> None:
    """Another name of a unit: a value that is corrected."""
    path = folder / "data" / "organizations" / "departments.yml"
    text = path.read_text(encoding="utf-8")
    found = re.search(r"(?m)^  full_name: (.*)$", text)
    assert found
    path.write_text(text.replace(found[0], f"{found[0]}（更正）", 1), encoding="utf-8")


# -- which number is due


@pytest.mark.parametrize(
    ("edit", "place", "why"),
    [(correct, 2, "patch"), (add_unit, 1, "minor")],
    ids=["a corrected value", "a new row"],
)
def test_the_number_that_is_due_follows_from_what_changed(
    office: Path, capsys: pytest.CaptureFixture[str], edit: Edit, place: int, why: str
) -> None:
    """Until the settings have it, the check fails and says which it is and why."""
    last = current(office)
    edit(office)
    due = bumped(last, place)
    capsys.readouterr()
    assert cli.main(["release", "--check"]) == 1
    told = capsys.readouterr()
    assert f"v{last}" in told.out and f"v{due}" in told.out and history_words.DUE_PARTS[why] in told.out
    assert due in told.err
    version(office, due)
    assert cli.main(["release", "--check"]) == 0


def test_a_row_that_is_gone_is_a_break(office: Path) -> None:
    """Whoever refers to its id would lose it."""
    add_unit(office)
    second = bumped(current(office), 1)
    version(office, second)
    commit_all(office, "a new unit")
    assert cli.main(["release"]) == 0
    drop_unit(office)
    assert cli.main(["release", "--check"]) == 1, "a slip would do the same"
    with (office / "data" / "acknowledged.yml").open("a", encoding="utf-8") as file:
        file.write(WITHDRAWN)
    version(office, bumped(second, 0))
    assert cli.main(["release", "--check"]) == 0


def test_a_changed_column_is_a_break() -> None:
    """A column of another type, whatever the rows say."""
    assert Due("major", ("targets.value",)).after((1, 2, 3)) == (2, 0, 0)
    assert Due("minor", ()).after((1, 2, 3)) == (1, 3, 0)
    assert Due("patch", ()).after((1, 2, 3)) == (1, 2, 4)
    assert Due("", ()).after((1, 2, 3)) == (1, 2, 3)


def test_the_contract_of_the_release_is_compared(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A column that a later program has no more is found in the contract, not in the rows."""
    monkeypatch.setattr("generator.ledger.load.load_whole_contract", load_contract)
    path = office / "datapackage.json"
    contract = json.loads(path.read_text(encoding="utf-8"))
    schema = next(r for r in contract["resources"] if r["name"] == "documents")["schema"]
    schema["fields"] = [f for f in schema["fields"] if f["name"] != "topic"]
    path.write_text(json.dumps(contract, ensure_ascii=False), encoding="utf-8")
    for file in (office / "data").rglob("documents.yml"):
        file.write_text(re.sub(r"(?m)^  topic: .*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    capsys.readouterr()
    cli.main(["release", "--check"])
    assert "documents.topic" in capsys.readouterr().out


def test_settings_of_the_site_are_no_data(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another name of the site asks for no release."""
    RENAMED(office)
    capsys.readouterr()
    assert cli.main(["release"]) == 0
    assert command_words.RELEASE_SAME.format(last=current(office)) in capsys.readouterr().out


# -- tags

HOOK = """\
#!/bin/sh
read -r _ _ _ program _ < /proc/$PPID/stat
"""
"""A hook that git runs while it makes a tag; its parent is git, and git's parent is the program."""


def release_with(office: Path, script: str) -> tuple[int, str]:
    """Release while git runs a hook; returns the exit status and what was said."""
    hook = office / ".git/hooks/reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK + script, encoding="utf-8")
    hook.chmod(0o755)
    return trouble.forked_work(office, "none", 0, lambda: cli.main(["release"]))[:2]


def due_version(office: Path) -> str:
    """A corrected value, committed with the version that is due; the version."""
    correct(office)
    version(office, bumped(current(office), 2))
    commit_all(office, "correct")
    return current(office)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the hook finds the program by /proc")
def test_the_program_is_killed_while_git_makes_the_tag(office: Path) -> None:
    """Git goes on by itself: the release is there, whole, and the next command says so."""
    new = due_version(office)
    os.mkfifo(office / "done")
    script = '[ "$1" = prepared ] && kill -9 "$program"\n[ "$1" != committed ] || echo > done\n'
    assert release_with(office, script)[0] == -9
    assert (office / "done").read_text(encoding="utf-8") == "\n"
    status, said = release_with(office, "")
    assert (status, command_words.RELEASE_SAME.format(last=new) in said) == (0, True), said
    assert read_releases(office / "data", office / "datapackage.json", CacheStore(None)).all[-1].version == new


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the hook finds the program by /proc")
def test_git_is_killed_while_it_makes_the_tag(office: Path) -> None:
    """There is no tag; what git left in the way is told in Chinese with its file, and without it the tag is made."""
    new = due_version(office)
    status, said = release_with(office, '[ "$1" != prepared ] || kill -9 $PPID\n')
    assert (status, "被中断，请再试一次" in said) == (1, True), said
    status, said = release_with(office, "")
    lock = office / f".git/refs/tags/data-v{new}.lock"
    assert (status, f"锁文件 {lock} 还在" in said, "Another" in said) == (1, True, False), said
    lock.unlink()
    status, said = release_with(office, "")
    assert (status, command_words.RELEASE_TAGGED.format(tag=f"data-v{new}") in said) == (0, True), said


def test_nothing_is_tagged_that_is_not_committed(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rows of a release must be those of its commit."""
    correct(office)
    version(office, bumped(current(office), 2))
    assert cli.main(["release"]) == 1
    assert command_words.RELEASE_UNCOMMITTED in capsys.readouterr().err
    assert len(git(office, "tag", "--list").split()) == 1


@pytest.mark.parametrize("how", ["--no-tags", "--depth=1"])
def test_a_copy_that_lacks_tags_does_not_say_that_nothing_was_released(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    """The page says that it cannot see all, and no version is worked out from what is missing."""
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", how, office.as_uri(), str(copy))
    monkeypatch.chdir(copy)
    assert cli.main(["release", "--check"]) == 2
    assert history_words.NO_RELEASES["no-tags"] in capsys.readouterr().err
    page = releases_page(copy)
    assert history_words.NO_RELEASES["no-tags"] in page
    assert "还没有发布过" not in page


def test_without_a_repository_nothing_is_said_of_releases(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unpacked archive knows of none, and says why."""
    shutil.rmtree(office / ".git")
    assert cli.main(["release"]) == 2
    assert history_words.NO_HISTORY["no-repository"] in capsys.readouterr().err
    assert history_words.NO_HISTORY["no-repository"] in releases_page(office)


def releases_page(folder: Path) -> str:
    """The page of releases of a place, as the engine gets it."""
    content = load_content(
        SiteInputs(folder / "data", folder / "datapackage.json", bytecode=templates.compiled_pages()), Stopwatch()
    )
    return next(spec.make().body for spec in content.specs if spec.path == "releases/")


def test_a_tag_that_was_moved_is_refused(office: Path) -> None:
    """The digest in its words is not that of the rows that it names now: nothing is published."""
    tag = git(office, "tag", "--list")
    words = git(office, "for-each-ref", "--format=%(contents)", f"refs/tags/{tag}")
    correct(office)
    commit_all(office, "corrected")
    git(office, "tag", "--force", "--annotate", "--cleanup=verbatim", "--message", words, tag)
    with pytest.raises(BadRelease, match="other-rows"):
        read_releases(office / "data", office / "datapackage.json", CacheStore(None))


def test_words_of_a_tag_are_published_as_those_of_commits(office: Path) -> None:
    """Without what nobody sees, of numbers of persons the ends alone; its lines stay."""
    tag = git(office, "tag", "--list")
    words = git(office, "for-each-ref", "--format=%(contents)", f"refs/tags/{tag}")
    told = words.replace("第一版", "第一版\u202e\n问张某 13812345678")
    git(office, "tag", "--force", "--annotate", "--cleanup=verbatim", "--message", told, tag)
    (release,) = read_releases(office / "data", office / "datapackage.json", CacheStore(None)).all
    assert release.words == "第一版\n问张某 138******78"


def test_a_tag_without_a_digest_is_refused(office: Path) -> None:
    """A name alone freezes nothing."""
    git(office, "tag", "data-v9.0.0")
    with pytest.raises(BadRelease, match="no-digest"):
        read_releases(office / "data", office / "datapackage.json", CacheStore(None))


def test_other_tags_are_nobodys_business(office: Path) -> None:
    """Versions of the program, names that are no version."""
    for name in ("v1.0.0", "data-vintage", "data-v1", "data-v01.0.0"):
        git(office, "tag", name)
    assert len(read_releases(office / "data", office / "datapackage.json", CacheStore(None)).all) == 1


def test_what_was_proved_is_not_read_again(office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A second run takes what the first found out."""
    store = CacheStore(tmp_path / "store")
    first = read_releases(office / "data", office / "datapackage.json", store)
    monkeypatch.setattr("generator.history.releases.tables_of", None)
    assert read_releases(office / "data", office / "datapackage.json", store) == first


# -- what is published


def test_a_release_stays_as_it_was(office: Path) -> None:
    """After a correction the release's files have the old value, the site's own the new one."""
    correct(office)
    site = office / "site"
    build_site(office / "mkdocs.yml", site, BuildOptions(search=False))
    number = current(office)
    frozen, now = (
        list(csv.DictReader((site / path).open(encoding="utf-8", newline="")))
        for path in (f"releases/{number}/organizations.csv", "data/organizations.csv")
    )
    changed = [(a["full_name"], b["full_name"]) for a, b in zip(frozen, now, strict=True) if a != b]
    assert [(new.removesuffix("（更正）")) for _, new in changed] == [old for old, _ in changed]
    assert changed
    described = json.loads((site / f"releases/{number}/datapackage.json").read_text(encoding="utf-8"))
    assert described["version"] == number
    assert all((site / f"releases/{number}/{r['path']}").is_file() for r in described["resources"])
    assert "第一版" in (site / "releases/index.html").read_text(encoding="utf-8")


def test_the_page_of_a_release_counts_what_changed(office: Path) -> None:
    """Against the release before it."""
    add_unit(office)
    second = bumped(current(office), 1)
    version(office, second)
    commit_all(office, "a new unit")
    assert cli.main(["release", "--message", "增加一个单位"]) == 0
    releases = read_releases(office / "data", office / "datapackage.json", CacheStore(None)).all
    assert [r.reason for r in releases] == ["first", "minor"]
    assert releases[1].changed == (("organizations", 1, 0, 0),)
    assert releases[1].words == "增加一个单位"
    shutil.rmtree(office / ".git")
    assert read_releases(office / "data", office / "datapackage.json", CacheStore(None)).all == ()
