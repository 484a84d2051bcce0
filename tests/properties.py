"""How often a property is tried out."""

from hypothesis import settings


def examples(number: int) -> settings:
    """Settings for a property tried on `number` examples, not 100; fewer in a quicker profile."""
    share = settings().max_examples / settings.get_profile("thorough").max_examples
    return settings(max_examples=max(1, round(number * share)))
