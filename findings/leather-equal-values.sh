#!/usr/bin/env bash
# leather 0.4.1 draws a line of equal values outside the picture.
#
# Expected: a line chart whose values are all the same is a level line inside the plotting area.
# Seen: the scale is made for a range of no height, and the points lie far outside the SVG's own viewBox, so that the
# chart is empty. With a scale given by hand the line is where one looks for it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q leather==0.4.1 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import importlib.metadata
import re

import leather


def points(*, scaled: bool) -> list[float]:
    """The heights, in pixels, of the points of three workouts with the same load."""
    chart = leather.Chart()
    chart.add_line([(1, 20), (2, 20), (3, 20)])
    if scaled:
        chart.add_y_scale(0, 40)
    svg = chart.to_svg(width=400, height=200)
    path = re.search(r'<path[^>]* d="([^"]+)"', svg)
    numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", path[1])] if path else []
    return numbers[1::2]


print("leather", importlib.metadata.version("leather"))
try:
    by_itself: object = points(scaled=False)
except Exception as error:
    by_itself = f"{type(error).__name__}: {error}"
print("heights of the points, by itself:", by_itself)
by_hand = points(scaled=True)
print("heights of the points, with a scale:", by_hand)
assert by_hand and all(0 <= each <= 200 for each in by_hand)
outside = isinstance(by_itself, str) or not by_itself or any(not 0 <= each <= 200 for each in by_itself)
assert outside, "a level line is inside the picture now"
print("as found: equal values need a scale of their own")
PY
