"""The command ``bundle``."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.cli.common import print_error, say
from generator.language import command_words
from generator.language.office import bundle_words
from generator.office.bundle.packing import pack
from generator.office.bundle.platforms import PLATFORMS, BadInterpreter, Platform, platform_of
from generator.office.bundle.wheels import NoWheels, is_repository
from generator.support.packaged_files import PROJECT
from generator.support.whole_files import write_together


def bundle(options: argparse.Namespace) -> int:
    """Pack the program for machines without a network."""
    if not is_repository(PROJECT):
        print_error(bundle_words.NOT_A_REPOSITORY)
        return 2
    try:
        platforms = _platforms(options.platform, options.python)
    except BadInterpreter as bad:
        print_error(str(bad))
        return 2
    packed: dict[Path, bytes] = {}
    try:
        for platform in platforms:
            say(bundle_words.PACKING.format(platform=platform.name))
            name, content = pack(PROJECT, platform, options.python)
            packed[options.folder / name] = content
        write_together(packed, options.folder)
    except NoWheels as missing:
        print_error(bundle_words.NO_WHEELS.format(platform=platform.name, message=missing))
        return 1
    except OSError as error:
        reason = command_words.why_not_written(error) or error.strerror
        print_error(command_words.CANNOT_WRITE.format(file=error.filename or options.folder, reason=reason))
        return 1
    for file, content in packed.items():
        print(bundle_words.PACKED.format(file=file, size=len(content) / 1e6))
    if not options.python:
        print(bundle_words.PACKED_WITHOUT_PYTHON)
    return 0


def _platforms(wanted: str | None, interpreter: Path | None) -> list[Platform]:
    """The platforms to pack for: the one that was named, the one of the interpreter, else all.

    Raises BadInterpreter with Chinese words.
    """
    if interpreter is None:
        return [PLATFORMS[wanted]] if wanted else [*PLATFORMS.values()]
    if not interpreter.is_file():
        raise BadInterpreter(bundle_words.NO_INTERPRETER.format(file=interpreter))
    try:
        found = platform_of(interpreter)
    except BadInterpreter as bad:
        raise BadInterpreter(bundle_words.BAD_INTERPRETER.format(file=interpreter)) from bad
    if wanted not in (None, found.name):
        raise BadInterpreter(bundle_words.OTHER_PLATFORM.format(file=interpreter, found=found.name, wanted=wanted))
    return [found]
