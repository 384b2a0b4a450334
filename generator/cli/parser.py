"""What can be written on the command line: the commands with their arguments, all in Chinese words."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator import __version__
from generator.language import command_words
from generator.language.commands import help_words
from generator.language.office import init_words
from generator.ledger.enums import PlaceLevel

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


def a_path(text: str) -> Path:
    """What is written for a file or a folder; nothing at all would mean the folder in which one is.

    Raises:
        ValueError: nothing is written, or a name that nobody can see whole.
    """
    if not text.strip() or not text.isprintable():
        raise ValueError(text)
    return Path(text)


def a_port(text: str) -> int:
    """The number of a port.

    Raises:
        ValueError: it is none.
    """
    return _within(int(text), MOST_PORTS)


def a_count(text: str) -> int:
    """How many there shall be.

    Raises:
        ValueError: it is no number, less than none, or more than any machine could do.
    """
    return _within(int(text), MOST)


def processes(text: str) -> int:
    """How many processes there shall be; 0 for as many as are worth it.

    Raises:
        ValueError: it is no number, or more than any machine has cores.
    """
    return _within(int(text), MOST_PROCESSES)


def _within(number: int, most: int) -> int:
    if not 0 <= number <= most:
        raise ValueError(number)
    return number


MOST_PORTS, MOST_PROCESSES, MOST = 65_535, 256, 1_000_000_000
FOLDER: dict[str, object] = {"type": a_path, "metavar": "DIR"}
SOURCES: dict[str, object] = {"type": a_path, "metavar": "DIR"}
FLAG: dict[str, object] = {"action": "store_true"}
NUMBER: dict[str, object] = {"type": a_count, "metavar": "N"}
PORT: dict[str, object] = {"type": a_port, "metavar": "N"}
JOBS: dict[str, object] = {"type": processes, "metavar": "N"}
CONFIG: dict[str, object] = {"type": a_path, "default": Path("mkdocs.yml"), "metavar": "FILE"}
SITE: dict[str, object] = {**FOLDER, "default": Path("site")}
BUILDING: dict[str, dict[str, object]] = {
    "--sources": SOURCES,
    "--config": CONFIG,
    "--without-search": FLAG,
    "--only-csv-json": FLAG,
    "--jobs": JOBS,
    "--trust": FLAG,
}
"""What may be said of a build."""

ROUND_ACTIONS = ("status", "return", "note", "answer", "approve", "publish")
"""What can be done about a round."""
ARGUMENTS: dict[str, dict[str, dict[str, object]]] = {
    "init": {
        "folder": FOLDER,
        "--name": {"required": True, "metavar": "NAME"},
        "--level": {"choices": (*PlaceLevel, *init_words.LEVELS_SAID), "metavar": "LEVEL"},
        "--demo": FLAG,
    },
    "import": {
        "workbook": {"type": a_path, "metavar": "LEDGER.xlsx"},
        "--into": FOLDER,
        "--columns": {"type": a_path, "metavar": "FILE"},
        "--json": {"type": a_path, "metavar": "FILE"},
    },
    "check": {},
    "verify": {"sources": {"type": a_path, "metavar": "SOURCES_DIR"}},
    "locate": {
        "document": {"metavar": "DOCUMENT", "nargs": "?"},
        "words": {"metavar": "WORDS", "nargs": "*"},
        "--quotes": {"type": a_path, "metavar": "FILE", "nargs": "+"},
        "--sources": SOURCES,
    },
    "relocate": {"document": {"metavar": "DOCUMENT"}, "--sources": SOURCES},
    "export": {"folder": FOLDER, "--only-csv-json": FLAG},
    "pages": {"folder": FOLDER, "--sources": SOURCES},
    "diff": {
        "old": {"metavar": "REVISION"},
        "new": {"metavar": "REVISION", "nargs": "?"},
        "--format": {"choices": ("text", "markdown", "json"), "default": "text"},
    },
    "release": {"--check": FLAG, "--message": {"default": "", "metavar": "WORDS"}},
    "build": {"--site": SITE, **BUILDING},
    "publish": {
        "target": {"type": a_path, "metavar": "TARGET"},
        "--keep": {**NUMBER, "default": 5},
        "--rollback": FLAG,
        **BUILDING,
    },
    "offline": {"--site": SITE, "--folder": {**FOLDER, "default": Path("build")}},
    "serve": {
        "--sources": SOURCES,
        "--config": CONFIG,
        "--port": {**PORT, "default": 8000},
        "--open": FLAG,
        "--trust": FLAG,
    },
    "upgrade": {"folder": FOLDER},
    "split": {
        "notice": {"type": a_path, "metavar": "NOTICE"},
        "--into": FOLDER,
        "--json": {"type": a_path, "metavar": "FILE"},
    },
    "review": {
        "folder": {**FOLDER, "nargs": "?", "default": Path()},
        "--round": {"metavar": "ROUND"},
        "--port": {**PORT, "default": 8100},
        "--open": FLAG,
    },
    "forms": {
        "round": {"metavar": "ROUND", "nargs": "?"},
        "--out": {**FOLDER, "required": True},
        "--breakdown": FLAG,
        "--document": {"metavar": "DOCUMENT"},
        "--indicator": {"metavar": "INDICATOR", "action": "append"},
    },
    "bundle": {
        "--platform": {"choices": ("win_amd64", "manylinux_x86_64", "manylinux_aarch64"), "metavar": "NAME"},
        "--python": {"type": a_path, "metavar": "FILE"},
        "--folder": {**FOLDER, "default": Path("build")},
    },
    "ingest": {
        "files": {"type": a_path, "metavar": "FILE", "nargs": "+"},
        "--round": {"metavar": "ROUND"},
        "--on": {"type": date.fromisoformat, "metavar": "DATE"},
        "--dry-run": FLAG,
        "--replies": FOLDER,
        "--here": FLAG,
        "--foreign": FLAG,
        "--json": {"type": a_path, "metavar": "FILE"},
    },
    "round": {
        "action": {"metavar": "ACTION", "nargs": "?", "choices": ROUND_ACTIONS},
        "round": {"metavar": "ROUND"},
        "--item": {"metavar": "ID"},
        "--remark": {"metavar": "TEXT"},
        "--on": {"type": date.fromisoformat, "metavar": "DATE"},
        "--out": FOLDER,
        "--all": FLAG,
    },
    "appraisal": {"period": {"metavar": "PERIOD"}, "--out": {**FOLDER, "required": True}},
    "simulate": {
        "folder": FOLDER,
        "--tasks": {**NUMBER, "default": 200},
        "--indicators": {**NUMBER, "default": 200},
        "--organizations": {**NUMBER, "default": 70},
        "--years": {**NUMBER, "default": 5},
        "--seed": {**NUMBER, "default": 1},
    },
}
"""Command → its arguments, each with the options of argparse. The words of both are in ``help_words``."""


SHORT_NAMES = ("ledger", "plan-ledger")
"""The commands of an installed package."""
WRONG_PART = re.compile(r"argument ([^:]+):|'([^']*)'")
"""What argparse's English message says is wrong: an argument, a value."""
MISSING_PARTS = re.compile(r"the following arguments are required: (.+)")
"""What it says when something is not written that must be."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help that begins with the Chinese word for usage."""

    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, help_words.USAGE if prefix is None else prefix)  # type: ignore[arg-type]  # passed on


class _Parser(argparse.ArgumentParser):
    """argparse with Chinese words."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)  # type: ignore[arg-type]  # passed on
        self._positionals.title, self._optionals.title = help_words.ARGUMENTS, help_words.OPTIONS
        self.add_argument("-h", "--help", action="help", help=help_words.HELP)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Write the help; unlike argparse of some versions, tell when whoever reads it is gone.

        Raises:
            OSError: What it is written to refuses it.
        """
        if file is None:
            print(self.format_help(), end="", flush=True)
        else:
            file.write(self.format_help())

    def error(self, message: str) -> NoReturn:
        if missing := MISSING_PARTS.match(message):
            self.print_help(sys.stderr)
            lacks = missing[1].replace(", ", command_words.LIST_SEPARATOR)
            self.exit(2, "\n" + help_words.INCOMPLETE.format(missing=lacks) + "\n")
        self.print_usage(sys.stderr)
        parts = " ".join(argument or value for argument, value in WRONG_PART.findall(message)[:2])
        wrong = parts or message.rpartition(": ")[2]
        self.exit(2, help_words.ERROR.format(wrong=wrong, program=self.prog) + "\n")


def program_name() -> str:
    """How the program was called: by one of its short names, or as ``python -m generator``."""
    called = Path(sys.argv[0]).stem
    return called if called in SHORT_NAMES else "python -m generator"


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = _Parser(prog=program_name(), description=help_words.DESCRIPTION)
    top.add_argument("--version", action="version", version=__version__, help=help_words.VERSION)
    top.add_argument("--data", type=a_path, metavar="DIR", help=help_words.DATA)
    top.add_argument("--contract", type=a_path, metavar="FILE", help=help_words.CONTRACT)
    commands = top.add_subparsers(
        dest="command",
        title=help_words.COMMANDS_TITLE,
        metavar=help_words.COMMAND,
        required=True,
        parser_class=_Parser,
    )
    for name, arguments in ARGUMENTS.items():
        line, description = help_words.COMMANDS[name]
        command = commands.add_parser(name, help=line, description=description)
        for argument, options in arguments.items():
            command.add_argument(argument, help=help_words.ARGUMENT_HELP[name, argument], **options)  # type: ignore[arg-type]  # plain options
    return top
