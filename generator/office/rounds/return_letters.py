"""Letters to units about what was sent back: which item, what they told, what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.language import formatting
from generator.language.office.rounds import round_words as words
from generator.office.forms.form_files import in_file_names
from generator.office.rounds.round_items import RoundView


def return_letters(view: RoundView, on: date) -> Iterator[tuple[str, str]]:
    """Name of the file and text, for each unit of which something was sent back."""
    site, record = view.index.site, view.record
    for unit in dict.fromkeys(item.unit for item in view.items):
        asked = [
            words.RETURNED_ITEM.format(number=number, name=name, text=text, remark=remark)
            for number, (name, text, remark) in enumerate(_asked(view, unit.id), 1)
        ]
        if asked:
            text = words.RETURN_LETTER.format(
                unit=unit.full_name or unit.name,
                plan=view.index.plans[record.plan].title,
                period=formatting.period(record.period),
                items="\n".join(asked),
                office=site.publisher or words.OFFICE,
                on=formatting.day(on),
            )
            yield words.RETURN_NAME.format(round=record.id, unit=in_file_names(unit)), text


def _asked(view: RoundView, unit: str) -> Iterator[tuple[str, str, str]]:
    for item in view.items:
        if item.unit.id == unit:
            yield from ((item.name, item.text, remark.text) for remark in item.asked_now)
