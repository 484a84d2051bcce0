from datetime import date

from backtimer.history import words
from backtimer.history.muscles import Dose
from backtimer.history.periods import Period, Sums
from backtimer.history.weeks import Trained

TODAY = date(2026, 11, 22)
THIS, LAST = date(2026, 11, 16), date(2026, 11, 9)


def test_this_week_stands_against_its_goal_and_the_last_one() -> None:
    weeks = {THIS: Trained(2, 3_700), LAST: Trained(3, 5_400)}
    assert words.week_words(weeks, 3, TODAY) == (
        "This week 2 of 3, 1:01:40 \u00b7 last week 3, 1:30:00 \u00b7 goal met 1 week in a row"
    )
    narrow = {
        57: "This week 2 of 3 \u00b7 last week 3 \u00b7 goal met 1 week in a row",
        48: "This week 2 of 3 \u00b7 last week 3 \u00b7 1 week in a row",
        40: "This week 2 of 3 \u00b7 1 week in a row",
    }
    for width, text in narrow.items():
        assert words.week_words(weeks, 3, TODAY, width) == text
    assert words.week_words({}, 3, TODAY) == "This week 0 of 3, 0:00 \u00b7 last week 0, 0:00"


def test_periods_are_a_table() -> None:
    sums = Sums(
        sessions=3, working=2_813, resting=3_030, sets_done=65, sets_planned=66, sets_judged=50,
        sets_kept=47, reps=1_205, volume_kg=4_506.4,
    )  # fmt: skip
    assert words.period_table({THIS: sums}, Period.WEEK) == [
        "WEEK OF      SESSIONS  WORK   REST   SETS      AS PLANNED  REPS   KG MOVED",
        "16 Nov 2026  3         46:53  50:30  65 of 66  94%         1,205  4,506",
    ]
    assert words.period_words(sums) == (
        "3 sessions, 46:53 work, 50:30 rest \u00b7 65 of 66 sets, 94% as planned \u00b7 "
        "1,205 reps, 4,506 kg moved"
    )
    assert words.period_name(THIS, Period.WEEK) == "Week of 16 Nov 2026"
    assert words.period_name(THIS, Period.MONTH) == "November 2026"
    assert words.period_name(THIS, Period.YEAR) == "2026"


def test_a_table_has_as_many_columns_as_there_is_room_for() -> None:
    periods = {THIS: Sums(sessions=3, working=2_813)}
    for width in (80, 60, 40, 30):
        head, line = words.period_table(periods, Period.WEEK, width)
        assert len(head) <= width
        assert line.startswith("16 Nov 2026  3 ")
    assert words.period_table(periods, Period.YEAR, 1)[0] == "YEAR  SESSIONS"


def test_a_period_tells_what_its_muscles_were_given_and_by_which_rule() -> None:
    doses = {"lats": Dose(2, 100), "core": Dose(1, 0)}
    told = list(words.period_lines(Sums(hard=90, easy=150), doses))
    assert told == [
        "Intervals: 1:30 hard, 2:30 easy", words.HALVES, *words.muscle_table(doses),
    ]  # fmt: skip
    assert list(words.period_lines(Sums(), {})) == []


def test_intervals_are_told_only_if_there_were_any() -> None:
    assert words.interval_words(Sums(hard=90, easy=150)) == "Intervals: 1:30 hard, 2:30 easy"
    assert words.interval_words(Sums()) == ""


def test_muscles_are_a_table() -> None:
    assert list(words.muscle_table({"lats": Dose(7.5, 1_622.5), "core": Dose(9, 0)})) == [
        "MUSCLE  HARD SETS  KG MOVED",
        "lats    7.5        1,622",
        "core    9",
    ]


def test_where_there_is_room_muscles_stand_beside_each_other() -> None:
    doses = {"lats": Dose(7.5, 1_622.5), "core": Dose(9, 0), "biceps": Dose(1, 0)}
    assert words.muscle_table(doses, 75) == [
        "MUSCLE  HARD SETS  KG MOVED    MUSCLE  HARD SETS  KG MOVED",
        "lats    7.5        1,622       biceps  1",
        "core    9",
    ]
    assert words.muscle_table(doses, 50) == words.muscle_table(doses)


def test_muscles_in_wide_letters_stand_beside_each_other_only_where_they_have_room() -> None:
    doses = {"\u5e83\u80cc\u7b4b": Dose(7.5, 0), "\u8179\u7b4b": Dose(9, 0)}
    assert words.muscle_table(doses, 58) == [
        "MUSCLE  HARD SETS  KG MOVED    MUSCLE  HARD SETS  KG MOVED",
        "\u5e83\u80cc\u7b4b  7.5                    \u8179\u7b4b    9",
    ]
    doses["\u4e0a\u8155\u4e8c\u982d\u7b4b\u3068\u524d\u8155"] = Dose(1, 0)
    assert words.muscle_table(doses, 66) == words.muscle_table(doses)
