"""Settings of the site, data/site.yml: everything about the place, so that no other file knows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.language import finding_words, setting_words
from generator.language.formatting import unstopped
from generator.ledger.enums import PlaceLevel
from generator.ledger.hidden_characters import HIDDEN
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence, is_empty
from generator.ledger.upgrades import VERSION
from generator.ledger.web_addresses import ADDRESS, CHANNEL, FOLDER, PHONE
from generator.support.suggestions import closest_match


@dataclass(frozen=True)
class Licence:
    """Licence of the data: short name, title, address of its text, and the words to cite."""

    name: str
    title: str
    path: str
    attribution: str


@dataclass(frozen=True)
class DisclosureOffice:
    """The government's office that takes requests for information: its name, address, public line and page."""

    name: str
    address: str = ""
    phone: str = ""
    url: str = ""


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
    level: PlaceLevel = PlaceLevel.DISTRICT
    noindex: bool = False
    """Whether search engines are asked to leave the site alone; without a word of the settings a demonstration asks."""
    notice: str = ""
    url: str = ""
    edit_url: str = ""
    publisher: str = ""
    undertaker: str = ""
    contact: str = ""
    disclosure_office: DisclosureOffice | None = None
    """Who takes requests for what no administrative organ of the ledger answers for; None where it is not known."""
    feedback: str = ""
    site_code: str = ""
    badge_url: str = ""
    icp: str = ""
    icp_url: str = ""
    police: str = ""
    police_url: str = ""
    column_type: str = ""
    keywords: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    """What of the office's own work everybody may see, of :data:`OFFICE_WORK`; nothing unless the settings say so."""
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Everyday words, each with the official words by which the search finds pages for it."""

    @property
    def whole(self) -> str:
        """What documents call the whole of the place: 全区, 全县, 全市."""
        return setting_words.WHOLE_PLACE[self.level]

    @property
    def territories(self) -> str:
        """What the towns and other territories of the place are called together: 街镇, 乡镇, 县区."""
        return setting_words.TERRITORIES[self.level]

    @property
    def unpublished_tables(self) -> tuple[str, ...]:
        """The tables that no page and no download shows."""
        return tuple(table for work, tables in OFFICE_WORK.items() if work not in self.public for table in tables)

    @property
    def domain(self) -> str:
        """Name of the host at which the site will live; empty when it has no address yet."""
        return urlsplit(self.url).hostname or ""


OFFICE_WORK: dict[str, tuple[str, ...]] = {"rounds": ("rounds", "submissions"), "appraisal": ()}
"""What ``public`` may name → the tables that belong to it."""
REQUIRED = ("name", "place", "description", "demonstration", "licence", "version", "package")
NUMBER = "(?:0|[1-9][0-9]*)"
Forms = dict[str, re.Pattern[str]]
"""Key → how its value is written."""
FORMS: Forms = {
    "contract": re.compile(VERSION),
    "level": re.compile("|".join(PlaceLevel)),
    "demonstration": re.compile("true|false"),
    "noindex": re.compile("true|false"),
    "url": FOLDER,
    "edit_url": FOLDER,
    "badge_url": ADDRESS,
    "icp_url": ADDRESS,
    "police_url": ADDRESS,
    "feedback": CHANNEL,
    "version": re.compile(rf"{NUMBER}\.{NUMBER}\.{NUMBER}"),
    "package": re.compile("[a-z0-9]+(-[a-z0-9]+)*"),
    "path": ADDRESS,
    "phone": PHONE,
}
"""How settings are written that are no free text."""
OFFICE_FORMS = {"url": FORMS["path"], "phone": FORMS["phone"]}
"""The same for the parts of the disclosure office, whose page may stand anywhere."""
GROUPS = ("licence", "disclosure_office")
"""Settings of several parts."""
LISTS = ("keywords", "public")
SYNONYMS = "synonyms"
WORD = re.compile(r"[^\s、=]{2,}")
PLACEHOLDERS = ("id", "page", "version", "title")
"""What a page fills into the address of the channel for corrections."""
PLACEHOLDER = re.compile(r"\{([^{}]*)\}|[{}]")


def read_site(node: Node | None) -> tuple[SiteSettings | None, list[Finding]]:
    """Settings from their YAML; None with findings when a required one is missing or a value is of no use.

    No settings at all give no finding here: the reading of the files reports that the file is missing.
    """
    if node is None or is_empty(node):
        return None, []
    if not isinstance(node, Mapping):
        titles = "、".join(setting_words.SITE_TITLES[key] for key in REQUIRED)
        return None, [Finding("site-missing", node.mark, {"key": "、".join(REQUIRED), "title": titles})]
    values, findings = _read(node, setting_words.SITE_TITLES, REQUIRED)
    licence, found = _group(node, "licence", setting_words.LICENCE_TITLES, tuple(setting_words.LICENCE_TITLES))
    office, of_office = _group(node, "disclosure_office", setting_words.OFFICE_TITLES, ("name",), OFFICE_FORMS)
    findings += found + of_office
    if licence:
        values["licence"] = Licence(**licence)
    if office:
        values["disclosure_office"] = DisclosureOffice(**office)
    if values.pop("contract", None) is None and not any(f.values["key"] == "contract" for f in findings):
        findings.append(Finding("contract-old", node.mark))
    if findings:
        return None, findings
    if notice := values.get("notice"):  # it stands within sentences and in brackets
        values["notice"] = unstopped(str(notice))
    if level := values.get("level"):
        values["level"] = PlaceLevel(str(level))
    values["noindex"] = values.get("noindex", values["demonstration"]) == "true"
    values["demonstration"] = values["demonstration"] == "true"
    return SiteSettings(**{k: v for k, v in values.items() if v != ""}), []  # type: ignore[arg-type]  # _read gives texts


def _group(
    node: Mapping, key: str, titles: dict[str, str], required: tuple[str, ...], forms: Forms = FORMS
) -> tuple[dict[str, str], list[Finding]]:
    """The parts of a setting of several, and what is wrong with them; no parts where something is, or it is empty."""
    group = node.get(key)
    if isinstance(group, Mapping):
        parts, findings = _read(group, titles, required, forms)
        return ({} if findings else {name: str(part) for name, part in parts.items()}), findings
    if group is None or _is_blank(group):
        return {}, []
    return {}, [_unusable(key, group, node.key_mark(key))]


def _read(
    settings: Mapping, titles: dict[str, str], required: tuple[str, ...], forms: Forms = FORMS
) -> tuple[dict[str, object], list[Finding]]:
    """Values of the known keys, and what is wrong with keys and values."""
    findings: list[Finding] = []
    values: dict[str, object] = {}
    mistyped: set[str] = set()
    for key, node in settings.values.items():
        mark = settings.key_mark(key)
        if key not in titles:
            match = closest_match(key, titles)
            mistyped.add(match or "")
            findings.append(Finding("unknown-key", mark, {"key": key, "hint": match or "、".join(titles)}))
        elif key not in GROUPS and not _is_blank(node):
            value = _value(key, node, forms)
            if value is None:
                findings.append(_unusable("path" if forms.get(key) is FORMS["path"] else key, node, mark, key))
            else:
                values[key] = value
                findings += _placeholders(key, node, mark)
    for key in required:
        given = settings.get(key)
        if (given is None and key not in mistyped) or (given is not None and _is_blank(given)):
            findings.append(Finding("site-missing", settings.key_mark(key), {"key": key, "title": titles[key]}))
    return values, findings


def _is_blank(node: Node) -> bool:
    """Whether a value is a text of nothing but white space."""
    return isinstance(node, Scalar) and not node.text.strip()


def _value(key: str, node: Node, forms: Forms) -> object:
    """The value of a setting, or None when it is of no use."""
    if key == SYNONYMS:
        return _synonyms(node)
    if key in LISTS:
        words = _words(node)
        return words if key != "public" or (words is not None and OFFICE_WORK.keys() >= {*words}) else None
    if not isinstance(node, Scalar) or not _is_seen(node.text):
        return None
    return node.text if key not in forms or forms[key].fullmatch(node.text) else None


def _words(node: Node) -> tuple[str, ...] | None:
    """The texts of a list; None when it is no list of texts."""
    texts = _texts(node)
    is_good = isinstance(node, Sequence) and len(texts) == len(node.items) and all(map(_is_seen, texts))
    return tuple(texts) if is_good else None


def _is_seen(text: str) -> bool:
    """Whether a text has no character that nobody sees."""
    return text.isprintable() and not HIDDEN.search(text)


def _synonyms(node: Node) -> object:
    """Everyday words with their official words, or None when one is no word."""
    if not isinstance(node, Mapping):
        return None
    pairs = tuple((everyday, _words(officials) or ()) for everyday, officials in node.values.items())
    words = (word for everyday, officials in pairs for word in (everyday, *officials))
    return pairs if all(officials for _, officials in pairs) and all(map(WORD.fullmatch, words)) else None


def _unusable(form: str, node: Node, mark: Mark, key: str = "") -> Finding:
    """The finding about a value that is of no use, with what is allowed; ``form`` is the key unless one is given."""
    shown = node.text if isinstance(node, Scalar) else "、".join(_texts(node))
    has_form = form in FORMS or form in LISTS or form in (*GROUPS, SYNONYMS)
    is_text = isinstance(node, Scalar) or form not in FORMS
    allowed = finding_words.SITE_ALLOWED[form if has_form and is_text else "text"]
    return Finding("site-value", mark, {"key": key or form, "value": shown, "allowed": allowed})


def _placeholders(key: str, node: Node, mark: Mark) -> list[Finding]:
    """Findings about placeholders in the channel's address that no page can fill."""
    if key != "feedback" or not isinstance(node, Scalar):
        return []
    unknown = [match[0] for match in PLACEHOLDER.finditer(node.text) if match[1] not in PLACEHOLDERS]
    allowed = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    return [Finding("site-placeholder", mark, {"key": key, "value": text, "allowed": allowed}) for text in unknown]


def _texts(node: Node) -> list[str]:
    """The texts in a list."""
    return [item.text for item in node if isinstance(item, Scalar)] if isinstance(node, Sequence) else []
