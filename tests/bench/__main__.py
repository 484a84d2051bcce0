"""All benchmarks, one after the other; about ten minutes."""

import sys

from tests.bench import clock, history, latency, live, load, start
from tests.bench.figures import show

if __name__ == "__main__":
    good = [
        show(each.__doc__, each.measure) for each in (start, live, clock, latency, load, history)
    ]
    sys.exit(0 if all(good) else 1)
