from backtimer.plan.session_file import session_from_text
from backtimer.workout.compile import compile_session
from backtimer.workout.player import Player
from backtimer.workout.timeline import Timeline
from backtimer.workout.walk import WalkedStep, walk

CIRCUIT = """
[[main]]
exercise = "Plank"
hold = "20-30s"
rest_after = "15s"
[[main]]
exercise = "Squat"
reps = 8
rest_after = 0
[[main]]
circuit = "Loop"
rounds = "open"
steps = [{ exercise = "Hop", time = "10s" }, { exercise = "Run", time = "20s", effort = "easy" }]
[[cool_down]]
exercise = "Breathe"
time = "30s"
"""


def timeline(text: str = CIRCUIT) -> Timeline:
    return compile_session(session_from_text(f'format = 1\ntitle = "Test"\n{text}', "test.toml"))


def test_get_ready_counts_stand_where_the_player_has_them() -> None:
    leads = {walked.step.id: walked.get_ready for walked in walk(timeline())}
    player = Player(timeline(), away_after=1e9)
    player.begin(0)
    seen = {}
    now = 0.0
    while step := player.state.step:
        seen[step.id] = player.state.get_ready
        if step.is_clocked:
            now = player.state.ends
            player.advance(now)
        else:
            now += 40
            player.next(now)
    assert seen == leads
    assert [leads[0], leads[2], leads[3]] == [10, 0, 5]


def test_numbers_count_work_and_what_repeats_only_once() -> None:
    steps = list(walk(timeline()))
    named = [(walked.number, walked.step.exercise.title) for walked in steps if walked.number]
    assert named == [(1, "Plank"), (2, "Squat"), (3, "Hop"), (4, "Run"), (5, "Breathe")]


def test_only_repeats_of_what_goes_on_until_told_are_endless() -> None:
    inside = '[{ exercise = "A", sets = "open", time = "5s" }]'
    text = f'[[main]]\ncircuit = "C"\nrounds = "2-3"\nrest = "9s"\nsteps = {inside}'
    shown = [walked for walked in walk(timeline(text)) if not walked.is_open_repeat]
    assert [lap_and_set(walked) for walked in shown if walked.number] == [(1, 1), (2, 1), (3, 1)]
    assert [walked.step.optional_group > 0 for walked in shown] == [False, False, False, True, True]


def lap_and_set(walked: WalkedStep) -> tuple[int, int]:
    return walked.step.rounds[0].number, walked.step.set


def test_a_group_for_a_time_is_walked_until_it_is_over() -> None:
    text = '[[main]]\ncircuit = "C"\nfor = "2m"\nsteps = [{ exercise = "A", reps = 10 }]'
    assert len(timeline(text).steps) > len(list(walk(timeline(text)))) == 3
