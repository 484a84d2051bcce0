from backtimer.sound.interface import Silent, Sound
from backtimer.sound.speaker import Speaker
from backtimer.workout.signals import ScheduledSignal, Signal


def test_the_app_can_have_either() -> None:
    sounds: list[Sound] = [Silent(volume=0.4), Speaker(on_trouble=print, volume=0.4)]
    for sound in sounds:
        assert sound.volume == 0.4
        sound.volume, sound.muted = 0.7, True
        assert (sound.volume, sound.muted) == (0.7, True)


def test_silence_takes_every_call_and_never_claims_to_work() -> None:
    silent = Silent()
    silent.start()
    silent.schedule([ScheduledSignal("go", 1.0, Signal.GO)])
    silent.play(Signal.GO)
    silent.silence()
    silent.close()
    assert not silent.working
