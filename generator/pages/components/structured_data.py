"""What a page tells machines of itself, in the words of schema.org: JSON-LD in an element that no browser runs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.record_dates import RecordDates
from generator.language import page_words
from generator.language.download_words import SHARE_IMAGE, ZIP_MEDIA_TYPE, formats_of
from generator.ledger.reading.site_settings import SiteSettings
from generator.pages.components.references import Ref

SIGNS = re.compile('["\\\\<>&\x00-\x1f\u2028\u2029]')
"""What may not stand as it is in a text of JSON, or ends the element that holds it."""
IN_HTML = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
LONGEST = 5000
"""Characters that catalogues of data sets take of a description."""

_OPEN = '<script type="application/ld+json">'
_LIST = _OPEN + '{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":['
_ITEM = '{"@type":"ListItem","position":'


def text(value: str) -> str:
    """A text between the quotation marks of JSON, harmless within HTML."""
    if SIGNS.search(value) is None:
        return value
    return json.dumps(value, ensure_ascii=False)[1:-1].translate(IN_HTML)


def breadcrumbs(root: str, trail: Iterable[Ref], title: str) -> Markup:
    """The trail of a page, as it is shown; ``root`` leads to the site, by its address where it is known."""
    items = [f'{_ITEM}1,"name":"{page_words.HOME}","item":"{root or "./"}"}}']
    for ref in trail:
        items.append(f'{_ITEM}{len(items) + 1},"name":"{text(ref.title)}","item":"{root}{ref.path}"}}')
    items.append(f'{_ITEM}{len(items) + 1},"name":"{text(title)}"}}')
    return Markup(f"{_LIST}{','.join(items)}]}}</script>")


def source_tags(index: LedgerIndex, document: str | None) -> tuple[tuple[str, str], ...]:
    """Tags for the head of a page whose facts come from a document: who issued it and the day, where it gives one."""
    record = index.documents.get(document or "")
    if record is None:
        return (("ContentSource", index.site.publisher),) if index.site.publisher else ()
    issuer = ("ContentSource", record.issuer)
    return (("PubDate", record.published_on.isoformat()), issuer) if record.published_on else (issuer,)


def page_address(site: SiteSettings, path: str) -> str:
    """The whole address of a page; a site that does not know its own gets a word in its place."""
    return f"{site.url or page_words.NO_ADDRESS}{path}"


def share_tags(site: SiteSettings, folder: str, words: str) -> tuple[tuple[str, str], ...]:
    """Tags of the image that other sites show of a page: they want its whole address, so there is none without one."""
    if not site.url:
        return ()
    image = f"{site.url}{folder}{SHARE_IMAGE}"
    return ("og:image", image), ("og:image:type", "image/svg+xml"), ("og:image:alt", words)


def dataset(
    site: SiteSettings, tables: Iterable[str], years: Sequence[int], dates: RecordDates, optional: Iterable[str] = ()
) -> Markup:
    """The data of the site for catalogues of data sets; addresses are relative to the page of the data.

    ``optional`` are the optional formats of the site.
    """
    names, formats, folder = [*tables], formats_of(optional), f"{site.url}data/" if site.url else ""
    files = [(f"{site.package}.zip", ZIP_MEDIA_TYPE)]
    files += [(form.file(site.package), form.media_type) for form in formats if form.one_file]
    files += [(form.file(name), form.media_type) for name in names for form in formats if not form.one_file]
    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": site.name,
        "description": page_words.DATASET.format(description=site.description, tables=len(names))[:LONGEST],
        "url": folder or "./",
        "version": site.version,
        "license": site.licence.path,
        "creditText": site.licence.attribution,
        "creator": {"@type": "Organization", "name": site.publisher or site.name},
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "spatialCoverage": {"@type": "Place", "name": site.place},
        "distribution": [_download(f"{folder}{file}", file, media_type) for file, media_type in files],
    }
    if years:
        about["temporalCoverage"] = f"{min(years)}/{max(years)}"
    if dates.modified:
        about["dateModified"] = dates.modified
    if dates.changed and dates.document:
        about["datePublished"] = dates.document
    if site.keywords:
        about["keywords"] = [*site.keywords]
    written = json.dumps(about, ensure_ascii=False, separators=(",", ":")).translate(IN_HTML)
    return Markup(f"{_OPEN}{written}</script>")


def _download(address: str, file: str, media_type: str) -> dict[str, str]:
    return {"@type": "DataDownload", "name": file, "encodingFormat": media_type, "contentUrl": address}
