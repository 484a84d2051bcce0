"""Pieces of screens; they show, they do not decide."""
