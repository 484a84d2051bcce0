"""`python -m backtimer`."""

import sys

from backtimer.cli import main

if __name__ == "__main__":
    sys.exit(main())
