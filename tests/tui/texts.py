"""Sessions that the stories of the screen are told with, each below its format and title."""

INTERVALS = """title = "Rowing"
[[main]]
intervals = "Row"
rounds = 2
steps = [
    { exercise = "Hard", time = "30s", effort = "hard" },
    { exercise = "Easy", time = "20s", effort = "easy" },
]
"""
ROWS = """title = "Rows"
[defaults]
get_ready_first = "3s"
[[main]]
exercise = "Row"
sets = 3
reps = "8-12"
load = "20kg"
rest = "40s"
[[main]]
any_of = ["Pull-up", "Pulldown"]
reps = 5
"""
MOST = """title = "Most"
[[main]]
exercise = "Pull-up"
sets = 2
reps = "max"
rest = "30s"
[[main]]
exercise = "March"
time = "40s"
"""
SIDES = """title = "Sides"
[defaults]
get_ready_first = 0
[[main]]
exercise = "Stretch"
time = "30s"
per_side = true
switch = "5s"
"""
PLANK = """title = "Plank"
stop_if = ["tingling toes"]
[defaults]
get_ready_first = 0
[[main]]
exercise = "Plank"
hold = "20-60s"
sets = "1-2"
rest = "30s"
"""
LED = """title = "Led"
[[main]]
exercise = "Bridge"
reps = 3
hold = "4s"
sets = 2
"""
LONG_NAMES = """title = "Long names"
stop_if = ["sharp or shooting pain", "numbness or tingling", "dizziness"]
[defaults]
get_ready_first = 0
[[main]]
exercise = "Single-arm dumbbell row on the bench"
sets = 3
reps = "8-12"
load = "20kg"
per_side = true
switch = "30s"
rest = "90s"
"""
HOSTILE = """title = "[/] [$x] \\u001b[31mred [b]"
note = "[@click=app.exit]out[/]"
stop_if = ["[$y]", "\\u001b[2J"]
[defaults]
get_ready_first = 0
[[main]]
exercise = "[/][$x][bold]\\u200b\\u202e \\u001b]0;owned\\u0007"
any_of = []
sets = 2
reps = 5
unit = "[reps]"
cues = ["[/]", "\\u001b[2J", "{}", "\\u0000", "[link='x']"]
stop_if = ["[$y]"]
rest = "20s"
[[main]]
any_of = ["[/a]", "[b"]
reps = 3
[[main]]
exercise = "LONG"
reps = 3
"""
