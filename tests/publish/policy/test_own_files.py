"""Hand-written pages, styles and settings: what the policy of pages blocks is told of with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.findings.page_findings import PAGE_FINDINGS
from generator.publish.engine.site_files import THEME
from generator.publish.policy.own_files import own_findings

SITE = "https://ledger.example/sub/"
SETTINGS = "theme:\n  name: material\n  font: false\n"

CASES = {
    "page-script": ("page.md", "# 页\n\n<script>\nalert(1)\n</script>\n", 4, "alert(1)"),
    "page-script/a module": ("page.md", "字\n\n<script type=module>go()</script>\n", 3, "go()"),
    "page-script/of HTML": ("more.html", "<p>\n<SCRIPT>go()</SCRIPT>", 2, "go()"),
    "page-script/of a picture": (
        "map.svg",
        '<svg xmlns="http://www.w3.org/2000/svg">\n<script>go()</script></svg>',
        2,
        "go()",
    ),
    "page-handler": ("page.md", "字\n\n<p onclick='go()'>点</p>\n", 3, "onclick=go()"),
    "page-handler/of a picture": ("map.svg", "<svg onload='go()'></svg>", 1, "onload=go()"),
    "page-handler/by attributes": ("page.md", "# 页\n\n[点](a.md){: onclick=go() }\n", 3, "onclick=go()"),
    "page-javascript": ("page.md", "字\n\n[点](javascript:go())\n", 3, "javascript:go()"),
    "page-javascript/broken up": ("page.md", '<a href="java&#10;script:go()">点</a>\n', 1, "java script:go()"),
    "page-style": ("page.md", "字\n\n<p style='color: red'>红</p>\n", 3, "style=color: red"),
    "page-style/an element": ("page.md", "字\n\n<style>p { color: red }</style>\n", 3, "<style>"),
    "page-foreign": ("page.md", "字\n\n![图](https://other.example/a.png)\n", 3, "https://other.example/a.png"),
    "page-foreign/a script": (
        "page.md",
        "<script src='//cdn.example/a.js'></script>\n",
        1,
        "//cdn.example/a.js",
    ),
    "page-foreign/of a style": (
        "assets/own.css",
        "p { color: red }\n@import url(https://fonts.example/a.css);\n",
        2,
        "https://fonts.example/a.css",
    ),
    "page-frame": ("page.md", "字\n\n<iframe src='https://map.example/'></iframe>\n", 3, "<iframe>"),
    "page-frame/a film": ("page.md", "<video src='a.mp4'></video>\n", 1, "<video>"),
}
"""Rule → a file in docs/ with its text, the line of the finding, and what it repeats."""


def written(folder: Path, name: str, text: str) -> Path:
    """A folder with settings and a hand-written file; returns the folder of pages."""
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    path = folder / "docs" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder / "docs"


@pytest.mark.parametrize("name", CASES)
def test_what_is_blocked_is_told_of(name: str, tmp_path: Path) -> None:
    """One finding, at its line, with its words: readers would see nothing, and their browser says nothing."""
    file, text, line, value = CASES[name]
    docs = written(tmp_path, file, text)
    problem, remedy = PAGE_FINDINGS[code := name.partition("/")[0]]
    (found,) = own_findings(docs, tmp_path / "mkdocs.yml", SITE)
    assert (found.code, found.mark.file, found.mark.line) == (code, f"docs/{file}", line)
    assert f"{problem.format(value=value)}。请{remedy.format(value=value)}" in str(found)


@pytest.mark.parametrize(
    ("settings", "code", "line"),
    [
        ("site_name: x\ntheme:\n  name: material\n", "settings-font", 2),
        (SETTINGS + "extra_css:\n  - https://cdn.example/a.css\n", "page-foreign", 5),
        (SETTINGS + "extra_javascript:\n  - path: //cdn.example/a.js\n", "page-foreign", 5),
        (SETTINGS + "  logo: https://other.example/logo.png\n", "page-foreign", 4),
        (SETTINGS + "extra:\n  analytics:\n    provider: google\n", "page-foreign", 5),
        (SETTINGS + "copyright: <a href=x onclick=go()>某</a>\n", "page-handler", 4),
        (SETTINGS + "copyright: 张某 13812345678\n", "personal", 4),
    ],
)
def test_settings_ask_nobody_else(settings: str, code: str, line: int, tmp_path: Path) -> None:
    """Fonts, styles, scripts and counters of other hosts are blocked, too."""
    docs = written(tmp_path, "page.md", "# 页\n")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (found,) = own_findings(docs, tmp_path / "mkdocs.yml", SITE)
    assert (found.code, found.mark.file, found.mark.line) == (code, "mkdocs.yml", line)


def test_numbers_of_persons_are_told_in_every_text(tmp_path: Path) -> None:
    """Pages, tables and data for scripts are as public as the ledger."""
    docs = written(tmp_path, "page.md", "字\n\n联系张某 138 1234 5678\n")
    (docs / "list.csv").write_text("姓名,证号\n某,11010519491231002X\n", encoding="utf-8")
    found = own_findings(docs, tmp_path / "mkdocs.yml", SITE)
    assert [(one.code, one.mark.file, one.mark.line) for one in found] == [
        ("personal", "docs/list.csv", 2),
        ("personal", "docs/page.md", 3),
    ]
    assert "1234" not in str(found[1])


ALLOWED = {
    "page.md": """# 页

[别的网站](https://other.example/)、<https://other.example/>、[本站](a.md#b)

![图](assets/a.png){: .pl-picture width=300 }

| 甲 | 乙 |
|:--|--:|
| 1 | 2 |

    <script>写在例子里</script>

`<p style="x">`，```<b onclick="go()">```，3 < 5，onclick 是一个词

<details><summary>更多</summary>字</details>
<img src="data:image/png;base64,AA==" alt="点">
<img src="https://ledger.example/sub/a.png" alt="自己的">
<script type="application/json">{"a": 1}</script>
""",
    "assets/own.css": "/* @import url(https://x.example/a.css) */ p { background: url(a.png) }\n",
    "assets/own.js": "fetch('data.json'); element.onclick = go\n",
    "map.svg": """<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" style="color: red">
<style>path { fill: red }</style><defs><path id="a"/></defs><use xlink:href="#a"/>
<image href="data:image/png;base64,AA=="/><a href="https://other.example/">字</a></svg>
""",
}


def test_what_works_is_no_finding(tmp_path: Path) -> None:
    """Links, own pictures, aligned tables, code that is shown, data, styles and scripts in files of their own."""
    docs = written(tmp_path, "index.md", "# 首\n")
    (docs / "assets").mkdir()
    for name, text in ALLOWED.items():
        (docs / name).write_text(text, encoding="utf-8")
    assert [str(found) for found in own_findings(docs, tmp_path / "mkdocs.yml", SITE)] == []


def test_templates_of_a_theme_of_their_own(tmp_path: Path) -> None:
    """A copy of our template may keep the one script that the policy allows; another one is told of."""
    theme = (THEME / "main.html").read_text(encoding="utf-8")
    settings, own = tmp_path / "mkdocs.yml", tmp_path / "overrides" / "main.html"
    settings.write_text(f"{SETTINGS}  custom_dir: overrides\n", encoding="utf-8")
    own.parent.mkdir()
    own.write_text(theme, encoding="utf-8")
    assert own_findings(tmp_path / "docs", settings, SITE) == []
    own.write_text(theme + "<script>go()</script>", encoding="utf-8")
    found = own_findings(tmp_path / "docs", settings, SITE)
    assert [(finding.code, finding.values["value"]) for finding in found] == [("page-script", "go()")]


def test_every_rule_has_a_case() -> None:
    """Each has its line above, those of the settings in their test, those of pages that cannot be made in theirs."""
    not_made = {"page-deep", "page-address", "page-twice", "page-encoding"}
    not_made |= {"page-signs", "page-open", "page-line", "page-lines", "page-layers"}
    assert {name.partition("/")[0] for name in CASES} | {"settings-font"} | not_made == set(PAGE_FINDINGS)
