"""A zip is the same whenever it is made, and opens everywhere."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from generator.support.zip_files import EARLIEST, to_zip

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\\/"), min_size=1, max_size=9)


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=5))
def test_names_and_contents_come_back(files: dict[str, bytes]) -> None:
    """Whatever the names and contents, in the order given; none is damaged, all bear the same time and may be read."""
    content = to_zip(files.items())
    assert content == to_zip(files.items())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert [(name, archive.read(name)) for name in archive.namelist()] == [*files.items()]
        for info in archive.infolist():
            assert info.date_time == EARLIEST and info.external_attr >> 16 == 0o644
            assert info.compress_type == zipfile.ZIP_DEFLATED


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=5), st.integers(0, 5))
def test_files_that_are_compressed_already_come_first(files: dict[str, bytes], count: int) -> None:
    """A zip that goes on from another one is the zip of all its files."""
    members = [*files.items()]
    assert to_zip(members[count:], to_zip(members[:count])) == to_zip(members)
