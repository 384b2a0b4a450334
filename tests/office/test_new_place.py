"""The folder of a new place is complete, right and buildable from the first minute, and knows no other place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.ledger.contract import load_contract
from generator.ledger.enums import PlaceLevel
from generator.ledger.load import load
from generator.ledger.reading.yaml_reader import read_text
from generator.office.start.new_place import may_begin, other_place, place_of, start_of_issuer, write_start
from generator.publish.build import build_site
from generator.publish.site_content import BuildOptions
from generator.support.packaged_files import CONTRACT
from tests.helpers.git import commit_all
from tests.helpers.sites import snapshot

NAMES = {"区": "云溪区", "县": "云溪县", "县级市": "云溪市", "自治县": "云溪自治县", "旗": "云溪旗", "地级市": "云溪市"}


@pytest.mark.parametrize("demo", [False, True], ids=["empty", "demo"])
@pytest.mark.parametrize("level", PlaceLevel)
def test_a_new_ledger_has_neither_faults_nor_doubts(level: PlaceLevel, demo: bool, tmp_path: Path) -> None:
    """At every level of places, empty or with the made-up plan; no placeholder is left."""
    files = write_start(tmp_path / "new", NAMES[level], level, demo=demo)
    checked = load(tmp_path / "new" / "data", CONTRACT)
    assert checked.notes == () and checked.site.level is level and checked.site.noindex
    assert checked.site.demonstration is demo and checked.site.place == NAMES[level]
    texts = {name: (tmp_path / "new" / name).read_text(encoding="utf-8") for name in files}
    assert [name for name, text in texts.items() if re.search("__[A-Z]", text)] == []
    assert {".gitignore", ".gitlab-ci.yml", ".github/workflows/site.yml", "README.md"} < set(files)
    assert {"deploy/update.sh", "deploy/nginx.conf", "deploy/systemd/ledger-publish.timer"} < set(files)
    assert "/sources/" in texts[".gitignore"] and "/site/" in texts[".gitignore"]


def test_the_demonstration_is_built_and_says_what_it_is(tmp_path: Path) -> None:
    """Every page says that it is made up and asks not to be indexed; no word of another place is in any file."""
    write_start(tmp_path, "云溪县", PlaceLevel.COUNTY, demo=True)
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    pages = snapshot(tmp_path / "site")
    whole = {name: text.decode() for name, text in pages.items() if name.endswith("index.html")}
    assert len(whole) > 60
    assert [name for name, text in whole.items() if "内容全是编造的" not in text or "noindex" not in text] == []
    words = re.compile("西青|天津|xiqing|杨柳青|澄溪".encode(), re.IGNORECASE)
    assert [name for name, text in pages.items() if words.search(text)] == []


def test_a_new_place_is_built_before_anything_is_written(tmp_path: Path) -> None:
    """The empty start gives a site, too; its examples in comments are records once the signs are taken away."""
    write_start(tmp_path, "云溪区", PlaceLevel.DISTRICT)
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site", BuildOptions(search=False, further=False))
    assert "云溪区规划任务台账" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    commit_all(tmp_path, "建立台账")
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site", BuildOptions(search=False, further=False))
    assert (tmp_path / "site" / "changes" / "changes.csv").is_file()  # a history without one record is a history
    contract = load_contract(CONTRACT)
    for name in ("documents", "plans"):
        text = (tmp_path / "data" / f"{name}.yml").read_text(encoding="utf-8")
        lines = [line[2:] for line in text.splitlines() if re.match("# (- |  )", line)]
        root, findings = read_text("\n".join(lines), name)
        assert findings == [] and root is not None
        keys = {key.split(":")[0].strip("- ") for key in lines}
        assert keys <= set(contract.tables[name].columns)


@pytest.mark.parametrize("example", ["sections", "tasks", "indicators", "disclosures"])
def test_examples_are_yaml_of_the_ledger(example: str, tmp_path: Path) -> None:
    """Whoever copies one gets a file that can be read."""
    write_start(tmp_path, "云溪区", PlaceLevel.DISTRICT)
    text = (tmp_path / "examples" / f"{example}.yml").read_text(encoding="utf-8")
    assert read_text(text, example)[1] == []


def test_nothing_is_written_among_other_things(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with content, or a file, stays as it is; an empty repository of git may be there."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "报告.docx").write_text("x", encoding="utf-8")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    before = snapshot(tmp_path)
    for name in ("full", "file"):
        assert main(["init", str(tmp_path / name), "--name", "云溪区"]) == 2
        assert "什么都没有写" in capsys.readouterr().err
    assert snapshot(tmp_path) == before
    assert main(["init", str(tmp_path / "aux"), "--name", "云溪区"]) == 2
    assert "在 Windows 上不能用" in capsys.readouterr().err
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert main(["init", str(tmp_path / "repository"), "--name", "云溪区"]) == 0


@pytest.mark.parametrize("name", ["", "云", "云溪区: 一", "云溪 区", "云溪区\n", "-云溪区", "云" * 21, "'云溪区'"])
def test_a_name_that_is_none_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What could mean something to YAML or breaks a heading is no name of a place; nothing is made."""
    assert main(["init", str(tmp_path / "new"), f"--name={name}"]) == 2
    assert "地区名称" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("name", "options", "level"),
    [
        ("云溪区", [], "区"),
        ("云溪县", [], "县"),
        ("云溪自治县", [], "自治县"),
        ("云溪旗", [], "旗"),
        ("云溪市", [], "地级市"),
        ("云溪市", ["--level", "市"], "地级市"),
        ("云溪市", ["--level", "县级市"], "县级市"),
        ("云溪新城", [], "区"),
    ],
)
def test_the_level_is_said_or_read_from_the_name(
    name: str, options: list[str], level: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was taken is told; of a city it is said how to change it."""
    assert main(["init", str(tmp_path / "new"), "--name", name, *options]) == 0
    said = capsys.readouterr().out
    assert f"级别是{level}" in said
    assert ("是县级市的" in said) == (name == "云溪市" and not options)
    assert f"level: {level}\n" in (tmp_path / "new/data/site.yml").read_text(encoding="utf-8")


ISSUERS: dict[tuple[str, str], str] = {
    ("云溪县人民政府办公室", "2025年重点工作"): "云溪县",
    ("云溪县人民政府", "松河县重点工作"): "云溪县",
    ("县政府办公室", "云溪县2025年重点工作"): "云溪县",
    ("云溪新城管委会", "松溪县2025年重点工作"): "松溪县",
    ("县政府办公室", "2025年重点工作"): "某地",
    ("", ""): "某地",
}
"""Issuer and title of a document → the place that it is of."""


@pytest.mark.parametrize(("issuer", "title"), ISSUERS)
def test_the_place_of_a_document(issuer: str, title: str) -> None:
    """Whose office issued it, or that its title names; another than that of a ledger is told."""
    place = ISSUERS[issuer, title]
    assert place_of(issuer, title) == place
    others = {"松河县": place, place: "", "": "", place[:2]: "", f"北省{place}": ""}
    for own, other in others.items():
        assert other_place(issuer, title, own) == ("" if place == "某地" else other)
    assert f"place: {place}\n" in start_of_issuer(issuer, title, PlaceLevel.COUNTY)["data/site.yml"]


def test_where_a_ledger_may_begin(tmp_path: Path) -> None:
    """Where nothing is, or nothing but what git needs and an empty folder for the data."""
    place = tmp_path / "place"
    assert may_begin(place)
    place.mkdir()
    assert may_begin(place)
    (place / "data").mkdir()
    (place / ".git").mkdir()
    (place / ".gitignore").touch()
    assert may_begin(place)
    (place / "data" / "site.yml").touch()
    assert not may_begin(place) and not may_begin(place / ".gitignore")
    (place / "data" / "site.yml").unlink()
    (place / "a.txt").touch()
    assert not may_begin(place)
    (place / "a.txt").unlink()
    (place / "data").rmdir()
    (place / "data").touch()
    assert not may_begin(place)


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path through a file is told in Chinese."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["init", str(tmp_path / "file" / "new"), "--name", "云溪区"]) == 1
    assert "什么都没有留下" in capsys.readouterr().err
