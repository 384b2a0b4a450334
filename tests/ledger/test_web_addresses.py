"""How an address of the web is written."""

from __future__ import annotations

import json

import pytest

from generator.ledger.web_addresses import ADDRESS, PATTERN
from tests.conftest import ROOT


@pytest.mark.parametrize(
    "address",
    [
        "http://www.gov.example",
        "https://www.gov.example:8443/zwgk/gh/2024/t20240101_1.html",
        "https://www.gov.example/system/2018/01/18/010.shtml?a=1&b=%E4%B8%80#p1",
        "https://www.gov.example/文件/1.html",
        "http://云澜区政府.政务/",
        "http://10.1.2.3:65535/a..b/.well-known/~c/(d);e=f@g",
    ],
)
def test_what_offices_have(address: str) -> None:
    """Pages of portals, with ports, queries and fragments, in Chinese and in an office's own network."""
    assert ADDRESS.fullmatch(address)


def test_the_contract_has_the_same_pattern() -> None:
    """Every column for an address is held to it, by other programs, too."""
    tables = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    columns = [field for table in tables for field in table["schema"]["fields"] if field["name"] == "url"]
    assert [field["constraints"]["pattern"] for field in columns] == [PATTERN] * 2


def test_a_long_text_is_refused_at_once() -> None:
    """No text makes the pattern try for long: each of these would take a lifetime if it did."""
    for text in ("https://" + "a-" * 50_000, "https://" + "a." * 50_000 + "!", "https://a/" + "../" * 20_000 + " "):
        assert not ADDRESS.fullmatch(text)
