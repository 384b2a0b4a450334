"""``python -m generator``, and the commands ``ledger`` and ``plan-ledger`` of an installed package."""

import io
import logging
import os
import sys
from typing import NoReturn

from generator.cli.main import main


def run() -> NoReturn:
    """Run the command of this process, and end the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console of Windows has no sign for some characters, such as ²
            stream.reconfigure(errors="replace")
    status = main()
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    # the system takes back the memory at one stroke; Python would free millions of records one by one, for seconds
    os._exit(status)


if __name__ == "__main__":
    run()
