"""The command line: a thin skin over the library."""

from __future__ import annotations

import argparse
import gc
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from generator import __version__
from generator.analysis.ledger_index import LedgerIndex
from generator.downloads import package
from generator.downloads.tabular import FURTHER
from generator.history.due_version import PREFIX, LedgerState
from generator.history.git import NoHistory, Repository, UnknownRevision
from generator.history.log_reader import differences, read_log
from generator.history.releases import (
    BadRelease,
    Upcoming,
    read_releases,
    tag_message,
    upcoming,
)
from generator.history.reports import DIFFS
from generator.history.snapshots import Unreadable
from generator.language import command_words, history_words
from generator.language.official_text import read_documents
from generator.ledger.contract import load_contract
from generator.ledger.load import CheckedLedger, InvalidLedger, Stopwatch, load
from generator.ledger.reading.nodes import Finding, worst_first
from generator.ledger.verify import Verification, verify
from generator.ledger.verify.locate import locate
from generator.pages import registry
from generator.publish import offline_zip
from generator.simulate import OutOfRange, Size, simulate
from generator.support.cache_store import CacheStore


class _Parser(argparse.ArgumentParser):
    """argparse with Chinese words."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)  # type: ignore[arg-type]  # passed on
        self._positionals.title, self._optionals.title = command_words.ARGUMENTS, command_words.OPTIONS
        self.add_argument("-h", "--help", action="help", help=command_words.HELP)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, command_words.ERROR.format(program=self.prog) + "\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, command_words.USAGE if prefix is None else prefix)  # type: ignore[arg-type]  # passed on


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; every command and option has words in :data:`command_words.COMMANDS`."""
    top = _Parser(prog="python -m generator", description=command_words.DESCRIPTION)
    top.add_argument("--version", action="version", version=__version__, help=command_words.VERSION)
    top.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help=command_words.DATA)
    top.add_argument(
        "--contract", type=Path, default=Path("datapackage.json"), metavar="FILE", help=command_words.CONTRACT
    )
    commands = top.add_subparsers(
        title=command_words.COMMANDS_TITLE, metavar=command_words.COMMAND, required=True, parser_class=_Parser
    )
    for name, run in COMMANDS.items():
        words = command_words.COMMANDS[name]
        command = commands.add_parser(name, help=words[0], description=words[1])
        command.set_defaults(run=run)
        for argument, options in ARGUMENTS.get(name, {}).items():
            command.add_argument(argument, help=command_words.ARGUMENT_HELP[name, argument], **options)  # type: ignore[arg-type]  # plain options
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 done, 1 findings, 2 wrong use."""
    options = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except InvalidLedger as faulty:
        return _findings(faulty.findings)


def _findings(findings: list[Finding]) -> int:
    for finding in findings:
        print(finding, file=sys.stderr)
    print(command_words.FAULTY.format(count=len(findings)), file=sys.stderr)
    return 1


def _load(options: argparse.Namespace) -> CheckedLedger:
    return load(options.data, options.contract, Stopwatch(print))


def _sources(options: argparse.Namespace) -> Path | None:
    """The folder of official texts: the option, else the environment."""
    given = getattr(options, "sources", None) or os.environ.get("SOURCES")
    return Path(given) if given else None


# -- one function per command


def _check(options: argparse.Namespace) -> int:
    checked = _load(options)
    rows = sum(len(rows) for rows in checked.tables.rows.values())
    print(command_words.CHECKED.format(tables=len(checked.tables.rows), rows=rows))
    return 0


def _verify(options: argparse.Namespace) -> int:
    checked = _load(options)
    folder: Path = options.sources
    if not folder.is_dir():
        print(command_words.NO_FOLDER.format(folder=folder), file=sys.stderr)
        return 2
    texts = read_documents(folder, [d.id for d in checked.ledger.documents])
    if not texts:
        print(command_words.NO_TEXTS.format(folder=folder), file=sys.stderr)
        return 2
    result = verify(checked.tables, texts)
    _tell(result)
    return _findings(worst_first(result.findings)) if result.findings else 0


def _tell(result: Verification) -> None:
    for document in result.without_text:
        print(command_words.WITHOUT_TEXT.format(document=document))
    print(command_words.FINGERPRINTS.format(count=result.fingerprints, bad=result.mismatches))
    print(command_words.PARENTHESES.format(matched=result.matched, count=result.parentheses))
    for part in result.parts:
        done = part.used + part.excluded
        share = f"{100 * done // part.numbers}%" if part.numbers else "—"
        values = {"document": part.document, "part": part.part, "numbers": part.numbers, "share": share}
        print(command_words.PART.format(used=part.used, excluded=part.excluded, **values))


def _locate(options: argparse.Namespace) -> int:
    folder = _sources(options)
    texts = read_documents(folder, [options.document]) if folder else {}
    if options.document not in texts:
        print(command_words.NO_TEXT.format(document=options.document), file=sys.stderr)
        return 2
    places = locate(texts[options.document], options.words)
    for place in places:
        print(command_words.PLACE.format(passage=place.passage, fingerprint=place.fingerprint, around=place.around))
    if not places:
        print(command_words.NOT_LOCATED, file=sys.stderr)
    return 0 if places else 1


def _export(options: argparse.Namespace) -> int:
    checked = _load(options)
    files = package.package(checked, LedgerIndex(checked), () if options.only_csv_json else FURTHER)
    package.write(files, options.folder)
    print(command_words.WRITTEN.format(count=len(files), folder=options.folder))
    return 0


def _pages(options: argparse.Namespace) -> int:
    checked = _load(options)
    folder = _sources(options)
    texts = read_documents(folder, [d.id for d in checked.ledger.documents]) if folder else {}
    history = read_log(options.data, checked.contract, CacheStore(None))
    found = registry.pages(LedgerIndex(checked, history), checked.site, checked.contract, texts)
    files = {registry.source_path(p.path): registry.to_markdown(p) for p in found}
    package.write(files, options.folder)
    print(command_words.WRITTEN.format(count=len(files), folder=options.folder))
    return 0


def _diff(options: argparse.Namespace) -> int:
    contract = load_contract(options.contract)
    try:
        changes = differences(options.data, contract, options.old, options.new)
    except NoHistory as none:
        print(command_words.NO_DIFF.format(reason=history_words.NO_HISTORY[none.reason]), file=sys.stderr)
        return 2
    except UnknownRevision as unknown:
        print(command_words.UNKNOWN_REVISION.format(revision=unknown), file=sys.stderr)
        return 2
    except Unreadable as unreadable:
        for finding in unreadable.findings:
            print(finding, file=sys.stderr)
        print(command_words.UNREADABLE_REVISION.format(count=len(unreadable.findings)), file=sys.stderr)
        return 1
    between = command_words.BETWEEN.format(old=options.old, new=options.new or command_words.WORKING_TREE)
    print(DIFFS[options.format](contract, changes, between), end="")
    return 0


def _release(options: argparse.Namespace) -> int:
    checked = load(options.data, options.contract)
    try:
        releases = read_releases(options.data, options.contract, CacheStore(None))
    except BadRelease as bad:
        print(
            command_words.RELEASE_REFUSED.format(tag=bad.tag, why=command_words.BAD_RELEASE[bad.reason]),
            file=sys.stderr,
        )
        return 1
    state = LedgerState(checked.contract, checked.tables.rows)
    next_one = upcoming(options.data, options.contract, releases, state)
    _tell_due(next_one, checked.site.version)
    fits = next_one.fits(checked.site.version)
    if fits and next_one.changed and not options.check:
        return _tag(options, state, checked.site.version)
    return 0 if fits else 1


def _tell_due(found: Upcoming, version: str) -> None:
    """Say which number is due and why."""
    if found.last is None:
        print(command_words.RELEASE_FIRST.format(version=version))
        return
    if not found.changed:
        print(command_words.RELEASE_SAME.format(last=found.last.version))
        return
    what = found.due.reasons[0]
    if len(found.due.reasons) > 1:
        what = command_words.RELEASE_AND_MORE.format(first=what, count=len(found.due.reasons))
    why = history_words.DUE_PARTS[found.due.part]
    print(command_words.RELEASE_DUE.format(last=found.last.version, why=why, what=what, due=found.version))
    agrees = found.fits(version)
    words = command_words.RELEASE_AGREES if agrees else command_words.RELEASE_DISAGREES
    print(words.format(version=version, due=found.version), file=sys.stdout if agrees else sys.stderr)


def _tag(options: argparse.Namespace, state: LedgerState, version: str) -> int:
    """Make the tag of a release."""
    tag = f"{PREFIX}{version}"
    try:
        repository = Repository(options.data)
    except NoHistory as none:
        print(command_words.RELEASE_NO_GIT.format(reason=history_words.NO_HISTORY[none.reason]), file=sys.stderr)
        return 2
    if repository.uncommitted():
        print(command_words.RELEASE_UNCOMMITTED, file=sys.stderr)
        return 1
    try:
        repository.create_tag(tag, tag_message(state, options.message))
    except subprocess.CalledProcessError as refused:
        message = refused.stderr.decode(errors="replace").strip()
        print(command_words.RELEASE_GIT.format(tag=tag, message=message), file=sys.stderr)
        return 1
    print(command_words.RELEASE_TAGGED.format(tag=tag))
    return 0


def _build(options: argparse.Namespace) -> int:
    from mkdocs.exceptions import Abort  # noqa: PLC0415 the engine is loaded only by the commands that need it

    from generator.publish.build import BadLinks, build_site  # noqa: PLC0415 as above
    from generator.publish.search_index import SearchFailed  # noqa: PLC0415 as above

    start = time.perf_counter()
    gc.disable()  # next to nothing is in a cycle, and the process ends with the build
    _log_to_console()
    folder = _sources(options)
    try:
        built = build_site(
            options.config,
            options.site,
            str(folder) if folder else "",
            Stopwatch(print),
            search=not options.without_search,
            further=not options.only_csv_json,
        )
    except BadLinks as bad:
        for link in bad.found:
            print(link, file=sys.stderr)
        print(command_words.BAD_LINKS.format(count=len(bad.found)), file=sys.stderr)
        return 1
    except SearchFailed as failed:
        print(command_words.SEARCH_FAILED.format(message=failed), file=sys.stderr)
        return 1
    except Abort as abort:
        print(abort.message, file=sys.stderr)
        print(command_words.NOT_BUILT, file=sys.stderr)
        return 1
    print(
        command_words.BUILT.format(
            pages=built.pages,
            written=len(built.written),
            seconds=time.perf_counter() - start,
            site=options.site.resolve(),
        )
    )
    return 0


def _log_to_console() -> None:
    """Warnings of the engine and all words of our plugin, plain; the engine's chatter stays silent."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    engine, own = logging.getLogger("mkdocs"), logging.getLogger("mkdocs.plugins.ledger")
    engine.setLevel(logging.WARNING)
    own.setLevel(logging.INFO)
    engine.addHandler(handler)


def _offline(options: argparse.Namespace) -> int:
    site: Path = options.site
    if not (site / "index.html").is_file():
        print(command_words.NO_SITE.format(folder=site), file=sys.stderr)
        return 2
    name = json.loads((site / package.DESCRIPTOR).read_bytes())["name"]
    file: Path = options.folder / f"{name}-offline_zip.zip"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(offline_zip.archive(site))
    print(command_words.OFFLINE.format(file=file, size=file.stat().st_size / 1e6))
    return 0


def _serve(options: argparse.Namespace) -> int:
    from generator.publish.mkdocs_plugin import serve  # noqa: PLC0415 as above

    _log_to_console()
    serve(options.config, options.port)
    return 0


def _simulate(options: argparse.Namespace) -> int:
    try:
        size = Size(options.tasks, options.indicators, options.organizations, options.years, options.seed)
        count = simulate(options.folder, size)
    except OutOfRange as wrong:
        print(
            command_words.SIZE_RANGE.format(option=f"--{wrong.name}", low=wrong.low, high=wrong.high), file=sys.stderr
        )
        return 2
    except FileExistsError:
        print(command_words.NOT_EMPTY.format(folder=options.folder), file=sys.stderr)
        return 2
    print(command_words.WRITTEN.format(count=count, folder=options.folder))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "verify": _verify,
    "locate": _locate,
    "export": _export,
    "pages": _pages,
    "diff": _diff,
    "release": _release,
    "build": _build,
    "offline": _offline,
    "serve": _serve,
    "simulate": _simulate,
}

_FOLDER = {"type": Path, "metavar": "DIR"}
_SOURCES: dict[str, object] = {"metavar": "DIR"}
_FLAG: dict[str, object] = {"action": "store_true"}
_NUMBER = {"type": int, "metavar": "N"}
_CONFIG = {"type": Path, "default": Path("mkdocs.yml"), "metavar": "FILE"}

ARGUMENTS: dict[str, dict[str, dict[str, object]]] = {
    "verify": {"sources": {"type": Path, "metavar": "SOURCES_DIR"}},
    "locate": {"document": {"metavar": "DOCUMENT"}, "words": {"metavar": "WORDS"}, "--sources": _SOURCES},
    "export": {"folder": _FOLDER, "--only-csv-json": _FLAG},
    "pages": {"folder": _FOLDER, "--sources": _SOURCES},
    "diff": {
        "old": {"metavar": "REVISION"},
        "new": {"metavar": "REVISION", "nargs": "?"},
        "--format": {"choices": tuple(DIFFS), "default": "text"},
    },
    "release": {"--check": _FLAG, "--message": {"default": "", "metavar": "WORDS"}},
    "build": {
        "--site": {**_FOLDER, "default": Path("site")},
        "--sources": _SOURCES,
        "--config": _CONFIG,
        "--without-search": _FLAG,
        "--only-csv-json": _FLAG,
    },
    "offline": {
        "--site": {**_FOLDER, "default": Path("site")},
        "--folder": {**_FOLDER, "default": Path("build")},
    },
    "serve": {"--config": _CONFIG, "--port": {**_NUMBER, "default": 8000}},
    "simulate": {
        "folder": _FOLDER,
        "--tasks": {**_NUMBER, "default": 200},
        "--indicators": {**_NUMBER, "default": 200},
        "--organizations": {**_NUMBER, "default": 70},
        "--years": {**_NUMBER, "default": 5},
        "--seed": {**_NUMBER, "default": 1},
    },
}
"""Arguments of each command."""
