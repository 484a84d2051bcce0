"""The set just done can be put right while the rest runs on."""

from pathlib import Path

from textual.events import Key, Paste

from backtimer.tui.dialogs.note import NoteInput
from backtimer.workout.events import Result
from backtimer.workout.set_editor import LONGEST_NOTE
from backtimer.workout.timeline import Phase
from tests.tui.stage import Stage, logs, on_stage, written
from tests.tui.texts import LED, MOST, PLANK, ROWS


def first(stage: Stage) -> Result:
    return stage.runner.results[0]


async def test_reps_load_effort_and_note_are_put_right_in_a_rest(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS), size=(80, 24)) as stage:
        await stage.waits(9)
        await stage.press("enter")
        assert "\u25c2 8 \u25b8" in stage.seen
        await stage.press("up", "up", "right", "up", "right", "8", ".", "5")
        assert "\u25c2 8.5 \u25b8" in stage.seen
        await stage.press("t", *"ok", "enter")
        await stage.waits(39)
        assert stage.runner.reading().digits == "1", "the rest never stopped"
        await stage.waits(1)
        assert stage.step.phase is Phase.REPS
        assert first(stage) == Result(seconds=9, reps=10, load="22.5 kg", rpe=8.5, note="ok")
        await stage.press("enter")
        assert stage.runner.results[2].load == "22.5 kg", "which the next set starts from"


async def test_digits_type_and_backspace_takes_back(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter", "1", "2", "backspace", "1", "enter")
        assert first(stage).reps == 11
        await stage.press("enter", "left", "left", "left", "left", "down", "enter")
        assert stage.runner.results[2].reps == 7, "the fields go round"


async def test_keys_typed_ahead_come_in_their_order(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter")
        for key in ("9", "right", "2", "2", "full_stop", "5", "right", "8"):
            stage.app.post_message(Key(key, "." if key == "full_stop" else key[:1]))
        await stage.pilot.pause()
        await stage.press("enter")
        assert (first(stage).reps, first(stage).load, first(stage).rpe) == (9, "22.5 kg", 8)


async def test_undo_takes_back_the_correction_first_and_then_the_set(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter", "up")
        await stage.press("u")
        assert first(stage).reps == 8
        assert "\u25c2 8 \u25b8" in stage.seen
        await stage.press("u")
        assert not stage.runner.results
        assert stage.step.phase is Phase.REPS


async def test_a_note_that_outlives_its_rest_still_finds_its_set(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter", "t", "h")
        await stage.waits(41)
        assert stage.step.phase is Phase.REPS
        await stage.press("i", "enter")
        assert first(stage).note == "hi"


async def test_of_too_much_that_is_pasted_as_much_is_kept_as_there_is_room_for(
    tmp_path: Path,
) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter", "t", "a")
        stage.screen.query_one(NoteInput).post_message(Paste("b\n" * 1_000))
        await stage.press("enter")
        assert any("at most 500 letters" in told for told in stage.told)
        (result,) = stage.runner.results.values()
        assert result.note.startswith("ab b b")
        assert len(result.note) == LONGEST_NOTE


async def test_a_note_being_written_when_the_session_ends_is_kept(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        await stage.waits(60)
        assert stage.step.phase is Phase.REST
        await stage.press("t", *"firm")
        await stage.waits(30 + 3 + 60)
        await stage.comes_to_show("Well done")
        assert logs()[0].sets[0].note == "firm"
        assert "firm" in stage.seen


async def test_keys_of_the_form_do_nothing_where_there_is_none(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("1", "up", "left", "t", "backspace")
        assert not stage.runner.results
        assert stage.runner.state.position == 0


async def test_as_many_as_possible_asks_for_the_number(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, MOST)) as stage:
        await stage.press("enter")
        assert "\u25c2 ? \u25b8" in stage.seen
        await stage.press("enter")
        assert first(stage).reps is None, "nobody has said"
        assert "set 2 of 2" in stage.text("#count")
        assert "done: Pull-up, set 1 of 2" in stage.seen, "so it is still asked"
        await stage.press("9", "enter")
        assert first(stage).reps == 9
        assert "done: Pull-up, set 2 of 2" in stage.seen, "asked during the march as well"
        await stage.press("7", "enter")
        assert stage.runner.results[2].reps == 7


async def test_as_many_as_possible_stands_in_big_letters(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, MOST)) as stage:
        assert stage.runner.reading().digits == "MAX"


async def test_the_time_of_a_hold_can_be_put_right(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        await stage.waits(43)
        await stage.press("enter")
        assert "time   43 s" in stage.seen
        assert "RPE \u25c2" in stage.seen.replace("  ", " "), "the time is known, the effort is not"
        await stage.press("left", "left", "down", "enter")
        assert first(stage).seconds == 42


async def test_led_reps_are_counted_and_can_be_put_right(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, LED)) as stage:
        await stage.waits(10 + 3 * 7)
        assert first(stage).reps == 3
        await stage.press("down", "enter")
        assert first(stage).reps == 2


async def test_the_last_set_of_all_is_asked_for_in_the_summary(tmp_path: Path) -> None:
    text = 'title = "Dips"\n[[main]]\nexercise = "Dip"\nreps = "max"\n'
    async with on_stage(written(tmp_path, text)) as stage:
        await stage.waits(5)
        await stage.press("enter")
        assert "Well done" in stage.seen
        await stage.press("1", "2", "t", *"deep", "enter")
        assert (logs()[0].sets[0].reps, logs()[0].sets[0].note) == (12, "deep")
        assert not logs()[0].note, "t is the set's as long as it is open"
        await stage.press("enter", "4")
        assert logs()[0].feeling == 4, "with the set closed, digits say how it felt"
