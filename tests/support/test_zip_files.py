"""The zip that is put together by hand is a zip like any other."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from generator.support.zip_files import LEVEL, compressed, to_zip

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\\/"), min_size=1, max_size=9)


def by_the_library(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, content, compresslevel=LEVEL)
    return out.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=5))
def test_the_bytes_are_those_of_the_standard_library(files: dict[str, bytes]) -> None:
    """The same members in the same order give what ``zipfile`` writes, whatever their names and contents."""
    archive = to_zip((name, compressed(content)) for name, content in files.items())
    assert archive == by_the_library(files)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == files
