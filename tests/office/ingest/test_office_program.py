"""A form that LibreOffice opened and saved is the same form."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.helpers.odd_forms import read, returned, told

SOFFICE = shutil.which("soffice")


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice is not installed")
def test_a_form_that_libreoffice_saved(tmp_path: Path) -> None:
    """Its names, its hidden sheet and its answers come back, and nothing is told."""
    assert SOFFICE, "LibreOffice is not installed"
    (tmp_path / "form.xlsx").write_bytes(returned())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", "saved", "form.xlsx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=180)
    content = (tmp_path / "saved" / "form.xlsx").read_bytes()
    assert content != returned()
    collection = read(content)
    assert told(collection) == []
    assert (collection.results[0].values, collection.results[0].reports) == (1, 1)
