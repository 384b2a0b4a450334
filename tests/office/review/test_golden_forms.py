"""Each kind of record as a draft: what is looked at together, the text beside it, its fields, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.ledger.contract import load_contract
from generator.office.review.decisions import Review
from generator.office.review.session import Session
from tests.conftest import ROOT
from tests.helpers.golden import compare
from tests.helpers.ledger import LEDGER, write

FIRST_KEY = re.compile("(?m)^( *)- (?=(?:id|indicator): )")
DRAFTED = ("documents", "plans", "organizations", "sections", "tasks", "indicators", "projects", "disclosures")
LINES = "".join(f"第{number:02}句写的是十三个字的话。\n" for number in range(40))
"""Text of a document, each line of 14 characters; the passages of the ledger begin and end within lines."""
MORE = {
    "tasks/five/01-industry.yml": """
# 疑点：来处不清楚（来处：原文第 3 行）
# 记着
- id: bare
  draft: true
  title: 没有来处的任务，题名正好是四十个字，比这再长一个字就要换成可以写几行的大格子了吗
  places: [听雨镇, {name: 望星镇}]
  members: {a: 1}
- id: late
  draft: true
  title: 印在后面的任务，题名有四十一个字，比四十个字多了一个字，要用可以写几行的格子来填写
  source: {locator: 一(一)-9, passage: 300-310, fingerprint: 0123456789abcdef}
- id: nameless
  draft: true
  kind: 大任务
  lead: [区发展局, {name: 各镇, scope: 本辖区, printed_role: 责任单位, post: 镇长}]
  places: [听雨镇, 望星镇]
  source: {locator: 一(一)-0, passage: 90-100, fingerprint: 0123456789abcdef}
""",
    "organizations/towns.yml": """
- id: offices
  draft: true
  name: 各办
  kind: 统称
""",
}
"""Drafts that lack much, behind those of the ledger."""


@pytest.fixture(name="review", scope="module")
def _review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """A ledger in which nobody has looked at anything."""
    folder = tmp_path_factory.mktemp("all")
    files = dict(LEDGER)
    for name, text in LEDGER.items():
        if name.partition("/")[0].removesuffix(".yml") in DRAFTED:
            files[name] = FIRST_KEY.sub(r"\1- draft: true\n\1  ", text)
    files["exclusions/doc-2018.yml"] = LEDGER["exclusions/doc-2018.yml"].replace("{number", "{draft: true, number")
    files = {name: text + MORE.get(name, "") for name, text in files.items()}
    write(folder, files)
    (folder / "sources").mkdir()
    (folder / "sources/doc-five.txt").write_text(LINES, encoding="utf-8")
    (folder / "sources/doc-2018.txt").write_text(LINES.replace("\n", ""), encoding="utf-8")
    return Review(Session(folder, load_contract(ROOT / "datapackage.json")))


def pages(review: Review) -> Iterator[str]:
    """The pages of all drafts, in their order."""
    items = review.session.state().items
    names = {record.key: f"{record.table} {record.row['id']}" for item in items for record in item.records}
    for item in items:
        page = LexborHTMLParser(review.get(f"/item/{item.main.key}", {}).content.decode())
        yield "\n".join([f"# {names[item.main.key]}", *document(page, names), *record(page)])


def document(page: LexborHTMLParser, names: dict[str, str]) -> Iterator[str]:
    """The text of the document: every marked piece, and whose it is."""
    for paragraph in page.css(".document > *"):
        pieces = [one for one in paragraph.css("[data-start]") if one.attributes.get("class")]
        told = [text_of(paragraph)] if not paragraph.css("[data-start]") else [*map(piece, pieces)]
        line = " ".join(filter(None, told))
        for key, name in names.items():
            line = line.replace(f"/item/{key}#here", name)
        if line and "草稿的条款" not in line:
            yield f"| {line}"


def piece(node: LexborNode) -> str:
    """Where words begin, how they are marked, and where they lead to."""
    here = " here" if node.attributes.get("id") == "here" else ""
    leads = f" → {node.attributes['href']}" if "href" in node.attributes else ""
    return f"[{node.attributes['data-start']}+{len(node.text())} {node.attributes['class']}{here}{leads}]"


def record(page: LexborHTMLParser) -> Iterator[str]:
    """The form: headings, what is said, each field with its value."""
    for node in page.css("#record :is(h1, .quiet, .said li, legend, summary, .field, .who__row, .reject, .hint)"):
        classes = (node.attributes.get("class") or "").split()
        if node.tag in ("h1", "summary", "legend"):
            shut = " (shut)" if node.tag == "summary" and node.parent and "open" not in node.parent.attributes else ""
            yield f"## {text_of(node)}{shut}"
        elif "field" in classes:
            label = node.css_first("label")
            lacking = " (lacking)" if "field--lacking" in classes else ""
            yield f"{text_of(label) if label else ''}{lacking}: {control(node)}"
        elif "who__row" in classes:
            chosen = node.css_first("option[selected]")
            values = [one.attributes.get("value") or "" for one in node.css("input")]
            yield " · ".join([text_of(chosen) if chosen else "", *values])
        elif "keys" not in classes and "actions__go" not in classes:
            yield text_of(node)


def control(field: LexborNode) -> str:
    """A field: its value, and how it is entered."""
    node = field.css("select, textarea, input, .fixed")[0]
    name = (node.attributes.get("name") or "").partition(".")[2].partition(".")[2]
    if node.tag == "select":
        options = ["*" * ("selected" in one.attributes) + text_of(one) for one in node.css("option")]
        return f"{name} = {' | '.join(options)}"
    if node.tag == "textarea":
        count = field.css_first(".count")
        return f"{name} = ¶ {node.text()} {text_of(count) if count else ''}".rstrip()
    listed = node.attributes.get("list") or ""
    value = node.attributes.get("value") if node.tag == "input" else f"{node.text()} (fixed)"
    return f"{name} = {value} {f'({listed})' if listed else ''}".rstrip()


def text_of(node: LexborNode) -> str:
    """Its text on one line."""
    return " ".join(node.text().split())


def test_the_form_of_each_kind_of_record(review: Review, pytestconfig: pytest.Config) -> None:
    """In the order in which they are looked at."""
    text = "\n\n".join(pages(review)) + "\n"
    compare("review/forms", text, pytestconfig.getoption("--update-golden"), "txt")
