"""Publishing: the public sees the old site or the new one, whole, and what an owner put there stays."""

from __future__ import annotations

import errno
import os
import re
import shutil
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish.build import BuiltSite
from generator.publish.site_folder import MANIFEST
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.sites import edit, snapshot
from tests.publish.deploy.conftest import DISCLOSURE, FIGURES, few_files

WWW = Path("../www")
SITE = WWW / "site"
OLD = "value: 410.5\n    value_text: 410.5亿元"


def changed(figure: str) -> None:
    """Change one figure of the ledger in this folder."""
    text, count = re.subn(
        r"value: 4[\d.]+\n    value_text: [\d.]+亿元",
        f"value: {figure}\n    value_text: {figure}亿元",
        DISCLOSURE.read_text(encoding="utf-8"),
    )
    assert count == 1
    DISCLOSURE.write_text(text, encoding="utf-8")


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def publish(*options: str, figure: str = "") -> int:
    """Publish this folder's ledger, where wished with another figure."""
    if figure:
        changed(figure)
    return main(["publish", str(SITE), "--only-csv-json", "--jobs", "1", *options])


def refused(capfd: pytest.CaptureFixture[str], *options: str) -> str:
    """What a publication says that changes nothing below ``www``."""
    before = snapshot(WWW)
    capfd.readouterr()
    assert publish(*options) == 1
    assert snapshot(WWW) == before
    said = capfd.readouterr().err
    assert "公开的网站未动" in said
    return said


def shows(figure: str) -> bool:
    """Whether the public sees a figure."""
    return bool(re.search(rf"\b{re.escape(figure)}亿元", (SITE / FIGURES).read_text(encoding="utf-8")))


@pytest.mark.usefixtures("place")
def test_a_link_shows_the_newest_version(capfd: pytest.CaptureFixture[str]) -> None:
    """Each publication is a folder of its own; the public address is a link that changes in one step."""
    assert publish() == 0
    assert SITE.readlink() == Path(".site-versions/0001") and shows("410.5")
    inode = (SITE / "assets/ledger.css").stat().st_ino
    assert publish(figure="412.25") == 0
    assert SITE.readlink() == Path(".site-versions/0002") and shows("412.25")
    assert (SITE / "assets/ledger.css").stat().st_ino == inode, "a file that did not change takes no room"
    said = capfd.readouterr().out
    assert "已发布第 2 版" in said and "留着更早的 1 版" in said and "改了名" not in said
    assert names(WWW / ".site-versions/0001") == names(SITE)


@pytest.mark.usefixtures("quick")
def test_what_is_the_same_is_not_published_again(capfd: pytest.CaptureFixture[str]) -> None:
    """A timer may publish each hour without pushing out the versions to go back to."""
    publish()
    assert publish() == 0
    assert "与公开的网站相同，没有换" in capfd.readouterr().out
    assert names(WWW / ".site-versions") == ["0001", "ledger-publish.lock"]


@pytest.mark.usefixtures("quick")
def test_so_many_versions_stay_and_one_can_go_back(capfd: pytest.CaptureFixture[str]) -> None:
    """``--keep`` counts the public one; ``--rollback`` goes back one by one, and says when there is nothing left."""
    for figure in ("411", "412", "413", "414"):
        assert publish("--keep", "3", figure=figure) == 0
    assert names(WWW / ".site-versions")[:3] == ["0002", "0003", "0004"]
    for figure in ("413", "412"):
        assert publish("--rollback") == 0
        assert shows(figure)
    assert "已退回第 2 版" in capfd.readouterr().out
    assert "没有更早的一版" in refused(capfd, "--rollback")
    assert publish("--keep", "0") == 2


@pytest.mark.usefixtures("quick")
def test_a_withdrawn_version_is_never_gone_back_to() -> None:
    """After going back from 2 to 1 and publishing 3, going back leads to 1 and not to the mistake."""
    publish(figure="411")
    publish(figure="412")
    publish("--rollback")
    publish(figure="413")
    assert SITE.readlink().name == "0003"
    publish("--rollback")
    assert shows("411")


def test_going_back_needs_no_ledger(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is called at night goes back from any folder."""
    publish(figure="411")
    publish(figure="412")
    monkeypatch.chdir(quick.parent)
    assert main(["publish", "www/site", "--rollback"]) == 0
    monkeypatch.chdir(quick)
    assert shows("411")


def test_files_of_the_owner_survive(quick: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The usual ones without being asked, others by ``keep``, also on the way back; the rest is told."""
    publish(figure="411")
    for name in ("CNAME", ".nojekyll", ".well-known/acme/token", "stamp.txt"):
        (SITE / name).parent.mkdir(parents=True, exist_ok=True)
        (SITE / name).write_text(name, encoding="utf-8")
    (SITE / ".well-known/uploads").symlink_to("/nowhere")
    assert "stamp.txt" in refused(capfd)
    edit(quick / "mkdocs.yml", "  - ledger:\n", "  - ledger:\n      keep: [stamp.txt]\n")
    assert publish(figure="412") == 0
    (SITE / "CNAME").write_text("second", encoding="utf-8")
    assert publish("--rollback") == 0
    kept = {name: (SITE / name).read_text(encoding="utf-8") for name in ("CNAME", ".nojekyll", "stamp.txt")}
    assert kept == {"CNAME": "second", ".nojekyll": ".nojekyll", "stamp.txt": "stamp.txt"}
    assert (SITE / ".well-known/acme/token").is_file() and (SITE / ".well-known/uploads").is_symlink()


@pytest.mark.usefixtures("place")
def test_a_site_made_by_build_becomes_the_first_version(capfd: pytest.CaptureFixture[str]) -> None:
    """It stays as a version to go back to, and the words say that it took two renames."""
    assert main(["build", "--site", str(SITE), "--only-csv-json"]) == 0
    assert publish(figure="412") == 0
    assert SITE.readlink().name == "0002" and "中间有一瞬间打不开" in capfd.readouterr().out
    assert publish("--rollback") == 0
    assert shows("410.5")


@pytest.mark.usefixtures("quick")
def test_build_leaves_a_public_site_alone(capfd: pytest.CaptureFixture[str]) -> None:
    """It says which command is meant."""
    publish()
    before = snapshot(WWW)
    assert main(["build", "--site", str(SITE)]) == 1
    assert "请还用 publish" in capfd.readouterr().err and snapshot(WWW) == before


@pytest.mark.usefixtures("quick")
def test_the_web_server_can_read_what_is_published() -> None:
    """Although the files of this user are for nobody else."""
    mask = os.umask(0o077)
    try:
        publish()
    finally:
        os.umask(mask)
    assert SITE.stat().st_mode & 0o055 == 0o055
    assert (SITE / "index.html").stat().st_mode & 0o044 == 0o044


@pytest.mark.usefixtures("quick")
def test_an_empty_folder_is_taken(capfd: pytest.CaptureFixture[str]) -> None:
    """Somebody may have made it for the site; it is no version to go back to."""
    (SITE / ".well-known").mkdir(parents=True)
    (SITE / ".well-known/token").touch()
    assert publish(figure="411") == 0
    assert "留着更早的" not in capfd.readouterr().out
    assert shows("411") and (SITE / ".well-known/token").is_file()
    assert "没有更早的一版" in refused(capfd, "--rollback")


# -- what is refused


@pytest.mark.usefixtures("quick")
def test_foreign_targets_are_left_alone(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without our mark, a link of somebody else, a file, a mount point, a folder that is not there."""
    SITE.mkdir()
    (SITE / "index.html").write_text("mine", encoding="utf-8")
    assert "没有建站程序的清单" in refused_new(capfd)
    with monkeypatch.context() as mounted:
        mounted.setattr("os.path.ismount", lambda path: Path(path).name == "site")
        assert "是挂载点" in refused_new(capfd)
    shutil.rmtree(SITE)
    SITE.symlink_to("elsewhere")
    assert "是一个链接，通往 elsewhere" in refused_new(capfd)
    SITE.unlink()
    SITE.write_text("mine", encoding="utf-8")
    assert "不是目录" in refused_new(capfd)
    assert main(["publish", "../unmounted/site"]) == 1
    assert "没有目录" in capfd.readouterr().err and not Path("../unmounted").exists()


def refused_new(capfd: pytest.CaptureFixture[str]) -> str:
    """As :func:`refused`, and nothing is laid beside the target."""
    assert publish() == 1
    assert names(WWW) == ["site"]
    return capfd.readouterr().err


@pytest.mark.usefixtures("quick")
def test_a_folder_of_somebody_else_in_the_place_of_the_versions(capfd: pytest.CaptureFixture[str]) -> None:
    """It is named, and nothing in it is touched."""
    (WWW / ".site-versions").mkdir()
    (WWW / ".site-versions/mine").touch()
    assert "没有动它" in refused(capfd)


def test_a_ledger_with_a_fault_changes_nothing(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Faults, doubts, drafts and bad links all end before the switch."""
    publish()
    edit(place / "data/disclosures/doc-2018.yml", OLD, OLD.replace("410.5亿元", "410.6亿元"))
    refused(capfd)
    edit(place / "data/disclosures/doc-2018.yml", "410.6亿元", "410.5亿元")
    (place / "docs/extra.md").write_text("# 另一页\n\n[坏](nowhere.md)\n", encoding="utf-8")
    refused(capfd)


@pytest.mark.usefixtures("quick")
def test_a_site_that_is_not_whole_is_not_shown(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each fault in a line of its own, and how many there are; the public site stays as it was."""
    publish()

    def spoiled(project: object, new: Path, old: Path | None, watch: object) -> BuiltSite:
        built = few_files(project, new, old, watch)
        (new / "404.html").unlink()
        return built

    monkeypatch.setattr("generator.publish.deploy.publish.build_into", spoiled)
    said = refused(capfd)
    assert "404.html: 应当有这一页，没有建成\n建成的网站有 1 处不对" in said


def test_a_released_version_never_vanishes(
    place: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clone without tags would build a site without releases; it is told how to fetch them."""
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    commit_all(place, "begin")
    assert main(["release"]) == 0
    assert publish() == 0
    version = next((SITE / "releases").glob("*/index.html")).parent.name
    git(place, "tag", "-d", f"data-v{version}")
    assert f"releases/{version}/" in refused(capfd)


# -- without links, and without room


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that has no links, as on a memory stick; Windows has none for most people."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(path))

    monkeypatch.setattr(Path, "symlink_to", refuse)


@pytest.mark.usefixtures("quick", "no_links")
def test_without_links_folders_are_renamed_and_it_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    """The same versions, the same way back."""
    for figure in ("411", "412", "413"):
        assert publish("--keep", "2", figure=figure) == 0
    assert SITE.is_dir() and not SITE.is_symlink() and shows("413")
    assert "中间有一瞬间打不开" in capfd.readouterr().out
    assert publish("--rollback") == 0
    assert shows("412")
    assert "没有更早的一版" in refused(capfd, "--rollback")
    assert publish(figure="414") == 0
    assert shows("414") and (SITE / MANIFEST).is_file()


@pytest.mark.usefixtures("quick", "no_links")
def test_a_folder_that_cannot_be_renamed(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows an open file holds its folder: the old site is in its place again at each of two renames."""
    publish(figure="411")
    changed("412")
    replace = Path.replace
    for busy in ("site", "building"):

        def held(self: Path, to: Path, busy: str = busy) -> Path:
            if self.name.startswith(busy):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
            return replace(self, to)

        monkeypatch.setattr(Path, "replace", held)
        assert "请关掉它们" in refused(capfd)
        monkeypatch.setattr(Path, "replace", replace)
    assert names(WWW / ".site-versions") == ["ledger-publish.lock"]
    assert publish() == 0
    assert shows("412")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("stuck", ["building", "link"])
def test_a_folder_comes_back_when_a_link_cannot_take_its_place(
    stuck: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site made by build is out of the way for a moment; it must not stay so when the disk is full just then."""
    assert main(["build", "--site", str(SITE), "--only-csv-json"]) == 0
    before, replace = snapshot(SITE), Path.replace

    def full(self: Path, to: Path) -> Path:
        if self.name.startswith(stuck):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", full)
    assert publish() == 1
    assert "磁盘已满" in capfd.readouterr().err and snapshot(SITE) == before


@pytest.mark.usefixtures("quick")
def test_an_old_version_that_cannot_be_removed_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    """The new one is public by then, and the words must not say otherwise."""
    publish(figure="411")
    replace = Path.replace

    def refuse(self: Path, to: Path) -> Path:
        if self.name == "0001":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", refuse)
    assert publish("--keep", "1", figure="412") == 0
    assert shows("412")
