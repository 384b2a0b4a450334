"""What the search takes from a page."""

from __future__ import annotations

from generator.language import page_words
from generator.publish.search.entries import entries, joined

WRITTEN = """<article><nav><ol><li>首页</li></ol>
<script type="application/ld+json">{"@type": "BreadcrumbList"}</script>
</nav><h1 id="words">名词<a class="headerlink">¶</a></h1><p>一段。</p><p>又一段</p>
<dl><dt id="lead">牵头<a class="headerlink">¶</a></dt><dd>负总责。</dd></dl>
<table><tr><th>甲</th><td>乙</td></tr></table>"""


def test_the_text_of_a_written_page_flows_and_has_no_data_for_machines() -> None:
    """An excerpt is what a reader of the page sees, one thing after the other."""
    *_, page = entries("glossary/", WRITTEN)
    assert (page.kind, page.title) == (page_words.EXPLANATION, "名词")
    assert page.text == "一段。又一段；牵头；负总责。甲；乙"


def test_each_explained_word_is_found_by_itself() -> None:
    """Its address is the place on the page, its line what it means."""
    term, _ = entries("glossary/", WRITTEN)
    assert (term.path, term.title, term.about) == ("glossary/#lead", "牵头", "负总责。")


def test_a_record_is_found_by_what_the_ledger_says_of_it() -> None:
    """Sentences that its page says as all others do find nothing."""
    article = '<article><h1 data-search="page" data-kind="指标" data-about="一句">甲</h1><p>没有完成值。</p>'
    (entry,) = entries("indicators/a/", article, {"indicators/a/": "14.6万人"})
    assert entry.text == "14.6万人"
    (bare,) = entries("indicators/b/", article, {"indicators/b/": ""})
    assert bare.text == "甲", "Pagefind leaves out pages without any text"


def test_facts_are_joined_by_one_sign() -> None:
    """What ends in a sign needs no other; what is missing leaves no gap."""
    assert joined(["一", None, "二。", "", "三"]) == "一；二。三"


def test_a_list_has_its_description() -> None:
    """A result says in one line what is on it."""
    article = '<article><h1 data-search="title" data-kind="目录">甲</h1><p>一</p>'
    (entry,) = entries("indicators/missed/", article, {"missed": "一句话"})
    assert (entry.title, entry.about, entry.text) == ("甲", "一句话", "甲")
