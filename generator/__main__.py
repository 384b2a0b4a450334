"""``python -m generator``, and the commands ``ledger`` and ``plan-ledger`` of an installed package."""

import io
import logging
import os
import sys
import tempfile
import traceback
from typing import NoReturn

from generator.cli.main import main
from generator.language import command_words

CRASHED = 70
"""The exit status after a fault of the program itself, as sysexits.h has it."""
READER_LEFT = 141
"""The exit status when what read our words went away, as after ``| head -1``: a shell has it so."""


def run() -> NoReturn:
    """Run the command of this process, and end the process."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            _speak_chinese(stream)
    logging.raiseExceptions = False  # what cannot be written is no reason for an English report
    try:
        status = main()
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        status = READER_LEFT
    except SystemExit:
        raise
    except BaseException as error:  # whatever it is, the user gets a Chinese sentence
        status = _crashed(error)
    # the system takes back the memory at one stroke; Python would free millions of records one by one, for seconds
    os._exit(status)


def _crashed(error: BaseException) -> int:
    """Keep the report for whoever maintains the program, and say where it is."""
    report = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="ledger-", suffix=".txt", delete=False) as file:
            file.write(report)
    except OSError:
        said = command_words.CRASHED_UNTOLD.format(error=report.splitlines()[-1])
    else:
        said = command_words.CRASHED.format(file=file.name)
    print(said, file=sys.stderr, flush=True)
    return CRASHED


def _open_closed_streams() -> None:
    """Let words go nowhere where the streams are closed, as after ``>&-``: no file of ours may get their number."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 for the whole run


def _speak_chinese(stream: io.TextIOWrapper) -> None:
    """Write UTF-8 where the encoding has no Chinese; one that has it may lack other signs, such as ² on Windows."""
    try:
        command_words.STOPPED.encode(stream.encoding)
    except UnicodeEncodeError:
        stream.reconfigure(encoding="utf-8")
    stream.reconfigure(errors="replace")


if __name__ == "__main__":
    run()
