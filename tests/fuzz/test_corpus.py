"""Whatever a file holds, it is read, or refused with an error that says why; nothing else comes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.readers import READERS, read

CORPUS = Path(__file__).parent / "corpus"
FILES = {kind: sorted((CORPUS / kind).iterdir()) for kind in READERS}
PIECES = [b"", b"[", b"}", b'"', b"=", b"-9", b"e99", b"\n", b"\xff", b"\0", b"null", b"{}", b"x_"]


@pytest.mark.parametrize("kind", READERS)
def test_every_file_that_fuzzing_found_worth_keeping(kind: str) -> None:
    errors = [read(kind, file.read_bytes()) for file in FILES[kind]]
    assert None in errors, "some can be read"
    assert all(str(error) for error in errors if error)


@pytest.mark.parametrize("kind", READERS)
@given(data=st.data())
def test_such_a_file_with_a_piece_torn_out_or_put_in(kind: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(FILES[kind])).read_bytes()
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    read(kind, text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:])
