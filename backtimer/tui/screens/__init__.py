"""The screens, one a file.

An import stands inside a function only where it was measured to matter: the first paint of the app
needs neither sessions nor logs (60 ms of 350), and the history needs no charts (40 ms).
"""
