"""backtimer: a workout timer for the terminal that leads you, and loses nothing."""

__version__ = "0.1.0"
