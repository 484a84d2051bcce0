"""All checks, one after the other, up to the first that fails: `python -m tests`.

`--static` leaves out all that runs backtimer. `--core` is the fast answer for whoever changes its
pure part: the tests of that alone, with few examples of each property. `--coverage` says which of
its lines these tests do not reach, and fails if there are many.
"""

import subprocess
import sys
from argparse import ArgumentParser

CORE = ("tests/test_quantity.py", "tests/plan", "tests/workout", "tests/speech")
"""The tests of what knows no clock, file or screen; pyproject.toml names the same for coverage."""
QUICK = ("-m", "pytest", "-n", "0", "--hypothesis-profile=quick")
CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    "layers": ("-c", "from importlinter.cli import lint_imports_command as check; check()"),
    "core": (*QUICK, *CORE),
    "coverage": (*QUICK, *CORE, "--cov"),
    "tests": ("-m", "pytest", "-n", "auto"),
}
STATIC = ("format", "lint", "types", "layers")
ALL = (*STATIC, "coverage", "tests")


def main() -> int:
    """Run the checks that are asked for; return the exit code of the first that fails, else 0."""
    parser = ArgumentParser(prog="python -m tests", description="Without an option, all checks.")
    only = parser.add_mutually_exclusive_group()
    for option, names in ("static", STATIC), ("core", ("core",)), ("coverage", ("coverage",)):
        only.add_argument(
            f"--{option}", dest="names", action="store_const", const=names, default=ALL
        )
    for name in parser.parse_args().names:
        print(f"== {name}", flush=True)  # noqa: T201 - this is what it is for
        done = subprocess.run([sys.executable, *CHECKS[name]], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
