"""How strong a set shows somebody to be."""

MOST_REPS = 10
"""The most reps from which a one-repetition maximum is estimated: beyond, formulas diverge."""


SOURCE = "Boyd Epley, Poundage Chart, Boyd Epley Workout, Lincoln 1985."
"""Where the formula below comes from."""


def estimated_max(kg: float, reps: int) -> float | None:
    """The one-repetition maximum in kg that a set of up to ten reps points to, else None.

    The formula is Epley's (see SOURCE); one rep is the maximum itself.
    """
    if kg <= 0 or not 1 <= reps <= MOST_REPS:
        return None
    return kg if reps == 1 else kg * (1 + reps / 30)
