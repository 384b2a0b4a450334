"""What stands beside the files of a zip: what it is, how to open it, under which licence, as of which day."""

from __future__ import annotations

from generator.downloads.dataset import Dataset
from generator.language import download_words

NAME = "README.txt"


def readme_of_site(dataset: Dataset) -> bytes:
    """For the whole site in one zip."""
    return _readme(dataset, download_words.SITE_README)


def readme_of_data(dataset: Dataset) -> bytes:
    """For the data package."""
    return _readme(dataset, download_words.DATA_README)


def _readme(dataset: Dataset, text: str) -> bytes:
    facts = "\n".join("：".join(line) for line in dataset.provenance.lines())
    return text.format(name=dataset.site.name, facts=facts).encode()
