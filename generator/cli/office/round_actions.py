"""What can be done about a round in git: send back, note, answer, approve, make public."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Final

from generator.cli.common import contract_path, data_folder, load_publishable, print_error, print_not_written, say
from generator.history.git import NoHistory
from generator.language.office.rounds import approval_words as words
from generator.office.rounds import approval
from generator.office.rounds.round_branch import OpenRound, RoundBranch, RoundRefused, locked, round_branch, why_none


def run_action(options: argparse.Namespace) -> int:
    """Run an action on a round, alone. Nothing is pushed."""
    try:
        branch = round_branch(data_folder(options), options.round)
        with locked(branch, say) as work:
            ACTIONS[options.action](options, work)
    except NoHistory as none:
        print_error(why_none(none, data_folder(options)))
        return 2
    except approval.Faulty as faulty:
        for finding in faulty.findings:
            print_error(str(finding))
        print_error(str(faulty))
        return 1
    except RoundRefused as refused:
        print_error(str(refused))
        return 1
    except OSError as error:
        return print_not_written(error)
    return 0


def _what(options: argparse.Namespace) -> tuple[str, str, date]:
    """Item, words and day. Raises RoundRefused where one is not written."""
    if not options.item or not options.remark:
        raise RoundRefused(words.EMPTY)
    return options.item, options.remark, options.on or date.today()


def _return(options: argparse.Namespace, work: OpenRound) -> None:
    item, id_ = approval.send_back(work, contract_path(options), *_what(options))
    told = {"branch": work.branch.name, "round": work.branch.round}
    print(words.RETURNED_NOW.format(name=item.name, id=id_, **told))


def _note(options: argparse.Namespace, work: OpenRound) -> None:
    item = approval.note(work, contract_path(options), *_what(options))
    print(words.NOTED_NOW.format(name=item.name, branch=work.branch.name))


def _answer(options: argparse.Namespace, work: OpenRound) -> None:
    item = approval.answer(work, contract_path(options), *_what(options))
    print(words.ANSWERED_NOW.format(name=item.name, branch=work.branch.name))


def _approve(options: argparse.Namespace, work: OpenRound) -> None:
    branch = work.branch
    done = approval.approve(work, contract_path(options))
    if done is None:
        print(words.NOTHING_NEW.format(round=branch.round, base=branch.base))
    else:
        print(words.APPROVED_NOW.format(base=branch.base, counts=done.counts, round=branch.round))


def _publish(options: argparse.Namespace, work: OpenRound) -> None:
    branch: RoundBranch = work.branch
    done = approval.make_public(branch, load_publishable(options))
    if done is None:
        print(words.PUBLIC_ALREADY.format(round=branch.round, tag=approval.newest_tag(branch)))
    else:
        print(words.PUBLIC_NOW.format(tag=done[0], commit=done[1]))


ACTIONS: Final[dict[str, Callable[[argparse.Namespace, OpenRound], None]]] = {
    "return": _return,
    "note": _note,
    "answer": _answer,
    "approve": _approve,
    "publish": _publish,
}
"""Action → what does it."""
