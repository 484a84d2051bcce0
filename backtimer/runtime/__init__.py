"""A workout in progress, without a screen: runner, clock, active workout, sound, app data."""
