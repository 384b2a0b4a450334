"""Whole ledgers, their pages, and what an office makes of them: forms, lists of who is late, appraisals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.appraisal import appraisal, periods_appraised
from generator.analysis.rounds.round_duties import round_duties
from generator.analysis.rounds.round_status import round_status
from generator.analysis.target_status import StatusIndex
from generator.downloads.dataset import Dataset
from generator.ledger.load import InvalidLedger
from generator.office.appraisal.files import appraisal_files
from generator.office.appraisal.tables import Appraised
from generator.office.forms.breakdown.breakdown_content import breakdown_forms
from generator.office.forms.breakdown.breakdown_workbook import breakdown_name, write_breakdown
from generator.office.forms.form_content import unit_forms
from generator.office.forms.form_files import file_name
from generator.office.forms.form_workbook import write_form
from generator.office.forms.reminders import reminders, status_workbook
from tests.fuzz import mutations
from tests.fuzz.target import Target, ledger_words
from tests.helpers.faults import plan, read_in_memory
from tests.helpers.ledger import LEDGER, contract
from tests.helpers.pages import context_of, specs_of

BEGIN: Final = re.compile(r"^==> (.*)\n", re.MULTILINE)
CHANGE: Final = mutations.tokens(ledger_words())
OF_OFFICE: Final = r"rounds|submissions/|remarks/|acknowledged|feedback"
"""The files in which the office keeps its own work."""


def joined(files: Mapping[str, str]) -> bytes:
    """The files of a ledger as one text: a line ``==> name`` stands before each."""
    return "".join(f"==> {name}\n{text}" for name, text in files.items()).encode(errors="surrogateescape")


def divided(data: bytes) -> dict[str, str]:
    """The files of a ledger in one text."""
    parts = BEGIN.split(data.decode(errors="surrogateescape"))[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def changed_files(wanted: str = "") -> mutations.Mutate:
    """Changes of one or two of the files whose names fit a pattern; seldom one gets another name, or is gone."""
    pattern = re.compile(wanted)

    def mutate(data: bytes, chance: Random) -> bytes:
        files = divided(data)
        names = [name for name in files if pattern.match(name)]
        if not names:
            return mutations.raw(data, chance)
        for name in chance.choices(names, k=chance.randint(1, 2)):
            action, text = chance.random(), files.get(name, "")
            if action < 0.9:
                files[name] = CHANGE(text.encode(errors="surrogateescape"), chance).decode(errors="surrogateescape")
            elif action < 0.95:
                files.pop(name, None)
            else:
                files[CHANGE(name.encode(), chance).decode(errors="replace").replace("\n", "") or "x"] = text
        return joined(files)

    return mutate


def ledger(data: bytes) -> None:
    """A ledger is read and checked; one without a fault has its look-ups, and its rows for every download."""
    files = read_in_memory(divided(data))
    findings = files.findings()
    assert all(str(one) for finding in findings for one in (finding, *finding.followers))
    with suppress(InvalidLedger):
        checked = files.checked()
        index = LedgerIndex(checked)
        dataset = Dataset(checked, context_of(index))
        for table in contract().tables:
            dataset.cells(table)


def pages(data: bytes) -> None:
    """Every page of a ledger that has no fault can be made."""
    with suppress(InvalidLedger):
        for spec in specs_of(context_of(read_in_memory(divided(data)).checked())):
            assert spec.render(spec).body


def forms(data: bytes) -> None:
    """Rounds and documents of a ledger that has no fault: forms that go out, who is late, and letters to them."""
    with suppress(InvalidLedger):
        index = LedgerIndex(read_in_memory(divided(data)).checked())
        statuses = StatusIndex(index)
        for record in index.ledger.rounds[:2]:
            duties = round_duties(index, record)
            for form in unit_forms(index, statuses, duties)[:3]:
                assert file_name(form) and write_form(form, index.site.package)
            for on in (record.opens_on, min(record.due_on, date(9000, 1, 1)) + timedelta(days=record.grace_days + 1)):
                status = round_status(index, duties, on)
                assert status_workbook(record, status)
                assert all(name and text for name, text in reminders(index, record, status, every_day=True))
        for document in index.ledger.documents[:2]:
            for made in breakdown_forms(index, statuses, document).forms[:2]:
                assert breakdown_name(made) and write_breakdown(index, statuses, made)


def appraised(data: bytes) -> None:
    """The appraisal of every period that rounds of a ledger ask about."""
    with suppress(InvalidLedger):
        index = LedgerIndex(read_in_memory(divided(data)).checked())
        statuses = StatusIndex(index)
        for period in periods_appraised(index)[:2]:
            made = appraisal(index, statuses, period)
            day = index.as_of or date(2020, 1, 1)
            files = appraisal_files(Appraised(index, statuses, made, "一次提交", day))
            assert all(Path(name).name == name and content for name, content in files.items())


def _seeds() -> list[bytes]:
    return [joined(plan()), joined(LEDGER)]


TARGETS: Final = {
    "ledger": Target(ledger, _seeds, changed_files()),
    "office": Target(ledger, _seeds, changed_files(OF_OFFICE)),
    "pages": Target(pages, _seeds, changed_files()),
    "office-pages": Target(pages, _seeds, changed_files(OF_OFFICE)),
    "make-forms": Target(forms, _seeds, changed_files()),
    "appraisal": Target(appraised, _seeds, changed_files()),
}
