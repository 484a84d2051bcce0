import subprocess
import sys
from pathlib import Path

import espeakng_loader  # type: ignore[import-untyped]  # it has no type information
import pytest

from backtimer.sound.voice.engine import NoVoice
from backtimer.sound.voice.espeak import LONGEST_PATH, Espeak

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    speech = Espeak().say("Rest, 90 seconds.", 1.0)
    assert speech.rate == 22_050
    assert capfd.readouterr() == ("", "")


def test_numbers_are_read_as_numbers() -> None:
    engine = Espeak()
    for digits, words in {
        "12 and a half kilos": "twelve and a half kilos",
        "1 rep": "one rep",
        "1 hour 5 minutes": "one hour five minutes",
        "20 to 60 seconds": "twenty to sixty seconds",
    }.items():
        # No two renderings are quite the same, but other words would differ by far more.
        read, meant = (len(engine.say(text, 1.0).samples) for text in (digits, words))
        assert read == pytest.approx(meant, abs=60)


@posix_only
@pytest.mark.parametrize(("length", "speaks"), [(LONGEST_PATH, True), (LONGEST_PATH + 1, False)])
def test_it_is_there_as_long_as_the_library_can_read_its_data(
    tmp_path: Path, length: int, speaks: bool
) -> None:
    data = "espeakng_loader/espeak-ng-data"
    folder = tmp_path / ("x" * (length - len(f"{tmp_path}//{data}")))
    folder.mkdir()
    package = Path(espeakng_loader.__file__).parent
    (folder / "espeakng_loader").symlink_to(package, target_is_directory=True)
    code = (
        f"import sys; sys.path.insert(0, {str(folder)!r})\n"
        "from backtimer.sound.voice.espeak import Espeak\n"
        "print(len(Espeak().say('Up.', 1.0).samples))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    if speaks:
        assert int(done.stdout) > 1000
    else:
        assert f"{NoVoice.__name__}: The voice espeak cannot read its data" in done.stderr
