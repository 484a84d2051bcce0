from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.sound.clock import BUFFERED, PERIOD
from backtimer.sound.mixer import DUCKED, FADE, LATEST, Channel, Mixer, ScheduledSound
from backtimer.sound.pcm import PEAK, RATE, Pcm, frames_in
from tests.properties import examples
from tests.sound.fake_device import FakeDevice

CLOSE_ENOUGH = 8 / RATE
CLICK = array("h", [9000] * 24)
LOUD = array("h", [30_000] * RATE)
SMOOTH = 30_000 / frames_in(FADE) + 1
"""The steps in which it may die away."""


def pips(*dues: float, pcm: Pcm = CLICK) -> list[ScheduledSound]:
    return [ScheduledSound(f"pip {due}", due, pcm) for due in dues]


def assert_heard(device: FakeDevice, dues: list[float]) -> None:
    assert device.onsets() == pytest.approx(dues, abs=CLOSE_ENOUGH)


def steepest_step(pcm: Pcm) -> int:
    return max(abs(b - a) for a, b in pairwise(pcm))


class TestPlacing:
    def test_signals_are_heard_when_they_are_due(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        dues = [1000.1, 1000.9, 1001.9, 1002.9, 1003.9]
        mixer.replace(pips(*dues))
        device.play_for(5)
        assert_heard(device, dues)
        assert mixer.begun == len(dues)
        assert mixer.lateness <= CLOSE_ENOUGH

    def test_they_may_be_given_in_any_order(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.replace(pips(1001.5, 1000.5, 1001.0))
        device.play_for(2)
        assert_heard(device, [1000.5, 1001.0, 1001.5])

    def test_one_that_begins_at_the_end_of_a_block_goes_on_in_the_next(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        due = 1000 + PERIOD - 10 / RATE
        mixer.replace(pips(due))
        heard = device.play_for(1)
        assert_heard(device, [due])
        assert sum(map(bool, heard)) == len(CLICK)

    @examples(40)
    @given(
        lateness=st.lists(st.floats(0, 0.99 * BUFFERED), min_size=110, max_size=110),
        dues=st.sets(st.integers(70, 260), min_size=1, max_size=30),
    )
    def test_late_requests_move_nothing(self, lateness: list[float], dues: set[int]) -> None:
        # One request in five is punctual, as on any machine that keeps up at all.
        mixer = Mixer()
        device = FakeDevice(mixer)
        instants = [1000 + due / 100 for due in sorted(dues)]
        mixer.replace(pips(*instants))
        for i, late in enumerate(lateness):
            device.play(late=0.0 if i % 5 == 0 else late)
        assert_heard(device, instants)

    @examples(25)
    @given(stall=st.floats(0.001, 3), after=st.integers(5, 60))
    def test_running_dry_moves_nothing_that_follows(self, stall: float, after: int) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        for _ in range(after):
            device.play()
        device.run_dry(stall)
        # A short stall cannot be told from a late request until the window has passed.
        known = device.now + (0.1 if stall > 0.125 else 2.1)
        instants = [known + i / 3 for i in range(6)]
        mixer.replace(pips(*instants))
        device.play_for(known - device.now + 2.2)
        assert_heard(device, instants)

    @pytest.mark.parametrize("speed", [1.00005, 0.99995])
    def test_a_device_whose_clock_is_off_does_not_drift_away(self, speed: float) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer, speed=speed)
        dues = [1000.0 + 20 * i for i in range(1, 10)]
        mixer.replace(pips(*dues))
        device.play_for(181)
        assert_heard(device, dues)


class TestReplacing:
    def test_what_has_not_begun_is_forgotten(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.replace(pips(1000.5, 1001.5))
        device.play_for(1)
        mixer.replace(pips(1002.0))
        device.play_for(2)
        assert_heard(device, [1000.5, 1002.0])

    def test_what_has_begun_is_not_begun_again(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.replace([ScheduledSound("go", 1000.5, CLICK)])
        device.play_for(1)
        mixer.replace([ScheduledSound("go", 1001.5, CLICK), ScheduledSound("rest", 1002.0, CLICK)])
        device.play_for(2)
        assert_heard(device, [1000.5, 1002.0])

    def test_what_sounds_rings_out(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.replace(pips(1000.0, pcm=LOUD))
        heard = device.play_for(0.5)
        mixer.replace([])
        heard += device.play_for(1)
        assert sum(map(bool, heard)) == len(LOUD)

    def test_a_signal_a_little_late_is_played_and_one_too_late_is_not(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        device.play_for(1)
        now = device.now
        mixer.replace(pips(now - LATEST - 0.01, now - 0.1, now + 0.5))
        device.play_for(1)
        assert_heard(device, [now, now + 0.5])
        assert mixer.begun == 2
        assert mixer.lateness == pytest.approx(0.1, abs=CLOSE_ENOUGH)


class TestPlayingNow:
    def test_it_starts_with_the_next_block(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        device.play_for(1)
        now = device.now
        mixer.play(CLICK)
        device.play()
        assert_heard(device, [now])

    def test_two_signals_add_up_and_saturate(self) -> None:
        mixer = Mixer()
        mixer.play(array("h", [1000, 30_000, -30_000]))
        mixer.play(array("h", [1000, 30_000, -30_000]))
        assert [*FakeDevice(mixer).play()[:4]] == [2000, PEAK, -PEAK, 0]


class TestLoudness:
    @pytest.mark.parametrize(("volume", "peak"), [(1.0, 30_000), (0.5, 7_500), (0.0, 0)])
    def test_volume_goes_with_the_ear(self, volume: float, peak: int) -> None:
        mixer = Mixer()
        mixer.set_volume(Channel.SIGNAL, volume)
        mixer.play(LOUD)
        assert max(FakeDevice(mixer).play()) == peak

    def test_muted_signals_pass_unheard_and_do_not_come_back(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.replace(pips(1000.5, 1001.5))
        mixer.mute(muted=True)
        device.play_for(1)
        mixer.mute(muted=False)
        mixer.replace(pips(1000.5, 1001.5))
        device.play_for(1)
        assert_heard(device, [1001.5])

    def test_muting_does_not_click(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.play(LOUD)
        before = device.play()
        mixer.mute(muted=True)
        after = device.play()
        assert steepest_step(before[-1:] + after) <= SMOOTH
        assert not any(after[frames_in(0.05) :])

    def test_silence_does_not_click_and_forgets_the_rest(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.replace(pips(1000.0, 1000.5, pcm=LOUD))
        before = device.play()
        mixer.silence()
        after = device.play_for(2)
        assert steepest_step(before[-1:] + after) <= SMOOTH
        assert not any(after[frames_in(FADE) :])

    def test_after_silence_a_new_signal_is_as_loud_as_ever(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.silence()
        mixer.play(LOUD)
        assert max(device.play()) == max(LOUD)

    def test_after_silence_what_had_begun_may_be_heard_again(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.replace([ScheduledSound("end", 1000.2, CLICK)])
        device.play_for(1)
        mixer.silence()
        mixer.replace([ScheduledSound("end", 1001.5, CLICK)])
        device.play_for(1)
        assert_heard(device, [1000.2, 1001.5])


class TestSpeech:
    def test_it_has_a_volume_of_its_own_that_holds_at_once(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        mixer.set_volume(Channel.SIGNAL, 0.0)
        mixer.replace([ScheduledSound("said", 1000.0, LOUD, Channel.VOICE)])
        assert max(device.play()) == 30_000
        mixer.set_volume(Channel.VOICE, 0.5)
        assert max(device.play()) == 7_500

    def test_it_gives_way_to_a_signal_and_comes_back(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        speech, signal = array("h", [10_000] * RATE), array("h", [1] * frames_in(0.36))
        mixer.replace(
            [
                ScheduledSound("said", 1000.0, speech, Channel.VOICE),
                ScheduledSound("pip", 1000.3, signal),
            ]
        )
        heard = device.play_for(1.0)
        assert heard[frames_in(0.2)] == 10_000
        assert heard[frames_in(0.5)] == 10_000 * DUCKED + 1
        assert heard[frames_in(0.95)] == 10_000
        assert steepest_step(heard[: frames_in(0.95)]) < 30, "without a click"

    def test_a_signal_is_as_loud_with_speech_as_without(self) -> None:
        mixer = Mixer()
        device = FakeDevice(mixer)
        silence = array("h", [0] * RATE)
        mixer.replace([ScheduledSound("said", 1000.0, silence, Channel.VOICE), *pips(1000.5)])
        assert max(device.play_for(1.0)) == max(CLICK)
