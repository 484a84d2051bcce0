"""The words of a past session, in as many cells as there are."""

from backtimer.text.width import cell_len
from backtimer.tui.past_text import past_lines
from tests.log.workouts import a_record, a_set

NOTE = "\u3086\u3063\u304f\u308a\u4e0b\u308d\u3057\u3066\u606f\u3092\u5410\u304f\u3053\u3068"


def test_a_note_in_wide_letters_is_laid_out_in_cells() -> None:
    record = a_record(a_set("Row", reps=8, note=NOTE))
    texts = [text.plain for text, number in past_lines(record, 20) if number is not None]
    lines = "\n".join(texts).splitlines()
    assert max(map(cell_len, lines[1:])) <= 20
    assert NOTE in "".join(line.strip() for line in lines)
