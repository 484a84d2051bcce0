"""Looking back over many workouts: how often, how much, what got better."""
