"""A cell in which a number is asked for: read as a person would, and doubted where a person would ask back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.language.chinese_numbers import NUMERALS, parse, parse_with_scales
from generator.language.office.rounds import filled_numbers as typed
from generator.language.office.rounds import filled_words as words
from generator.ledger.enums import CellGrade
from generator.office.ingest.cells.plausibility import Asked, doubted, is_close
from generator.office.ingest.cells.readings import FilledCell, Reading, refused
from generator.office.ingest.cells.units import converted, factor, plain
from generator.support.bare_text import bare

LONGEST = 500
"""Characters of a cell with a number in it, with all that people write around it."""
NOTICE, DOUBT = CellGrade.NOTICE, CellGrade.DOUBT


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number of a cell, with the unit that is written beside it."""

    reading: Reading
    unit: str = ""

    @property
    def value(self) -> Decimal:
        assert isinstance(self.reading.value, Decimal), "there is a number"
        return self.reading.value


def read_number(cell: FilledCell, asked: Asked) -> Reading:
    """The number of a cell in the unit of the form."""
    found = _broken(cell) or (_typed(cell) if cell.number is not None else _text(cell, asked))
    reading = found if isinstance(found, Reading) else _in_unit(found, cell, asked)
    if cell.comment:
        reading = reading.because("comment", NOTICE, remark=cell.comment)
    if cell.merged:
        reading = reading.because("merged", DOUBT)
    if cell.formula and reading.value is not None:
        reading = reading.because("formula", NOTICE, value=reading.value)
    return reading


def _broken(cell: FilledCell) -> Reading | None:
    """What is no number at all."""
    if cell.truth:
        return refused("truth", text=cell.text)
    if cell.error:
        return refused("error-value", text=cell.text)
    if cell.formula and not cell.text:
        return refused("formula-empty")
    if cell.day is not None:
        return refused("date", text=cell.text)
    if cell.merged and not cell.text:
        return Reading(None)
    if cell.standing == "" and cell.text:
        return Reading(None).because("struck-whole", DOUBT, text=cell.text)
    return None


def _typed(cell: FilledCell) -> _Amount:
    """A cell that has a number."""
    assert cell.number is not None, "asked for by the caller"
    return _Amount(Reading(cell.number))


def _text(cell: FilledCell, asked: Asked) -> Reading | _Amount:
    """A cell with words."""
    if len(cell.text) > LONGEST:
        return refused("unread", text=cell.text)
    struck = cell.standing is not None
    text = bare(cell.standing if cell.standing is not None else cell.text)
    remarks = typed.BRACKETS.findall(text)
    whole, text = text, typed.BRACKETS.sub("", text)
    if remarks and not text:
        return refused("unread", text=whole)
    text = text.lstrip(typed.TEXT_MARKS)
    if (match := typed.LOOSE.fullmatch(text)) and match[1]:
        text = f"0{match[1]}" if match[1].startswith(".") else match[1]
    found = _answered(text) or _unreadable(text, asked) or _number(text, asked)
    if isinstance(found, Reading):
        return found
    reading = found.reading
    for remark in remarks:
        reading = _remarked(reading, remark)
    if struck:
        reading = reading.because("struck", DOUBT, value=found.value)
    return replace(found, reading=reading)


def _answered(text: str) -> Reading | None:
    """An answer that is no number."""
    if text in words.BLANKS:
        return Reading(None, answer=words.EMPTY_ANSWER).because("no-answer", NOTICE)
    if text in words.NOTHING:
        return Reading(None).because("nothing", DOUBT, text=text)
    if text in words.NO_CHANGE:
        return Reading(None, answer=words.NO_CHANGE_ANSWER).because("no-change", NOTICE)
    if text in words.SAME_AS:
        return refused("same-as", text=text)
    if text.startswith(words.ELSEWHERE):
        return refused("elsewhere", text=text)
    if text.startswith(words.LATER):
        return Reading(None, answer=words.LATER_ANSWER).because("later", NOTICE)
    return None


def _unreadable(text: str, asked: Asked) -> Reading | None:
    """What is a text, a change or a range."""
    if typed.RANGE.fullmatch(text):
        return refused("range")
    if text.startswith(words.CHANGES) and not asked.is_change:
        return refused("change", text=text)
    if not re.search(rf"[0-9{NUMERALS}]", text):
        return refused("state" if any(word in text for word in words.STATES_IN_NUMBERS) else "unread", text=text)
    if not re.search("[0-9]", text) and text.removeprefix(words.ALREADY).startswith(words.STATES_IN_NUMBERS):
        return refused("state", text=text)
    return None


def _number(text: str, asked: Asked) -> Reading | _Amount:
    """A number with what is written before and behind it."""
    several = [(match["when"], _digits(match["number"])) for match in typed.SEVERAL.finditer(text)]
    if len(several) > 1:
        value = next((n for when, n in several if any(w in when for w in words.WHOLE_SO_FAR)), several[-1][1])
        return _Amount(Reading(value).because("two-periods", DOUBT, value=value))
    if typed.SUM.fullmatch(text):
        value = sum((_digits(part) for part in text.split("+")), Decimal(0))
        return _Amount(Reading(value).because("sum", DOUBT, value=value))
    text, before = _cut_before(text)
    sign = next((mark for mark in words.MINUS if text.startswith(mark)), "")
    amount = _plain_number(text.removeprefix(sign), asked)
    if isinstance(amount, Reading):
        return amount
    if sign:
        amount = replace(amount, reading=replace(amount.reading, value=-amount.value))
    unit, behind = _cut_behind(amount.unit)
    return replace(amount, unit=unit, reading=_softened(amount.reading, before or behind))


def _plain_number(text: str, asked: Asked) -> Reading | _Amount:
    """Digits or numerals, then a unit."""
    reasons = Reading(None)
    if typed.STOP.search(text):
        text = typed.STOP.sub(r"\1.\2", text)
        reasons = reasons.because("stop", NOTICE, value=text)
    if match := typed.WITH_SCALES.fullmatch(text):
        whole = parse_with_scales(match["number"])
        unit = match["unit"] or _without_scale(match["number"], asked)
        return _Amount(replace(reasons, value=whole).because("scales", NOTICE, value=whole), unit)
    percent = text.startswith(typed.HAN_PERCENT)
    match = typed.NUMBER.fullmatch(text.removeprefix(typed.HAN_PERCENT))
    if match is None:
        letters = typed.WITH_LETTERS.fullmatch(text) and not typed.NO_LETTERS.fullmatch(text)
        return refused("letters" if letters else "unread", text=text)
    number, unit = match["number"], "%" if percent else match["unit"]
    if not number[0].isdigit():
        value = _han(number)
        if value is None:
            return refused("unread", text=text)
        unit = unit or _without_scale(number, asked)
        return _Amount(replace(reasons, value=value).because("numerals", NOTICE, value=value), unit)
    if "," in number and not typed.GROUPED.fullmatch(number):
        if not typed.ONE_COMMA.fullmatch(number):
            return refused("unread", text=text)
        value = Decimal(number.replace(",", "."))
        return _Amount(replace(reasons, value=value).because("comma", DOUBT, value=value), unit)
    half = number[: len(number) // 2]
    if number == half * 2 and len(number) >= 4 and asked.last is not None and is_close(Decimal(half), asked.last):
        return _Amount(Reading(Decimal(half)).because("twice", DOUBT, value=half), unit)
    return _Amount(replace(reasons, value=_digits(number)), unit)


def _without_scale(number: str, asked: Asked) -> str:
    """The unit of a number that is written out, where the form asks in 万元: 一亿五千万 is so many 元."""
    wanted = plain(asked.unit)
    return wanted[1:] if number.endswith(typed.MYRIADS) and wanted.startswith(typed.MYRIADS) else ""


def _digits(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _han(text: str) -> Decimal | None:
    """A number in Chinese numerals; 四点九 is 4.9."""
    whole, _, decimals = text.partition(typed.POINT)
    value = parse(whole)
    digits = [parse(sign) for sign in decimals]
    if value is None or None in digits:
        return None
    return value + sum((Decimal(digit or 0).scaleb(-n) for n, digit in enumerate(digits, 1)), Decimal(0))


def _cut_before(text: str) -> tuple[str, str]:
    word = next((word for word in words.SOFTENERS_BEFORE if text.startswith(word)), "")
    return text.removeprefix(word), word


def _cut_behind(unit: str) -> tuple[str, str]:
    """The unit without a softener: 余人次, 人次左右."""
    for word in words.SOFTENERS_BEHIND:
        if unit.startswith(word) or unit.endswith(word):
            return unit.removeprefix(word).removesuffix(word), word
    return unit, ""


def _softened(reading: Reading, word: str) -> Reading:
    if not word:
        return reading
    if word in words.ESTIMATES:
        return _remarked(reading, word)
    code, grade = ("bound", DOUBT) if word in words.BOUNDS else ("softener", NOTICE)
    return replace(reading, qualifier=word).because(code, grade, word=word, value=reading.value)


def _remarked(reading: Reading, remark: str) -> Reading:
    """A number with the words in brackets behind it."""
    if remark in words.ESTIMATES:
        status = words.ESTIMATES[remark]
        return replace(reading, status=status).because("status", NOTICE, remark=remark, status=status)
    if remark.startswith(words.PARTLY):
        return replace(reading, status=words.FORECAST).because("partly", DOUBT, remark=remark)
    return reading.because("part", NOTICE, remark=remark)


# -- units


def _in_unit(amount: _Amount, cell: FilledCell, asked: Asked) -> Reading:
    """The number in the unit of the form, with its doubts."""
    if cell.share:
        return _share(amount, asked)
    written = amount.unit or asked.written_unit
    if written and plain(written) != plain(asked.unit):
        return _converted(amount, written, asked)
    return doubted(amount.reading, asked)


def _share(amount: _Amount, asked: Asked) -> Reading:
    """A number that its cell shows as a share of 100."""
    shown = amount.value * 100
    by = factor("%", asked.unit)
    if by is None:
        return refused("unit-other", unit="%", wanted=asked.unit)
    value = converted(shown, by)
    if asked.last is not None and not is_close(value, asked.last) and is_close(amount.value, asked.last):
        return replace(amount.reading, value=amount.value).because(
            "shown-share", DOUBT, shown=f"{shown.normalize():f}", value=amount.value
        )
    return doubted(replace(amount.reading, value=value), asked)


def _converted(amount: _Amount, written: str, asked: Asked) -> Reading:
    """The number of a cell with a unit of its own."""
    by = factor(written, asked.unit)
    for unit in _scaled(written, asked.unit) if by is None else ():
        by = factor(unit, asked.unit)
    if by is None and asked.last is not None and is_close(amount.value, asked.last):
        return amount.reading.because("unit-doubted", DOUBT, unit=written, wanted=asked.unit)
    if by is None:
        return refused("unit-other", unit=written, wanted=asked.unit)
    value = converted(amount.value, by)
    if by == 1:
        return doubted(amount.reading, asked)
    if asked.last is not None and not is_close(value, asked.last) and is_close(amount.value, asked.last):
        return amount.reading.because("unit-slip", DOUBT, unit=written, other=value, last=asked.last)
    reading = replace(amount.reading, value=value)
    if written == typed.MYRIAD and amount.reading.qualifier:
        return reading
    return doubted(reading.because("unit", NOTICE, unit=written, value=value, wanted=asked.unit), asked)


def _scaled(written: str, wanted: str) -> Iterator[str]:
    """A scale alone means so many of what is asked for: 3 万 under 人."""
    if plain(written) in typed.SCALES_ALONE:
        yield f"{written}{plain(wanted)}"
