"""Whatever the format, what is published is what was checked: every cell comes back."""

from __future__ import annotations

import pytest

from generator.downloads.output import make_all
from generator.downloads.registry import format_outputs
from generator.language.download_words import FORMATS, Format
from tests.helpers.copying import Spoilt, specs, spoilt_cells
from tests.helpers.readers import READERS


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
def test_rows_are_those_of_the_csv(form: Format) -> None:
    """Every cell of every table comes back with just the text of the CSV, however odd, in the same order."""
    reader = READERS.get(form.name)
    assert reader, f"a format needs a reader: write one for {form.name} in tests/helpers/readers.py, see READERS"
    dataset = Spoilt(spoilt_cells)
    files = make_all(format_outputs(dataset, form))
    for name, spec in specs().items():
        content = files[f"data/{form.file(dataset.site.package if form.one_file else name)}"]
        assert reader(content, spec) == [*spoilt_cells(name)], name
