"""Settings of the site, data/site.yml: everything about the place, so that no other file knows it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from generator import terms
from generator.near import nearest
from generator.source import Finding, Mapping, Mark, Node, Scalar, Sequence

BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True)
class Licence:
    """Licence of the data: short name, title, address of its text, and the words to cite."""

    name: str
    title: str
    path: str
    attribution: str


@dataclass(frozen=True)
class Site:
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
    publisher: str = ""
    contact: str = ""
    site_code: str = ""
    icp: str = ""
    police: str = ""
    keywords: tuple[str, ...] = ()


REQUIRED = ("name", "place", "description", "demonstration", "licence", "version", "package")


def read_site(node: Node | None, file: str) -> tuple[Site | None, list[Finding]]:
    """Settings from their YAML; None with findings when a required one is missing or a value is of no use."""
    if not isinstance(node, Mapping):
        mark = node.mark if node is not None else Mark(file)
        return None, [Finding("site-missing", mark, {"key": k, "title": terms.SITE_TITLES[k]}) for k in REQUIRED]
    findings = [*_unknown(node, terms.SITE_TITLES), *_missing(node, REQUIRED, terms.SITE_TITLES)]
    values: dict[str, object] = {}
    for entry in node.entries.values():
        if isinstance(entry.value, Scalar) and entry.key in terms.SITE_TITLES:
            values[entry.key] = entry.value.text
        elif isinstance(entry.value, Sequence):
            values[entry.key] = tuple(i.text for i in entry.value if isinstance(i, Scalar))
    findings += _shapes(node, values)
    licence = node.get("licence")
    if isinstance(licence, Mapping):
        inner = [
            *_unknown(licence, terms.LICENCE_TITLES),
            *_missing(licence, tuple(terms.LICENCE_TITLES), terms.LICENCE_TITLES),
        ]
        findings += inner
        parts = {k: n.value.text for k, n in licence.entries.items() if isinstance(n.value, Scalar)}
        if not inner:
            values["licence"] = Licence(**parts)
    if findings:
        return None, findings
    values["demonstration"] = BOOLEANS[str(values["demonstration"])]
    known = {f.name for f in fields(Site)}
    return Site(**{k: v for k, v in values.items() if k in known}), []  # type: ignore[arg-type]  # checked by _shapes


def _unknown(node: Mapping, known: dict[str, str]) -> list[Finding]:
    return [
        Finding("unknown-key", entry.mark, {"key": entry.key, "near": nearest(entry.key, known) or "、".join(known)})
        for entry in node.entries.values()
        if entry.key not in known
    ]


def _missing(node: Mapping, required: tuple[str, ...], titles: dict[str, str]) -> list[Finding]:
    """Required keys that are not there or left empty."""
    return [
        Finding("site-missing", node.key_mark(key), {"key": key, "title": titles[key]})
        for key in required
        if isinstance(value := node.get(key) or Scalar("", node.mark), Scalar) and not value.text.strip()
    ]


def _shapes(node: Mapping, values: dict[str, object]) -> list[Finding]:
    """Values that are of another shape than the setting needs."""
    found = []

    def bad(key: str, allowed: str) -> None:
        value = values.get(key, "")
        found.append(Finding("site-value", node.key_mark(key), {"key": key, "value": value, "allowed": allowed}))

    for key in terms.SITE_TITLES:
        value = node.get(key)
        if value is None:
            continue
        if key == "keywords":
            if not isinstance(value, Sequence):
                bad(key, terms.SITE_ALLOWED[key])
        elif key == "licence":
            if not isinstance(value, Mapping) and not (isinstance(value, Scalar) and not value.text):
                bad(key, terms.SITE_ALLOWED[key])
        elif not isinstance(value, Scalar):
            bad(key, terms.SITE_ALLOWED["text"])
    if values.get("demonstration") not in (None, "", *BOOLEANS):
        bad("demonstration", terms.SITE_ALLOWED["demonstration"])
    url = str(values.get("url", ""))
    if url and not (url.startswith(("https://", "http://")) and url.endswith("/")):
        bad("url", terms.SITE_ALLOWED["url"])
    version = str(values.get("version", ""))
    if version and (len(version.split(".")) != 3 or not version.replace(".", "").isdigit()):
        bad("version", terms.SITE_ALLOWED["version"])
    return found
