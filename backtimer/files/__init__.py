"""Files on disk: atomic writes, locks, names and folders."""
