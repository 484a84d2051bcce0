"""History: pure queries over many records - how often, how much, what got better."""
