"""What a session says of itself as a whole."""

from backtimer.history.muscles import trained_by
from backtimer.plan.session_file import session_from_text

WAYS = """\
format = 1
title = "Pull"
[[main]]
any_of = [
    { exercise = "Pull-up", muscles = ["lats"] },
    { exercise = "Row", muscles = ["rhomboids"], equipment = ["dumbbell"] },
    "Pulldown",
]
muscles = ["biceps"]
[[main]]
exercise = "Curl"
muscles = ["biceps"]
"""


def test_it_trains_what_any_of_its_options_trains_as_the_history_counts_it() -> None:
    session = session_from_text(WAYS, "f")
    assert session.muscles == ("lats", "rhomboids", "biceps")
    counted = {muscle for trains in trained_by([session]).values() for muscle in trains.main}
    assert counted == set(session.muscles)


def test_it_needs_what_the_first_options_need() -> None:
    assert session_from_text(WAYS, "f").equipment == ()
