"""An index that Pagefind could not write whole is never published."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish import search_index
from generator.publish.search_index import SearchFailed, index, is_whole
from tests.helpers.sites import different, snapshot

ARTICLES = [(f"{name}/index.html", f"<h1>{name}</h1><p>新增就业 {name} 人</p>") for name in ("a", "b", "c")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of three articles."""
    folder = tmp_path_factory.mktemp("site")
    assert index(ARTICLES, folder) == len(ARTICLES)
    return folder


def test_a_whole_index(site: Path) -> None:
    """It has as many entries as there are articles; another number is told."""
    assert is_whole(site / "pagefind", len(ARTICLES))
    assert not is_whole(site / "pagefind", len(ARTICLES) + 1)


def test_a_page_of_empty_space_is_in_the_index(tmp_path: Path) -> None:
    """The second part of a long table has no words of its own: it is found by its title, and the index is whole."""
    title = '<h1 data-search="page" data-kind="文件">第 2 部分</h1>'
    blank = f"{title}<nav>上一部分</nav>\n <p>\n </p>"
    assert index([*ARTICLES, ("documents/long/rows_2/", blank)], tmp_path) == len(ARTICLES) + 1


def test_pages_whose_short_names_are_the_same(tmp_path: Path) -> None:
    """Pagefind gives one of their two files a longer name; among ten thousand pages that is not rare."""
    alike = [(f"tasks/{number}/", f"<h1>任务{number}</h1><p>字</p>") for number in (4057, 24989)]
    assert index(alike, tmp_path) == 2
    names = [path.stem for path in (tmp_path / "pagefind" / "fragment").iterdir()]
    assert len(set(map(len, names))) == 2


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


@pytest.mark.parametrize("harm", [_emptied, _cut, Path.unlink], ids=["empty", "cut", "gone"])
@pytest.mark.parametrize("pattern", ["fragment/*", "index/*", "*.pf_meta", "pagefind-entry.json", "wasm.*"])
def test_a_file_that_is_not_whole(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None], pattern: str
) -> None:
    """The index is not taken, whichever file it is."""
    made = site / "pagefind"

    def run(_pages: Path, output: Path) -> None:
        shutil.copytree(made, output)
        harm(sorted(output.glob(pattern))[0])

    monkeypatch.setattr(search_index, "_run", run)
    with pytest.raises(SearchFailed, match="索引的文件不全"):
        index(ARTICLES, tmp_path)


def test_the_order_of_the_pages_is_not_seen(tmp_path: Path) -> None:
    """Articles that come in another order give the same index byte by byte."""
    for name, articles in (("one", ARTICLES), ("other", ARTICLES[::-1])):
        (tmp_path / name).mkdir()
        index(articles, tmp_path / name)
    one, other = snapshot(tmp_path / "one"), snapshot(tmp_path / "other")
    assert len(one) > len(ARTICLES)
    assert different(one, other) == []
