"""Settings of the site: what is missing or of no use is told, what is optional may be left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.ledger.reading.findings import Finding
from generator.ledger.reading.site_settings import DisclosureOffice, Licence, SiteSettings, read_site
from generator.ledger.reading.yaml_reader import read_text
from tests.helpers.ledger import LEDGER, Case, Edit, case, edited, params, run

FILE = "site.yml"

URL = "请改为：以 https:// 开头、以 / 结尾的网址，照浏览器地址栏里的抄，不带账号、? 和 #。"
ADDRESS = "请改为：以 https:// 开头的网址，照浏览器地址栏里的抄。"
VERSION = "请改为：三段数字，例如 1.0.0。"
ONE = "请改为：一个值。"
WORDS = "请改为：由“口头的词: [正式的词, 正式的词]”组成，词至少两个字，不含空格、顿号和等号。"
CHANNEL = "请改为：以 mailto: 开头的邮箱地址，或以 https:// 开头的网址，里面没有引号和尖括号。"
PLACEHOLDERS = "请改为或删去，可用的是：{{id}} {{page}} {{version}} {{title}}。"

NO_ADDRESSES = (
    "https://ledger.example/<script>alert(1)</script>/",
    'https://ledger.example/"onload="alert(1)/',
    "https://ledger.example/'/",
    "https://ledger example/",
    "https://user:word@ledger.example/",
    "https://user@ledger.example/",
    "https://ledger.example/a/../",
    "https://ledger.example/a/%2e%2E/",
    "https://[::1/",
    "https://[::1]/",
    "https://ledger.example:0/",
    "https://ledger.example:65536/",
    "https://ledger.example:x/",
    "https://-ledger.example/",
    "https://ledger..example/",
    "https:///",
    "https://",
    "ftp://ledger.example/",
    "javascript:alert(1)//",
    "data:text/html,x/",
    "//ledger.example/",
    "https://ledger.example/\\/",
)
"""What is written in none of the places for an address."""

CASES: dict[str, Case] = {
    "site-missing": case(
        (FILE, "contract: 2\nname: 云澜区规划台账\nplace: 云澜区\n", "«contract: 2\nname: 云澜区规划台账\n"),
        expect="{0}: 站点设置缺少“place”（地区名称）。请补上这一项。",
    ),
    "site-missing/left empty": case(
        (FILE, "place: 云澜区\n", '«place: "  "\n'),
        (FILE, "version: 0.1.0", "«version:"),
        expect=(
            "{0}: 站点设置缺少“place”（地区名称）。请补上这一项。",
            "{1}: 站点设置缺少“version”（数据版本号）。请补上这一项。",
        ),
        level="rules",
    ),
    "site-missing/licence": case(
        (FILE, "licence:\n  name: CC-BY-4.0\n  title", "licence:\n  «title"),
        (FILE, "attribution: 云澜区规划台账", "«attribution:"),
        expect=(
            "{0}: 站点设置缺少“name”（许可简称）。请补上这一项。",
            "{1}: 站点设置缺少“attribution”（署名方式）。请补上这一项。",
        ),
        level="rules",
    ),
    "contract-old": case(
        (FILE, "contract: 2\n", "«"),
        expect=(
            "{0}: 台账按旧的契约写成，这一版程序要第 2 版。"
            "请运行 python -m generator upgrade 目录，程序会把旧名称改成新名称，注释和次序不变。"
        ),
    ),
    "site-value/contract": case(
        (FILE, "contract: 2\n", "«contract: 9\n"),
        expect="{0}: 站点设置“contract”的值“9”不可用。请改为：2。",
        level="rules",
    ),
    "site-value/level": case(
        (FILE, "contract: 2\n", "contract: 2\n«level: 省\n"),
        expect="{0}: 站点设置“level”的值“省”不可用。请改为：区、县、县级市、自治县、旗或地级市。",
        level="rules",
    ),
    "site-value": case(
        (FILE, "demonstration: true", "«demonstration: True"),
        expect="{0}: 站点设置“demonstration”的值“True”不可用。请改为：true 或 false。",
    ),
    "site-value/noindex": case(
        (FILE, "notice: 示例站\n", "notice: 示例站\n«noindex: 是\n"),
        expect="{0}: 站点设置“noindex”的值“是”不可用。请改为：true 或 false。",
        level="rules",
    ),
    "site-value/url": case(
        (FILE, "url: https://ledger.example/", "«url: https://ledger.example"),
        expect="{0}: 站点设置“url”的值“https://ledger.example”不可用。" + URL,
        level="rules",
    ),
    "site-value/url without a scheme": case(
        (FILE, "url: https://ledger.example/", "«url: ledger.example/"),
        expect="{0}: 站点设置“url”的值“ledger.example/”不可用。" + URL,
        level="rules",
    ),
    "site-value/version": case(
        (FILE, "version: 0.1.0", "«version: 0.1"),
        expect="{0}: 站点设置“version”的值“0.1”不可用。" + VERSION,
        level="rules",
    ),
    "site-value/version words": case(
        (FILE, "version: 0.1.0", "«version: v1.0.0"),
        expect="{0}: 站点设置“version”的值“v1.0.0”不可用。" + VERSION,
        level="rules",
    ),
    "site-value/keywords": case(
        (FILE, "keywords: [规划, 台账]", "«keywords: 规划"),
        expect="{0}: 站点设置“keywords”的值“规划”不可用。请改为：[词, 词]。",
        level="rules",
    ),
    "site-value/public": case(
        (FILE, "keywords: [规划, 台账]", "keywords: [规划, 台账]\n«public: [rounds, drafts]"),
        expect="{0}: 站点设置“public”的值“rounds、drafts”不可用。请改为：[rounds, appraisal]，或者其中一个。",
        level="rules",
    ),
    "site-value/licence": case(
        (FILE, LEDGER[FILE][LEDGER[FILE].index("licence:") : LEDGER[FILE].index("keywords")], "«licence: CC\n"),
        expect="{0}: 站点设置“licence”的值“CC”不可用。请改为：由 name、title、path、attribution 组成。",
        level="rules",
    ),
    "site-value/disclosure_office": case(
        (FILE, "notice: 示例站", "notice: 示例站\n«disclosure_office: 区政府办公室"),
        expect="{0}: 站点设置“disclosure_office”的值“区政府办公室”不可用。"
        "请改为：由 name、address、phone、url 组成，只有 name 必填。",
        level="rules",
    ),
    "site-value/page of the disclosure_office": case(
        (FILE, "notice: 示例站", "notice: 示例站\ndisclosure_office:\n  name: 区政府办公室\n  «url: office.example"),
        expect="{0}: 站点设置“url”的值“office.example”不可用。请改为：以 https:// 开头的网址，照浏览器地址栏里的抄。",
        level="rules",
    ),
    "site-value/line of the disclosure_office": case(
        (FILE, "notice: 示例站", "notice: 示例站\ndisclosure_office:\n  name: 区政府办公室\n  «phone: 电话见官网"),
        expect="{0}: 站点设置“phone”的值“电话见官网”不可用。请改为：办公电话，例如 010-12345678、12345、400-810-1234，"
        "分机写“转801”，几个号码用顿号隔开。",
        level="rules",
    ),
    "site-missing/disclosure_office": case(
        (FILE, "notice: 示例站", "notice: 示例站\ndisclosure_office: «{phone: 000-00000000}"),
        expect="{0}: 站点设置缺少“name”（机构名称）。请补上这一项。",
        level="rules",
    ),
    "unknown-key/disclosure_office": case(
        (FILE, "notice: 示例站", "notice: 示例站\ndisclosure_office:\n  name: 区政府办公室\n  «tel: x"),
        expect="{0}: 不认识的键“tel”。请改为或删去，可用的是：name、address、phone、url。",
        level="rules",
    ),
    "site-value/feedback": case(
        (FILE, "notice: 示例站", "notice: 示例站\n«feedback: ftp://ledger.example/"),
        expect="{0}: 站点设置“feedback”的值“ftp://ledger.example/”不可用。" + CHANNEL,
        level="rules",
    ),
    "site-value/feedback without an address": case(
        (FILE, "notice: 示例站", "notice: 示例站\n«feedback: 'mailto:?subject={title}'"),
        expect="{0}: 站点设置“feedback”的值“mailto:?subject={{title}}”不可用。" + CHANNEL,
        level="rules",
    ),
    "site-value/badge_url": case(
        (FILE, "notice: 示例站", "notice: 示例站\n«badge_url: badge.example/1"),
        expect="{0}: 站点设置“badge_url”的值“badge.example/1”不可用。" + ADDRESS,
        level="rules",
    ),
    "site-placeholder": case(
        (FILE, "notice: 示例站", "notice: 示例站\n«feedback: 'https://form.example/?p={path}&i={id}&{'"),
        expect=(
            "{0}: 站点设置“feedback”里有不认识的“{{path}}”。" + PLACEHOLDERS,
            "{0}: 站点设置“feedback”里有不认识的“{{”。" + PLACEHOLDERS,
        ),
        level="rules",
    ),
    "site-value/mapping": case(
        (FILE, "notice: 示例站", "«notice: {text: 示例站}"),
        expect="{0}: 站点设置“notice”的值“”不可用。请改为：一个值。",
        level="rules",
    ),
    "unknown-key": case(
        (FILE, "notice: 示例站", "«notcie: 示例站"),
        expect="{0}: 不认识的键“notcie”。请改为或删去，可用的是：notice。",
        level="rules",
    ),
    "unknown-key/licence": case(
        (FILE, "  path: https://licence.example/by\n", "  path: https://licence.example/by\n  «备注: x\n"),
        expect="{0}: 不认识的键“备注”。请改为或删去，可用的是：name、title、path、attribution。",
        level="rules",
    ),
    "site-value/synonyms": case(
        (FILE, "keywords: [规划, 台账]", "keywords: [规划, 台账]\n«synonyms: 地铁"),
        expect="{0}: 站点设置“synonyms”的值“地铁”不可用。" + WORDS,
        level="rules",
    ),
    "site-value/synonyms without a list": case(
        (FILE, "keywords: [规划, 台账]", "keywords: [规划, 台账]\n«synonyms:\n  地铁: 轨道交通"),
        expect="{0}: 站点设置“synonyms”的值“”不可用。" + WORDS,
        level="rules",
    ),
    "site-value/synonyms of one character": case(
        (FILE, "keywords: [规划, 台账]", "keywords: [规划, 台账]\n«synonyms:\n  地铁: [轨道交通, 轨]"),
        expect="{0}: 站点设置“synonyms”的值“”不可用。" + WORDS,
        level="rules",
    ),
    # -- as it should be
    "site-value/list": case(
        (FILE, "notice: 示例站", "«notice: [示例站, 非官方]"),
        expect="{0}: 站点设置“notice”的值“示例站、非官方”不可用。" + ONE,
        level="rules",
    ),
    "unknown-key/required": case(
        (FILE, "package: yunlan-ledger", "«pakage: yunlan-ledger"),
        expect="{0}: 不认识的键“pakage”。请改为或删去，可用的是：package。",
        level="rules",
    ),
}
"""Rule → a case of it."""


@pytest.mark.parametrize("value", params(CASES))
def test_finding(value: Case, tmp_path: Path) -> None:
    """A fault of the settings gives one finding, with its exact words, at the key."""
    found, expected = run(tmp_path, value)
    assert found == expected


def settings(*edits: Edit) -> tuple[SiteSettings | None, list[Finding]]:
    """Settings and findings of the edited file."""
    root, findings = read_text(edited(*edits)[0][FILE], "data/site.yml")
    assert findings == []
    return read_site(root)


def test_settings() -> None:
    """Every setting comes through as it is written, with its type."""
    assert settings() == (
        SiteSettings(
            name="云澜区规划台账",
            place="云澜区",
            description="云澜区规划任务的公开台账",
            demonstration=True,
            licence=Licence("CC-BY-4.0", "署名 4.0 国际", "https://licence.example/by", "云澜区规划台账"),
            version="0.1.0",
            package="yunlan-ledger",
            noindex=True,
            notice="示例站",
            url="https://ledger.example/",
            keywords=("规划", "台账"),
        ),
        [],
    )


def test_the_disclosure_office() -> None:
    """It has a name at least; its page may stand anywhere, and what is left out is empty."""
    office = "notice: 示例站\ndisclosure_office:\n  name: 区政府办公室\n  url: https://office.example/guide.html"
    site, findings = settings((FILE, "notice: 示例站", office))
    assert findings == []
    assert site is not None
    assert site.disclosure_office == DisclosureOffice("区政府办公室", url="https://office.example/guide.html")


def test_optional_settings() -> None:
    """Settings that are left out or left empty are empty; nothing is filled in for them."""
    site, findings = settings(
        (FILE, "notice: 示例站\nurl: https://ledger.example/\n", "url:\ncontact:\n"),
        (FILE, "keywords: [规划, 台账]\n", ""),
        (FILE, "demonstration: true", "demonstration: false"),
    )
    assert findings == []
    assert site is not None
    assert (site.notice, site.url, site.contact, site.icp, site.keywords, site.demonstration) == (
        "",
        "",
        "",
        "",
        (),
        False,
    )


def test_the_notice_stands_in_sentences() -> None:
    """A full stop behind it is left out: pages set their own."""
    site, findings = settings((FILE, "notice: 示例站", "notice: 示例站。"))
    assert findings == [] and site is not None and site.notice == "示例站"


@pytest.mark.parametrize(
    ("demonstration", "line", "noindex"),
    [("true", "", True), ("true", "noindex: false\n", False), ("false", "", False), ("false", "noindex: true\n", True)],
)
def test_a_demonstration_asks_not_to_be_indexed(demonstration: str, line: str, noindex: bool) -> None:
    """Unless the settings say otherwise; an official site asks only when they say so."""
    site, findings = settings((FILE, "demonstration: true\n", f"demonstration: {demonstration}\n{line}"))
    assert findings == [] and site is not None
    assert site.noindex is noindex


def test_synonyms() -> None:
    """Everyday words come through in their order, each with its official words."""
    site, findings = settings((FILE, "keywords: [规划, 台账]", "synonyms:\n  地铁: [轨道交通]\n  雾霾: [大气, 空气]"))
    assert findings == []
    assert site is not None
    assert site.synonyms == (("地铁", ("轨道交通",)), ("雾霾", ("大气", "空气")))


@pytest.mark.parametrize("value", ["http://ledger.example/", "https://ledger.example/zwgk/plans/"])
def test_url(value: str) -> None:
    """An address may be of a sub-path, and of a portal without TLS."""
    site, findings = settings((FILE, "url: https://ledger.example/", f"url: {value}"))
    assert (site and site.url, findings) == (value, [])


@pytest.mark.parametrize(
    ("url", "domain"),
    [("https://www.ledger.example:8443/zwgk/gh/", "www.ledger.example"), ("http://ledger.example/", "ledger.example")],
)
def test_domain(url: str, domain: str) -> None:
    """The name of the host has neither scheme nor path, as the page tags of government sites want it."""
    site, _ = settings((FILE, "url: https://ledger.example/", f"url: {url}"))
    assert site and site.domain == domain


def test_no_domain() -> None:
    """A site without an address has no host."""
    site, _ = settings((FILE, "url: https://ledger.example/\n", ""))
    assert site and site.domain == ""


@pytest.mark.parametrize("key", ["url", "edit_url", "badge_url", "icp_url", "police_url", "feedback"])
@pytest.mark.parametrize("value", NO_ADDRESSES)
def test_what_no_address_has_is_refused(key: str, value: str) -> None:
    """Markup, quotes, spaces, accounts, steps to the folder above, hosts and ports that cannot be, other schemes."""
    site, findings = settings(
        (FILE, "url: https://ledger.example/\n", ""),
        (FILE, "notice: 示例站", f"notice: 示例站\n{key}: {json.dumps(value)}"),
    )
    assert site is None and [(f.code, f.values["key"]) for f in findings] == [("site-value", key)]


@pytest.mark.parametrize("key", ["url", "edit_url"])
@pytest.mark.parametrize("end", ["?a=/", "#a/", "a", "一/"])
def test_a_folder_has_nothing_behind_it(key: str, end: str) -> None:
    """To the address of a folder names are added: it has neither a query nor a fragment."""
    site, findings = settings(
        (FILE, "url: https://ledger.example/\n", ""),
        (FILE, "notice: 示例站", f"notice: 示例站\n{key}: 'https://ledger.example/{end}'"),
    )
    assert site is None and [f.code for f in findings] == ["site-value"]


@pytest.mark.parametrize(
    "value",
    [
        "mailto:ledger@gov.example",
        "mailto:ledger@gov.example?subject={title}（{id}）&body={page}%0A{version}",
        "http://form.example",
        "https://form.example/f?record={id}",
        "https://git.example/a/b/issues/new?title={title}",
    ],
)
def test_feedback(value: str) -> None:
    """The channel for corrections is a mailbox, a form, or the page of a repository for new issues."""
    site, findings = settings((FILE, "notice: 示例站", f"notice: 示例站\nfeedback: {value}"))
    assert (site and site.feedback, findings) == (value, [])


@pytest.mark.parametrize("key", ["undertaker", "column_type", "icp_url", "police_url", "badge_url", "feedback"])
def test_items_of_footer_and_tags_may_be_left_empty(key: str) -> None:
    """What the footer and the tags may say besides is optional."""
    site, findings = settings((FILE, "notice: 示例站", f"notice: 示例站\n{key}:"))
    assert (site and getattr(site, key), findings) == ("", [])


def test_no_settings() -> None:
    """Without a file nothing is told here: that the file is missing is told where files are read."""
    assert read_site(None) == (None, [])


@pytest.mark.parametrize("key", ["name", "title", "path", "attribution"])
@pytest.mark.parametrize("value", ["[x]", "{x: y}"])
def test_licence_of_lists(key: str, value: str) -> None:
    """A part of the licence that is no text is told."""
    licence = {"name": "a", "title": "b", "path": "https://c.example/", "attribution": "d", key: value}
    text = LEDGER[FILE][LEDGER[FILE].index("licence:") : LEDGER[FILE].index("keywords")]
    _, findings = settings((FILE, text, "licence: {" + ", ".join(f"{k}: {v}" for k, v in licence.items()) + "}\n"))
    assert [f.code for f in findings] == ["site-value"]


@pytest.mark.parametrize("line", ["demonstration: true", "url: https://ledger.example/", "version: 0.1.0"])
def test_list_for_a_value(line: str) -> None:
    """A list in the place of a value is told once."""
    key = line.split(":", maxsplit=1)[0]
    _, findings = settings((FILE, line, f"{key}: [x]"))
    assert [f.code for f in findings] == ["site-value"]


@pytest.mark.parametrize("version", ["1..0", "..1", "１.0.0", "²..0", "1.0.01"])
def test_version(version: str) -> None:
    """A version has three parts, each a number of ASCII digits without a leading zero."""
    _, findings = settings((FILE, "version: 0.1.0", f"version: {version}"))
    assert [f.code for f in findings] == ["site-value"]


@pytest.mark.parametrize(
    "edit",
    [
        (FILE, "keywords: [规划, 台账]", "keywords: [规划, [台账]]"),
        (FILE, "url: https://ledger.example/", "url: https://ledger.example/a b/"),
        (FILE, "package: yunlan-ledger", "package: 云澜 台账"),
        (FILE, "path: https://licence.example/by", "path: 见下"),
        (FILE, "place: 云澜区\n", 'place: "云\\u200b澜区"\n'),
    ],
    ids=[
        "nested keyword is dropped",
        "blank in the address",
        "name of the package",
        "address of the licence",
        "invisible",
    ],
)
def test_values_of_no_use(edit: Edit) -> None:
    """A value that cannot be published is told: names of packages are ASCII slugs, addresses have no blanks."""
    assert settings(edit)[1]
