"""A ledger of the first version of the contract becomes one of the present version; all else in its files stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ledger.contract import load_contract
from generator.ledger.editing import ledger_upgrade
from generator.ledger.editing.ledger_upgrade import upgrade_ledger
from generator.ledger.editing.yaml_file import Change, EditRefused, YamlFile, write_files
from generator.ledger.load import InvalidLedger
from generator.ledger.upgrades import RENAMED_KEYS, RENAMED_VALUES
from generator.publish.build import build_site
from generator.publish.site_content import BuildOptions
from tests.conftest import project
from tests.helpers.ledger import FIRST_CONTRACT, contract, findings_of, old_ledger, old_ledger_today, write
from tests.helpers.sites import different, snapshot

TODAY = old_ledger_today()
OTHERS = "organizations/others.yml"


def content(data: Path) -> dict[str, str]:
    """The texts of a ledger's files."""
    return {name: file.decode() for name, file in snapshot(data).items()}


def upgraded(folder: Path, name: str, text: str) -> str:
    """A file of the old ledger after the upgrade."""
    data = write(folder, {**old_ledger(), name: text})
    upgrade_ledger(data)
    return (data / name).read_bytes().decode()


def test_the_old_ledger_becomes_the_new_one(tmp_path: Path) -> None:
    """Byte by byte, and so row by row; a second time nothing is left to do."""
    data = write(tmp_path, old_ledger())
    assert "contract-old" in {finding.code for finding in findings_of(data)}
    done = upgrade_ledger(data)
    assert content(data) == TODAY
    assert findings_of(data) == []
    assert (done.version_mark, len(done.renames), len(done.files)) == ("data/site.yml:1", 5, 4)
    again = upgrade_ledger(data)
    assert (again.version_mark, again.renames, again.files) == ("", [], [])
    assert content(data) == TODAY


def test_its_site_is_that_of_the_new_ledger(tmp_path: Path) -> None:
    """Every page and every download of the upgraded ledger has the bytes of the new one's."""
    quoted = {name: text.replace("kind: 集合", 'kind: "集合"  # 几个单位') for name, text in old_ledger().items()}
    sites = []
    for name, files in (("old", quoted), ("new", TODAY)):
        (tmp_path / name / "project").mkdir(parents=True)
        data = write(tmp_path / name, files)
        upgrade_ledger(data)
        folder = project(tmp_path / name / "project", data)
        build_site(folder / "mkdocs.yml", folder / "site", BuildOptions(search=False))
        sites.append(snapshot(folder / "site"))
    assert different(*sites) == ["ledger/organizations/towns.yml"]  # the file itself, with its comment


def test_nothing_of_the_first_contract_is_forgotten() -> None:
    """Its tables, columns and words that the present contract lacks have their new names."""
    tables = contract().tables
    missing = []
    for name, spec in load_contract(FIRST_CONTRACT / "datapackage.json").tables.items():
        for field in spec.fields:
            now = tables[name].by_name.get(RENAMED_KEYS.get(name, {}).get(field.name, field.name))
            new_words = RENAMED_VALUES.get((name, field.name), {})
            known = now.enum if now else ()
            missing += [] if now else [f"{name}.{field.name}"]
            missing += [f"{name}.{field.name}: {word}" for word in field.enum if new_words.get(word, word) not in known]
    assert missing == []


# -- what stays as it is


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- id: a\n  name: 甲\n  kind: 集合  # 集合的说明\n", "- id: a\n  name: 甲\n  kind: 统称  # 集合的说明\n"),
        ('- {id: a, name: 甲, kind: "集合"}\n', "- {id: a, name: 甲, kind: '统称'}\n"),
        ("- {id: a, name: 甲, kind: '集合', note: 集合}\n", "- {id: a, name: 甲, kind: '统称', note: 集合}\n"),
        ("- {id: a, name: 集合, kind: 集合,}\n", "- {id: a, name: 集合, kind: 统称,}\n"),
        ("- id: a\n  kind:   集合   \n  name: 集合\n", "- id: a\n  kind:   统称   \n  name: 集合\n"),
        (
            "\ufeff# 注\r\n- id: a\r\n  kind: 集合\r\n  name: 甲\r\n",
            "\ufeff# 注\r\n- id: a\r\n  kind: 统称\r\n  name: 甲\r\n",
        ),
        ("- id: a\n  name: 甲\n  kind: 集合", "- id: a\n  name: 甲\n  kind: 统称"),
    ],
    ids=["a comment", "double quotes", "single quotes", "braces", "blanks", "mark and returns", "no end of line"],
)
def test_only_the_word_changes(old: str, new: str, tmp_path: Path) -> None:
    """Comments, quotes, blanks, line ends and the same word in other places stay."""
    assert upgraded(tmp_path, OTHERS, old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# 设置\n\nname: 甲  # 名\n", "contract: 2\n# 设置\n\nname: 甲  # 名\n"),
        ("\ufeffname: 甲\r\nplace: 乙\r\n", "\ufeffcontract: 2\r\nname: 甲\r\nplace: 乙\r\n"),
        ("# 设置\n---\nname: 甲\n", "# 设置\n---\ncontract: 2\nname: 甲\n"),
        ("  name: 甲\n", "  contract: 2\n  name: 甲\n"),
        ("{name: 甲}\n", "{contract: 2, name: 甲}\n"),
        ("name: 甲\ncontract: 1  # 旧\n", "name: 甲\ncontract: 2  # 旧\n"),
        ("contract:\nname: 甲\n", "contract: 2\nname: 甲\n"),
        ('name: 甲\ncontract: "2"\n', 'name: 甲\ncontract: "2"\n'),
    ],
    ids=["comment", "mark and returns", "dashes", "indented", "braces", "version 1", "empty", "done already"],
)
def test_the_settings_say_the_version(old: str, new: str, tmp_path: Path) -> None:
    """In the first line; what is written there stays."""
    assert upgraded(tmp_path, "site.yml", old) == new


def test_old_words_of_a_ledger_that_says_the_new_version_are_mended(tmp_path: Path) -> None:
    """A branch with old words was merged, for example."""
    data = write(tmp_path, {**old_ledger(), "site.yml": TODAY["site.yml"]})
    assert upgrade_ledger(data).version_mark == ""
    assert content(data) == TODAY


# -- what a person must look at


def test_what_the_words_do_not_decide_is_asked(tmp_path: Path) -> None:
    """A part of a year under 当年, a number that is about, a range: each with its place."""
    files = old_ledger()
    name = "disclosures/doc-2018.yml"
    files[name] = files[name].replace("period: 2017\n    value: 410.5", "period: 2017-09\n    value: 410.5")
    files[name] = files[name].replace("basis: 时点", "basis: 当年").replace("4万株\n", "4万株左右\n")
    five = "indicators/five/01-industry.yml"
    files[five] = files[five].replace("10万株", "10—12万株")
    asked = upgrade_ledger(write(tmp_path, files)).questions
    line = files[name].split("\n").index("    basis: 当年") + 1
    assert {(q.code, q.text) for q in asked} == {
        ("part-of-year", "2017-09"),
        ("about", "4万株左右"),
        ("range", "10—12万株"),
    }
    assert f"data/{name}:{line}:12" in {str(q.mark) for q in asked}


# -- nothing is written


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (None, "没有写好的 site.yml，不是台账"),
        ("# 只有注\n", "没有写好的 site.yml，不是台账"),
        ("name: 甲\ncontract: 3\n", r"data/site.yml:2:11: 不认识 contract 的这个值"),
        ("name: 甲\ncontract: [2]\n", r"data/site.yml:2:11: 不认识 contract 的这个值"),
    ],
)
def test_what_is_no_old_ledger_is_refused(settings: str | None, message: str, tmp_path: Path) -> None:
    """The message says so, and every file is as it was."""
    files = {name: text for name, text in old_ledger().items() if name != "site.yml"}
    data = write(tmp_path, files if settings is None else {**files, "site.yml": settings})
    before = content(data)
    with pytest.raises(EditRefused, match=message):
        upgrade_ledger(data)
    assert content(data) == before


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The message has its name."""
    with pytest.raises(EditRefused, match=r"没有目录 .*nowhere"):
        upgrade_ledger(tmp_path / "nowhere")


def test_one_file_that_cannot_be_read_leaves_all_as_they_were(tmp_path: Path) -> None:
    """All files with faults are told, wherever they are."""
    data = write(tmp_path, {**old_ledger(), "plans.yml": "a: [\n", OTHERS: "- id: a\n  id: b\n"})
    before = content(data)
    with pytest.raises(InvalidLedger) as caught:
        upgrade_ledger(data)
    assert {finding.mark.file for finding in caught.value.findings} == {"data/plans.yml", f"data/{OTHERS}"}
    assert content(data) == before


def test_a_folder_that_is_a_link_is_not_left_behind(tmp_path: Path) -> None:
    """Its files are no part of a ledger: nobody may think that they were upgraded."""
    data = write(tmp_path, old_ledger())
    (data / "tasks").rename(tmp_path / "elsewhere")
    (data / "tasks").symlink_to(tmp_path / "elsewhere")
    before = content(data)
    with pytest.raises(InvalidLedger) as refused:
        upgrade_ledger(data)
    assert [finding.code for finding in refused.value.findings] == ["folder-linked"]
    assert content(data) == before


def test_a_protected_file_leaves_all_as_they_were(tmp_path: Path) -> None:
    """Somebody has protected it on purpose; the message says what to do."""
    data = write(tmp_path, old_ledger())
    (data / "organizations" / "towns.yml").chmod(0o444)
    before = content(data)
    with pytest.raises(EditRefused, match=r"towns\.yml 是只读的，什么都没有写"):
        upgrade_ledger(data)
    assert content(data) == before


def test_a_file_that_changes_meanwhile_leaves_all_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody saves while the command runs is not lost."""
    data = write(tmp_path, old_ledger())
    towns = data / "organizations" / "towns.yml"

    def write_late(changes: list[Change]) -> list[YamlFile]:
        towns.write_text(old_ledger()["organizations/towns.yml"] + "# 新的\n", encoding="utf-8")
        return write_files(changes)

    monkeypatch.setattr(ledger_upgrade, "write_files", write_late)
    with pytest.raises(EditRefused, match="读过之后又改过"):
        upgrade_ledger(data)
    assert towns.read_text(encoding="utf-8").endswith("# 新的\n")
    assert (data / "site.yml").read_text(encoding="utf-8") == old_ledger()["site.yml"]
