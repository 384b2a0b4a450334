"""What git is asked, and how its answers are understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.history.git import FileChange, NoHistory, Repository, UnknownRevision
from tests.helpers.git import Writer, commit_all, git


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository whose folder ledger/ has a history with every kind of change; a file beside it has one, too."""
    writer = Writer(tmp_path)
    one = writer.commit(
        "甲", {"ledger/a.yml": "1", "ledger/区/乙 丙.yml": "2", "ledger/.hidden.yml": "3", "x.yml": "4"}
    )
    two = writer.commit("beside", {"x.yml": "5"}, (one,))
    side = writer.commit("on a branch", {"ledger/b.yml": "6"}, (one,), "side")
    later = writer.commit("still on it", {"ledger/b.yml": "7", "ledger/notes.txt": "8"}, (side,), "side")
    three = writer.commit("Merge 支线", {"ledger/b.yml": "7"}, (two, later))
    writer.commit("away\x01\x02", {"ledger/a.yml": None, "ledger/区/乙 丙.yml": "9"}, (three,))
    return writer.write() / "ledger"


def test_messages_hold_no_numbers_of_persons_and_nothing_hidden(tmp_path: Path) -> None:
    """What the site publishes of a message: the ends of a number, none of the signs that turn a text round."""
    writer = Writer(tmp_path)
    writer.commit("改\u202e数\u200b，联系13812345678、a.b@mail.example", {"ledger/a.yml": "1"})
    (commit,) = Repository(writer.write() / "ledger").commits()
    assert commit.subject == "改数，联系138******78、a.b***********le"


def test_commits_are_those_of_the_first_parents_that_touch_the_folder(folder: Path) -> None:
    """A merge is one step with its own words; names are relative to the folder, odd ones included."""
    commits = list(Repository(folder).commits())
    assert [c.subject for c in commits] == ["甲", "Merge 支线", "away"]
    assert [[(f.name, f.old is None, f.new is None) for f in c.files] for c in commits] == [
        [("a.yml", True, False), ("区/乙 丙.yml", True, False)],
        [("b.yml", True, False)],
        [("a.yml", False, True), ("区/乙 丙.yml", False, False)],
    ]
    assert commits[0].date == "2017-07-14T11:40:00+08:00"


def test_commits_since_one_are_those_after_it(folder: Path) -> None:
    """Also when that one is a merge, whose branch is then known."""
    repository = Repository(folder)
    whole = list(repository.commits())
    for number, commit in enumerate(whole):
        assert list(repository.commits(commit.id)) == whole[number + 1 :]


def test_the_files_of_a_commit_and_their_contents(folder: Path) -> None:
    """Files as they were, each content by its name; one that is nowhere is left out, and the rest is still given."""
    repository = Repository(folder)
    commits = list(repository.commits())
    tree = repository.tree(commits[1].id)
    assert sorted(tree) == ["a.yml", "b.yml", "区/乙 丙.yml"]
    names = [*tree.values(), "0" * 40]
    contents = repository.contents([names[0], "0" * 40, *names[1:]])
    repository.close()
    assert {name: contents[content] for name, content in tree.items()} == {
        "a.yml": b"1",
        "b.yml": b"7",
        "区/乙 丙.yml": b"2",
    }
    assert "0" * 40 not in contents


def test_many_contents_are_given(tmp_path: Path) -> None:
    """More than fit into a pipe at once, and large ones."""
    files = {f"ledger/{n}.yml": f"{n}\n" * (1 + n % 50 * 300) for n in range(1200)}
    writer = Writer(tmp_path)
    writer.commit("many", files)
    repository = Repository(writer.write() / "ledger")
    tree = repository.tree("HEAD")
    contents = repository.contents([*tree.values()])
    repository.close()
    assert {name: contents[content].decode() for name, content in tree.items()} == {
        name.removeprefix("ledger/"): text for name, text in files.items()
    }


def test_a_link_is_no_file(folder: Path) -> None:
    """A symbolic link in place of a file counts as the file's end."""
    (folder / "b.yml").unlink()
    (folder / "b.yml").symlink_to("区/乙 丙.yml")
    commit_all(folder.parent, "link")
    commit = list(Repository(folder).commits())[-1]
    assert [(f.name, f.new) for f in commit.files] == [("b.yml", None)]
    assert isinstance(commit.files[0], FileChange) and commit.files[0].old


def test_settings_of_the_reader_change_nothing(folder: Path) -> None:
    """Signatures, renames, colours and orders that somebody set for the repository do not show."""
    before = list(Repository(folder).commits())
    for name, value in {
        "log.showSignature": "true",
        "diff.renames": "copies",
        "color.ui": "always",
        "log.diffMerges": "off",
        "log.date": "relative",
        "core.quotePath": "true",
        "diff.noprefix": "true",
        "i18n.logOutputEncoding": "GBK",
    }.items():
        git(folder, "config", name, value)
    assert list(Repository(folder).commits()) == before


def test_a_hook_of_another_repository_does_not_lead_astray(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What git leaves in the environment of a hook is not taken over."""
    before = Repository(folder).commit_ids
    other = tmp_path / "other"
    other.mkdir()
    commit_all(other, "other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert Repository(folder).commit_ids == before


def test_revisions_are_resolved(folder: Path) -> None:
    """Branches, tags and short ids are commits; other words, options included, are none."""
    repository = Repository(folder)
    git(folder, "tag", "--annotate", "v1", "--message", "v1")
    assert {repository.resolve(name) for name in ("HEAD", "main", "v1", repository.commit_ids[0][:9])} == {
        repository.commit_ids[0]
    }
    for name in ("nothing", "--all", "HEAD:ledger/b.yml", ""):
        with pytest.raises(UnknownRevision):
            repository.resolve(name)


def test_a_folder_that_is_not_there_has_no_history(tmp_path: Path) -> None:
    """It is told as a folder outside a repository."""
    with pytest.raises(NoHistory) as none:
        Repository(tmp_path / "missing")
    assert none.value.reason == "no-repository"


@pytest.mark.parametrize("second", ["253402300799 +0000", "253402300800 +0800", "4294967296 +0000"])
def test_a_date_that_no_program_can_count_with_is_that_of_none(tmp_path: Path, second: str) -> None:
    """A clock was wrong by centuries: the commit stays, and its date is one that says nothing."""
    writer = Writer(tmp_path)
    writer.commit("甲", {"ledger/a.yml": "1"})
    head = git(writer.write(), "cat-file", "commit", "HEAD")
    odd = re.sub(r"(?<=> )\d+ \+0800", second, head) + "\n"
    commit = git(tmp_path, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", stream=odd.encode())
    git(tmp_path, "update-ref", "refs/heads/main", commit)
    assert [one.date for one in Repository(tmp_path / "ledger").commits()] == ["1970-01-01T00:00:00+00:00"]


def test_a_repository_that_git_does_not_read_is_told_as_such(folder: Path) -> None:
    """A broken repository is none that was never there: the data of its releases is somewhere."""
    (folder.parent / ".git" / "HEAD").write_text("garbage", encoding="utf-8")
    with pytest.raises(NoHistory) as none:
        Repository(folder)
    assert none.value.reason == "broken"


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_copy_without_contents_is_told_as_such(folder: Path, tmp_path: Path, left_out: str) -> None:
    """Nothing is fetched, and nothing half is told; with all contents it is a copy like any other."""
    git(folder.parent, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", f"--filter={left_out}", f"file://{folder.parent}", "copy")
    with pytest.raises(NoHistory) as none:
        Repository(tmp_path / "copy" / "ledger")
    assert none.value.reason == "partial"
    git(tmp_path / "copy", "config", "remote.origin.partialclonefilter", "blob:limit=1g")
    git(tmp_path / "copy", "fetch", "--quiet", "--refetch")
    assert len(list(Repository(tmp_path / "copy" / "ledger").commits())) == len(list(Repository(folder).commits()))
