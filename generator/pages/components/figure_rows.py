"""The rows of the figures of an indicator on its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.language import page_words
from generator.pages.components.figures import Figure
from generator.pages.components.plain_html import escaped, linked

LABELS = page_words.FIGURE_COLUMNS


def figure_rows(root: str, place: str, figures: Iterable[Figure], broken_down: bool, worded: bool) -> Markup:
    """A row for each figure.

    Args:
        root: leads to the root of the site.
        place: what a figure is of that is no organisation's own.
        figures: the figures.
        broken_down: whether there is a column for whose they are.
        worded: whether there is a column for the words of the documents.
    """
    return Markup("".join(_rows(root, escaped(place), figures, broken_down, worded)))


def _rows(root: str, place: str, figures: Iterable[Figure], broken_down: bool, worded: bool) -> Iterator[str]:
    for f in figures:
        text, source = f"<del>{escaped(f.text)}</del>" if f.replaced else escaped(f.text), f.source
        tags = "".join(f' <span class="pl-tag">{escaped(remark)}</span>' for remark in f.remarks) if f.remarks else ""
        whose = linked(root, f.organization) if f.organization else place
        notes = "".join(map(_footnote, f.footnotes)) if f.footnotes else ""
        yield (
            f'<tr class="pl-row--{"result" if f.observed else "target"}"><th scope="row">{escaped(f.period)}</th>'
            f'<td data-label="{LABELS["kind"]}" data-pagefind-ignore>{f.kind}{tags}</td>'
            f"{_cell('scope', whose) if broken_down else ''}"
            f'<td data-label="{LABELS["number"]}" class="pl-number">{text}{notes}</td>'
            f"{_cell('wording', _wording(root, f)) if worded else ''}"
            f'<td data-label="{LABELS["source"]}" data-pagefind-ignore><a href="{root}{escaped(source.clause.path)}" '
            f'title="{escaped(source.document.title)}">{escaped(source.clause.title)}</a></td></tr>\n'
        )


def _footnote(number: int) -> str:
    return f'<sup><a href="#note-{number}">{page_words.FOOTNOTE}{number}</a></sup>'


def _cell(column: str, content: str) -> str:
    return f'<td data-label="{LABELS[column]}">{content}</td>'


def _wording(root: str, figure: Figure) -> str:
    """The words of the document, its note, and what took the figure's place."""
    words = escaped(figure.wording)
    if figure.note:
        words += f'<span class="pl-about">{page_words.FIGURE_NOTE.format(note=escaped(figure.note))}</span>'
    if figure.replaced:
        later = page_words.FIGURE_REPLACED[figure.observed].format(document=linked(root, figure.replaced.document))
        words += f'<span class="pl-about">{later}</span>'
    return words
