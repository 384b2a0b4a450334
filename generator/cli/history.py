"""Commands about the versions of the data: ``diff``, ``release``."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing

from generator.cli.common import contract_path, data_folder, print_error
from generator.history.change_guard import guarded
from generator.history.due_version import PREFIX, LedgerState
from generator.history.git import NoHistory, Repository, UnknownRevision, why_git_refused
from generator.history.log_reader import differences
from generator.history.releases import BadRelease, Upcoming, read_releases, tag_message, upcoming
from generator.history.reports import DIFFS, findings_as_markdown
from generator.history.snapshots import Unreadable
from generator.language import command_words, history_words
from generator.ledger.contract import Contract, load_contract
from generator.ledger.load import load, read
from generator.ledger.reading.findings import Finding
from generator.office.rounds.commits import ledger_at
from generator.support.cache_store import CacheStore


def diff(options: argparse.Namespace) -> int:
    """Print what changed from one version of the ledger to another."""
    contract = load_contract(contract_path(options))
    try:
        changes = differences(data_folder(options), contract, options.old, options.new)
        findings = _findings(options, contract) if options.format == "markdown" else None
    except NoHistory as none:
        print_error(command_words.NO_DIFF.format(reason=history_words.NO_HISTORY[none.reason]))
        return 2
    except UnknownRevision as unknown:
        print_error(command_words.UNKNOWN_REVISION.format(revision=unknown))
        return 2
    except Unreadable as unreadable:
        for finding in unreadable.findings:
            print_error(str(finding))
        print_error(command_words.UNREADABLE_REVISION.format(count=len(unreadable.findings)))
        return 1
    between = command_words.BETWEEN.format(old=options.old, new=options.new or command_words.WORKING_TREE)
    print(DIFFS[options.format](contract, changes, between), end="")
    if findings is not None:
        print(findings_as_markdown(findings), end="")
    return 0


def _findings(options: argparse.Namespace, contract: Contract) -> Sequence[Finding]:
    """What the checks say of the newer of two versions."""
    folder = data_folder(options)
    if options.new is None:
        return read(folder, contract_path(options)).findings()
    with closing(Repository(folder)) as repository:
        commit = repository.resolve(options.new)
    return ledger_at(folder, commit, contract).findings()


def release(options: argparse.Namespace) -> int:
    """Say which version is due, and make its tag where the ledger bears it."""
    folder, contract = data_folder(options), contract_path(options)
    checked = guarded(load(folder, contract), contract).publishable()
    state, version = LedgerState(checked.contract, checked.tables.rows), checked.site.version
    try:
        releases = read_releases(folder, contract, CacheStore(None))
        if releases.missing:
            return _untold(releases.missing)
        due = upcoming(folder, contract, releases, state)
        _print_due(due, version)
        fits = due.fits(version)
        if fits and due.changed and not options.check:
            return _make_tag(options, state, version)
        return 0 if fits else 1
    except BadRelease as bad:
        print_error(command_words.RELEASE_REFUSED.format(tag=bad.tag, why=command_words.BAD_RELEASE[bad.reason]))
        return 1
    except NoHistory as none:
        return _untold(none.reason)


def _untold(reason: str) -> int:
    """Say why git does not tell of all releases; returns the exit status."""
    print_error(command_words.RELEASE_UNTOLD.format(reason=history_words.NO_RELEASES[reason]))
    return 2


def _print_due(due: Upcoming, version: str) -> None:
    """Say which number is due and why."""
    if due.last is None:
        print(command_words.RELEASE_FIRST.format(version=version))
        return
    if not due.changed:
        print(command_words.RELEASE_SAME.format(last=due.last.version))
        return
    what = due.due.reasons[0]
    if len(due.due.reasons) > 1:
        what = command_words.RELEASE_AND_MORE.format(first=what, count=len(due.due.reasons))
    why = history_words.DUE_PARTS[due.due.part]
    print(command_words.RELEASE_DUE.format(last=due.last.version, why=why, what=what, due=due.version))
    agrees = due.fits(version)
    words = command_words.RELEASE_AGREES if agrees else command_words.RELEASE_DISAGREES
    print(words.format(version=version, due=due.version), file=sys.stdout if agrees else sys.stderr)


def _make_tag(options: argparse.Namespace, state: LedgerState, version: str) -> int:
    """Make the tag of a release."""
    tag = f"{PREFIX}{version}"
    repository = Repository(data_folder(options))
    if repository.uncommitted():
        print_error(command_words.RELEASE_UNCOMMITTED)
        return 1
    try:
        repository.create_tag(tag, tag_message(state, options.message))
    except subprocess.CalledProcessError as refused:
        print_error(command_words.RELEASE_GIT.format(tag=tag, message=why_git_refused(refused)))
        return 1
    print(command_words.RELEASE_TAGGED.format(tag=tag))
    return 0
