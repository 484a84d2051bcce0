import os
import signal
import subprocess
import sys

import pytest

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what it allowed")


def script(*lines: str) -> "subprocess.CompletedProcess[str]":
    """Run a process of its own: what it is allowed cannot be taken back."""
    text = "\n".join(("import os", "from backtimer.sound import worker_process", *lines))
    return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)


SHOW = (
    "allowed = worker_process.raise_priority()",
    "print(allowed, os.sched_getscheduler(0), os.getpriority(os.PRIO_PROCESS, 0))",
)


@linux
def test_what_is_said_to_be_allowed_is_so() -> None:
    *allowed, scheduler, nice = script(*SHOW).stdout.split()
    told = {
        "real time": scheduler == f"{os.SCHED_RR}",
        "high": nice == "-11",
        "usual": scheduler == f"{os.SCHED_OTHER}"
        and int(nice) >= os.getpriority(os.PRIO_PROCESS, 0),
    }
    assert told[" ".join(allowed)]


@linux
@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody with fewer rights")
def test_it_is_done_without_where_nothing_is_allowed() -> None:
    limits = ("RTPRIO", "NICE")
    forbid = (f"resource.setrlimit(resource.RLIMIT_{name}, (0, 0))" for name in limits)
    done = script("import resource", *forbid, "os.setuid(65534)", *SHOW)
    assert done.stdout.split() == ["usual", f"{os.SCHED_OTHER}", f"{os.getpriority(0, 0)}"]


@linux
def test_one_that_never_waits_is_ended_before_it_keeps_all_others_from_running() -> None:
    done = script(
        "worker_process.LONGEST_RUN = 0.1",
        "allowed = worker_process.raise_priority()",
        "while allowed == 'real time': pass",
    )
    assert done.returncode in (0, -signal.SIGXCPU, -signal.SIGKILL)
