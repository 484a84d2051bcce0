"""A worker process is kept running: restarted when it ends or hangs, until nobody wants it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from backtimer.sound import supervisor
from backtimer.sound.child import Child
from backtimer.sound.protocol import Hello, Report, Trouble, decode_report
from backtimer.sound.supervisor import Supervisor
from tests.sound.processes import alive, eventually


class Watched:
    """Workers of sound under a supervisor, and what it told of them."""

    def __init__(self, output: str = "none", *, most: int = 1) -> None:
        self.output = output
        self.most = most
        self.pids: list[int] = []
        self.reports: list[Report] = []
        self.losses: list[tuple[int, Trouble | None]] = []
        self.is_alive = True

    def spawn(self) -> Child[Report]:
        if not self.output:
            raise FileNotFoundError
        child = Child("backtimer.sound.worker", [self.output], decode_report, None)
        self.pids.append(child.pid)
        return child

    def receive(self, _child: Child[Report], report: Report) -> bool:
        self.reports.append(report)
        return self.is_alive

    def lost(self, failures: int, trouble: Trouble | None) -> bool:
        self.losses.append((failures, trouble))
        return len(self.losses) < self.most

    @contextmanager
    def supervised(self, **patience: float) -> Iterator[Supervisor[Report]]:
        found = Supervisor(self.spawn, self.receive, self.lost, name="watched", **patience)
        found.start()
        try:
            yield found
        finally:
            found.close()


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "BACK_OFF", (0.0, 0.01, 0.02))


def test_failures_in_a_row_are_counted_until_no_other_is_wanted() -> None:
    watched = Watched("", most=4)
    with watched.supervised() as found:
        assert eventually(lambda: not found._thread.is_alive())
    assert watched.losses == [(n, None) for n in range(1, 5)]


def test_each_try_waits_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "BACK_OFF", (0.0, 0.05, 0.2))
    watched = Watched("", most=4)
    began = time.monotonic()
    with watched.supervised() as found:
        assert eventually(lambda: not found._thread.is_alive())
    assert 0.45 < time.monotonic() - began < 2


def test_after_a_long_life_a_failure_is_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "STEADY", 0.0)
    watched = Watched("gramophone", most=3)
    with watched.supervised() as found:
        assert eventually(lambda: not found._thread.is_alive())
    assert [failures for failures, _ in watched.losses] == [1, 1, 1]


def test_what_a_worker_complained_of_is_passed_on_and_its_process_is_gone() -> None:
    watched = Watched("gramophone")
    with watched.supervised():
        assert eventually(lambda: watched.losses)
        assert not alive(*watched.pids)
    assert watched.losses == [(1, Trouble("There is no sound output called 'gramophone'."))]
    assert watched.reports == [], "a complaint is no report like the others"


def test_a_worker_without_a_sign_of_life_is_replaced() -> None:
    watched = Watched(most=2)
    watched.is_alive = False
    with watched.supervised(start_patience=1.0):
        assert eventually(lambda: len(watched.pids) == 2)
        assert not alive(watched.pids[0])
    assert isinstance(watched.reports[0], Hello), "it reported, but of nothing that counts"


def test_a_sign_of_life_is_good_for_a_while() -> None:
    watched = Watched()
    with watched.supervised(start_patience=1.0, hung_after=60):
        assert eventually(lambda: watched.reports)
        began = time.monotonic()
        assert eventually(lambda: time.monotonic() - began > 1.2)
        assert watched.losses == []
        assert alive(*watched.pids)


def test_closed_it_ends_the_worker_and_starts_no_other() -> None:
    watched = Watched(most=9)
    with watched.supervised() as found:
        assert eventually(lambda: watched.reports)
        began = time.monotonic()
        found.close()
        assert time.monotonic() - began < 0.2
        assert not alive(*watched.pids)
        assert eventually(lambda: not found._thread.is_alive())
    assert len(watched.pids) == 1


def test_closed_before_it_has_begun_it_starts_none() -> None:
    watched = Watched()
    Supervisor(watched.spawn, watched.receive, watched.lost, name="watched").close()
    assert watched.pids == []
