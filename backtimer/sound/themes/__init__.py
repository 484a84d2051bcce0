"""Cue themes: what each signal sounds like, as data that people can make their own."""
