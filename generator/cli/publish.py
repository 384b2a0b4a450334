"""The command ``publish``."""

from __future__ import annotations

import argparse
import os
import time

from generator.cli.common import print_error, say
from generator.cli.site import build_options, log_to_console
from generator.language import command_words
from generator.language.office import publish_words
from generator.publish.build import BadLinks
from generator.publish.deploy.publish import ChecksFailed, Published, Switched, roll_back
from generator.publish.deploy.publish import publish as publish_site
from generator.publish.search_index import SearchFailed
from generator.publish.site_writer import BuildStopped
from generator.support.stopwatch import Stopwatch

MOST_VERSIONS = 100
PUBLIC = 0o022
"""What is published can be read by all, whatever this user's own files are: the web server is another user."""


def publish(options: argparse.Namespace) -> int:
    """Build a new version of the public site and switch to it, or go back to the one before."""
    if not 1 <= options.keep <= MOST_VERSIONS:
        print_error(command_words.SIZE_RANGE.format(option="--keep", low=1, high=MOST_VERSIONS))
        return 2
    os.umask(PUBLIC)
    log_to_console(options.config)
    try:
        if options.rollback:
            _print_rolled_back(options, roll_back(options.target, say))
        else:
            start, watch = time.perf_counter(), Stopwatch(say, command_words.SECONDS)
            done = publish_site(options.config, options.target, build_options(options), options.keep, watch, say)
            _print_published(options, done, time.perf_counter() - start)
    except (BadLinks, ChecksFailed, SearchFailed, BuildStopped) as failure:
        return _print_failure(failure, options)
    return 0


def _print_published(options: argparse.Namespace, done: Published, seconds: float) -> None:
    if done.switched is None:
        print(publish_words.UNCHANGED.format(target=options.target))
        return
    counts = {"pages": done.built.pages, "written": len(done.built.written)}
    print(publish_words.PUBLISHED.format(number=done.switched.number, seconds=seconds, target=options.target, **counts))
    _print_more(done.switched)


def _print_rolled_back(options: argparse.Namespace, done: Switched) -> None:
    print(publish_words.ROLLED_BACK.format(number=done.number, target=options.target))
    _print_more(done)


def _print_more(done: Switched) -> None:
    if not done.one_step:
        print(publish_words.BY_RENAMES)
    if done.earlier:
        print(publish_words.EARLIER.format(count=done.earlier))


def _print_failure(failure: BadLinks | ChecksFailed | SearchFailed | BuildStopped, options: argparse.Namespace) -> int:
    """Say what went wrong, each fault in a line of its own, and that the public site is as it was."""
    if isinstance(failure, BadLinks):
        lines = [*map(str, failure.links), publish_words.BAD_LINKS.format(count=len(failure.links))]
    elif isinstance(failure, ChecksFailed):
        lines = [*failure.faults, publish_words.CHECKS_FAILED.format(count=len(failure.faults))]
    elif isinstance(failure, SearchFailed):
        lines = [publish_words.SEARCH_FAILED.format(message=failure)]
    else:
        lines = [str(failure), publish_words.NOT_ROLLED_BACK if options.rollback else publish_words.NOT_PUBLISHED]
    for line in lines:
        print_error(line)
    return 1
