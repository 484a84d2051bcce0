"""The README's "What can go wrong": every row has tests that make it happen."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SECTION = (ROOT / "README.md").read_text().split("\n## What can go wrong\n")[1].split("\n## ")[0]

PROOFS = {
    "the disk is full, or fails": [
        "journeys/test_faults.py::test_a_disk_that_fails_in_mid_workout_is_told_and_given_all_once_it_works_again",
        "journeys/test_faults.py::test_a_disk_full_to_the_end_is_told_and_what_was_done_stays_in_the_terminal",
        "tui/test_log_editor.py::test_trouble_that_is_over_is_no_longer_told",
    ],
    "a folder is read-only, or permission is lost": [
        "journeys/test_faults.py::test_where_nothing_may_be_written_it_is_told_at_once_and_made_up_for_later",
        "journeys/test_faults.py::test_a_log_that_may_not_be_written_is_made_from_the_journal_at_the_next_start",
    ],
    "the journal is deleted or moved away in mid-workout": [
        "log/test_recovery.py::test_a_journal_that_somebody_removed_is_written_anew",
        "tui/test_log_editor.py::test_a_journal_that_was_deleted_is_back_in_a_moment",
    ],
    "its folders are deleted meanwhile": [
        "journeys/test_faults.py::test_all_folders_deleted_meanwhile_are_made_anew",
    ],
    "it is killed, or the power fails": [
        "journeys/test_killed.py::test_at_any_moment",
        "journeys/test_killed.py::test_right_before_each_call_that_changes_files",
        "journeys/test_terminal.py::test_killed_and_started_again_it_goes_on_where_it_stopped",
        "log/test_journal.py::test_a_torn_last_line_is_dropped_and_said_so",
    ],
    "SIGTERM, SIGINT, SIGHUP or SIGQUIT": [
        "journeys/test_terminal.py::test_ended_from_outside_the_terminal_is_restored_and_every_set_is_on_disk",
        "journeys/test_plain.py::test_told_to_end_every_set_is_on_disk",
    ],
    "the terminal is gone without a word": [
        "journeys/test_terminal.py::test_a_terminal_that_goes_away_takes_the_program_along",
        "journeys/test_plain.py::test_a_terminal_that_goes_away_takes_it_along",
    ],
    "the terminal stops reading": [
        "journeys/test_faults.py::test_a_terminal_that_stops_reading_holds_up_neither_workout_nor_end",
    ],
    "ctrl+z or SIGTSTP": [
        "journeys/test_faults.py::test_ctrl_z_in_mid_set_gives_the_terminal_back_and_fg_goes_on",
        "tui/test_suspending.py::test_the_rest_of_the_step_is_heard_again",
    ],
    "SIGSTOP, or the machine sleeps": [
        "journeys/test_terminal.py::test_a_stopped_program_asks_what_the_time_away_was",
        "tui/test_suspending.py::test_after_a_longer_time_the_question_comes_first",
    ],
    "the clock is set, a time zone crossed, summer time begins or ends": [
        "journeys/test_faults.py::test_whatever_the_clock_on_the_wall_does_seconds_stay_seconds",
        "log/test_order.py::test_wherever_they_began_the_newest_comes_first",
    ],
    "input or output is no terminal": [
        "cli/test_run.py::test_a_workout_needs_a_terminal",
        "journeys/test_plain.py::test_commands_are_read_from_a_pipe",
        "journeys/test_plain.py::test_with_no_streams_at_all_it_still_leads_to_the_log",
    ],
    "in plain mode the output is closed": [
        "journeys/test_plain.py::test_output_that_is_closed_ends_it_in_good_order",
    ],
    "two backtimers at once": [
        "journeys/test_faults.py::test_the_second_of_two_says_so_and_can_still_look_back",
    ],
    "a folder of logs is synchronised with another machine": [
        "log/test_logbook.py::test_a_copy_that_a_synchronised_folder_left_is_told_and_not_counted",
        "log/test_logbook.py::test_a_file_that_is_half_there_is_told_and_read_once_it_is_whole",
        "log/test_logbook.py::test_a_file_that_vanishes_while_the_folder_is_read_is_no_complaint",
    ],
    "a log or journal is of a newer version": [
        "log/test_formats.py::test_what_a_newer_version_wrote_is_refused_and_left_alone",
        "log/test_formats.py::test_a_log_of_format_1",
    ],
}


def test_every_row_has_its_tests() -> None:
    rows = re.findall(r"^\| (.+?) \| ", SECTION, re.MULTILINE)
    assert rows[1:] == list(PROOFS)


@pytest.mark.parametrize("proof", [each for proofs in PROOFS.values() for each in proofs])
def test_every_test_that_is_named_exists(proof: str) -> None:
    file, _, name = proof.partition("::")
    assert re.search(rf"^(async )?def {name}\(", (ROOT / "tests" / file).read_text(), re.MULTILINE)
