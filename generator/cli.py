"""The command line: a thin skin over the library."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from generator import __version__, export, render, terms
from generator.derive import Book
from generator.formats import FURTHER
from generator.locate import locate
from generator.pipeline import Checked, Faulty, Stopwatch, load
from generator.simulate import OutOfRange, Size, simulate
from generator.source import Finding, worst_first
from generator.text import read_documents
from generator.verify import Verification, verify


class _Parser(argparse.ArgumentParser):
    """argparse with Chinese words."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)  # type: ignore[arg-type]  # passed on
        self._positionals.title, self._optionals.title = terms.CLI_ARGUMENTS, terms.CLI_OPTIONS
        self.add_argument("-h", "--help", action="help", help=terms.CLI_HELP)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, terms.CLI_ERROR.format(program=self.prog) + "\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, terms.CLI_USAGE if prefix is None else prefix)  # type: ignore[arg-type]  # passed on


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; every command and option has words in :data:`terms.COMMANDS`."""
    top = _Parser(prog="python -m generator", description=terms.CLI_DESCRIPTION)
    top.add_argument("--version", action="version", version=__version__, help=terms.CLI_VERSION)
    top.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help=terms.CLI_DATA)
    top.add_argument("--contract", type=Path, default=Path("datapackage.json"), metavar="FILE", help=terms.CLI_CONTRACT)
    commands = top.add_subparsers(
        title=terms.CLI_COMMANDS, metavar=terms.CLI_COMMAND, required=True, parser_class=_Parser
    )
    for name, run in COMMANDS.items():
        words = terms.COMMANDS[name]
        command = commands.add_parser(name, help=words[0], description=words[1])
        command.set_defaults(run=run)
        for argument, options in ARGUMENTS.get(name, {}).items():
            command.add_argument(argument, help=terms.CLI_ARGUMENT_HELP[name, argument], **options)  # type: ignore[arg-type]  # plain options
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 done, 1 findings, 2 wrong use."""
    options = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except Faulty as faulty:
        return _findings(faulty.findings)


def _findings(findings: list[Finding]) -> int:
    for finding in findings:
        print(finding, file=sys.stderr)
    print(terms.FAULTY.format(count=len(findings)), file=sys.stderr)
    return 1


def _load(options: argparse.Namespace) -> Checked:
    return load(options.data, options.contract, Stopwatch(print))


def _sources(options: argparse.Namespace) -> Path | None:
    """The folder of official texts: the option, else the environment."""
    given = getattr(options, "sources", None) or os.environ.get("SOURCES")
    return Path(given) if given else None


# -- one function per command


def _check(options: argparse.Namespace) -> int:
    checked = _load(options)
    rows = sum(len(rows) for rows in checked.tables.rows.values())
    print(terms.CHECKED.format(tables=len(checked.tables.rows), rows=rows))
    return 0


def _verify(options: argparse.Namespace) -> int:
    checked = _load(options)
    folder: Path = options.sources
    if not folder.is_dir():
        print(terms.NO_FOLDER.format(folder=folder), file=sys.stderr)
        return 2
    texts = read_documents(folder, [d.id for d in checked.ledger.documents])
    if not texts:
        print(terms.NO_TEXTS.format(folder=folder), file=sys.stderr)
        return 2
    result = verify(checked.tables, texts)
    _tell(result)
    return _findings(worst_first(result.findings)) if result.findings else 0


def _tell(result: Verification) -> None:
    for document in result.without_text:
        print(terms.WITHOUT_TEXT.format(document=document))
    print(terms.FINGERPRINTS.format(count=result.fingerprints, bad=result.mismatches))
    print(terms.PARENTHESES.format(matched=result.matched, count=result.parentheses))
    for part in result.parts:
        done = part.used + part.excluded
        share = f"{100 * done // part.numbers}%" if part.numbers else "—"
        values = {"document": part.document, "part": part.part, "numbers": part.numbers, "share": share}
        print(terms.PART.format(used=part.used, excluded=part.excluded, **values))


def _locate(options: argparse.Namespace) -> int:
    folder = _sources(options)
    texts = read_documents(folder, [options.document]) if folder else {}
    if options.document not in texts:
        print(terms.NO_TEXT.format(document=options.document), file=sys.stderr)
        return 2
    places = locate(texts[options.document], options.words)
    for place in places:
        print(terms.PLACE.format(passage=place.passage, fingerprint=place.fingerprint, around=place.around))
    if not places:
        print(terms.NOT_LOCATED, file=sys.stderr)
    return 0 if places else 1


def _export(options: argparse.Namespace) -> int:
    checked = _load(options)
    files = export.package(checked, Book(checked), () if options.only_csv_json else FURTHER)
    export.write(files, options.folder)
    print(terms.WRITTEN.format(count=len(files), folder=options.folder))
    return 0


def _pages(options: argparse.Namespace) -> int:
    checked = _load(options)
    folder = _sources(options)
    texts = read_documents(folder, [d.id for d in checked.ledger.documents]) if folder else {}
    found = render.pages(Book(checked), checked.site, checked.contract, texts)
    files = {render.source_path(p.path): render.to_markdown(p) for p in found}
    export.write(files, options.folder)
    print(terms.WRITTEN.format(count=len(files), folder=options.folder))
    return 0


def _build(options: argparse.Namespace) -> int:
    from mkdocs.exceptions import Abort  # noqa: PLC0415 the engine is loaded only by the commands that need it

    from generator.build import BadLinks, build_site  # noqa: PLC0415 as above
    from generator.search import SearchFailed  # noqa: PLC0415 as above

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
        print(terms.BAD_LINKS.format(count=len(bad.found)), file=sys.stderr)
        return 1
    except SearchFailed as failed:
        print(terms.SEARCH_FAILED.format(message=failed), file=sys.stderr)
        return 1
    except Abort as abort:
        print(abort.message, file=sys.stderr)
        print(terms.NOT_BUILT, file=sys.stderr)
        return 1
    print(
        terms.BUILT.format(
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


def _serve(options: argparse.Namespace) -> int:
    from generator.plugin import serve  # noqa: PLC0415 as above

    _log_to_console()
    serve(options.config, options.port)
    return 0


def _simulate(options: argparse.Namespace) -> int:
    try:
        size = Size(options.tasks, options.indicators, options.organizations, options.years, options.seed)
        count = simulate(options.folder, size)
    except OutOfRange as wrong:
        print(terms.SIZE_RANGE.format(option=f"--{wrong.name}", low=wrong.low, high=wrong.high), file=sys.stderr)
        return 2
    except FileExistsError:
        print(terms.NOT_EMPTY.format(folder=options.folder), file=sys.stderr)
        return 2
    print(terms.WRITTEN.format(count=count, folder=options.folder))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "verify": _verify,
    "locate": _locate,
    "export": _export,
    "pages": _pages,
    "build": _build,
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
    "build": {
        "--site": {**_FOLDER, "default": Path("site")},
        "--sources": _SOURCES,
        "--config": _CONFIG,
        "--without-search": _FLAG,
        "--only-csv-json": _FLAG,
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
