"""Dialogs: questions, notes and help, modal in front of the screen that they are about."""
