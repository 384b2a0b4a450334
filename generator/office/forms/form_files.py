"""The files of forms: all of them are written, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.language.office.rounds import form_words as words
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.records import Organization
from generator.office.forms.form_content import UnitForm
from generator.office.forms.form_workbook import write_form
from generator.support.whole_files import write_together


def write_forms(folder: Path, forms: Iterable[UnitForm], site: str) -> None:
    """Write the workbooks of units into a folder; one that is there already stays as it is.

    Raises:
        EditRefused: a file of another content is in the way; nothing is written.
        OSError: a file cannot be written; then none is.
    """
    write_workbooks({folder / file_name(form): write_form(form, site) for form in forms})


def write_workbooks(contents: Mapping[Path, bytes]) -> None:
    """Write workbooks; one that is there already stays as it is. Raises as :func:`write_forms`."""
    for path, content in contents.items():
        if path.exists() and path.read_bytes() != content:
            raise EditRefused(words.IN_THE_WAY.format(file=path))
    write_together({path: content for path, content in contents.items() if not path.exists()})


def file_name(form: UnitForm) -> str:
    """The name of a form's file."""
    return words.FILE_NAME.format(period=form.round.id, unit=in_file_names(form.organization))


def in_file_names(unit: Organization) -> str:
    """The name of a unit without the signs that a file system refuses."""
    return "".join(sign for sign in unit.name if sign.isalnum())
