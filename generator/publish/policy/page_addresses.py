"""Hand-written pages whose address another page has: readers would see one of them alone."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path
from typing import Final

from generator.ledger.reading.findings import Finding, Mark

MARKDOWN: Final = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Endings of the files that the engine makes pages of."""
WHOLE: Final = (".html",)
"""Endings of pages that it takes as they are."""
FIRST: Final = ("index", "README")
"""Names of the page of a folder itself."""


def own_pages(docs: Path) -> list[Path]:
    """The pages of a folder, in the order of their names; a name that begins with a dot the engine leaves out."""
    pages = (path for path in docs.rglob("*") if path.is_file() and path.suffix in (*MARKDOWN, *WHOLE))
    return sorted(page for page in pages if not any(part.startswith(".") for part in page.relative_to(docs).parts))


def file_in_site(page: Path, docs: Path) -> str:
    """The file that a page becomes."""
    name = page.relative_to(docs)
    if page.suffix in WHOLE:
        return name.as_posix()
    folder = name.parent if page.stem in FIRST else name.with_suffix("")
    return (folder / "index.html").as_posix()


def address_findings(docs: Path, generated: Set[str]) -> Iterator[Finding]:
    """The pages that have the address of a generated page, or of one before them.

    Args:
        docs: the folder of hand-written pages.
        generated: the files of the site that are generated pages.
    """
    seen: dict[str, str] = {}
    for page in own_pages(docs):
        name, file = f"{docs.name}/{page.relative_to(docs).as_posix()}", file_in_site(page, docs)
        if file in generated:
            yield Finding("page-address", Mark(name), {"value": f"/{file.removesuffix('index.html')}"})
        elif file in seen:
            yield Finding("page-twice", Mark(name), {"value": seen[file]})
        seen.setdefault(file, name)
