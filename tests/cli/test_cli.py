"""The command line, in Chinese, as an editor meets it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.cli.parser import ARGUMENTS
from generator.language.commands import help_words
from generator.language.official_text import fingerprint, normalise
from tests.conftest import ROOT
from tests.helpers import ledger
from tests.helpers.sites import edit

DISTRICT = ["--data", str(ROOT / "tests/district/data"), "--contract", str(ROOT / "datapackage.json")]
TEXTS = ROOT / "tests" / "district" / "sources"


def test_check_counts_tables_and_rows(capsys: pytest.CaptureFixture[str]) -> None:
    """A ledger without fault: status 0, each stage's time, tables and rows."""
    assert main([*DISTRICT, "check"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"^读取：\d+\.\d\d 秒\n检查：\d+\.\d\d 秒\n台账没有问题：29 张表，\d+ 行$", out.strip())


def test_check_tells_all_findings_worst_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1, every finding on a line of its own with file, line and column, and how many there are."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "site.yml").write_text("name: 甲\nname: 乙\ncontract: 2\n", encoding="utf-8")
    (data / "documents.yml").write_text("- id: a\n  id: b\n  titel: 通知\n", encoding="utf-8")
    assert main(["--data", str(data), "--contract", str(ROOT / "datapackage.json"), "check"]) == 1
    lines = capsys.readouterr().err.strip().splitlines()
    assert lines[0] == "data/documents.yml:2:3: 键“id”重复，第 1 行已经写过。请只留一个。"
    assert lines[1] == "data/site.yml:2:1: 键“name”重复，第 1 行已经写过。请只留一个。"
    assert lines[2] == "data/plans.yml:1:1: 缺少文件 plans.yml。请补上这个文件，可以为空。"
    assert "data/documents.yml:3:3: 不认识的键“titel”。请改为或删去，可用的是：title。" in lines
    assert lines[-1] == f"台账有 {len(lines) - 1} 处问题，没有发布任何内容"


DOUBT = "value: 410.5\n    value_text: 410.5亿元", "value: 4105\n    value_text: 4105亿元"
ANSWER = "{code: magnitude, record: output-2017, value: 4105, reason: 理由, on: 日期}"


@pytest.fixture
def doubted(tmp_path: Path) -> list[str]:
    """The options of a ledger without faults in which one value looks wrong."""
    data = ledger.write(tmp_path, ledger.LEDGER)
    edit(data / "disclosures/doc-2018.yml", *DOUBT)
    return ["--data", str(data), "--contract", str(ROOT / "datapackage.json")]


def test_check_tells_doubts_and_goes_on(doubted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What looks wrong and may be right is listed and counted: with its code and how to acknowledge it, status 0."""
    assert main([*doubted, "check"]) == 0
    lines = capsys.readouterr().out.strip().splitlines()[2:]
    assert lines[0] == (
        "data/disclosures/doc-2018.yml:13:12: 疑点：数值 4105 约是目标值 500 的 8 倍。请核对原文，看看小数点和单位；"
        f"没有错，就在 data/acknowledged.yml 里登记 {ANSWER}。[magnitude]"
    )
    assert lines[1].startswith("台账没有问题：29 张表") and lines[2].startswith("另有 1 处疑点；") and len(lines) == 3


def test_what_is_printed_acknowledges_a_doubt(doubted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With a reason and a day the words of the doubt are the record that answers it; another value asks again."""
    answer = Path(doubted[1]) / "acknowledged.yml"
    answer.write_text("- " + ANSWER.replace("日期", "2018-03-01") + "\n", encoding="utf-8")
    assert main([*doubted, "check"]) == 0
    assert "疑点" not in capsys.readouterr().out
    edit(Path(doubted[1]) / "disclosures/doc-2018.yml", DOUBT[1], DOUBT[1].replace("4105", "41050"))
    assert main([*doubted, "check"]) == 0
    told = capsys.readouterr().out
    assert "疑点：数值 41050 约是目标值 500 的 82 倍" in told and "另有 1 处疑点" in told
    assert "acknowledged.yml:1:3: 提示：记录 output-2017 已经没有 magnitude 这个疑点，或者值改过了" in told


def test_nothing_doubted_is_published(doubted: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the data nor the pages are written before each doubt is mended or acknowledged."""
    for command in ("export", "pages"):
        assert main([*doubted, command, str(tmp_path / "out")]) == 1
        said = capsys.readouterr().err
        assert "[magnitude]" in said and "台账有 1 处疑点，没有发布任何内容" in said
        assert not (tmp_path / "out").exists()


def test_faults_come_before_doubts(doubted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Both are told at once, each counted; what is a fault is not doubted as well."""
    data = Path(doubted[1])
    edit(data / "documents.yml", "validity: 有效", "validity: 有笑")
    assert main([*doubted, "check"]) == 1
    lines = capsys.readouterr().err.strip().splitlines()
    assert "“有笑”" in lines[0] and lines[1].endswith("[magnitude]")
    assert lines[2] == "台账有 1 处问题，另有 1 处疑点，没有发布任何内容"
    edit(data / "disclosures/doc-2018.yml", "value: 4105\n", "value: 41050\n")
    assert main([*doubted, "check"]) == 1
    assert "疑点" not in capsys.readouterr().err


def test_check_tells_of_the_hand_written_pages_what_a_build_would(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All at once, beside the faults of the ledger, in the folder that the settings name."""
    data = ledger.write(tmp_path, ledger.LEDGER)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("docs_dir: docs", "docs_dir: own")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "own").mkdir()
    for name, text in (("README.md", "# 说明"), ("page.md", "[" * 500), ("more.md", "<p onclick=go()>字</p>")):
        (tmp_path / "own" / name).write_text(text, encoding="utf-8")
    check = ["--data", str(data), "--contract", str(ROOT / "datapackage.json"), "check"]
    assert main(check) == 1
    told = [line.partition(": ")[0] for line in capsys.readouterr().err.splitlines()]
    assert told == ["own/more.md:1:1", "own/README.md:1:1", "own/page.md:1:1", "台账有 3 处问题，没有发布任何内容"]
    edit(data / "documents.yml", "validity: 有效", "validity: 有校")
    assert main(check) == 1
    told = [line.partition(": ")[0] for line in capsys.readouterr().err.splitlines()]
    assert told[0] == "data/documents.yml:6:13"
    assert told[1:] == ["own/more.md:1:1", "own/page.md:1:1", "台账有 3 处问题，没有发布任何内容"]


@pytest.mark.parametrize("name", ["nowhere", "a" * 300])
def test_a_folder_of_pages_that_is_not_there_is_told_beside_the_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """So is one that cannot be there; a folder of templates that cannot be is one that is not there."""
    data = ledger.write(tmp_path, ledger.LEDGER)
    edit(data / "documents.yml", "validity: 有效", "validity: 有校")
    settings = f"docs_dir: {name}\ntheme:\n  custom_dir: {name}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert main(["--data", str(data), "--contract", str(ROOT / "datapackage.json"), "check"]) == 1
    told = capsys.readouterr().err
    assert f"mkdocs.yml 的 docs_dir 写着 {name}，没有这个文件夹" in told
    assert "data/documents.yml:6:13" in told


def test_verify_tells_the_coverage_of_each_part(capsys: pytest.CaptureFixture[str]) -> None:
    """Fingerprints, parentheses, and the numbers of each part of each document."""
    assert main([*DISTRICT, "verify", str(TEXTS)]) == 0
    out = capsys.readouterr().out
    assert re.search(r"原文指纹 \d+ 个，不符 0 个", out)
    matched = re.search(r"责任括注 (\d+) 个，与任务一一对应 (\d+) 个", out)
    assert matched and matched[1] == matched[2] != "0"
    shares = re.findall(r"数字 (\d+) 个，收录 (\d+)，不计入 (\d+)，覆盖 (\S+)", out)
    assert shares and all(int(n) == int(u) + int(x) and s in ("100%", "—") for n, u, x, s in shares)


@pytest.mark.parametrize(
    ("folder", "words"), [("missing", "没有目录"), (".", "里没有任何文件的文本；文件名应当是 <文件标识>.txt")]
)
def test_verify_without_texts_says_what_is_needed(
    folder: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is not there, or has no text, is told in Chinese with status 2."""
    assert main([*DISTRICT, "verify", str(tmp_path / folder)]) == 2
    assert words in capsys.readouterr().err


def test_locate_gives_passage_and_fingerprint(capsys: pytest.CaptureFixture[str]) -> None:
    """The words of a new record, typed with any white space, give what its source needs."""
    path = sorted(TEXTS.glob("*.txt"))[0]
    text = normalise(path.read_text(encoding="utf-8-sig"))
    words = text[40:60]
    assert main([*DISTRICT, "locate", path.stem, f" {words[:7]}\n {words[7:]}", "--sources", str(TEXTS)]) == 0
    assert f"passage: 40-60, fingerprint: {fingerprint(words)}" in capsys.readouterr().out


def test_locate_says_when_the_words_are_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """Words that do not stand in the text, and a document without text, are told apart."""
    path = sorted(TEXTS.glob("*.txt"))[0]
    assert main([*DISTRICT, "locate", path.stem, "此处并无此语", "--sources", str(TEXTS)]) == 1
    assert "文本里没有这段文字" in capsys.readouterr().err
    assert main([*DISTRICT, "locate", "no-such", "字", "--sources", str(TEXTS)]) == 2
    assert "没有文件 no-such 的文本" in capsys.readouterr().err


def test_export_writes_the_package(tmp_path: Path, capsys: pytest.CaptureFixture[str], district_site: Path) -> None:
    """The package alone, the same bytes as in the site."""
    assert main([*DISTRICT, "export", str(tmp_path)]) == 0
    written = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert f"写出 {len(written)} 个文件" in capsys.readouterr().out
    for path in written:
        assert path.read_bytes() == (district_site / path.relative_to(tmp_path)).read_bytes()
    assert json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["resources"]


def test_export_can_be_csv_and_json_alone(tmp_path: Path) -> None:
    """The option leaves out the formats that take longer."""
    assert main([*DISTRICT, "export", str(tmp_path), "--only-csv-json"]) == 0
    assert {p.suffix for p in tmp_path.rglob("*") if p.is_file()} == {".csv", ".json", ".zip"}


def test_pages_writes_markdown_that_another_engine_can_build(tmp_path: Path) -> None:
    """A file for each page: front matter, then one block of HTML without a blank line to end it early."""
    assert main([*DISTRICT, "pages", str(tmp_path)]) == 0
    names = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.md")}
    assert {"index.md", "indicators.md", "documents.md"} <= names and len(names) > 60
    for path in tmp_path.rglob("*.md"):
        matter, body = path.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
        assert matter.startswith('title: "')
        assert body.startswith('\n<div class="pl-page">\n') and "\n\n" not in body.strip()


def test_every_command_and_argument_is_described_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """The help of each command has no English word of argparse in it."""
    for name in ARGUMENTS:
        with pytest.raises(SystemExit) as stop:
            main([name, "--help"])
        assert stop.value.code == 0
        out = capsys.readouterr().out
        assert (
            help_words.COMMANDS[name][1] in out.replace("\n", "").replace("  ", "")
            or help_words.COMMANDS[name][1] in out
        )
        assert out.count("用法") == 1
        assert not re.search(r"usage:|options:|positional|show this help", out)
        for argument in ARGUMENTS.get(name, {}):
            assert help_words.ARGUMENT_HELP[name, argument][:6] in out


def test_wrong_use_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown command ends with status 2 and the way to the help, once."""
    with pytest.raises(SystemExit) as stop:
        main(["chekc"])
    assert stop.value.code == 2
    err = capsys.readouterr().err
    assert err.count("用法:") == 1 and err.endswith("；用法见 python -m generator --help\n")
    assert "命令写法有误：命令 chekc" in err and "invalid choice" not in err


@pytest.mark.parametrize(
    ("written", "missing", "shown"),
    [
        ([], "命令", "本机预览"),
        (["init"], "DIR、--name", "建在哪个目录"),
        (["verify"], "SOURCES_DIR", "官方文本所在目录"),
    ],
)
def test_what_a_command_lacks_is_named_below_its_help(
    written: list[str], missing: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever types the name of the program alone sees what can be typed."""
    with pytest.raises(SystemExit) as stop:
        main(written)
    assert stop.value.code == 2
    err = capsys.readouterr().err
    assert shown in err and err.endswith(f"\n命令没有写全，还要写上：{missing}\n")


def test_the_manual_names_every_make_target() -> None:
    """Targets of the Makefile and of the manual do not drift apart."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    manual = (ROOT / "manual" / "commands.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.M))
    assert {"site", "serve", "check", "data", "test", "verify", "help"} <= targets
    for name in ("site", "serve", "check", "data", "test", "verify", "help"):
        assert f"make {name}" in manual
