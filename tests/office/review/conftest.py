"""A small ledger with drafts, and a person who looks through them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.ledger.contract import load_contract
from generator.office.review.decisions import Review
from generator.office.review.server import ReviewServer
from generator.office.review.session import Session
from tests.conftest import ROOT
from tests.helpers.drafts import write_drafts
from tests.helpers.review_visitor import Visitor


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the small ledger."""
    return write_drafts(tmp_path)


@pytest.fixture
def visitor(folder: Path) -> Iterator[Visitor]:
    """The person at this machine."""
    server = ReviewServer(Review(Session(folder, load_contract(ROOT / "datapackage.json"))), 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield Visitor(server)
    server.shutdown()
    thread.join()
    server.server_close()
