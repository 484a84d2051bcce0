"""Benchmarks, run by hand: `python -m tests.bench` for all of them, or one by its name.

Each prints its figures, the bound that each must keep and whether it does. What is a ratio is
taken within one run, A B A B or both at once: the median of each.
"""
