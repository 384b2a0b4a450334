"""``python -m generator``."""

import logging
import os
import sys

from generator.cli.main import main

if __name__ == "__main__":
    status = main()
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    # the system takes back the memory at one stroke; Python would free millions of records one by one, for seconds
    os._exit(status)
