"""Settings of the site, data/site.yml: everything about the place, so that no other file knows it."""

from __future__ import annotations

from dataclasses import dataclass, fields

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


TITLES = {
    "name": "站点名称",
    "place": "地区名称",
    "description": "站点说明",
    "demonstration": "是否示例站",
    "licence": "数据许可",
    "version": "数据版本号",
    "package": "数据包名",
    "notice": "示例站提示语",
    "url": "站点网址",
    "publisher": "主办单位",
    "contact": "联系方式",
    "site_code": "网站标识码",
    "icp": "ICP 备案号",
    "police": "公安备案号",
    "keywords": "关键词",
}
REQUIRED = ("name", "place", "description", "demonstration", "licence", "version", "package")
LICENCE_TITLES = {"name": "许可简称", "title": "许可名称", "path": "许可文本网址", "attribution": "署名方式"}


def read_site(node: Node | None, file: str) -> tuple[Site | None, list[Finding]]:
    """Settings from their YAML; None with findings when a required one is missing or a value is of no use."""
    if not isinstance(node, Mapping):
        mark = node.mark if node is not None else Mark(file)
        return None, [Finding("site-missing", mark, {"key": k, "title": TITLES[k]}) for k in REQUIRED]
    findings = [*_unknown(node, TITLES), *_missing(node, REQUIRED, TITLES)]
    values: dict[str, object] = {}
    for entry in node.entries.values():
        if isinstance(entry.value, Scalar) and entry.key in TITLES:
            values[entry.key] = entry.value.text
        elif isinstance(entry.value, Sequence):
            values[entry.key] = tuple(i.text for i in entry.value if isinstance(i, Scalar))
    findings += _shapes(node, values)
    licence = node.get("licence")
    if isinstance(licence, Mapping):
        inner = [*_unknown(licence, LICENCE_TITLES), *_missing(licence, tuple(LICENCE_TITLES), LICENCE_TITLES)]
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

    for key in TITLES:
        value = node.get(key)
        if value is None:
            continue
        if key == "keywords":
            if not isinstance(value, Sequence):
                bad(key, "[词, 词]")
        elif key == "licence":
            if not isinstance(value, Mapping) and not (isinstance(value, Scalar) and not value.text):
                bad(key, "由 name、title、path、attribution 组成")
        elif not isinstance(value, Scalar):
            bad(key, "一个值")
    if values.get("demonstration") not in (None, "", *BOOLEANS):
        bad("demonstration", "true 或 false")
    url = str(values.get("url", ""))
    if url and not (url.startswith(("https://", "http://")) and url.endswith("/")):
        bad("url", "以 https:// 开头、以 / 结尾的网址")
    version = str(values.get("version", ""))
    if version and (len(version.split(".")) != 3 or not version.replace(".", "").isdigit()):
        bad("version", "三段数字,例如 1.0.0")
    return found
