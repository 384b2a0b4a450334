"""The papers are true: every command, setting, column and finding stands in the manual, links and paths lead somewhere,
and the pages that must be short are short."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.__main__ import CRASHED, READER_LEFT
from generator.cli.main import INTERRUPTED
from generator.cli.parser import ARGUMENTS, make_parser
from generator.language import command_words
from generator.language.download_words import OPTIONAL
from generator.language.finding_words import WORDS
from generator.language.setting_words import LICENCE_TITLES, OFFICE_TITLES, SITE_TITLES
from generator.ledger.contract import Contract, TableSpec, load_contract
from generator.publish.engine.plugin_settings import LedgerConfig
from tests.conftest import ROOT, SOURCES

MANUAL = ROOT / "manual"
PAPERS = sorted(
    [*ROOT.glob("*.md"), *MANUAL.glob("*.md"), *(ROOT / "maintaining").glob("*.md")],
    key=lambda path: path.relative_to(ROOT).as_posix(),
)
NAMES = [path.relative_to(ROOT).as_posix() for path in PAPERS]
CONTRACT: Contract = load_contract(ROOT / "datapackage.json")

SAID_ELSEWHERE = {
    "RELEASE_DISAGREES",
    *(name for name in vars(command_words) if re.match("PREVIEW_(?!AT|ENDED)", name)),
}
"""Words of commands that cannot go on and that are not printed as an error: in the browser, for example."""
SHORTEST_SENTENCE = 24
"""Characters in a row that two texts share by no accident."""


def read(path: Path) -> str:
    """The text of a paper."""
    return path.read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The parts of a paper by their headings; a part ends at the next heading of any level."""
    pieces = re.split(r"^#+ (.+)$", text, flags=re.M)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def named(text: str) -> set[str]:
    """What stands between backticks."""
    return set(re.findall(r"`([^`\n]+)`", text))


def first_words(text: str) -> set[str]:
    """The first word of what stands between backticks: ``--port`` of ``--port N``."""
    return {re.split(r"[ =]", name)[0] for name in named(text)}


# -- the manual


@pytest.mark.parametrize("command", ARGUMENTS)
def test_every_command_and_option_stands_in_the_manual(command: str) -> None:
    """An office finds each command under its own heading, with all that may be written behind it."""
    written = first_words(sections(read(MANUAL / "commands.md"))[command])
    expected = {
        name if name.startswith("-") else str(options["metavar"]) for name, options in ARGUMENTS[command].items()
    }
    assert expected <= written


def test_the_manual_has_no_command_or_option_that_is_gone() -> None:
    """Every command that has a heading and every option in a table can be written."""
    text = read(MANUAL / "commands.md")
    options = {word for action in make_parser()._actions for word in action.option_strings}
    options |= {word for arguments in ARGUMENTS.values() for word in arguments}
    assert set(re.findall(r"^### (.+)$", text, re.M)) == set(ARGUMENTS)
    assert set(re.findall(r"^\| `(--[a-z-]+)", text, re.M)) <= options


def test_options_of_all_commands_stand_in_the_manual() -> None:
    """Those that are written in front of the command, too."""
    options = {word for action in make_parser()._actions for word in action.option_strings}
    assert options <= first_words(sections(read(MANUAL / "commands.md"))["每条命令都有的选项"])


@pytest.mark.parametrize("command", ARGUMENTS)
def test_every_command_has_an_example_and_a_row_in_the_table_of_all(command: str) -> None:
    """Whoever does not know the name of a command finds it by what it is for, and then a line to copy."""
    parts = sections(read(MANUAL / "commands.md"))
    assert f"| [`{command}`](#{command}) | " in parts["一眼看全"]
    typed = re.findall(r"^```sh\n(.+?)^```", parts[command], re.M | re.S)
    assert any(re.search(rf"^ledger (--\w+ \S+ )*{command}\b", text, re.M) for text in typed)


def test_exit_codes_stand_in_the_manual() -> None:
    """Scripts that call the program rely on them."""
    assert {"0", "1", "2", str(CRASHED), str(INTERRUPTED), str(READER_LEFT)} == set(
        re.findall(r"^\| `(\d+)` \|", sections(read(MANUAL / "commands.md"))["退出码"], re.M)
    )


def test_every_target_and_variable_of_make_stands_in_the_manual() -> None:
    """Whoever never looks into the Makefile knows what it can do."""
    makefile = read(ROOT / "Makefile")
    targets = {f"make {name}" for name in re.findall(r"^([a-z]+):.*?## ", makefile, re.M)}
    variables = set(re.findall(r"^([A-Z]+) \?=", makefile, re.M))
    text = sections(read(MANUAL / "commands.md"))["make"]
    assert targets == {name for name in named(text) if re.fullmatch("make [a-z]+", name)}
    assert variables <= first_words(text)


def test_every_setting_stands_in_the_manual() -> None:
    """Settings of the site, of its licence and of the engine's plugin."""
    parts = sections(read(MANUAL / "settings.md"))
    engine = named(parts["建站：`mkdocs.yml`"])
    assert read(ROOT / "mkdocs.yml") in read(MANUAL / "settings.md").partition("### 自带的 mkdocs.yml\n")[2]
    assert {*OPTIONAL} <= engine
    site = set().union(*(named(text) for title, text in parts.items() if "mkdocs" not in title))
    assert {name for name, _ in LedgerConfig._schema} <= engine
    assert {*SITE_TITLES, *LICENCE_TITLES, *OFFICE_TITLES} <= site


@pytest.mark.parametrize("code", WORDS)
def test_every_finding_stands_in_the_manual(code: str) -> None:
    """A row for each finding: the words as the program prints them, what to do, and the code."""
    words = re.sub(r"\{\w+\}", "…", WORDS[code][0])
    rows = [
        line.strip("|").split(" | ")
        for line in read(MANUAL / "findings.md").splitlines()
        if line.endswith(f"| `{code}` |")
    ]
    assert [row[0].strip() for row in rows] == [words]
    assert rows[0][1].strip()


def test_every_reason_to_stop_stands_in_the_manual() -> None:
    """What a command prints when it cannot go on, as the program prints it, with what to do."""
    source = "\n".join(
        read(path) for folder in ("cli", "publish") for path in (ROOT / "generator" / folder).glob("*.py")
    )
    names = set(re.findall(r"(?:print_error|BuildStopped)\(\s*command_words\.([A-Z_]+)\b", source))
    said = (getattr(command_words, name) for name in names | SAID_ELSEWHERE)
    sentences = chain.from_iterable(words.values() if isinstance(words, dict) else [words] for words in said)
    words = {re.sub(r"\{[\w:.]+\}", "…", sentence) for sentence in sentences}
    rows = [line.strip("|").split(" | ") for line in read(MANUAL / "findings.md").splitlines() if line.startswith("| ")]
    assert words - {row[0].strip() for row in rows if len(row) > 1 and row[1].strip(" |")} == set()


def test_the_manual_has_no_finding_that_is_gone() -> None:
    """What stands in the tables of findings can happen."""
    assert set(re.findall(r"\| `([a-z-]+)` \|$", read(MANUAL / "findings.md"), re.M)) == set(WORDS)


@pytest.mark.parametrize("spec", CONTRACT.tables.values(), ids=lambda spec: spec.name)
def test_every_column_and_word_of_a_table_stands_in_the_manual(spec: TableSpec) -> None:
    """Each table of the contract has a section with all its columns, and the words from which one is chosen."""
    parts = sections(read(MANUAL / "ledger.md"))
    own = [text for title, text in parts.items() if f"`{spec.name}`" in title]
    if not own:  # tables of links are explained with the records that hold them
        own = [text for text in parts.values() if f"`{spec.name}`" in text]
    text = "\n".join(own)
    common = named(parts["先说几样通用的"]) if "`source`" in text else set()
    assert set(spec.columns) - named(text) - common == set()
    assert [word for field in spec.fields for word in field.enum if word not in text] == []


# -- all papers


@pytest.mark.parametrize("paper", PAPERS, ids=NAMES)
def test_links_of_papers_lead_somewhere(paper: Path) -> None:
    """Files are there, and so are the headings that are linked to."""
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```|`[^`\n]*`", "", read(paper), flags=re.S)):
        if re.match(r"https?://|mailto:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        file = (paper.parent / path).resolve() if path else paper
        assert file.exists(), target
        assert not anchor or anchor in {slug(title) for title in sections(read(file))}, target


def slug(title: str) -> str:
    """The anchor of a heading, as the usual viewers of Markdown make it."""
    return re.sub(r"[^\w -]", "", title.lower().strip()).replace(" ", "-")


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the official texts are not beside the project")
@pytest.mark.parametrize("paper", PAPERS, ids=NAMES)
def test_no_official_sentence_stands_in_a_paper(paper: Path) -> None:
    """Papers are in our own words."""
    text = re.sub(r"\s", "", read(paper))
    official = "\n".join(re.sub(r"\s", "", read(file)) for file in SOURCES.glob("*.txt"))
    pieces = (text[at : at + SHORTEST_SENTENCE] for at in range(len(text) - SHORTEST_SENTENCE + 1))
    assert [piece for piece in pieces if re.search("[\u4e00-\u9fff]", piece) and piece in official] == []


@pytest.mark.parametrize(("name", "limit"), [("README.md", 4096), ("CONTRIBUTING.md", 8192)])
def test_what_is_read_first_is_short(name: str, limit: int) -> None:
    """Nobody reads a long page before beginning."""
    assert (ROOT / name).stat().st_size <= limit


def test_the_readme_shows_the_site_and_its_two_commands() -> None:
    """What it looks like, what to type, and where to go on."""
    text = read(ROOT / "README.md")
    assert "](manual/images/home.png)" in text
    assert {"make site", "make test"} <= set(re.findall(r"^(make \w+)", text, re.M))
    assert {"manual/README.md", "CONTRIBUTING.md"} <= set(re.findall(r"\]\(([^)]+)\)", text))


# -- how to make each kind of change

RECIPES = {"加一列": 4, "加一条规则": 2, "加一种页面": 3, "改一条状态规则": 2, "加一种下载格式": 2, "换引擎": 2}
"""Kind of change → how many files of the program it may touch; tests and papers aside."""
PATH = re.compile(
    r"(?:\.ci|deploy|docs|generator|maintaining|manual|tests)/[\w./-]+|[\w-]+\.lock|datapackage\.json|pyproject\.toml|[A-Z]+\.md"
)


@pytest.mark.parametrize("paper", PAPERS, ids=NAMES)
def test_paths_in_papers_are_there(paper: Path) -> None:
    """Whoever follows a paper finds the file."""
    paths = [name for name in named(read(paper)) if PATH.fullmatch(name)]
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_change_touches_few_files(recipe: str) -> None:
    """Each numbered step of a recipe is one file, and there are few."""
    text = sections(read(ROOT / "CONTRIBUTING.md"))[recipe]
    steps = re.findall(r"^\d+\. .*", text, re.M)
    assert 0 < len(steps) <= RECIPES[recipe]
    assert all(
        any(name.startswith(("generator/", "datapackage.json", "pyproject.toml")) for name in named(step))
        for step in steps
    )
