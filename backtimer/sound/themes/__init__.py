"""Cue themes: what each cue sounds like, as data that people can make their own."""
