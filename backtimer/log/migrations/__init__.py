"""Logs that earlier versions wrote, read as what they are today: a module for each format."""
