"""All checks, one after the other: `python -m tests`; `--static` leaves out the tests themselves.

Ends with the first that fails.
"""

import subprocess
import sys

CHECKS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "layers": ["-c", "from importlinter.cli import lint_imports_command as check; check()"],
    "tests": ["-m", "pytest", "-n", "auto"],
}


def main() -> int:
    """Run every check; return the exit code of the first that fails, else 0."""
    for name, command in CHECKS.items():
        if name == "tests" and "--static" in sys.argv:
            continue
        print(f"== {name}", flush=True)  # noqa: T201 - this is what it is for
        done = subprocess.run([sys.executable, *command], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
