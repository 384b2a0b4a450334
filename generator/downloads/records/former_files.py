"""Files of records at addresses that releases had and the ledger has no more.

A record that has another id now, or another kind, keeps its old files: they hold the same as those at its new address.
Of a record that is gone, ``metadata.json`` says so, with the release that had it last; its figures would be taken for
those of today, so the other files go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from generator.analysis.facts.former_records import WITH_FILES, FormerRecord
from generator.downloads.formats.json import to_description
from generator.downloads.output import OutputFile


def at_former_addresses(outputs: Iterable[OutputFile], former: Iterable[FormerRecord]) -> Iterator[OutputFile]:
    """Files, and behind each the same one at all addresses that its record had before."""
    before = defaultdict(list)
    for one in former:
        if one.now:
            before[one.now.path].append(one.path)
    for output in outputs:
        yield output
        folder, _, name = output.path.rpartition("/")
        for path in before.get(f"{folder}/", ()):
            yield OutputFile(f"{path}{name}", output.make)


def gone_outputs(former: Iterable[FormerRecord]) -> Iterator[OutputFile]:
    """What a machine reads of each record that is gone."""
    for one in former:
        if one.now is None and one.record.table in WITH_FILES:
            yield OutputFile(f"{one.path}metadata.json", partial(_gone, one))


def _gone(former: FormerRecord) -> bytes:
    record, release = former.record, former.release
    last = {"version": release.version, "released_on": release.day, "page": f"releases/{release.version}/"}
    said = {"id": record.id, "title": record.title, "removed": True, "last_release": last, "page": former.path}
    return to_description(said)
