"""Where the files of a ledger say from which words a record comes: passages with their fingerprints, and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.ledger.editing.yaml_file import YamlFile, read_file
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence

OF_PLAN = ("tasks", "indicators", "projects")
"""Folders with a folder for each plan; its document is where the records come from."""
OF_DOCUMENT = ("disclosures", "exclusions")
"""Folders with a file for each document."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The keys of a file that name words of a document."""

    file: YamlFile
    mapping: Mapping
    document: str
    """Empty where the file does not say it."""

    def text(self, key: str) -> str:
        """The text of one of the keys."""
        node = self.mapping.get(key)
        return node.text if isinstance(node, Scalar) else ""


def plan_documents(folder: Path) -> dict[str, str]:
    """The document of each plan of a ledger. Raises InvalidLedger and OSError, as :func:`read_file` does."""
    path = folder / "plans.yml"
    root = read_file(path, f"{folder.name}/plans.yml").root if path.is_file() else None
    plans = [plan for plan in root if isinstance(plan, Mapping)] if isinstance(root, Sequence) else []
    return {_text(plan, "id"): _text(plan, "document") for plan in plans}


def document_of(name: str, documents: dict[str, str]) -> str:
    """The document that the records of a file come from, unless they name another one.

    Args:
        name: the name of the file below data/.
        documents: the document of each plan.
    """
    parts = name.removesuffix(".yml").split("/")
    if len(parts) > 2 and parts[0] in OF_PLAN:
        return documents.get(parts[1], "")
    return parts[1] if len(parts) == 2 and parts[0] in OF_DOCUMENT else ""


def evidence(file: YamlFile, key: str, document: str) -> Iterator[Evidence]:
    """Everything in a file that has a key, in order.

    Args:
        file: the file.
        key: ``passage``, or ``quote``.
        document: the document where a record names none.
    """
    for mapping in mappings(file.root):
        if isinstance(mapping.get(key), Scalar):
            yield Evidence(file, mapping, _text(mapping, "document") or document)


def ledger_files(folder: Path) -> Iterator[tuple[str, YamlFile]]:
    """The files of a ledger with their names below data/. Raises InvalidLedger and OSError."""
    files = find_files(folder)
    if links := files.unread_folders():
        raise InvalidLedger(links)
    for name, path in files.files.items():
        if isinstance(path, Path) and path.suffix == ".yml":
            yield name, read_file(path, files.mark(name).file)


def mappings(node: Node) -> Iterator[Mapping]:
    """Every mapping of a file, each before those within it."""
    if isinstance(node, Mapping):
        yield node
    if not isinstance(node, Scalar):
        for part in node.values.values() if isinstance(node, Mapping) else node.items:
            yield from mappings(part)


def _text(mapping: Mapping, key: str) -> str:
    node = mapping.get(key)
    return node.text if isinstance(node, Scalar) else ""
