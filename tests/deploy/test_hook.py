"""Whoever pushes to the office's own server publishes, and is told how it went."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.deploy.conftest import DEPLOY, Run
from tests.helpers.git import commit_all, git
from tests.helpers.sites import edit

OLD = "value: 410.5\n    value_text: 410.5亿元"
FIGURES = "data/observations.csv"


@pytest.fixture
def site(server: Mapping[str, str]) -> Path:
    """Where the public sees the site."""
    return Path(server["SITE"])


def test_a_push_is_published(place: Path, site: Path, push: Run) -> None:
    """The first one makes everything; the next one shows a corrected figure; what is left in the copy does no harm.

    A push with a fault is taken, the public site stays, and the editor reads what is wrong.
    """
    done = push()
    assert "已发布第 1 版" in done.stderr
    assert "410.5" in (site / FIGURES).read_text(encoding="utf-8")
    (site.parent.parent / "work" / "data" / "left.yml").write_text("nothing of ours", encoding="utf-8")
    edit(place / "data/disclosures/doc-2018.yml", OLD, OLD.replace("410.5", "412.25"))
    commit_all(place, "更正")
    assert "已发布第 2 版" in push().stderr
    assert "412.25" in (site / FIGURES).read_text(encoding="utf-8")
    assert (site / "changes/index.html").read_text(encoding="utf-8").count("更正"), "the whole history is there"
    before = site.readlink()
    edit(place / "data/disclosures/doc-2018.yml", "412.25亿元", "412.26亿元")
    commit_all(place, "改错了")
    said = push().stderr
    assert "data/disclosures/doc-2018.yml:" in said and "推送已经收下，网站没有换" in said
    assert site.readlink() == before


def test_other_branches_and_released_data(place: Path, site: Path, push: Run) -> None:
    """Another branch publishes nothing; a released version of the data does."""
    git(place, "branch", "draft")
    push("draft")
    assert not site.exists()
    push()
    git(place, "tag", "some-tag")
    assert "发布" not in push("some-tag").stderr
    version = "0.1.0"
    git(place, "tag", f"data-v{version}")
    assert "数据发布" in push(f"data-v{version}").stderr, "a tag without a digest is refused, in words of the program"


def test_an_update_waits_for_another(server: Mapping[str, str], place: Path, site: Path) -> None:
    """Two pushes at once do not change one working copy together."""
    work = Path(server["WORK"])
    hold = f"exec 9>{work}.lock; flock 9; echo held; read -r _"
    with subprocess.Popen(["sh", "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None and holder.stdin is not None
        holder.stdout.readline()
        environment = {**server, "REPOSITORY": str(place)}
        with subprocess.Popen(
            [str(DEPLOY / "update.sh")], env=environment, stdout=subprocess.PIPE, text=True
        ) as waiting:
            assert waiting.stdout is not None
            assert "等它完成再开始" in waiting.stdout.readline()
            holder.communicate("\n")
            assert "已发布第 1 版" in waiting.stdout.read()
    assert site.is_symlink()
