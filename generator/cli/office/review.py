"""The command ``review``."""

from __future__ import annotations

import argparse
import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.cli.common import contract_path, print_error
from generator.history.git import NoHistory
from generator.language import command_words
from generator.language.office import review_words
from generator.language.office.rounds import branch_words, round_review_words
from generator.ledger.contract import load_contract
from generator.office.review.decisions import Review
from generator.office.review.server import Reviewed, ReviewServer
from generator.office.review.session import DATA, Session
from generator.office.rounds.review.round_review import RoundReview
from generator.office.rounds.round_branch import RoundRefused, round_branch, why_none


def review(options: argparse.Namespace) -> int:
    """Show drafts beside their documents, or a round beside the last one, and write what a person decides."""
    folder: Path = options.folder
    if not (folder / DATA / "plans.yml").is_file():
        print_error(review_words.NO_LEDGER.format(folder=folder))
        return 2
    if options.round:
        return _review_round(options)
    session = Session(folder, load_contract(contract_path(options)))
    return _serve(options, Review(session), review_words.STARTED, lambda: _ended(session))


def _ended(session: Session) -> str:
    return review_words.ENDED.format(left=len(session.state().records))


def _review_round(options: argparse.Namespace) -> int:
    """Show what came in for a round."""
    data = options.folder / DATA
    try:
        branch = round_branch(data, options.round)
        if branch.tip() is None:
            print_error(branch_words.NO_BRANCH.format(branch=branch.name))
            return 1
        reviewed = RoundReview(branch, contract_path(options), date.today())
        reviewed.view()
    except NoHistory as none:
        print_error(why_none(none, data))
        return 2
    except RoundRefused as refused:
        print_error(str(refused))
        return 1
    started = round_review_words.STARTED.replace("{round}", options.round)
    return _serve(options, reviewed, started, lambda: _round_ended(reviewed))


def _round_ended(reviewed: RoundReview) -> str:
    return round_review_words.ENDED.format(left=sum(map(reviewed.waits, reviewed.view().items)))


def _serve(options: argparse.Namespace, reviewed: Reviewed, started: str, ended: Callable[[], str]) -> int:
    """Answer the browser of this machine until Ctrl-C."""
    try:
        server = ReviewServer(reviewed, options.port)
    except OSError:
        print_error(command_words.PORT_TAKEN.format(port=options.port, other=options.port + 1))
        return 1
    print(started.format(address=server.guard.address), flush=True)
    if options.open:
        webbrowser.open(server.guard.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print(ended())
    finally:
        server.server_close()
    return 0
