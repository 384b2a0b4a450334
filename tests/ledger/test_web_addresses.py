"""How an address of the web is written, and an office's line."""

from __future__ import annotations

import json

import pytest

from generator.ledger.web_addresses import ADDRESS, FOLDER, PATTERN, PHONE, PHONE_PATTERN
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


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://ledger.example/zwgk/%E4%B8%80/", True),
        ("http://10.1.2.3:8080/gh/", True),
        ("https://localhost/", False),
        ("http://127.0.0.1:8000/", False),
        ("https://ledger.example//gh/", False),
        ("https://ledger.example/%zz/", False),
        ("https://ledger.example/100%/", False),
    ],
)
def test_where_a_site_may_be(address: str, is_one: bool) -> None:
    """In the web or in an office's own network, and not on one machine alone; codes of signs and strokes are whole."""
    assert bool(FOLDER.fullmatch(address)) == is_one


def test_the_contract_has_the_same_pattern() -> None:
    """Every column for an address or a line is held to it, by other programs, too."""
    tables = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    columns = [field for table in tables for field in table["schema"]["fields"] if field["name"] in ("url", "phone")]
    patterns = [(field["name"], field["constraints"]["pattern"]) for field in columns]
    assert sorted(patterns) == [("phone", PHONE_PATTERN), ("url", PATTERN), ("url", PATTERN)]


@pytest.mark.parametrize(
    "line",
    [
        "022-12345678",
        "02212345678",
        "022 1234 5678",
        "(022)12345678",
        "（022）12345678",
        "86-22-12345678",
        "+86 022-12345678",
        "0797-1234567",
        "12345678",
        "022-12345678-801",
        "022-12345678转801",
        "022-12345678 分机 801",
        "022-12345678/79",
        "022-12345678、12345679",
        "022-12345678（办公室）、022-12345679（传真）",
        "022-12345678; 022-12345679",
        "12345",
        "022-12345",
        "12345转3",
        "96123",
        "119",
        "400-123-4567",
        "4001234567",
        "800 123 4567",
        "000-00000001",
    ],
)
def test_lines_of_offices(line: str) -> None:
    """With area or without, of the whole country, short ones, with extensions, and several of them."""
    assert PHONE.fullmatch(line)


@pytest.mark.parametrize(
    "line",
    [
        "0000",
        "123456789012",
        "022-1234",
        "2",
        "----",
        "022--12345678",
        "12345678901234",
        "0227-123456789",
        "2212345678",
    ],
)
def test_what_is_no_line(line: str) -> None:
    """Digits too many or too few, or none at all."""
    assert not PHONE.fullmatch(line)


def test_a_long_text_is_refused_at_once() -> None:
    """No text makes the pattern try for long: each of these would take a lifetime if it did."""
    for text in ("https://" + "a-" * 50_000, "https://" + "a." * 50_000 + "!", "https://a/" + "../" * 20_000 + " "):
        assert not ADDRESS.fullmatch(text)
    for text in ("022-12345678、" * 5_000, "1" * 50_000, "- " * 50_000, "12345678/1" * 5_000 + "!"):
        assert not PHONE.fullmatch(text)
