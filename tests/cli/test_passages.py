"""The commands about passages say in Chinese what they found, what they wrote and what is left to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.language.official_text import normalise
from tests.helpers.ledger import ROOT

DISTRICT = ROOT / "tests" / "district"
NOTICE = "chengxi-145-task-assignment-2021"
SOURCES = ["--sources", str(DISTRICT / "sources")]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the district's ledger."""
    return Path(shutil.copytree(DISTRICT / "data", tmp_path / "data"))


def test_several_phrases_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its count and its places; one that is missing is told and makes the status 1."""
    assert main(["locate", NOTICE, "治理河道", "桐汀街道", *SOURCES]) == 0
    assert "“治理河道”：3 处\npassage: " in capsys.readouterr().out
    assert main(["locate", NOTICE, "治理河道", "没有这句", *SOURCES]) == 1
    captured = capsys.readouterr()
    assert "“没有这句”：0 处" in captured.out
    assert "文本里没有这段文字" in captured.err


def test_nothing_to_look_for_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither words nor quotations: status 2."""
    assert main(["locate", *SOURCES]) == 2
    assert main(["locate", NOTICE, *SOURCES]) == 2
    assert capsys.readouterr().err.count("没有说要查什么") == 2


def test_a_file_of_quotations(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clear ones are written, each of the others is told with its place and what to do."""
    path = data / "tasks" / "plan-2021-2025" / "02-key-tasks.yml"
    old = path.read_text(encoding="utf-8")
    own = "passage: 647-697, fingerprint: d2eb9dddf3165c88"
    quoting = old.replace(own, "quote: 修建滨河步道。……澄溪城投公司配合）")
    path.write_text(quoting, encoding="utf-8")
    assert main(["--data", str(data), "locate", "--quotes", str(path), *SOURCES]) == 0
    assert path.read_text(encoding="utf-8") == old
    assert "引文 1 处，写好区间和指纹 1 处" in capsys.readouterr().out
    path.write_text(old.replace(own, "quote: 治理河道"), encoding="utf-8")
    assert main(["--data", str(data), "locate", "--quotes", str(path), *SOURCES]) == 1
    line = next(n for n, text in enumerate(old.split("\n"), start=1) if own in text)
    assert f"02-key-tasks.yml:{line}:" in (told := capsys.readouterr().err)
    assert "“治理河道”在文本里有 3 处（" in told
    path.write_text(old.replace(own, "quote: 没有这句"), encoding="utf-8")
    assert main(["--data", str(data), "locate", "--quotes", str(path), *SOURCES]) == 1
    assert "文本里没有“没有这句”" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == old.replace(own, "quote: 没有这句")


def test_quotations_outside_the_ledger_name_their_document(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the file, or on the command line; a document without a text is told."""
    path = tmp_path / "quoted.yml"
    path.write_text("- source: {quote: 修建滨河步道}\n", encoding="utf-8")
    assert main(["--data", str(data), "locate", "--quotes", str(path), *SOURCES]) == 1
    assert "不知道这段文字出自哪份文件" in capsys.readouterr().err
    assert main(["--data", str(data), "locate", "nothing", "--quotes", str(path), *SOURCES]) == 1
    assert "没有文件 nothing 的文本" in capsys.readouterr().err
    assert main(["--data", str(data), "locate", NOTICE, "--quotes", str(path), *SOURCES]) == 0
    assert path.read_text(encoding="utf-8").startswith("- source: {passage: 647-653, fingerprint: ")


def test_a_quotation_that_is_no_yaml_is_told(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With file, line and column; a file that is not there is told, too."""
    path = tmp_path / "quoted.yml"
    path.write_text("- source: {quote: [\n", encoding="utf-8")
    assert main(["--data", str(data), "locate", NOTICE, "--quotes", str(path), *SOURCES]) == 1
    assert "YAML 写法有误" in capsys.readouterr().err
    assert main(["--data", str(data), "locate", NOTICE, "--quotes", str(tmp_path / "no.yml"), *SOURCES]) == 1
    said = capsys.readouterr().err
    assert "没有写，文件都没有动" in said
    assert "没有这个文件" in said


def test_relocate_writes_the_passages_anew(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was found is counted; what is gone is told with its place, and the status is 1."""
    texts = Path(shutil.copytree(DISTRICT / "sources", tmp_path / "texts"))
    file = texts / f"{NOTICE}.txt"
    raw = file.read_text(encoding="utf-8-sig")
    file.write_text(f"首页 > 公开\n{raw}", encoding="utf-8")
    command = ["--data", str(data), "relocate", NOTICE, "--sources", str(texts)]
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "找不到的 0 个" in out
    assert "text_sha256 已改为" in out
    assert main(["--data", str(data), "verify", str(texts)]) == 0
    capsys.readouterr()
    assert normalise("修建滨河步道") in normalise(raw)
    file.write_text(raw.replace("修建滨河步道", "修好滨河步道"), encoding="utf-8")
    assert main(command) == 1
    captured = capsys.readouterr()
    assert "data/tasks/plan-2021-2025/02-key-tasks.yml:" in captured.err
    assert "在新文本里找不到" in captured.err
    assert "这份文本的 text_sha256 是" in captured.out
    assert main(["--data", str(data), "relocate", "nothing", "--sources", str(texts)]) == 2
    assert "没有文件 nothing 的文本" in capsys.readouterr().err
