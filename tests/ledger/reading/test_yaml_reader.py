"""The reader: every scalar is text with its place, and what YAML would do in silence is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.language.findings import yaml_words
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.ledger.reading.yaml_reader import MAX_DEPTH, read_text
from tests.helpers.ledger import Case, case, params, run

Plain = str | list["Plain"] | dict[str, "Plain"]
"""A tree as the ledger may hold it."""

DEPARTMENTS = "organizations/departments.yml"

CASES: dict[str, Case] = {
    "yaml-character": case(
        ("plans.yml", "title: 云澜区五年规划", "title: 云澜区«\x07五年规划"),
        expect="{0}: 含有 YAML 不允许的字符 U+0007。请删去这个字符。",
        level="read",
    ),
    "yaml-syntax": case(
        ("sections/more.yml", "- id: a\n  title: «@b\n"),
        expect="{0}: YAML 写法有误：值以特殊字符开头，应当加引号。请对照上下几行的缩进、冒号和引号改正。",
        level="read",
    ),
    "yaml-depth": case(
        ("sections/more.yml", "[" * 12 + "«" + "[" * 49_988),
        expect="{0}: 嵌套超过 12 层。请检查是否多写了括号或缩进。",
    ),
    "yaml-document": case(
        ("documents.yml", "validity: 未标注\n", "validity: 未标注\n«---\n- id: more\n"),
        expect="{0}: 一个文件里有不止一份 YAML(出现第二个 ---)。请删去 ---,或拆成两个文件。",
        level="rules",
    ),
    "yaml-key": case(
        ("plans.yml", "  title: 云澜区五年规划\n", "  title: 云澜区五年规划\n  «[kind]: 五年规划\n"),
        expect="{0}: 键只能是一个词，这里是列表或映射。请改为“键: 值”。",
        level="rules",
    ),
    "yaml-duplicate": case(
        ("plans.yml", "  title: 云澜区五年规划\n", "  title: 云澜区五年规划\n  «title: 又一个名称\n"),
        expect="{0}: 键“title”重复，第 2 行已经写过。请只留一个。",
        level="rules",
    ),
    "yaml-comma": case(
        ("plans.yml", "- id: five\n", "- {id: one, title: 1,«200个, kind: 五年规划}\n- id: five\n"),
        expect="{0}: “200个”后面没有冒号：多半是前面的逗号把一个值断成了两截。"
        "请给整个值加上引号，例如 '1,200个'；是漏了冒号的，补上。",
        level="read",
    ),
    "yaml-anchor": case(
        ("plans.yml", "kind: 五年规划", "kind: «&kind 五年规划"),
        expect="{0}: 不使用锚点 &kind。请删去 &kind，把内容各自写全。",
        level="rules",
    ),
    "yaml-alias": case(
        ("documents.yml", "doc_number: 云政办发〔2016〕7号", "doc_number: «&number 云政办发〔2016〕7号"),
        ("documents.yml", "  validity: 未标注\n", "  validity: 未标注\n  doc_number: «*number\n"),
        expect=(
            "{0}: 不使用锚点 &number。请删去 &number，把内容各自写全。",
            "{1}: 不使用引用 *number。请把引用的内容写全。",
        ),
    ),
    "yaml-alias/required": case(
        ("documents.yml", "validity: 有效", "validity: «&state 有效"),
        ("documents.yml", "validity: 未标注", "validity: «*state"),
        expect=(
            "{0}: 不使用锚点 &state。请删去 &state，把内容各自写全。",
            "{1}: 不使用引用 *state。请把引用的内容写全。",
        ),
    ),
    "yaml-tag": case(
        ("plans.yml", "kind: 五年规划", "kind: «!word 五年规划"),
        expect="{0}: 不使用类型标记 !word。请删去标记，值一律按文字书写。",
        level="rules",
    ),
    "yaml-tag/as-written": case(
        ("plans.yml", "start_year: 2016", "start_year: «!!int 2016"),
        expect="{0}: 不使用类型标记 !!int。请删去标记，值一律按文字书写。",
        level="read",
    ),
    "yaml-null": case(
        ("documents.yml", "doc_number: 云政办发〔2016〕7号", "doc_number: «~"),
        expect="{0}: “~”不表示空。请没有值就让冒号后面空着。",
    ),
    "yaml-null/alone": case(
        ("tasks/five/01-industry.yml", "start_year: 2016", "start_year: «null"),
        expect="{0}: “null”不表示空。请没有值就让冒号后面空着。",
    ),
}
"""Rule → a case of it, in the whole ledger where it says no other level."""


@pytest.mark.parametrize("value", params(CASES))
def test_finding(value: Case, tmp_path: Path) -> None:
    """A fault in a file gives one finding with its exact words, file and line, and none that only follows."""
    found, expected = run(tmp_path, value)
    assert found == expected


def texts(text: str) -> tuple[Node | None, list[str]]:
    """Root and findings of a text in the file ``f.yml``."""
    root, findings = read_text(text, "f.yml")
    return root, [str(f) for f in findings]


def plain(node: Node) -> Plain:
    """A node without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node]
    return {key: plain(value) for key, value in node.values.items()}


def depth(tree: Plain) -> int:
    """How deep a tree is; a text alone is one deep."""
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return 1 + max((depth(t) for t in inner), default=0)


def marks(node: Node) -> Iterator[tuple[str, Mark]]:
    """Every text of a tree, key or value, with its place."""
    if isinstance(node, Scalar):
        yield node.text, node.mark
    elif isinstance(node, Sequence):
        for item in node:
            yield from marks(item)
    else:
        for key, value in node.values.items():
            yield key, node.key_mark(key)
            yield from marks(value)


SYNTAX = {
    "two pairs in a line": ("a: b: c\n", "1:5", "一行里有两个“键: 值”，或上一行的缩进不对"),
    "too deep": ("a: x\n  b: y\n", "2:4", "一行里有两个“键: 值”，或上一行的缩进不对"),
    "open bracket at the end": ("a: [b", "1:4", "方括号或花括号里缺少逗号，或没有配对"),
    "no comma": ("a: {b: c d: e}\n", "1:11", "方括号或花括号里缺少逗号，或没有配对"),
    "keys not aligned": ("a:\n  b: 1\n c: 2\n", "3:2", "缩进与同一层的键没有对齐"),
    "list not aligned": ("- a\nb: 1\n", "2:1", "列表的“- ”没有对齐"),
    "special character": ("a: `b`\n", "1:4", "值以特殊字符开头，应当加引号"),
    "escape": ('a: "\\q"\n', "1:5", "双引号里的反斜杠写法不对，改用单引号"),
    "list behind a key": ("a: - b\n", "1:4", "“- ”不能写在这里，应当另起一行"),
    "tag handle": ("a: !x!y z\n", "1:4", "不使用类型标记"),
    "ampersand": ("a: & b\n", "1:5", "& 和 * 不能用在值的开头，应当加引号"),
    "asterisk": ("a: * b\n", "1:5", "& 和 * 不能用在值的开头，应当加引号"),
    "more behind the end": ("{a: b}\nc\n", "2:1", "缩进不对，或多出了内容"),
    "not known": ("%YAML 2.0\n---\na: 1\n", "1:1", "这一处不合 YAML 语法"),
}
"""Kind of mistake → text, line and column of the finding, what it says."""

MISPLACED = {
    "no colon": ("a: 1\nb\nc: 2\n", "2:1", "键后面缺少半角冒号"),
    "full-width colon": ("- id: a\n  title：甲\n  kind: x\n", "2:3", "键后面缺少半角冒号"),
    "no blank behind the colon": ("- id: a\n  title:甲\n  kind: x\n", "2:3", "键后面缺少半角冒号"),
    "open double quote": ('a: "b\nc: d\ne: f\n', "1:4", "引号或括号没有配对"),
    "open single quote": ("a: 'b\nc: d\n", "1:4", "引号或括号没有配对"),
    "open bracket": ("a: [b, c\nd: e\n", "1:4", "方括号或花括号里缺少逗号，或没有配对"),
}
"""As above; libyaml tells where it gave up, and in its context mark where the mistake is."""

TABS = {
    "tab before a nested key": ("a:\n\tb: 1\n", "2:1"),
    "tab before the first key": ("\ta: 1\n", "1:1"),
    "tab behind a dash": ("-\ta: 1\n  b: 2\n", "1:2"),
}


@pytest.mark.parametrize(("text", "place", "reason"), SYNTAX.values(), ids=SYNTAX.keys())
def test_syntax(text: str, place: str, reason: str) -> None:
    """A mistake of syntax is told in Chinese with its place, and nothing of the file is read."""
    words = f"f.yml:{place}: YAML 写法有误：{reason}。请对照上下几行的缩进、冒号和引号改正。"
    assert texts(text) == (None, [words])


@pytest.mark.parametrize(("text", "place", "reason"), MISPLACED.values(), ids=MISPLACED.keys())
def test_syntax_reason(text: str, place: str, reason: str) -> None:
    """The reason is right for mistakes that libyaml notices further down, whatever the line."""
    root, (finding,) = texts(text)
    assert root is None
    assert finding.endswith(f": YAML 写法有误：{reason}。请对照上下几行的缩进、冒号和引号改正。"), place


@pytest.mark.parametrize(("text", "place", "reason"), MISPLACED.values(), ids=MISPLACED.keys())
def test_syntax_place(text: str, place: str, reason: str) -> None:
    """A mistake that libyaml notices further down is told where it was made."""
    _, (finding,) = texts(text)
    assert finding.startswith(f"f.yml:{place}: "), reason


@pytest.mark.parametrize(("text", "place"), TABS.values(), ids=TABS.keys())
def test_tab(text: str, place: str) -> None:
    """A tab that indents is named as such."""
    words = "YAML 写法有误：缩进用了制表符，应当用空格。请对照上下几行的缩进、冒号和引号改正。"
    assert texts(text) == (None, [f"f.yml:{place}: {words}"])


def test_every_reason_is_covered() -> None:
    """Each reason in the vocabulary is asserted above, so that none is there in vain."""
    covered = {reason for _, _, reason in (*SYNTAX.values(), *MISPLACED.values())}
    assert covered - {yaml_words.YAML_TAB} == {*yaml_words.YAML_PROBLEMS.values(), yaml_words.YAML_PROBLEM}


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("a: 1\nb: x\x07y\n", "2:5", "U+0007"),
        ("\x00", "1:1", "U+0000"),
        ("- 云\n- 澜 \x7f", "2:5", "U+007F"),
        ("a: \x80\n", "1:4", "U+0080"),
        ("a: \ufffe\n", "1:4", "U+FFFE"),
    ],
)
def test_character(text: str, place: str, code: str) -> None:
    """A character that YAML forbids is told by its number, at its place counted in characters."""
    assert texts(text) == (None, [f"f.yml:{place}: 含有 YAML 不允许的字符 {code}。请删去这个字符。"])


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85"])
def test_line_separators(char: str) -> None:
    """A separator that no editor shows as a line break does not shift the lines of what stands below."""
    root, _ = texts(f'a: "x{char}y"\nb: 1\n')
    assert root is None or dict(marks(root))["b"] == Mark("f.yml", 2, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
        ("\ufeffa: 1\n", {"a": "1"}),
        ("a:\t1\n", {"a": "1"}),
        ("---\na: 1\n", {"a": "1"}),
        ("a: 1\n...\n", {"a": "1"}),
        ("%YAML 1.1\n---\na: 1\n", {"a": "1"}),
        ("a:\nb: ''\n", {"a": "", "b": ""}),
        (
            "a: no\nb: 010\nc: 12:30\nd: 5.50\ne: 0x1F\n",
            {"a": "no", "b": "010", "c": "12:30", "d": "5.50", "e": "0x1F"},
        ),
        ("a: 2018-01-18\nb: yes\nc: 1_000\nd: .inf\n", {"a": "2018-01-18", "b": "yes", "c": "1_000", "d": ".inf"}),
        ("a: '~'\nb: \"null\"\nc: nUll\n", {"a": "~", "b": "null", "c": "nUll"}),
        ("a: x #y\nb: x#y\n", {"a": "x", "b": "x#y"}),
        ("a: 一\n  二\n", {"a": "一 二"}),
        ("a: |\n  一\n  二\n", {"a": "一\n二\n"}),
        ("? a\n: 1\n", {"a": "1"}),
        ("- 云：澜\n- [甲，乙]\n", ["云：澜", ["甲，乙"]]),
        ("a: ≥\nb: '>'\nc: =\n", {"a": "≥", "b": ">", "c": "="}),
        ("[]", []),
        ("{}", {}),
        ("'<<': x", {"<<": "x"}),
    ],
)
def test_accepted(text: str, expected: Plain) -> None:
    """What is no fault is read as the text that stands there, without a finding."""
    root, findings = texts(text)
    assert not findings
    assert root is not None
    assert plain(root) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有说明\n", "\ufeff", "  \n# x"])
def test_empty(text: str) -> None:
    """A file without content is an empty text at its beginning, and that is no fault of syntax."""
    root, findings = texts(text)
    assert findings == []
    assert isinstance(root, Scalar)
    assert (root.text, root.mark) == ("", Mark("f.yml"))


def test_what_can_be_read_is_read() -> None:
    """A duplicate, an anchor, a tag, an alias and a second document are told at once, and the rest is read."""
    root, findings = texts("a: &x 1\nb: !t 2\nc: *x\na: 3\n---\nd: 4\n")
    assert root is not None
    assert plain(root) == {"a": "1", "b": "2", "c": ""}
    assert findings == [
        "f.yml:1:4: 不使用锚点 &x。请删去 &x，把内容各自写全。",
        "f.yml:2:4: 不使用类型标记 !t。请删去标记，值一律按文字书写。",
        "f.yml:3:4: 不使用引用 *x。请把引用的内容写全。",
        "f.yml:4:1: 键“a”重复，第 1 行已经写过。请只留一个。",
        "f.yml:5:1: 一个文件里有不止一份 YAML(出现第二个 ---)。请删去 ---,或拆成两个文件。",
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("- a: 1\n  a: 2\n  a: 3\n", ["2:3: 键“a”重复，第 1 行", "3:3: 键“a”重复，第 1 行"]),
        ("{a: {b: 1, 'b': 2}}", ["1:12: 键“b”重复，第 1 行"]),
        ("- a: 1\n- a: 1\n", []),
        ("a: {a: 1}\n", []),
        ("a: 1\nA: 1\n'a ': 1\n", []),
    ],
)
def test_duplicates(text: str, places: list[str]) -> None:
    """A key is given twice only within one mapping, and the first is named."""
    assert texts(text)[1] == [f"f.yml:{place}已经写过。请只留一个。" for place in places]


@pytest.mark.parametrize(
    "text", ["? [a]\n: b\n", "? {a: b}\n: c\n", "{[a]: b}", "{{a: b}: c}", "? - a\n: b\n"], ids=repr
)
def test_complex_keys(text: str) -> None:
    """A list or a mapping as a key is one finding, at the key."""
    _, (finding,) = texts(text)
    at = 2 if text.startswith("{") else 3
    assert finding == f"f.yml:1:{at}: 键只能是一个词，这里是列表或映射。请改为“键: 值”。"


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL"])
def test_null_words(word: str) -> None:
    """Each word that YAML would take for nothing is refused, in a mapping and in a list."""
    words = f"“{word}”不表示空。请没有值就让冒号后面空着。"
    assert texts(f"a: {word}\n")[1] == [f"f.yml:1:4: {words}"]
    assert texts(f"- {word}\n")[1] == [f"f.yml:1:3: {words}"]


DEEP = {
    "brackets": "[" * 50_000,
    "braces": "{" * 50_000,
    "both": "[{" * 25_000,
    "dashes": "- " * 50_000,
    "questions": "? " * 50_000,
    "braces with keys": "{a: " * 50_000,
    "indents": "".join(f"{' ' * level}a:\n" for level in range(2_000)),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_deep_nesting(text: str) -> None:
    """Thousands of levels are one finding and do no harm, whatever opens them."""
    root, (finding,) = texts(text)
    assert root is None
    assert finding.endswith("嵌套超过 12 层。请检查是否多写了括号或缩进。")


def test_depth_limit() -> None:
    """Twelve levels are read and thirteen are not; a text is a level."""
    root, findings = texts("[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1))
    assert not findings
    assert root is not None
    assert depth(plain(root)) == MAX_DEPTH
    assert texts("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH)[0] is None


def test_findings_before_a_refusal_are_kept() -> None:
    """What was found before the file became unreadable is told as well."""
    _, findings = texts("a: 1\na: 2\nb: `c`\n")
    assert [f.split(": ")[0] for f in findings] == ["f.yml:2:1", "f.yml:3:4"]


@pytest.mark.parametrize("sign", ["|", ">"])
def test_sign_of_a_block(sign: str) -> None:
    """A comparator that YAML takes for the beginning of a block is told to be quoted."""
    _, findings = texts(f"comparator: {sign}\nvalue: 5\n")
    reason = f"“{sign}”要加引号，否则表示下面另起一段文字"
    assert findings == [f"f.yml:1:13: YAML 写法有误：{reason}。请对照上下几行的缩进、冒号和引号改正。"]


# -- properties

YAML_LIKE = st.text(alphabet=" \n\r\t:-?[]{}&*!|>'\"%@`#,.~<=\\ab01云：，\ufeff\x85\u2028\x00\x07", max_size=60)

TREES: st.SearchStrategy[Plain] = st.recursive(
    st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


@given(st.text() | YAML_LIKE)
def test_any_text_is_read_or_told(text: str) -> None:
    """Whatever stands in a file, reading it ends in a node or a finding; only of an empty one nothing is left."""
    root, findings = read_text(text, "f.yml")
    lines = re.split(r"\r\n|[\n\r\x85\u2028\u2029]", text)
    for finding in findings:
        assert str(finding).startswith("f.yml:")
        assert 1 <= finding.mark.line <= len(lines) + 1
        assert finding.mark.column >= 1
    assert root is not None or findings
    if root is not None and plain(root) == "" and not findings and not {*text} & {*"'\"-"}:
        assert all(re.fullmatch(r"[\ufeff \t]*(#.*)?|\.\.\..*", line, re.DOTALL) for line in lines), text


@given(TREES)
def test_round_trip(tree: Plain) -> None:
    """Texts, lists and mappings that were written with quotes are read back as the same texts."""
    assume(depth(tree) <= MAX_DEPTH)
    text = yaml.safe_dump(tree, allow_unicode=True, default_style='"')
    root, findings = read_text(text, "f.yml")
    assert findings == []
    assert root is not None
    assert plain(root) == tree


NAMES = st.text(alphabet="abcxyz云澜区_-09", min_size=1, max_size=8).filter(lambda t: t[0] not in "-")


@given(st.lists(st.tuples(st.integers(0, 3), NAMES, st.integers(0, 2), NAMES), unique_by=lambda t: t[1], max_size=12))
def test_lines_of_keys(keys: list[tuple[int, str, int, str]]) -> None:
    """The line and the column of every key and value are where they stand, whatever stands between them."""
    text = ""
    for blanks, key, breaks, value in keys:
        text += "\n# 说明: x\n" * blanks + f"{key}: " + "\n" * breaks + "    " * bool(breaks) + f"{value}\n"
    root, findings = read_text(text, "f.yml")
    assert findings == []
    if not keys:
        assert root is not None
        assert plain(root) == ""
        return
    assert isinstance(root, Mapping)
    assert [*root.values] == [key for _, key, _, _ in keys]
    lines = text.split("\n")
    for word, mark in marks(root):
        assert lines[mark.line - 1][mark.column - 1 :].startswith(word)
        assert mark.file == "f.yml"
