"""Mistakes in the code that a folder's own settings name: told with file and line, in Chinese, without a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.build import build_site
from generator.publish.engine.own_code import without_report
from generator.publish.engine.project import Project
from generator.publish.site_content import BuildOptions
from generator.publish.site_writer import BuildStopped
from tests.conftest import ROOT
from tests.helpers.ledger import LEDGER, write

TRUSTED = BuildOptions(search=False, further=False, trust=True)
SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
MENDED = "请改好这一处；用不着它，就从 mkdocs.yml 里删去"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A ledger with a hand-written page and a hook that is not written yet."""
    write(tmp_path, LEDGER)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").write_text("# 页\n\n字\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"{SETTINGS}\nhooks: [hooks/mine.py]\n", encoding="utf-8")
    (tmp_path / "hooks").mkdir()
    return tmp_path


def stopped(place: Path) -> str:
    """Why no site is built; nothing of it is left."""
    with pytest.raises(BuildStopped) as why:
        build_site(place / "mkdocs.yml", place / "site", TRUSTED)
    assert not (place / "site").exists()
    return str(why.value)


READ = {
    "nothing()": "2: 您自己加的程序或模板在这里出了错（原话：NameError: name 'nothing' is not defined）",
    "int('甲')": "2: 您自己加的程序或模板在这里出了错（原话：ValueError: invalid literal for int()",
    "import no_such_module": "2: 您自己加的程序或模板在这里出了错（原话：ModuleNotFoundError: No module named",
    "raise SystemExit(3)": "2: 您自己加的程序或模板在这里出了错（原话：SystemExit: 3）",
    "def on_config(:": "2: 您自己加的程序或模板在这里出了错（原话：SyntaxError: invalid syntax）",
    "raise RuntimeError('长' * 5000)": f"2: 您自己加的程序或模板在这里出了错（原话：RuntimeError: {'长' * 186}…）",
}


@pytest.mark.parametrize("code", READ)
def test_a_hook_that_cannot_be_read(code: str, place: Path) -> None:
    """Whatever it raises, its own words are not taken for a mistake in the settings, nor for one of the program."""
    (place / "hooks/mine.py").write_text(f"import os\n{code}\n", encoding="utf-8")
    with pytest.raises(BuildStopped) as why:
        Project(place / "mkdocs.yml", TRUSTED)
    assert str(why.value).startswith(f"hooks/mine.py:{READ[code]}") and str(why.value).endswith(MENDED)


RUN = {
    "def on_files(files, **others):\n    return files.nothing": "2: 您自己加的程序或模板在这里出了错（原话：Attribute",
    "def on_config(config):\n    import sys\n    sys.exit(3)": "3: 您自己加的程序或模板在这里出了错（原话：System",
    "def on_page_markdown(markdown, **others):\n    return {}['甲']": "2: 您自己加的程序或模板在这里出了错（原话：Key",
    "from mkdocs.exceptions import PluginError\ndef on_nav(nav, **others):\n    raise PluginError('不行')": (
        "3: 您自己加的程序或模板在这里出了错（原话：mkdocs.exceptions.PluginError: 不行）"
    ),
}


@pytest.mark.parametrize("code", RUN)
def test_a_hook_that_fails_in_its_work(code: str, place: Path) -> None:
    """At whatever it does, and whether it means to or not."""
    (place / "hooks/mine.py").write_text(f"{code}\n", encoding="utf-8")
    assert stopped(place).startswith(f"hooks/mine.py:{RUN[code]}")


def test_a_hook_that_gives_what_nobody_can_use(place: Path) -> None:
    """No line of it is at fault: the settings that name code are, with their lines."""
    (place / "hooks/mine.py").write_text("def on_page_markdown(markdown, **others):\n    return 5\n", encoding="utf-8")
    line = SETTINGS.count("\n") + 2
    assert f"mkdocs.yml 里写了别的程序：hooks（{line}）（括号里是行号），多半是它们的错" in stopped(place)


def test_an_extension_and_a_template(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template of the theme is the owner's file as well as a module in the folder."""
    monkeypatch.syspath_prepend(str(place))
    own = SETTINGS.replace("name: material", "name: material\n  custom_dir: own").replace(
        "def_list", "def_list\n  - mine"
    )
    (place / "mkdocs.yml").write_text(own, encoding="utf-8")
    (place / "own").mkdir()
    (place / "own/main.html").write_text("{% extends 'base.html' %}\n\n{% block content %}{{ a.b }}{% endblock %}")
    (place / "mine.py").write_text("def makeExtension(**others):\n    return others['a']\n", encoding="utf-8")
    with pytest.raises(BuildStopped, match="有误"):
        Project(place / "mkdocs.yml", TRUSTED)
    (place / "mkdocs.yml").write_text(own.replace("  - mine\n", ""), encoding="utf-8")
    assert stopped(place).startswith("own/main.html:3: 您自己加的程序或模板在这里出了错（原话：jinja2.exceptions.Und")


def test_a_report_in_the_log_of_the_engine_is_one_line(tmp_path: Path) -> None:
    """What an extension raises the engine logs with a whole report: the owner's line of it is enough."""
    own = tmp_path / "mine.py"
    own.touch()
    frames = (
        f'  File "{ROOT / "generator/__main__.py"}", line 5, in run\n  File "{own}", line 7, in a\n    1/0\n    ~^~\n'
    )
    report = f"Failed to load 'mine'.\n{frames}ZeroDivisionError: division by zero"
    assert without_report(report, tmp_path) == (
        "Failed to load 'mine'. mine.py:7: 您自己加的程序或模板在这里出了错（原话："
        f"ZeroDivisionError: division by zero）。{MENDED}"
    )
    assert without_report(report.replace(str(own), "/nowhere.py"), tmp_path) == (
        "Failed to load 'mine'. ZeroDivisionError: division by zero"
    )
    assert without_report("Doc file 'a.md' is odd\n  - b", tmp_path) == "Doc file 'a.md' is odd\n  - b"


@pytest.mark.parametrize("setting", ["template: none.html", "title: 2018-01-01", "hide: 4"])
def test_settings_of_a_page_that_cannot_be_used(setting: str, place: Path) -> None:
    """The engine's error names neither the page nor its settings."""
    (place / "mkdocs.yml").unlink()
    (place / "docs/page.md").write_text(f"---\n{setting}\n---\n# 页\n", encoding="utf-8")
    assert stopped(place).startswith("docs/page.md:1: 这一页开头两行 --- 之间写的设置不能用（原话：")
