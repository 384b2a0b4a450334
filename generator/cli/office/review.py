"""The command ``review``."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.cli.common import contract_path, print_error
from generator.language import command_words
from generator.language.office import review_words
from generator.ledger.contract import load_contract
from generator.office.review.decisions import Review
from generator.office.review.server import ReviewServer
from generator.office.review.session import DATA, Session


def review(options: argparse.Namespace) -> int:
    """Show drafts beside their documents on this machine, and write what a person decides."""
    folder: Path = options.folder
    if not (folder / DATA / "plans.yml").is_file():
        print_error(review_words.NO_LEDGER.format(folder=folder))
        return 2
    session = Session(folder, load_contract(contract_path(options)))
    try:
        server = ReviewServer(Review(session), options.port)
    except OSError:
        print_error(command_words.PORT_TAKEN.format(port=options.port, other=options.port + 1))
        return 1
    print(review_words.STARTED.format(address=server.guard.address), flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print(review_words.ENDED.format(left=len(session.state().records)))
    finally:
        server.server_close()
    return 0
