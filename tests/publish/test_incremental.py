"""A build beside an old site gives what a clean build gives, and touches only what differs."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.downloads import package
from generator.ledger import load
from generator.ledger.load import CheckedLedger, InvalidLedger, Stopwatch, silent
from generator.pages.renderer import Page, PageSpec
from generator.publish import build
from generator.publish.build import build_site
from generator.publish.desk import Desk, whole
from generator.publish.page_shells import Shells
from generator.publish.site_writer import SiteWriter, Stamp
from generator.support import cache_store
from generator.support.cache_store import CacheStore, digest
from tests.conftest import ROOT, built, project
from tests.helpers import ledger
from tests.helpers.sites import DISTRICT, ODD, different, edit, laid, snapshot, times, toy, unsearched

SOURCES = str(ROOT / "tests" / "district" / "sources")
INPUTS = ("mkdocs.yml", "datapackage.json", "data", "docs", "generator")
FIVE = "plan-2021-2025"


class Killed(BaseException):
    """A build that is ended from outside: nothing in it may take this for a fault of the ledger."""


class Works:
    """The made-up district's project with its cache and site, and what clean builds of its states give."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.folder.mkdir()
        unsearched(project(self.folder, DISTRICT))
        self._base = laid(folder / "base", self.folder)
        self._clean: dict[bytes, dict[str, bytes]] = {}
        self._scratch = folder / "clean"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def reset(self) -> None:
        """Lay everything that a build reads as it was at first; what builds left stays."""
        for name in INPUTS:
            path = self.folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            copy = shutil.copytree if (self._base / name).is_dir() else shutil.copy2
            copy(self._base / name, path)

    def at_base(self) -> None:
        """Lay and build what stood at first, if the site is of something else."""
        self.reset()
        if different(snapshot(self.site), self.clean("")):
            self.build()

    def build(self, sources: str = "") -> list[str]:
        """Build, compare with a clean build and with what was there; returns the files that are not as they were."""
        before = self.site if self.site.exists() else self.folder / ".site-old"
        old, old_times = snapshot(before), times(before)
        result = build_site(self.folder / "mkdocs.yml", self.site, sources, Stopwatch(silent))
        new, new_times = snapshot(self.site), times(self.site)
        assert different(new, self.clean(sources)) == [], "a clean build gives something else"
        changed = sorted(path for path in new if old.get(path) != new[path])
        assert sorted(result.written) == changed, "what is told to be written is what differs"
        assert [p for p in new if p not in changed and old_times[p] != new_times[p]] == [], "touched without need"
        assert result.pages == sum(path.endswith(".html") for path in new)
        assert not list(self.folder.glob(".site-*"))
        return changed

    def clean(self, sources: str) -> dict[str, bytes]:
        """What a build in a fresh folder gives, without a cache and an old site."""
        content = [part for name in INPUTS for part in self._parts(name)]
        key = digest(sources, *content)
        if key not in self._clean:
            self._clean[key] = snapshot(built(laid(self._scratch, self.folder), sources))
            shutil.rmtree(self._scratch)
        return self._clean[key]

    def _parts(self, name: str) -> Iterator[bytes | str]:
        path = self.folder / name
        files = snapshot(path) if path.is_dir() else {"": path.read_bytes()}
        for file, content in files.items():
            yield from (name, file, content)


class Memory(BytecodeCache):
    """Templates that were compiled once: the many builds of this module use the same."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> Iterator[None]:
    memory, begin = Memory(), Environment.__init__

    def begin_with_memory(environment: Environment, *values: Any, **named: Any) -> None:
        begin(environment, *values, **{"bytecode_cache": memory, **named})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "__init__", begin_with_memory)
        yield


@pytest.fixture(scope="module")
def _works(tmp_path_factory: pytest.TempPathFactory) -> Works:
    works = Works(tmp_path_factory.mktemp("works"))
    works.build()
    return works


@pytest.fixture
def works(_works: Works) -> Works:
    """The project as at first; cache and site are whatever the test before left, as in the life of an office."""
    _works.reset()
    return _works


def watched(patch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that are made from now on."""
    made: list[str] = []
    make = Desk._make

    def spy(desk: Desk, plan: PageSpec) -> Page:
        made.append(plan.path)
        return make(desk, plan)

    patch.setattr(Desk, "_make", spy)
    return made


# -- what is rewritten


def test_when_nothing_changed_nothing_is_touched(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is written, each keeps its time, and no page is made except one of each folder, to compare."""
    works.build()
    before, made = times(works.site), watched(monkeypatch)
    result = build_site(works.folder / "mkdocs.yml", works.site, "", Stopwatch(silent))
    assert result.written == []
    assert times(works.site) == before
    assert sorted(path.partition("/")[0] for path in made) == [
        "departments",
        "documents",
        "evaluations",
        "indicators",
        "plans",
        "sections",
        "tasks",
        "towns",
    ]


def test_one_changed_value_is_a_change_of_the_pages_that_show_it(works: Works) -> None:
    """A result stands on its indicator's page, on those that compare with it, and wherever the indicator is listed."""
    works.at_base()
    old = "value: 17\n    value_text: 17家"
    edit(works.data / "disclosures/chengxi-145-midterm-review-2023.yml", old, old.replace("17", "19"))
    assert works.build() == [
        "data/chengxi-plan-ledger.sqlite",
        "data/chengxi-plan-ledger.xlsx",
        "data/chengxi-plan-ledger.zip",
        "data/observations.csv",
        "data/observations.json",
        "data/observations.parquet",
        "datapackage.json",
        "departments/industrial-park/index.html",  # leads the task of the indicator
        "documents/chengxi-145-midterm-review-2023/index.html",  # tells the result
        "index.html",  # counts the states: the indicator is on track now
        "indicators/2022-park-firms/index.html",  # is compared with it
        "indicators/index.html",
        "indicators/park-new-firms/data.csv",
        "indicators/park-new-firms/data.json",
        "indicators/park-new-firms/index.html",
        "indicators/park-new-firms/picture.svg",
        "indicators/park-technology-firms/index.html",  # is a part of it
        "ledger/disclosures/chengxi-145-midterm-review-2023.yml",
        "plans/plan-2021-2025/areas.svg",  # its area has one more on track
        "plans/plan-2021-2025/index.html",  # its target is no longer behind
        "sections/s2021-3-2/index.html",
        "sections/s2021-3/index.html",  # counts the states of what stands below it
        "tasks/industrial-park/index.html",
        "years/2022/index.html",  # its result counts for the same target
        "years/2023/index.html",  # the year of the result
    ]


def test_the_search_index_follows_the_pages(works: Works) -> None:
    """With a search index, too, nothing is touched when nothing changed, and an edit gives the clean site."""
    edit(works.folder / "mkdocs.yml", "search: false", "search: true")
    assert any(path.startswith("pagefind/") for path in works.build())
    assert works.build() == []
    rename_organization(works)
    assert any(path.startswith("pagefind/") for path in works.build())


def test_a_comment_in_the_ledger_changes_the_copy_of_its_file_alone(works: Works) -> None:
    """Where in a file a record stands matters to nobody: lines that move change no page."""
    works.at_base()
    edit(works.data / f"tasks/{FIVE}/02-key-tasks.yml", "- id: river-treatment", "# 说明\n\n- id: river-treatment")
    assert works.build() == [f"ledger/tasks/{FIVE}/02-key-tasks.yml"]


# -- edits


def rename_organization(works: Works) -> None:
    for path in works.data.rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("区民生局", "区民生和就业局"), encoding="utf-8")


def move_record(works: Works) -> None:
    record = "- id: publicity\n  name: 区委宣传部\n  aliases: 区委宣传部(文明办)、区文明办\n  kind: 党委部门\n\n"
    edit(works.data / "organizations/departments.yml", record, "")
    others = works.data / "organizations/others.yml"
    others.write_text(record + others.read_text(encoding="utf-8"), encoding="utf-8")


def rename_file(works: Works) -> None:
    folder = works.data / "tasks" / FIVE
    (folder / "03-safeguards.yml").rename(folder / "09-others.yml")
    (folder / "02-key-tasks.yml").rename(folder / "00-key-tasks.yml")


def remove_and_add(works: Works) -> None:
    path = works.data / f"indicators/{FIVE}/02-key-tasks.yml"
    edit(path, "- id: civility\n", "- id: manners\n")


def swap(works: Works) -> None:
    path = works.data / "tasks/plan-2023/01-main-tasks.yml"
    one, two, three = path.read_text(encoding="utf-8").split("\n\n")
    path.write_text(f"{two}\n\n{one}\n\n{three}", encoding="utf-8")


def new_page_of_each_kind(works: Works) -> None:
    with (works.data / "organizations/towns.yml").open("a", encoding="utf-8") as file:
        file.write("\n- id: willow\n  name: 柳湾镇\n  kind: 镇\n")
    edit(
        works.data / "sections/plan-2022.yml",
        "- id: s2022\n",
        "- id: s2022-0\n  number: 〇、\n  title: 前言\n\n- id: s2022\n",
    )


def settings(works: Works) -> None:
    edit(works.data / "site.yml", "name: 澄溪区规划任务台账", f"name: '{ODD.replace(chr(39), '')}'")
    edit(works.data / "site.yml", "edit_url: https://git.example/", "edit_url: https://code.example/")


def demonstration_elsewhere(works: Works) -> None:
    edit(works.data / "site.yml", "demonstration: false", "demonstration: true\nnotice: 示例站")
    edit(works.data / "site.yml", "edit_url: https://git.example/chengxi/ledger/edit/main/data/\n", "")
    edit(works.data / "site.yml", "url: https://gongkai.example/zwgk/gh/", "url: https://plan.example/")


def new_day(works: Works) -> None:
    edit(works.data / "documents.yml", "signed_on: 2024-01-25", "signed_on: 2024-02-25")


def pages_and_style(works: Works) -> None:
    with (works.folder / "docs/about.md").open("a", encoding="utf-8") as file:
        file.write("\n## 又一节\n\n一段话。\n")
    with (works.folder / "docs/assets/ledger.css").open("a", encoding="utf-8") as file:
        file.write(".x { color: red }\n")


def theme(works: Works) -> None:
    edit(works.folder / "generator/publish/theme/ledger/footer.html", "数据许可：", "许可：")


def theme_that_does_not_fit(works: Works) -> None:
    footer = works.folder / "generator/publish/theme/ledger/footer.html"
    edit(footer, "数据许可：", "{{ page.title | length if page }}许可：")


def engine_settings(works: Works) -> None:
    edit(works.folder / "mkdocs.yml", "    - toc.follow\n", "")


def contract(works: Works) -> None:
    path = works.folder / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    at = text.index('"title"', text.index('"fields"'))
    path.write_text(f'{text[:at]}"title": "改过的列名"{text[text.index(",", at) :]}', encoding="utf-8")


EDITS = (
    rename_organization,
    move_record,
    rename_file,
    remove_and_add,
    swap,
    new_page_of_each_kind,
    settings,
    demonstration_elsewhere,
    new_day,
    pages_and_style,
    theme,
    engine_settings,
    theme_that_does_not_fit,
    contract,
)


@pytest.mark.parametrize("change", EDITS, ids=lambda f: f.__name__)
def test_after_an_edit_the_site_is_that_of_a_clean_build(works: Works, change: Callable[[Works], None]) -> None:
    """Whatever was edited, and whatever the build before was of: the site is the clean one, and no file is touched
    that did not change."""
    change(works)
    assert works.build()


def test_texts_come_and_go(works: Works) -> None:
    """With the official texts pages show their wording, without them they do not; nothing of the other way stays."""
    works.at_base()
    task = works.site / "tasks/river-treatment/index.html"
    assert "<blockquote" not in task.read_text(encoding="utf-8")
    assert "tasks/river-treatment/index.html" in works.build(SOURCES)
    assert "<blockquote" in task.read_text(encoding="utf-8")
    assert works.build(SOURCES) == []
    assert "tasks/river-treatment/index.html" in works.build()
    assert "<blockquote" not in task.read_text(encoding="utf-8")


# -- what is left behind is lost, damaged or of another


def no_cache(works: Works) -> None:
    shutil.rmtree(works.folder / "build")


def damaged(works: Works, spoil: Callable[[bytes], bytes]) -> None:
    files = [path for path in (works.folder / "build").rglob("*") if path.is_file()]
    assert len(files) >= 3
    for path in files:
        path.write_bytes(spoil(path.read_bytes()))


def flipped(works: Works) -> None:
    damaged(works, lambda content: content[:-1] + bytes([content[-1] ^ 1]))


def cut_off(works: Works) -> None:
    damaged(works, lambda content: content[: len(content) // 2])


def no_site(works: Works) -> None:
    shutil.rmtree(works.site)


def tampered(works: Works) -> None:
    page = works.site / "indicators/new-jobs/index.html"
    page.write_bytes(page.read_bytes().replace(b"2.4", b"9.9"))
    (works.site / "tasks/publicity/index.html").unlink()
    (works.site / "index.html").write_text("x", encoding="utf-8")
    (works.site / "assets/ledger.css").write_text("x", encoding="utf-8")
    (works.site / "data/targets.csv").write_text("x", encoding="utf-8")
    (works.site / "stranger.html").write_text("x", encoding="utf-8")
    shutil.rmtree(works.site / "towns")


@pytest.mark.parametrize("spoil", [no_cache, flipped, cut_off], ids=lambda f: f.__name__)
def test_a_lost_or_damaged_cache_costs_time_and_nothing_else(works: Works, spoil: Callable[[Works], None]) -> None:
    """What cannot be read is made again, and what comes out the same is not touched."""
    works.at_base()
    spoil(works)
    assert works.build() == []


@pytest.mark.parametrize("name", ["pages", "stamps", "links", "export", "passed"])
def test_a_part_of_the_cache_may_be_older_than_the_rest(works: Works, name: str) -> None:
    """One file of the cache that is of the build before the last is no reason for a wrong page."""
    works.at_base()
    file = works.folder / "build" / "cache" / f"{name}.bin"
    old = file.read_bytes()
    rename_organization(works)
    works.build()
    file.write_bytes(old)
    swap(works)
    works.build()


@pytest.mark.parametrize("spoil", [no_site, tampered], ids=lambda f: f.__name__)
def test_a_spoilt_site_is_made_good(works: Works, spoil: Callable[[Works], None]) -> None:
    """Files of the site that were deleted, altered or put there by others: the next build gives the clean site."""
    works.at_base()
    spoil(works)
    assert works.build()


def test_another_program_trusts_nothing_that_this_one_left(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    """With another version every page is made anew; those that come out the same keep their times."""
    works.at_base()
    made = watched(monkeypatch)
    for module in (cache_store, package):
        monkeypatch.setattr(module, "program", lambda: digest("another version"))
    assert works.build() == []
    assert len(set(made)) == sum(path.endswith("index.html") for path in snapshot(works.site)) - len(
        ["about/", "accessibility/", "glossary/", "methods/"]
    )


# -- builds that were killed


@contextmanager
def killed(patch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Inside, a build is killed where the patch says."""
    with patch.context() as inner, pytest.raises(Killed):
        yield inner


def die(*_: Any, **__: Any) -> NoReturn:
    raise Killed


def at_the_links(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(build, "check_links", die)


def among_the_files(patch: pytest.MonkeyPatch) -> None:
    left = [5]
    write = SiteWriter._write

    def some(carrier: SiteWriter, path: str, content: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        write(carrier, path, content)

    patch.setattr(SiteWriter, "_write", some)


def rename_only(patch: pytest.MonkeyPatch, *, before: str) -> None:
    rename = Path.rename

    def some(path: Path, target: Path) -> Path:
        if path.name == before:
            raise Killed
        return rename(path, target)

    patch.setattr(Path, "rename", some)


def before_the_renames(patch: pytest.MonkeyPatch) -> None:
    rename_only(patch, before="site")


def between_the_renames(patch: pytest.MonkeyPatch) -> None:
    rename_only(patch, before=".site-new")


def before_the_stamps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(build, "keep_stamps", die)


def before_the_old_site_is_gone(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(CacheStore, "tidy", die)


@pytest.mark.parametrize(
    "where",
    [
        at_the_links,
        among_the_files,
        before_the_renames,
        between_the_renames,
        before_the_stamps,
        before_the_old_site_is_gone,
    ],
    ids=lambda f: f.__name__,
)
def test_after_a_killed_build_the_next_one_gives_the_clean_site(
    works: Works, where: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build of an edit dies; then the edit is taken back, or another is made. Nothing of the dead build is left."""
    before = snapshot(works.site)
    rename_organization(works)
    with killed(monkeypatch) as patch:
        where(patch)
        build_site(works.folder / "mkdocs.yml", works.site, "", Stopwatch(silent))
    if where is between_the_renames:
        assert {p.name for p in works.folder.glob(".site-*")} == {".site-new", ".site-old"}
        assert snapshot(works.folder / ".site-old") == before
    elif where not in (before_the_stamps, before_the_old_site_is_gone):
        assert snapshot(works.site) == before, "the old site stays until the new one is complete"
    works.reset()
    if where not in (at_the_links, among_the_files, between_the_renames):
        swap(works)  # else the edit is only taken back
    works.build()


# -- any sequence of edits, without MkDocs


Ledger = dict[str, Any]
"""File of the ledger → its records; every scalar is a text."""

TEXTS = ("", "x", "改过的文字", ODD, '<b>"&', "zz-title-zz")
WORDS = ("title", "name", "note", "summary", "conclusion", "definition", "reason", "full_name", "scope", "value_text")
LISTS = ("organizations", "tasks", "indicators")


def parsed(folder: Path) -> Ledger:
    """The files of a ledger as Python's own lists and dictionaries of texts."""
    names = [p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*.yml"))]
    return {n: yaml.load((folder / n).read_text(encoding="utf-8"), yaml.BaseLoader) for n in names}


def dumped(files: Ledger) -> dict[str, str]:
    """The same as texts of files."""
    return {n: yaml.safe_dump(v, allow_unicode=True, sort_keys=False, default_style="'") for n, v in files.items()}


def records(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping of a file, the inner ones too."""
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from records(inner)


def without(node: Any, gone: set[str]) -> Any:
    """What is left when everything that refers to what is gone goes, too."""
    if isinstance(node, list):
        return [without(x, gone) for x in node if not _refers(x, gone)]
    if isinstance(node, dict):
        left = {key: without(value, gone) for key, value in node.items() if key not in LINKS or value not in gone}
        return {key: value for key, value in left.items() if value not in ([], {})}
    return node


LINKS = ("id", "name", "task", "indicator", "related", "section", "successor", "member", "organization", "replaced_by")


def _refers(node: Any, gone: set[str]) -> bool:
    if isinstance(node, dict):
        return any(node.get(key) in gone for key in LINKS if isinstance(node.get(key), str))
    return node in gone if isinstance(node, str) else False


def change_text(files: Ledger, dice: random.Random) -> None:
    """Another text in one place; a name changes wherever the ledger writes it."""
    found = [(r, key) for n in files if n != "site.yml" for r in records(files[n]) for key in WORDS if key in r]
    record, key = dice.choice(found)
    old, new = record[key], f"{dice.choice(TEXTS)}{dice.randrange(10)}"
    record[key] = new
    if key == "name":
        for name in files:
            files[name] = _renamed(files[name], old, new)


def _renamed(node: Any, old: str, new: str) -> Any:
    if isinstance(node, dict):
        return {key: _renamed(value, old, new) for key, value in node.items()}
    if isinstance(node, list):
        return [_renamed(value, old, new) for value in node]
    return new if node == old else node


def drop_record(files: Ledger, dice: random.Random) -> None:
    """A record goes, with everything that refers to it."""
    found = [r for n in files if n.split("/")[0] in (*LISTS, "disclosures") for r in records(files[n]) if "id" in r]
    record = dice.choice(found)
    gone = {record["id"], record.get("name", record["id"])}
    while True:
        for name in files:
            files[name] = without(files[name], gone)
        named = {r["id"] for n in files if n.startswith("tasks/") for r in records(files[n]) if "id" in r}
        lost = {r["id"] for n in files for r in records(files[n]) if r.get("task", next(iter(named), "")) not in named}
        if not lost - gone:
            return
        gone |= lost


def move_between_files(files: Ledger, dice: random.Random) -> None:
    """A record goes to another file of its folder, which may be a new one."""
    name = dice.choice([n for n in files if n.split("/")[0] in LISTS and files[n]])
    record = files[name].pop(dice.randrange(len(files[name])))
    folder = name.rpartition("/")[0]
    beside = [n for n in files if n != name and n.rpartition("/")[0] == folder]
    target = dice.choice([*beside, f"{folder}/{dice.choice(['00', '99'])}-new.yml"])
    files.setdefault(target, []).insert(0, record)
    if not files[name]:
        del files[name]


def swap_two(files: Ledger, dice: random.Random) -> None:
    """Two records of one list change places."""
    lists = [v for n, v in files.items() if n.split("/")[0] in LISTS and len(v) > 1]
    lists += [v for n, f in files.items() if n.startswith("disclosures/") for v in f.values() if len(v) > 1]
    own = dice.choice(lists)
    one, two = dice.sample(range(len(own)), 2)
    own[one], own[two] = own[two], own[one]


CHANGES = (change_text, change_text, drop_record, move_between_files, swap_two)


def loaded(folder: Path, files: Ledger) -> CheckedLedger | None:
    """The ledger in a new folder; None when an edit made it faulty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        return load.load(ledger.write(folder, dumped(files)), ROOT / "datapackage.json")
    except InvalidLedger:
        return None


class Office:
    """Sites of a desk, each built beside the one before it, with a store."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.number, self.old = folder, 0, folder / "none"
        self.stamps: dict[str, Stamp] = {}
        self.made = 0

    def build(self, checked: CheckedLedger, *, dies: bool = False) -> None:
        """Build; a build that dies leaves what it found out, but no site."""
        self.number += 1
        desk, new = Desk(checked, {}, CacheStore(self.folder / "cache")), self.folder / str(self.number)
        wholes = {plan.path: desk.page(plan) for plan in desk.plans if whole(plan)}
        carrier = SiteWriter(new, self.old, self.stamps)
        carrier.bring(desk.outputs(carrier, Shells(toy)))
        desk.keep()
        fresh = Desk(checked, {}, CacheStore(None))
        shells = Shells(toy)
        assert wholes == {plan.path: fresh.page(plan) for plan in fresh.plans if whole(plan)}
        assert different(snapshot(new), {f"{p.path}index.html": shells(fresh.page(p)) for p in fresh.leaves}) == []
        self.made += len(carrier.written)
        if not dies:
            shutil.rmtree(self.old, ignore_errors=True)
            self.old, self.stamps = new, carrier.stamped()


def test_the_small_ledger_has_all_kinds_of_edits(tmp_path: Path) -> None:
    """Each kind of edit leads to a ledger without faults often enough to be worth trying."""
    for change in dict.fromkeys(CHANGES):
        good = 0
        for seed in range(6):
            files = parsed(ledger.write(_new(tmp_path / f"{change.__name__}{seed}"), ledger.LEDGER))
            change(files, random.Random(seed))
            good += loaded(tmp_path / "x", files) is not None
        assert good >= 2, change.__name__


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize("source", ["small", "district"])
@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_every_page_is_that_of_a_fresh_desk(source: str, seed: int, tmp_path: Path) -> None:
    """Through any sequence of edits, some taken back, some builds dying: pages from the old site, from the store and
    those made now are together what a desk without a store makes."""
    dice = random.Random(f"{source}{seed}")
    start = DISTRICT if source == "district" else ledger.write(_new(tmp_path / "small"), ledger.LEDGER)
    states = [parsed(start)]
    office = Office(_new(tmp_path / "office"))
    first = loaded(tmp_path / "data0", states[0])
    assert first
    office.build(first)
    done = 0
    for _ in range(10 if source == "district" else 20):
        if len(states) > 2 and dice.random() < 0.2:
            files = states[dice.randrange(len(states))]
        else:
            files = yaml.safe_load(yaml.safe_dump(states[-1]))
            for _ in range(dice.choice([1, 1, 2])):
                dice.choice(CHANGES)(files, dice)
        checked = loaded(tmp_path / "data1", files)
        if checked:
            done += 1
            states.append(files)
            office.build(checked, dies=dice.random() < 0.15)
    assert done >= 5
