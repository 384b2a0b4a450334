"""What a notice says of itself at its top and its end: title, number, issuer, days; and the lines that are no part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.chinese_numbers import parse
from generator.language.formatting import full_width
from generator.language.office import notice_words as words
from generator.language.official_text import normalise

FURNITURE = re.compile(words.FURNITURE)
PAGE_NUMBER = re.compile(words.PAGE_NUMBER)
LABEL = re.compile("|".join(f"(?P<m{number}>{form})" for number, form in enumerate(words.META_LABELS.values())))
META = re.compile(rf"(?:^|(?<=[\s|]))[\[【]?(?:{LABEL.pattern})[\]】]?\s*(?:[::]|\t|\|)\s*")
LABEL_ALONE = re.compile(rf"[\[【]?(?:{LABEL.pattern})[\]】]?\s*[::]?")
NUMBER = re.compile(words.NUMBER)
NUMBER_LINE = re.compile(f"^(?:{words.NUMBER})(?:{words.APPROVED_BY})?$")
TITLE_ENDS = re.compile(f"{words.TITLE_ENDS}$")
ISSUER = re.compile(words.ISSUER)
ADDRESSEES = re.compile(words.ADDRESSEES)
DAY = re.compile(words.DAY)
LAST_DAY = re.compile(f"{words.DAY}$")
WHOLE_TITLE = re.compile(words.WHOLE_TITLE)
NO_TITLE = re.compile(words.NO_TITLE)
REMARK = re.compile(r"\([^()]{0,20}\)$")
SIGNATURE = re.compile(f"(?:^|(?<=[。!])){words.ISSUER.removeprefix('^')}")
"""Who signed, in the line of the day."""
HEAD_LINES = 40
BOLD = "**"
"""Stands around bold words where a page was copied as plain text."""
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Head:
    """A document as it presents itself; what it does not say is empty."""

    title: str = ""
    issuer: str = ""
    doc_number: str = ""
    index_number: str = ""
    topic: str = ""
    published_on: str = ""
    signed_on: str = ""
    validity: str = ""
    disclosure: str = ""
    body: int = 0
    """The line with which the words behind the title begin."""


def without_furniture(text: str) -> str:
    """A text without the lines that a web page puts around it, and without the numbers of pages."""
    lines = text.replace(BOLD, "").splitlines()
    last = len(lines) - words.TAIL_LINES
    plain = (
        line
        for number, line in enumerate(lines)
        if not PAGE_NUMBER.search(_plain(line))
        and (words.TOP_LINES <= number < last or not FURNITURE.search(_plain(line)) or _is_meta(line))
    )
    return "\n".join(plain).strip("\n") + "\n"


def _plain(line: str) -> str:
    """A line in normal form, its blanks kept."""
    return " ".join(normalise(part) for part in line.split())


def _is_meta(line: str) -> bool:
    """Whether a line tells of the document itself, beside other things perhaps."""
    return any(column for column, _ in labelled_values(line))


def read_head(text: str) -> Head:
    """What a text, without furniture, says of itself."""
    lines = text.splitlines()
    told: dict[str, str] = {}
    for line in lines[:HEAD_LINES]:
        for column, value in labelled_values(line):
            told.setdefault(column, value)
    title, body = _title(lines)
    whole = full_width(told.get("title", ""))
    title = whole if len(whole) > len(title) and TITLE_ENDS.search(normalise(whole)) else title or whole
    tail = _signed(lines, body)
    number = told.get("doc_number", "")
    found = NUMBER.search(number) or next(
        (m for line in lines[: max(body, 12)] if (m := NUMBER_LINE.match(_plain(line).replace(" ", "")))), None
    )
    return Head(
        title=title,
        issuer=_issuer(title, told.get("issuer", ""), tail[1], lines),
        doc_number=NUMBER.search(found[0])[0].replace(" ", "") if found else "",  # type: ignore[index]  # it is in it
        index_number=told.get("index_number", ""),
        topic=full_width(told.get("topic", "")),
        published_on=_day(told.get("published_on", "")),
        signed_on=tail[0] or _day(told.get("signed_on", "")),
        validity=next((v for v, form in words.VALIDITIES.items() if re.fullmatch(form, told.get("validity", ""))), ""),
        disclosure=_disclosure(told, lines),
        body=body,
    )


def labelled_values(line: str) -> Iterator[tuple[str, str]]:
    """What the labels in a line say: column and value."""
    plain = re.sub(r"[ \u3000]*\t[ \u3000]*", "\t", line.strip())
    plain = "\t".join("  ".join(map(normalise, re.split(r"\s+", part))) for part in plain.split("\t"))
    labels = [*META.finditer(plain)]
    ends = [*(label.start() for label in labels[1:]), len(plain)] if labels else []
    columns = [*words.META_LABELS]
    for label, end in zip(labels, ends, strict=True):
        number = next(int(name[1:]) for name, found in label.groupdict().items() if found)
        value = plain[label.end() : end].replace("\t", " ").strip(" |")
        value = re.split(r" {2,}", value)[0] if columns[number] not in ("title",) else value.replace("  ", "")
        if value and not LABEL_ALONE.fullmatch(value):
            yield columns[number], value


def _title(lines: list[str]) -> tuple[str, int]:
    """The title, which may stand on several lines, and the line behind it."""
    plain = [normalise(line) for line in lines[:HEAD_LINES]]
    stop = next(
        (n for n, line in enumerate(plain) if ADDRESSEES.search(line) and not _is_meta(lines[n])), _first_words(plain)
    )
    for end in range(stop, 0, -1):
        if not TITLE_ENDS.search(plain[end - 1]) or NO_TITLE.search(plain[end - 1]) or _is_meta(lines[end - 1]):
            continue
        start = end - 1
        while start and _joins_title(plain, lines, start - 1, end):
            start -= 1
        return full_width("".join(plain[start:end])), stop if stop >= end else end
    return "", 0


def _first_words(plain: list[str]) -> int:
    """The first line that is a sentence or a heading."""
    for number, line in enumerate(plain):
        if "。" in line or re.match(words.FIRST_HEADING, line):
            return number
    return len(plain)


def _joins_title(plain: list[str], lines: list[str], number: int, end: int) -> bool:
    """Whether a line is the beginning of a title that goes on in the next one."""
    line, joined = plain[number], "".join(plain[number:end])
    if not line or NO_TITLE.search(line) or NUMBER.search(line) or _is_meta(lines[number]) or DAY.search(line):
        return False
    is_whole = ISSUER.match("".join(plain[number + 1 : end])) and words.TITLE_ABOUT in "".join(plain[number + 1 : end])
    return len(joined) <= LONGEST_TITLE and not is_whole and not WHOLE_TITLE.search(line)


def _issuer(title: str, told: str, signed: str, lines: list[str]) -> str:
    """Who issued it: the title says so, or the head, or the signature."""
    plain = normalise(title)
    if match := ISSUER.match(plain):
        return match[0].rstrip("、")
    for line in lines[:12]:
        if match := re.fullmatch(words.ISSUED_PAPER, normalise(line)):
            return match[1]
    return signed or told


def _signed(lines: list[str], body: int) -> tuple[str, str]:
    """The day of the signature and who signed: a line that is a day, with a unit above it."""
    days: list[tuple[str, str]] = []
    for number in range(max(body, 1), len(lines)):
        plain = REMARK.sub("", normalise(lines[number])).strip("()")
        match = LAST_DAY.search(plain)
        if match is None or re.search(words.PRINTED_BY, plain):
            continue
        inline = SIGNATURE.search(plain, 0, match.start())
        if match.start() and not inline:
            continue
        above = next((normalise(line) for line in reversed(lines[:number]) if line.strip()), "")
        unit = inline[0] if inline else above if ISSUER.fullmatch(above) else ""
        if day := _day(match[0]):
            days.append((day, unit))
    return next((one for one in days if one[1]), days[-1] if days else ("", ""))


def _day(printed: str) -> str:
    """A printed day as it is recorded; empty where it is none."""
    match = DAY.search(normalise(printed))
    if match is None:
        return ""
    year, month, day = (_number(match[name]) for name in ("year", "month", "day"))
    return f"{year}-{month:02}-{day:02}" if year > 1900 and 0 < month <= 12 and 0 < day <= 31 else ""


def _number(printed: str) -> int:
    printed = re.sub(words.ZEROS, "〇", printed) if not printed.isdigit() else printed
    value = parse(printed)
    return int(value) if value is not None else 0


def _disclosure(told: dict[str, str], lines: list[str]) -> str:
    """How open the document is, in its own words."""
    if told.get("disclosure"):
        return told["disclosure"]
    tail = normalise("".join(lines[-25:]))
    return next((form for form in words.DISCLOSURES if form in tail), "")
