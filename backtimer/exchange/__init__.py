"""Workouts to and from other programs."""
