#!/usr/bin/env bash
# fit-tool 0.9.16 converts every time of a FIT message but one.
#
# Expected: both times of an ActivityMessage, `timestamp` (date_time in the FIT profile) and `local_timestamp`
# (local_date_time), take the same kind of number. In the file both are seconds since 1989-12-31; the library takes
# milliseconds since 1970 for `timestamp` and converts them.
# Seen: `local_timestamp` is not converted. Milliseconds since 1970 are refused with a FitEncodingError; what works are
# seconds since 1989-12-31, computed by hand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q fit-tool==0.9.16 garmin-fit-sdk==21.178.0 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import importlib.metadata

from fit_tool.exceptions import FitEncodingError
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from garmin_fit_sdk import Decoder, Stream

SECONDS = 1_790_000_000  # some instant in 2026, since 1970
EPOCH = 631_065_600  # the FIT epoch, 1989-12-31 00:00 UTC, since 1970


def written(local: int) -> object:
    """The two times of an activity as Garmin's own reader finds them, or the error of writing it."""
    message = ActivityMessage()
    message.timestamp = SECONDS * 1000
    try:
        message.local_timestamp = local
    except FitEncodingError as error:
        return str(error)
    builder = FitFileBuilder(auto_define=True)
    builder.add(message)
    data = builder.build_bytes()
    messages, _ = Decoder(Stream.from_byte_array(bytearray(data))).read(convert_datetimes_to_dates=False)
    activity = messages["activity_mesgs"][0]
    return activity["timestamp"], activity["local_timestamp"]


print("fit-tool", importlib.metadata.version("fit-tool"))
same = written(SECONDS * 1000)
print("the same number for both:", same)
by_hand = written(SECONDS - EPOCH)
print("local_timestamp in FIT seconds:", by_hand)
assert isinstance(same, str), "milliseconds are taken for both now"
assert by_hand == (SECONDS - EPOCH, SECONDS - EPOCH), "the file says something else now"
print("as found: one of the two times is converted, the other is not")
PY
