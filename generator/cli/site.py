"""Commands that make the site or show it: ``build``, ``offline``, ``serve``."""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from pathlib import Path
from typing import NoReturn

from generator.cli.common import print_error, say, sources_folder
from generator.downloads.package import DESCRIPTOR
from generator.language import command_words
from generator.publish import offline_zip
from generator.publish.build import BadLinks, build_site
from generator.publish.engine.log import is_own, log_to
from generator.publish.engine.own_code import without_report
from generator.publish.search_index import SearchFailed
from generator.publish.site_content import BuildOptions
from generator.publish.site_folder import MANIFEST
from generator.publish.site_writer import BuildStopped
from generator.support.stopwatch import Stopwatch
from generator.support.whole_files import write_whole


def build(options: argparse.Namespace) -> int:
    """Build the site."""
    start = time.perf_counter()
    log_to_console(options.config)
    try:
        built = build_site(options.config, options.site, build_options(options), Stopwatch(say, command_words.SECONDS))
    except BadLinks as bad:
        for link in bad.links:
            print_error(str(link))
        print_error(command_words.BAD_LINKS.format(count=len(bad.links)))
        return 1
    except SearchFailed as failed:
        print_error(command_words.SEARCH_FAILED.format(message=failed))
        return 1
    except BuildStopped as stopped:
        print_error(str(stopped))
        print_error(command_words.NOT_BUILT)
        return 1
    counts = {"pages": built.pages, "written": len(built.written)}
    seconds, site = time.perf_counter() - start, options.site.resolve()
    print(command_words.BUILT.format(seconds=seconds, site=site, **counts))
    return 0


def build_options(options: argparse.Namespace) -> BuildOptions:
    """What the options say of a build."""
    return BuildOptions(
        data=options.data,
        contract=options.contract,
        sources=sources_folder(options),
        search=not options.without_search,
        further=not options.only_csv_json,
        jobs=options.jobs,
        trust=options.trust,
    )


def log_to_console(config: Path) -> None:
    """Warnings of the engine and all words of our plugin, plain; the engine's chatter stays silent."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_Formatter(config.absolute().parent))
    log_to(handler)


class _Formatter(logging.Formatter):
    """Says whose words those of the engine are: they are English."""

    def __init__(self, root: Path) -> None:
        """Take the folder of the settings."""
        super().__init__()
        self._root = root

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        if is_own(record):
            return message
        return command_words.ENGINE_SAYS.format(message=without_report(message, self._root))


def offline(options: argparse.Namespace) -> int:
    """Pack a built site into one zip."""
    site: Path = options.site
    if not all((site / name).is_file() for name in ("index.html", MANIFEST, DESCRIPTOR)):
        print_error(command_words.NO_SITE.format(folder=site))
        return 2
    name = json.loads((site / DESCRIPTOR).read_bytes())["name"]
    file: Path = options.folder / f"{name}-offline.zip"
    write_whole(file, offline_zip.archive(site))
    print(command_words.OFFLINE.format(file=file, size=file.stat().st_size / 1e6))
    return 0


def serve(options: argparse.Namespace) -> NoReturn:
    """Show the site on this machine while it is edited.

    Raises:
        SystemExit: at the end. Python ends in the ordinary way here, and tidies up after its processes.
    """
    from generator.publish.preview.server import serve as serve_preview  # noqa: PLC0415 no other command needs it

    changed = BuildOptions(options.data, options.contract, sources_folder(options), trust=options.trust)
    try:
        serve_preview(options.config, options.port, changed, open_browser=options.open)
    except BuildStopped as stopped:
        print_error(str(stopped))
        sys.exit(1)
    sys.exit(0)
