"""Faults of texts: numbers of persons, characters that nobody sees, names that clash, broken YAML."""

from __future__ import annotations

from tests.faults.places import (
    ACKNOWLEDGED,
    ANSWERS,
    DEPARTMENTS,
    DISCLOSURE,
    DOCUMENTS,
    EXCLUSIONS,
    FEEDBACK,
    FIVE_SECTIONS,
    FIVE_TASKS,
    PLANS,
    PROJECTS,
    REMARKS,
    ROUNDS,
    SITE,
    TASK_REMARKS,
    TOWNS,
    YEAR_SECTIONS,
)
from tests.helpers.faults import Fault, fault, plan
from tests.helpers.ledger import Edit

MOBILE, IDENTITY, BANK, MAIL = "13812345678", "11010519491231002X", "6222021234567890128", "zhangsan@mail.example"


def at_end(name: str, words: str) -> Edit:
    """More words at the end of a file."""
    return (name, plan().get(name, "") + words)


def broken(words: str, name: str = "sections/more.yml") -> Edit:
    """A file of its own."""
    return (name, words)


PERSONS: dict[str, Fault] = {
    "a mobile phone in a summary": fault(
        "personal", (FIVE_TASKS, "summary: 建园区", f"summary: «建园区，联系{MOBILE}")
    ),
    "with blanks": fault("personal", (FIVE_TASKS, "summary: 建园区", "summary: «联系 138 1234 5678")),
    "with hyphens": fault("personal", (DISCLOSURE, "note: 已更正", "note: «已更正，138-1234-5678")),
    "in full width": fault(
        "feedback-personal", (FEEDBACK, "answer: 按当年价格", "answer: «按当年价格，１３８１２３４５６７８")
    ),
    "with the code of the country": fault("personal", (REMARKS, "answer: 不含", "answer: «不含，+86 13812345678")),
    "with dots": fault("personal", (FIVE_TASKS, "summary: 建园区", "summary: «138.1234.5678")),
    "in two parts": fault("personal", (FIVE_TASKS, "summary: 建园区", "summary: «1381234 5678")),
    "with brackets": fault("personal", (FIVE_TASKS, "summary: 建园区", "summary: «（138）12345678")),
    "in Chinese numerals": fault("personal", (FIVE_TASKS, "summary: 建园区", "summary: «一三八一二三四五六七八")),
    "a mail that hides its sign": fault(
        "personal", (FIVE_TASKS, "summary: 建园区", "summary: «zhangsan(at)mail.example")
    ),
    "a mail with blanks": fault("personal", (FIVE_TASKS, "summary: 建园区", "summary: «zhangsan @ mail.example")),
    "a row of numerals": fault("", (FIVE_TASKS, "summary: 建园区", "summary: 第一三四五六七八九一二三四章")),
    "shares with a stroke": fault("", (FIVE_TASKS, "summary: 建园区", "summary: 比例 150/2000/3000")),
    "a figure with four decimals": fault("", (FIVE_TASKS, "summary: 建园区", "summary: 138.1234 亩")),
    "a short line": fault("", (FIVE_TASKS, "summary: 建园区", "summary: 电话12345、400-810-1234")),
    "an identity card": fault("personal", (TASK_REMARKS, "answer: 已核对", f"answer: «已核对{IDENTITY}")),
    "an identity card with a small x": fault("personal", (PROJECTS, "note: 一期", f"note: «一期 {IDENTITY.lower()}")),
    "an address of mail": fault("personal", (DISCLOSURE, "evidence: 统计月报", f"evidence: «{MAIL}")),
    "a bank card": fault("personal", (DISCLOSURE, "conclusion: 总体良好", f"conclusion: «总体良好 {BANK}")),
    "a bank card in groups": fault("personal", (ACKNOWLEDGED, "reason: 原文如此", "reason: «6222 0212 3456 7890 128")),
    "in a comment": fault("personal", at_end(ROUNDS, f"# «王某 {MOBILE}\n")),
    "a mail in a comment": fault("personal", at_end(ANSWERS, f"# «{MAIL}\n")),
    "in a comment behind a value": fault("personal", (PLANS, "end_year: 2018\n", f"end_year: 2018  # «{IDENTITY}\n")),
    "in the note of an excluded number": fault(
        "personal", (EXCLUSIONS, "reason: 日期", f"reason: 日期, note: «{MOBILE}")
    ),
    "in the name of a section": fault("personal", (YEAR_SECTIONS, "title: 年度任务", f"title: «年度任务{MOBILE}")),
    "in settings": fault("personal", (SITE, "notice: 示例站", f"notice: «示例站 {MOBILE}")),
    "a mail in a description": fault("personal", (SITE, "description: 云澜区", f"description: «{MAIL} 云澜区")),
    "a mobile phone as contact": fault("personal", at_end(SITE, f"contact: «{MOBILE}\n")),
    "a mobile phone as the line of a unit": fault(
        "phone-mobile", (DEPARTMENTS, "phone: 022-12345678", f"phone: «{MOBILE}")
    ),
    "a mobile phone with the code of the country as the line of a unit": fault(
        "phone-mobile", (DEPARTMENTS, "phone: 022-12345678", f"phone: «86{MOBILE}")
    ),
    "in an alias": fault("personal", (TOWNS, "aliases: 各镇", f"aliases: «各镇、{MAIL}")),
}
HARMLESS: dict[str, Fault] = {
    "a credit code": fault(
        "", (DEPARTMENTS, "note: 2018年组建", "note: 统一社会信用代码91120111MA05XXXX1Q、12120111401401401X")
    ),
    "an index number": fault(
        "", (DOCUMENTS, "index_number: 11120111000184016K/2016-00007", "index_number: 000020200201802138")
    ),
    "an office's line": fault("", (DEPARTMENTS, "phone: 022-12345678", "phone: 022-12345678-801")),
    "the office's mail": fault(
        "", at_end(SITE, "contact: 政府办 xxgk@office.example\nfeedback: mailto:xxgk@office.example\n")
    ),
    "a figure of eleven digits": fault(
        "",
        (PROJECTS, "total_investment: 3.20", "total_investment: 13812345678"),
        (DISCLOSURE, "note: 已更正", "note: 合13812345678元，共13812345678901个"),
    ),
    "a number of a document": fault(
        "", (DISCLOSURE, "evidence: 统计月报", "evidence: 云政办发〔2018〕13号第138、1234、5678条")
    ),
}
"""What only looks like the number of a person."""

HIDDEN: dict[str, Fault] = {
    "a sign of replacement": fault("invisible", (FIVE_TASKS, "title: 建设园区", "title: «建设\ufffd园区")),
    "a variation selector": fault("invisible", (FIVE_TASKS, "title: 建设园区", "title: «建设\ufe0f园区")),
    "a selector of ideographs": fault("invisible", (FIVE_TASKS, "title: 建设园区", "title: «建设\U000e0101园区")),
    "a filler of Hangul": fault("invisible", (DISCLOSURE, "conclusion: 总体良好", "conclusion: «总体\u3164良好")),
    "a blank of Braille": fault("invisible", (DISCLOSURE, "conclusion: 总体良好", "conclusion: «总体\u2800良好")),
    "stacked marks": fault(
        "invisible", (DISCLOSURE, "summary: 产业继续扩大", "summary: «产\u0301\u0302\u0303业继续扩大")
    ),
    "a ring around": fault("invisible", (DISCLOSURE, "summary: 产业继续扩大", "summary: «产\u20dd业继续扩大")),
    "a joiner of graphemes": fault("invisible", (PROJECTS, "name: 园区环路", "name: «园\u034f区环路")),
    "text from right to left": fault("invisible", (DEPARTMENTS, "note: 2018年组建", "note: «2018年\u202e组建")),
    "an isolate": fault("invisible", (TASK_REMARKS, "answer: 已核对", "answer: «已\u2066核对")),
    "a tag": fault("invisible", (TASK_REMARKS, "answer: 已核对", "answer: «已\U000e0041核对")),
    "a private character": fault("invisible", (REMARKS, "answer: 不含", "answer: «不\ue123含")),
    "a byte order mark inside": fault("invisible", (FEEDBACK, "answer: 按当年价格", "answer: «按\ufeff当年价格")),
    "a mark of Thai on a sign": fault("hidden", (FIVE_TASKS, "title: 建设园区", "title: «建设\u0e47\u0e47园区")),
    "a mark of Arabic on a digit": fault("hidden", (FEEDBACK, "answer: 按当年价格", "answer: «按5\u064b元价格")),
    "a mark of Devanagari": fault("hidden", (DISCLOSURE, "conclusion: 总体良好", "conclusion: «总体\u093f良好")),
    "marks of Tibetan on its letters": fault("", (DEPARTMENTS, "note: 2018年组建", "note: 藏文名称 བོད་ལྗོངས།")),
    "marks of Uighur on its letters": fault("", (DEPARTMENTS, "note: 2018年组建", "note: 维吾尔文名称 شىنجاڭ")),
    "an escaped selector": fault("invisible", (FEEDBACK, "answer: 按当年价格", 'answer: «"按\\uFE0F当年价格"')),
    "in a comment": fault("hidden", at_end(ROUNDS, "# «看\u202e不见\n")),
    "in keywords": fault("hidden", (SITE, "keywords: [规划, 台账]", "keywords: [«规\u202e划, 台账]")),
    "in a key": fault("hidden unknown-key", (DOCUMENTS, "topic: 规划", "««to\u200bpic: 规划")),
    "escaped in keywords": fault("site-value", (SITE, "keywords: [规划, 台账]", '«keywords: ["规\\u202E划", 台账]')),
    "escaped in a notice": fault("site-value", (SITE, "notice: 示例站", '«notice: "示例\\uFFFD站"')),
    "in a note of an excluded number": fault("hidden", (EXCLUSIONS, "reason: 日期", "reason: 日期, note: «x\ufffdx")),
    "a letter of another alphabet": fault("look-alike", (DEPARTMENTS, "note: 2018年组建", "note: «2018年Т组建")),
    "a radical": fault("look-alike", (DISCLOSURE, "evidence: 统计月报", "evidence: «统计⽉报")),
    "a blank at the end": fault("blank", (DISCLOSURE, "evidence: 统计月报", "evidence: «'统计月报 '")),
}

BROKEN: dict[str, Fault] = {
    "what git leaves of two edits": fault(
        "yaml-syntax", broken("- id: x\n«<<<<<<< HEAD\n  title: 甲\n=======\n  title: 乙\n>>>>>>> o\n")
    ),
    "a tab": fault("yaml-syntax", broken("- id: x\n«\ttitle: 甲\n")),
    "an open quote": fault("yaml-syntax", broken('- id: x\n  title: «"甲\n')),
    "an open bracket": fault("yaml-syntax", broken("- id: x\n  sections: [\n«")),
    "a key without a colon": fault("yaml-syntax", broken("- id: x\n  «title 甲\n  number: 一\n")),
    "two values in a line": fault("yaml-syntax", broken("- id: x\n  title: 甲«: 乙: 丙\n")),
    "wrong indentation": fault("yaml-syntax", broken("- id: x\n   title«: 甲\n  number: 一\n")),
    "a key twice": fault("yaml-duplicate", (FIVE_SECTIONS, "  title: 主要目标\n", "  title: 主要目标\n  «title: 另\n")),
    "an anchor": fault("yaml-anchor", (DISCLOSURE, "evidence: 统计月报", "evidence: «&a 统计月报")),
    "aliases of aliases": fault(
        "yaml-anchor not-a-text@feedback.yml:8 yaml-alias",
        at_end(
            FEEDBACK,
            "- {id: x, asked_on: 2018-01-01, question: «&a [甲, 乙]}\n- {id: y, asked_on: 2018-01-01, question: «*a}\n",
        ),
    ),
    "a type": fault("yaml-tag", (DISCLOSURE, "evidence: 统计月报", "evidence: «!!str 统计月报")),
    "a Python object": fault("yaml-tag", (DISCLOSURE, "evidence: 统计月报", "evidence: «!!python/name:os.system 甲")),
    "a null": fault("yaml-null", (DISCLOSURE, "evidence: 统计月报", "evidence: «~")),
    "a second document": fault("yaml-document", at_end(FEEDBACK, "«---\n- id: x\n")),
    "very deep": fault("yaml-depth", broken("- id: x\n  title: 甲\n  sections: «" + "[" * 20 + "]" * 20 + "\n")),
    "a NUL": fault("yaml-character", broken("- id: x\n  title: «甲\0\n")),
    "another control": fault("yaml-character", broken("- id: x\n  title: «甲\x07\n")),
    "a separator of lines": fault("yaml-character", broken("- id: x\n  title: «甲\u2028乙\n")),
    "GBK": fault("file-encoding", broken("- id: x\n«  title: \udcbc\udcd7\n")),
    "half a character": fault("file-encoding", broken("«- id: x\udce4\udcb8\n")),
    "a colon in full width": fault("colon", at_end(FEEDBACK, "- «id：x\n")),
    "no record": fault("not-a-record", at_end(FEEDBACK, "- «一句话\n")),
    "no list": fault("not-a-list", broken("«id: x\ntitle: 甲\n", "organizations/more.yml")),
    "a list for a text": fault("not-a-text", (DISCLOSURE, "evidence: 统计月报", "evidence: «[统计月报]")),
    "a text for a list": fault("not-a-name-list", (PROJECTS, "places: [听雨镇]", "places: «听雨镇")),
    "a key that nobody knows": fault("unknown-key", (PROJECTS, "  note: 一期\n", "  note: 一期\n  «颜色: 红\n")),
    "a file in a wrong place": fault("file-unknown", broken("«[]\n", "more.yml")),
    "a file of a wrong kind": fault("file-suffix", broken("«PK", "tasks/five/02.xlsx")),
    "a file of no plan": fault("path-unknown", broken("«[]\n", "tasks/sixth/01.yml")),
    "an empty list": fault("", broken("[]\n", "organizations/more.yml")),
    "nothing": fault("", broken("", "tasks/five/02.yml")),
    "a byte order mark": fault("", (FEEDBACK, "\ufeff" + plan()[FEEDBACK])),
    "lines of Windows": fault("", (FEEDBACK, plan()[FEEDBACK].replace("\n", "\r\n"))),
}

FAULTS: dict[str, Fault] = {
    **{
        f"{kind}: {name}": one
        for kind, group in (("person", PERSONS), ("harmless", HARMLESS), ("hidden", HIDDEN), ("broken", BROKEN))
        for name, one in group.items()
    }
}
"""Name of a case → the case."""
