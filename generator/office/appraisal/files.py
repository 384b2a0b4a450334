"""The files of an appraisal, and the commit that they are made from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.appraisal import Appraisal
from generator.analysis.target_status import StatusIndex
from generator.history.git import NoHistory, Repository
from generator.language.office.rounds import appraisal_words as words
from generator.office.appraisal.circular import circular
from generator.office.appraisal.tables import Appraised
from generator.office.appraisal.workbooks import circular_workbook, unit_workbook, whole_workbook
from generator.office.forms.form_files import in_file_names
from generator.support.zip_files import EARLIEST

WITHOUT: Final = ("no-git", "no-repository", "untracked")
"""Why git has no commit to be named."""


class Uncommitted(Exception):
    """The ledger has changes that are no commit yet: nobody could find again what the figures were made from."""


def appraised(index: LedgerIndex, statuses: StatusIndex, appraisal: Appraisal, folder: Path) -> Appraised:
    """An appraisal with the newest commit that changed the ledger; its version where it is not kept in git.

    Raises:
        Uncommitted: the folder has changes that are no commit yet.
        NoHistory: git does not tell of the repository in which the folder is.
    """
    try:
        repository = Repository(folder)
    except NoHistory as none:
        if none.reason not in WITHOUT:
            raise
        made_from = words.WITHOUT_GIT.format(version=index.site.version)
        return Appraised(index, statuses, appraisal, made_from, index.as_of or date(*EARLIEST[:3]))
    if repository.uncommitted():
        raise Uncommitted
    commit, day = repository.newest()
    made_from = words.COMMITTED.format(commit=commit, day=day)
    return Appraised(index, statuses, appraisal, made_from, date.fromisoformat(day))


def appraisal_files(made: Appraised) -> dict[str, bytes]:
    """Name → content: a workbook for each unit and one for the whole place, the circular as document and workbook."""
    period, whole = made.appraisal.period, made.index.site.whole
    files = {words.TABLE_NAME.format(period=period, unit=whole): whole_workbook(made)}
    for unit in made.appraisal.units:
        if unit.organization:
            files[words.TABLE_NAME.format(period=period, unit=in_file_names(unit.organization))] = unit_workbook(
                made, unit
            )
    files[words.NOTICE_NAME.format(period=period, suffix="docx")] = circular(made)
    files[words.NOTICE_NAME.format(period=period, suffix="xlsx")] = circular_workbook(made)
    return files
