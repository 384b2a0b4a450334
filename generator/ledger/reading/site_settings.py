"""Settings of the site, data/site.yml: everything about the place, so that no other file knows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.language import finding_words, setting_words
from generator.ledger.reading.nodes import Finding, Mapping, Mark, Node, Scalar, Sequence
from generator.support.suggestions import closest_match


@dataclass(frozen=True)
class Licence:
    """Licence of the data: short name, title, address of its text, and the words to cite."""

    name: str
    title: str
    path: str
    attribution: str


@dataclass(frozen=True)
class SiteSettings:
    """Settings of one site. Optional ones are empty when not given; nothing is filled in for them."""

    name: str
    place: str
    description: str
    demonstration: bool
    licence: Licence
    version: str
    package: str
    notice: str = ""
    url: str = ""
    edit_url: str = ""
    publisher: str = ""
    undertaker: str = ""
    contact: str = ""
    feedback: str = ""
    site_code: str = ""
    badge_url: str = ""
    icp: str = ""
    icp_url: str = ""
    police: str = ""
    police_url: str = ""
    column_type: str = ""
    keywords: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Everyday words, each with the official words by which the search finds pages for it."""

    @property
    def domain(self) -> str:
        """Name of the host at which the site will live; empty when it has no address yet."""
        return urlsplit(self.url).hostname or ""


REQUIRED = ("name", "place", "description", "demonstration", "licence", "version", "package")
NUMBER = "(?:0|[1-9][0-9]*)"
FORMS = {
    "demonstration": re.compile("true|false"),
    "url": re.compile(r"https?://[!-~]+/"),
    "edit_url": re.compile(r"https?://[!-~]+/"),
    "badge_url": re.compile(r"https?://[!-~]+"),
    "icp_url": re.compile(r"https?://[!-~]+"),
    "police_url": re.compile(r"https?://[!-~]+"),
    "feedback": re.compile(r"mailto:[^\s@?]+@[^\s@?]+(?:\?.*)?|https?://[^\s/?#{}]+(?:[/?#].*)?"),
    "version": re.compile(rf"{NUMBER}\.{NUMBER}\.{NUMBER}"),
    "package": re.compile("[a-z0-9]+(-[a-z0-9]+)*"),
    "path": re.compile(r"https?://[!-~]+"),
}
"""How the settings are written that are no free text."""
LISTS = ("keywords",)
SYNONYMS = "synonyms"
WORD = re.compile(r"[^\s、=]{2,}")
PLACEHOLDERS = ("id", "page", "version", "title")
"""What a page says of itself in the address of the channel for corrections."""
PLACEHOLDER = re.compile(r"\{([^{}]*)\}|[{}]")


def read_site(node: Node | None) -> tuple[SiteSettings | None, list[Finding]]:
    """Settings from their YAML; None with findings when a required one is missing or a value is of no use.

    No settings at all give no finding here: that the file is missing is told where files are read.
    """
    if node is None or (isinstance(node, Scalar) and not node.text):
        return None, []
    if not isinstance(node, Mapping):
        titles = "、".join(setting_words.SITE_TITLES[k] for k in REQUIRED)
        return None, [Finding("site-missing", node.mark, {"key": "、".join(REQUIRED), "title": titles})]
    values, findings = _read(node, setting_words.SITE_TITLES, REQUIRED)
    licence = node.get("licence")
    if isinstance(licence, Mapping):
        parts, inner = _read(licence, setting_words.LICENCE_TITLES, tuple(setting_words.LICENCE_TITLES))
        findings += inner
        if not inner:
            values["licence"] = Licence(**parts)  # type: ignore[arg-type]  # _read gives texts
    elif licence is not None and not _empty(licence):
        findings.append(_bad("licence", licence, node.key_mark("licence")))
    if findings:
        return None, findings
    values["demonstration"] = values["demonstration"] == "true"
    return SiteSettings(**{k: v for k, v in values.items() if v != ""}), []  # type: ignore[arg-type]  # _read gives texts


def _read(node: Mapping, titles: dict[str, str], required: tuple[str, ...]) -> tuple[dict[str, object], list[Finding]]:
    """Values of the known keys, and what is wrong with keys and values."""
    findings: list[Finding] = []
    values: dict[str, object] = {}
    taken_for: set[str] = set()
    for entry in node.entries.values():
        if entry.key not in titles:
            near = closest_match(entry.key, titles)
            taken_for.add(near or "")
            findings.append(Finding("unknown-key", entry.mark, {"key": entry.key, "near": near or "、".join(titles)}))
        elif entry.key != "licence" and not _empty(entry.value):
            value = _value(entry.key, entry.value)
            if value is None:
                findings.append(_bad(entry.key, entry.value, entry.mark))
            else:
                values[entry.key] = value
                findings += _placeholders(entry.key, entry.value, entry.mark)
    for key in required:
        given = node.get(key)
        if (given is None and key not in taken_for) or (given is not None and _empty(given)):
            findings.append(Finding("site-missing", node.key_mark(key), {"key": key, "title": titles[key]}))
    return values, findings


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _value(key: str, node: Node) -> object:
    """The value of a setting, or None when it is of no use."""
    if key == SYNONYMS:
        return _synonyms(node)
    if key in LISTS:
        if not isinstance(node, Sequence) or not all(isinstance(i, Scalar) for i in node):
            return None
        return tuple(i.text for i in node if isinstance(i, Scalar))
    if not isinstance(node, Scalar) or not node.text.isprintable():
        return None
    return node.text if key not in FORMS or FORMS[key].fullmatch(node.text) else None


def _synonyms(node: Node) -> object:
    """Everyday words with their official words, or None when one is no word."""
    if not isinstance(node, Mapping):
        return None
    pairs = tuple((entry.key, tuple(_texts(entry.value))) for entry in node.entries.values())
    whole = all(
        officials and isinstance(entry.value, Sequence) and len(officials) == len(entry.value.items)
        for (_, officials), entry in zip(pairs, node.entries.values(), strict=True)
    )
    words = (word for everyday, officials in pairs for word in (everyday, *officials))
    return pairs if whole and all(map(WORD.fullmatch, words)) else None


def _bad(key: str, node: Node, mark: Mark | None = None) -> Finding:
    shown = node.text if isinstance(node, Scalar) else "、".join(_texts(node))
    single = key in FORMS or key in LISTS or key in ("licence", SYNONYMS)
    listed = not isinstance(node, Scalar) and key in FORMS
    allowed = finding_words.SITE_ALLOWED[key if single and not listed else "text"]
    return Finding("site-value", mark or node.mark, {"key": key, "value": shown, "allowed": allowed})


def _placeholders(key: str, node: Node, mark: Mark) -> list[Finding]:
    """What a channel's address asks a page for that no page can tell."""
    if key != "feedback" or not isinstance(node, Scalar):
        return []
    unknown = [m[0] for m in PLACEHOLDER.finditer(node.text) if m[1] not in PLACEHOLDERS]
    allowed = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    return [Finding("site-placeholder", mark, {"key": key, "value": u, "allowed": allowed}) for u in unknown]


def _texts(node: Node) -> list[str]:
    """The texts in a list, for showing them."""
    if isinstance(node, Sequence):
        return [i.text for i in node if isinstance(i, Scalar)]
    return []
