"""Ledgers that pass the checks always give a site: edits of right ledgers, kept as far as the checks allow them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from random import Random
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from jinja2 import BytecodeCache

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.dataset import Dataset
from generator.downloads.site_files import site_outputs
from generator.history.change_log import NO_CHANGE_LOG, ChangeLog, LogEntry
from generator.history.diff import RowDiff
from generator.history.snapshots import keyed_rows
from generator.language.download_words import OPTIONAL
from generator.ledger.enums import Grade, PlaceLevel
from generator.ledger.load import CheckedLedger, ReadLedger, read
from generator.ledger.reading.findings import those_of
from generator.ledger.reading.site_settings import SiteSettings
from generator.ledger.verify.proved_texts import proved_texts
from generator.pages.registry import page_context, page_specs, row_files
from generator.publish.links.check import LinkCollector
from generator.publish.preview.memory_cache import MemoryCache
from generator.publish.search.entries import entries
from generator.publish.search.names import GENERAL, known_as
from generator.publish.search.record_texts import search_source
from tests.fuzz.plausible.edits import EDITS
from tests.fuzz.plausible.rows import Rows, copied
from tests.fuzz.plausible.shown import wrong_words
from tests.fuzz.target import CONTRACT, ROOT, Target
from tests.helpers.faults import plan, read_in_memory
from tests.helpers.templates import compiled_pages

PLACES: Final = ("tests/district", "tests/samples/two-plans", "tests/samples/beiwan", "tests/samples/yuntan", ".")
"""Where right ledgers stand; the small plan that has every column filled is the one more."""
SMALL: Final = "plan"
UNCHANGED: Final = ("about/", "accessibility/", "glossary/", "methods/", "assets/", "ledger/", "sitemap.xml")
"""Pages and files of docs/ and of the engine, and the files of the right ledger: no edit changes which there are."""
IN_WORDS: Final = (".ics", ".svg", ".xml", ".txt")
MOST: Final = 12
"""Edits of one ledger that are tried."""


@cache
def _compiled() -> BytecodeCache:
    """Templates that are compiled once for all ledgers: those of the whole run, where it has them."""
    return compiled_pages() or MemoryCache()


@cache
def right(place: str) -> ReadLedger:
    """A ledger without a fault."""
    return read_in_memory(plan()) if place == SMALL else read(ROOT / place / "data", CONTRACT)


class Edited(NamedTuple):
    """A right ledger after some edits."""

    checked: CheckedLedger
    done: list[str]
    """The edits in words."""
    log: ChangeLog
    """The history in which each of them is a commit."""


def allowed(ledger: ReadLedger, rows: Rows) -> ReadLedger | None:
    """A ledger with other rows; None where the checks refuse them."""
    changed = replace(ledger, tables=replace(ledger.tables, rows=rows))
    return None if those_of(Grade.FAULT, changed.findings()) else changed


def edited(place: str, numbers: Sequence[int]) -> Edited:
    """A right ledger after some edits, without those that the checks refuse; each number draws one edit."""
    ledger, done = right(place), list[str]()
    states = [ledger.tables.rows]
    for number in numbers:
        chance = Random(number)
        rows = copied(ledger.tables.rows)
        told = chance.choice(EDITS)(rows, chance)
        if told and (changed := allowed(ledger, rows)):
            ledger = changed
            done.append(told)
            states.append(rows)
    assert ledger.site
    chance = Random(sum(numbers))
    site = _site(ledger.site, chance) if chance.random() < 0.5 else ledger.site
    return Edited(CheckedLedger(ledger.contract, ledger.tables, site, ledger.folder), done, _log(ledger, states))


def _log(ledger: ReadLedger, states: Sequence[Rows]) -> ChangeLog:
    """A history of states of a ledger, a day for each."""
    before, *later = [keyed_rows(ledger.contract, rows) for rows in states]
    begun = tuple((table, len(rows)) for table, rows in before.items() if rows)
    entries = [LogEntry(f"{0:040x}", "2024-05-01T08:00:00+08:00", "第一次提交", (), begun, ())]
    for number, after in enumerate(later, 1):
        changes = tuple(RowDiff(ledger.contract, after).changes(before, after))
        day = f"2024-05-{number + 1:02}T08:00:00+08:00"
        entries.append(LogEntry(f"{number:040x}", day, "edit" if number % 2 else "更正", changes, (), ()))
        before = after
    return ChangeLog(tuple(entries), "")


def _site(site: SiteSettings, chance: Random) -> SiteSettings:
    """The settings without some that need not be there, and with the office's work public or not."""
    optional = ("url", "notice", "edit_url", "publisher", "undertaker", "contact", "feedback", "icp", "police")
    bare = dict.fromkeys(chance.sample(optional, chance.randint(1, len(optional))), "")
    if chance.random() < 0.3:
        bare |= {name: f"{getattr(site, name)}。" for name in ("description", "contact") if getattr(site, name)}
    public = chance.choice(((), ("rounds",), ("appraisal",), ("rounds", "appraisal")))
    office = chance.choice((None, site.disclosure_office))
    flags = {"noindex": chance.random() < 0.5, "demonstration": chance.random() < 0.5}
    level = chance.choice((site.level, *PlaceLevel))
    return replace(site, **bare, **flags, level=level, public=public, keywords=(), disclosure_office=office)  # type: ignore[arg-type]


def shown(
    checked: CheckedLedger,
    log: ChangeLog = NO_CHANGE_LOG,
    *,
    whole: bool = True,
    formats: Sequence[str] = OPTIONAL,
    preview: bool = False,
) -> Iterator[tuple[str, bytes | str]]:
    """Every page of a ledger, every download, and what the search says of each page.

    Without ``whole`` only downloads in words: calendars, pictures, feeds; what is made of rows alone fails seldom.

    Raises:
        AssertionError: a link of a page leads nowhere, which would end a build.
    """
    index = LedgerIndex(checked, log)
    texts = proved_texts(checked.tables, checked.folder.with_name("sources"))
    context = page_context(index, texts.texts, formats, texts.layouts, preview)
    source, files = search_source(index), set[str]()
    links = LinkCollector(urlsplit(checked.site.url).path or "/")
    for spec in page_specs(context, _compiled()):
        page = spec.make()
        assert page.body and page.title
        files.add(f"{page.path}index.html")
        links.add_body(f"{page.path}index.html", page.body)
        yield page.path, "<hr>".join((page.title, page.description, page.body, *(h.title for h in page.headings)))
        yield page.path, "<hr>".join(content for _, content in page.tags)
        for entry in entries(page.path, f"<article>{page.body}</article>", source.texts) if whole else ():
            if page.path != "api/":  # programs to be copied
                found = known_as(entry, (*source.synonyms, *GENERAL))
                yield f"{page.path}search.txt", "\n".join((found.title, found.names, found.about, found.text))
    for output in site_outputs(Dataset(checked, context), CONTRACT, formats):
        files.add(output.path)
        if not output.path.startswith(UNCHANGED) and (whole or output.path.endswith(IN_WORDS)):
            yield output.path, output.make()
    for path, make in row_files(context, _compiled()):
        files.add(path)
        yield path, make()
    yield from ((f"{path}search.txt", text) for path, text in source.texts.items())
    bad = links.links.targets - links.links.places - files
    lost = sorted(one for one in bad if not one.startswith(UNCHANGED))
    assert not lost, f"links that lead nowhere: {lost}"


def plausible(data: bytes) -> None:
    """A ledger that passes the checks gives every page and file, and no reader meets a word of the program."""
    words = data.decode(errors="replace").split()
    place = words[0] if words and words[0] in (SMALL, *PLACES) else SMALL
    numbers = []
    for word in words[1 : MOST + 1]:
        with suppress(ValueError):
            numbers.append(int(word))
    checked, done, log = edited(place, numbers)
    whole = place == SMALL and sum(numbers) % 8 == 0
    if whole:
        gc.unfreeze()  # reading a ledger freezes what is there, see collector_paused
        gc.collect()
    try:
        chance = Random(len(data) + sum(numbers))
        formats = [name for name in OPTIONAL if chance.random() < 0.8]
        files = shown(checked, log, whole=whole, formats=formats, preview=chance.random() < 0.1)
        wrong = [told for path, content in files for told in wrong_words(path, content)]
        assert not wrong, "\n".join(dict.fromkeys(wrong))
    except Exception as error:
        error.add_note("\n".join((place, *done)))
        raise


def _mutate(data: bytes, chance: Random) -> bytes:
    """Another edit, one less, or a new ledger."""
    words = data.decode(errors="replace").split() or [SMALL]
    if chance.random() < 0.3:
        words = [chance.choice((SMALL, SMALL, *PLACES[:-1]))]
    if len(words) > MOST // 2 and chance.random() < 0.5:
        words.pop(chance.randrange(1, len(words)))
    words += [str(chance.randrange(10**9)) for _ in range(chance.randint(1, 6))]
    return " ".join(words[: MOST + 1]).encode()


def _seeds() -> list[bytes]:
    return [place.encode() for place in (SMALL, *PLACES[:-1])]


TARGETS: Final = {"plausible": Target(plausible, _seeds, _mutate)}
