"""The tables of an appraisal and the circular, as somebody reads and prints them, to be read line by line."""

from __future__ import annotations

from datetime import date

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.appraisal import appraisal
from generator.analysis.target_status import StatusIndex
from generator.ledger.load import load
from generator.office.appraisal.files import appraisal_files
from generator.office.appraisal.tables import Appraised
from tests.helpers import office_documents, workbooks
from tests.helpers.filled_forms import CONTRACT, DISTRICT
from tests.helpers.golden import compare


def test_the_files_of_an_appraisal(pytestconfig: pytest.Config) -> None:
    """A unit's workbook, that of the whole place, the circular as document and as workbook."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    statuses = StatusIndex(index)
    made = Appraised(index, statuses, appraisal(index, statuses, "2023"), "某一次提交", date(2023, 11, 2))
    files = appraisal_files(made)
    update = pytestconfig.getoption("--update-golden")
    names = {
        "unit": "绩效考核参考表-2023-区水利生态局.xlsx",
        "whole": "绩效考核参考表-2023-全区.xlsx",
        "circular-tables": "通报-2023.xlsx",
    }
    for name, file in names.items():
        compare(f"appraisal/{name}", workbooks.as_text(files[file]), update, "txt")
    compare("appraisal/circular", office_documents.as_text(files["通报-2023.docx"]), update, "txt")
