"""What is decided about a round: an item is asked back, the round is approved, what is approved is public.

Everything is a commit or a tag of git in this repository alone: nothing is pushed.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Final, NamedTuple

from generator.history.releases import ROUND_PREFIX
from generator.language import formatting
from generator.language.office.rounds import approval_words as words
from generator.ledger.enums import Grade, ItemState, RemarkState
from generator.ledger.load import CheckedLedger, load, read
from generator.ledger.office_records import Round
from generator.ledger.reading.findings import Finding, those_of
from generator.ledger.records import Observation
from generator.office.ingest.new_values import NewRecord, new_contents
from generator.office.rounds.commits import ledger_at
from generator.office.rounds.remarks import answers, found_item, new_remark
from generator.office.rounds.round_branch import NAMED, OpenRound, RoundBranch, RoundRefused
from generator.office.rounds.round_items import (
    RoundItem,
    RoundView,
    round_view,
    stages_of,
)
from generator.support.whole_files import write_together

SHOWN: Final = 120
"""Characters of a side of a clash that are shown."""
SHORT: Final = 10
"""Characters of a commit's id that are shown."""


class Faulty(RoundRefused):
    """The ledger would have faults; nothing was changed."""

    def __init__(self, findings: Sequence[Finding], told: str) -> None:
        super().__init__(told.format(count=len(findings)))
        self.findings = findings


class Approved(NamedTuple):
    """What was approved."""

    values: int
    reports: int

    @property
    def counts(self) -> str:
        """In words."""
        return words.CHANGES.format(values=self.values, reports=self.reports)


def branch_view(branch: RoundBranch, ledger: Path, contract_path: Path) -> RoundView:
    """A round as a folder has it. Raises InvalidLedger, and RoundRefused where the folder does not know the round."""
    checked = load(ledger, contract_path)
    return view_of(branch, checked)


def view_of(branch: RoundBranch, checked: CheckedLedger) -> RoundView:
    """A round as a ledger has it. Raises RoundRefused where it does not know the round."""
    record = next((one for one in checked.ledger.rounds if one.id == branch.round), None)
    if record is None:
        raise RoundRefused(words.NOT_RECEIVED.format(round=branch.round))
    return round_view(checked, record, stages_of(branch, checked))


def opened_view(work: OpenRound, contract_path: Path) -> RoundView:
    """The work tree of a round, brought up to date, and what it has. Raises RoundRefused, InvalidLedger."""
    work.open(new=False)
    work.update()
    return branch_view(work.branch, work.branch.ledger, contract_path)


# -- remarks


def send_back(work: OpenRound, contract_path: Path, wanted: str, text: str, on: date) -> tuple[RoundItem, str]:
    """Send an item back with a question; returns the item and the id of the remark. Raises RoundRefused."""
    view = opened_view(work, contract_path)
    item = found_item(view, wanted)
    if open_ := next((remark for remark in item.remarks if remark.state is RemarkState.OPEN), None):
        raise RoundRefused(words.ASKED_ALREADY.format(name=item.name, text=open_.text))
    new = new_remark(view, item, RemarkState.OPEN, text, on)
    _write(work, view, contract_path, [new], words.RETURNED.format(round=work.branch.round, name=item.name), on)
    return item, str(new.record["id"])


def note(work: OpenRound, contract_path: Path, wanted: str, text: str, on: date) -> RoundItem:
    """Write a standing remark on an item. Raises RoundRefused."""
    view = opened_view(work, contract_path)
    item = found_item(view, wanted)
    new = new_remark(view, item, RemarkState.STANDING, text, on)
    _write(work, view, contract_path, [new], words.NOTED.format(round=work.branch.round, name=item.name), on)
    return item


def answer(work: OpenRound, contract_path: Path, wanted: str, text: str, on: date) -> RoundItem:
    """Answer the open remarks of an item. Raises RoundRefused."""
    view = opened_view(work, contract_path)
    item = found_item(view, wanted)
    new = answers(item, text)
    if not new:
        raise RoundRefused(words.NO_QUESTION.format(name=item.name))
    _write(work, view, contract_path, new, words.ANSWERED.format(round=work.branch.round, name=item.name), on)
    return item


def _write(
    work: OpenRound, view: RoundView, contract_path: Path, records: Sequence[NewRecord], subject: str, on: date
) -> None:
    """Write records on the branch, and commit. Raises Faulty where the ledger would have faults."""
    ledger = work.branch.ledger
    contents = new_contents(ledger, records, view.checked.tables.names)
    with work.writing():
        write_together({ledger / name: content for name, content in contents.items()})
        _refuse_faults(ledger, contract_path, words.WITH_FAULTS)
        work.commit(subject, [("Round", work.branch.round), ("Date", on.isoformat())])


def _refuse_faults(ledger: Path, contract_path: Path, told: str) -> None:
    if faults := [*those_of(Grade.FAULT, read(ledger, contract_path).findings())]:
        raise Faulty(faults, told)


# -- approval


def approve(work: OpenRound, contract_path: Path) -> Approved | None:
    """Merge the branch of a round into the editor's branch.

    Returns:
        What was approved; None where there was nothing new.

    Raises:
        RoundRefused: a remark is open, both sides changed the same lines, the ledger would have faults, or git cannot.
            Nothing is changed.
    """
    branch = work.branch
    if not branch.editing:
        raise RoundRefused(words.DETACHED)
    work.open(new=False)
    _refuse_half_merged(branch)
    _refuse_uncommitted(branch)
    head, tip = branch.head(), branch.tip() or ""
    if branch.holds(head, tip):
        return None
    view = branch_view(branch, branch.ledger, contract_path)
    _refuse_open_remarks(view)
    new = [item for item in view.items if item.state is ItemState.WAITING]
    values = sum(isinstance(item.record, Observation) for item in new)
    counts = Approved(values, len(new) - values)
    _try_merge(work, head, tip, contract_path)
    subject = words.APPROVED.format(round=branch.round, counts=counts.counts)
    told = words.NOTE.format(period=_period(view.record), counts=counts.counts)
    try:
        message = f"{subject}\n\nRound: {branch.round}\nNote: {told}"
        branch.git("merge", "--quiet", "--no-ff", "--message", message, branch.name)
    except RoundRefused:
        with suppress(RoundRefused):
            branch.git("merge", "--abort")
        raise
    return counts


def _period(record: Round) -> str:
    return formatting.period(record.period)


def _refuse_half_merged(branch: RoundBranch) -> None:
    """A merge that the editor has begun is the editor's: it is neither gone on with nor given up here."""
    try:
        branch.git("rev-parse", "--quiet", "--verify", "MERGE_HEAD")
    except RoundRefused:
        return
    raise RoundRefused(words.HALF_MERGED)


def _refuse_uncommitted(branch: RoundBranch) -> None:
    """A merge among edits that nobody committed could not be told from them."""
    place = branch.place or "."
    changed = branch.git("status", "--porcelain", "--untracked-files=all", "--", place).splitlines()
    if changed:
        shown = "\n".join(f"  {line[3:]}" for line in changed[:NAMED])
        raise RoundRefused(words.UNCOMMITTED.format(files=shown))


def _refuse_open_remarks(view: RoundView) -> None:
    waiting = [(item, remark) for item in view.items for remark in item.asked_now]
    if waiting:
        lines = [
            words.OPEN_REMARK.format(unit=item.unit.name, name=item.name, text=remark.text, id=item.id)
            for item, remark in waiting
        ]
        raise RoundRefused("\n".join([words.OPEN_REMARKS.format(count=len(waiting)), *lines]))


def _try_merge(work: OpenRound, head: str, tip: str, contract_path: Path) -> None:
    """Bring both sides together in the work tree of the round, where nobody looks; its branch has them afterwards.

    Raises RoundRefused where they clash or where the ledger would have faults; the branch is then as it was.
    """
    branch = work.branch
    with work.writing():
        if not branch.holds(tip, head):
            work.git("checkout", "--quiet", "--detach", tip)
            _merge_head(work, head)
        _refuse_faults(branch.ledger, contract_path, words.FAULTY)
        if not branch.holds(tip, head):
            work.git("checkout", "--quiet", "-B", branch.name)


def _merge_head(work: OpenRound, head: str) -> None:
    """Raises RoundRefused with the places in which both sides changed the same lines."""
    branch = work.branch
    if clashing := work.merge(head):
        lines = [words.CLASH.format(base=branch.base), *(_clash(work, name) for name in clashing)]
        remedy = words.CLASH_REMEDY.format(base=branch.base, branch=branch.name)
        raise RoundRefused("\n".join([*lines, remedy]))


def _clash(work: OpenRound, name: str) -> str:
    """The first place of a file in which both sides changed the same lines."""
    text = (work.branch.folder / name).read_text(encoding="utf-8", errors="replace")
    _, _, after = text.partition("<<<<<<< ")
    own, _, rest = after.partition("\n=======\n")
    theirs, _, _ = rest.partition(">>>>>>> ")
    of_round, of_editor = own.partition("\n")[2].partition("\n||||||| ")[0].splitlines(), theirs.splitlines()
    sides = {"theirs": side_of_clash(of_round, of_editor), "ours": side_of_clash(of_editor, of_round)}
    return words.CLASH_AT.format(file=name, base=work.branch.base, **sides)


def side_of_clash(lines: Sequence[str], others: Sequence[str]) -> str:
    """The lines of a side that the other one has not, as far as there is room."""
    text = " ".join(" ".join(line for line in lines if line not in others).split())
    return (text if len(text) <= SHOWN else text[:SHOWN] + "……") or words.EMPTY_SIDE


# -- what is public


def make_public(branch: RoundBranch, checked: CheckedLedger) -> tuple[str, str] | None:
    """Tag the editor's newest commit as what is public.

    Args:
        branch: the branch of the round.
        checked: the ledger in the editor's folder; nothing in it is doubted or a draft.

    Returns:
        The tag and its commit; None where the round is public already.

    Raises:
        RoundRefused: something of the round is not approved, or not committed.
    """
    _refuse_uncommitted(branch)
    head, tip = branch.head(), branch.tip()
    if tip is not None and not branch.holds(head, tip):
        commit_view = view_of(branch, ledger_at(branch.data, tip, checked.contract).checked())
        waiting = [item for item in commit_view.items if item.state is ItemState.WAITING or item.asked_now]
        raise RoundRefused(words.NOT_APPROVED.format(round=branch.round, count=len(waiting)))
    view = view_of(branch, checked)
    if not view.items:
        raise RoundRefused(words.NOT_RECEIVED.format(round=branch.round))
    if all(item.is_public for item in view.items):
        return None
    tags = branch.git("tag", "--list", f"{ROUND_PREFIX}{branch.round}*").split()
    first = f"{ROUND_PREFIX}{branch.round}"
    tag = next(name for name in chain([first], (f"{first}-{n}" for n in count(2))) if name not in tags)
    title = words.TAG.format(period=_period(view.record))
    branch.git("tag", "--annotate", "--message", f"{title}\n\nRound: {branch.round}", tag)
    return tag, head[:SHORT]


def newest_tag(branch: RoundBranch) -> str:
    """The newest tag of a round."""
    tags = branch.git("tag", "--list", "--sort=creatordate", f"{ROUND_PREFIX}{branch.round}*").split()
    return tags[-1] if tags else ""
