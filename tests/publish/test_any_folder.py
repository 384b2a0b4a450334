"""A folder that has nothing but data/ is a whole project; its own files stand above those that the program brings."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish.build import build_site
from generator.publish.engine.settings import read_settings
from generator.publish.mkdocs_plugin import LedgerPlugin
from generator.publish.site_content import BuildOptions
from generator.publish.site_writer import BuildStopped
from generator.support.packaged_files import SETTINGS
from tests.conftest import DISTRICT_DATA, DISTRICT_TEXTS, ROOT
from tests.helpers import ledger, templates
from tests.helpers.sites import different, edit, snapshot

PLAIN = BuildOptions(search=False, further=False)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with the small ledger alone."""
    (tmp_path / "place").mkdir()
    ledger.write(tmp_path / "place", ledger.LEDGER)
    return tmp_path / "place"


def test_data_alone_gives_the_site_of_a_whole_project(tmp_path: Path, district_site: Path) -> None:
    """Contract, settings, hand-written pages and styles are the program's: the same bytes, and nothing else is left."""
    shutil.copytree(DISTRICT_DATA, tmp_path / "data")
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert different(snapshot(tmp_path / "site"), snapshot(district_site)) == []
    assert {path.name for path in tmp_path.iterdir()} == {"data", "site"}


def test_texts_beside_the_ledger_are_shown(tmp_path: Path) -> None:
    """What split wrote is found by every build: nobody has to name the folder, and no text is lost by forgetting it."""
    shutil.copytree(DISTRICT_DATA, tmp_path / "data")
    shutil.copytree(DISTRICT_TEXTS, tmp_path / "sources")
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site", PLAIN)
    assert "此后并入水系连通" in "".join(p.read_text("utf-8") for p in (tmp_path / "site/documents").rglob("*.html"))


def test_own_pages_and_styles_stand_above_those_of_the_program(bare: Path) -> None:
    """One file of docs/ is another, one is new, all others are the program's."""
    (bare / "docs" / "assets").mkdir(parents=True)
    (bare / "docs" / "about.md").write_text("# 关于\n\n## 指纹 {#fingerprint}\n\n本区自己写的话。\n", encoding="utf-8")
    (bare / "docs" / "guide.md").write_text("# 办事指南\n", encoding="utf-8")
    (bare / "docs" / "assets" / "ledger.css").write_text("b{}", encoding="utf-8")
    build_site(bare / "mkdocs.yml", bare / "site", PLAIN)
    assert "本区自己写的话。" in (bare / "site/about/index.html").read_text(encoding="utf-8")
    assert (bare / "site/guide/index.html").is_file() and (bare / "site/methods/index.html").is_file()
    assert (bare / "site/assets/ledger.css").read_text(encoding="utf-8") == "b{}"
    assert (bare / "site/assets/lists.js").read_bytes() == (ROOT / "docs/assets/lists.js").read_bytes()


def test_own_settings_of_the_engine_are_used(bare: Path) -> None:
    """A copy of the program's settings with another value needs nobody's trust."""
    shutil.copy(ROOT / "mkdocs.yml", bare)
    edit(bare / "mkdocs.yml", "  - ledger:\n", "  - ledger:\n      formats: [sqlite]\n")
    build_site(bare / "mkdocs.yml", bare / "site", BuildOptions(search=False))
    assert (bare / "site/data/ledger.sqlite").is_file() or list((bare / "site").rglob("*.sqlite"))
    assert not list((bare / "site").rglob("*.xlsx"))


FOREIGN = {
    "hooks: [hook.py]": "hooks（1）",
    "extra_templates: [t.html]": "extra_templates（1）",
    "INHERIT: ../other.yml": "INHERIT（1）",
    "theme:\n  name: material\n  custom_dir: theme": "theme.custom_dir（3）",
    "theme: readthedocs": "theme.name: readthedocs（1）",
    "plugins:\n  - ledger\n  - search": "plugins: search（3）",
    "plugins:\n  ledger: {}\n  other: {a: 1}": "plugins: other（3）",
    "plugins: other": "plugins: other（1）",
    "markdown_extensions:\n  - toc\n  - own.module": "markdown_extensions: own.module（3）",
    "extra:\n  a: !!python/object/apply:os.getcwd []": "YAML（2）",
    "extra: &a {b: 1}\nmore: *a": "YAML（1）",
    "extra: !!python/name:os.system": "YAML（1）",
}


@pytest.mark.parametrize(("text", "named"), FOREIGN.items(), ids=lambda value: value.partition("\n")[0])
def test_settings_that_run_code_of_somebody_else_are_refused(bare: Path, text: str, named: str) -> None:
    """They are named with their line before the engine has read them; nothing is built."""
    (bare / "mkdocs.yml").write_text(text + "\n", encoding="utf-8")
    (bare / "hook.py").write_text("open('ran', 'w')\n", encoding="utf-8")
    with pytest.raises(BuildStopped) as stopped:
        build_site(bare / "mkdocs.yml", bare / "site", PLAIN)
    assert named in str(stopped.value) and "--trust" in str(stopped.value)
    assert {path.name for path in bare.iterdir()} == {"data", "mkdocs.yml", "hook.py"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "里面不是“键: 值”"),
        (b"\xff\xfe", "里面不是“键: 值”"),
        (b"theme: [\n", "YAML 写法有误：这一处"),
        (b"a: 1\na: 2\n", "mkdocs.yml:2:1: 键“a”重复"),
        (b"site_name: x\ntheme: material\n", "plugins 里没有 ledger"),
        (b"site_name: x\nextra:\n  since: 2025-02-30\n", "MkDocs 读不懂"),
    ],
    ids=["empty", "no text", "syntax", "twice", "no plugin", "no such day"],
)
def test_settings_that_are_of_no_use_are_told_in_chinese(bare: Path, content: bytes, words: str) -> None:
    """With the line where there is one; the old site stays."""
    (bare / "mkdocs.yml").write_bytes(content)
    with pytest.raises(BuildStopped, match="有误") as stopped:
        build_site(bare / "mkdocs.yml", bare / "site", PLAIN)
    assert words in str(stopped.value)


@pytest.mark.parametrize(
    ("named", "text", "words"),
    [
        ("base.yml", "site_name: x\ntheme: [\n", "base.yml:3:1: YAML 写法有误"),
        ("base.yml", "- a\n", "base.yml 有误：里面不是“键: 值”"),
        ("base.yml", "INHERIT: none.yml\n", "base.yml:1 有误：INHERIT 所指的"),
        ("base.yml", "INHERIT: mkdocs.yml\n", "base.yml:1 有误：INHERIT 绕成了一圈"),
        ("none.yml", "", "mkdocs.yml:1 有误：INHERIT 所指的"),
        ("[base.yml]", "", "mkdocs.yml:1 有误：INHERIT 所指的"),
        ("base.yml", "hooks: [hook.py]\n", "hook.py:1: 您自己加的程序或模板在这里出了错"),
        ("base.yml", "hooks: [none.py]\n", "见上面“MkDocs：”开头的几行"),
    ],
)
def test_what_settings_stand_on_is_told_with_its_place(bare: Path, named: str, text: str, words: str) -> None:
    """In Chinese, with the file and the line that is to be changed."""
    (bare / "mkdocs.yml").write_text(f"INHERIT: {named}\nsite_name: x\nplugins: [ledger]\n", encoding="utf-8")
    (bare / "base.yml").write_text(text, encoding="utf-8")
    (bare / "hook.py").write_text("def on_config(:\n", encoding="utf-8")
    with pytest.raises(BuildStopped) as stopped:
        build_site(bare / "mkdocs.yml", bare / "site", BuildOptions(search=False, further=False, trust=True))
    assert words in str(stopped.value)


def test_a_template_with_a_mistake_is_told_with_its_line(bare: Path) -> None:
    """Whoever trusts a folder may have templates in it."""
    text = (
        (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("name: material", "name: material\n  custom_dir: own")
    )
    (bare / "mkdocs.yml").write_text(text, encoding="utf-8")
    (bare / "own").mkdir()
    (bare / "own/main.html").write_text("{% extends 'base.html' %}\n{% block %}", encoding="utf-8")
    with pytest.raises(BuildStopped, match=r"主题的模板 .*main\.html:2 写错了"):
        build_site(bare / "mkdocs.yml", bare / "site", BuildOptions(search=False, further=False, trust=True))


@pytest.mark.parametrize("text", ["INHERIT: mkdocs.yml\n", "extra: {since: 2025-02-30}\n"])
def test_settings_that_stand_on_others_which_are_of_no_use(bare: Path, text: str) -> None:
    """Whoever trusts a folder is told, too, when the settings that it inherits cannot be read."""
    (bare / "mkdocs.yml").write_text("INHERIT: base.yml\nplugins: [ledger]\n", encoding="utf-8")
    (bare / "base.yml").write_text(text, encoding="utf-8")
    with pytest.raises(BuildStopped, match="MkDocs 读不懂"):
        build_site(bare / "mkdocs.yml", bare / "site", BuildOptions(search=False, further=False, trust=True))


@pytest.mark.parametrize(
    "content", [None, b"{", b"[]", b"{}", b"\xff"], ids=["none", "cut", "list", "empty", "no text"]
)
@pytest.mark.parametrize("command", ["check", "build", "diff"])
def test_a_contract_that_cannot_be_read_is_told_in_chinese(
    bare: Path,
    command: str,
    content: bytes | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One sentence, and no traceback."""
    monkeypatch.chdir(bare)
    if content is not None:
        (bare / "other.json").write_bytes(content)
    assert main(["--contract", "other.json", command, *(["HEAD"] if command == "diff" else [])]) == 2
    said = capsys.readouterr().err
    assert said.startswith("数据契约 ") and "other.json 读不出来" in said and len(said.splitlines()) == 1


def test_the_settings_of_the_program_name_no_foreign_code() -> None:
    """What the program brings, and any copy of it, is used as it is."""
    assert read_settings(SETTINGS).foreign_code() == []


def test_trusted_code_runs(bare: Path) -> None:
    """With a person's word a hook does its work."""
    shutil.copy(ROOT / "mkdocs.yml", bare)
    with (bare / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [hook.py]\n")
    words = "def on_post_page(output, page, config):\n    return output.replace('</body>', '<!-- ran --></body>')\n"
    (bare / "hook.py").write_text(words, encoding="utf-8")
    build_site(bare / "mkdocs.yml", bare / "site", BuildOptions(search=False, further=False, trust=True))
    assert "<!-- ran -->" in (bare / "site/about/index.html").read_text(encoding="utf-8")


def test_compiled_templates_of_a_folder_are_not_run(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are code: a folder from somebody else could bring some. Those of the user stand in the user's own folder."""
    monkeypatch.setattr(LedgerPlugin, "_bytecode", templates.AS_THE_PROGRAM_DOES)
    monkeypatch.setenv("XDG_CACHE_HOME", str(bare.parent / "own"))
    shutil.copy(ROOT / "mkdocs.yml", bare)
    build_site(bare / "mkdocs.yml", bare / "site", PLAIN)
    before = snapshot(bare / "site")
    assert not [*(bare / "build").rglob("page-*"), *(bare / "build").rglob("theme-*")]
    assert [*(bare.parent / "own/plan-ledger/templates").iterdir()]
    build_site(bare / "mkdocs.yml", bare / "site", PLAIN)
    assert different(snapshot(bare / "site"), before) == []


@pytest.mark.parametrize("command", [["check"], ["build"], ["serve"], ["export", "out"], ["diff", "HEAD"]])
def test_a_folder_without_a_ledger_is_told_in_one_sentence(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What to do stands in it, with the name by which the program was called; nothing is written."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["/usr/bin/ledger"])
    assert main(command) == 2
    said = capsys.readouterr()
    assert said.out == "" and len(said.err.splitlines()) == 1
    assert "这里没有台账" in said.err and "ledger init 目录名 --name 某某区" in said.err
    assert list(tmp_path.iterdir()) == []
