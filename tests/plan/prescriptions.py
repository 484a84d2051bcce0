"""The acceptance list: what the three guides prescribe, as data to hold the files against."""

from typing import NamedTuple


class Want(NamedTuple):
    """An item as a row prescribes it, and the session and part where it must be."""

    item: str
    session: str
    section: str = "main"
    free_steps: bool = False
    """Whether the row gives the steps' names only."""


# In the order of the guides; what a row does not say itself is from its twin, which is named.
ITEMS: dict[str, list[Want]] = {
    # sets from A-15
    "A-01": [Want('exercise = "Plank", sets = "2-3", hold = "20-60s"', "day-a")],
    "A-02": [
        Want(
            'exercise = "Superman", sets = 3, reps = "8-12", hold = "2-3s", tempo.lower = "slow"',
            "day-b",
        )
    ],
    "A-03": [Want('exercise = "Bridge", sets = 3, reps = 8, hold = "8-12s"', "day-a")],
    "A-04": [
        Want(
            'exercise = "Rowing machine", time = "10-20m", effort = "conversational"', "row-steady"
        )
    ],
    "A-05": [
        Want(
            'intervals = "Rowing intervals", rounds = 10, steps = ['
            '{ exercise = "Row hard", time = "45s", effort = "hard" },'
            '{ exercise = "Row easy", time = "75s", effort = "easy" }]',
            "row-intervals",
        )
    ],
    "A-06": [
        Want(
            'exercise = "Single-arm dumbbell row", sets = 3, reps = "8-12", per_side = true,'
            'tempo = { pause = "1s", lower = "slow" }, equipment = ["dumbbell", "bench"]',
            "day-a",
        )
    ],
    "A-07": [
        Want(
            'any_of = [{ exercise = "Dumbbell bent-over row", equipment = ["dumbbells"] },'
            '{ exercise = "Barbell bent-over row", equipment = ["barbell"] }],'
            'sets = 3, reps = "8-12", tempo = { pause = "1s", lower = "controlled" }',
            "day-b",
        )
    ],
    "A-08": [
        Want('any_of = ["Lat pulldown", "Assisted pull-up"], sets = 3, reps = "6-10"', "day-a")
    ],
    "A-09": [Want('exercise = "Face pull", sets = 3, reps = "12-15"', "day-b")],
    "A-10": [
        Want('exercise = "Reverse fly", sets = "2-3", reps = "12-15", load = "light"', "day-b")
    ],
    "A-12": [
        Want('any_of = ["Lat pulldown", "Assisted pull-up"], sets = 3, reps = "6-10"', "day-a")
    ],
    "A-13": [
        Want(
            'exercise = "Single-arm dumbbell row", sets = 3, reps = "8-12", per_side = true',
            "day-a",
        )
    ],
    "A-14": [Want('exercise = "Bridge", sets = 3, reps = 8, hold = "8-12s"', "day-a")],
    "A-15": [Want('exercise = "Plank", sets = "2-3", hold = "20-60s"', "day-a")],
    "A-16": [
        Want(
            'any_of = [{ exercise = "Dumbbell bent-over row", equipment = ["dumbbells"] },'
            '{ exercise = "Barbell bent-over row", equipment = ["barbell"] }],'
            'sets = 3, reps = "8-12"',
            "day-b",
        )
    ],
    "A-17": [Want('exercise = "Face pull", sets = 3, reps = "12-15"', "day-b")],
    "A-18": [Want('exercise = "Superman", sets = 3, reps = "8-12", hold = "2-3s"', "day-b")],
    "A-19": [Want('exercise = "Reverse fly", sets = "2-3", reps = "12-15"', "day-b")],
    "A-20": [
        Want(
            'intervals = "Rowing intervals", for = "10-15m", steps = ['
            '{ exercise = "Row hard", time = "45s", effort = "hard" },'
            '{ exercise = "Row easy", time = "75s", effort = "easy" }]',
            "day-c",
        )
    ],
    "A-21": [
        Want(
            'circuit = "Accessory circuit", rounds = 2, steps = [{ exercise = "Plank" },'
            '{ exercise = "Bridge" }, { exercise = "Face pull" },'
            '{ exercise = "Light row", load = "light" }]',
            "day-c",
            free_steps=True,
        )
    ],
    "A-22": [
        Want('any_of = ["Row", "Brisk incline walk", "Cycle"], time = "20-30m"', "cardio-choice")
    ],
    "A-24": [
        Want('exercise = "Get warm", time = "5-8m"', "day-a", "warm_up"),
        Want('exercise = "Arm circles", reps = "open"', "day-a", "warm_up"),
        Want('exercise = "Band pull-apart", reps = "open"', "day-a", "warm_up"),
    ],
    "B-01": [
        Want(
            'any_of = [{ exercise = "Dumbbell bent-over row", equipment = ["dumbbells"] },'
            '{ exercise = "Barbell bent-over row", equipment = ["barbell"] }], sets = 3, reps = 12',
            "full-back",
        )
    ],
    "B-02": [Want('exercise = "Lat pulldown", sets = 3, reps = "10-12"', "full-back")],
    "B-03": [
        Want(
            'any_of = ["Pull-up", "Machine-assisted pull-up", "Band-assisted pull-up"],'
            'reps = "max"',
            "full-back",
        )
    ],
    "B-04": [
        Want(
            'any_of = [{ exercise = "Barbell deadlift", equipment = ["barbell"] },'
            '{ exercise = "Dumbbell deadlift", equipment = ["dumbbells"] }],'
            'sets = 3, reps = "8-10"',
            "full-back",
        )
    ],
    "B-05": [Want('exercise = "Superman hold", sets = 3, reps = 12, hold = "5-10s"', "full-back")],
    "B-06": [
        Want(
            'exercise = "Plank row", sets = 3, reps = 10, per_side = true,'
            'side_order = "alternating"',
            "full-back",
        )
    ],
    "B-07": [
        Want(
            'exercise = "Cardio", any_of = ["Rowing machine", "Jump rope"], time = "open"',
            "full-back",
        )
    ],
    "B-08": [
        Want(
            'exercise = "Cardio", any_of = ["Rowing machine", "Jump rope"], time = "open"',
            "full-back",
        )
    ],
    "B-09": [
        Want(
            'intervals = "Sprint and walk", rounds = "open", steps = ['
            '{ exercise = "Sprint", time = "30s", effort = "hard" },'
            '{ exercise = "Walk", time = "1m", effort = "easy" }]',
            "sprint-walk",
        )
    ],
    "B-10": [
        Want('exercise = "Plank", hold = "open"', "posture"),
        Want(
            'exercise = "Bird dog", reps = "open", per_side = true, side_order = "alternating"',
            "posture",
        ),
        Want(
            'exercise = "Dead bug", reps = "open", per_side = true, side_order = "alternating"',
            "posture",
        ),
    ],
    "B-11": [
        Want('exercise = "Chest and shoulder stretch", time = "open"', "full-back", "cool_down")
    ],
    "B-13": [Want('exercise = "Face pull", reps = "open"', "upper-back")],
    "B-14": [Want('exercise = "Reverse fly", reps = "open", load = "light"', "upper-back")],
    "B-15": [Want('exercise = "T-bar row", reps = "open"', "middle-back")],
    "B-16": [Want('exercise = "Seated cable row", reps = "open"', "middle-back")],
    "B-17": [
        Want('exercise = "Good morning", reps = "open", equipment = ["barbell"]', "lower-back")
    ],
    "B-18": [Want('exercise = "Hyperextension", reps = "open"', "lower-back")],
    "B-19": [
        Want('exercise = "Band row", reps = "open", load = "band"', "bands"),
        Want('exercise = "Band pull-apart", reps = "open", load = "band"', "bands"),
        Want('exercise = "Band-assisted pull-up", reps = "open", load = "band"', "bands"),
    ],
    "B-20": [
        Want('exercise = "Kettlebell swing", reps = "open"', "kettlebells"),
        Want(
            'exercise = "Single-arm kettlebell row", reps = "open", per_side = true',
            "kettlebells",
        ),
    ],
    "B-21": [
        Want('exercise = "Hand-release push-up", reps = "open"', "bodyweight"),
        Want('exercise = "Scapular pull-up", reps = "open"', "bodyweight"),
    ],
    "B-22": [Want('exercise = "Back stretch", time = "open"', "full-back", "cool_down")],
    "B-23": [Want('exercise = "Foam rolling", time = "open"', "full-back", "cool_down")],
    "B-27": [
        Want('any_of = ["Short walk", "Yoga"], time = "open"', "recovery"),
        Want('exercise = "Deep breathing", time = "open"', "recovery", "cool_down"),
    ],
    "C-01": [
        Want(
            'exercise = "Arm circles", time = "30s", sides = ["forward", "backward"]',
            "home-back",
            "warm_up",
        )
    ],
    "C-02": [Want('exercise = "Jumping jacks", time = "1m"', "home-back", "warm_up")],
    "C-03": [Want('exercise = "Cat-cow", reps = 10', "home-back", "warm_up")],
    "C-04": [Want('exercise = "Shoulder rolls", reps = 10', "home-back", "warm_up")],
    "C-05": [
        Want(
            'exercise = "Bent-over dumbbell row", sets = 3, reps = "12-15", tempo.lower = "slow"',
            "home-back",
        )
    ],
    "C-06": [Want('exercise = "Superman", sets = 3, reps = 15, hold = "2-3s"', "home-back")],
    "C-07": [
        Want(
            'any_of = [{ exercise = "Lat pulldown", equipment = ["pulldown machine"] },'
            '{ exercise = "Band pulldown", equipment = ["band"] }],'
            'sets = 3, reps = "10-12", tempo.lower = "slow"',
            "home-back",
        )
    ],
    "C-08": [Want('exercise = "Jump rope", sets = 3, time = "2-3m"', "home-back")],
    "C-09": [
        Want(
            'exercise = "Reverse fly", sets = 3, reps = "12-15", load = "light",'
            'tempo.lower = "slow"',
            "home-back",
        )
    ],
    "C-10": [
        Want(
            'exercise = "Plank shoulder taps", sets = 3, reps = 20, unit = "taps",'
            'per_side = true, side_order = "alternating", count = "total"',
            "home-back",
        )
    ],
    "C-11": [
        Want(
            'exercise = "Swimming kicks", sets = 3, time = "30s", effort = "slow and controlled"',
            "home-back",
        )
    ],
    "C-12": [
        Want(
            'circuit = "HIIT circuit", rounds = "3-4", rest = "1m", steps = ['
            '{ exercise = "Jump rope", time = "30s" },'
            '{ exercise = "Bent-over row", time = "30s" },'
            '{ exercise = "Reverse fly", time = "30s" },'
            '{ exercise = "Plank shoulder taps", time = "30s" }]',
            session,
        )
        for session in ("home-back", "hiit-circuit")
    ],
    "C-13": [Want('exercise = "Child\'s pose", time = "30s"', "home-back", "cool_down")],
    "C-14": [Want('exercise = "Cobra stretch", time = "20s"', "home-back", "cool_down")],
    "C-15": [
        Want(
            'exercise = "Cross-body shoulder stretch", time = "20s", per_side = true',
            "home-back",
            "cool_down",
        )
    ],
    "C-16": [Want('exercise = "Neck rolls", reps = 10', "home-back", "cool_down")],
}


class Rule(NamedTuple):
    """What the habits of a row must hold between them: numbers by name, and words."""

    kind: str
    amounts: dict[str, tuple[float, ...]]
    words: str
    every: str | None = None
    sessions: str = ""


RULES: dict[str, Rule] = {
    "A-11": Rule("programme", {"strength": (3,)}, "strength", "week", "day-a day-b day-c"),
    "A-22": Rule(
        "programme",
        {"cardio": (3, 4), "length": (20, 30), "interval days": (1,)},
        "row walk uphill cycle steady intervals",
        "week",
        "cardio-choice row-intervals",
    ),
    "A-23": Rule("programme", {"cardio": (3, 4)}, "steady intervals", "week"),
    "A-25": Rule("cue", {}, "neutral spine ribs down shoulders"),
    "A-26": Rule("cue", {}, "chest proud ribs down elbows hands reach control blades back down"),
    "A-27": Rule("safety", {}, "sharp pain spine numbness spreads stop doctor"),
    "A-28": Rule("programme habit", {"block": (8, 12)}, "photos", "month"),
    "A-29": Rule(
        "habit",
        {"energy below what you burn": (300, 500), "protein": (1.6, 2.2), "fibre": (25, 35)},
        "protein fibre kcal",
        "day",
    ),
    "A-30": Rule("programme", {}, "lats rhomboids delts erectors harder"),
    "B-12": Rule("habit", {}, "stand tall shoulders back head spine", "day"),
    "B-24": Rule("programme", {"rest": (1, 2)}, "least rest", "week"),
    "B-25": Rule("habit", {}, "weight one more pull-up change load reps"),
    "B-26": Rule("habit", {}, "photo weights clothes load photos", "week"),
    "B-27": Rule("habit", {"sleep": (7, 9)}, "walk yoga breathing hike dance too much", "day"),
    "C-17": Rule("safety", {}, "always warm up first"),
    "C-18": Rule("safety", {}, "cardio only too much form rest days overnight"),
    "C-19": Rule("habit", {"sleep": (7, 8)}, "hour photos measurements app", "hour"),
    "C-20": Rule(
        "programme",
        {"strength and posture": (2, 4), "results that show": (6, 8), "toning": (12,)},
        "weeks",
    ),
}

GUIDES = {"A": 30, "B": 27, "C": 20}
"""How many rows each guide has."""
ALL = [f"{guide}-{row:02}" for guide, last in GUIDES.items() for row in range(1, last + 1)]
