"""A form of a break-down that LibreOffice opened and saved is the same form, with its sums computed."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.language.office.rounds import breakdown_words as words
from generator.ledger.load import load
from generator.office.ingest.breakdown.parts_collecting import collect_parts, is_breakdown
from generator.office.ingest.collecting.received_files import ReceivedFile
from tests.helpers.breakdown_forms import TOWNS, filled_parts
from tests.helpers.filled_forms import CONTRACT, DISTRICT

SOFFICE = shutil.which("soffice")


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice is not installed")
def test_a_form_that_libreoffice_saved(tmp_path: Path) -> None:
    """Five towns with one each: the sum says 5 and nothing is missing; all five come back."""
    assert SOFFICE, "LibreOffice is not installed"
    parts = {("生产安全事故死亡人数", town): {"分解目标": 1} for town in TOWNS}
    (tmp_path / "form.xlsx").write_bytes(filled_parts("区民生局", parts))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", "saved", "form.xlsx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=180)
    content = (tmp_path / "saved" / "form.xlsx").read_bytes()
    row = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[words.SHEET][4]
    assert [cell.value for cell in row][-2:] == [5, 0]
    file, checked = ReceivedFile("form.xlsx", content), load(DISTRICT, CONTRACT)
    assert is_breakdown(file)
    (result,) = collect_parts(LedgerIndex(checked), checked, [file], date(2023, 10, 20)).results
    assert (result.findings, result.values) == ([], 5)
